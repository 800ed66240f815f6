"""Compound files (OLE) of Office before 2007: their properties, and reading their streams within bounds."""

from __future__ import annotations

import datetime as dt
import struct
from collections.abc import Iterator

import olefile

from readiness.model import DocumentFacts, Fault, ReadItem

from ._faults import UnreadableError
from ._ole_custom import custom_properties
from ._source import Source
from ._text import decode

_MACROS = ("_VBA_PROJECT_CUR", "Macros", "_VBA_PROJECT", "VBA")
_SUMMARY = "\x05SummaryInformation"
_DOCUMENT_SUMMARY = "\x05DocumentSummaryInformation"
_SUMMARIES = (_SUMMARY, _DOCUMENT_SUMMARY)
_LARGEST_SUMMARY = 1 << 20
_FIRST_SET = 44
_VECTOR = 0x1000
_NEVER = 1601
"""The year from which these files count; a date in it was never set."""
_OTHERS = ("subject", "keywords", "comments", "category", "company", "manager")


def stream_bytes(ole: olefile.OleFileIO, name: str | list[str], largest: int) -> bytes:
    """
    Return the bytes of one stream.

    Raises:
        UnreadableError: it is missing, or larger than *largest*.
    """
    if not ole.exists(name):
        raise UnreadableError(Fault.CORRUPT, f"its stream {name if isinstance(name, str) else name[-1]} is missing")
    if ole.get_size(name) > largest:
        raise UnreadableError(Fault.TOO_LARGE, f"a stream of more than {largest:,} bytes")
    return bytes(ole.openstream(name).read())


def ole_facts(source: Source) -> Iterator[ReadItem]:
    """Yield what the summary says; a damaged one is passed over, since the text can stand without it."""
    source.file.seek(0)
    try:
        with olefile.OleFileIO(source.file) as ole:
            yield _facts(ole)
    except UnreadableError:
        raise
    except Exception:  # noqa: BLE001  # whatever is wrong with the whole file shows when its text is read
        return


def _facts(ole: olefile.OleFileIO) -> DocumentFacts:
    summary = ole.get_metadata() if all(_is_credible(ole, one) for one in _SUMMARIES) else olefile.OleMetadata()
    codec = f"cp{summary.codepage}" if summary.codepage and summary.codepage != 65001 else "utf-8"  # noqa: PLR2004
    others = [(name, _text(getattr(summary, name), codec)) for name in _OTHERS]
    if ole.exists(_DOCUMENT_SUMMARY) and ole.get_size(_DOCUMENT_SUMMARY) <= _LARGEST_SUMMARY:
        others += custom_properties(ole.openstream(_DOCUMENT_SUMMARY).read())
    return DocumentFacts(
        title=_text(summary.title, codec),
        author=_text(summary.author, codec),
        created=_text(summary.create_time, codec),
        modified=_text(summary.last_saved_time, codec),
        page_count=summary.num_pages if isinstance(summary.num_pages, int) and summary.num_pages > 0 else None,
        properties=tuple((name, text) for name, text in others if text),
        macros=any(ole.exists(name) for name in _MACROS),
    )


def _is_credible(ole: olefile.OleFileIO, name: str) -> bool:
    """Return whether no list of a summary claims more items than it has bytes; olefile would count up to any number."""
    if not ole.exists(name):
        return True
    data = ole.openstream(name).read()
    try:
        return all(items <= len(data) for kind, items in _kinds(data) if kind & _VECTOR)
    except struct.error:
        return False


def _kinds(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the kind of each property of a summary, and the number behind it, which in a list is that of its items."""
    (start,) = struct.unpack_from("<I", data, _FIRST_SET)
    (count,) = struct.unpack_from("<I", data, start + 4)
    for index in range(min(count, len(data) // 8)):
        (offset,) = struct.unpack_from("<I", data, start + 12 + 8 * index)
        yield struct.unpack_from("<II", data, start + offset)


def _text(value: object, codec: str) -> str:
    if isinstance(value, bytes):
        return decode(value.rstrip(b"\x00"), codec).partition("\x00")[0]
    if isinstance(value, dt.datetime):
        return "" if value.year <= _NEVER else value.isoformat(timespec="seconds")
    return "" if value is None else str(value)
