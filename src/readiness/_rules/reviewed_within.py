"""The rule `reviewed-within`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from attrs import field, frozen, validators

from readiness._words import add_months, counted, day
from readiness.model import Criterion, Exhibit, Finding, Kind, Level, Reason, RuleContext

from ._shared import WARN_DAYS, about, approvals_by, claimed, name_of, time_left


@frozen(kw_only=True)
class ReviewedWithin:
    """
    The evidence was looked at within the cycle that a source asks for.

    What it asks
        That each document claimed for the criterion took effect, or was last approved, no longer ago than the cycle.

    Why
        Where a source gives a cycle, such as three years for enhanced disclosures, older evidence shows only how
        things once were, whatever review date the document gives itself.

    What satisfies it
        ``effective`` or the date of a ``[[document.approval]]`` that is not older than the cycle on the as-of date.
        One that will be too old on the due date is a warning.

    How to fix
        Have the document reviewed and approved again, or claim the newer record.

    Options
        months: length of the cycle; default: the criterion's ``review_months``; without either the rule asks nothing.
        kinds: judge documents of these kinds only; default all.
        warn_days: how many days before it is too old to warn of it, ``0`` for none; ``--warn-before`` overrules it.
            Default 30.
        level: level of a document that is too old; default ``error``.
    """

    kind: ClassVar[str] = "reviewed-within"
    months: int = field(default=0, validator=validators.ge(0))
    kinds: tuple[Kind, ...] = ()
    warn_days: int = field(default=WARN_DAYS, validator=validators.ge(0))
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:
        """Yield what is too old, what will be by the due date, and what carries no date at all."""
        months = self.months or criterion.review_months
        for exhibit in claimed(context) if months else ():
            if self.kinds and set(self.kinds).isdisjoint(exhibit.entry.kinds):
                continue
            last, cycle = _last_review(exhibit, context.as_of), counted(months or 0, "month")
            good_until = add_months(last, months or 0) if last else None
            if last is None or good_until is None:
                message = f"Nothing says when “{name_of(exhibit)}” was last reviewed; the cycle is {cycle}."
                yield self._finding(exhibit, context, self.level, message, Reason.INSUFFICIENT)
            elif good_until < context.as_of:
                message = f"“{name_of(exhibit)}” was last reviewed on {day(last)}; the cycle is {cycle}."
                yield self._finding(exhibit, context, self.level, message, Reason.STALE)
            else:
                yield from self._ahead(exhibit, good_until, context)

    def _ahead(self, exhibit: Exhibit, good_until: date, context: RuleContext) -> Iterator[Finding]:
        days = self.warn_days if context.warn_days is None else context.warn_days
        left = time_left(good_until, context.as_of, days)
        if left or good_until < context.due:
            before = ", before the due date" if good_until < context.due else ""
            message = f"“{name_of(exhibit)}” needs its next review by {day(good_until)}{left}{before}."
            yield self._finding(exhibit, context, Level.WARNING, message, None)

    def _finding(
        self, exhibit: Exhibit, context: RuleContext, level: Level, message: str, reason: Reason | None
    ) -> Finding:
        fix = "Have it reviewed and approved again, then register the new date."
        return about(exhibit, context, self.kind, level, message, fix, reason)


def _last_review(exhibit: Exhibit, as_of: date) -> date | None:
    days = [one.date for one in approvals_by(exhibit, as_of)]
    if exhibit.entry.effective and exhibit.entry.effective <= as_of:
        days.append(exhibit.entry.effective)
    return max(days, default=None)
