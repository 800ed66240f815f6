"""The rule `effective-by-assessment`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from readiness._words import day
from readiness.model import Criterion, Finding, Level, Reason, RuleContext

from ._shared import about, claimed, name_of


@frozen(kw_only=True)
class EffectiveByAssessment:
    """
    The evidence is in force by the day of the assessment.

    What it asks
        That no document claimed for the criterion takes effect only after the assessment is due.

    Why
        An assessment judges what is in force on its day. A procedure that starts a month later does not help.

    What satisfies it
        ``effective`` in the register on or before the due date of the assessment. A document without ``effective`` is
        in force from its first approval. One that is not in force yet on the as-of date is a warning.

    How to fix
        Bring the date forward, or claim what is in force until then.

    Options
        level: ``error``, ``warning`` or ``note``; default ``error``.
    """

    kind: ClassVar[str] = "effective-by-assessment"
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:  # noqa: ARG002 - the protocol
        """Yield a finding for each document that comes into force too late."""
        for exhibit in claimed(context):
            start = exhibit.entry.effective or min((one.date for one in exhibit.entry.approvals), default=None)
            if start and start > context.due:
                message = f"“{name_of(exhibit)}” takes effect on {day(start)}, after the due date {day(context.due)}."
                fix = "Bring the date forward, or claim what is in force until then."
                yield about(exhibit, context, self.kind, self.level, message, fix, Reason.INSUFFICIENT)
            elif start and start > context.as_of:
                message = f"“{name_of(exhibit)}” is not in force yet; it takes effect on {day(start)}."
                fix = "See that it does, or claim what is in force today."
                yield about(exhibit, context, self.kind, Level.WARNING, message, fix)
