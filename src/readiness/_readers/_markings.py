"""Protective markings: how closely a document says that it must be kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from ._zones import Zones

_DASH = r"[ \t]*[-–—:/,]?[ \t]*\[?"  # noqa: RUF001  # dashes of markings
_KIND = (
    r"(?:SENSITIVE|PERSONAL(?: DATA)?|STAFF|COMMERCIAL|LOCSEN|POLICY|INVESTIGATIONS?|MANAGEMENT|MEDICAL|PRIVATE"
    r"|CONTRACTS|HONOURS|APPOINTMENTS|LEGAL|DEPARTMENTAL)\]?"
)
_MARKING = (
    rf"(?:NOT PROTECTIVELY MARKED|UNCLASSIFIED|(?:(?:COMMERCIAL|STAFF|POLICY|MANAGEMENT|LEGAL)[ -])?IN[ -]CONFIDENCE"
    rf"|(?:STRICTLY )?(?:TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|PROTECT|OFFICIAL)(?:{_DASH}{_KIND})*)"
)
_WORDS = ("SECRET", "CONFIDEN", "RESTRICTED", "PROTECT", "OFFICIAL", "UNCLASSIFIED")
"""What is in every marking, so that most lines need no closer look."""
_LOUD = re.compile(rf"(?<![\w-]){_MARKING}(?![\w-])")
_WHOLE = re.compile(rf"[\W_]*({_MARKING})[\W_]*", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:(?:protective|security|document|government) )?(?:marking|classification|sensitivity(?: label)?)\W*"
    r"|MSIP_Label_.*_Name",
    re.IGNORECASE,
)
_RANKS = ("TOP SECRET", "SECRET", "CONFIDENTIAL", "RESTRICTED", "SENSITIVE", "PROTECT", "CONFIDENCE", "OFFICIAL")


def protective_marking(zones: Zones) -> str:
    r"""
    Return the closest protective marking that a document carries, as it stands; empty if it carries none.

    >>> protective_marking(Zones(margins=["OFFICIAL", "Page 1\tRESTRICTED - STAFF"]))
    'RESTRICTED - STAFF'
    >>> protective_marking(Zones(title=["Staff handle RESTRICTED papers with care"]))
    ''
    """
    found = [_tidy(mark) for mark in _markings(zones)]
    return min(found, key=_rank, default="")


def _markings(zones: Zones) -> Iterator[str]:
    for line in chain(zones.margins, zones.watermarks):
        yield from _whole(line) or _loud(line)
    for label, value in zones.pairs:
        if _LABEL.fullmatch(label):
            yield from _whole(value) or _loud(value)
    lines = [*zones.title, *zones.head]
    if any(map("\n".join(lines).__contains__, _WORDS)):
        for line in lines:
            yield from (mark for mark in _loud(line) if len(mark) * 2 >= len(line))
    yield from _loud(zones.subject)


def _whole(line: str) -> list[str]:
    """Return a marking that is all a line says; there it needs no capitals."""
    found = _WHOLE.fullmatch(line)
    return [found[1]] if found else []


def _loud(line: str) -> list[str]:
    """Return markings in capitals, unless all of the line is in capitals and the word only belongs to it."""
    if not any(map(line.__contains__, _WORDS)):
        return []
    return [found[0] for found in _LOUD.finditer(line) if not _is_swallowed(line, found)]


def _is_swallowed(line: str, found: re.Match[str]) -> bool:
    """Tell whether a word of capitals goes on beside a marking with no more than a space between."""
    before, after = line[: found.start()], line[found.end() :]
    return re.search(r"[A-Z]{2,} ?$", before) is not None or re.match(r" ?[A-Z]{2,}", after) is not None


def _tidy(mark: str) -> str:
    """Return a marking without a bracket that belonged to the line around it."""
    return mark if "[" in mark else mark.rstrip("]")


def _rank(mark: str) -> int:
    """Return the place of a marking, the closest first."""
    upper = mark.upper()
    return next((rank for rank, word in enumerate(_RANKS) if word in upper), len(_RANKS))
