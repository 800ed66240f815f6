"""What runs in the process that reads a workbook: bytes on standard input, JSON on standard output."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime, time

from python_calamine import CalamineWorkbook

from readiness._readers._sheet_unseen import unseen_cells

from ._table import find_header, make_row

_MEMORY = 2 * 2**30
_CPU_SECONDS = 15
_MAX_CELLS = 500_000
_MAX_CHARACTERS = 10_000_000


def main() -> None:
    """Read the workbook and print its rows, or why it cannot be read."""
    _limit()
    try:
        answer: dict[str, object] = {"rows": _rows(sys.stdin.buffer.read())}
    except BaseException as error:  # noqa: BLE001 - a panic of the reader is a BaseException
        answer = {"error": str(error)[:200] or type(error).__name__}
    sys.stdout.write(json.dumps(answer))


def _limit() -> None:
    """Limit memory and processor time, where the system can."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))


def _rows(data: bytes) -> list[tuple[int, list[str]]]:
    """Return the rows of the plan's sheet; a row for each other sheet says that it was not read."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = [(name, _with_unseen(list(_texts(book, name)), data, name)) for name in book.sheet_names]
    filled = [(name, rows) for name, rows in sheets if rows]
    if not filled:
        raise ValueError("every sheet is empty")
    chosen = next((one for one in filled if find_header(make_row(line, texts) for line, texts in one[1])), filled[0])
    end = chosen[1][-1][0]
    others = [f"Sheet {name!r}: {len(rows)} rows" for name, rows in filled if name != chosen[0]]
    return chosen[1] + [(end + step, [text]) for step, text in enumerate(others, 1)]


def _texts(book: CalamineWorkbook, name: str) -> Iterator[tuple[int, list[str]]]:
    sheet = book.get_sheet_by_name(name)
    if sheet.total_height * sheet.total_width > _MAX_CELLS:
        raise ValueError(f"sheet {name!r} spans more than {_MAX_CELLS} cells")
    size = 0
    for line, values in enumerate(sheet.to_python(skip_empty_area=False), 1):
        texts = [_text(value) for value in values]
        size += sum(map(len, texts))
        if size > _MAX_CHARACTERS:
            raise ValueError(f"sheet {name!r} holds more than {_MAX_CHARACTERS} characters")
        if any(texts):
            yield line, texts


def _with_unseen(rows: list[tuple[int, list[str]]], data: bytes, name: str) -> list[tuple[int, list[str]]]:
    """Return the rows with what the reader left out: errors, and formulas that were never calculated."""
    by_line, added = dict(rows), 0
    for line, column, text in unseen_cells(data, name):
        texts = by_line.setdefault(line, [])
        added += max(0, column - len(texts))
        if added > _MAX_CELLS:
            raise ValueError(f"sheet {name!r} spans more than {_MAX_CELLS} cells")
        texts.extend([""] * (column - len(texts)))
        texts[column - 1] = texts[column - 1] or text
    return sorted(by_line.items())


def _text(value: object) -> str:
    """
    Return a cell as text: a day as ``2009-05-29``, a whole number without a fraction.

    A cell that shows only a month holds its first day, and the reader does not say what a cell shows. So the first of
    a month is read as the month: less exact than it may be, but never wrong.
    """
    if isinstance(value, datetime) and value.time() != time():
        return value.isoformat(" ")
    if isinstance(value, date):
        return f"{value.year:04}-{value.month:02}" if value.day == 1 else f"{value:%Y-%m-%d}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
