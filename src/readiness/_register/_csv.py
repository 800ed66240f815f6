"""The sheets of a register in one csv file, one below the other; every row begins with the name of its sheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from readiness.exceptions import Problem, RegisterError

from ._cells import Cell
from ._sheets import Grid, Sheet

_RISKY = re.compile(r"'* *[=+\-@\t\r\n＝＋－＠]")  # noqa: RUF001 - the wide ones are formulas too
_LARGEST = 50_000_000
_HEADER = re.compile(r"\[(.+)\]")


def csv_file(sheets: Iterable[Sheet]) -> bytes:
    """Return the sheets as csv in UTF-8; no cell of it is run as a formula."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    for number, sheet in enumerate(sheets):
        if number:
            writer.writerow([])
        writer.writerow([f"[{sheet.name}]", *sheet.titles])
        writer.writerows([sheet.name, *(_safe(str(cell)) for cell in row)] for row in sheet.rows)
    return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8")


def _safe(text: str) -> str:
    return f"'{text}" if _RISKY.match(text) else text


def _unsafe(text: str) -> str:
    return text[1:] if text.startswith("'") and _RISKY.match(text) else text


def csv_grids(data: bytes, name: str) -> list[Grid]:
    """
    Return the sheets in a csv file.

    Args:
        data: its bytes.
        name: what to call it in a problem.

    Raises:
        RegisterError: it is no such file.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise RegisterError([Problem(name, 'it is not UTF-8; save it as "CSV UTF-8"', line=line)]) from None
    found: dict[str, list[tuple[int, tuple[Cell, ...]]]] = {}
    problems: list[Problem] = []
    for number, row in _read(text, name):
        if not any(row):
            continue
        header = _HEADER.fullmatch(row[0].strip())
        sheet = header[1] if header else row[0].strip()
        if header:
            found.setdefault(sheet, [])
        elif sheet not in found:
            message = f"no heading [{sheet}] stands above this row; a row begins with the name of its sheet"
            problems.append(Problem(f"{name}!A{number}", message))
        if header or sheet in found:
            found[sheet].append((number, tuple(map(_unsafe, row[1:]))))
    if problems:
        raise RegisterError(problems)
    return [Grid(sheet, tuple(rows), 1) for sheet, rows in found.items()]


def _read(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with its number; a spreadsheet may have put semicolons or tabs for the commas."""
    first = text.partition("]")[2][:1]
    before = csv.field_size_limit(_LARGEST)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=first if first in {";", "\t"} else ",")
        yield from enumerate(reader, start=1)
    except csv.Error as error:
        raise RegisterError([Problem(name, f"it is not csv: {error}")]) from None
    finally:
        csv.field_size_limit(before)
