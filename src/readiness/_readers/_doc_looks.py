"""How stretches of a Word document of before 2007 look: which are headings, cells of a table, deleted or inserted."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from attrs import frozen

_PAGE = 512
_MOST_PAGES = 1 << 16
_IN_TABLE, _ROW_END, _OUTLINE = 0x2416, 0x2417, 0x2640
_DELETED, _INSERTED = 0x0800, 0x0801
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_LONG_TABLE = 0xD608
_BODY_LEVEL = 9
_HEADINGS = range(1, 10)
"""The styles that stand first in every document, whatever they are called in its language."""


@frozen
class Look:
    """
    What is said of a stretch of text.

    Attributes:
        style: number of the paragraph style.
        level: heading level, counted from 1; ``None`` for a plain paragraph.
        in_table: whether it stands in a table.
        row_end: whether it only closes a row of one.
        deleted: whether it was deleted while changes were tracked.
        inserted: whether it was inserted so.
    """

    style: int = 0
    level: int | None = None
    in_table: bool = False
    row_end: bool = False
    deleted: bool = False
    inserted: bool = False


def paragraph_looks(main: bytes, table: bytes, start: int, length: int) -> list[tuple[int, Look]]:
    """Return where each look of a paragraph begins in the file, and the look."""
    found: list[tuple[int, Look]] = []
    for page in _pages(main, table, start, length):
        count = page[-1]
        for index in range(count):
            (begin,) = struct.unpack_from("<I", page, 4 * index)
            found.append((begin, _paragraph_look(page, page[4 * (count + 1) + 13 * index] * 2)))
    return sorted(found, key=lambda entry: entry[0])


def character_looks(main: bytes, table: bytes, start: int, length: int) -> list[tuple[int, int, Look]]:
    """Return begin and end in the file of each stretch that was deleted or inserted, and its look."""
    found: list[tuple[int, int, Look]] = []
    for page in _pages(main, table, start, length):
        count = page[-1]
        for index in range(count):
            begin, end = struct.unpack_from("<II", page, 4 * index)
            offset = page[4 * (count + 1) + index] * 2
            if not offset:
                continue
            said = dict(_settings(page[offset + 1 : offset + 1 + page[offset]]))
            if said.get(_DELETED) or said.get(_INSERTED):
                look = Look(deleted=bool(said.get(_DELETED)), inserted=bool(said.get(_INSERTED)))
                found.append((begin, end, look))
    return found


def _pages(main: bytes, table: bytes, start: int, length: int) -> Iterator[bytes]:
    """Yield the pages of looks that a list in the table stream names; a list that makes no sense names none."""
    block = table[start : start + length]
    count = min((len(block) - 4) // 8, _MOST_PAGES)
    seen: set[int] = set()
    for index in range(count):
        (number,) = struct.unpack_from("<I", block, 4 * (count + 1) + 4 * index)
        page = main[(number & 0x3FFFFF) * _PAGE : ((number & 0x3FFFFF) + 1) * _PAGE]
        if len(page) == _PAGE and number not in seen and page[-1] * 5 < _PAGE:
            seen.add(number)
            yield page


def _paragraph_look(page: bytes, offset: int) -> Look:
    if not offset or offset + 2 >= _PAGE:
        return Look()
    words = page[offset]
    begin, size = (offset + 1, 2 * words - 1) if words else (offset + 2, 2 * page[offset + 1])
    data = page[begin : begin + size]
    if len(data) < 2:  # noqa: PLR2004  # the number of the style
        return Look()
    (style,) = struct.unpack_from("<H", data, 0)
    said = dict(_settings(data[2:]))
    outline = said.get(_OUTLINE, _BODY_LEVEL)
    level = outline + 1 if outline < _BODY_LEVEL else style if style in _HEADINGS and _OUTLINE not in said else None
    return Look(style, level, bool(said.get(_IN_TABLE)), bool(said.get(_ROW_END)))


def _settings(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield each setting and the first byte of its value; the setting says how long its value is."""
    position = 0
    while position + 2 < len(data):
        (setting,) = struct.unpack_from("<H", data, position)
        position += 2
        size = _SIZES.get(setting >> 13, 0)
        if setting == _LONG_TABLE:
            size = 1 + int.from_bytes(data[position : position + 2], "little")
        elif not size:
            size = 1 + data[position]
        yield setting, data[position]
        position += size
