"""
Which month a column of the grid stands for, and how far that can be trusted.

Text extraction leaves the month names upright: a row of first letters, rows of further letters, two rows of year
digits. The further letters are usually wrong. What holds is the place counted from the start of the period; the first
letters and the year digits of each page then confirm it, or cast doubt on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve, frozen

from readiness.model import Confidence

from ._table import Cell, Header, Row
from ._wording import MONTHS, Month

_INITIALS = "".join(name[0].upper() for name in MONTHS)
_LEAST_LETTERS = 10
_DIGITS_OF_YEAR = 2
_MOST_YEARS = 4


@frozen
class Column:
    """
    One column of a page's grid.

    Attributes:
        number: the column, counted from 1.
        month: what it stands for by its place.
        others: what else it might stand for.
        trust: high if the page's headings agree with the place, medium if they leave room for one month, else low.
        why: how the month was found, for a person.
    """

    number: int
    month: Month
    others: tuple[Month, ...]
    trust: Confidence
    why: str


@frozen
class Period:
    """The months that a plan says it runs from and to; either may be unknown."""

    start: Month | None = None
    end: Month | None = None


@frozen
class Axis:
    """The month grid of one page: where it begins, what stands above each column, and the plan's period."""

    first: int
    start: Month | None
    initials: dict[int, str]
    years: dict[int, str]
    end: Month | None = None
    stated: bool = True

    def without_headings(self) -> Axis:
        """Return the same grid with nothing above it, so that nothing it says is sure."""
        return evolve(self, initials={}, years={})

    def column(self, number: int) -> Column | None:
        """Return what the column of that number stands for, or ``None`` if the grid cannot say."""
        if self.start is None or number < self.first:
            return None
        month = self.start.plus(number - self.first)
        shift, doubt = self._doubt(number, month)
        place = f"column {number} is {month} by its place after {self.start}"
        others = tuple(month.plus(step) for step in shift)
        trust = {0: Confidence.HIGH, 1: Confidence.MEDIUM}.get(len(shift), Confidence.LOW)
        return Column(number, month, others, trust, f"{place}, {doubt}")

    def _doubt(self, number: int, month: Month) -> tuple[tuple[int, ...], str]:
        """Return by how many months the column could be off, and why."""
        if not self.stated:
            return (-1, 1), "but the title states no period to count from"
        agrees = self.initials.get(number, "")[:1].upper() == _INITIALS[month.month - 1]
        if not (agrees and self._row_fits(self.start or month)):
            whose = "the letters of its page do" if agrees else "the letter above it does"
            return (-1, 1), f"but {whose} not agree"
        if self.end and month.since(self.end) > 0:
            return (-1, 1), f"but that is after the end of the stated period, {self.end}"
        shift = self._year_shift(number, month)
        if shift is None:
            return (-1, 1), "but the year digits above it cannot be read"
        if shift:
            return (shift,), "but the year digits above this page do not count twelve months"
        return (), "and the letter and year above it agree"

    def _row_fits(self, start: Month) -> bool:
        """Return whether every letter within the period is that of its month: one that slipped may have moved all."""
        for number, letter in self.initials.items():
            month = start.plus(number - self.first)
            inside = number >= self.first and (self.end is None or month.since(self.end) <= 0)
            if inside and letter[:1].upper() != _INITIALS[month.month - 1]:
                return False
        return True

    def _year_shift(self, number: int, month: Month) -> int | None:
        """Return 0 if the page's year digits agree, else the direction in which they push; ``None`` without digits."""
        if not self.years or self.start is None:
            return None
        wanted = f"{month.year % 100:02}"
        begin = max(self.first, self.first + Month(month.year, 1).since(self.start))
        seen = [column for column, year in self.years.items() if year == wanted]
        whole = begin + Month(month.year + 1, 1).since(self.start.plus(begin - self.first))
        if not seen:
            return None
        last_of_grid = whole > max(self.years)
        surplus = last_of_grid and max(self.years) > max(self.initials, default=0)
        if min(seen) > begin or max(seen) >= whole or surplus:
            return -1
        complete = len(seen) == whole - begin or (last_of_grid and number in seen)
        return 0 if min(seen) == begin and complete else 1


def is_heading(row: Row, header: Header) -> bool:
    """
    Return whether a row goes on with the upright headings of a page: most of the grid is full, and no text beside it.

    Text that has strayed into such a row does not make day digits of its letters and years.
    """
    grid = row.beyond(header.last)
    headings = header.row.beyond(header.last)
    full = len(grid) * 2 > max(len(headings), _LEAST_LETTERS)
    return full and (len(grid) == len(row.cells) or _are_letters(grid) or _are_years(grid))


def _are_letters(cells: Sequence[Cell]) -> bool:
    return sum(len(cell.text) == 1 and cell.text.isalpha() for cell in cells) * 2 > len(cells)


def _are_years(cells: Sequence[Cell]) -> bool:
    """Return whether digits stay as they are from cell to cell, or go on to the next, as those of years do."""
    digits = [int(cell.text) for cell in cells if len(cell.text) == 1 and cell.text.isdecimal()]
    steps = [(after - before) % 10 for before, after in pairwise(digits)]
    return len(digits) * 2 > len(cells) and set(steps) <= {0, 1} and sum(steps) <= _MOST_YEARS


def read_axis(header: Header, header_row: Row, under: Sequence[Row], period: Period) -> Axis:
    """
    Return the month grid of a page.

    Args:
        header: the plan's header.
        header_row: the header as it stands on this page.
        under: the rows of upright letters and digits beneath it.
        period: what the title says.
    """
    first = header.last + 1
    initials = {cell.column: cell.text for cell in header_row.beyond(header.last)}
    years = _years(under)
    start = period.start or _infer_start(first, initials, years)
    return Axis(first, start, initials, years, period.end, stated=period.start is not None)


def _years(under: Sequence[Row]) -> dict[int, str]:
    """Return the two digits of the year above each column; empty unless two even rows of digits say it."""
    digits = [row for row in under if all(cell.text.isdigit() for cell in row.cells)]
    if len(digits) != _DIGITS_OF_YEAR:
        return {}
    tens, units = ({cell.column: cell.text for cell in row.cells} for row in digits)
    # Rows of unequal length have slipped against each other, and nobody can say where.
    return {column: tens[column] + units[column] for column in sorted(tens)} if tens.keys() == units.keys() else {}


def _infer_start(first: int, initials: dict[int, str], years: dict[int, str]) -> Month | None:
    """Return the one month from which the letters spell the calendar, if the year of the first column is known."""
    letters = [initials.get(first + step, "")[:1].upper() for step in range(_LEAST_LETTERS)]
    fits = [at for at in range(12) if all(_INITIALS[(at + step) % 12] == letters[step] for step in range(len(letters)))]
    year = years.get(first, "")
    return Month(2000 + int(year), fits[0] + 1) if len(fits) == 1 and year.isdigit() else None
