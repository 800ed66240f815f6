"""The rule `planned-on-time`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import field, frozen, validators

from readiness._words import day
from readiness.model import Action, Criterion, Finding, Level, Location, Progress, Reason, RuleContext

from ._shared import WARN_DAYS, claimed, time_left


@frozen(kw_only=True)
class PlannedOnTime:
    """
    Where there is no evidence yet, the plan delivers it in time.

    What it asks
        That each plan action for a criterion without evidence is not overdue, and ends before the assessment is due.

    Why
        A gap with an action in time is work; a gap with an action that is late is a risk that somebody has to own.

    What satisfies it
        Evidence; or actions that are done; or actions whose every possible date lies between the as-of date and the
        due date. An action without a date counts as due when the assessment is. A date that the plan gives unclearly
        is never called late on the strength of a guess: all its readings have to be.

    How to fix
        Do the action and claim what it produced, or agree a new date and correct the plan.

    Options
        warn_days: how many days before an action is due to warn of it, ``0`` for none; ``--warn-before`` overrules it.
            Default 30.
        level: level of an overdue action; default ``error``.
    """

    kind: ClassVar[str] = "planned-on-time"
    warn_days: int = field(default=WARN_DAYS, validator=validators.ge(0))
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:
        """Yield a finding for each action that is overdue, late, or not dated at all."""
        if any(claimed(context)):
            return
        for action in context.actions:
            if action.progress is not Progress.DONE:
                yield from self._action(criterion, action, context)

    def _action(self, criterion: Criterion, action: Action, context: RuleContext) -> Iterator[Finding]:
        name = f"Plan action {action.id} (“{action.deliverable}”)"
        last = max((one.latest for one in action.dates), default=None)
        first_possible = max((one.earliest for one in action.dates), default=None)
        if (last or context.due) < context.as_of:
            why = f"was to be done by {day(last)}" if last else f"has no date, and {context.assessment} is past due"
            yield self._finding(action, context, self.level, f"{name} {why}.", Reason.OVERDUE)
        elif last is None or first_possible is None:
            message = f"{name} has no date, so nobody can say that {criterion.id} will be met in time."
            yield self._finding(action, context, Level.WARNING, message, None)
        elif last > context.due:
            sure = "ends" if first_possible > context.due else "may end"
            message = f"{name} {sure} on {day(last)}, after the assessment is due on {day(context.due)}."
            yield self._finding(action, context, Level.WARNING, message, None)
        elif left := time_left(last, context.as_of, self._days(context)):
            message = f"{name} has to be done by {day(last)}{left}."
            yield self._finding(action, context, Level.WARNING, message, None)

    def _days(self, context: RuleContext) -> int:
        return self.warn_days if context.warn_days is None else context.warn_days

    def _finding(
        self, action: Action, context: RuleContext, level: Level, message: str, reason: Reason | None
    ) -> Finding:
        return Finding(
            rule=self.kind,
            level=level,
            message=message,
            location=Location(
                context.plan_file or context.register_file,
                line=next(iter(action.lines), None),
                part=f"action {action.id}",
            ),
            fix="Do it and claim what it produced, or agree a date with its owner and put it in the plan.",
            reason=reason,
        )
