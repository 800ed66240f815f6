"""Profiles with everything that only the page shows: passages, marks, a change, what runs out, the map."""

from __future__ import annotations

from datetime import date

import samples
from attrs import evolve
from samples import Say

from readiness.model import (
    Acceptance,
    AspectFound,
    Assessment,
    Basis,
    CriterionResult,
    Edit,
    EditKind,
    EvidenceMap,
    EvidenceProfile,
    Fault,
    Lapse,
    Locator,
    Look,
    MapCell,
    MapRow,
    Mark,
    MarkedQuote,
    ReadFault,
    Reading,
    Revision,
    Spot,
)


def full() -> EvidenceProfile:
    """Return the full profile with all that a page can show of it."""
    return saying(lambda text: text)


def hostile() -> EvidenceProfile:
    """Return the same with every text hostile."""
    return saying(lambda text: samples.NASTY + text)


def empty() -> EvidenceProfile:
    """Return a profile of nothing at all."""
    return samples.empty()


def saying(say: Say) -> EvidenceProfile:
    """Return the full profile of a page with *say* applied to every text."""
    one = samples.saying(say)
    folder = evolve(
        one.assessment.folder,
        readings=_readings(say),
        acceptances=_acceptances(say),
        revisions=_revisions(say),
    )
    judged = evolve(one.assessment, folder=folder)
    return evolve(one, assessment=judged, lapses=_lapses(say), quotes=_quotes(one.results), map=_map(judged))


def _lapses(say: Say) -> tuple[Lapse, ...]:
    """Return a review and a waiver that run out."""
    path, title = say("hr/records.doc"), say("HR records policy")
    return (
        Lapse(until=date(2009, 6, 1), what=title, why="review due", document=path, criteria=(say("OA1"),)),
        Lapse(until=date(2009, 7, 31), what=say("Waiver of OA9"), why="waiver ends", criteria=(say("OA9"),)),
    )


def _quotes(results: tuple[CriterionResult, ...]) -> tuple[MarkedQuote, ...]:
    """Return the last word of each quote as the one that was looked for."""
    return tuple(
        MarkedQuote(criterion=link.criterion, quote=link.quote, marks=((len(link.quote) - 5, len(link.quote) - 1),))
        for result in results
        for link in result.links
        if link.quote
    )


def _map(judged: Assessment) -> EvidenceMap:
    """Return which document is evidence for what."""
    links = [link for result in judged.results for link in result.links]
    return EvidenceMap(
        assessment=judged,
        criteria=tuple(one.criterion for one in judged.results),
        rows=tuple(
            MapRow(
                document=link.document,
                title="",
                cells=(MapCell(criterion=link.criterion, mark=Mark(_MARKS.get(link.basis, "n")), links=(link,)),),
            )
            for link in links
        ),
        idle=tuple(one.path for one in judged.folder.files[1:]),
        bare=tuple(one.criterion.id for one in judged.results if not one.links),
    )


_MARKS = {Basis.CLAIMED: "S", Basis.CITED: "c"}


def _spot(say: Say, words: str) -> Spot:
    return Spot(Locator(heading=(say("4.2"),), paragraph=3, sheet=say("Log"), cell="B7"), say(words))


def _readings(say: Say) -> tuple[Reading, ...]:
    """Return a document that was read, and that deals with one of two aspects, and one that could not be."""
    spot = _spot(say, "Each employee has a file.")
    found = AspectFound(criterion=say("OA1"), aspect=say("employees"), term=say("employee"), spot=spot)
    return (
        Reading(path=say("hr/records.doc"), format="doc", words=900, fingerprint="b" * 32, look=Look(aspects=(found,))),
        Reading(path=say("induction.pdf"), format="pdf", faults=(ReadFault(Fault.SCANNED, say("page 2")),)),
    )


def _acceptances(say: Say) -> tuple[Acceptance, ...]:
    return (
        Acceptance(
            document=say("hr/records.doc"),
            criterion=say("OA1"),
            by=say("HR manager"),
            on=date(2009, 2, 2),
            document_fingerprint="a" * 32,
            criterion_fingerprint="c" * 32,
        ),
    )


def _revisions(say: Say) -> tuple[Revision, ...]:
    return (
        Revision(
            document=say("hr/records.doc"),
            criterion=say("OA1"),
            edits=(
                Edit(EditKind.SKIPPED, say("Every")),
                Edit(EditKind.SAME, say("file is kept for")),
                Edit(EditKind.REMOVED, say("six")),
                Edit(EditKind.ADDED, say("seven")),
                Edit(EditKind.SAME, say("years.")),
            ),
        ),
    )


def folded() -> EvidenceProfile:
    """Return the full profile with so many documents that what is folded up is kept as text."""
    one = full()
    rows = (evolve(one.documents[0], path=f"old/{number}.doc", criteria=()) for number in range(401))
    return evolve(one, documents=(*one.documents, *rows))


def many(times: int) -> EvidenceProfile:
    """Return the full profile with its criteria repeated under new ids."""
    return samples.many(times)
