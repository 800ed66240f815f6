"""PDF with a text layer: pages laid out line by line in the fonts that every reader has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .metrics import width
from .model import Heading, Paragraph, Run, Runs, Source, Table
from .pdf_file import Item, pdf_file

_WIDTH, _HEIGHT = 595, 842
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 531, 770, 76
_LEADING = 1.35
_FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Helvetica-Oblique"}
_SIZES = {1: 14.0, 2: 12.0, 3: 11.0}
_CELL_SPACE = 5

Word = tuple[str, str]
"""A font and the word in it; an empty word is a space."""


def pdf(source: Source) -> bytes:
    """Return *source* as a PDF."""
    pages = _Layout(source).pages()
    first = 3 + len(_FONTS)
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    fonts = " ".join(f"/{name} {3 + number} 0 R" for number, name in enumerate(_FONTS))
    items = [Item("/Type /Catalog /Pages 2 0 R"), Item(f"/Type /Pages /Kids [{kids}] /Count {len(pages)}")]
    items += [
        Item(f"/Type /Font /Subtype /Type1 /BaseFont /{one} /Encoding /WinAnsiEncoding") for one in _FONTS.values()
    ]
    for number, page in enumerate(pages):
        box = f"/MediaBox [0 0 {_WIDTH} {_HEIGHT}] /Resources << /Font << {fonts} >> >>"
        items.append(Item(f"/Type /Page /Parent 2 0 R {box} /Contents {first + 2 * number + 1} 0 R"))
        items.append(Item("", _drawing(page, source, number + 1, len(pages))))
    return pdf_file(items, source)


def _drawing(page: list[str], source: Source, number: int, count: int) -> bytes:
    """Return a page; what stands in its margins comes first and ends with a full stop, away from the text."""
    margins = [
        _show("F1", 8, _LEFT, 38, f"Page {number} of {count}"),
        _show("F1", 8, _LEFT, 810, source.organisation),
        _show("F1", 8, _LEFT, 799, source.marking),
        _show("F1", 8, _LEFT, 48, source.footer),
    ]
    return "\n".join([*margins, *page]).encode("cp1252")


def _show(font: str, size: float, left: float, base: float, text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size:g} Tf {left:.2f} {base:.2f} Td ({escaped}) Tj ET"


@dataclass
class _Layout:
    """Fills page after page from the top."""

    source: Source
    done: list[list[str]] = field(default_factory=lambda: [[]])
    base: float = _TOP
    notes: list[str] = field(default_factory=list)

    def pages(self) -> list[list[str]]:
        """Return what is drawn on each page."""
        self._lines((Run(self.source.title, bold=True),), 18, after=10)
        for label, value in self.source.control.items():
            self._lines((Run(f"{label}: ", bold=True), Run(value)), 10, after=1)
        self.base -= 8
        number = 0
        for block in self.source.blocks:
            counts = isinstance(block, Paragraph) and block.kind == "number"
            number = number + 1 if counts else 0
            self._block(block, number)
        for position, note in enumerate(self.notes, start=1):
            self._lines((Run(f"Note {position}: {note}", italic=True),), 9, after=3)
        return self.done

    def _block(self, block: Heading | Paragraph | Table, number: int) -> None:
        if isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Heading):
            self.base -= 8
            if self.base < _BOTTOM + 50:  # a heading does not stand alone at the foot of a page
                self._new_page()
            self._lines(tuple(Run(run.text, bold=True) for run in block.runs), _SIZES[block.level], after=4)
        elif block.kind == "text":
            self._lines(block.runs, 10.5, after=6)
        else:
            mark = "\N{BULLET}" if block.kind == "bullet" else f"{number}."
            self._lines(block.runs, 10.5, after=3, indent=18, mark=mark)

    def _lines(self, runs: Runs, size: float, *, after: float, indent: float = 0, mark: str = "") -> None:
        for position, line in enumerate(self._wrapped(runs, size, _RIGHT - _LEFT - indent)):
            if self.base - size < _BOTTOM:
                self._new_page()
            self.base -= size * _LEADING
            if mark and position == 0:
                self._put(_show("F1", size, _LEFT + 4, self.base, mark))
            self._draw(line, size, _LEFT + indent)
        self.base -= after

    def _table(self, table: Table) -> None:
        columns = max(len(row) for row in table.rows)
        each = (_RIGHT - _LEFT) / columns
        for number, row in enumerate(table.rows):
            strong = table.headed and number == 0
            cells = [
                list(self._wrapped(tuple(Run(r.text, bold=r.bold or strong) for r in cell), 9, each - 2 * _CELL_SPACE))
                for cell in row
            ]
            height = max(map(len, cells)) * 9 * _LEADING + 2 * _CELL_SPACE
            if self.base - height < _BOTTOM:
                self._new_page()
            top = self.base
            for column, lines in enumerate(cells):
                left = _LEFT + column * each
                self._put(f"0.6 G 0.5 w {left:.2f} {top - height:.2f} {each:.2f} {height:.2f} re S")
                for position, line in enumerate(lines):
                    self.base = top - _CELL_SPACE - 9 * _LEADING * position - 9
                    self._draw(line, 9, left + _CELL_SPACE)
            self.base = top - height
        self.base -= 8

    def _draw(self, line: list[Word], size: float, left: float) -> None:
        """Draw the words of a line, those in one font together."""
        gathered: list[list[str]] = []
        for font, word in line:
            if gathered and gathered[-1][0] == font:
                gathered[-1].append(word)
            else:
                gathered.append([font, word])
        for font, *words in gathered:
            text = " ".join(words)
            self._put(_show(font, size, left, self.base, text))
            left += (width(text, bold=font == "F2") + width(" ", bold=font == "F2")) * size

    def _wrapped(self, runs: Runs, size: float, room: float) -> Iterator[list[Word]]:
        line: list[Word] = []
        used = 0.0
        for font, word in self._words(runs):
            needed = width(f"{word} ", bold=font == "F2") * size
            if line and used + needed > room:
                yield line
                line, used = [], 0.0
            line.append((font, word))
            used += needed
        if line:
            yield line

    def _words(self, runs: Runs) -> Iterator[Word]:
        for run in runs:
            if run.note:
                self.notes.append(run.note)
                yield "F1", f"(note {len(self.notes)})"
            font = "F2" if run.bold else "F3" if run.italic else "F1"
            yield from ((font, word) for word in run.text.split())

    def _put(self, drawing: str) -> None:
        self.done[-1].append(drawing)

    def _new_page(self) -> None:
        self.done.append([])
        self.base = _TOP
