"""
Catalogues, registers, folders and plans as values, for laws that hold for all of them.

A strategy is made once and kept: to make and check it anew for every example takes longer than to draw from it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Any

from attrs import evolve, frozen
from hypothesis import strategies as st

from readiness import assess
from readiness._registry import rules
from readiness.model import (
    Acceptance,
    Action,
    Approval,
    Aspect,
    AspectFound,
    Assessment,
    AssessmentSpec,
    Catalogue,
    Citation,
    Claim,
    Confidence,
    Criterion,
    CriterionRef,
    DatedSpot,
    DocumentEntry,
    DocumentFacts,
    Edit,
    EditKind,
    EvidenceFolder,
    Fault,
    FileState,
    FoundFile,
    Kind,
    KindAsk,
    LocalWording,
    Locator,
    Look,
    NotApplicable,
    PartialDate,
    Pin,
    Plan,
    PlanDate,
    Progress,
    ReadFault,
    Reading,
    Register,
    Revision,
    Spot,
    Stated,
    StatedFact,
    TermSpot,
    Vocabulary,
    Waiver,
    Wording,
)

IDS = ("OA1", "OA2", "OA3")
PATHS = ("policy v1.doc", "policy v2.doc", "c.doc", "extra.doc")
"""Documents; the last is in no register. One is a later version of another, by its name."""
BODIES = ("LSCB", "Cabinet", "Board of Directors")
ASPECTS = ("lost", "found")
TERMS = ((), ("mislaid",), ("mislaid",))
FIRST, LAST = date(2008, 6, 1), date(2010, 6, 30)
SOME_DAY = st.dates(FIRST, LAST)
WORDS = st.text(max_size=8) | st.sampled_from(["Head of Service", "<b>", "| a |", "\x1b[31m"])

PRINTS = st.sampled_from(["one", "one", "two"])
KINDS = st.lists(st.sampled_from(Kind), max_size=2, unique=True).map(tuple)
ASKS = st.lists(st.sampled_from(Kind), min_size=1, max_size=2, unique=True).map(lambda kinds: KindAsk(tuple(kinds)))
STATES = st.sampled_from(
    [FileState.PRESENT, FileState.PRESENT, FileState.PRESENT, FileState.EMPTY, FileState.NOT_PERMITTED]
)


@frozen(kw_only=True)
class World:
    """Everything that an assessment is made of, except the day."""

    catalogue: Catalogue
    folder: EvidenceFolder
    plan: Plan | None

    def on(self, day: date) -> Assessment:
        """Return the assessment on *day*."""
        return assess(self.catalogue, self.folder, as_of=day, plan=self.plan)

    def with_register(self, change: Callable[[Register], Register]) -> World:
        """Return the same world with another register."""
        return evolve(self, folder=evolve(self.folder, register=change(self.folder.register)))


@cache
def criteria(criterion_id: str) -> st.SearchStrategy[Criterion]:
    """Return criteria of that id: of known wording or not, asking for all that a catalogue can ask for."""
    known = st.builds(
        Criterion,
        id=st.just(criterion_id),
        title=WORDS,
        requires=st.just("Something is done."),
        owners=st.just(("Officer",)),
        endorsers=st.lists(st.sampled_from(BODIES), max_size=1).map(tuple),
        review_months=st.sampled_from([None, None, 6, 12, 36]),
        kinds=st.lists(ASKS, max_size=2).map(tuple),
        aspects=st.tuples(
            *(
                st.builds(Aspect, id=st.just(one), title=WORDS, required=st.booleans(), terms=st.sampled_from(TERMS))
                for one in ASPECTS
            )
        ),
        vocabulary=st.just(Vocabulary(later=("DBS",))),
    )
    unknown = st.just(Criterion(id=criterion_id, title="Not known", wording=Wording.UNKNOWN))
    return st.one_of(known, known, known, unknown)


@cache
def entries(path: str, facts: st.SearchStrategy[date]) -> st.SearchStrategy[DocumentEntry]:
    """Return what a register may say of a document; what happened, happened on one of the days of *facts*."""
    claim = st.builds(
        Claim,
        criterion=st.sampled_from(IDS),
        aspects=st.lists(st.sampled_from(ASPECTS), max_size=2, unique=True).map(tuple),
        where=st.sampled_from(["", "page 1", "“signed for”"]),
        note=st.sampled_from(["", "For ContactPoint, too."]),
        line=st.integers(1, 99),
    )
    return st.builds(
        DocumentEntry,
        path=st.just(path),
        title=WORDS,
        kinds=KINDS,
        owner=st.sampled_from(["", "Officer"]),
        version=st.sampled_from(["", "0.9", "1", "2"]),
        applies=st.sampled_from(["", "To everything."]),
        effective=st.none() | facts,
        review_by=st.none() | SOME_DAY,
        approvals=st.lists(st.builds(Approval, body=st.sampled_from(BODIES), date=facts), max_size=2).map(tuple),
        claims=st.lists(claim, max_size=3).map(tuple),
    )


@cache
def registers(facts: st.SearchStrategy[date]) -> st.SearchStrategy[Register]:
    """Return registers of up to three documents, with waivers, decisions and local wordings."""
    criterion = st.sampled_from(IDS)
    waiver = st.builds(
        lambda start, length, about: Waiver(
            criterion=about, reason="Later", approver="Board", from_=start, until=start + timedelta(days=length)
        ),
        facts,
        st.integers(0, 400),
        criterion,
    )
    decision = st.builds(
        NotApplicable, criterion=criterion, reason=st.just("None here"), approver=st.just("Board"), date=facts
    )
    wording = st.builds(
        LocalWording, id=criterion, title=WORDS, requires=st.just("It."), source=st.just("Letter"), kinds=st.just(())
    )
    return st.builds(
        Register,
        organisation=WORDS,
        assessment=st.just("RA7"),
        system=st.sampled_from(["", "ContactPoint"]),
        due=SOME_DAY,
        documents=st.tuples(*(entries(path, facts) for path in PATHS[:3])).flatmap(
            lambda found: st.integers(0, 3).map(lambda count: found[:count])
        ),
        waivers=st.lists(waiver, max_size=2).map(tuple),
        not_applicable=st.lists(decision, max_size=1).map(tuple),
        wordings=st.lists(wording, max_size=1).map(tuple),
    )


PARTIAL = SOME_DAY.flatmap(
    lambda day: st.sampled_from([PartialDate(day.year, day.month), PartialDate(day.year, day.month, day.day)])
)
PLAN_DATES = st.builds(
    PlanDate,
    date=PARTIAL,
    confidence=st.sampled_from(Confidence),
    how=st.just("as written"),
    alternatives=st.lists(PARTIAL, max_size=1).map(tuple),
)


@st.composite
def plans(draw: st.DrawFn) -> Plan | None:
    """Return a plan of up to three actions, or none."""
    if draw(st.booleans()):
        return None
    actions = [
        Action(
            id=f"A{number:02}",
            section="Section",
            strand="",
            deliverable=draw(WORDS) or "Something",
            criteria=tuple(
                CriterionRef(id=one, written=one) for one in draw(st.sets(st.sampled_from(IDS), max_size=2))
            ),
            dates=tuple(draw(st.lists(PLAN_DATES, max_size=2))),
            progress=draw(st.sampled_from(Progress)),
            lines=(number,),
        )
        for number in range(1, draw(st.integers(1, 4)))
    ]
    return Plan(title="Plan", actions=tuple(actions), file="plan.csv")


SPOTS = st.sampled_from([Spot(Locator(page=1), "As it stands."), Spot(Locator(), "[Insert name]")])
FAULTS = st.sampled_from(Fault).map(ReadFault)
FACTS = st.builds(DocumentFacts, tracked_changes=st.integers(0, 1), comments=st.integers(0, 1))
FOUND = st.builds(
    AspectFound, criterion=st.sampled_from(IDS), aspect=st.sampled_from(ASPECTS), term=st.just("mislaid"), spot=SPOTS
)
CITATIONS = st.builds(
    lambda name, spot: Citation(criterion=name, written=name, spot=spot, known=name in IDS),
    st.sampled_from([*IDS, "OA29"]),
    SPOTS,
)
STATED = st.builds(
    lambda fact, day, spot: Stated(fact=fact, written="1", earliest=day, latest=day, spot=spot),
    st.sampled_from(StatedFact),
    SOME_DAY,
    SPOTS,
)
PINS = st.tuples(
    *(
        st.builds(Pin, where=st.just(where), checkable=st.booleans(), spot=st.none() | SPOTS, fingerprint=PRINTS)
        for where in ("page 1", "“signed for”")
    )
)


def a_few(values: st.SearchStrategy[Any], most: int = 1) -> st.SearchStrategy[tuple[Any, ...]]:
    """Return up to *most* values, mostly none, so that most documents have little to be said against them."""
    return st.one_of(st.just(()), st.just(()), st.lists(values, max_size=most).map(tuple))


@cache
def looks(facts: st.SearchStrategy[date]) -> st.SearchStrategy[Look]:
    """Return what a closer look may have found."""
    term = st.builds(TermSpot, st.just("DBS"), st.just(1), SPOTS)
    return st.builds(
        Look,
        aspects=st.lists(FOUND, max_size=4).map(tuple),
        system=a_few(term),
        residue=a_few(SPOTS),
        drafts=a_few(SPOTS),
        stated=a_few(STATED, 2),
        dates=st.lists(st.builds(DatedSpot, facts, SPOTS), max_size=2).map(tuple),
        later_terms=a_few(term),
        pins=PINS,
        sketch=st.sampled_from([(), (1, 2, 3, 4), (1, 2, 3, 5), (6, 7, 8, 9)]),
    )


@cache
def readings(path: str, facts: st.SearchStrategy[date]) -> st.SearchStrategy[Reading | None]:
    """Return a document as it was opened: mostly in full, sometimes in part or in vain, sometimes not at all."""
    read = st.builds(
        Reading,
        path=st.just(path),
        facts=st.one_of(st.just(DocumentFacts()), st.just(DocumentFacts()), FACTS),
        faults=a_few(FAULTS),
        truncated=st.sampled_from([False, False, True]),
        words=st.just(9),
        fingerprint=PRINTS,
        citations=a_few(CITATIONS, 2),
        look=looks(facts),
    )
    in_vain = st.builds(Reading, path=st.just(path), faults=st.lists(FAULTS, max_size=1).map(tuple))
    return st.one_of(read, read, read, read, in_vain, st.none())


@st.composite
def acceptances(draw: st.DrawFn, facts: st.SearchStrategy[date]) -> tuple[Acceptance, ...]:
    """Return what somebody may have accepted, each on a line of its own."""
    return tuple(
        Acceptance(
            document=draw(st.sampled_from(PATHS)),
            criterion=draw(st.sampled_from(IDS)),
            where=draw(st.sampled_from(["", "page 1"])),
            on=draw(facts),
            document_fingerprint=draw(PRINTS),
            passage_fingerprint=draw(PRINTS),
            criterion_fingerprint=draw(PRINTS),
            line=line,
        )
        for line in range(draw(st.integers(0, 3)))
    )


@st.composite
def worlds(draw: st.DrawFn, facts: st.SearchStrategy[date] = SOME_DAY) -> World:
    """Return everything an assessment is made of; all that happened, happened on one of the days of *facts*."""
    catalogue = Catalogue(
        id="x",
        title="X",
        version="1",
        assessments=(AssessmentSpec(id="RA7", title="RA7"),),
        criteria=tuple(draw(criteria(one)) for one in IDS),
        rules=tuple(rules.get(kind)() for kind in sorted(rules.builtins)),
    )
    register = draw(registers(facts))
    files = tuple(
        FoundFile(path=path, state=draw(STATES), size=3, sha256=draw(st.sampled_from("01")) * 64)
        for path in sorted(draw(st.sets(st.sampled_from(PATHS))))
    )
    opened = [draw(readings(one.path, facts)) for one in files if one.state is FileState.PRESENT]
    accepted = draw(acceptances(facts))
    folder = EvidenceFolder(
        name="evidence",
        register=register,
        files=files,
        readings=tuple(one for one in opened if one is not None),
        acceptances=accepted,
        revisions=tuple(
            Revision(document=one.document, criterion=one.criterion, where=one.where, edits=(Edit(kind, "some words"),))
            for one, kind in zip(accepted, EditKind, strict=False)
        ),
    )
    return World(catalogue=catalogue, folder=folder, plan=draw(plans()))
