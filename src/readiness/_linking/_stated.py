"""What a document says of itself: its version, its owner, when it takes effect and when it is to be reviewed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readiness.model import DocumentText, Stated, StatedFact

from ._grid import Cell, Grid, grids
from ._labels import is_control_title, is_label, label_of, tells_history
from ._lines import stated_in_lines
from ._parts import property_passages
from ._values import value_of, version_in, version_key

_HEAD = 40
"""Passages in which a title page and a control table are expected."""
_MOST_VALUES = 4
_FEW_CELLS = 4
_TITLE_ROWS = 12


def stated(document: DocumentText) -> tuple[Stated, ...]:
    """
    Return what *document* says of itself, each value once: control tables first, then lines, margins, properties.

    Of a list of past versions only the latest counts. Different values of one fact are all returned: a document may
    disagree with itself.
    """
    found = [*_from_tables(document), *stated_in_lines(document.passages), *_from_properties(document)]
    kept: dict[tuple[StatedFact, str], Stated] = {}
    for one in found:
        kept.setdefault((one.fact, _same(one)), one)
    values = list(kept.values())
    return tuple(one for fact in StatedFact for one in [two for two in values if two.fact is fact][:_MOST_VALUES])


def _same(one: Stated) -> str:
    """Return what two ways to state the same have in common."""
    return f"{one.earliest} {one.latest}" if one.earliest else " ".join(one.written.casefold().split())


def _from_properties(document: DocumentText) -> Iterator[Stated]:
    for one in property_passages(document.facts):
        fact = label_of(one.locator.part.removeprefix("property "))
        if fact and (value := value_of(fact, one.text, one)):
            yield value


def _from_tables(document: DocumentText) -> Iterator[Stated]:
    for grid in grids(document.passages):
        named = is_control_title(grid.title)
        if named or grid.first < _HEAD:
            yield from _from_grid(grid, named=named)


def _from_grid(grid: Grid, *, named: bool) -> Iterator[Stated]:
    """Yield what one table states; one that does not call itself a control table is read with more care."""
    for row, cells in grid.rows.items():
        labels = {column: fact for column, cell in cells.items() if (fact := label_of(cell.text)) is not None}
        next_to = grid.beside(row) if labels else {}
        latest = _latest_row(grid, row) if labels else None  # once a row: a hostile one may be thousands of labels wide
        for column, fact in labels.items():
            beside = next_to.get(column)
            if beside and not is_label(beside.text):
                if named or not grid.by_row or (row <= _TITLE_ROWS and len(cells) <= _FEW_CELLS):
                    yield from _values(fact, [beside])
            elif chosen := _chosen_below(grid, row, column, latest, named=named):
                yield from _values(fact, [chosen])


def _values(fact: StatedFact, cells: Iterable[Cell]) -> Iterator[Stated]:
    for cell in cells:
        if not is_label(cell.text) and (value := value_of(fact, cell.text, cell.passage)):
            yield value


def _chosen_below(grid: Grid, row: int, column: int, latest: int | None, *, named: bool) -> Cell | None:
    """
    Return the cell under the head of a column that holds today's value.

    In a list of versions it is in the row of the *latest* one. A longer table of anything else has no value of today.
    """
    below = grid.below(row, column)
    if latest is not None:
        return next((cell for at, cell in below if at == latest), None)
    if not below or (grid.by_row and not named) or (len(below) > 1 and not named):
        return None
    return below[0][1]


def _latest_row(grid: Grid, row: int) -> int | None:
    """Return the row of the latest version if *row* heads a list of versions, else ``None``."""
    head = grid.rows[row]
    column = next((at for at, cell in head.items() if label_of(cell.text) is StatedFact.VERSION), None)
    if column is None or not any(tells_history(cell.text) for cell in head.values()):
        return None
    versions = [(version_key(number), at) for at, cell in grid.below(row, column) if (number := version_in(cell.text))]
    return max(versions)[1] if versions else None
