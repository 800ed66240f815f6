"""Workbooks of 2007 and later, cell by cell as the file gives them; slower than the library, and never larger."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from attrs import define, field

from readiness.model import ReadFault, ReadItem

from ._archive import Package
from ._cells import cell_text, column_number, row_passage
from ._faults import fault_of
from ._opc import main_part, relations, worksheets
from ._xml import Event, events, number

_BUILT_IN_DATES = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_DATE_FORMAT = re.compile(r"[dmyhs]", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.')
_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001  # sheets know no time zones
_LAST_DAY = 2_958_465
_SHARED = 1 << 20
"""Shared texts kept; a cell that points beyond them is shown as a number."""


def streamed_rows(package: Package) -> Iterator[ReadItem]:
    """Yield the rows of every worksheet."""
    by_kind = {one.kind: one.target for one in relations(package, main_part(package, "xl/workbook.xml"))}
    shared = _shared_texts(package, by_kind.get("sharedStrings", ""))
    dates = _date_styles(package, by_kind.get("styles", ""))
    for name, part in worksheets(package):
        try:
            with package.open(part) as stream:
                yield from _Rows(name, shared, dates).walk(events(stream))
        except Exception as error:  # noqa: BLE001  # one bad sheet must not cost the others
            yield ReadFault(fault_of(error).fault, f"sheet {name}: {fault_of(error).detail}")


def _shared_texts(package: Package, part: str) -> list[str]:
    """Return the texts that cells point to; readings of East Asian words are left out."""
    texts: list[str] = []
    if part not in package:
        return texts
    pieces: list[str] = []
    taking = reading = False
    with package.open(part) as stream:
        for kind, value, _ in events(stream):
            if kind == "text":
                if taking and not reading:
                    pieces.append(value)
            elif value == "t":
                taking = kind == "start"
            elif value == "rPh":
                reading = kind == "start"
            elif value == "si" and kind == "end" and len(texts) < _SHARED:
                texts.append("".join(pieces))
                pieces = []
    return texts


def _date_styles(package: Package, part: str) -> frozenset[int]:
    """Return the numbers of the cell styles that show a date."""
    if part not in package:
        return frozenset()
    custom: set[int] = set()
    dates: set[int] = set()
    styles = -1
    with package.open(part) as stream:
        for kind, value, attributes in events(stream):
            if kind == "start" and value == "numFmt":
                code = _QUOTED.sub("", attributes.get("formatCode", ""))
                if _DATE_FORMAT.search(code):
                    custom.add(number(attributes.get("numFmtId"), 0))
            elif value == "cellXfs":
                styles = 0 if kind == "start" else -1
            elif kind == "start" and value == "xf" and styles >= 0:
                format_ = number(attributes.get("numFmtId"), 0)
                if format_ in _BUILT_IN_DATES or format_ in custom:
                    dates.add(styles)
                styles += 1
    return frozenset(dates)


@define
class _Rows:
    """Gathers the cells of one sheet."""

    sheet: str
    shared: list[str]
    dates: frozenset[int]
    row: int = 0
    column: int = 0
    type: str = ""
    style: int = -1
    text: list[str] = field(factory=list)
    taking: bool = False
    cells: list[tuple[int, str]] = field(factory=list)

    def walk(self, stream: Iterator[Event]) -> Iterator[ReadItem]:
        """Yield each row as it ends."""
        for kind, value, attributes in stream:
            if kind == "text":
                if self.taking:
                    self.text.append(value)
            elif value in {"v", "t"}:
                self.taking = kind == "start"
            elif kind == "start":
                self._start(value, attributes)
            elif value == "c":
                self.cells.append((self.column, self._value()))
            elif value == "row" and (passage := row_passage(self.cells, self.row, self.sheet)):
                yield passage

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            self.row = number(attributes.get("r"), self.row + 1)
            self.column, self.cells = 0, []
        elif name == "c":
            self.column = column_number(attributes.get("r", "")) or self.column + 1
            self.type, self.style = attributes.get("t", ""), number(attributes.get("s"), -1)
            self.text = []

    def _value(self) -> str:
        raw = "".join(self.text)
        if self.type == "s":
            index = number(raw, -1)
            return self.shared[index] if 0 <= index < len(self.shared) else ""
        if self.type == "b":
            return cell_text(raw == "1")
        if self.type in {"", "n"} and raw:
            return _numeric(raw, is_date=self.style in self.dates)
        return raw


def _numeric(raw: str, *, is_date: bool) -> str:
    try:
        value = float(raw)
    except ValueError:
        return raw
    if is_date and 0 <= value < _LAST_DAY:
        return cell_text(_EPOCH + dt.timedelta(seconds=round(value * 86400)))
    return cell_text(value)
