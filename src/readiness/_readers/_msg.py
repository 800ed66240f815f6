"""Outlook messages: headers, the body in whichever form it was kept, and attachments as documents of their own."""

from __future__ import annotations

import datetime as dt
import struct
from collections.abc import Iterator

import olefile
from attrs import frozen

from readiness.model import DocumentFacts, Fault, ReadFault, ReadItem

from ._compressed_rtf import decompressed
from ._eml import is_signature
from ._html import html_items
from ._made import Locator, Passage
from ._rtf import rtf_items
from ._source import Source
from ._text import decode, text_passages

_LARGEST = 64 << 20
_HEADERS = (("Subject", "0037"), ("From", "0C1A"), ("From address", "0C1F"), ("To", "0E04"), ("Cc", "0E03"))
_BODY, _HTML, _RTF = "1000", "1013", "1009"
_KIND, _FLAGS, _SHOWN, _ATTACHMENT_HEAD = "370E", 0x3714, 4, 8
_NAMES = ("3707", "3704", "3001")
_DATA, _ENCLOSED = "37010102", "3701000D"
_PROPERTIES = "__properties_version1.0"
_INTEGER, _TIME = 3, 64
_CODEPAGES, _INTERNET_CODEPAGE = (0x3FFD, 0x3FDE), 0x3FDE
_SENT = (0x0039, 0x0E06)
_MOST_ATTACHMENTS = 200
_CODECS = {65001: "utf-8", 1200: "utf-16-le", 20127: "ascii", 28591: "latin-1", 936: "gbk", 51932: "euc_jp",
           50220: "iso2022_jp", 51949: "euc_kr", 20866: "koi8_r"}  # fmt: skip
_YEAR_1601 = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)


def read(source: Source) -> Iterator[ReadItem]:
    """
    Read a message of Outlook, as `eml`.

    Places:
        header, by its name; line of the body; attachment, by its name, with the place in it; enclosed letter.

    Facts:
        subject as title, sender as author, date; what is left in attached documents.

    Not read:
        pictures that the body shows; the seal of a signed message; fields of contacts, tasks and meetings.
    """
    with olefile.OleFileIO(source.file) as ole:
        names = ole.listdir(streams=True, storages=True)
        yield from _message(_Storage(ole, (), frozenset(map(tuple, names))), source, 0)


@frozen
class _Storage:
    """A message, or an attachment, inside the compound file."""

    ole: olefile.OleFileIO
    path: tuple[str, ...]
    names: frozenset[tuple[str, ...]]

    def raw(self, name: str) -> bytes | None:
        """Return the bytes of a stream of this storage, ``None`` if there is none or it is too large."""
        full = (*self.path, name)
        if full not in self.names or self.ole.get_size(list(full)) > _LARGEST:
            return None
        return bytes(self.ole.openstream(list(full)).read())

    def text(self, tag: str, codec: str) -> str:
        """Return a property as text, whether it is kept wide, narrow or as bytes."""
        wide = self.raw(f"__substg1.0_{tag}001F")
        if wide is not None:
            return wide.decode("utf-16-le", "replace").rstrip("\x00")
        narrow = self.raw(f"__substg1.0_{tag}001E") or self.raw(f"__substg1.0_{tag}0102") or b""
        return decode(narrow.rstrip(b"\x00"), codec) if narrow else ""

    def numbers(self, head: int | None = None) -> dict[int, int]:
        """Return the properties of fixed size that are whole numbers or times; they follow a head of so many bytes."""
        data = self.raw(_PROPERTIES) or b""
        found: dict[int, int] = {}
        head = head or (24 if self.path else 32)
        for offset in range(head, len(data) - 15, 16):
            kind, tag = struct.unpack_from("<HH", data, offset)
            if kind == _INTEGER:
                found[tag] = int(struct.unpack_from("<i", data, offset + 8)[0])
            elif kind == _TIME:
                found[tag] = int(struct.unpack_from("<q", data, offset + 8)[0])
        return found

    def children(self, start: str) -> list[_Storage]:
        """Return the storages directly inside whose names begin with *start*."""
        depth = len(self.path)
        inner = {name[: depth + 1] for name in self.names if name[:depth] == self.path and len(name) > depth}
        return [_Storage(self.ole, name, self.names) for name in sorted(inner) if name[-1].startswith(start)]


def _message(message: _Storage, source: Source, depth: int) -> Iterator[ReadItem]:
    """Yield one message; those enclosed in it follow, down to the depth allowed."""
    numbers = message.numbers()
    codec = next((_codec(numbers[tag]) for tag in _CODEPAGES if tag in numbers), "cp1252")
    headers = {name: message.text(tag, codec).strip() for name, tag in _HEADERS}
    sent = next((_time(numbers[tag]) for tag in _SENT if tag in numbers), "")
    if depth == 0:
        yield DocumentFacts(title=headers["Subject"], author=headers["From"], created=sent)
    for name, value in {**headers, "Date": sent}.items():
        if value:
            yield Passage(f"{name}: {value}", Locator(part=f"header {name}"))
    yield from _body(message, codec, _codec(numbers.get(_INTERNET_CODEPAGE, 65001)))
    for number, attachment in enumerate(message.children("__attach_version1.0_")[:_MOST_ATTACHMENTS], start=1):
        yield from _attachment(attachment, number, codec, source, depth)


def _body(message: _Storage, codec: str, html_codec: str) -> Iterator[ReadItem]:
    """Yield the body: as plain text if it is kept so, else from HTML, else from compressed RTF."""
    if text := message.text(_BODY, codec).strip("\x00 \r\n"):
        yield from text_passages(text, "body")
    elif html := message.text(_HTML, html_codec):
        yield from (item for item in html_items(html, "body (html)") if isinstance(item, Passage))
    elif packed := message.raw(f"__substg1.0_{_RTF}0102"):
        for item in rtf_items(decompressed(packed, _LARGEST)):
            if isinstance(item, Passage):
                yield Passage(item.text, Locator(part="body (rtf)", paragraph=item.locator.paragraph))


def _attachment(attachment: _Storage, number: int, codec: str, source: Source, depth: int) -> Iterator[ReadItem]:
    name = next((text for tag in _NAMES if (text := attachment.text(tag, codec).strip())), "") or str(number)
    data = attachment.raw(f"__substg1.0_{_DATA}")
    if is_signature(name, attachment.text(_KIND, codec)) or _is_shown_inside(attachment, codec):
        return
    enclosed = attachment.children(f"__substg1.0_{_ENCLOSED}")
    if data:
        yield from source.inside(f"attachment {name}", data)
    elif enclosed and depth >= source.limits.depth:
        yield ReadFault(Fault.TOO_LARGE, f"{name}: letters inside letters are not followed any further")
    elif enclosed:
        part = f"enclosed letter {name}"
        for item in _message(enclosed[0], source, depth + 1):
            if isinstance(item, Passage):
                inner = ", ".join(filter(None, (part, item.locator.part)))
                yield Passage(item.text, Locator(part=inner, line=item.locator.line, paragraph=item.locator.paragraph))
            elif isinstance(item, ReadFault):
                yield ReadFault(item.fault, f"{part}: {item.detail}")


def _is_shown_inside(attachment: _Storage, codec: str) -> bool:
    """Tell a picture that the body shows, such as the logo under a signature, from one that was sent."""
    flags = attachment.numbers(_ATTACHMENT_HEAD).get(_FLAGS, 0)
    return bool(flags & _SHOWN) and attachment.text(_KIND, codec).startswith("image/")


def _codec(page: int) -> str:
    return _CODECS.get(page, f"cp{page}")


def _time(ticks: int) -> str:
    """Return a time counted in tenths of microseconds since 1601."""
    try:
        return (_YEAR_1601 + dt.timedelta(microseconds=ticks // 10)).isoformat(timespec="seconds")
    except OverflowError:
        return ""
