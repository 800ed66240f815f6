"""Excel workbooks, with real dates and frozen headings."""

from __future__ import annotations

from datetime import date

from .model import Cell, Row, Sheet, Source
from .opc import OFFICE, office_file, relations
from .packing import XML, esc

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_EPOCH = date(1899, 12, 30)
_DATE, _HEADING = 1, 2
_WIDEST = 60

_STYLES = (
    f'{XML}<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
    '<fonts count="2"><font><sz val="10"/><name val="Arial"/></font>'
    '<font><b/><sz val="10"/><name val="Arial"/></font></fonts>'
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFD9E2EC"/></patternFill></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def xlsx(source: Source) -> bytes:
    """Return *source* as a workbook."""
    writer = _Writer()
    sheets = [writer.sheet(with_note(sheet, source), source) for sheet in source.sheets]
    numbers = range(1, len(sheets) + 1)
    listed = "".join(
        f'<sheet name="{esc(sheet.name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in zip(numbers, source.sheets, strict=True)
    )
    shared = "".join(f'<si><t xml:space="preserve">{esc(text)}</t></si>' for text in writer.texts)
    parts = {
        "xl/workbook.xml": f'{XML}<workbook xmlns="{_MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            *(("worksheet", f"worksheets/sheet{number}.xml") for number in numbers),
            ("styles", "styles.xml"),
            ("sharedStrings", "sharedStrings.xml"),
        ),
        "xl/styles.xml": _STYLES,
        "xl/sharedStrings.xml": f'{XML}<sst xmlns="{_MAIN}" uniqueCount="{len(writer.texts)}">{shared}</sst>',
    }
    types = {"xl/workbook.xml": f"{_TYPE}.sheet.main+xml", "xl/styles.xml": f"{_TYPE}.styles+xml"}
    types["xl/sharedStrings.xml"] = f"{_TYPE}.sharedStrings+xml"
    for number, content in zip(numbers, sheets, strict=True):
        parts[f"xl/worksheets/sheet{number}.xml"] = content
        types[f"xl/worksheets/sheet{number}.xml"] = f"{_TYPE}.worksheet+xml"
    return office_file(source, "xl/workbook.xml", parts, types, "Microsoft Excel")


def with_note(sheet: Sheet, source: Source) -> Sheet:
    """Return *sheet* with the last line that every sheet carries."""
    return Sheet(sheet.name, (*sheet.rows, Row((f"{source.title}. {source.invented}",))))


class _Writer:
    """Writes sheets; texts are kept once and pointed to."""

    def __init__(self) -> None:
        self.texts: dict[str, int] = {}

    def sheet(self, sheet: Sheet, source: Source) -> str:
        """Return one sheet."""
        heading = next((number for number, row in enumerate(sheet.rows, start=1) if row.strong), 0)
        frozen = (
            f'<pane ySplit="{heading}" topLeftCell="A{heading + 1}" activePane="bottomLeft" state="frozen"/>'
            if heading
            else ""
        )
        rows = "".join(self._row(row, number) for number, row in enumerate(sheet.rows, start=1))
        columns = "".join(
            f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
            for number, width in enumerate(widths(sheet), start=1)
        )
        return (
            f'{XML}<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
            f'<sheetViews><sheetView workbookViewId="0">{frozen}</sheetView></sheetViews>'
            f"<cols>{columns}</cols><sheetData>{rows}</sheetData>"
            f'<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>'
            f"<headerFooter><oddFooter>{esc(printed(source.footer))}</oddFooter></headerFooter></worksheet>"
        )

    def _row(self, row: Row, number: int) -> str:
        cells = "".join(
            self._cell(cell, f"{chr(ord('A') + column)}{number}", strong=row.strong)
            for column, cell in enumerate(row.cells)
            if cell != ""
        )
        return f'<row r="{number}">{cells}</row>'

    def _cell(self, cell: Cell, place: str, *, strong: bool) -> str:
        if isinstance(cell, date):
            return f'<c r="{place}" s="{_DATE}"><v>{(cell - _EPOCH).days}</v></c>'
        if isinstance(cell, (int, float)):
            return f'<c r="{place}"><v>{cell}</v></c>'
        index = self.texts.setdefault(cell, len(self.texts))
        return f'<c r="{place}" s="{_HEADING if strong else 0}" t="s"><v>{index}</v></c>'


def widths(sheet: Sheet) -> list[int]:
    """Return a width for each column that its rows of several cells fit into."""
    rows = [row.cells for row in sheet.rows if len(row.cells) > 1]
    count = max((len(row) for row in rows), default=1)
    return [
        min(_WIDEST, 3 + max((len(str(row[column])) for row in rows if column < len(row)), default=10))
        for column in range(count)
    ]


def printed(text: str) -> str:
    """Return *text* fit for the margin of a printed sheet, where an ampersand begins a command."""
    return "&L" + text.replace("&", "&&")
