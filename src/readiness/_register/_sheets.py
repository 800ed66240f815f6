"""The register as sheets of a spreadsheet: what stands in which row and column."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from ._cells import Cell, to_cell
from ._tables import Column, Data, Table, plain, register_table, walked

FINGERPRINT = "fingerprint"
FACT, VALUE = "what", "value"
_MADE_FROM = "do not change: it tells which register this sheet was made from"


@frozen
class Sheet:
    """
    One sheet that was made.

    Attributes:
        name: of the sheet.
        titles: the first row.
        rows: those below it.
        columns: what each column holds; ``None`` where a sheet has one fact a row.
    """

    name: str
    titles: tuple[str, ...]
    rows: tuple[tuple[str | dt.date, ...], ...]
    columns: tuple[Column | None, ...]


@frozen
class Grid:
    """
    One sheet that was read.

    Attributes:
        name: of the sheet, as the program knows it.
        rows: number of each row, counted from 1, with its cells.
        first: how many columns stand before the first cell.
    """

    name: str
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    first: int = 0


def fingerprint(data: Data) -> str:
    """Return a short mark of what a register says; comments and layout do not count."""
    said = json.dumps(plain(data, register_table()), sort_keys=True, default=str)
    digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
    return f"r{digest[:16]}"  # with a letter first, as spreadsheets take digits for a number and round it


def sheets(data: Data) -> list[Sheet]:
    """Return the sheets of a register: its own facts first, then one for each kind of table."""
    whole = register_table()
    tidy = plain(data, whole)
    return [_facts(tidy, data, whole), *(_sheet(tidy, table, above) for table, above in walked(whole) if above)]


def _facts(tidy: Mapping[str, Any], data: Data, whole: Table) -> Sheet:
    rows: list[tuple[str | dt.date, ...]] = [
        (one.title, to_cell(tidy.get(one.key), one), _hint(one)) for one in whole.columns
    ]
    rows.append((FINGERPRINT, fingerprint(data), _MADE_FROM))
    return Sheet(whole.name, (FACT, VALUE, "about"), tuple(rows), (None, None, None))


def _hint(column: Column) -> str:
    hints = {
        "organisation": "name of your organisation",
        "assessment": "the assessment this register is made for",
        "own_names": "further names under which your own papers go out; more than one with ; between",
        "system": "the system you are to be accredited for",
        "catalogue": "leave empty for the criteria that come with the program",
        "due": "the day the assessment is due for you",
        "plan": "path of your project plan in the folder",
    }
    return hints.get(column.key, "")


def _sheet(tidy: Mapping[str, Any], table: Table, above: tuple[Table, ...]) -> Sheet:
    outer = above[1:]
    columns = (*(_parent(one) for one in outer), *table.columns)
    rows = tuple(_rows(tidy, (*outer, table), ()))
    return Sheet(table.name, tuple(one.title for one in columns), rows, columns)


def _parent(table: Table) -> Column:
    """Return the column that says in which table a row stands: under the name of that table, its id."""
    first = table.columns[0]
    return Column(table.key, first.form, required=True)


def _rows(
    data: Mapping[str, Any], way: tuple[Table, ...], so_far: tuple[str | dt.date, ...]
) -> Iterator[tuple[str | dt.date, ...]]:
    """Yield the rows of the last table of *way*, each with the ids of those it stands in."""
    table, *rest = way
    for one in data.get(table.key, []):
        if rest:
            mine = to_cell(one.get(table.id), table.columns[0])
            yield from _rows(one, tuple(rest), (*so_far, mine))
        else:
            yield (*so_far, *(to_cell(one.get(column.key), column) for column in table.columns))
