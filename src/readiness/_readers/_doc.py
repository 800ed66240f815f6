"""Word documents of 1997 to 2003: the text by its table of pieces, told apart into main text, notes and margins."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

import olefile

from readiness.model import Fault, Locator, Passage, ReadItem

from ._faults import UnreadableError
from ._ole import ole_facts, stream_bytes
from ._source import Source

_LARGEST = 128 << 20
_FLAGS, _LENGTHS, _PIECES = 0x0A, 0x4C, 0x01A2
_ENCRYPTED, _TABLE_ONE = 0x0100, 0x0200
_WORD_97 = 0x00C1
_COMPRESSED = 0x40000000
_STORIES = ("", "footnote", "header or footer", "", "comment", "endnote", "text box", "text box in header")
_FIELD = re.compile("\x13[^\x13\x14\x15]*\x14|\x13[^\x13\x14\x15]*\x15")
_MARKS = str.maketrans({"\x0b": "\n", "\x0c": "\r", "\x1e": "-", "\x1f": "", "\x15": "", "\x14": "", "\x0e": "\n"})


def read(source: Source) -> Iterator[ReadItem]:
    """Read a Word document."""
    yield from ole_facts(source)
    source.file.seek(0)
    with olefile.OleFileIO(source.file) as ole:
        main = stream_bytes(ole, "WordDocument", _LARGEST)
        flags = _checked_flags(main)
        table = stream_bytes(ole, "1Table" if flags & _TABLE_ONE and ole.exists("1Table") else "0Table", _LARGEST)
    text = "".join(_pieces(main, table))
    start = 0
    for part, length in zip(_STORIES, struct.unpack_from("<8i", main, _LENGTHS), strict=True):
        yield from _story(text[start : start + max(0, length)], part)
        start += max(0, length)


def _checked_flags(main: bytes) -> int:
    """
    Return the flags at the head of a Word document.

    Raises:
        UnreadableError: it is locked, or older than Word 97.
    """
    _, version = struct.unpack_from("<HH", main, 0)
    flags = int(struct.unpack_from("<H", main, _FLAGS)[0])
    if flags & _ENCRYPTED:
        raise UnreadableError(Fault.ENCRYPTED)
    if version < _WORD_97:
        raise UnreadableError(Fault.UNKNOWN_FORMAT, "it was made by Word 6 or 95; save it again in a newer Word")
    return flags


def _pieces(main: bytes, table: bytes) -> Iterator[str]:
    """Yield the text piece by piece, in the order of the document, which is not the order of the file."""
    start, length = struct.unpack_from("<II", main, _PIECES)
    block = table[start : start + length]
    position = 0
    while position + 3 <= len(block) and block[position] == 1:
        position += 3 + int(struct.unpack_from("<H", block, position + 1)[0])
    if position >= len(block) or block[position] != 2:  # noqa: PLR2004  # the mark of the table
        raise UnreadableError(Fault.CORRUPT, "its table of pieces is missing")
    size = int(struct.unpack_from("<I", block, position + 1)[0])
    rows = block[position + 5 : position + 5 + size]
    count = (len(rows) - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", rows, 0)
    for index in range(count):
        offset = int(struct.unpack_from("<I", rows, 4 * (count + 1) + 8 * index + 2)[0])
        characters = max(0, min(bounds[index + 1] - bounds[index], len(main)))
        if offset & _COMPRESSED:
            begin = (offset & ~_COMPRESSED) // 2
            yield main[begin : begin + characters].decode("cp1252", "replace")
        else:
            yield main[offset : offset + 2 * characters].decode("utf-16-le", "replace")


def _story(text: str, part: str) -> Iterator[Passage]:
    """Yield the paragraphs of one story; a cell of a table is a paragraph of its own here."""
    shown = _FIELD.sub("", text)
    shown = _FIELD.sub("", shown).translate(_MARKS).replace("\x13", "")
    paragraphs = (one.strip("\x00\x01\x02\x05\x08 \t\n") for one in re.split("[\r\x07]", shown))
    for number, paragraph in enumerate(filter(None, paragraphs), start=1):
        yield Passage(paragraph, Locator(paragraph=number, part=part))
