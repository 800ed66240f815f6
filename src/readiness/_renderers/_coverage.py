"""How far each strand has come: a bar for each, cut by status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from readiness.model import Status


@frozen
class Segment:
    """The part of a bar that one status has: where it begins and how wide it is, in per cent of the bar."""

    status: Status
    count: int
    x: float
    width: float

    @property
    def middle(self) -> float:
        """Return where its number stands."""
        return round(self.x + self.width / 2, 2)


@frozen
class Bar:
    """A strand with its criteria by status; those that no criterion has are left out."""

    strand: str
    total: int
    segments: tuple[Segment, ...]

    def count(self, status: Status) -> int:
        """Return how many criteria of the strand have *status*."""
        return next((one.count for one in self.segments if one.status is status), 0)


def bars(criteria: Iterable[tuple[str, Status]], order: Iterable[str] = ()) -> tuple[Bar, ...]:
    """
    Return a bar for each strand that has criteria, those of *order* first, then as they are met.

    Args:
        criteria: the strand of each criterion, in words, and its status.
        order: strands.

    >>> [(one.x, one.width) for one in bars([("People", Status.MET), ("People", Status.NOT_MET)])[0].segments]
    [(0.0, 50.0), (50.0, 50.0)]
    """
    by_strand: dict[str, Counter[Status]] = {strand: Counter() for strand in order}
    for strand, status in criteria:
        by_strand.setdefault(strand, Counter())[status] += 1
    return tuple(_bar(strand, counts) for strand, counts in by_strand.items() if counts)


def _bar(strand: str, counts: Counter[Status]) -> Bar:
    total, segments, before = counts.total(), [], 0
    for status in (one for one in Status if counts[one]):
        x, end = (round(100 * part / total, 2) for part in (before, before + counts[status]))
        segments.append(Segment(status, counts[status], x, round(end - x, 2)))
        before += counts[status]
    return Bar(strand, total, tuple(segments))
