"""Read the sheets of a register back: every problem at once, each with its sheet and cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import Factory, define

from readiness._readers._cells import column_letters
from readiness._toml import Lines, did_you_mean
from readiness.exceptions import Problem

from ._cells import Cell, from_cell
from ._guide import GUIDE_NAME, LISTS_NAME
from ._sheets import FACT, FINGERPRINT, VALUE, Grid
from ._tables import Column, Table, in_words, register_table, walked

Path = tuple[str | int, ...]
OWN_SHEETS = frozenset(one.name for one, _ in walked(register_table()))

_FIRST_CODE = 1_000_000_000
_CODE = re.compile(r"\bline (1\d{9})\b")


@define
class Read:
    """
    What sheets say.

    Attributes:
        data: the register as parsed TOML would have it.
        fingerprint: of the register that the sheets were made from; empty if they do not say.
        ignored: names of sheets that are no part of the register.
        cells: where each value stands, such as ``documents!D7``.
        problems: everything that could not be read.
    """

    data: dict[str, Any] = Factory(dict)
    fingerprint: str = ""
    ignored: tuple[str, ...] = ()
    cells: dict[Path, str] = Factory(dict)
    problems: list[Problem] = Factory(list)

    def lines(self) -> Lines:
        """Return the cells as if they were lines of a file, so that the loader can check what was read."""
        return Lines({path: _FIRST_CODE + code for code, path in enumerate(self.cells)})

    def at_cells(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return problems of the loader with the cells in the place of lines."""
        paths = list(self.cells)
        return [self._at_cell(one, paths) for one in problems]

    def _at_cell(self, problem: Problem, paths: list[Path]) -> Problem:
        message = _CODE.sub(lambda code: self.cells[paths[int(code[1]) - _FIRST_CODE]], problem.message)
        if problem.line is None:
            return problem._replace(message=message)
        path = paths[problem.line - _FIRST_CODE]
        key = re.split(r"[.\s]", problem.where)[-1]
        cell = self.cells.get((*path, key)) or self._empty_below(path, key) or self.cells[path]
        elsewhere = " of " in problem.where and path[-1:] != (key,) and (*path, key) not in self.cells
        return Problem(cell, message, problem.where if elsewhere else "")

    def _empty_below(self, path: Path, key: str) -> str:
        """Return the first empty cell of that key in what stands inside the table at *path*."""
        below = (one for one in self.cells if one[: len(path)] == path and one[-1] == key and len(one) > len(path) + 1)
        return next((self.cells[one] for one in below if not str(self._value(one) or "").strip()), "")

    def _value(self, path: Path) -> Any:
        value: Any = self.data
        for part in path:
            value = value.get(part) if isinstance(value, dict) else value[part]
        return value


def read_sheets(grids: Iterable[Grid], name: str) -> Read:
    """
    Return what the sheets say.

    Args:
        grids: what stands in the cells.
        name: of the file, for the problems.
    """
    reader = _Reader(name)
    reader.read({one.name.strip().casefold(): one for one in grids})
    return reader.found


@define
class _Reader:
    """One file being read."""

    name: str
    found: Read = Factory(Read)

    def read(self, grids: Mapping[str, Grid]) -> None:
        extra = [one for one in grids if one not in OWN_SHEETS]
        self.found.ignored = tuple(grids[one].name for one in extra if one not in {GUIDE_NAME, LISTS_NAME})
        whole = register_table()
        known: dict[tuple[str, ...], dict[tuple[str, ...], Path]] = {(): {(): ()}}
        for table, above in walked(whole):
            grid = grids.get(table.name)
            if grid is None:
                hint = did_you_mean(table.name, extra) or "; leave it empty rather than take it away"
                self._problem(self.name, f"the sheet “{table.name}” is missing{hint}")
            elif not above:
                self._facts(grid, table)
            else:
                self._sheet(grid, table, above[1:], known)

    def _problem(self, where: str, message: str) -> None:
        self.found.problems.append(Problem(where, message))

    def _facts(self, grid: Grid, whole: Table) -> None:
        """Read the sheet that has one fact a row."""
        titles = {one.title: one for one in whole.columns}
        said: set[str] = set()
        for number, row in grid.rows:
            name, cell, *_ = (*row, "", "")
            title, place = str(name).strip().casefold(), _place(grid, 1, number)
            if title in said:
                self._problem(_place(grid, 0, number), f"{title!r} stands here a second time; keep one")
            elif title == FINGERPRINT:
                self.found.fingerprint = str(cell).strip()
            elif column := titles.get(title):
                self._take((), column, cell, place)
            elif title or cell != "":
                self._unknown(title, cell, titles, _place(grid, 0, number))
            said |= {title} - {""}
        for missing in [one for one in titles if one not in said]:
            self._problem(_place(grid, 0, 1), f"the row {missing!r} is missing; export again and copy it from there")

    def _unknown(self, title: str, cell: Cell, titles: Iterable[str], place: str) -> None:
        if (title, cell) != (FACT, VALUE):
            self._problem(place, f"{title!r} is none of: {', '.join(titles)}{did_you_mean(title, titles)}")

    def _sheet(
        self,
        grid: Grid,
        table: Table,
        outer: tuple[Table, ...],
        known: dict[tuple[str, ...], dict[tuple[str, ...], Path]],
    ) -> None:
        """Read the sheet of one kind of table; *known* has the tables read so far by their ids."""
        way = tuple(one.key for one in outer)
        if not grid.rows:
            self._problem(f"{grid.name}!A1", "the headings are missing; export again and copy them from there")
            return
        columns = (*(Column(one.key, one.columns[0].form, required=True) for one in outer), *table.columns)
        places = self._columns(grid, columns)
        if places is None or way not in known:
            return  # something it needs could not be read, and that has been told
        mine = known.setdefault((*way, table.key), {})
        for number, row in grid.rows[1:]:
            cells = {key: row[index] if index < len(row) else "" for key, index in places.items()}
            self._stray(grid, number, row, places)
            if any(str(one).strip() for one in cells.values()):
                ids = tuple(_as_id(cells.pop(one.key)) for one in outer)
                holder = self._holder(ids, known[way], _place(grid, 0, number), [one.name for one in outer])
                if holder is not None:
                    at = {key: _place(grid, index, number) for key, index in places.items()}
                    path = self._row(holder, table, cells, at)
                    mine.setdefault((*ids, _as_id(cells[table.id])), path)

    def _columns(self, grid: Grid, columns: Iterable[Column]) -> dict[str, int] | None:
        """Return which column stands where; ``None`` if the headings are not those that were exported."""
        number, titles = grid.rows[0]
        known = {one.title: one.key for one in columns}
        places: dict[str, int] = {}
        before = len(self.found.problems)
        for index, title in enumerate(str(one).strip().casefold() for one in titles):
            place = _place(grid, index, number)
            key = known.get(title) or known.get(in_words(title))
            if key in places:
                self._problem(place, f"a second column is headed {title!r}; keep one")
            elif key:
                places[key] = index
            elif title:
                hint = did_you_mean(title, known) or f"; the headings are: {', '.join(known)}"
                self._problem(place, f"no column is called {title!r}{hint}")
        for missing in [title for title, key in known.items() if key not in places]:
            self._problem(_place(grid, 0, number), f"the column {missing!r} is missing; it may be empty, but not away")
        return places if len(self.found.problems) == before else None

    def _stray(self, grid: Grid, number: int, row: tuple[Cell, ...], places: Mapping[str, int]) -> None:
        for index, cell in enumerate(row):
            if index not in places.values() and cell != "":
                self._problem(_place(grid, index, number), "something stands here without a heading above it")

    def _holder(
        self, ids: tuple[str, ...], known: Mapping[tuple[str, ...], Path], place: str, sheets: list[str]
    ) -> Path | None:
        """Return the path of the table that a row stands in; *sheets* have the tables around it, the nearest last."""
        if ids in known:
            return known[ids]
        said = ids[-1] if ids else ""
        others = [one[-1] for one in known]
        if said.strip() in others:
            return known[(*ids[:-1], said.strip())]
        sheet = f" of “{sheets[-1]}”" if sheets else ""
        hint = did_you_mean(said, others) or "; add a row for it there first"
        message = f"no row{sheet} is about {said!r}{hint}"
        self._problem(place, message if said else "empty; say which one the row belongs to")
        return None

    def _row(self, holder: Path, table: Table, cells: Mapping[str, Cell], at: Mapping[str, str]) -> Path:
        """Add one table to what was read, and return its path."""
        array = self._at(holder).setdefault(table.key, [])
        path = (*holder, table.key, len(array))
        array.append({})
        self.found.cells[path] = at[table.id]
        for column in table.columns:
            self._take(path, column, cells[column.key], at[column.key])
        return path

    def _at(self, path: Path) -> Any:
        value: Any = self.found.data
        for part in path:
            value = value[part]
        return value

    def _take(self, path: Path, column: Column, cell: Cell, place: str) -> None:
        self.found.cells[(*path, column.key)] = place
        try:
            value = from_cell(cell, column)
        except ValueError as error:
            self._problem(place, str(error))
            return
        if value is None and column.required:
            self._problem(place, f"empty; {column.title} is needed here")
        elif value not in (None, [], "") or (column.required and value is not None):
            self._at(path)[column.key] = value


def _as_id(cell: Cell) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _place(grid: Grid, index: int, number: int) -> str:
    return f"{grid.name}!{column_letters(grid.first + index + 1)}{number}"
