"""OpenDocument workbooks, with real dates."""

from __future__ import annotations

from datetime import date

from .model import Cell, Row, Source
from .odf import package
from .packing import esc
from .xlsx import widths, with_note

_DATE_STYLE = (
    '<number:date-style style:name="British"><number:day number:style="long"/>'
    '<number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text>'
    '<number:year number:style="long"/></number:date-style>'
    '<style:style style:name="Day" style:family="table-cell" style:data-style-name="British"/>'
    '<style:style style:name="Head" style:family="table-cell">'
    '<style:table-cell-properties fo:background-color="#d9e2ec"/>'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
)


def ods(source: Source) -> bytes:
    """Return *source* as a workbook."""
    styles, tables = _DATE_STYLE, []
    for number, sheet in enumerate(source.sheets, start=1):
        columns = []
        for column, width in enumerate(widths(sheet)):
            name = f"co{number}-{column}"
            styles += (
                f'<style:style style:name="{name}" style:family="table-column">'
                f'<style:table-column-properties style:column-width="{width * 0.23:.1f}cm"/></style:style>'
            )
            columns.append(f'<table:table-column table:style-name="{name}"/>')
        rows = "".join(map(_row, with_note(sheet, source).rows))
        tables.append(f'<table:table table:name="{esc(sheet.name)}">{"".join(columns)}{rows}</table:table>')
    body = f"<office:spreadsheet>{''.join(tables)}</office:spreadsheet>"
    return package("spreadsheet", source, styles, body, "<office:styles/>")


def _row(row: Row) -> str:
    return f"<table:table-row>{''.join(_cell(cell, strong=row.strong) for cell in row.cells)}</table:table-row>"


def _cell(cell: Cell, *, strong: bool) -> str:
    if cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, date):
        value = f'table:style-name="Day" office:value-type="date" office:date-value="{cell.isoformat()}"'
        return f"<table:table-cell {value}><text:p>{cell:%d/%m/%Y}</text:p></table:table-cell>"
    if isinstance(cell, (int, float)):
        value = f'office:value-type="float" office:value="{cell}"'
        return f"<table:table-cell {value}><text:p>{cell}</text:p></table:table-cell>"
    look = ' table:style-name="Head"' if strong else ""
    return f'<table:table-cell{look} office:value-type="string"><text:p>{esc(cell)}</text:p></table:table-cell>'
