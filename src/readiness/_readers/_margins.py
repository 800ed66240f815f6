"""Headers and footers of printed sheets, which hide codes for fonts and fields among their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Protocol

from ._made import Locator, Passage

_BLOCK = 1 << 16
_LONGEST = 1 << 14
_MARK = b"headerFooter"
_ELEMENT = re.compile(r"<(?:\w+:)?(?:odd|even|first)(Header|Footer)[^>]*>([^<]*)</")
_CODES = re.compile(r'&(?:"[^"]*"|K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|\d{1,3}|([LCR])|(&)|[A-Za-z])')


class _Readable(Protocol):
    def read(self, size: int = ..., /) -> bytes: ...


def sheet_margins(stream: _Readable, sheet: str) -> Iterator[Passage]:
    """
    Yield the headers and footers of a sheet, whose XML *stream* gives.

    They stand after all cells, so the XML is only searched: parsing it a second time would cost as much as the cells.
    """
    said: set[tuple[str, str]] = set()
    for margin, text in _ELEMENT.findall(_tail(stream)):
        words = margin_text(unescape(text))
        if words and (margin, words) not in said:
            said.add((margin, words))
            yield Passage(words, Locator(sheet=sheet, part=margin.lower()))


def margin_text(text: str) -> str:
    r"""
    Return the words of a header or footer, its left, middle and right parted by tabs.

    >>> margin_text('&L&"Arial,Bold"&12RESTRICTED&CPage &P of &N&RR&&D')
    'RESTRICTED\tPage of\tR&D'
    """
    shown = _CODES.sub(lambda code: "\t" if code[1] else code[2] or "", text)
    return "\t".join(filter(None, (" ".join(part.split()) for part in shown.split("\t"))))


def _tail(stream: _Readable) -> str:
    """Return what follows the mark; the whole part is read, so that its size is counted."""
    kept = b""
    found = False
    while block := stream.read(_BLOCK):
        if len(kept) < _LONGEST or not found:
            kept += block
        if not found:
            start = kept.find(_MARK)
            found = start >= 0
            kept = kept[start:] if found else kept[-len(_MARK) :]
    return kept[:_LONGEST].decode("utf-8", "replace") if found else ""
