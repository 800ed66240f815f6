"""The axis of time that the pictures of a trend share: from days to units of their view box."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import frozen

from readiness.model import Trend

WIDTH = 1180
LEFT, RIGHT = 230, 1010
"""Where the axis begins and ends; criteria stand left of it, the words of the last assessment right of it."""
_MOST_TICKS = 14
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 600, 1200, 6000, 12000)
_ROOM = 44
_YEAR = 12


@frozen(kw_only=True)
class Tick:
    """The first day of a month on the axis."""

    x: float
    label: str


@frozen
class Axis:
    """
    From days to units.

    Attributes:
        start: the first day.
        end: the last day that is drawn.
        shown: the last day that something was judged for, and a little after it, so that it can be seen.
    """

    start: date
    end: date
    shown: float

    @classmethod
    def of(cls, trend: Trend) -> Axis:
        """Return the axis of a trend: to the due date, unless that would squeeze what was judged."""
        first, last = trend.points[0].as_of, trend.points[-1].as_of
        span, due = (last - first).days, trend.points[-1].due
        ahead = (due - last).days
        end = due if 0 < ahead <= max(span, 366) else last
        stub = max(1, ((end - first).days or 30) // 25)
        wide = _later(end, stub)
        return cls(first, wide, min(last.toordinal() + stub, wide.toordinal()))

    def at(self, day: float) -> float:
        """Return where a day stands, given by its ordinal."""
        first, last = self.start.toordinal(), self.end.toordinal()
        share = (day - first) / max(1, last - first)
        return round(LEFT + min(1.0, max(0.0, share)) * (RIGHT - LEFT), 1)

    def until(self, day: date, *, last: bool) -> float:
        """Return where what holds until a day ends; what holds in the last assessment ends a little after it."""
        return self.at(self.shown if last else day.toordinal())

    def inside(self, day: date) -> float | None:
        """Return where a day stands, or ``None`` if it is not on the axis."""
        return self.at(day.toordinal()) if self.start <= day <= self.end else None

    def ticks(self) -> Iterator[Tick]:
        """Yield ticks at the first days of months, so many that their words do not run into each other."""
        first, last = (one.year * _YEAR + one.month - 1 for one in (self.start, self.end))
        step = next((one for one in _STEPS if (last - first) / one <= _MOST_TICKS), _STEPS[-1])
        end = -1000.0
        for month in range(first + -first % step, last + 1, step):
            year, number = divmod(month, _YEAR)
            x = self.inside(date(year, number + 1, 1)) if year else None
            if x is not None and x - end >= _ROOM:
                yield Tick(x=x, label=f"{_MONTHS[number]} {year}")
                end = x + _ROOM / 2


def _later(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))
