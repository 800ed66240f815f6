"""Lines into cells, and cells into columns that have a meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum

from attrs import frozen


class Field(Enum):
    """What a column of a plan holds."""

    ID = "id"
    SECTION = "section"
    DELIVERABLE = "deliverable"
    COMMENT = "comment"
    WHO = "who"
    DUE = "due"
    CRITERIA = "criteria"
    STATUS = "status"
    WORDS = "words"


# Headings of plans met in practice; a heading that begins with one of these words is understood.
HEADINGS: dict[Field, tuple[str, ...]] = {
    Field.ID: ("id", "action id", "no", "number"),
    Field.SECTION: ("project area", "section", "strand", "area", "workstream", "work stream", "theme"),
    Field.DELIVERABLE: ("deliverable", "deliverables", "task", "milestone", "output", "product"),
    Field.COMMENT: ("action", "action required", "actions", "comment", "comments", "notes", "activity", "description"),
    Field.WHO: ("who", "who involved", "owner", "owners", "responsible", "responsibility", "lead", "assigned to"),
    Field.DUE: (
        "due",
        "due date",
        "date",
        "target",
        "target date",
        "deadline",
        "by when",
        "finish",
        "end date",
        "dates",
    ),
    Field.CRITERIA: ("criteria", "criterion", "criterion id", "oa", "reference", "refs", "ref"),
    Field.STATUS: ("status", "rag", "progress", "state"),
    Field.WORDS: ("rag words",),
}
# What the csv of `readiness plan` says again in other words; its `strand` follows from the section.
ECHOES = frozenset(
    {"strand", "comment as written", "who as written", "criteria as written", "as above", "overdue", "lines"}
)
_REFERENCES = ("ref", "refs", "reference")
_SURER = {Field.DUE: ("due", "target", "deadline"), Field.CRITERIA: ("criteri",)}

_LEAST_NAMED = 2


@frozen
class Cell:
    """A cell that holds something: its ``line`` and ``column`` count from 1."""

    line: int
    column: int
    text: str

    @property
    def place(self) -> tuple[int, int]:
        """Return line and column."""
        return self.line, self.column


@frozen
class Row:
    """One line of the input: its number, how many cells it is cut into, and those that hold something."""

    line: int
    width: int
    cells: tuple[Cell, ...]

    def at(self, column: int | None) -> Cell | None:
        """Return the cell of that column if it holds something."""
        return next((cell for cell in self.cells if cell.column == column), None)

    def beyond(self, column: int) -> tuple[Cell, ...]:
        """Return the cells to the right of that column."""
        return tuple(cell for cell in self.cells if cell.column > column)


@frozen
class Header:
    """
    The row that names the columns.

    Attributes:
        row: the row itself.
        columns: where each `Field` stands.
        echoes: the columns of our own csv that other columns make superfluous.
    """

    row: Row
    columns: dict[Field, int]
    echoes: frozenset[int] = frozenset()

    @property
    def last(self) -> int:
        """Return the last column with a name that is understood; a month grid begins after it."""
        return max(self.columns.values())

    def changed_in(self, row: Row) -> tuple[Cell, ...]:
        """Return the headings that a page has otherwise than the first one."""
        columns = range(1, self.last + 1)
        return tuple(
            cell for cell in row.cells if cell.column in columns and not _alike(cell, self.row.at(cell.column))
        )

    def repeats(self, row: Row) -> bool:
        """Return whether *row* says the same again, as on every page: most of the named columns agree."""
        same = sum(_alike(self.row.at(column), row.at(column)) for column in self.columns.values())
        return same >= _LEAST_NAMED and same * 2 >= len(self.columns)


def make_row(line: int, texts: Iterable[str]) -> Row:
    """
    Return the row that *texts* make.

    >>> make_row(7, ["", " LIM ", "2"]).cells
    (Cell(line=7, column=2, text='LIM'), Cell(line=7, column=3, text='2'))
    """
    stripped = [text.strip("\ufeff").strip() for text in texts]
    cells = tuple(Cell(line, column, text) for column, text in enumerate(stripped, 1) if text)
    return Row(line, len(stripped), cells)


def text_rows(text: str) -> Iterator[Row]:
    """Yield the rows of a text whose cells stand between tabs."""
    for line, content in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        yield make_row(line, content.split("\t"))


def find_header(rows: Iterable[Row]) -> Header | None:
    """Return the first row that names a column of deliverables and at least one other, or ``None``."""
    for row in rows:
        columns = _named_columns(row)
        if Field.DELIVERABLE in columns and len(columns.keys() - {Field.ID}) >= _LEAST_NAMED:
            return Header(row, columns, _echoes(row))
    return None


def _echoes(row: Row) -> frozenset[int]:
    """Return the superfluous columns if the row is the heading of our own csv, which has all of them."""
    found = {_plain(cell.text): cell.column for cell in row.cells if _plain(cell.text) in ECHOES}
    return frozenset(found.values()) if len(found) == len(ECHOES) else frozenset()


def _named_columns(row: Row) -> dict[Field, int]:
    found: dict[Field, int] = {}
    for cell in row.cells:
        named = _field_of(cell.text)
        surer = named in _SURER and _plain(cell.text).startswith(_SURER[named])
        if named is None:
            continue
        if named is Field.CRITERIA and named in found and not surer and _plain(cell.text) in _REFERENCES:
            found.setdefault(Field.ID, cell.column)
        elif named is Field.CRITERIA and named in found and surer:
            found.setdefault(Field.ID, found[named])
        if named not in found or surer:
            found[named] = cell.column
    return found


def _field_of(heading: str) -> Field | None:
    """Return what a heading names; ``Action Required / Comment`` and ``Deliverables: Blue = ...`` are understood."""
    name = _plain(re.split(r"[:/(]", heading, maxsplit=1)[0])
    return next((one for one, names in HEADINGS.items() if name in names), None)


def _plain(heading: str) -> str:
    return re.sub(r"[\s_]+", " ", heading).strip(" .*").casefold()


def _alike(one: Cell | None, other: Cell | None) -> bool:
    return one is not None and other is not None and one.text.casefold() == other.text.casefold()
