"""The stream of a PowerPoint presentation of before 2007: its records, and which of them are still shown."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from attrs import define, field

from readiness.model import Fault

from ._faults import UnreadableError

_HEADER = struct.Struct("<HHI")
_CONTAINER = 0x0F
_MOST_EDITS = 1000
_DEEPEST = 8
_LOCKED_USER = b"\xdf\xc4\xd1\xf3"
_EDIT_WHEN_LOCKED = 32
DOCUMENT, SLIDE, NOTES, SLIDE_LIST, SLIDE_PLACE = 0x03E8, 0x03EE, 0x03F0, 0x0FF0, 0x03F3
_NOTES_ATOM, _USER_EDIT, _DIRECTORY = 0x03F1, 0x0FF5, 0x1772
SLIDES, MASTERS, NOTES_LIST = 0, 1, 2


class Record(NamedTuple):
    """One record: its kind, the number in its head, its bytes, and the containers it stands in."""

    kind: int
    instance: int
    body: bytes
    inside: tuple[int, ...]


def records(data: bytes) -> Iterator[Record]:
    """Yield all records, those of a container after it, without recursion; a broken length ends its container."""
    ends: list[tuple[int, int]] = []
    position = 0
    while position + _HEADER.size <= len(data):
        while ends and position >= ends[-1][0]:
            ends.pop()
        head, kind, length = _HEADER.unpack_from(data, position)
        position += _HEADER.size
        inside = tuple(kind for _, kind in ends[:_DEEPEST])
        if head & 0x0F == _CONTAINER:
            yield Record(kind, head >> 4, b"", inside)
            ends.append((min(position + length, ends[-1][0] if ends else len(data)), kind))
        else:
            yield Record(kind, head >> 4, data[position : position + length], inside)
            position += length


@define
class Deck:
    """
    The parts of a presentation that are shown; what an older save left behind in the file is not among them.

    Attributes:
        document: outline, headers and footers.
        slides: in the order shown.
        notes: with the number of the slide they belong to.
        masters: what stands on every slide.
    """

    document: bytes = b""
    slides: list[bytes] = field(factory=list)
    notes: list[tuple[int, bytes]] = field(factory=list)
    masters: list[bytes] = field(factory=list)


def deck_of(data: bytes, user: bytes) -> Deck:
    """
    Return the parts that the last save points to; if that is damaged, every part in the order of the file.

    Raises:
        UnreadableError: the presentation is locked.
    """
    if user[12:16] == _LOCKED_USER:
        raise UnreadableError(Fault.ENCRYPTED)
    try:
        return _live(data, struct.unpack_from("<I", user, 16)[0])
    except (struct.error, KeyError, IndexError):
        return _all(data)


def _live(data: bytes, position: int) -> Deck:
    """Follow the saves to the document, and the lists in it to its parts."""
    places, document = _saves(data, position)
    deck = Deck(_whole(data, places[document], DOCUMENT))
    listed = _listed(deck.document)
    parts = {kind: _parts(data, [places[reference] for reference, _ in listed.get(kind, [])]) for kind in range(3)}
    deck.masters, deck.slides = parts[MASTERS], parts[SLIDES]
    numbers = {slide: number for number, (_, slide) in enumerate(listed.get(SLIDES, []), start=1)}
    for part in parts[NOTES_LIST]:
        atom = next((record.body for record in records(part) if record.kind == _NOTES_ATOM), b"")
        shown_with = numbers.get(struct.unpack_from("<I", atom, 0)[0])
        if shown_with:  # the notes of the master belong to no slide
            deck.notes.append((shown_with, part))
    return deck


def _saves(data: bytes, position: int) -> tuple[dict[int, int], int]:
    """Return where each part stood after the last save, and which of them is the document."""
    places: dict[int, int] = {}
    document = 0
    for _ in range(_MOST_EDITS):
        edit = _body(data, position, _USER_EDIT)
        if len(edit) >= _EDIT_WHEN_LOCKED:
            raise UnreadableError(Fault.ENCRYPTED)
        before, directory, reference = struct.unpack_from("<III", edit, 8)
        document = document or reference
        for number, place in _entries(_body(data, directory, _DIRECTORY)):
            places.setdefault(number, place)
        if not before or before >= position:
            break
        position = before
    return places, document


def _listed(document: bytes) -> dict[int, list[tuple[int, int]]]:
    """Return number and id of the parts that the document lists, by the kind of the list."""
    listed: dict[int, list[tuple[int, int]]] = {}
    kind = -1
    for record in records(document):
        if record.kind == SLIDE_LIST:
            kind = record.instance
        elif record.kind == SLIDE_PLACE and SLIDE_LIST in record.inside:
            listed.setdefault(kind, []).append(struct.unpack_from("<I8xI", record.body, 0))
    return listed


def _parts(data: bytes, positions: list[int]) -> list[bytes]:
    """
    Return the parts that stand there; no honest list names the same bytes twice.

    Raises:
        UnreadableError: the parts together are larger than the file.
    """
    parts: list[bytes] = []
    room = len(data)
    for position in positions:
        parts.append(_whole(data, position))
        room -= len(parts[-1])
        if room < 0:
            raise UnreadableError(Fault.CORRUPT, "its slides overlap")
    return parts


def _all(data: bytes) -> Deck:
    """Return every part that stands in the file, slides and notes numbered as they come."""
    deck = Deck()
    position = 0
    while position + _HEADER.size <= len(data):
        _, kind, length = _HEADER.unpack_from(data, position)
        part = data[position : position + _HEADER.size + length]
        position += _HEADER.size + length
        if kind == DOCUMENT:
            deck.document = part
        elif kind == SLIDE:
            deck.slides.append(part)
        elif kind == NOTES:
            deck.notes.append((len(deck.notes) + 1, part))
    return deck


def _body(data: bytes, position: int, kind: int) -> bytes:
    """Return the body of the record at *position*, which must be of that *kind*."""
    _, found, length = _HEADER.unpack_from(data, position)
    if found != kind:
        raise KeyError(kind)
    return data[position + _HEADER.size : position + _HEADER.size + length]


def _whole(data: bytes, position: int, kind: int | None = None) -> bytes:
    """Return the record at *position* with its head."""
    _, found, length = _HEADER.unpack_from(data, position)
    if kind is not None and found != kind:
        raise KeyError(kind)
    return data[position : position + _HEADER.size + length]


def _entries(directory: bytes) -> Iterator[tuple[int, int]]:
    """Yield number and place of each part in a directory, which gives runs of them."""
    position = 0
    while position + 4 <= len(directory):
        (head,) = struct.unpack_from("<I", directory, position)
        first, count = head & 0xFFFFF, head >> 20
        position += 4
        for index in range(min(count, (len(directory) - position) // 4)):
            yield first + index, struct.unpack_from("<I", directory, position + 4 * index)[0]
        position += 4 * count
