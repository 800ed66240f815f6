"""The task of the cage: take the cells out of a workbook. Everything here runs inside a worker process."""

from __future__ import annotations

import base64
import datetime as dt
import io
from collections.abc import Iterable
from typing import Any, cast

from python_calamine import CalamineWorkbook

from readiness._readers._sheet_unseen import unseen_cells

_MOST_CELLS = 500_000
_MOST_CHARACTERS = 20_000_000


def run(job: object) -> object:
    """Return for each wanted sheet of the workbook its rows of marked cells, or why it cannot be read."""
    value = cast("dict[str, Any]", job)
    try:
        return {"sheets": _sheets(base64.b64decode(value["data"]), set(value["wanted"]))}
    except BaseException as error:  # noqa: BLE001 - a panic of the reader is a BaseException
        return {"error": (str(error) or type(error).__name__)[:200]}


def _sheets(data: bytes, wanted: set[str]) -> dict[str, list[list[list[Any]]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    found: dict[str, list[list[list[Any]]]] = {}
    left = _MOST_CHARACTERS
    for name in book.sheet_names:
        found[name] = []
        if wanted and name.strip().casefold() not in wanted:
            continue
        sheet = book.get_sheet_by_name(name)
        if sheet.total_height * sheet.total_width > _MOST_CELLS:
            raise ValueError(f"sheet {name!r} spans more than {_MOST_CELLS:,} cells")
        rows = [[_marked(one) for one in row] for row in sheet.to_python(skip_empty_area=False)]
        _put_unseen(rows, unseen_cells(data, name))
        left -= sum(len(cell[1]) for row in rows for cell in row if cell[0] == "t")
        if left < 0:
            raise ValueError(f"it holds more than {_MOST_CHARACTERS:,} characters")
        found[name] = rows
    return found


def _put_unseen(rows: list[list[list[Any]]], unseen: Iterable[tuple[int, int, str]]) -> None:
    for line, column, shown in unseen:
        if line * column > _MOST_CELLS:
            raise ValueError(f"it spans more than {_MOST_CELLS:,} cells")
        while len(rows) < line:
            rows.append([])
        row = rows[line - 1]
        row.extend(["t", ""] for _ in range(column - len(row)))
        if row[column - 1] == ["t", ""]:
            row[column - 1] = ["odd", shown[:80]]


def _marked(value: object) -> list[Any]:
    """Return a cell with what it is, for the way out of the cage."""
    match value:
        case bool():
            return ["b", value]
        case int() | float():
            return ["n", float(value)]
        case dt.datetime() | dt.date():
            return ["d", value.isoformat()]
        case str():
            return ["t", value]
        case _:
            return ["odd", str(value)]
