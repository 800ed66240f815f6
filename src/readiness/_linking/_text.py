"""Text made comparable, and cut to what can be quoted."""

from __future__ import annotations

import re
import unicodedata

_QUOTE = 300
"""Characters of a quote; a longer passage is cut around what matters."""
_LEAD = 100
"""Characters kept in front of what matters."""

_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u02bc"
_DOUBLE = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_DASHES = "\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
_NOTHING = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0e\ufe0f"
_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_BULLETS = "\u2022\u2023\u25aa-\u25ab\u25cf\u25cb\u25a1\u25e6\u2043\u2610\u27a2\uf000-\uf8ff"
_TICKS = {"\uf0fb": "\u2717", "\uf0fc": "\u2713", "\uf0fd": "\u2612", "\uf0fe": "\u2611"}
"""Ticks and crosses where fonts of symbols keep them; an empty box says as little as a bullet."""
_SPECIAL = re.compile(f"[{_SINGLE}{_DOUBLE}{_DASHES}{_NOTHING}{_SPACES}{_BULLETS}\u2026]")
_KINDS = (
    (re.compile(f"[{_SINGLE}]"), "'"),
    (re.compile(f"[{_DOUBLE}]"), '"'),
    (re.compile(f"[{_DASHES}]"), "-"),
    (re.compile(f"[{_NOTHING}]"), ""),
    (re.compile(f"[{_SPACES}{_BULLETS}]"), " "),
    (re.compile("\u2026"), "..."),
)
_INSTEAD: dict[str, str] = {**_TICKS}
_ASCII_SPACES = tuple("\v\f\r\x1c\x1d\x1e\x1f")
_RARE_SPACES = (*_ASCII_SPACES, *"\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000", *map(chr, range(0x2000, 0x200B)))
"""Whatever else Python takes for space, beside blanks, tabs and line ends."""


def plain(text: str) -> str:
    r"""
    Return *text* with one form of each sign: straight quotes, a plain hyphen for every dash, no invisible characters.

    Bullets become spaces: one program types them and another draws them.

    >>> plain("\u201cSo\u201d \u2013 \u2018co\u00adoperate\u2019\u2026")
    '"So" - \'cooperate\'...'
    """
    if text.isascii():
        return text
    text = _SPECIAL.sub(_one_form, text)
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", _SPECIAL.sub(_one_form, unicodedata.normalize("NFKC", text)))
    return text


def spaced(text: str) -> str:
    r"""
    Return *text* with a single space between words, as splitting and joining does in three times the time.

    >>> spaced(" one\n\ttwo  | three\u2003four ")
    'one two | three four'
    """
    rare = _ASCII_SPACES if text.isascii() else _RARE_SPACES
    if any(map(text.__contains__, rare)):
        return " ".join(text.split())
    text = text.replace("\n", " ").replace("\t", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text.strip(" ")


def squeezed(text: str) -> str:
    r"""
    Return *text* in its plain form with single spaces.

    >>> squeezed(" Tokens\nare\u00a0 signed for ")
    'Tokens are signed for'
    """
    return spaced(plain(text))


def quoted(text: str, start: int = 0, end: int = 0) -> str:
    """
    Return *text* on one line, cut around the piece from *start* to *end* if it is long.

    >>> len(quoted("word " * 1000, 2000, 2004)) < 310
    True
    """
    if len(text) <= _QUOTE:
        return " ".join(text.split())
    first = max(0, min(start - _LEAD, len(text) - _QUOTE))
    last = min(len(text), first + _QUOTE)
    first, last = _whole_words(text, first, last, start, end)
    words = " ".join(text[first:last].split())
    return f"{'… ' if first else ''}{words}{' …' if last < len(text) else ''}"


def _whole_words(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """Move the ends of a cut inwards to spaces, but never into what matters."""
    if first and (space := text.find(" ", first, start)) >= 0:
        first = space + 1
    if last < len(text) and (space := text.rfind(" ", max(end, first + 1), last)) >= 0:
        last = space
    return first, last


def _one_form(found: re.Match[str]) -> str:
    """Return what stands for a special character."""
    sign = found[0]
    known = _INSTEAD.get(sign)
    if known is None:
        known = _INSTEAD[sign] = next(form for kind, form in _KINDS if kind.match(sign))
    return known
