"""Word documents of before 2007: text with headings and tables, notes, margins and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import olefile

from readiness.model import DocumentFacts, ReadItem

from ._blocks import Headings
from ._doc_file import DocFile
from ._made import Locator, Passage
from ._ole import ole_facts
from ._ole_objects import embedded_objects
from ._source import Source
from ._walk import TableSpot, cell_locator

_FOOTNOTES, _MARGINS, _COMMENTS, _ENDNOTES, _COMMENT_HEADS, _AUTHORS = 3, 11, 5, 47, 4, 36
_MARGIN_NAMES = ("header", "header", "footer", "footer", "header", "footer")
_STORIES = ("", "footnote", "header or footer", "", "comment", "endnote", "text box", "header, text box")
_PARTS = {"footnote": _FOOTNOTES, "endnote": _ENDNOTES, "comment": _COMMENTS, "header or footer": _MARGINS}
_COMMENT_HEAD = 30
_FIELD = re.compile("\x13[^\x13\x14\x15]*\x14|\x13[^\x13\x14\x15]*\x15")
_FIELD_DEPTH = 4
_PARAGRAPH = re.compile("[^\r\x07\x0c]*[\r\x07\x0c]|[^\r\x07\x0c]+$")
_SHOWN = str.maketrans(
    dict.fromkeys("\x00\x01\x02\x03\x04\x05\x08\x13\x14\x15\x1f", "") | {"\x0b": "\n", "\x0e": "\n", "\x1e": "-"}
)
_COMMENT_MARK = "\x05"


def read(source: Source) -> Iterator[ReadItem]:
    """
    Read a Word document of before 2007, back to Word 6.

    Places:
        the headings above and the paragraph; table, row and column; header and footer; footnote, endnote and comment
        with its author, each by its number; text box; a file put into the document, by its name. Word 6 and 95: the
        paragraph.

    Facts:
        title, author, dates, pages when last saved, other properties, tracked changes, comments, macros.

    Not read:
        text deleted while changes were tracked; the numbers of headings; pictures; an old Office document put into
        this one, which is reported.
    """
    yield from ole_facts(source)
    source.file.seek(0)
    with olefile.OleFileIO(source.file) as ole:
        document = DocFile.of(ole)
    start = 0
    for name, length in zip(_STORIES, document.lengths, strict=True):
        for part, begin, end in _parts(document, name, start, start + max(0, length)):
            yield from _story(document, part, begin, end)
        start += max(0, length)
    comments = document.text[: max(0, document.lengths[0])].count(_COMMENT_MARK)
    yield DocumentFacts(tracked_changes=document.changes, comments=comments)
    yield from embedded_objects(source)


def _parts(document: DocFile, name: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield each note, margin or comment of a story with its name; a story without a list of them as one."""
    bounds = document.bounds(_PARTS[name]) if name in _PARTS else ()
    inner = [(start + one, start + other) for one, other in pairwise(bounds) if one < other <= end - start]
    if not inner:
        yield name, start, end
        return
    authors = _authors(document) if name == "comment" else []
    numbers = {begin: number for number, begin in enumerate(bounds)}
    for count, (begin, stop) in enumerate(inner, start=1):
        if name == "header or footer":
            number = numbers[begin - start]
            yield (_MARGIN_NAMES[number % 6] if number >= 6 else "separator"), begin, stop  # noqa: PLR2004
        else:
            author = authors[count - 1] if count <= len(authors) else ""
            yield f"{name} {count}" + (f" by {author}" if author else ""), begin, stop


def _authors(document: DocFile) -> list[str]:
    """Return who wrote each comment: the heads of the comments point into a list of names."""
    names: list[str] = []
    block = document.block(_AUTHORS)
    position = 0
    while position + 2 <= len(block):
        length = int.from_bytes(block[position : position + 2], "little")
        names.append(block[position + 2 : position + 2 + 2 * length].decode("utf-16-le", "replace"))
        position += 2 + 2 * length
    heads = document.block(_COMMENT_HEADS)
    count = (len(heads) - 4) // (4 + _COMMENT_HEAD)
    first = 4 * (count + 1)
    wrote = [int.from_bytes(heads[at : at + 2], "little") for at in range(first + 20, len(heads), _COMMENT_HEAD)]
    return [names[index] if index < len(names) else "" for index in wrote]


def _story(document: DocFile, part: str, start: int, end: int) -> Iterator[Passage]:
    """Yield the paragraphs and cells of a stretch of the text."""
    walk = _Walk(part)
    for found in _PARAGRAPH.finditer(_without_fields(document.text[start:end])):
        at = start + found.end() - 1
        yield from walk.take(found[0], document, at)


def _without_fields(text: str) -> str:
    """Blot out the instructions of fields and keep their results; every character stays in its place."""
    for _ in range(_FIELD_DEPTH):
        if "\x13" not in text:
            break
        text = _FIELD.sub(lambda found: "\x00" * len(found[0]), text)
    return text


def _joined(text: str) -> str:
    """Put the two halves of rare characters together again."""
    return text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class _Walk:
    """Goes through the paragraphs of a story."""

    def __init__(self, part: str) -> None:
        self._part = part
        self._headings = Headings()
        self._paragraphs = self._tables = 0
        self._spot: TableSpot | None = None

    def take(self, raw: str, document: DocFile, at: int) -> Iterator[Passage]:
        """Take a paragraph that ends *at* a place in the text."""
        look = document.look(at)
        text = _joined(raw.rstrip("\r\x07\x0c").translate(_SHOWN).strip())
        if not look.in_table:
            self._spot = None
            yield from self._plain(text, look.level)
            return
        if self._spot is None:
            self._tables += 1
            self._spot = TableSpot(self._tables, row=1, column=1)
        if look.row_end:
            self._spot.row, self._spot.column = self._spot.row + 1, 1
            return
        if text:
            self._spot.texts.append(text)
        if raw.endswith("\x07"):
            yield from self._cell(self._spot)

    def _cell(self, spot: TableSpot) -> Iterator[Passage]:
        text, spot.texts = "\n".join(spot.texts), []
        if text:
            yield Passage(text, cell_locator(spot, self._headings.path, self._part))
        spot.column += 1

    def _plain(self, text: str, level: int | None) -> Iterator[Passage]:
        if text:
            self._paragraphs += 1
            if not self._part:
                self._headings.enter(level, text)
            place = Locator(heading=self._headings.path, paragraph=self._paragraphs, part=self._part)
            yield Passage(text, place)
