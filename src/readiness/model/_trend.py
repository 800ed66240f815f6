"""How an organisation stood over time: one assessment after the other."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from ._status import Decision, Status


@frozen(kw_only=True)
class TrendPoint:
    """
    One assessment of a trend.

    Attributes:
        as_of: the day it was judged for.
        due: the day the assessment was due.
        decision: see `Decision`.
        statuses: each criterion that was judged, with its status, in the order of the last assessment.
        source: name of the file it was read from; may be empty.
    """

    as_of: date
    due: date
    decision: Decision
    statuses: tuple[tuple[str, Status], ...]
    source: str = ""

    def number(self, status: Status) -> int:
        """Return how many criteria had a status."""
        return sum(one is status for _, one in self.statuses)

    @property
    def gaps(self) -> int:
        """Return how many criteria kept the decision from being GO."""
        return sum(not one.clear for _, one in self.statuses)


@frozen(kw_only=True)
class Stretch:
    """
    A while during which a criterion stood the same in every assessment.

    Attributes:
        start: the day of the first of them.
        end: the day of the next assessment after them, or of the last one there is.
        status: how it stood; ``None`` while it was not judged.
    """

    start: date
    end: date
    status: Status | None


@frozen(kw_only=True)
class TrendRow:
    """
    A criterion over time.

    Attributes:
        criterion: its id.
        title: its short name.
        stretches: in order of time.
    """

    criterion: str
    title: str
    stretches: tuple[Stretch, ...]

    @property
    def moved(self) -> bool:
        """Return whether it ever stood otherwise."""
        return len(self.stretches) > 1


@frozen(kw_only=True)
class Trend:
    """
    How an organisation stood over time.

    Attributes:
        organisation: its name.
        assessment: id of the assessment.
        catalogue: title and version of the catalogue of the last one.
        points: in order of time; never two for one day.
        rows: one for each criterion that was ever judged, in the order of their ids.
        notices: what a reader has to know before trusting it, each as a sentence.
    """

    organisation: str
    assessment: str
    catalogue: str
    points: tuple[TrendPoint, ...]
    rows: tuple[TrendRow, ...]
    notices: tuple[str, ...] = ()

    @property
    def moved(self) -> int:
        """Return how many criteria ever stood otherwise."""
        return sum(one.moved for one in self.rows)
