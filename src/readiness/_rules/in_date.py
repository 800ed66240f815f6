"""The rule `in-date`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from attrs import field, frozen, validators

from readiness._words import day
from readiness.model import Criterion, Exhibit, Finding, Level, Reason, RuleContext

from ._shared import WARN_DAYS, about, claimed, is_lasting, name_of, time_left


@frozen(kw_only=True)
class InDate:
    """
    The evidence has not lapsed.

    What it asks
        That no document claimed for the criterion is past its review-by date.

    Why
        An assessor does not accept a policy whose own review date has passed. What will lapse before the assessment
        is due is worth knowing today.

    What satisfies it
        ``review_by`` in the register on or after the as-of date. One that falls before the due date of the assessment
        is a warning, and so is one that is near; a lasting document without one is noted, as nobody can say when it
        lapses.

    How to fix
        Review the document and register the new version with its new ``review_by``.

    Options
        warn_days: how many days before it lapses to warn of it, ``0`` for none; ``--warn-before`` overrules it.
            Default 30.
        level: level of a lapsed document; default ``error``.
    """

    kind: ClassVar[str] = "in-date"
    warn_days: int = field(default=WARN_DAYS, validator=validators.ge(0))
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:  # noqa: ARG002 - the protocol
        """Yield what has lapsed, what will lapse before the due date, and what has no date."""
        for exhibit in claimed(context):
            review_by = exhibit.entry.review_by
            if review_by is None:
                if is_lasting(exhibit):
                    message = f"“{name_of(exhibit)}” has no review-by date, so nobody can say when it lapses."
                    yield self._finding(exhibit, context, Level.NOTE, message, None)
            elif review_by < context.as_of:
                message = f"“{name_of(exhibit)}” was due for review by {day(review_by)}."
                yield self._finding(exhibit, context, self.level, message, Reason.STALE)
            else:
                yield from self._ahead(exhibit, review_by, context)

    def _ahead(self, exhibit: Exhibit, review_by: date, context: RuleContext) -> Iterator[Finding]:
        days = self.warn_days if context.warn_days is None else context.warn_days
        left = time_left(review_by, context.as_of, days)
        if left or review_by < context.due:
            before = ", before the assessment is due" if review_by < context.due else ""
            message = f"“{name_of(exhibit)}” lapses on {day(review_by)}{left}{before}."
            yield self._finding(exhibit, context, Level.WARNING, message, None)

    def _finding(
        self, exhibit: Exhibit, context: RuleContext, level: Level, message: str, reason: Reason | None
    ) -> Finding:
        fix = "Review it and register the new review_by date."
        return about(exhibit, context, self.kind, level, message, fix, reason)
