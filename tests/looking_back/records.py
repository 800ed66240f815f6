"""Recorded assessments as values, for laws that hold for all of them, and small ones for examples."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from readiness.model import (
    Basis,
    Decision,
    Finding,
    Level,
    Location,
    Progress,
    Reason,
    Record,
    RecordedAction,
    RecordedCatalogue,
    RecordedCriterion,
    RecordedDecision,
    RecordedDocument,
    RecordedLink,
    RecordedWaiver,
    Status,
    Wording,
)

DAY, LATER, DUE = date(2009, 1, 31), date(2009, 3, 31), date(2009, 5, 29)
WAIVER = RecordedWaiver(reason="Later", approver="Board", from_=DAY, until=LATER)


def finding(message: str, **more: Any) -> Finding:
    """Return an error of the rule `approved` about policy.doc, unless *more* says otherwise."""
    usual: dict[str, Any] = {"rule": "approved", "level": Level.ERROR, "location": Location("policy.doc")}
    return Finding(message=message, **(usual | {"document": "policy.doc", "fix": "Mend it."} | more))


def criterion(status: Status = Status.MET, *findings: Finding, **more: Any) -> RecordedCriterion:
    """Return OA1 with policy.doc claimed for it."""
    usual: dict[str, Any] = {"id": "OA1", "title": "Records", "requires": "Keep them.", "wording": Wording.KNOWN}
    usual["links"] = (RecordedLink(document="policy.doc", basis=Basis.CLAIMED),)
    reasons = tuple(dict.fromkeys(one.reason for one in findings if one.reason))
    return RecordedCriterion(status=status, findings=findings, reasons=reasons, **(usual | more))


def record(*criteria: RecordedCriterion, **more: Any) -> Record:
    """Return an assessment of those criteria with one document."""
    go = all(one.status.clear for one in criteria)
    usual: dict[str, Any] = {
        "organisation": "Test Council",
        "assessment": "RA7",
        "as_of": DAY,
        "due": DUE,
        "decision": Decision.GO if go else Decision.NO_GO,
        "catalogue": RecordedCatalogue(id="x", title="X", version="1"),
        "documents": (RecordedDocument(path="policy.doc", sha256="0" * 64, state="present"),),
        "generator": "readiness 0",
    }
    return Record(criteria=criteria, **(usual | more))


def later(one: Record, *criteria: RecordedCriterion, **more: Any) -> Record:
    """Return the same assessment two months later, with other criteria if any are given."""
    return evolve(one, as_of=LATER, criteria=criteria or one.criteria, **more)


TEXT = st.sampled_from(["One thing.", "One thing, and another.", "Something else.", "<b>", "\x1b[31m\udce9"])
PATHS = st.sampled_from(["a.doc", "b.doc", "c/ü.doc"])
FINDINGS = st.builds(
    Finding,
    rule=st.sampled_from(["approved", "covers-aspects", "in-date", "waiver"]),
    level=st.sampled_from(Level),
    message=TEXT,
    location=st.builds(Location, PATHS | st.just("register.toml"), part=st.sampled_from(["", "page 1"])),
    reason=st.none() | st.sampled_from([Reason.STALE, Reason.UNAPPROVED]),
    document=st.just("") | PATHS,
    fix=st.just("Mend it."),
)
LINKS = st.builds(RecordedLink, document=PATHS, basis=st.sampled_from(Basis))
ACTIONS = st.builds(
    RecordedAction,
    id=st.just("A1"),
    deliverable=st.sampled_from(["Write", "Agree"]),
    rag=st.sampled_from(Progress),
    overdue=st.booleans(),
)


def some(values: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    """Return a few values as a tuple."""
    return st.lists(values, max_size=most).map(tuple)


@st.composite
def criteria(draw: st.DrawFn, name: str) -> RecordedCriterion:
    """Return a criterion of that id, whose excuse fits its status."""
    status = draw(st.sampled_from(Status))
    decision = RecordedDecision(reason="None here", approver="Board", date=DAY)
    return RecordedCriterion(
        id=name,
        title=draw(TEXT),
        requires=draw(TEXT),
        wording=draw(st.sampled_from(Wording)),
        status=status,
        reasons=draw(some(st.sampled_from(Reason))),
        links=draw(some(LINKS)),
        actions=draw(some(ACTIONS, 2)),
        findings=draw(some(FINDINGS)),
        taken="" if status.clear else draw(st.sampled_from(["", "", "The assessment takes it."])),
        waiver=WAIVER if status is Status.WAIVED else None,
        not_applicable=decision if status is Status.NOT_APPLICABLE else None,
    )


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Return an assessment of OA1 and up to two more criteria."""
    names = ["OA1", *draw(st.lists(st.sampled_from(["OA2", "OA10"]), max_size=2, unique=True))]
    documents = st.builds(
        RecordedDocument,
        path=PATHS,
        sha256=st.sampled_from(["", "1", "2"]),
        state=st.sampled_from(["present", "empty"]),
    )
    return Record(
        organisation="Test Council",
        assessment="RA7",
        as_of=draw(st.sampled_from([DAY, LATER])),
        due=draw(st.sampled_from([DUE, LATER])),
        decision=draw(st.sampled_from(Decision)),
        catalogue=RecordedCatalogue(id="x", title="X", version=draw(st.sampled_from("12"))),
        criteria=tuple(draw(criteria(name)) for name in names),
        findings=draw(some(FINDINGS)),
        documents=tuple(draw(st.lists(documents, max_size=3, unique_by=lambda one: one.path))),
        shortfalls=draw(some(TEXT, 2)),
        generator=draw(st.sampled_from(["readiness 1", "readiness 2"])),
    )
