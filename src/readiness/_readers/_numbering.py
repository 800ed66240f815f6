"""The numbers that Word puts in front of headings and clauses, which stand nowhere in the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from attrs import define, field

from ._xml import Event, number

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_MOST = 100_000
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def roman(value: int) -> str:
    """
    Return a number as Rome wrote it.

    >>> roman(4), roman(2009)
    ('iv', 'mmix')
    """
    written = ""
    for worth, letters in _ROMAN:
        written += letters * (value // worth)
        value %= worth
    return written


def letters(value: int) -> str:
    """
    Return a number as Word letters its lists: after z comes aa, then bb.

    >>> letters(3), letters(27), letters(28)
    ('c', 'aa', 'bb')
    """
    return chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 9) if value > 0 else ""


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02d}".format,
    "lowerLetter": letters,
    "upperLetter": lambda value: letters(value).upper(),
    "lowerRoman": lambda value: roman(min(value, 4999)),
    "upperRoman": lambda value: roman(min(value, 4999)).upper(),
}


@define
class _Level:
    """How one level of a list is numbered."""

    start: int = 1
    format: str = "decimal"
    text: str = ""


@define
class Numbering:
    """
    Counts the numbered paragraphs of a document as they pass.

    Attributes:
        lists: list definition of each list that paragraphs name.
        levels: levels of each list definition.
        restarts: levels that a list begins anew, with the number.
        styles: list and level that a paragraph style brings.
    """

    lists: dict[str, str] = field(factory=dict)
    levels: dict[str, dict[int, _Level]] = field(factory=dict)
    restarts: dict[str, dict[int, int]] = field(factory=dict)
    styles: dict[str, tuple[str, int]] = field(factory=dict)
    _counts: dict[str, dict[int, int]] = field(factory=dict)
    _begun: set[str] = field(factory=set)

    def learn(self, events: Iterable[Event]) -> None:
        """Take in the part of a document that defines its lists."""
        definition = list_ = ""
        level = 0
        for kind, name, attributes in events:
            if kind != "start":
                continue
            value = attributes.get("val", "")
            if name == "abstractNum":
                definition, list_ = attributes.get("abstractNumId", ""), ""
            elif name == "num":
                list_ = attributes.get("numId", "")
            elif name == "abstractNumId":
                self.lists[list_] = value
            elif name in {"lvl", "lvlOverride"}:
                level = number(attributes.get("ilvl"), 0, _LEVELS)
            elif name == "startOverride":
                self.restarts.setdefault(list_, {})[level] = number(value, 1, _MOST)
            elif not list_:
                self._learn_level(name, value, self.levels.setdefault(definition, {}).setdefault(level, _Level()))

    def count(self, list_: str, level: int) -> None:
        """Pass a paragraph of a list."""
        definition = self.lists.get(list_, "")
        levels = self.levels.get(definition, {})
        if level not in levels:
            return
        counts = self._counts.setdefault(definition, {})
        if list_ not in self._begun:
            self._begun.add(list_)
            for one, start in self.restarts.get(list_, {}).items():
                counts[one] = start - 1
        counts[level] = min(counts.get(level, levels[level].start - 1) + 1, _MOST)
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]

    def label(self, list_: str, level: int) -> str:
        """Return the number in front of the paragraph passed last; empty for a bullet or an unknown list."""
        definition = self.lists.get(list_, "")
        levels, counts = self.levels.get(definition, {}), self._counts.get(definition, {})
        if level not in levels:
            return ""
        return _PLACE.sub(lambda place: _shown(levels, counts, int(place[1]) - 1), _text(levels[level])).strip()

    def _learn_level(self, name: str, value: str, level: _Level) -> None:
        if name == "start":
            level.start = number(value, 1, _MOST)
        elif name == "numFmt":
            level.format = value
        elif name == "lvlText":
            level.text = value[:40]


def _text(level: _Level) -> str:
    """Return the pattern of a label; bullets have none."""
    return level.text if level.format in FORMATS and _PLACE.search(level.text) else ""


def _shown(levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
    """Return the number of a level as it is written."""
    known = levels.get(level, _Level())
    return FORMATS.get(known.format, str)(counts.get(level, known.start))
