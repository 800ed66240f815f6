"""
Rows of the table into actions: page headers dropped, rows cut by a page break joined, day digits given to their rows.

Nothing here reads a meaning. A cell ends in exactly one `Draft`, among the headings, or in a problem.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import define, evolve, field, frozen

from readiness.model import PlanProblem

from ._axis import Axis, Period, is_heading, read_axis
from ._days import Mark
from ._marks import DigitBoard
from ._table import Cell, Field, Header, Row
from ._wording import is_month_heading

OUTSIDE = "stands outside the table and was not read as an action"
ORPHAN = "continues a row that is not there: no action stands above it; give it a deliverable"
AMONG = "stands among the headings of the months and was not understood"
BEHEADED = "belongs to the headings of a page whose first row is missing; the dates below it cannot be sure"
CHANGED = "stands where the first page has another heading; the columns were read as on the first page"
BARE = "numbers a row that says nothing else"
UNKNOWN = "is a heading that is not understood, with nothing beneath it"
NAMELESS = "stands in a column whose heading is not understood; name the column, for example 'Due' or 'Owner'"


@define
class Draft:
    """
    One action while its rows are being read.

    Attributes:
        section: the label cell of the area, if one has been met.
        fields: the cells of each column, in order; several if the row was cut.
        shared: the deliverable's cells of the action above, if this one has none of its own.
        marks: its day digits.
        axis: the month grid of its page.
        lines: every line it was read from.
    """

    section: Cell | None
    axis: Axis | None
    shared: tuple[Cell, ...] = ()
    fields: dict[Field, list[Cell]] = field(factory=dict)
    marks: list[Mark] = field(factory=list)
    lines: set[int] = field(factory=set)

    def text(self, name: Field) -> str:
        """Return what the column says, cut pieces joined by a space."""
        cells = self.fields.get(name) or (self.shared if name is Field.DELIVERABLE else ())
        return " ".join(cell.text for cell in cells)

    def cells(self, name: Field) -> tuple[Cell, ...]:
        """Return the cells of the column."""
        return tuple(self.fields.get(name, ()))

    def add(self, row: Row, cells: Mapping[Field, Cell]) -> None:
        """Take the text of a row in, as a beginning or as a continuation."""
        for name, cell in cells.items():
            if name is not Field.SECTION:
                self.fields.setdefault(name, []).append(cell)
        self.lines.add(row.line)


@frozen
class Body:
    """What the table says: the drafts, the labels of the sections in order, and the cells that found no place."""

    drafts: tuple[Draft, ...]
    sections: tuple[str, ...]
    problems: tuple[PlanProblem, ...]


def read_body(rows: Iterable[Row], header: Header, period: Period) -> Body:
    """
    Return the actions of a table.

    Args:
        rows: from the header on.
        header: the first row that names the columns.
        period: what the title says; day digits are counted from its start.
    """
    reader = _BodyReader(header, period)
    for row in rows:
        reader.take(row)
    reader.close_page()
    reader.refuse_empty_columns()
    return Body(tuple(reader.drafts), tuple(dict.fromkeys(reader.sections)), tuple(reader.problems))


def problem(cell: Cell, message: str) -> PlanProblem:
    """Return the problem that says why a cell was not used."""
    return PlanProblem(line=cell.line, column=cell.column, text=cell.text, message=message)


@define
class _BodyReader:
    """Reads a table from top to bottom and remembers where it stands."""

    header: Header
    period: Period
    drafts: list[Draft] = field(factory=list)
    sections: list[str] = field(factory=list)
    problems: list[PlanProblem] = field(factory=list)
    section: Cell | None = None
    page: Row | None = None
    headings: list[Row] = field(factory=list)
    in_headings: bool = False
    at_top: bool = False
    axis: Axis | None = None
    board: DigitBoard = field(factory=DigitBoard)

    def take(self, row: Row) -> None:
        """Take in the next row."""
        if self.header.repeats(row):
            self._begin_page(row)
        elif row.cells and is_heading(row, self.header) and (self.in_headings or not self._named(row)):
            self._take_heading(row)
        elif row.cells and row.width == 1:
            self._refuse(row.cells, OUTSIDE)
        elif row.cells:
            self._end_headings()
            self._take_content(row)

    def close_page(self) -> None:
        """Give the digits of the page to the drafts that they belong to."""
        for at, mark in self.board.marks():
            self.drafts[at].marks.append(mark)
            self.drafts[at].lines.update(cell.line for cell in mark.cells)
        self.board = DigitBoard()

    def refuse_empty_columns(self) -> None:
        """Report each heading that means nothing here, unless what stands beneath it has been reported."""
        told = {one.column for one in self.problems}
        known = {*self.header.columns.values(), *self.header.echoes, *told}
        cells = (cell for cell in self.header.row.cells if cell.column not in known)
        self._refuse((cell for cell in cells if self.axis is None or cell.column <= self.header.last), UNKNOWN)

    def _begin_page(self, row: Row) -> None:
        self.close_page()
        self.page, self.headings, self.axis = row, [], None
        self.in_headings = self.at_top = True
        self._refuse(self.header.changed_in(row), CHANGED)
        grid = row.beyond(self.header.last)
        strays = [cell for cell in grid if len(cell.text) > 1 and not is_month_heading(cell.text)]
        if len(strays) * 2 < len(grid):
            self._refuse(strays, AMONG)

    def _take_heading(self, row: Row) -> None:
        """Take in a row of upright letters or years; without the row that begins a page nothing is sure after it."""
        grid = row.beyond(self.header.last)
        if self.in_headings:
            self.headings.append(evolve(row, cells=grid))
            self._refuse((cell for cell in row.cells if cell not in grid or len(cell.text) > 1), AMONG)
            return
        self.close_page()
        self.axis = self.axis and self.axis.without_headings()
        self._refuse(row.cells, BEHEADED)

    def _end_headings(self) -> None:
        if self.in_headings and self.page:
            if self.headings or len(self.page.beyond(self.header.last)) > 1:
                self.axis = read_axis(self.header, self.page, self.headings, self.period)
            self.in_headings = False

    def _named(self, row: Row) -> dict[Field, Cell]:
        return {name: cell for name, column in self.header.columns.items() if (cell := row.at(column))}

    def _take_content(self, row: Row) -> None:
        named = self._named(row)
        rest = [cell for cell in row.cells if cell not in named.values() and cell.column not in self.header.echoes]
        grid = [cell for cell in rest if self.axis and cell.column > self.header.last]
        self._refuse([cell for cell in rest if cell not in grid], NAMELESS)
        if set(named) == {Field.ID}:
            self._refuse((*named.values(), *grid), BARE)
        elif not named:
            self._refuse(*self.board.give_below(grid))
        elif self._take_text(row, named):
            self._refuse(*self.board.add_row(len(self.drafts) - 1, grid))
        else:
            self._refuse(grid, ORPHAN)

    def _take_text(self, row: Row, named: dict[Field, Cell]) -> bool:
        """Take the named columns of a row in; return whether there is an action that they belong to."""
        if Field.SECTION in named:
            self.section = named[Field.SECTION]
            self.sections.append(self.section.text)
        continues, label_alone = self._continues(named), set(named) == {Field.SECTION}
        self.at_top = False
        if continues and not self.drafts:
            self._refuse(named.values(), ORPHAN)
        elif continues:
            self.drafts[-1].add(row, named)
        elif not label_alone:
            self._begin(row, named)
        return bool(self.drafts) and not label_alone

    def _continues(self, named: dict[Field, Cell]) -> bool:
        """
        Return whether a row goes on with the action above it.

        Without a deliverable of its own it does, unless it begins a new sentence: that is a second action of the
        same deliverable. With one it does only at the top of a page and in small letters.
        """
        if Field.SECTION in named or Field.ID in named:
            return False
        deliverable, comment = named.get(Field.DELIVERABLE), named.get(Field.COMMENT)
        if deliverable:
            return self.at_top and bool(self.drafts) and _goes_on(deliverable.text)
        return comment is None or _goes_on(comment.text) or not self.drafts

    def _begin(self, row: Row, named: dict[Field, Cell]) -> None:
        last = self.drafts[-1] if self.drafts else None
        shares = Field.DELIVERABLE not in named and last is not None and Field.SECTION not in named
        draft = Draft(self.section, self.axis, _deliverable(last) if shares and last else ())
        draft.add(row, named)
        self.drafts.append(draft)

    def _refuse(self, cells: Iterable[Cell], message: str) -> None:
        self.problems.extend(problem(cell, message) for cell in cells)


def _deliverable(draft: Draft) -> tuple[Cell, ...]:
    return draft.cells(Field.DELIVERABLE) or draft.shared


def _goes_on(text: str) -> bool:
    """Return whether a text begins in the middle of a sentence: ``a child``, but not ``eCRB`` or ``Manager``."""
    first = text.split(maxsplit=1)[0]
    return first[0].islower() and first.islower()
