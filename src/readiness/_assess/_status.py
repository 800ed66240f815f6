"""The one function that says what a criterion is."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from readiness.model import (
    Action,
    Basis,
    Criterion,
    Exhibit,
    FileState,
    Finding,
    NotApplicable,
    Reason,
    Status,
    Waiver,
    Wording,
)

_DISQUALIFYING = frozenset({Reason.STALE, Reason.UNREADABLE})
_TELLING = (
    Reason.UNKNOWN_WORDING,
    Reason.NOTHING_FOUND,
    Reason.OVERDUE,
    Reason.ONLY_PLANNED,
    Reason.UNREADABLE,
    Reason.STALE,
    Reason.SUSPECT,
    Reason.UNAPPROVED,
    Reason.INSUFFICIENT,
    Reason.ONLY_SUGGESTED,
)


@frozen(kw_only=True)
class Case:
    """
    Everything that the status of one criterion depends on.

    Attributes:
        criterion: with the local wording, if there is one.
        exhibits: the documents put forward.
        actions: the plan's actions that name it.
        findings: what the rules said.
        waiver: a waiver that holds on the day, or ``None``.
        decision: a decision in force on the day that it does not apply, or ``None``.
    """

    criterion: Criterion
    exhibits: tuple[Exhibit, ...] = ()
    actions: tuple[Action, ...] = ()
    findings: tuple[Finding, ...] = ()
    waiver: Waiver | None = None
    decision: NotApplicable | None = None


def status_of(case: Case) -> Status:
    """
    Return the status that the evidence, the plan and the decisions give a criterion.

    A decision that it does not apply comes first; a waiver excuses what is not clear by itself, and nothing else.
    """
    if case.decision is not None:
        return Status.NOT_APPLICABLE
    earned = _earned(case)
    return Status.WAIVED if case.waiver is not None and not earned.clear else earned


def _earned(case: Case) -> Status:
    """Return the status without a waiver."""
    if case.criterion.wording is Wording.UNKNOWN:
        return Status.NOT_ASSESSABLE
    there = [one for one in case.exhibits if one.link.basis is Basis.CLAIMED and one.file is not None]
    reasons = reasons_of(case.findings)
    if any(_sound(one, case) for one in there):
        return Status.PARTLY_MET if reasons else Status.MET
    if _cited(case):
        return Status.PARTLY_MET
    if there:
        return Status.NOT_ASSESSABLE if Reason.UNREADABLE in reasons else Status.NOT_MET
    return Status.PLANNED if case.actions and Reason.OVERDUE not in reasons else Status.NOT_MET


def _cited(case: Case) -> bool:
    """Return whether a document that nobody claims names the criterion and deals with what it asks."""
    return any(one.link.basis is Basis.CITED and one.deals_with(case.criterion) for one in case.exhibits)


def _sound(exhibit: Exhibit, case: Case) -> bool:
    """
    Return whether a document can be relied on: it can be opened, has text, has not lapsed and is to the point.

    It may still leave something out, or bear what has to be mended.
    """
    if exhibit.file is None or exhibit.file.state is not FileState.PRESENT:
        return False
    if exhibit.reading is None or not exhibit.reading.readable:
        return False
    about = (one for one in case.findings if one.document == exhibit.entry.path)
    return exhibit.deals_with(case.criterion) and all(one.reason not in _DISQUALIFYING for one in about)


def reasons_of(findings: Iterable[Finding]) -> tuple[Reason, ...]:
    """Return the reasons that the findings give, each once, the most telling first."""
    given = {one.reason for one in findings}
    return tuple(reason for reason in _TELLING if reason in given)
