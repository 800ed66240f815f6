"""The rule `evidence-of-practice`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from attrs import field, frozen, validators

from readiness._words import add_months, counted, day
from readiness.model import Criterion, DatedSpot, Exhibit, Finding, Kind, KindAsk, Level, Reason, RuleContext

from ._shared import Opened, about, claimed, inside, name_of, opened


@frozen(kw_only=True)
class EvidenceOfPractice:
    """
    The records show that it is done, and lately.

    What it asks
        That, where the criterion asks for a record, a claimed record holds an entry that is dated within the period
        before the as-of date.

    Why
        A log whose last line is two years old shows that something was once done. A policy says what is meant to
        happen; only recent entries show that it does.

    What satisfies it
        A document whose ``kinds`` include ``record``, with a date in its text that lies within the period. A date
        after the as-of date is a plan and does not count. Where the criterion asks for a record or something else,
        and something else is claimed, the rule asks nothing.

    How to fix
        Put the current record into the folder, with its latest entries, and claim it.

    Options
        months: length of the period; default 12.
        level: ``error``, ``warning`` or ``note``; default ``error``.
    """

    kind: ClassVar[str] = "evidence-of-practice"
    months: int = field(default=12, validator=validators.ge(1))
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:
        """Yield a finding for each record, if none of them holds a recent entry."""
        if not any(_only_a_record_answers(ask, list(claimed(context))) for ask in criterion.kinds):
            return
        records = [one for one in opened(context) if Kind.RECORD in one.exhibit.entry.kinds]
        latest = [(one, _latest(one, context.as_of)) for one in records]
        if any(last is not None and add_months(last.day, self.months) >= context.as_of for _, last in latest):
            return
        for one, last in latest:
            yield self._finding(one, last, context)

    def _finding(self, one: Opened, last: DatedSpot | None, context: RuleContext) -> Finding:
        period = counted(self.months, "month")
        fix = "Put the current record into the folder, with its latest entries, and claim it."
        if last is None:
            message = f"“{name_of(one.exhibit)}” is a record without a dated entry before {day(context.as_of)}."
            place, reason = inside(one.exhibit), Reason.INSUFFICIENT
        else:
            message = f"The last dated entry of “{name_of(one.exhibit)}” is of {day(last.day)}, over {period} ago."
            place, reason = inside(one.exhibit, last.spot), Reason.STALE
        return about(one.exhibit, context, self.kind, self.level, message, fix, reason, place)


def _only_a_record_answers(ask: KindAsk, exhibits: list[Exhibit]) -> bool:
    """Return whether the criterion asks for a record and nothing else that is claimed would do instead."""
    others = frozenset(kind for one in exhibits if Kind.RECORD not in one.entry.kinds for kind in one.entry.kinds)
    return Kind.RECORD in ask.any_of and not ask.met_by(others)


def _latest(one: Opened, as_of: date) -> DatedSpot | None:
    """Return the latest date of the text that is not in the future, the first place of several."""
    past = [dated for dated in one.look.dates if dated.day <= as_of]
    return max(past, key=lambda dated: dated.day, default=None)
