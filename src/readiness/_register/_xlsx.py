"""Write the sheets of a register as a workbook."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from typing import Any

from attrs import frozen

from readiness.exceptions import InputError, Problem
from readiness.model import Catalogue

from ._guide import GUIDE, GUIDE_NAME, LISTS_NAME
from ._sheets import Sheet
from ._tables import Column, Form

LONGEST = 32_767
_FIRST_ROWS = 2_000
_WIDTHS = {Form.DATE: 14, Form.FLAG: 10, Form.CHOICE: 14}
_NARROWEST, _WIDEST = 12, 48
_MADE = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - the same register always gives the same bytes
_UNWRITABLE = ("\ufffe", "\uffff")


@frozen
class _Looks:
    """The formats of a workbook."""

    head: Any
    text: Any
    date: Any
    note: Any


def workbook(sheets: Sequence[Sheet], catalogue: Catalogue) -> bytes:
    """
    Return an xlsx workbook; the same sheets always give the same bytes.

    Args:
        sheets: from `sheets`.
        catalogue: for the lists to choose from.

    Raises:
        InputError: with every text that no workbook can hold.
    """
    _refuse_unwritable(sheets)
    import xlsxwriter  # noqa: PLC0415 - only who exports pays for it

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(
        stream,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    book.set_properties({"created": _MADE, "title": "Register of evidence"})
    looks = _looks(book)
    _guide(book, looks)
    for one in sheets:
        _sheet(book, one, looks, catalogue)
    _lists(book, looks, catalogue)
    book.close()
    return stream.getvalue()


def _refuse_unwritable(sheets: Iterable[Sheet]) -> None:
    problems = [
        Problem(f"sheet {one.name}", f"{said}; export to a .csv file instead", f"row {number}, {title}")
        for one in sheets
        for number, row in enumerate(one.rows, start=2)
        for title, cell in zip(one.titles, row, strict=False)
        if isinstance(cell, str) and (said := _why_not(cell))
    ]
    if problems:
        raise InputError(problems)


def _why_not(text: str) -> str:
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST:
        return f"a text of more than {LONGEST:,} characters fits in no cell"
    return "it has a character that no workbook can hold" if any(one in text for one in _UNWRITABLE) else ""


def _looks(book: Any) -> _Looks:
    top = {"valign": "top", "text_wrap": True}
    return _Looks(
        head=book.add_format({"bold": True, "bg_color": "#DDE4EA", "bottom": 1, "valign": "top", "text_wrap": True}),
        text=book.add_format({**top, "num_format": "@"}),
        date=book.add_format({**top, "num_format": "d mmm yyyy", "align": "left"}),
        note=book.add_format({**top, "font_color": "#505A5F"}),
    )


def _guide(book: Any, looks: _Looks) -> None:
    page = book.add_worksheet(GUIDE_NAME)
    page.set_column(0, 0, 100, looks.text)
    page.hide_gridlines(2)
    for number, (is_heading, line) in enumerate(GUIDE):
        page.write_string(number, 0, line, looks.head if is_heading else looks.text)


def _sheet(book: Any, sheet: Sheet, looks: _Looks, catalogue: Catalogue) -> None:
    page = book.add_worksheet(sheet.name)
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    for index, title in enumerate(sheet.titles):
        column = sheet.columns[index]
        dated = column is not None and column.form is Form.DATE
        page.set_column(index, index, _width(sheet, index), looks.date if dated else looks.text)
        page.write_string(0, index, title, looks.head)
        if column is not None:
            _choose(page, index, (1, _FIRST_ROWS), column, catalogue)
    for number, row in enumerate(sheet.rows, start=1):
        for index, cell in enumerate(row):
            _write(page, number, index, cell, looks)
        if sheet.columns[0] is None and row[0] == "assessment":
            _choose(page, 1, (number, number), Column("assessment", Form.TEXT), catalogue)
    if sheet.columns[0] is not None:
        page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.titles) - 1)


def _write(page: Any, row: int, column: int, cell: str | dt.date, looks: _Looks) -> None:
    if isinstance(cell, dt.date):
        page.write_datetime(row, column, cell, looks.date)
    elif cell:
        page.write_string(row, column, cell, looks.text)


def _width(sheet: Sheet, index: int) -> int:
    column = sheet.columns[index]
    if column is not None and column.form in _WIDTHS:
        return _WIDTHS[column.form]
    texts = [sheet.titles[index], *(str(row[index]) for row in sheet.rows)]
    longest = max(len(line) for text in texts for line in text[:LONGEST].split("\n"))
    return max(_NARROWEST, min(_WIDEST, longest + 3))


def _choose(page: Any, index: int, rows: tuple[int, int], column: Column, catalogue: Catalogue) -> None:
    """Offer what may be chosen. Nothing is forced: several kinds are typed, and whatever is wrong is told on import."""
    offered = _offered(column, catalogue)
    if offered:
        choice = {"validate": "list", "source": offered, "show_error": False}
    elif column.form is Form.DATE:
        least = dt.date(1900, 1, 1)
        choice = {"validate": "date", "criteria": ">=", "value": least, "error_type": "warning"}
        choice |= {"error_title": "Not a date", "error_message": "Type a date such as 29/05/2009 or 2009-05-29."}
    else:
        return
    page.data_validation(rows[0], index, rows[1], index, choice)


def _offered(column: Column, catalogue: Catalogue) -> Any:
    if column.key == "criterion" or (column.key == "id" and column.required):
        return _range("A", len(catalogue.criteria)) if column.key == "criterion" else ""
    if column.key == "document":
        return f"=documents!$A$2:$A${_FIRST_ROWS + 1}"
    if column.key == "assessment":
        return [one.id for one in catalogue.assessments]
    return ["yes", "no"] if column.form is Form.FLAG else list(column.choices)


def _range(letter: str, length: int) -> str:
    return f"={LISTS_NAME}!${letter}$2:${letter}${length + 1}" if length else ""


def _lists(book: Any, looks: _Looks, catalogue: Catalogue) -> None:
    page = book.add_worksheet(LISTS_NAME)
    page.freeze_panes(1, 0)
    for index, (title, width) in enumerate((("criterion", 12), ("title", 60), ("aspects", 60))):
        page.set_column(index, index, width, looks.text)
        page.write_string(0, index, title, looks.head)
    for number, one in enumerate(catalogue.criteria, start=1):
        page.write_string(number, 0, one.id, looks.text)
        page.write_string(number, 1, one.title, looks.text)
        page.write_string(number, 2, "; ".join(aspect.id for aspect in one.aspects), looks.note)
