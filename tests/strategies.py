"""Catalogues, registers, folders and plans as values, for laws that hold for all of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from attrs import evolve, frozen
from hypothesis import strategies as st

from readiness import assess
from readiness._registry import rules
from readiness.model import (
    Action,
    Approval,
    Aspect,
    Assessment,
    AssessmentSpec,
    Catalogue,
    Claim,
    Confidence,
    Criterion,
    CriterionRef,
    DocumentEntry,
    EvidenceFolder,
    FileState,
    FoundFile,
    Kind,
    KindAsk,
    LocalWording,
    NotApplicable,
    PartialDate,
    Plan,
    PlanDate,
    Progress,
    Register,
    Waiver,
    Wording,
)

IDS = ("OA1", "OA2", "OA3")
BODIES = ("LSCB", "Cabinet", "Board of Directors")
ASPECTS = ("lost", "found")
FIRST, LAST = date(2008, 6, 1), date(2010, 6, 30)
SOME_DAY = st.dates(FIRST, LAST)
WORDS = st.text(max_size=8) | st.sampled_from(["Head of Service", "<b>", "| a |", "\x1b[31m"])

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
            *(st.builds(Aspect, id=st.just(one), title=WORDS, required=st.booleans()) for one in ASPECTS)
        ),
    )
    unknown = st.just(Criterion(id=criterion_id, title="Not known", wording=Wording.UNKNOWN))
    return st.one_of(known, known, known, unknown)


def entries(path: str, facts: st.SearchStrategy[date]) -> st.SearchStrategy[DocumentEntry]:
    """Return what a register may say of a document; what happened, happened on one of the days of *facts*."""
    claim = st.builds(
        Claim,
        criterion=st.sampled_from(IDS),
        aspects=st.lists(st.sampled_from(ASPECTS), max_size=2, unique=True).map(tuple),
        where=WORDS,
        line=st.integers(1, 99),
    )
    return st.builds(
        DocumentEntry,
        path=st.just(path),
        title=WORDS,
        kinds=KINDS,
        owner=st.sampled_from(["", "Officer"]),
        effective=st.none() | facts,
        review_by=st.none() | SOME_DAY,
        approvals=st.lists(st.builds(Approval, body=st.sampled_from(BODIES), date=facts), max_size=2).map(tuple),
        claims=st.lists(claim, max_size=3).map(tuple),
    )


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
        due=SOME_DAY,
        documents=st.tuples(*(entries(f"{name}.doc", facts) for name in "abc")).flatmap(
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
        FoundFile(path=path, state=draw(STATES), size=3, sha256="0" * 64)
        for path in sorted(draw(st.sets(st.sampled_from(["a.doc", "b.doc", "c.doc", "extra.doc"]))))
    )
    return World(
        catalogue=catalogue,
        folder=EvidenceFolder(name="evidence", register=register, files=files),
        plan=draw(plans()),
    )
