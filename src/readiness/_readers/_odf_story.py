"""The text of an OpenDocument file: paragraphs, tables, notes, comments, boxes, slides and the margins of pages."""

from __future__ import annotations

import re
from collections.abc import Callable

from readiness.model import Locator, Passage, ReadLimits

from ._blocks import Headings
from ._walk import TableSpot, Walker, cell_locator
from ._xml import number

Attributes = dict[str, str]
_MARGINS = {
    "header": "header",
    "header-left": "header",
    "header-first": "header",
    "footer": "footer",
    "footer-left": "footer",
    "footer-first": "footer",
    "notes": "notes",
}
_NOTES = {"note": "footnote", "annotation": "comment", "text-box": "text box"}
_SPACE = re.compile(r"\s+")


class OdfStory(Walker):
    """
    Gathers the paragraphs of one part, or of a whole flat file.

    Attributes:
        changes: tracked changes met.
        comments: comments met.
        slides: slides met.
    """

    skipped = frozenset(
        {"tracked-changes", "note-citation", "meta", "settings", "scripts", "automatic-styles", "binary-data"}
    )

    def __init__(self, limits: ReadLimits) -> None:
        super().__init__()
        self.taking = True
        self.changes = self.comments = self.slides = 0
        self._limits = limits
        self._headings = Headings()
        self._levels: list[int | None] = []
        self._tables: list[TableSpot] = []
        self._outside: list[tuple[str, list[TableSpot]]] = []
        self._part = ""
        self._counts: dict[str, int] = {}
        self._paragraphs = self._table_count = 0
        self._name_actions()

    def _name_actions(self) -> None:
        """Say which element does what."""
        self.starts |= {
            "p": self._start_paragraph, "h": self._start_heading, "s": self._spaces,
            "tab": lambda _: self.add("\t"), "line-break": lambda _: self.add("\n"), "a": self._link,
            "table": self._start_table, "table-row": self._start_row, "table-cell": self._start_cell,
            "covered-table-cell": self._start_cell, "page": self._start_slide, "desc": self._start_paragraph,
        }  # fmt: skip
        self.ends |= {
            "p": self._end_paragraph, "h": self._end_paragraph, "table": self._end_table,
            "table-cell": self._end_cell, "creator": self._end_author, "desc": self._end_description,
        }  # fmt: skip
        for name in (*_MARGINS, *_NOTES):
            self.starts[name] = self._enterer(name)
            self.ends[name] = self._leave

    def add(self, text: str) -> None:
        """Add text; a line end in the file that is not marked as a line break is a space."""
        super().add(_SPACE.sub(" ", text) if "\n" in text and text != "\n" else text)

    def skip(self, kind: str, value: str) -> None:
        """Pass over an element, but count the changes that are listed in it."""
        if kind == "start" and value == "changed-region":
            self.changes += 1
        super().skip(kind, value)

    def _start_paragraph(self, _: Attributes) -> None:
        self.begin()
        self._levels.append(None)

    def _start_heading(self, attributes: Attributes) -> None:
        self.begin()
        self._levels.append(number(attributes.get("outline-level"), most=10))

    def _end_paragraph(self) -> None:
        level = self._levels.pop() if self._levels else None
        if not (text := self.finish()):
            return
        if self._tables:
            self._tables[-1].texts.append(text)
            return
        self._paragraphs += 1
        if not self._part:
            self._headings.enter(level, text)
        self.found.append(Passage(text, self._place()))

    def _place(self) -> Locator:
        return Locator(
            heading=self._headings.path, paragraph=self._paragraphs, part=self._part, slide=self.slides or None
        )

    def _end_description(self) -> None:
        """Put the words that describe a picture where the picture stands."""
        if self._levels:
            self._levels.pop()
        if not (text := self.finish()):
            return
        if self.open_texts:
            self.add(f" [{text}] ")
        else:
            self.found.append(Passage(text, Locator(part="picture", slide=self.slides or None)))

    def _spaces(self, attributes: Attributes) -> None:
        self.add(" " * number(attributes.get("c"), most=self._limits.repeat))

    def _link(self, attributes: Attributes) -> None:
        address = attributes.get("href", "")
        if address.startswith(("http:", "https:", "mailto:")):
            self.add(f" <{address}> ")

    def _start_slide(self, _: Attributes) -> None:
        self.slides += 1
        self._paragraphs = self._table_count = 0

    def _start_table(self, _: Attributes) -> None:
        self._table_count += 1
        self._tables.append(TableSpot(self._table_count))

    def _start_row(self, _: Attributes) -> None:
        if self._tables:
            self._tables[-1].row += 1
            self._tables[-1].column = 0

    def _start_cell(self, attributes: Attributes) -> None:
        if self._tables:
            self._tables[-1].column += number(attributes.get("number-columns-repeated"), most=1 << 14)

    def _end_cell(self) -> None:
        if self._tables and self._tables[-1].texts:
            spot = self._tables[-1]
            text, spot.texts = "\n".join(spot.texts), []
            self.found.append(Passage(text, cell_locator(spot, self._headings.path, self._part)))

    def _end_table(self) -> None:
        self._end_cell()
        if self._tables:
            self._tables.pop()

    def _enterer(self, name: str) -> Callable[[Attributes], None]:
        return lambda _: self._enter(name)

    def _enter(self, name: str) -> None:
        """Enter a margin, a note or a box; its text belongs neither to the paragraph nor to the table around it."""
        self._outside.append((self._part, self._tables))
        self._tables = []
        label = _MARGINS.get(name, "")
        if name in _NOTES and not (self.slides and name == "text-box"):  # on a slide everything stands in boxes
            self._counts[name] = self._counts.get(name, 0) + 1
            label = f"{_NOTES[name]} {self._counts[name]}"
        self.comments += name == "annotation"
        self._part = ", ".join(filter(None, (self._part, label)))
        self.begin()

    def _leave(self) -> None:
        if self._outside:
            self.finish()
            self._part, self._tables = self._outside.pop()

    def _end_author(self) -> None:
        """Name a comment by who wrote it; what has been gathered since it began is the name."""
        if self._outside and self.open_texts and "comment" in self._part:
            author = "".join(self.open_texts[-1]).strip()
            before = self._outside[-1][0]
            self._part = ", ".join(filter(None, (before, f"comment by {author}" if author else "comment")))
