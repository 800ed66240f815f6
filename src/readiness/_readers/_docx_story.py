"""One story of a Word document: its main text, a header, the footnotes, the comments."""

from __future__ import annotations

from collections.abc import Callable

from attrs import define

from readiness.model import Locator, Passage

from ._blocks import Headings
from ._numbering import Numbering
from ._pictures import picture_passages
from ._walk import TableSpot, Walker, cell_locator, inner_part
from ._xml import number

_NOTES = ("footnote", "endnote", "comment")
_SYMBOL_FONT = 0xF000
_TICKS = {0xF0FB: "✗", 0xF0FC: "✓", 0xF0FD: "☒", 0xF0FE: "☑", 0xF06F: "☐", 0xF0A8: "☐"}
"""What Wingdings draws where a form is ticked."""
_MOST_COLUMNS = 1 << 14
_BODY_LEVEL = 9
Attributes = dict[str, str]


@define
class _Look:
    """What a paragraph that is open looks like: its heading level, and its list."""

    level: int | None = None
    list: str = ""
    list_level: int = 0


_PLAIN = _Look()


class Story(Walker):
    """
    Gathers the paragraphs of one part.

    Args:
        label: what the part is, such as ``header``; empty for the main text.
        levels: heading level of each paragraph style that has one.
        numbering: the lists of the document, shared by all its parts.
        links: addresses that the part points to, by id.

    Attributes:
        changes: tracked changes met.
        comments: comments met.
    """

    skipped = frozenset({"Fallback", "tabs", "rPrChange", "pPrChange", "numCache"})

    def __init__(
        self, label: str, levels: dict[str, int], links: dict[str, str], numbering: Numbering | None = None
    ) -> None:
        super().__init__()
        self.changes = self.comments = 0
        self._levels, self._links, self._numbering = levels, links, numbering or Numbering()
        self._part = label
        self._headings = Headings()
        self._open: list[_Look | None] = []
        self._tables: list[TableSpot] = []
        self._outside: list[tuple[list[TableSpot], str]] = []
        self._counts: dict[str, int] = {}
        self._table_count = self._boxes = self._moved = self._notes = 0
        self._ticked: bool | None = None
        self._name_actions()

    def _name_actions(self) -> None:
        """Say which element does what; text comes in ``t``, or in ``v`` where a chart keeps words."""
        put = self._putter
        self.starts |= {
            "p": self._start_paragraph, "pStyle": self._style, "outlineLvl": self._outline, "t": self._take,
            "numId": self._list, "ilvl": self._list_level,
            "tab": put("\t"), "ptab": put("\t"), "br": put("\n"), "cr": put("\n"), "noBreakHyphen": put("-"),
            "sym": self._symbol, "docPr": self._picture, "hyperlink": self._link, "textpath": self._watermark,
            "tbl": self._start_table, "tr": self._start_row, "tc": self._start_cell,
            "gridSpan": self._span, "gridBefore": self._span,
            "txbxContent": self._start_box, "ins": self._change, "del": self._change, "moveTo": self._change,
            "checkBox": self._start_tick, "default": self._tick, "checked": self._tick,
            "moveFrom": self._start_move, "strCache": self._start_paragraph, "v": self._take,
        }  # fmt: skip
        self.starts |= {name: self._noter(name) for name in _NOTES}
        self.ends |= {
            "p": self._end_paragraph, "t": self._leave, "tbl": self._end_table, "tc": self._end_cell,
            "txbxContent": self._end_box, "moveFrom": self._end_move, "strCache": self._end_paragraph,
            "v": self._leave_value, "checkBox": self._end_tick,
        }  # fmt: skip

    def _start_paragraph(self, _: Attributes) -> None:
        self.begin()
        self._open.append(None)

    def _look(self) -> _Look:
        """Return what the innermost open paragraph looks like, to be changed; most have nothing to say of it."""
        look = (self._open[-1] if self._open else None) or _Look()
        if self._open:
            self._open[-1] = look
        return look

    def _end_paragraph(self) -> None:
        look = (self._open.pop() if self._open else None) or _PLAIN
        text = self.finish()
        if not text:
            return
        if look.list:
            self._numbering.count(look.list, look.list_level)
        if self._tables:
            self._tables[-1].texts.append(text)
            return
        self._counts[self._part] = count = self._counts.get(self._part, 0) + 1
        if look.level is not None and not self._part:
            label = self._numbering.label(look.list, look.list_level) if look.list else ""
            self._headings.enter(look.level, f"{label} {text}" if label else text)
        self.found.append(Passage(text, Locator(heading=self._headings.path, paragraph=count, part=self._part)))

    def _style(self, attributes: Attributes) -> None:
        look, style = self._look(), attributes.get("val", "")
        look.level = self._levels.get(style)
        look.list, look.list_level = self._numbering.styles.get(style, ("", 0))

    def _outline(self, attributes: Attributes) -> None:
        level = number(attributes.get("val"), _BODY_LEVEL)
        self._look().level = level + 1 if level < _BODY_LEVEL else None

    def _list(self, attributes: Attributes) -> None:
        self._look().list = attributes.get("val", "")

    def _list_level(self, attributes: Attributes) -> None:
        self._look().list_level = number(attributes.get("val"), 0, _BODY_LEVEL)

    def _take(self, _: Attributes) -> None:
        self.taking = not self._moved

    def _leave(self) -> None:
        self.taking = False

    def _leave_value(self) -> None:
        self.taking = False
        self.add(" | ")

    def _putter(self, mark: str) -> Callable[[Attributes], None]:
        return lambda _: self.add(mark)

    def _symbol(self, attributes: Attributes) -> None:
        """Add a symbol that is named by its code; symbol fonts live in an area of their own."""
        try:
            code = int(attributes.get("char", ""), 16)
        except ValueError:
            return
        self.add(_TICKS.get(code, "•") if code >= _SYMBOL_FONT else chr(code))

    def _start_tick(self, _: Attributes) -> None:
        self._ticked = False

    def _tick(self, attributes: Attributes) -> None:
        """Note the state of a box to tick, which comes after its state in an empty form."""
        if self._ticked is not None:
            self._ticked = attributes.get("val", "1") not in {"0", "false", "off"}

    def _end_tick(self) -> None:
        self.add("☒ " if self._ticked else "☐ ")
        self._ticked = None

    def _picture(self, attributes: Attributes) -> None:
        place = Locator(heading=self._headings.path, part=inner_part(self._part, "picture"))
        self.found += picture_passages(attributes, place)

    def _link(self, attributes: Attributes) -> None:
        if address := self._links.get(attributes.get("id", "")):
            self.add(f" <{address}> ")

    def _watermark(self, attributes: Attributes) -> None:
        if words := attributes.get("string", "").strip():
            self.found.append(Passage(words, Locator(part="watermark")))

    def _start_table(self, _: Attributes) -> None:
        self._table_count += 1
        self._tables.append(TableSpot(self._table_count))

    def _start_row(self, _: Attributes) -> None:
        if self._tables:
            self._tables[-1].row += 1
            self._tables[-1].column = self._tables[-1].covered = 0

    def _start_cell(self, _: Attributes) -> None:
        if self._tables:
            spot = self._tables[-1]
            spot.column += 1 + spot.covered
            spot.covered = 0

    def _span(self, attributes: Attributes) -> None:
        """Note the columns that are left out before the next cell, for a cell is wide or a row begins late."""
        if self._tables:
            wide = number(attributes.get("val"), most=_MOST_COLUMNS)
            self._tables[-1].covered += wide if self._tables[-1].column == 0 else max(0, wide - 1)

    def _end_cell(self) -> None:
        if self._tables and self._tables[-1].texts:
            spot = self._tables[-1]
            text, spot.texts = "\n".join(spot.texts), []
            self.found.append(Passage(text, cell_locator(spot, self._headings.path, self._part)))

    def _end_table(self) -> None:
        self._end_cell()
        if self._tables:
            self._tables.pop()

    def _start_box(self, _: Attributes) -> None:
        """Enter a box, which stands outside any table or paragraph it is anchored in."""
        self._boxes += 1
        self._outside.append((self._tables, self._part))
        self._tables, self._part = [], inner_part(self._part, f"text box {self._boxes}")

    def _end_box(self) -> None:
        if self._outside:
            self._tables, self._part = self._outside.pop()

    def _change(self, _: Attributes) -> None:
        self.changes += 1

    def _start_move(self, _: Attributes) -> None:
        self.changes += 1
        self._moved += 1

    def _end_move(self) -> None:
        self._moved = max(0, self._moved - 1)

    def _noter(self, name: str) -> Callable[[Attributes], None]:
        return lambda attributes: self._start_note(name, attributes)

    def _start_note(self, name: str, attributes: Attributes) -> None:
        """Name the note or comment that begins, by its number and by who wrote it."""
        if attributes.get("type", "normal") != "normal":
            self._part = "separator"  # the line above the notes
            return
        self._notes += 1
        self._part = f"{name} {self._notes}"
        if name == "comment":
            self.comments += 1
            author = attributes.get("author", "").strip()
            self._part += f" by {author}" if author else ""
