"""One criterion as neutral blocks."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date

from readiness.model import (
    Action,
    Basis,
    Block,
    Bullets,
    CriterionResult,
    EvidenceLink,
    Facts,
    Finding,
    Grid,
    Heading,
    Line,
    Paragraph,
    Phrasing,
    Spot,
    Status,
    Tone,
)

from . import _text
from ._spoken import lines, named, path, say, standing
from ._view import AspectView, CriterionView, EvidenceView


def criterion_blocks(one: CriterionView, as_of: date, phrasing: Phrasing) -> Iterator[Block]:
    """Yield what a profile says of a criterion: what it asks, what is wrong, what shows it, what is planned."""
    result = one.result
    yield Heading(text=f"{one.criterion.id} {one.criterion.title}", level=3, anchor=one.anchor, status=result.status)
    reasons = "; ".join(map(phrasing.reason, result.reasons))
    why = (*say(" Why: ", strong=True), *say(f"{reasons}.")) if reasons else ()
    yield Paragraph(words=(*standing(result.status), *why), tone=Tone.LEAD)
    if result.taken:
        yield Paragraph(words=(*say("Not in the way: ", strong=True), *say(result.taken)))
    yield from _excused(result, phrasing)
    yield from _unknown(one)
    if asked := _asked(one):
        yield Facts(rows=asked)
    yield Heading(text="Findings", level=4)
    yield _list(finding_items(result.findings), "Nothing to mend.")
    yield Heading(text="Evidence", level=4)
    for document in dict.fromkeys(each.link.document for each in one.evidence):
        yield from _document([each for each in one.evidence if each.link.document == document])
    if not one.evidence:
        yield Paragraph(words=say("No document is put forward."), tone=Tone.QUIET)
    if one.aspects:
        yield _aspects(one)
    yield Heading(text="In the plan", level=4)
    yield _list((_action(each, as_of) for each in result.actions), "No action of the plan names it.")


def _list(items: Iterable[Line], otherwise: str) -> Block:
    held = tuple(items)
    return Bullets(items=held) if held else Paragraph(words=say(otherwise), tone=Tone.QUIET)


def finding_items(findings: Iterable[Finding]) -> Iterator[Line]:
    """Yield each finding with its mend, its rule and its place."""
    for one in findings:
        mend = (*say("\nTo mend it: ", strong=True), *say(one.fix)) if one.fix else ()
        place = f"\nRule {one.rule}, {one.location}"
        yield (
            *say(f"{one.level.value.capitalize()}: ", strong=True),
            *say(one.message),
            *mend,
            *say(place, quiet=True),
        )


def _excused(result: CriterionResult, phrasing: Phrasing) -> Iterator[Block]:
    if waiver := result.waiver:
        days = f"from {_text.day(waiver.from_)} until {_text.day(waiver.until)}"
        said = say(f" by {waiver.approver}, {days}.\n{waiver.reason}")
        yield Paragraph(words=(*say(phrasing.label(Status.WAIVED), strong=True), *said), tone=Tone.NOTICE)
    if no := result.not_applicable:
        decided = f", decided by {no.approver} on {_text.day(no.date)}. There is no end date.\n{no.reason}"
        yield Paragraph(
            words=(*say(phrasing.label(Status.NOT_APPLICABLE), strong=True), *say(decided)), tone=Tone.NOTICE
        )


def _unknown(one: CriterionView) -> Iterator[Block]:
    if not one.wording_unknown:
        return
    lead = say(f"The wording of {one.criterion.id} is not known. ", strong=True)
    rest = say(
        "It can be neither passed nor failed until the organisation gives the wording from its own papers in the "
        "register."
    )
    yield Paragraph(words=(*lead, *rest), tone=Tone.NOTICE)
    if candidates := one.criterion.candidates:
        offered = "These deliverables carry no number and might belong here. They are offered, not assumed:"
        yield Paragraph(words=say(offered))
        yield Bullets(
            items=tuple(say(f"{each.topic} ({each.id}){f': {each.note}' if each.note else ''}") for each in candidates)
        )


def _asked(one: CriterionView) -> tuple[tuple[str, Line], ...]:
    asked = one.criterion
    bases = dict.fromkeys(_text.fact_basis_words(each.fact.basis) for each in one.facts if each.fact.of == "requires")
    rests = say(f" ({'; '.join(bases)})" if bases else "", quiet=True)
    return named(
        (
            ("Requires", (*say(asked.requires), *rests) if asked.requires else ()),
            ("Wording from", say(one.wording_source)),
            ("Strand", say(one.strand)),
            ("Looked after by", say(", ".join(asked.owners))),
            ("To be endorsed by", say(", ".join(asked.endorsers))),
            ("Evidence asked for", say("; ".join(map(str, asked.kinds)))),
            ("Reviewed every", say(_text.count(asked.review_months, "month") if asked.review_months else "")),
            ("Typed in the sources as", say(", ".join(asked.typed_as))),
            ("Note", say(asked.note)),
        )
    )


def _document(places: Sequence[EvidenceView]) -> Iterator[Block]:
    """Yield a document that is put forward, with each place in it."""
    document, entry = places[0].link.document, places[0].entry
    title = f", {entry.title}" if entry and entry.title and entry.title != document else ""
    about = say(f"\n{'; '.join(_registered(places[0]))}", quiet=True)
    yield Paragraph(words=(*path(document), *say(title), *about), tone=Tone.LEAD)
    for one in places:
        yield from _place(one.link)


def _place(put: EvidenceLink) -> Iterator[Block]:
    whole = ", the whole document" if put.basis is Basis.CLAIMED else ""
    where = f", at {put.locator}" if put.locator else whole
    note = f"\nNote: {put.note}" if put.note else ""
    said = say(f"{_text.link_basis_words(put.basis).capitalize()}{where}{note}")
    yield Paragraph(words=said, tone=Tone.LEAD if put.quote else Tone.PLAIN)
    if put.quote:
        yield Paragraph(words=say(f"“{put.quote}”"), tone=Tone.QUOTE)


def _registered(one: EvidenceView) -> Iterator[str]:
    if not (entry := one.entry):
        yield "The register does not name this document"
        return
    approvals = (_text.approval_words(each) for each in entry.approvals)
    yield f"Kind: {_text.kinds_words(entry.kinds) or 'not stated'}"
    yield f"owner: {entry.owner or 'nobody is named'}"
    if entry.version:
        yield f"version {entry.version}"
    yield f"in force from {_text.day(entry.effective)}" if entry.effective else "in force from: not stated"
    yield f"review by {_text.day(entry.review_by)}" if entry.review_by else "review by: not stated"
    yield f"approved by {'; '.join(approvals) or 'nobody'}"


def _aspects(one: CriterionView) -> Grid:
    quoted = {each.link.quote for each in one.evidence}
    rows = tuple(
        (
            say(each.aspect.title),
            say("Found" if each.found else "Not found" if each.claimed_by else "Not claimed", strong=not each.found),
            _where(each, quoted),
            say(f"{'required' if each.aspect.required else 'helpful'}, {_text.fact_basis_words(each.aspect.basis)}"),
        )
        for each in one.aspects
    )
    return Grid(
        caption=f"What the evidence for {one.criterion.id} has to deal with",
        head=("Aspect", "In the evidence", "Where", "Weight"),
        rows=rows,
        widths=(2.6, 1.3, 4.8, 1.5),
    )


def _where(one: AspectView, quoted: Container[str]) -> Line:
    if one.found:
        return lines([_spot(document, spot, quoted) for document, spot in one.found], between="\n")
    if one.claimed_by:
        return say(f"claimed, but no words of it were found in {', '.join(one.claimed_by)}")
    return say("no document is claimed for it")


def _spot(document: str, spot: Spot, quoted: Container[str]) -> Line:
    """Return where an aspect is dealt with; words that stand above are not said again."""
    where = f", {spot.locator}" if str(spot.locator) else ""
    words = ", as quoted above" if spot.quote in quoted else f": “{spot.quote}”"
    return (*path(document), *say(f"{where}{words}"))


def _action(one: Action, as_of: date) -> Line:
    days = "; ".join(map(_text.plan_day, one.dates)) or "no date"
    overdue = say(", overdue", strong=True) if one.overdue_on(as_of) else ()
    source = "as the plan states it" if one.progress_stated else "inferred from the words"
    words = f", {source}: “{one.progress_words}”" if one.progress_words else ""
    rest = [days, ", ".join(one.who) or "nobody is named", f"progress: {one.progress.value}{words}"]
    above = f", that is: “{one.comment}”" if "comment" in one.as_above else ""
    if one.comment_as_written:
        rest.append(f"comment as written: “{one.comment_as_written}”{above}")
    return (*say(f"{one.id} {one.deliverable}", strong=True), *overdue, *say(f"\n{'; '.join(rest)}"))
