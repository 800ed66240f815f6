"""The text of an OpenDocument file: paragraphs, tables, notes, comments, boxes, slides and the margins of pages."""

from __future__ import annotations

import re
from collections.abc import Callable

from readiness.model import ReadLimits

from ._blocks import Headings
from ._made import Locator, Passage
from ._numbering import letters, roman
from ._odf_values import SHAPES
from ._pictures import is_file_name
from ._walk import TableSpot, Walker, cell_locator, inner_part
from ._xml import number

Attributes = dict[str, str]
_MARGINS = {
    "header": "header",
    "header-left": "header",
    "header-first": "header",
    "footer": "footer",
    "footer-left": "footer",
    "footer-first": "footer",
    "header-decl": "header",
    "footer-decl": "footer",
    "notes": "notes",
}
_BOXES = ("text-box", *SHAPES)
_NOTES = {"note": "footnote", "annotation": "comment", **dict.fromkeys(_BOXES, "text box")}
_DECLARED = frozenset({"header-decl", "footer-decl"})
_SPACE = re.compile(r"\s+")


_FORMATS: dict[str, Callable[[int], str]] = {
    "1": str,
    "a": letters,
    "A": lambda value: letters(value).upper(),
    "i": lambda value: roman(min(value, 4999)),
    "I": lambda value: roman(min(value, 4999)).upper(),
}


_LONGEST_LOOK = 20


class Outline:
    """The numbers in front of headings, which stand nowhere in the text."""

    def __init__(self) -> None:
        self._levels: dict[int, Attributes] = {}
        self._counts: dict[int, int] = {}

    def learn(self, attributes: Attributes) -> None:
        """Take in how one level is numbered."""
        kept = {name: value[:_LONGEST_LOOK] for name, value in attributes.items()}
        self._levels[number(attributes.get("level"), most=10)] = kept

    def label(self, level: int) -> str:
        """Pass a heading and return the number in front of it; empty if its level has none."""
        look = self._levels.get(level, {})
        self._counts = {above: count for above, count in self._counts.items() if above <= level}
        self._counts[level] = self._counts.get(level, number(look.get("start-value")) - 1) + 1
        if look.get("num-format", "") not in _FORMATS:
            return ""
        shown = range(max(1, level - number(look.get("display-levels"), most=10) + 1), level + 1)
        return look.get("num-prefix", "") + ".".join(map(self._shown, shown)) + look.get("num-suffix", "")

    def _shown(self, level: int) -> str:
        format_ = _FORMATS.get(self._levels.get(level, {}).get("num-format", "1"), str)
        return format_(self._counts.get(level, 1))


class OdfStory(Walker):
    """
    Gathers the paragraphs of one part, or of a whole flat file.

    Args:
        limits: see `ReadLimits`.
        deck: whether it is a presentation, where everything stands in boxes.
        outline: how headings are numbered, if another part has said so.

    Attributes:
        changes: tracked changes met.
        comments: comments met.
        slides: slides met.
        outline: how headings are numbered.
    """

    skipped = frozenset(
        {"tracked-changes", "note-citation", "meta", "settings", "scripts", "automatic-styles", "binary-data",
         "page-number", "page-count"}
    )  # fmt: skip

    def __init__(self, limits: ReadLimits, *, deck: bool = False, outline: Outline | None = None) -> None:
        super().__init__()
        self.taking = True
        self.changes = self.comments = self.slides = 0
        self._limits = limits
        self._headings = Headings()
        self._deck = deck
        self.outline = outline or Outline()
        self._levels: list[tuple[int, bool] | None] = []
        self._tables: list[TableSpot] = []
        self._outside: list[tuple[str, list[TableSpot]]] = []
        self._part = ""
        self._declared = False
        self._counts: dict[str, int] = {}
        self._table_count = 0
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
        self.starts["outline-level-style"] = self.outline.learn
        for name in (*_MARGINS, *_NOTES, *(["master-page"] if self._deck else [])):
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
        is_numbered = attributes.get("is-list-header") != "true"
        self._levels.append((number(attributes.get("outline-level"), most=10), is_numbered))

    def _end_paragraph(self) -> None:
        level = self._levels.pop() if self._levels else None
        if not (text := self.finish()):
            return
        if self._tables:
            self._tables[-1].texts.append(text)
            return
        self._counts[self._part] = count = self._counts.get(self._part, 0) + 1
        if level and not self._part:
            label = self.outline.label(level[0]) if level[1] else ""
            self._headings.enter(level[0], f"{label} {text}" if label else text)
        place = Locator(heading=self._headings.path, paragraph=count, part=self._part, slide=self.slides or None)
        self.found.append(Passage(text, place))

    def _end_description(self) -> None:
        """Put the words that describe a picture where the picture stands."""
        if self._levels:
            self._levels.pop()
        if not (text := self.finish()):
            return
        if not is_file_name(text):
            part = inner_part(self._part, "picture")
            self.found.append(Passage(text, Locator(part=part, slide=self.slides or None)))

    def _spaces(self, attributes: Attributes) -> None:
        self.add(" " * number(attributes.get("c"), most=self._limits.repeat))

    def _link(self, attributes: Attributes) -> None:
        address = attributes.get("href", "")
        if address.startswith(("http:", "https:", "mailto:")):
            self.add(f" <{address}> ")

    def _start_slide(self, _: Attributes) -> None:
        self.slides += 1
        self._table_count = 0
        self._counts = {}

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
        return lambda attributes: self._enter(name, attributes)

    def _enter(self, name: str, attributes: Attributes) -> None:
        """Enter a margin, a note or a box; its text belongs neither to the paragraph nor to the table around it."""
        self._outside.append((self._part, self._tables))
        self._tables = []
        label = "slide master" if name == "master-page" else _MARGINS.get(name, "")
        self._declared = name in _DECLARED
        if name in _NOTES and not (self._deck and name in _BOXES):  # on a slide everything stands in boxes
            sort = "endnote" if attributes.get("note-class") == "endnote" else _NOTES[name]
            self._counts[sort] = self._counts.get(sort, 0) + 1
            label = f"{sort} {self._counts[sort]}"
        self.comments += name == "annotation"
        self._part = inner_part(self._part, label)
        self.begin()

    def _leave(self) -> None:
        if self._outside:
            self._give_declared(self.finish())
            self._part, self._tables = self._outside.pop()

    def _give_declared(self, text: str) -> None:
        """Give the footer that slides share; it has no paragraphs."""
        if text and self._declared:
            self.found.append(Passage(text, Locator(part=self._part)))
        self._declared = False

    def _end_author(self) -> None:
        """Name a comment by who wrote it; what has been gathered since it began is the name."""
        if self._outside and self.open_text is not None and "comment" in self._part:
            author = "".join(self.open_text).strip()
            self._part += f" by {author}" if author else ""
