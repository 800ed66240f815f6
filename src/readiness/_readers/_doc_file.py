"""The streams of a Word document of before 2007: its head, its text in order, and the look of each stretch of it."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator

import olefile
from attrs import define, field

from readiness.model import Fault

from ._doc_looks import Look, character_looks, paragraph_looks
from ._faults import UnreadableError
from ._ole import stream_bytes
from ._rtf_tokens import CHARSETS

_LARGEST = 128 << 20
_FLAGS, _LANGUAGE = 0x0A, 0x06
_COMPLEX, _ENCRYPTED, _TABLE_ONE = 0x0004, 0x0100, 0x0200
_WORD_97 = 0x00C1
_LENGTHS, _DIRECTORY = 0x4C, 0x9A
_OLD_BEGIN, _OLD_LENGTHS, _OLD_FONTS, _OLD_PIECES = 0x18, 0x34, 0xD0, 0x160
_ALPHABETS = (161, 162, 177, 178, 186, 204, 222, 238)
"""Sets of characters, as fonts name them, that take one byte and are not Western."""
_PIECES, _CHARACTERS, _PARAGRAPHS = 33, 12, 13
_COMPRESSED = 0x40000000
_CODEPAGES = {
    0x19: "cp1251", 0x22: "cp1251", 0x23: "cp1251", 0x02: "cp1251", 0x05: "cp1250", 0x0E: "cp1250", 0x15: "cp1250",
    0x1B: "cp1250", 0x18: "cp1250", 0x24: "cp1250", 0x1A: "cp1250", 0x08: "cp1253", 0x1F: "cp1254", 0x0D: "cp1255",
    0x01: "cp1256", 0x25: "cp1257", 0x26: "cp1257", 0x27: "cp1257", 0x11: "cp932", 0x12: "cp949", 0x04: "gbk",
}  # fmt: skip
"""Characters of a document of Word 6 or 95 by the language it was made in; all others are Western."""


@define
class _Piece:
    """A stretch of text: where it begins in the text and in the file, and how many bytes a character takes."""

    at: int
    offset: int
    width: int
    text: str


@define
class DocFile:
    """
    A Word document taken apart.

    Attributes:
        text: all of it, story after story; what was deleted but is still tracked is blotted out with zero characters.
        lengths: characters of each story, in their fixed order.
        changes: stretches that were inserted or deleted and not yet accepted.
    """

    text: str
    lengths: tuple[int, ...]
    changes: int
    _main: bytes
    _table: bytes
    _pieces: list[_Piece]
    _looks: list[tuple[int, Look]] = field(factory=list)

    @classmethod
    def of(cls, ole: olefile.OleFileIO) -> DocFile:
        """
        Take apart the document in *ole*.

        Raises:
            UnreadableError: it is locked, or its text cannot be found.
        """
        main = stream_bytes(ole, "WordDocument", _LARGEST)
        _, version = struct.unpack_from("<HH", main, 0)
        flags = int(struct.unpack_from("<H", main, _FLAGS)[0])
        if flags & _ENCRYPTED:
            raise UnreadableError(Fault.ENCRYPTED)
        if version < _WORD_97:
            return cls._of_word_6(main, flags)
        table = stream_bytes(ole, "1Table" if flags & _TABLE_ONE and ole.exists("1Table") else "0Table", _LARGEST)
        pieces = list(_pieces(main, table, *_entry(main, _PIECES)))
        changes = _blot_out(pieces, character_looks(main, table, *_entry(main, _CHARACTERS)))
        lengths = struct.unpack_from("<8i", main, _LENGTHS)
        looks = paragraph_looks(main, table, *_entry(main, _PARAGRAPHS))
        return cls("".join(piece.text for piece in pieces), lengths, changes, main, table, pieces, looks)

    @classmethod
    def _of_word_6(cls, main: bytes, flags: int) -> DocFile:
        """Take apart a document of Word 6 or 95, whose text stands in one stretch unless it was saved in haste."""
        lengths = struct.unpack_from("<8i", main, _OLD_LENGTHS)
        codec = _CODEPAGES.get(main[_LANGUAGE], "") or _codec_of_fonts(main)
        begin, end = struct.unpack_from("<II", main, _OLD_BEGIN)
        if flags & _COMPLEX:
            start, length = struct.unpack_from("<II", main, _OLD_PIECES)
            text = "".join(piece.text for piece in _pieces(main, main, start, length, codec))
        else:
            text = main[begin : min(end, begin + sum(max(0, one) for one in lengths))].decode(codec, "replace")
        return cls(text, lengths, 0, main, b"", [])

    def look(self, at: int) -> Look:
        """Return the look of the paragraph that ends with the character *at*; a plain one if it is not known."""
        index = bisect_right(self._pieces, at, key=lambda piece: piece.at) - 1
        if index < 0:
            return Look()
        piece = self._pieces[index]
        offset = piece.offset + (at - piece.at) * piece.width
        found = bisect_right(self._looks, offset, key=lambda entry: entry[0]) - 1
        return self._looks[found][1] if found >= 0 else Look()

    def bounds(self, entry: int) -> tuple[int, ...]:
        """Return where the parts of a story begin, from the list that *entry* of the directory names."""
        data = self.block(entry)
        return struct.unpack_from(f"<{len(data) // 4}I", data)

    def block(self, entry: int) -> bytes:
        """Return the bytes that *entry* of the directory names; documents before Word 97 have none."""
        if not self._table:
            return b""
        start, length = _entry(self._main, entry)
        return self._table[start : start + length]


def _entry(main: bytes, index: int) -> tuple[int, int]:
    """Return place and length of a block in the table stream."""
    start, length = struct.unpack_from("<II", main, _DIRECTORY + 8 * index)
    return start, length


def _pieces(main: bytes, table: bytes, start: int, length: int, old: str = "") -> Iterator[_Piece]:
    """Yield the text piece by piece, in the order of the document, which is not the order of the file."""
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
    room = len(main)
    for index in range(count):
        offset = int(struct.unpack_from("<I", rows, 4 * (count + 1) + 8 * index + 2)[0])
        characters = max(0, min(bounds[index + 1] - bounds[index], room))
        room -= characters  # pieces may not say the same bytes again and again
        if old or offset & _COMPRESSED:
            begin = offset if old else (offset & ~_COMPRESSED) // 2
            yield _Piece(bounds[index], begin, 1, main[begin : begin + characters].decode(old or "cp1252", "replace"))
        else:
            yield _Piece(bounds[index], offset, 2, _halves(main[offset : offset + 2 * characters]))


def _halves(data: bytes) -> str:
    """Decode wide text so that every two bytes are one character, as the places in the document are counted."""
    text = data.decode("utf-16-le", "replace")
    if len(text) == len(data) // 2:
        return text
    return "".join(data[at : at + 2].decode("utf-16-le", "surrogatepass") for at in range(0, len(data) - 1, 2))


def _codec_of_fonts(main: bytes) -> str:
    """Return the characters that a document of Word 6 or 95 is written in, from its first font that is not Western."""
    start, length = struct.unpack_from("<II", main, _OLD_FONTS)
    fonts = main[start : start + length]
    position = 2
    while position + 4 < len(fonts) and fonts[position]:
        if fonts[position + 4] in _ALPHABETS:
            return CHARSETS[fonts[position + 4]]
        position += fonts[position] + 1
    return "cp1252"


def _blot_out(pieces: list[_Piece], looks: list[tuple[int, int, Look]]) -> int:
    """Blot out what was deleted and return how many stretches were inserted or deleted."""
    deleted = sorted((begin, end) for begin, end, look in looks if look.deleted)
    begins = [begin for begin, _ in deleted]
    for piece in pieces if deleted else ():
        letters = list(piece.text)
        for begin, end in deleted[max(0, bisect_right(begins, piece.offset) - 1) :]:
            if begin >= piece.offset + len(letters) * piece.width:
                break
            first, last = (max(0, (one - piece.offset) // piece.width) for one in (begin, end))
            letters[first:last] = [one if one in "\r\x07" else "\x00" for one in letters[first:last]]
        piece.text = "".join(letters)
    return len(looks)
