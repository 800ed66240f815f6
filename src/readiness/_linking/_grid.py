"""Tables as rows of cells, however their reader gave them: a passage a cell, or a passage a row."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from attrs import define, field, frozen

from readiness.model import Passage

_JOINT = " | "
_MOST_ROWS = 80
"""Rows that are kept of a table; no document control table is longer, but a log may be."""


@frozen
class Cell:
    """A cell: its text, and the passage it stands in."""

    text: str
    passage: Passage


@define
class Grid:
    """
    A table.

    Attributes:
        first: position of its first passage in the document.
        rows: its cells by row and column. A reader that gives whole rows leaves out empty cells, so their columns are
            counted without those.
        title: heading or last paragraph above it.
        by_row: whether its passages are rows.
    """

    first: int
    title: str
    by_row: bool = False
    rows: dict[int, dict[int, Cell]] = field(factory=dict)

    def beside(self, row: int) -> dict[int, Cell]:
        """Return for each filled cell of a row but the last, by its column, the next filled one."""
        cells = self.rows[row]
        return {column: cells[after] for column, after in pairwise(sorted(cells))}

    def below(self, row: int, column: int) -> list[tuple[int, Cell]]:
        """Return the filled cells of a column under a row, with their rows."""
        return [(at, cells[column]) for at, cells in self.rows.items() if at > row and column in cells]


def grids(passages: Iterable[Passage]) -> list[Grid]:
    """Return the tables and sheets of a document, in their order."""
    found: dict[tuple[str, str, int], Grid] = {}
    above = ""
    for position, one in enumerate(passages):
        place = one.locator
        if place.table is None and not place.cell:
            above = one.text
            continue
        heading = place.heading[-1] if place.heading else ""
        title = place.sheet or (above if len(above) <= len(heading) or not heading else f"{heading} {above}"[:60])
        grid = found.setdefault((place.part, place.sheet, place.table or 0), Grid(position, title))
        _put(grid, one)
    return list(found.values())


def _put(grid: Grid, passage: Passage) -> None:
    place = passage.locator
    if len(grid.rows) > _MOST_ROWS:
        return
    if place.column is not None:
        grid.rows.setdefault(place.row or 0, {})[place.column] = Cell(passage.text, passage)
        return
    grid.by_row = True
    row = place.row if place.row is not None else len(grid.rows) + 1
    cells = passage.text.split(_JOINT)
    grid.rows[row] = {column: Cell(text.strip(), passage) for column, text in enumerate(cells, start=1) if text.strip()}
