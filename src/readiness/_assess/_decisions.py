"""Waivers and decisions that a criterion does not apply: which hold on a day, and what is to be said of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from readiness._rules._shared import WARN_DAYS, time_left
from readiness._words import day
from readiness.model import Finding, Level, Location, NotApplicable, Register, Status, Waiver

_WAIVER = "waiver"
_DECISION = "not-applicable"


def waiver_on(register: Register, criterion_id: str, as_of: date) -> Waiver | None:
    """Return the waiver of the criterion that holds on *as_of*, the one that lasts longest; ``None`` if none does."""
    holding = [one for one in register.waivers if one.criterion == criterion_id and one.holds_on(as_of)]
    return max(holding, key=lambda one: one.until, default=None)


def decision_on(register: Register, criterion_id: str, as_of: date) -> NotApplicable | None:
    """Return the decision in force on *as_of* that the criterion does not apply, or ``None``."""
    return next((one for one in register.not_applicable if one.criterion == criterion_id and one.date <= as_of), None)


def decision_findings(
    register: Register, criterion_id: str, status: Status, as_of: date, due: date, warn_days: int = WARN_DAYS
) -> Iterator[Finding]:
    """
    Yield what is to be said of the waivers and decisions of one criterion.

    Args:
        register: where they stand.
        criterion_id: canonical id.
        status: the criterion's status on the day.
        as_of: the day.
        due: the day the assessment is due.
        warn_days: how many days before a waiver ends to warn of it.
    """
    own = [one for one in register.waivers if one.criterion == criterion_id]
    for waiver in own:
        if not any(_goes_on(waiver, later) for later in own):
            yield from _of_waiver(register, waiver, status, as_of, due, warn_days)
    for decision in register.not_applicable:
        if decision.criterion == criterion_id and decision.date > as_of:
            message = f"The decision that {criterion_id} does not apply is dated {day(decision.date)}, in the future."
            yield _finding(register, decision, Level.WARNING, message, "Correct its date, or wait for the decision.")


def _goes_on(waiver: Waiver, later: Waiver) -> bool:
    """Return whether *later* renews *waiver*: it ends later, and no day lies between."""
    return waiver.until < later.until and later.from_ <= waiver.until + timedelta(days=1)


def _of_waiver(
    register: Register, waiver: Waiver, status: Status, as_of: date, due: date, warn_days: int
) -> Iterator[Finding]:
    subject = f"The waiver of {waiver.criterion} (approved by {waiver.approver})"
    if waiver.until < as_of:
        level = Level.WARNING if status.clear else Level.ERROR
        message = f"{subject} expired on {day(waiver.until)}."
        yield _finding(register, waiver, level, message, "Meet the criterion, or have the waiver renewed; remove it.")
    elif waiver.from_ > as_of and status is not Status.WAIVED:
        message = f"{subject} only begins on {day(waiver.from_)}."
        yield _finding(register, waiver, Level.NOTE, message, "Nothing to do until then.")
    elif status is not Status.WAIVED:
        message = f"{subject} is not used: the criterion is {status.value} without it."
        yield _finding(register, waiver, Level.WARNING, message, "Remove the waiver.")
    elif (left := time_left(waiver.until, as_of, warn_days)) or waiver.until < due:
        before = ", before the assessment is due" if waiver.until < due else ""
        message = f"{subject} expires on {day(waiver.until)}{left}{before}."
        yield _finding(register, waiver, Level.WARNING, message, "Meet the criterion by then, or have it renewed.")


def _finding(register: Register, decision: Waiver | NotApplicable, level: Level, message: str, fix: str) -> Finding:
    rule = _WAIVER if isinstance(decision, Waiver) else _DECISION
    location = Location(register.file, line=decision.line, part=decision.criterion)
    return Finding(rule=rule, level=level, message=message, location=location, fix=fix)
