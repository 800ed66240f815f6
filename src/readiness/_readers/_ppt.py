"""PowerPoint presentations of 1997 to 2003: the texts of each slide, its notes, and the properties."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

import olefile
from attrs import define

from readiness.model import DocumentFacts, Fault, Locator, Passage, ReadItem

from ._faults import UnreadableError
from ._ole import ole_facts, stream_bytes
from ._source import Source

_LARGEST = 128 << 20
_HEADER = struct.Struct("<HHI")
_CONTAINER = 0x0F
_SLIDE, _NOTES, _MASTER, _SLIDE_LIST = 0x03EE, 0x03F0, 0x03F8, 0x0FF0
_SLIDE_PLACE = 0x03F3
_WIDE, _NARROW, _COMMENT_TEXT, _COMMENT = 0x0FA0, 0x0FA8, 0x0FBA, 0x2EE0
_USER_EDIT = 0x0FF5
_EDIT_WHEN_LOCKED = 32
_LOCKED_USER = b"\xdf\xc4\xd1\xf3"


def read(source: Source) -> Iterator[ReadItem]:
    """Read a presentation."""
    yield from ole_facts(source)
    source.file.seek(0)
    with olefile.OleFileIO(source.file) as ole:
        data = stream_bytes(ole, "PowerPoint Document", _LARGEST)
        user = stream_bytes(ole, "Current User", 1 << 16) if ole.exists("Current User") else b""
    if user[12:16] == _LOCKED_USER:
        raise UnreadableError(Fault.ENCRYPTED)
    yield from _texts(data)


class _Record(NamedTuple):
    """One record: its kind, the number in its head, its bytes, and the containers it stands in."""

    kind: int
    instance: int
    body: bytes
    inside: tuple[int, ...]


def _records(data: bytes) -> Iterator[_Record]:
    """Yield all records, those of a container after it, without recursion; a broken length ends its container."""
    ends: list[tuple[int, int]] = []
    position = 0
    while position + _HEADER.size <= len(data):
        while ends and position >= ends[-1][0]:
            ends.pop()
        head, kind, length = _HEADER.unpack_from(data, position)
        position += _HEADER.size
        inside = tuple(kind for _, kind in ends[:8])
        if head & 0x0F == _CONTAINER:
            yield _Record(kind, head >> 4, b"", inside)
            ends.append((min(position + length, ends[-1][0] if ends else len(data)), kind))
        else:
            yield _Record(kind, head >> 4, data[position : position + length], inside)
            position += length


def _texts(data: bytes) -> Iterator[ReadItem]:
    """Yield texts: those of the outline first, by slide; then those that stand only in boxes of a slide."""
    counts = _Counts()
    outline: set[str] = set()
    for record in _records(data):
        if record.kind == _USER_EDIT and len(record.body) >= _EDIT_WHEN_LOCKED:
            raise UnreadableError(Fault.ENCRYPTED)
        counts.meet(record)
        text, in_outline = _text(record), _SLIDE_LIST in record.inside
        place = Locator(slide=counts.listed or None) if in_outline else _place(record, counts)
        if text and place and (in_outline or text not in outline):
            yield Passage(text, place)
        if text and in_outline:
            outline.add(text)
    yield DocumentFacts(page_count=counts.slides or None)


@define
class _Counts:
    """How many slides and notes have been met: ``listed`` in the outline, ``slides`` themselves."""

    listed: int = 0
    slides: int = 0
    notes: int = 0

    def meet(self, record: _Record) -> None:
        """Count a record if it begins something."""
        if record.kind == _SLIDE_LIST:
            self.listed = 0
        elif record.kind == _SLIDE_PLACE and _SLIDE_LIST in record.inside:
            self.listed += 1
        self.slides += record.kind == _SLIDE
        self.notes += record.kind == _NOTES


def _text(record: _Record) -> str:
    if record.kind == _WIDE or (record.kind == _COMMENT_TEXT and _COMMENT in record.inside):
        return record.body.decode("utf-16-le", "replace").replace("\x0b", "\n").strip()
    if record.kind == _NARROW:
        return record.body.decode("cp1252", "replace").replace("\x0b", "\n").strip()
    return ""


def _place(record: _Record, counts: _Counts) -> Locator | None:
    """Return where a text stands; ``None`` for the texts of masters, which nobody wrote."""
    if _MASTER in record.inside:
        return None
    if _COMMENT in record.inside:
        return Locator(slide=counts.slides or None, part="comment")
    if _NOTES in record.inside:
        return Locator(part=f"notes {counts.notes}")
    return Locator(slide=counts.slides) if _SLIDE in record.inside else None
