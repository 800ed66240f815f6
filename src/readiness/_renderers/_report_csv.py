"""The tables of a report as csv, for a spreadsheet: one line for each row, its first cell naming the table."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import ClassVar

from attrs import frozen

from readiness.model import Report

from . import _text
from ._report_tables import tables
from ._safe import cell
from ._xlsx_sheets import Cell, Standing

_TABLE = "Table"


@frozen
class CsvReportRenderer:
    """
    Write the tables of a report as csv; what stands outside of them is for the other formats.

    >>> CsvReportRenderer().suffix
    '.csv'
    """

    suffix: ClassVar[str] = ".csv"

    def render(self, report: Report) -> bytes:
        """Return UTF-8 with a byte order mark, in which no cell acts as a formula."""
        found = tables(report)
        head = tuple(dict.fromkeys((_TABLE, *(title for one in found for title in one.head))))
        stream = io.StringIO()
        writer = csv.DictWriter(stream, head, restval="", lineterminator="\r\n")
        writer.writerow({title: cell(title) for title in head})
        for one in found:
            for row in one.rows:
                said = {title: _said(value) for title, value in zip(one.head, row, strict=True)}
                writer.writerow({**said, _TABLE: cell(one.caption)})
        return _text.encodable(stream.getvalue()).encode("utf-8-sig")


def _said(value: Cell) -> str:
    if isinstance(value, Standing):
        return cell(value.said)
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else cell(str(value))
