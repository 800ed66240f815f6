"""The edge: a file into rows. Everything behind it works on rows alone."""

from __future__ import annotations

import codecs
import csv
import io
import re
import stat
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from readiness._ids import IdScheme
from readiness.exceptions import PlanError, Problem
from readiness.model import Plan, Strand

from ._assemble import assemble
from ._sheet import SheetError, sheet_rows
from ._table import Row, find_header, make_row, text_rows

MAX_BYTES = 20 * 2**20
MAX_ROWS = 5_000
MAX_COLUMNS = 1_000
MAX_CELL = 10_000

_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
_SEPARATED = frozenset({".csv", ".tsv"})
_SEPARATORS = (",", ";", "\t")
_LINES_TO_TRY = 200
_MAGIC = ((b"%PDF", "a PDF"), (b"PK\x03\x04", "a Word or zip file"), (b"\xd0\xcf\x11\xe0", "an old Office file"))
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROLS = frozenset(map(chr, range(32))) - set("\t\n\r\f\v")


def read_plan(path: Path, *, ids: IdScheme, strands: tuple[Strand, ...]) -> Plan:
    """
    Return the project plan that a file holds.

    Args:
        path: a text whose table cells stand between tabs, a csv, or a workbook.
        ids: the criteria that a plan can name.
        strands: the strands of the programme, for a plan that lists none.

    Raises:
        PlanError: if the file cannot be read or is not a plan; it holds every problem with file and line.
    """
    suffix = path.suffix.casefold()
    data = _read_bytes(path)
    if suffix in _WORKBOOKS:
        try:
            rows: Iterable[Row] = [make_row(line, texts) for line, texts in sheet_rows(data)]
        except SheetError as error:
            raise _refusal(path, str(error)) from error
    else:
        text = _decode(path, data)
        rows = _csv_rows(path, text) if suffix in _SEPARATED else text_rows(text)
    return assemble(_within_limits(path, rows), file=path.name, ids=ids, strands=strands)


def _refusal(path: Path, message: str, line: int | None = None) -> PlanError:
    return PlanError([Problem(path.name or str(path), message, line=line)])


def _read_bytes(path: Path) -> bytes:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise _refusal(path, "this is not a file; name the plan itself, not a folder or device")
        if about.st_size > MAX_BYTES:
            raise _refusal(path, f"the file is larger than {MAX_BYTES // 2**20} MB, which no project plan is")
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise _refusal(
            path, f"the file cannot be opened ({reason}); check the name and your right to read it"
        ) from error
    if not data.strip():
        raise _refusal(path, "the file is empty; expected a project plan")
    return data


def _decode(path: Path, data: bytes) -> str:
    """Return the text of a file in one of the encodings that Windows and Linux programs write."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise _refusal(path, f"this is {name}; save its table as text, csv or xlsx and try again")
    encodings = ("utf-16",) if data.startswith(_UTF16) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROLS.intersection(text):
            return text
    raise _refusal(path, "this is not text; expected a plan as text (UTF-8, UTF-16 or Windows-1252), csv or xlsx")


def _csv_rows(path: Path, text: str) -> Iterator[Row]:
    """Return the records of a csv, cut at the separator under which its header makes sense."""
    heads = ((mark, islice(_records(path, text, mark), _LINES_TO_TRY)) for mark in _SEPARATORS)
    separator = next((mark for mark, rows in heads if find_header(rows)), _SEPARATORS[0])
    return _records(path, text, separator)


def _records(path: Path, text: str, separator: str) -> Iterator[Row]:
    """Yield the records of a csv, each under the line it begins on; quoted cells may hold line breaks."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    line = line_of_last = 1
    try:
        for record in reader:
            yield make_row(line, record)
            line_of_last = line
            line = reader.line_num + 1
    except csv.Error as error:
        raise _refusal(path, f"the csv cannot be read from here on ({error}); check its quotes", line) from error
    if _is_left_open(text, line_of_last, separator):
        message = "a quotation mark is opened here and never closed, so the rest of the file hangs on it; close it"
        raise _refusal(path, message, line_of_last)


def _is_left_open(text: str, line: int, separator: str) -> bool:
    """Return whether the record that begins on *line* ends in the middle of a quoted cell."""
    rest = "".join(re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)[line - 1 :])
    try:
        list(csv.reader(io.StringIO(rest, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        return "end of data" in str(error)
    return False


def _within_limits(path: Path, rows: Iterable[Row]) -> list[Row]:
    """Return the rows, or refuse a table of a size that no plan has."""
    kept: list[Row] = []
    for row in rows:
        if len(kept) == MAX_ROWS:
            raise _refusal(path, f"the table has more than {MAX_ROWS} rows, which no project plan has", row.line)
        if row.width > MAX_COLUMNS:
            raise _refusal(path, f"this row has more than {MAX_COLUMNS} cells, which no project plan has", row.line)
        if any(len(cell.text) > MAX_CELL for cell in row.cells):
            raise _refusal(path, f"a cell holds more than {MAX_CELL} characters, which no project plan has", row.line)
        kept.append(row)
    return kept
