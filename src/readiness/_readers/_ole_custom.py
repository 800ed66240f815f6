"""Properties that people added to a document of Office before 2007: names in one list, values in another."""

from __future__ import annotations

import datetime as dt
import struct
from collections.abc import Iterator

from ._text import decode

_SECOND_SET = 48
_DICTIONARY, _CODEPAGE = 0, 1
_WIDE = 1200
_SHORT, _NUMBER, _TRUTH, _NARROW_TEXT, _WIDE_TEXT, _TIME = 2, 3, 11, 30, 31, 64
_MOST = 200
_LONGEST = 4000
_YEAR_1601 = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)


def custom_properties(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield name and value of each property in the second set of a document summary; a damaged one yields none."""
    try:
        yield from _properties(data)
    except (struct.error, ValueError, OverflowError):
        return


def _properties(data: bytes) -> Iterator[tuple[str, str]]:
    if len(data) < _SECOND_SET + 20 or struct.unpack_from("<I", data, 24)[0] < 2:  # noqa: PLR2004  # two sets
        return
    (start,) = struct.unpack_from("<I", data, _SECOND_SET + 16)
    _, count = struct.unpack_from("<II", data, start)
    places = dict(struct.unpack_from("<II", data, start + 8 + 8 * index) for index in range(min(count, _MOST)))
    if _DICTIONARY not in places:
        return
    codepage = struct.unpack_from("<H", data, start + places[_CODEPAGE] + 4)[0] if _CODEPAGE in places else 1252
    for number, name in _names(data, start + places[_DICTIONARY], codepage):
        if number in places and (value := _value(data, start + places[number], codepage)):
            yield name, value


def _names(data: bytes, position: int, codepage: int) -> Iterator[tuple[int, str]]:
    (count,) = struct.unpack_from("<I", data, position)
    position += 4
    for _ in range(min(count, _MOST)):
        number, length = struct.unpack_from("<II", data, position)
        size = min(length, _LONGEST) * (2 if codepage == _WIDE else 1)
        name = _text(data[position + 8 : position + 8 + size], codepage)
        position += 8 + size + (-size % 4 if codepage == _WIDE else 0)
        yield number, name


def _value(data: bytes, position: int, codepage: int) -> str:
    """Return a value as text; kinds that no person types are left out."""
    (kind,) = struct.unpack_from("<I", data, position)
    position += 4
    if kind == _NARROW_TEXT:
        (size,) = struct.unpack_from("<I", data, position)
        return _text(data[position + 4 : position + 4 + min(size, _LONGEST)], codepage)
    if kind == _WIDE_TEXT:
        (size,) = struct.unpack_from("<I", data, position)
        return _text(data[position + 4 : position + 4 + 2 * min(size, _LONGEST)], _WIDE)
    if kind == _TIME:
        (ticks,) = struct.unpack_from("<q", data, position)
        return (_YEAR_1601 + dt.timedelta(microseconds=ticks // 10)).isoformat(timespec="seconds")
    if kind in {_SHORT, _NUMBER}:
        return str(struct.unpack_from("<h" if kind == _SHORT else "<i", data, position)[0])
    if kind == _TRUTH:
        return "true" if struct.unpack_from("<H", data, position)[0] else "false"
    return ""


def _text(data: bytes, codepage: int) -> str:
    if codepage == _WIDE:
        return data.decode("utf-16-le", "replace").rstrip("\x00")
    return decode(data.partition(b"\x00")[0], "utf-8" if codepage == 65001 else f"cp{codepage}")  # noqa: PLR2004
