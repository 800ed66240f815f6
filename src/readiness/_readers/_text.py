"""Plain text and Markdown: blocks of lines, each with the line it begins on."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from attrs import define, field

from readiness.model import ReadItem

from ._made import Locator, Passage
from ._source import Source

_BLOCK_LINES = 30
"""A block without an empty line in it, such as a log, is cut after so many."""
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, hint: str = "") -> str:
    r"""
    Return *data* as text: by its byte order mark, its *hint*, as UTF-8, or else as Windows wrote it in the West.

    >>> decode(b"caf\xc3\xa9"), decode(b"caf\xe9"), decode("café".encode("utf-16"))
    ('café', 'café', 'café')
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    if not hint and b"\x00" in data[:4096]:
        hint = "utf-16-le" if data[1:4096:2].count(0) > data[0:4096:2].count(0) else "utf-16-be"
    for name in (hint, "utf-8"):
        try:
            return data.decode(name)
        except (LookupError, UnicodeError):
            continue
    return data.decode("cp1252", "replace")


def lines(text: str) -> list[str]:
    r"""
    Return the lines as an editor counts them: a form feed does not end one.

    >>> lines("a\r\nb\x0cc\rd")
    ['a', 'b\x0cc', 'd']
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def read_text(source: Source) -> Iterator[ReadItem]:
    """
    Read plain text: blocks between empty lines.

    Places:
        line.
    """
    yield from text_passages(decode(source.whole()))


def text_passages(text: str, part: str = "") -> Iterator[Passage]:
    """Yield the blocks of *text* between empty lines."""
    block: list[str] = []
    begins = 1
    for number, line in enumerate(lines(text), start=1):
        if block and (not line.strip() or len(block) >= _BLOCK_LINES):
            yield Passage("\n".join(block), Locator(line=begins, part=part))
            block = []
        if line.strip():
            begins = begins if block else number
            block.append(line)
    if block:
        yield Passage("\n".join(block), Locator(line=begins, part=part))


def read_markdown(source: Source) -> Iterator[ReadItem]:
    """
    Read Markdown: blocks between empty lines.

    Places:
        the headings above and the line.
    """
    state = _Markdown()
    for number, line in enumerate(lines(decode(source.whole())), start=1):
        yield from state.take(number, line)
    yield from state.flush()


@define
class _Markdown:
    """The block being gathered and the headings above it."""

    headings: dict[int, str] = field(factory=dict)
    block: list[str] = field(factory=list)
    begins: int = 1
    fenced: bool = False

    def take(self, number: int, line: str) -> Iterator[Passage]:
        """Take the next line."""
        if _FENCE.match(line):
            self.fenced = not self.fenced
        heading = None if self.fenced else _HEADING.match(line)
        if heading or not line.strip() or len(self.block) >= _BLOCK_LINES:
            yield from self.flush()
        if heading:
            level = len(heading[1])
            self.headings = {above: text for above, text in self.headings.items() if above < level} | {
                level: heading[2]
            }
            yield Passage(heading[2], self._place(number))
        elif line.strip():
            self.begins = self.begins if self.block else number
            self.block.append(line)

    def flush(self) -> Iterator[Passage]:
        """Give the block that has been gathered."""
        if self.block:
            yield Passage("\n".join(self.block), self._place(self.begins))
        self.block = []

    def _place(self, line: int) -> Locator:
        return Locator(line=line, heading=tuple(self.headings.values()))
