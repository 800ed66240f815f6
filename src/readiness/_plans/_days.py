"""
Day digits of the month grid into dates, with how sure one can be.

A date is high only if both digits stand in one column whose headings agree with its place, nothing else could claim
the digits, and it falls on a working day. Everything else is medium or low and lists what else it could mean.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from attrs import frozen

from readiness.model import Confidence, PartialDate, PlanDate

from ._axis import Axis, Column
from ._table import Cell
from ._wording import Month

RIVAL = "another row above could claim the lower digit"
SATURDAY = 5
_LAST_DAY = 31


class Shape(Enum):
    """How the digits of a day lie in the grid."""

    WHOLE = "{0} in one cell ({lines})"
    STACKED = "{0} over {1} in one column ({lines})"
    BESIDE = "{0} and {1} in neighbouring cells ({lines}), which leaves the month open"
    SKEWED = "{0} over {1} one column apart ({lines}), which is unreliable"
    LONE = "a lone {0} ({lines}): the month can be told, the day cannot"


@frozen(kw_only=True)
class Mark:
    """
    The digits of one date in the grid.

    Attributes:
        cells: one cell, or two of which the first holds the tens.
        shape: how they lie.
        rival: whether another row could claim one of them.
    """

    cells: tuple[Cell, ...]
    shape: Shape
    rival: bool = False

    @property
    def day(self) -> int:
        """Return the day, or 0 if it is not known."""
        return 0 if self.shape is Shape.LONE else int("".join(cell.text for cell in self.cells))


def makes_day(tens: str, units: str) -> bool:
    """
    Return whether two digits are a day of some month.

    >>> makes_day("3", "1"), makes_day("3", "5"), makes_day("0", "0")
    (True, False, False)
    """
    digits = tens + units
    return len(tens) == len(units) == 1 and digits.isascii() and digits.isdigit() and 1 <= int(digits) <= _LAST_DAY


def read_mark(mark: Mark, axis: Axis) -> PlanDate | None:
    """Return the date that a mark stands for, or ``None`` if there is no such day or no month to put it in."""
    columns = [found for cell in mark.cells if (found := axis.column(cell.column))]
    if len(columns) < len(mark.cells) or (mark.cells[0].text == "0" and mark.shape is Shape.LONE):
        return None
    placed = _valid_days(mark.day, [column.month for column in columns])
    if not placed:
        return None
    first = _likeliest(placed) if mark.shape is Shape.BESIDE else placed[0]
    possible = _valid_days(mark.day, [month for column in columns for month in (column.month, *column.others)])
    return PlanDate(
        date=first,
        confidence=_confidence(mark, columns, placed),
        how=_how(mark, columns),
        alternatives=tuple(sorted(set(possible) - {first})),
    )


def _valid_days(day: int, months: list[Month]) -> list[PartialDate]:
    return [on for month in dict.fromkeys(months) if (on := month.on(day))]


def _likeliest(dates: list[PartialDate]) -> PartialDate:
    """Return the first that falls on a working day, or just the first."""
    return next((one for one in dates if _is_working_day(one)), dates[0])


def _is_working_day(one: PartialDate) -> bool:
    return date(one.year, one.month, one.day or 1).weekday() < SATURDAY


def _confidence(mark: Mark, columns: list[Column], placed: list[PartialDate]) -> Confidence:
    sound = all(column.trust is Confidence.HIGH for column in columns)
    match mark.shape:
        case Shape.STACKED | Shape.WHOLE:
            if sound and not (mark.rival or not _is_working_day(placed[0])):
                return Confidence.HIGH
            return Confidence.MEDIUM if columns[0].trust is not Confidence.LOW else Confidence.LOW
        case Shape.BESIDE:
            settled = sum(map(_is_working_day, placed)) == 1
            return Confidence.MEDIUM if sound and settled else Confidence.LOW
        case Shape.LONE:
            return Confidence.MEDIUM if sound else Confidence.LOW
        case _:
            return Confidence.LOW


def _how(mark: Mark, columns: list[Column]) -> str:
    lines = sorted({cell.line for cell in mark.cells})
    said = "line " + str(lines[0]) if len(lines) == 1 else f"lines {lines[0]} and {lines[1]}"
    parts = [mark.shape.value.format(*(cell.text for cell in mark.cells), lines=said)]
    if mark.rival:
        parts.append(RIVAL)
    parts.extend(dict.fromkeys(column.why for column in columns))
    return "; ".join(parts)
