"""Web pages: paragraphs under their headings, rows of tables; scripts and styles left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from readiness.model import DocumentFacts, ReadItem

from ._blocks import Headings
from ._made import Locator, Passage
from ._source import Source
from ._text import decode

_LARGEST = 10 << 20
_BLOCK = 1 << 16
_SILENT = {"script", "style", "template"}
_VOID = {"br", "img", "hr", "meta", "input", "link"}
_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption
    figure footer form head header hr html legend li main nav ol option p pre section select summary table tbody tfoot
    thead title tr ul td th h1 h2 h3 h4 h5 h6""".split()  # noqa: SIM905  # a list would be longer and say no more
)
_LEVEL = {f"h{level}": level for level in range(1, 7)}
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_FACTS = {"author": "author", "dc.creator": "author", "dcterms.created": "created", "dcterms.modified": "modified"}


def read(source: Source) -> Iterator[ReadItem]:
    """
    Read a web page.

    Places:
        the headings above and the paragraph; table and row; title.

    Facts:
        title, author and dates, if the page says so.

    Not read:
        scripts and styles; frames; pictures, of which the words that describe them are.
    """
    data = source.whole(_LARGEST)
    declared = _CHARSET.search(data[:4096])
    yield from html_items(decode(data, declared[1].decode("ascii") if declared else ""))


def html_items(text: str, part: str = "") -> Iterator[ReadItem]:
    """Yield the passages and facts of a web page that has been decoded."""
    parser = _Page(part)
    for start in range(0, len(text), _BLOCK):
        parser.feed(text[start : start + _BLOCK])
        yield from parser.take()
    parser.close()
    parser.finish()
    yield from parser.take()


class _Page(HTMLParser):
    """Gathers the text of one block at a time."""

    def __init__(self, part: str) -> None:
        super().__init__(convert_charrefs=True)
        self._part = part
        self._items: list[ReadItem] = []
        self._text: list[str] = []
        self._cells: list[list[str]] | None = None
        self._headings = Headings()
        self._paragraph = self._table = self._row = self._silent = 0
        self._in = ""

    def take(self) -> list[ReadItem]:
        """Return what has been gathered since the last call."""
        items, self._items = self._items, []
        return items

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS:
            self._end_block()
            self._open(tag)
        elif tag == "br":
            self._text.append("\n")
        elif tag in _VOID:
            self._void(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCKS:
            self._end_block()
            if tag in {"tr", "table"}:
                self._end_row()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._text.append(_SPACE.sub(" ", data) if self._in != "pre" else data)

    def finish(self) -> None:
        """Give what is still open at the end of the page."""
        self._end_block()
        self._end_row()

    def _end_block(self) -> None:
        """Give the text gathered so far to the cell or make it a passage."""
        text = "".join(self._text).strip()
        self._text = []
        if not text:
            return
        self._headings.enter(_LEVEL.get(self._in), text)
        if self._in == "title":
            part = ", ".join(filter(None, (self._part, "title")))
            self._items += [DocumentFacts(title=text), Passage(text, Locator(part=part))]
        elif self._cells is not None:
            (self._cells or self._new_cell())[-1].append(text)
        else:
            self._paragraph += 1
            place = Locator(heading=self._headings.path, paragraph=self._paragraph, part=self._part)
            self._items.append(Passage(text, place))

    def _open(self, tag: str) -> None:
        """Note which block begins."""
        self._in = tag
        if tag == "table":
            self._end_row()
            self._table, self._row = self._table + 1, 0
        elif tag == "tr":
            self._end_row()
            self._row += 1
            self._cells = []
        elif tag in {"td", "th"} and self._cells is not None:
            self._new_cell()

    def _new_cell(self) -> list[list[str]]:
        """Begin a cell and return those of the row."""
        if self._cells is None:
            self._cells = []
        self._cells.append([])
        return self._cells

    def _end_row(self) -> None:
        cells = ["\n".join(cell) for cell in self._cells or [] if cell]
        self._cells = None
        if cells:
            place = Locator(heading=self._headings.path, table=max(self._table, 1), row=self._row, part=self._part)
            self._items.append(Passage(" | ".join(cells), place))

    def _void(self, tag: str, attributes: dict[str, str | None]) -> None:
        """Take what stands in the attributes of elements without content."""
        if tag == "img" and attributes.get("alt"):
            self._text.append(f" {attributes['alt']} ")
        if tag == "input" and (attributes.get("type") or "").lower() in {"checkbox", "radio"}:
            self._text.append(" ☒ " if "checked" in attributes else " ☐ ")
        if tag == "input" and attributes.get("type") not in {"hidden", "password"} and attributes.get("value"):
            self._text.append(f" {attributes['value']} ")
        if tag == "meta" and attributes.get("content"):
            name, content = (attributes.get("name") or "").lower(), attributes["content"] or ""
            if name in _FACTS:
                self._items.append(DocumentFacts(**{_FACTS[name]: content}))  # type: ignore[arg-type]
