"""The patterns by which ids are met in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

_PARTS = r"(?P<points>(?:\.\d{1,3})+)|(?P<rounds>(?:[ \u00a0]?\(\d{1,3}\))+)"
_SPACE = r"[ \u00a0\u2007\u2009\u202f\n]"
_GAP = rf"(?:{_SPACE}{{0,2}}[-_#:\u2010-\u2013]?{_SPACE}{{0,2}}|{_SPACE}[Nn](?:o|umber)\.?{_SPACE}{{0,2}})"
_PLURAL = rf"(?:(?<=[A-Z][A-Z])s(?={_SPACE}))?"
_ANY_GAP = r"s?[\s_#:.\u2010-\u2013-]{0,6}(?:n(?:o|umber)\.?\s{0,2})?\d"


def slips(prefix: str) -> tuple[str, ...]:
    """Return the ways a prefix is mistyped: two letters swapped, a nought for an O."""
    swapped = {prefix[:i] + prefix[i + 1] + prefix[i] + prefix[i + 2 :] for i in range(len(prefix) - 1)}
    return tuple(sorted((swapped | {prefix.replace("O", "0")}) - {prefix}))


def numbers(text: str) -> tuple[int, ...]:
    """Return the numbers that stand in *text*, in order."""
    return tuple(map(int, re.findall(r"\d+", text)))


def parts_of(shape: re.Match[str]) -> tuple[int, ...]:
    """Return the numbers after the first, as in ``AC-2(1)``; none where the list of criteria has no such ids."""
    named = shape.re.groupindex
    return numbers(shape["points"] or shape["rounds"] or "") if "points" in named else ()


def numbered_pattern(prefixes: list[str], *, parted: bool) -> re.Pattern[str] | None:
    """Return the pattern of ids that are letters and a number; ``None`` if there are none."""
    if not prefixes:
        return None
    spellings = [r"\.?".join(map(_either_case, form)) + r"\.?" for one in prefixes for form in (one, *slips(one))]
    prefix = rf"(?<!\w)(?P<prefix>{'|'.join(spellings)})"
    parts = rf"(?:{_PARTS})?" if parted else ""
    return re.compile(prefix + _PLURAL + _GAP + rf"0*(?P<number>\d{{1,3}}){parts}(?!\w|\.\d|,\d{{3}}(?!\d))")


def signs(spellings: Iterable[str]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield each way to spell a prefix, and a pattern of it with what has to follow, in a text without full stops."""
    for form in map(str.lower, spellings):
        yield form, re.compile(re.escape(form) + _ANY_GAP)


def _either_case(letter: str) -> str:
    """Return a pattern of *letter*; unlike `re.IGNORECASE` it takes no look-alike such as the Kelvin sign for it."""
    return f"[{letter.upper()}{letter.lower()}]"


def other_pattern(listed: tuple[str, ...], other: Mapping[str, str]) -> re.Pattern[str] | None:
    """Return the pattern of ids of any other shape; ``None`` if there are none."""
    spelled = sorted((one for one in listed if one.casefold() in other), key=len, reverse=True)
    if not spelled:
        return None
    return re.compile(rf"(?<![\w.-])(?:{'|'.join(map(re.escape, spelled))})(?![\w-]|\.\w)", re.IGNORECASE)
