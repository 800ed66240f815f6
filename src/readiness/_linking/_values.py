"""Values of what a document states: the number of a version, an owner, a date."""

from __future__ import annotations

import re

from readiness.model import Passage, Spot, Stated, StatedFact

from ._calendar import dated
from ._text import quoted

_LONGEST_VALUE, _LONGEST_DATE = 120, 60
_NO_DAY = r"(?!\s*(?:st|nd|rd|th)?\s+(?:of\s+)?(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
_NUMBER = re.compile(rf"(?<![\w./-])[vV]?\.?\s?(\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}[a-z]?)(?![\w/%-]|\.\d|:\d){_NO_DAY}")
_BLANK = re.compile(r"[\[<{(]|TB[ACD]\b|to\s+be\s|n/?a\b|-+$", re.IGNORECASE)
"""What stands for a value that nobody has filled in."""
VERSION_AT = re.compile(rf"[vV]?\.?\s?(\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}[a-z]?)(?![\w/%]|-\d|\.\d|:\d){_NO_DAY}")
"""The number of a version at the beginning of a text; the day of a date is none."""
_LETTER = re.compile(r"[A-Z]")


def value_of(fact: StatedFact, text: str, passage: Passage) -> Stated | None:
    """Return what a cell with the value of *fact* states, or ``None`` if that can be no value."""
    written = " ".join(text.split())
    if is_blank(written):
        return None
    spot = Spot(passage.locator, quoted(passage.text))
    if fact is StatedFact.VERSION:
        number = version_in(written)
        return Stated(fact=fact, written=number, spot=spot) if number else None
    if fact is StatedFact.OWNER:
        words = len(written) <= _LONGEST_VALUE and any(one.isalpha() for one in written)
        return Stated(fact=fact, written=written, spot=spot) if words else None
    if len(written) > _LONGEST_DATE:
        return None
    when = dated(written)
    days = {"earliest": when.earliest, "latest": when.latest} if when else {}
    return Stated(fact=fact, written=written, spot=spot, **days)


def is_blank(text: str) -> bool:
    """
    Return whether *text* only stands for a value that nobody has filled in.

    >>> is_blank("TBC"), is_blank("[insert owner]"), is_blank("Head of ICT")
    (True, True, False)
    """
    return _BLANK.match(text) is not None


def version_in(text: str) -> str:
    """
    Return the number of a version as it stands in a cell, or nothing.

    >>> version_in("v1.2 (final)"), version_in("Issue 3"), version_in("B"), version_in("01/03/2009")
    ('1.2', '3', 'B', '')
    """
    if len(text) > _LONGEST_DATE:
        return ""
    found = _NUMBER.search(text)
    return found[1] if found else text if _LETTER.fullmatch(text) else ""


def version_key(version: str) -> tuple[tuple[int, str], ...]:
    """
    Return a key by which versions are in their order.

    >>> sorted(["1.10", "0.9", "1.2a", "1.2"], key=version_key)
    ['0.9', '1.2', '1.2a', '1.10']
    """
    pieces = (re.fullmatch(r"(\d*)(.*)", piece, re.DOTALL) for piece in version.split("."))
    return tuple((int(piece[1] or 0), piece[2]) for piece in pieces if piece)
