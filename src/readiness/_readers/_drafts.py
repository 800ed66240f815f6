"""Draft marks: what says that a document is unfinished, and not merely that it speaks of drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from readiness._words import folded

from ._zones import Zones

_MOST = 20
_LONGEST_LINE = 90
_NUMBER = r"[ _]*(?:version|ver|v|no|number)?[ ._#:]*\d[\w.]*\b"
_WORD = rf"draft(?:{_NUMBER})?"
_SORT = (
    r"(?:(?:first|second|third|fourth|fifth|final|initial|early|interim|working|consultation|discussion|outline|revised"
    r"|latest|\d+(?:st|nd|rd|th))\W+)*"
)
_AFTER = r"(?:\W*(?:for|not|subject to|pending|awaiting|copy|only|document|dated|as (?:of|at)|\d).*)?"
_ISSUE = r"(?:version|ver|v|issue|revision|rev)(?: ?(?:no|number))?"
_VERSION_LABEL = re.compile(rf"(?:(?:document|current) ?)?{_ISSUE}\W*", re.IGNORECASE)
_STATUS_LABEL = re.compile(
    r"(?:(?:document|content|current|approval|publication) ?)?(?:status|state|stage)\W*", re.IGNORECASE
)


def _pattern(text: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(text.replace("MARK", "?P<mark>"), flags)


_ALONE = _pattern(rf"^[\W_]*{_SORT}(MARK{_WORD})[\W_]*{_AFTER}$")
_BEGINS = _pattern(rf"^[\W_]*{_SORT}(MARK{_WORD})\b")
_ENDS = _pattern(rf"(?:[-–—:|(\[/,]|\d)\s*{_SORT}(MARK{_WORD})[\W_]*$")  # noqa: RUF001  # dashes of titles
_LOUD = _pattern(rf"\b(MARKDRAFT(?:{_NUMBER})?)(?!\w)", 0)
_NUMBERED = _pattern(rf"\b(MARKdraft{_NUMBER})")
_EARLY = _pattern(rf"\b(MARK{_ISSUE}[ .:_]*0\.\d{{1,2}}[a-z]?)(?!\w|\.\d)")
_UNFINISHED = _pattern(
    r"^[\W_]*(MARKfor (?:consultation|comments?|discussion|review)(?: purposes)? only|work in progress"
    r"|not (?:yet )?approved|unapproved|not yet agreed)[\W_]*$"
)
_HINTS = ("draft", "0.", "approved", "yet agreed", "in progress", "s only", "t only", "n only", "w only")
"""What every mark holds; most lines hold none of it and need no closer look."""
_EARLY_NUMBER = re.compile(r"v?0\.\d{1,2}[a-z]?", re.IGNORECASE)
_LATER_NUMBER = re.compile(r"v?[1-9]\d?(?:\.\d{1,2})?[a-z]?", re.IGNORECASE)
_LATER = re.compile(r"[1-9]\d?(?:\.\d{1,2})?(?!\w|\.\d)")
_CALLED_VERSION = re.compile(rf"\b{_ISSUE}[ .:_]*\Z", re.IGNORECASE)
_FAR = 40
"""Characters between a version's number and the begin of the word for it, at most."""
_TALKS = re.compile(
    r"\b(?:is|was|were|are|be|been|has|have|had|will|should|must|may|can|shall|did|does)\b", re.IGNORECASE
)
_OF_ANOTHER = re.compile(r"\b(?:the|this|that|an?|any|each|our|of|on|to|its|their)\s+(?:\w+\s+)?$", re.IGNORECASE)


def draft_marks(zones: Zones) -> tuple[str, ...]:
    """
    Return the words that mark a document as a draft, each as it stands and once.

    >>> draft_marks(Zones(title=["Records policy (draft v2)", "The draft was approved in May"]))
    ('draft v2',)
    """
    marks: list[str] = []
    for mark in (found.strip(" .:_") for found in _marks(zones)):
        if not any(mark.lower() in earlier.lower() for earlier in marks):
            marks.append(mark)
    return tuple(marks[:_MOST])


def _marks(zones: Zones) -> Iterator[str]:
    for line in zones.watermarks:
        yield from _first(line, _ALONE, _LOUD, _BEGINS, _UNFINISHED, _EARLY)
    for label, value in zones.pairs:
        if _STATUS_LABEL.fullmatch(label) or _VERSION_LABEL.fullmatch(label):
            yield from _value_marks(label, value)
    hinted = [line for line in chain(zones.margins, zones.title) if _is_hinted(line)]
    below = [line for line in zones.head if _is_hinted(line)]
    finished = bool(hinted or below or zones.columns) and _has_later_version(zones)
    for line in hinted:
        if not (finished and _EARLY.search(line)):
            yield from _title_marks(line)
    if not finished:
        yield from _early_marks(hinted, below, zones.columns)


def _is_hinted(line: str) -> bool:
    return any(map(folded(line).__contains__, _HINTS))


def _value_marks(label: str, value: str) -> Iterator[str]:
    """Take a value whose label says that it is a status or a version."""
    if _EARLY_NUMBER.fullmatch(value) and _VERSION_LABEL.fullmatch(label):
        yield f"{label} {value}"
    else:
        yield from _first(value, _ALONE, _NUMBERED, _UNFINISHED)


def _title_marks(line: str) -> Iterator[str]:
    """Take a line of a title or a margin, where a draft is named as such: at its begin, its end or in capitals."""
    if not _is_short_note(line):
        return
    loud = () if line.isupper() else (_LOUD,)
    yield from _first(line, _BEGINS, _ENDS, *loud, _NUMBERED, _UNFINISHED)


def _is_short_note(line: str) -> bool:
    """Return whether a line is no sentence."""
    return len(line) <= _LONGEST_LINE and not line.endswith(".") and not _TALKS.search(line)


def _early_marks(hinted: list[str], below: list[str], columns: list[tuple[str, str]]) -> Iterator[str]:
    """Take versions below 1, and lines below the title that say nothing but that they head a draft."""
    above, below = (list(filter(_is_short_note, some)) for some in (hinted, below))
    for line in (*above, *below):
        yield from _first(line, _EARLY)
    for line in below:
        yield from _first(line, _ALONE, _UNFINISHED)
    early = [value for label, value in columns if _VERSION_LABEL.fullmatch(label) and _EARLY_NUMBER.fullmatch(value)]
    yield from (f"version {value}" for value in early[-1:])


def _has_later_version(zones: Zones) -> bool:
    """Tell whether a version of 1 or above is named, so that drafts named beside it are history."""
    values = (value for label, value in chain(zones.pairs, zones.columns) if _VERSION_LABEL.fullmatch(label))
    named = "\n".join(chain(zones.title, zones.head, zones.margins))  # no number reaches from line to line
    return any(map(_LATER_NUMBER.fullmatch, values)) or any(
        _CALLED_VERSION.search(named[max(0, found.start() - _FAR) : found.start()]) for found in _LATER.finditer(named)
    )


def _first(line: str, *patterns: re.Pattern[str]) -> Iterator[str]:
    """Yield the first mark that is found and is not said of another paper."""
    for pattern in patterns:
        found = pattern.search(line)
        if found and not _OF_ANOTHER.search(line[: found.start("mark")]):
            yield found["mark"]
            return
