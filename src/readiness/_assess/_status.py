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
    if not there:
        return _without_claims(case)
    reasons = reasons_of(case.findings)
    if not any(_sound(one, case.findings) for one in there):
        return Status.NOT_ASSESSABLE if Reason.UNREADABLE in reasons else Status.NOT_MET
    return Status.PARTLY_MET if reasons else Status.MET


def _without_claims(case: Case) -> Status:
    if any(_deals_with(one, case.criterion) for one in case.exhibits):
        return Status.PARTLY_MET
    overdue = any(finding.reason is Reason.OVERDUE for finding in case.findings)
    return Status.PLANNED if case.actions and not overdue else Status.NOT_MET


def _deals_with(exhibit: Exhibit, criterion: Criterion) -> bool:
    """Return whether a document that cites the criterion also deals with what it asks; naming it proves nothing."""
    return exhibit.link.basis is Basis.CITED and (bool(exhibit.link.aspects) or not criterion.aspects)


def _sound(exhibit: Exhibit, findings: Iterable[Finding]) -> bool:
    """Return whether the document can be looked at and has not lapsed; it may still leave something out."""
    if exhibit.file is None or exhibit.file.state is not FileState.PRESENT:
        return False
    about = (one for one in findings if one.document == exhibit.entry.path)
    return all(one.reason not in _DISQUALIFYING for one in about)


def reasons_of(findings: Iterable[Finding]) -> tuple[Reason, ...]:
    """Return the reasons that the findings give, each once, the most telling first."""
    given = {one.reason for one in findings}
    return tuple(reason for reason in _TELLING if reason in given)
