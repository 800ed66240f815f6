"""Gathering what a reader yields: cleaned, counted, and stopped at the limits with everything so far kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from attrs import define, evolve, field, fields

from readiness.model import DocumentFacts, Fault, Locator, Passage, ReadFault, ReadItem, ReadLimits

from ._faults import fault_of

# Whatever XML 1.0 forbids, lone surrogates among it: nothing downstream has to think of them again.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST = 10_000
_LONGEST_WORD = 200
_COUNTS = ("tracked_changes", "comments")
_MOST_OF_A_KIND = 20
_FACTS = tuple((one.name, one.default) for one in fields(DocumentFacts))


@define
class Collected:
    """What has been read so far."""

    passages: list[Passage] = field(factory=list)
    faults: list[ReadFault] = field(factory=list)
    truncated: bool = False
    characters: int = 0
    _more: Counter[Fault] = field(factory=Counter)
    _said: dict[str, Any] = field(factory=dict)
    _heading: tuple[str, ...] | None = None
    _part: str = ""
    _sheet: str = ""

    @property
    def facts(self) -> DocumentFacts:
        """What the document says of itself."""
        return DocumentFacts(**self._said)

    def learn(self, facts: DocumentFacts) -> None:
        """Let *facts* overrule what was said before wherever they say anything; what is counted is added up."""
        for name, usual in _FACTS:
            value = getattr(facts, name)
            if value != usual:
                self._said[name] = self._said.get(name, 0) + value if name in _COUNTS else _clean_value(value)

    def blame(self, fault: ReadFault) -> None:
        """Note a fault, each once; of a kind that comes again and again only the first few, and how many more."""
        fault = ReadFault(fault.fault, clean(fault.detail)[:500])
        if fault in self.faults:
            return
        if sum(1 for one in self.faults if one.fault is fault.fault) < _MOST_OF_A_KIND:
            self.faults.append(fault)
        else:
            self._more[fault.fault] += 1

    def close(self) -> None:
        """Say what was only counted, and that there was nothing if so."""
        self.faults += [ReadFault(fault, f"and {count:,} more like these") for fault, count in self._more.items()]
        if not self.passages and not self.faults:
            self.faults.append(ReadFault(Fault.EMPTY))

    def take(self, passage: Passage, limits: ReadLimits) -> bool:
        """Add a passage, in pieces if nobody could quote it as it is; all of it is kept, unless there is no room."""
        text, place = passage.text, passage.locator
        text = text.strip() if text.isprintable() else clean(text[: limits.characters + 1])
        if not self._is_sound(place):
            place = clean_locator(place)
        if text is passage.text and place is passage.locator and 0 < len(text) <= _LONGEST:
            return self._add(passage, limits)
        pieces = (text[start : start + _LONGEST] for start in range(0, len(text), _LONGEST))
        return all(self._add(Passage(piece, place), limits) for piece in pieces)

    def _add(self, passage: Passage, limits: ReadLimits) -> bool:
        characters = self.characters + len(passage.text)
        if len(self.passages) >= limits.passages or characters > limits.characters:
            self.truncated = True
            return False
        self.characters = characters
        self.passages.append(passage)
        return True

    def _is_sound(self, locator: Locator) -> bool:
        """Tell whether the words of a place, which come from the document too, need no cleaning."""
        if locator.heading is not self._heading or locator.part is not self._part or locator.sheet is not self._sheet:
            if not all(map(_is_short, (locator.part, locator.sheet, *locator.heading))):
                return False
            self._heading, self._part, self._sheet = locator.heading, locator.part, locator.sheet
        return not locator.cell or _is_short(locator.cell)


def collect(items: Iterable[ReadItem], limits: ReadLimits) -> Collected:
    """Gather *items* until they end, fail or reach a limit; a failure becomes a fault beside what was read before."""
    into = Collected()
    try:
        for item in items:
            if isinstance(item, Passage):
                if not into.take(item, limits):
                    break
            elif isinstance(item, ReadFault):
                into.blame(item)
            else:
                into.learn(item)
    except BaseException as error:  # noqa: BLE001  # a panic of a Rust library derives from BaseException
        into.faults.append(fault_of(error))
    into.close()
    return into


def clean(text: str) -> str:
    r"""
    Return *text* without characters that no output may hold, with plain line ends and no space around it.

    >>> clean(" a\x00b\r\nc\ud800 ")
    'ab\nc'
    """
    if _FORBIDDEN.search(text):
        text = _FORBIDDEN.sub("", text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.strip()


def clean_locator(locator: Locator) -> Locator:
    """Return the locator with its words cleaned as a text is, and short enough for a line of a report."""
    heading = tuple(map(_one_line, locator.heading))
    part, sheet, cell = map(_one_line, (locator.part, locator.sheet, locator.cell))
    return evolve(locator, part=part, sheet=sheet, cell=cell, heading=heading)


def _is_short(word: str) -> bool:
    return word.isprintable() and len(word) <= _LONGEST_WORD


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())[:_LONGEST_WORD]


def _clean_value(value: object) -> object:
    if isinstance(value, str):
        return clean(value)[:1000]
    if isinstance(value, tuple):
        return tuple(_clean_value(one) for one in value[:500])
    return value
