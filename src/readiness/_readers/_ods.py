"""OpenDocument sheets, packed or flat, read as they stream by: a sheet of a million empty rows costs nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from readiness.model import DocumentFacts, ReadFault, ReadItem, ReadLimits

from ._archive import Package
from ._cells import column_letters, row_passage
from ._faults import fault_of
from ._made import Locator, Passage
from ._odf import packed_facts, refuse_locked
from ._odf_embedded import embedded_odf
from ._odf_meta import meta_facts
from ._odf_values import SHAPES, odf_value
from ._source import Source
from ._walk import Walker
from ._xml import events, number

Attributes = dict[str, str]
_LAST = 1 << 20
_MOST_MARGINS = 2000
_MARGINS = {
    "header": "header",
    "header-left": "header",
    "header-first": "header",
    "footer": "footer",
    "footer-left": "footer",
    "footer-first": "footer",
}
_HIDDEN = "hidden"
_LETTER = re.compile(r"[^\W\d_]")
_LETTERS_OF_PAGE = 4
"""Letters of what every sheet says at its foot without being told: Page 1."""


def read_packed(source: Source) -> Iterator[ReadItem]:
    """
    Read an OpenDocument workbook. A repeated row or cell is given in its place, a hundred times at most.

    Places:
        sheet and cells of a row; comment, by sheet and cell; header and footer; text box of a sheet; an object, by
        its name.

    Facts:
        title, author, dates, sheets, other properties, tracked changes, comments, macros.

    Not read:
        formulas, of which the last result is; pictures; charts.
    """
    package = Package(source)
    refuse_locked(package)
    yield from packed_facts(package)
    yield from islice(_margins(package, source.limits), _MOST_MARGINS)
    sheets = _Sheets(source.limits)
    with package.open("content.xml") as stream:
        yield from sheets.walk(stream)
    yield from embedded_odf(package, source)
    yield DocumentFacts(page_count=sheets.sheets or None, comments=sheets.comments, tracked_changes=sheets.changes)


def _margins(package: Package, limits: ReadLimits) -> Iterator[ReadItem]:
    """Yield the headers and footers of the printed pages; bad ones must not cost the cells."""
    if "styles.xml" in package:
        try:
            with package.open("styles.xml") as stream:
                yield from _Sheets(limits).walk(stream)
        except Exception as error:  # noqa: BLE001  # see above
            yield ReadFault(fault_of(error).fault, f"styles.xml: {fault_of(error).detail}")


def read_flat(source: Source) -> Iterator[ReadItem]:
    """Read an OpenDocument workbook that is one XML file, as `ods`; objects put into it are not read."""
    yield from meta_facts(events(source.file))
    source.file.seek(0)
    sheets = _Sheets(source.limits)
    yield from sheets.walk(source.file)
    yield DocumentFacts(page_count=sheets.sheets or None, comments=sheets.comments, tracked_changes=sheets.changes)


class _Sheets(Walker):
    """Gathers the rows of all sheets; a repeated row or cell is given once, in its first place, or a few times."""

    skipped = frozenset(
        {"meta", "settings", "scripts", "automatic-styles", "styles", "binary-data", "dde-links", "sheet-name",
         "page-number", "page-count", "file-name"}
    )  # fmt: skip

    def __init__(self, limits: ReadLimits) -> None:
        super().__init__()
        self.taking = True
        self.sheets = self.comments = self.changes = 0
        self._limits = limits
        self._sheet = ""
        self._row = self._column = 0
        self._rows_repeated = self._cells_repeated = 1
        self._cells: list[tuple[int, str]] = []
        self._texts: list[str] = []
        self._value = self._said = ""
        self._note = self._shape = 0
        self._margin = ""
        self.starts |= {name: self._margin_starter(label) for name, label in _MARGINS.items()}
        self.ends |= dict.fromkeys(_MARGINS, self._end_margin)
        self.starts |= dict.fromkeys(("text-box", *SHAPES), self._start_shape)
        self.ends |= dict.fromkeys(("text-box", *SHAPES), self._end_shape)
        self.starts |= {
            "table": self._start_sheet, "table-row": self._start_row, "table-cell": self._start_cell,
            "covered-table-cell": self._start_cell, "p": lambda _: self.begin(), "s": self._spaces,
            "tab": lambda _: self.add("\t"), "line-break": lambda _: self.add("\n"),
            "annotation": self._start_note, "insertion": self._change, "deletion": self._change,
            "cell-content-change": self._change,
        }  # fmt: skip
        self.ends |= {
            "table-row": self._end_row, "table-cell": self._end_cell, "covered-table-cell": self._end_cell,
            "p": self._end_paragraph, "annotation": self._end_note,
        }  # fmt: skip

    def _start_sheet(self, attributes: Attributes) -> None:
        self.sheets += 1
        self._sheet = attributes.get("name", "") or f"Sheet {self.sheets}"
        self._row = 0

    def _start_row(self, attributes: Attributes) -> None:
        self._row += 1
        self._column = 0
        self._cells = []
        self._rows_repeated = number(attributes.get("number-rows-repeated"), most=_LAST)

    def _start_cell(self, attributes: Attributes) -> None:
        self._column += 1
        self._cells_repeated = number(attributes.get("number-columns-repeated"), most=_LAST)
        self._value = odf_value(attributes)
        self._said = attributes.get("string-value", "")
        self._texts = []

    def _end_cell(self) -> None:
        if text := self._value or "\n".join(self._texts) or self._said:
            times = min(self._cells_repeated, self._limits.repeat)
            self._cells.extend((self._column + offset, text) for offset in range(times))
        self._texts = []
        self._column += max(0, self._cells_repeated - 1)

    def _end_row(self) -> None:
        if self._cells:
            for offset in range(min(self._rows_repeated, self._limits.repeat)):
                if passage := row_passage(self._cells, self._row + offset, self._sheet):
                    self.found.append(passage)
        self._row += max(0, self._rows_repeated - 1)

    def _end_paragraph(self) -> None:
        text = self.finish()
        if not text:
            return
        if self._margin:
            if self._margin != _HIDDEN and len(_LETTER.findall(text)) > _LETTERS_OF_PAGE:
                self.found.append(Passage(text, Locator(part=self._margin)))
        elif self._note:
            self.found.append(Passage(text, self._place("comment")))
        elif self._column and self._row and not self._shape:
            self._texts.append(text)
        else:
            self.found.append(Passage(text, Locator(sheet=self._sheet, part="text box")))

    def _margin_starter(self, label: str) -> Callable[[Attributes], None]:
        return lambda attributes: self._start_margin(label, attributes)

    def _start_margin(self, label: str, attributes: Attributes) -> None:
        self._margin = _HIDDEN if attributes.get("display") == "false" else label

    def _end_margin(self) -> None:
        self._margin = ""

    def _place(self, part: str) -> Locator:
        return Locator(sheet=self._sheet, cell=f"{column_letters(self._column)}{self._row}", part=part)

    def _spaces(self, attributes: Attributes) -> None:
        self.add(" " * number(attributes.get("c"), most=self._limits.repeat))

    def _start_note(self, _: Attributes) -> None:
        self.comments += 1
        self._note += 1

    def _end_note(self) -> None:
        self._note = max(0, self._note - 1)

    def _start_shape(self, _: Attributes) -> None:
        self._shape += 1

    def _end_shape(self) -> None:
        self._shape = max(0, self._shape - 1)

    def _change(self, _: Attributes) -> None:
        self.changes += 1
