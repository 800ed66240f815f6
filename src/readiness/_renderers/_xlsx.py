"""The profile as a workbook: to sort, to filter and to hand out what is to be done."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from attrs import frozen

from readiness.model import EvidenceProfile, Rag, Report

from . import _text
from ._looks import INK, TINT
from ._xlsx_report import report_sheets
from ._xlsx_sheets import Cell, Row, Sheet, Standing, sheets

_LONGEST, _MORE = 32_767, "… (cut: the cell is full)"
_NARROWEST, _WIDEST, _DATE_WIDTH, _SAMPLE = 10, 45, 14, 400
_LINE, _TALLEST = 13.5, 405
_FIRST_YEAR = 1900
_A4, _LONGEST_MARGIN, _MOST_LINES = 9, 100, 40


@frozen
class XlsxRenderer:
    """
    Write the profile as a workbook.

    >>> XlsxRenderer().suffix
    '.xlsx'
    """

    suffix: ClassVar[str] = ".xlsx"
    worded: ClassVar[bool] = True

    def render(self, profile: EvidenceProfile) -> bytes:
        """Return an .xlsx file in which no text acts as a formula or an address."""
        judged = profile.assessment
        title = f"{judged.organisation}: {judged.assessment} evidence profile, as of {_text.day(judged.as_of)}"
        return _book(title, judged.organisation, judged.as_of, sheets(profile))


@frozen
class XlsxReportRenderer:
    """
    Write a report as a workbook: a sheet for all that is said, and one for each table.

    >>> XlsxReportRenderer().suffix
    '.xlsx'
    """

    suffix: ClassVar[str] = ".xlsx"
    worded: ClassVar[bool] = True

    def render(self, report: Report) -> bytes:
        """Return an .xlsx file in which no text acts as a formula or an address."""
        title = f"{report.organisation}: {report.kind}, {report.subtitle}"
        return _book(title, report.organisation, report.as_of, report_sheets(report))


def _book(title: str, organisation: str, as_of: dt.date, held: Iterable[Sheet]) -> bytes:
    import xlsxwriter  # noqa: PLC0415 - only who wants a workbook pays for it

    stream = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(stream, {"in_memory": True, **plain})
    book.set_properties({"title": _text.shortened(title, 250), "created": _midnight(as_of)})
    looks = _looks(book)
    for one in held:
        _sheet(book, one, looks, _text.shortened(organisation, _LONGEST_MARGIN))
    book.close()
    return stream.getvalue()


def _midnight(day: dt.date) -> dt.datetime:
    """Return a time that depends on no clock."""
    return dt.datetime(max(day.year, _FIRST_YEAR), day.month, day.day)  # noqa: DTZ001 - a workbook knows no zone


def _looks(book: Any) -> Mapping[object, Any]:
    """Return the format of each kind of cell; a text is marked as one, so that it stays one when it is edited."""
    top = {"valign": "top", "text_wrap": True, "font_name": "Arial", "font_size": 10}
    found: dict[object, Any] = {
        "head": book.add_format({**top, "bold": True, "bg_color": "#E6EBF0", "bottom": 1}),
        str: book.add_format({**top, "quote_prefix": True}),
        int: book.add_format({**top, "num_format": "0", "align": "left"}),
        dt.date: book.add_format({**top, "num_format": "d mmm yyyy", "align": "left"}),
    }
    for rag in Rag:
        colours = {"font_color": f"#{INK[rag]}", "bg_color": f"#{TINT[rag]}"}
        found[rag] = book.add_format({**top, "bold": True, **(colours if rag is not Rag.NONE else {})})
    return found


def _sheet(book: Any, sheet: Sheet, looks: Mapping[object, Any], organisation: str) -> None:
    page = book.add_worksheet(sheet.name)
    page.freeze_panes(1, sheet.frozen)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_header(f"&L{organisation.replace('&', '&&')}&R{sheet.name}")
    page.set_footer("&RPage &P of &N")
    widths = [_width(sheet, index) for index in range(len(sheet.head))]
    for index, title in enumerate(sheet.head):
        page.set_column(index, index, widths[index])
        page.write_string(0, index, _text.visible(title), looks["head"])
    for number, row in enumerate(sheet.rows, start=1):
        page.set_row(number, _height(row, widths))
        for index, cell in enumerate(row):
            _write(page, (number, index), cell, looks)
    if sheet.filtered:
        page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.head) - 1)


def _write(page: Any, place: tuple[int, int], cell: Cell, looks: Mapping[object, Any]) -> None:
    if isinstance(cell, Standing):
        page.write_string(*place, _fitting(cell.said), looks[cell.status.rag])
    elif isinstance(cell, int):
        page.write_number(*place, cell, looks[int])
    elif isinstance(cell, dt.date) and cell.year >= _FIRST_YEAR:
        page.write_datetime(*place, cell, looks[dt.date])
    elif isinstance(cell, dt.date):
        page.write_string(*place, _text.day(cell), looks[str])
    elif cell:
        page.write_string(*place, _fitting(cell), looks[str])


def _fitting(text: str) -> str:
    """Return a text that a cell can hold; what is cut off says so."""
    shown = _text.visible(text)
    if len(shown.encode("utf-16-le")) // 2 <= _LONGEST:
        return shown
    room = (_LONGEST - len(_MORE)) * 2
    return shown.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + _MORE


def _width(sheet: Sheet, index: int) -> int:
    """Return the width of a column in characters: of its longest line, within bounds."""
    cells = [row[index] for row in sheet.rows]
    dated = _DATE_WIDTH if any(isinstance(one, dt.date) for one in cells) else _NARROWEST
    texts = [sheet.head[index], *(one[:_SAMPLE] for one in cells if isinstance(one, str))]
    words = [one.said for one in cells if isinstance(one, Standing)]
    longest = max(len(line) for text in (*texts, *words) for line in text.split("\n"))
    return max(dated, min(_WIDEST, longest + 4))


def _height(row: Row, widths: list[int]) -> float:
    """Return the height of a row in points; not every program works it out from the lines of its cells."""
    lines = [_lines(cell, width) for cell, width in zip(row, widths, strict=True) if isinstance(cell, str)]
    return min(_TALLEST, _LINE * max(lines, default=1) + 2)


def _lines(text: str, width: int) -> int:
    return sum(1 + len(line) // width for line in text[: width * _MOST_LINES].split("\n"))
