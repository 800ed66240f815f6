"""Versions as people write them, in a document, in a register and in the name of a file."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import IntEnum
from functools import lru_cache
from pathlib import PurePosixPath

from attrs import evolve, frozen

_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SHORTEST_FAMILY = 3
_DATE_FIRST = re.compile(
    r"((?:19|20)\d\d[\s._-]*(?:0[1-9]|1[0-2])[\s._-]*(?:0[1-9]|[12]\d|3[01]))(?!\d)[\s._-]*(?=[^\s._-])(.+)"
)
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_GAP = r"[\s._-]*"
_BOUND = r"(?<![a-z0-9.])"
_END = r"[\s._)-]*$"


def version_of(text: str) -> tuple[int, ...] | None:
    """
    Return the numbers of a version, without noughts at the end; ``None`` if it has none.

    >>> version_of("v1.20"), version_of("Version 2.0 (final)"), version_of("final")
    ((1, 20), (2,), None)
    """
    found = _NUMBER.search(text)
    if found is None:
        return None
    numbers = [int(one) for one in found[0].split(".")]
    while len(numbers) > 1 and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


class Later(IntEnum):
    """Whether a file holds a later version of a document than another, by their names."""

    NO = 0
    MAYBE = 1
    YES = 2


@frozen(kw_only=True)
class Name:
    """
    The name of a file, taken apart.

    Attributes:
        family: what the names of all versions of one document have in common.
        version: as in ``v1.2``; empty if the name gives none.
        numbered: a bare number with a dot, as in ``policy 1.2``, which may be a version or a chapter.
        date: year, month and day, as far as the name gives them.
        rank: -1 for a draft, 1 for a final version, 0 otherwise.
        copy: as in ``policy (2)``; 0 if it is none.
    """

    family: str
    version: tuple[int, ...] = ()
    numbered: tuple[int, ...] = ()
    date: tuple[int, ...] = ()
    rank: int = 0
    copy: int = 0

    def later_than(self, other: Name) -> Later:
        """
        Return whether this name is that of a later version: a number of a version decides, anything else only hints.

        >>> named("policy v1.3.doc").later_than(named("policy v1.2 final.doc")).name
        'YES'
        >>> named("minutes March 2009.doc").later_than(named("minutes Feb 2009.doc")).name
        'MAYBE'
        """
        if self.family != other.family or len(self.family) < _SHORTEST_FAMILY:
            return Later.NO
        if self.version != other.version:
            sure = Later.YES if other.version else Later.MAYBE
            return sure if self.version > (other.version or (1,)) else Later.NO
        for mine, theirs in ((self.numbered, other.numbered), (self.date, other.date)):
            if mine != theirs:
                known = min(len(mine), len(theirs))
                return Later.MAYBE if mine[:known] > theirs[:known] else Later.NO
        if self.rank != other.rank:
            return Later.NO if self.rank < other.rank else Later(min(self.rank - other.rank, Later.YES))
        return Later.MAYBE if self.copy > other.copy else Later.NO


@lru_cache(maxsize=1 << 15)
def named(path: str) -> Name:
    """
    Return the name of the file at *path*, its marks taken off from the end one by one; a date in front counts as one.

    >>> one = named("hr/Misuse_Policy v1.2 FINAL.docx")
    >>> one.family, one.version, one.rank
    ('misuse policy', (1, 2), 1)
    >>> named("2009-01-31 Misuse policy.docx").date
    (2009, 1, 31)
    """
    name = Name(family=_DATE_FIRST.sub(r"\2 \1", PurePosixPath(path).stem.lower()))
    while found := _last_mark(name.family):
        mark, take = found
        name = evolve(take(name, mark), family=name.family[: mark.start()])
    return evolve(name, family=" ".join(re.split(r"[\s._-]+", name.family)).strip())


def _last_mark(text: str) -> tuple[re.Match[str], Callable[[Name, re.Match[str]], Name]] | None:
    for pattern, take in _MARKS:
        if (found := pattern.search(text)) and found.end() > found.start():
            return found, take
    return None


def _version(name: Name, found: re.Match[str]) -> Name:
    return evolve(name, version=version_of(found["number"]) or ())


def _numbered(name: Name, found: re.Match[str]) -> Name:
    return evolve(name, numbered=version_of(found["number"]) or ())


def _copy(name: Name, found: re.Match[str]) -> Name:
    return evolve(name, copy=int(found["number"] or 1))


def _rank(name: Name, found: re.Match[str]) -> Name:
    return evolve(name, rank=-1 if found["word"] == "draft" else 1)


def _dated(name: Name, found: re.Match[str]) -> Name:
    parts = found.groupdict()
    month, day = parts.get("month"), parts.get("day")
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month) if month else 0
    known = [int(parts["year"]), *([number] if number else []), *([int(day)] if day else [])]
    return evolve(name, date=tuple(known))


_MARKS: tuple[tuple[re.Pattern[str], Callable[[Name, re.Match[str]], Name]], ...] = tuple(
    (re.compile(pattern + _END), take)
    for pattern, take in (
        (_BOUND + r"(?:v|ver|version|rev|revision|issue)" + _GAP + r"(?P<number>\d{1,3}(?:\.\d{1,3})*)", _version),
        (r"\((?P<number>\d{1,2})\)", _copy),
        (r"(?<=[\s_-])copy" + _GAP + r"(?P<number>\d{0,2})", _copy),
        (_BOUND + r"(?P<word>draft|final|approved)", _rank),
        (r"(?<!\d)" + _YEAR + _GAP + r"(?P<month>0[1-9]|1[0-2])" + _GAP + r"(?P<day>0[1-9]|[12]\d|3[01])", _dated),
        (_BOUND + r"(?P<day>0?[1-9]|[12]\d|3[01])[\s._-]+(?P<month>0?[1-9]|1[0-2])[\s._-]+" + _YEAR, _dated),
        (_BOUND + r"(?:(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?" + _GAP + ")?" + _MONTH + _GAP + _YEAR, _dated),
        (r"(?<!\d)" + _YEAR + _GAP + _MONTH, _dated),
        (r"(?<!\d)" + _YEAR + r"[\s._-]+(?P<month>0[1-9]|1[0-2])", _dated),
        (r"(?<!\d)" + _YEAR, _dated),
        (_BOUND + r"(?P<number>\d{1,2}\.\d{1,2}(?:\.\d{1,2})*)", _numbered),
    )
)
