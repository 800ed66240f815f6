"""Day digits given to the rows that they belong to, within one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import define, field

from ._days import Mark, Shape, makes_day
from ._table import Cell

NOT_A_DAY = "is not a day of the month; day digits were expected in the month grid"
NO_ROW = "is a day digit that no row above it waits for"

# A line of lower digits may serve this many rows above it; digits further up belong to something else.
_REACH = 2


@define
class _Open:
    """A digit of a row that has not met a partner yet."""

    row: int
    order: int
    cell: Cell


@define
class DigitBoard:
    """
    The digits of one page.

    Rows are added as they come; a line that holds nothing but digits gives each to a row above. What has found no
    partner by the end of the page pairs with its neighbour in the same row, or stays alone.
    """

    _open: list[_Open] = field(factory=list)
    _done: list[tuple[int, Mark]] = field(factory=list)
    _rows: int = 0

    def add_row(self, row: int, cells: Iterable[Cell]) -> tuple[list[Cell], str]:
        """Take the digits of the action number *row*; return the cells that are no digits, and why not."""
        refused = []
        self._rows += 1
        for cell in cells:
            if not _is_day(cell.text):
                refused.append(cell)
            elif len(cell.text) > 1:
                self._done.append((row, Mark(cells=(cell,), shape=Shape.WHOLE)))
            else:
                self._open.append(_Open(row, self._rows, cell))
        return refused, NOT_A_DAY

    def give_below(self, cells: Iterable[Cell]) -> tuple[list[Cell], str]:
        """Give each digit of a line of lower digits to the row above that waits for it; return those left over."""
        left = list(cells)
        for shape, distance in ((Shape.STACKED, 0), (Shape.SKEWED, 1)):
            left = [cell for cell in left if not self._pair_up(cell, shape, distance)]
        return left, NO_ROW

    def marks(self) -> Iterator[tuple[int, Mark]]:
        """Yield the number of an action and one of its marks, in the order of the page."""
        yield from sorted(
            [*self._done, *self._beside_or_lone()],
            key=lambda one: (one[0], one[1].cells[0].column, one[1].cells[0].line),
        )

    def _pair_up(self, lower: Cell, shape: Shape, distance: int) -> bool:
        waiting = [
            one
            for one in self._open
            if abs(one.cell.column - lower.column) == distance
            and self._rows - one.order < _REACH
            and makes_day(one.cell.text, lower.text)
        ]
        if not waiting:
            return False
        chosen = max(waiting, key=lambda one: one.order)
        self._open.remove(chosen)
        self._done.append((chosen.row, Mark(cells=(chosen.cell, lower), shape=shape, rival=len(waiting) > 1)))
        return True

    def _beside_or_lone(self) -> Iterator[tuple[int, Mark]]:
        waiting = sorted(self._open, key=lambda one: (one.order, one.cell.column))
        while waiting:
            one = waiting.pop(0)
            after = waiting[0] if waiting else None
            if after and _neighbours(one, after):
                waiting.pop(0)
                yield one.row, Mark(cells=(one.cell, after.cell), shape=Shape.BESIDE)
            else:
                yield one.row, Mark(cells=(one.cell,), shape=Shape.LONE)


def _neighbours(one: _Open, other: _Open) -> bool:
    beside = one.order == other.order and other.cell.column == one.cell.column + 1
    return beside and makes_day(one.cell.text, other.cell.text)


def _is_day(text: str) -> bool:
    """Return whether a cell holds a day, or one digit of one."""
    one_digit = len(text) == 1 and text.isascii() and text.isdigit()
    return one_digit or makes_day(text[:1], text[1:])
