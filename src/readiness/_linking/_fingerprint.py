"""A fingerprint of the words of a text: the same after saving it in another program, another after any edit."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from readiness.model import DocumentText, Passage

from ._parts import Part, part_of
from ._text import plain

_DIGITS = 32
_COUNTER = re.compile(r"\b(?:page|p\.|slide|sheet)\s*\d+(?:\s*(?:of|/)\s*\d+)?\b", re.IGNORECASE)
_SELF_FILLING = re.compile(
    r"""
    \d+$                                            # a page number
    |\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$               # a date
    |\d{1,2}:\d\d(?::\d\d)?(?:[ap]m)?$              # a time
    |\d{1,2}(?:st|nd|rd|th),?$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6},?$
    |(?:mon|tues|wednes|thurs|fri|satur|sun)day,?$   # words of a date
    |.*\.(?:docx?|docm|odt|ott|rtf|pdf|xlsx?|ods|pptx?|odp|html?|txt)$   # the name of the file
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
    words = _words("\n".join(body))
    others = {" ".join(_words(text)) for text in beside}
    others.update(word for text in margin for word in _lasting(text))
    count = len(words) + sum(len(text.split()) for text in (*beside, *margin, *aside))
    if not words and not others:
        return "", count
    return _hashed([" ".join(words), *sorted(others)]), count


def text_fingerprint(passages: Iterable[Passage]) -> str:
    """Return the fingerprint of some passages in their order; empty if they hold no word."""
    words = _words("\n".join(one.text for one in passages))
    return _hashed([" ".join(words)]) if words else ""


def _parted(passages: Iterable[Passage]) -> tuple[list[str], list[str], list[str], list[str]]:
    """Return the texts of the body, of what stands beside it, of the margins and of the comments."""
    body: list[str] = []
    into: dict[Part, list[str]] = {Part.BODY: body, Part.BESIDE: [], Part.MARGIN: [], Part.ASIDE: []}
    for one in passages:
        if part := one.locator.part:
            into[part_of(part)].append(one.text)
        else:
            body.append(one.text)
    return body, into[Part.BESIDE], into[Part.MARGIN], into[Part.ASIDE]


def _words(text: str) -> list[str]:
    """Return the words in their plain form; the strokes that readers put between cells are none."""
    return plain(text).replace("|", " ").split()


def _lasting(text: str) -> list[str]:
    """Return the words of a margin that do not fill themselves in."""
    return [word for word in _words(_COUNTER.sub(" ", text)) if not _SELF_FILLING.match(word)]


def _hashed(pieces: list[str]) -> str:
    return hashlib.sha256("\0".join(pieces).encode("utf-8", "replace")).hexdigest()[:_DIGITS]
