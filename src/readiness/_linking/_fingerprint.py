"""A fingerprint of the words of a text: the same after saving it in another program, another after any edit."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from readiness.model import DocumentText, Passage

from ._parts import Part, part_of
from ._text import plain
from ._where import column_number

_DIGITS = 32
_MADE_UP = ("picture", "slide master")
"""Parts that some programs drop and others make up: what describes a picture, and what a blank slide says."""
_LINK = re.compile(r" ?<[A-Za-z][A-Za-z0-9+.-]{1,20}:[^<>\s]{0,4000}> ?")
_LIST_MARK = re.compile(
    r"(?m)^[ \t]{0,20}(?:\((?:\d{1,3}(?:\.\d{1,3}){0,5}|[A-Za-z]|[ivxlIVXL]{1,6})[.)]?"
    r"|(?:\d{1,3}(?:\.\d{1,3}){0,5}|[A-Za-z]|[ivxlIVXL]{1,6})[.)]"
    r"|(?P<bare>\d{1,3}(?:\.\d{1,3}){0,5}|[A-Za-z]|[ivxlIVXL]{2,6})"
    r"|[^\w\s+<=\u00a3$\u20ac%?!\u2611\u2612\u2717\u2718\u25a0])?"
    r"[ \t]{0,20}\t[ \t]{0,20}"
)
"""A number or a bullet and the tab behind it, which one program writes into the text and another only shows."""
_BULLET_LETTER = "o"
"""What a font for bullets draws as a circle."""
_ERROR = re.compile(r"(?<!\S)(?:#[A-Z0-9/]{2,12}[!?]|#N/A|Err:\d{3})(?!\S)")
"""What a cell shows whose formula failed; some readers see nothing there."""
_TRUTH = {"TRUE": "1", "FALSE": "0"}
"""What a cell shows that holds one of two; some programs keep the word, others the number."""
_NUMBER = re.compile(r"(?<![\d.])\d{1,15}\.\d{10,40}(?![\d.])")
"""A number as a computer keeps it; programs differ in its last digits."""
_LONG_FRACTION = re.compile(r"\.\d{10}")
"""What every such number holds, and hardly any text: a search that begins with a sign is a quick one."""
_ROW = re.compile(r"([A-Z]{1,3})\d{1,7}(?::([A-Z]{1,3})\d{1,7})?")
_MARK = re.compile(r"[xXyYnN\u2022\u2611\u2612\u2713-\u2718\u25a0\u25cf]|[Yy]es|YES|[Nn]o|NO")
"""What a person puts into a cell of a form to choose it."""
_VERSION = re.compile(r"\b(version|issue|revision|edition|rev|v)[.:]?\s?(\d{1,3})(?![\d./-])", re.IGNORECASE)
"""A number in a margin that does not fill itself in."""
_COUNTER = re.compile(r"\b(?:page|p\.|slide|sheet)\s*\d+(?:\s*(?:of|/)\s*\d+)?\b", re.IGNORECASE)
_SELF_FILLING = re.compile(
    r"""
    \d+$                                            # a page number
    |\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$               # a date
    |\d{1,2}:\d\d(?::\d\d)?(?:[ap]m)?$              # a time
    |\d{1,2}(?:st|nd|rd|th),?$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6},?$
    |(?:mon|tues|wednes|thurs|fri|satur|sun)day,?$   # words of a date
    |pages?$|p\.$|of$|/$|-+$                         # what stands around a page number
    |.*\.(?:docx?|docm|dotx?|f?od[tsp]|ott|rtf|pdf|xlsx?|xlsm|pptx?|html?|txt|md)$   # the name of the file
    """,
    re.VERBOSE | re.IGNORECASE,
)


def fingerprint(document: DocumentText) -> tuple[str, int]:
    """
    Return the fingerprint of a document's text, and how many words were read.

    The running text counts in its order, every other part as one of a set: programs write headers and notes in orders
    of their own, some of them once for each section. Comments do not count; they are about the text. In margins, what
    fills itself in (page numbers, dates, the name of the file) does not count either.
    """
    body, beside, margin, aside = _parted(document.passages)
    columns = _columns(document.passages)
    words = _words("\n".join(body))
    others = {" ".join(_words(text)) for text in beside}
    others.update(word for text in margin for word in _lasting(text))
    count = len(words) + sum(len(text.split()) for text in (*beside, *margin, *aside))
    if not words and not others:
        return "", count
    return _hashed([" ".join(words), *sorted(others), *columns]), count


def text_fingerprint(passages: Iterable[Passage]) -> str:
    """Return the fingerprint of some passages in their order; empty if they hold no word."""
    passages = tuple(passages)
    words = _words("\n".join(one.text for one in passages))
    return _hashed([" ".join(words), *_columns(passages)]) if words else ""


def _columns(passages: Iterable[Passage]) -> list[str]:
    """
    Return what says a thing by its column: rows of sheets that leave cells empty, and crosses in tables of a text.

    A cross in the next cell says another thing. Only marks count in tables of a text, as programs number the columns
    beside merged cells in ways of their own.
    """
    sparse = []
    for one in passages:
        if one.locator.column is not None:
            if not one.locator.part and _MARK.fullmatch(one.text.strip()):
                sparse.append(f"{one.locator.column} {one.text.strip()}")
            continue
        found = None if one.locator.part or not one.locator.cell else _ROW.fullmatch(one.locator.cell)
        if found and column_number(found[2] or found[1]) > one.text.count(" | ") + 1:
            sparse.append(" ".join((found[1], found[2] or "", *_words(one.text))))
    return sparse


def _parted(passages: Iterable[Passage]) -> tuple[list[str], list[str], list[str], list[str]]:
    """Return the texts of the body, of what stands beside it, of the margins and of the comments."""
    body: list[str] = []
    into: dict[Part, list[str]] = {Part.BODY: body, Part.BESIDE: [], Part.MARGIN: [], Part.ASIDE: []}
    for one in passages:
        part = one.locator.part
        if not part:
            body.append(one.text)
        else:
            into[Part.ASIDE if part.endswith(_MADE_UP) else part_of(part)].append(one.text)
    return body, into[Part.BESIDE], into[Part.MARGIN], into[Part.ASIDE]


def _words(text: str) -> list[str]:
    """
    Return the words in their plain form, without what readers add and what programs draw.

    Those are strokes between cells, the addresses that links lead to, numbers and bullets of lists, and failed sums.
    """
    text = plain(text)
    if "<" in text:
        text = _LINK.sub("", text)
    if "\t" in text:
        text = _LIST_MARK.sub(_Marks(), text)
    if "#" in text or "Err:" in text:
        text = _ERROR.sub(" ", text)
    words = text.replace("|", " ").split()
    if "TRUE" in words or "FALSE" in words:
        words = [_TRUTH.get(word, word) for word in words]
    return [_NUMBER.sub(_rounded, word) for word in words] if _LONG_FRACTION.search(text) else words


class _Marks:
    """
    Takes the marks of a list away, one after the other.

    A number or a letter without a stop goes only where it comes next, as in a list; elsewhere it is a figure, or the
    answer to a question.
    """

    def __init__(self) -> None:
        self._last: dict[tuple[str, ...], int] = {}

    def __call__(self, found: re.Match[str]) -> str:
        bare = found["bare"]
        return "" if bare is None or self._comes_next(bare) else found[0]

    def _comes_next(self, mark: str) -> bool:
        if mark == _BULLET_LETTER or (len(mark) > 1 and mark.isalpha()):
            return True
        *above, own = mark.split(".")
        level = ("A" if mark.isupper() else "a",) if mark.isalpha() else (*above, "1")
        number = int(own) if own.isdigit() else ord(own.lower()) - ord("a") + 1
        if number not in {1, self._last.get(level, 0) + 1}:
            return mark in {"i", "I"}
        self._last[level] = number
        return True


def _rounded(found: re.Match[str]) -> str:
    return f"{float(found[0]):.9g}"


def _lasting(text: str) -> list[str]:
    """Return the words of a margin that do not fill themselves in."""
    return [word for word in _words(_VERSION.sub(r"\1=\2", _COUNTER.sub(" ", text))) if not _SELF_FILLING.match(word)]


def _hashed(pieces: list[str]) -> str:
    return hashlib.sha256("\0".join(pieces).encode("utf-8", "replace")).hexdigest()[:_DIGITS]
