"""Days that a text names."""

from __future__ import annotations

from datetime import date

from readiness.model import DatedSpot, Passage, Spot

from ._calendar import days_in
from ._parts import is_said
from ._text import quoted

_MOST = 50
_LATEST = 20
"""So many of the latest days are kept one by one; of those before, while there is room, the last of each month."""


class Days:
    """Goes through the passages of a document and keeps the first place of each day that is named."""

    def __init__(self) -> None:
        self._first: dict[date, tuple[Passage, int, int]] = {}

    def take(self, passage: Passage) -> None:
        """Look at one passage. A date in a margin may fill itself in on every print, and a comment is no record."""
        if is_said(passage.locator.part):
            for day, start, end in days_in(passage.text):
                self._first.setdefault(day, (passage, start, end))

    def latest(self) -> tuple[DatedSpot, ...]:
        """Return the days, the latest first."""
        return tuple(self._spot(day) for day in _chosen(sorted(self._first, reverse=True)))

    def _spot(self, day: date) -> DatedSpot:
        passage, start, end = self._first[day]
        return DatedSpot(day, Spot(passage.locator, quoted(passage.text, start, end)))


def _chosen(days: list[date]) -> list[date]:
    """Return the days to keep: nobody asks for more than the last record before some day."""
    if len(days) <= _MOST:
        return days
    by_month = {(day.year, day.month): day for day in reversed(days[_LATEST:])}
    return days[:_LATEST] + sorted(by_month.values(), reverse=True)[: _MOST - _LATEST]
