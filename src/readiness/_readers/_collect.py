"""Gathering what a reader yields: cleaned, counted, and stopped at the limits with everything so far kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import define, evolve, field, fields

from readiness.model import DocumentFacts, Fault, Locator, Passage, ReadFault, ReadItem, ReadLimits

from ._faults import fault_of

# Whatever XML 1.0 forbids, lone surrogates among it: nothing downstream has to think of them again.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST = 10_000
_EMPTY_FACTS = DocumentFacts()


@define
class Collected:
    """What has been read so far."""

    passages: list[Passage] = field(factory=list)
    facts: DocumentFacts = _EMPTY_FACTS
    faults: list[ReadFault] = field(factory=list)
    truncated: bool = False
    characters: int = 0


def collect(items: Iterable[ReadItem], limits: ReadLimits) -> Collected:
    """Gather *items* until they end, fail or reach a limit; a failure becomes a fault beside what was read before."""
    into = Collected()
    try:
        for item in items:
            if not _take(item, into, limits):
                break
    except BaseException as error:  # noqa: BLE001  # a panic of a Rust library derives from BaseException
        into.faults.append(fault_of(error))
    if not into.passages and not into.faults:
        into.faults.append(ReadFault(Fault.EMPTY))
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


def _take(item: ReadItem, into: Collected, limits: ReadLimits) -> bool:
    """Add one item and return whether there is room for more."""
    if isinstance(item, ReadFault):
        if item not in into.faults:
            into.faults.append(ReadFault(item.fault, clean(item.detail)[:500]))
        return True
    if isinstance(item, DocumentFacts):
        into.facts = _merged(into.facts, item)
        return True
    for piece in _pieces(item.text[: limits.characters]):
        if len(into.passages) >= limits.passages or into.characters + len(piece) > limits.characters:
            into.truncated = True
            return False
        into.characters += len(piece)
        into.passages.append(Passage(piece, clean_locator(item.locator)))
    return True


def _pieces(text: str) -> Iterator[str]:
    """Cut a text that nobody could quote into pieces; all of it is kept."""
    text = clean(text)
    for start in range(0, len(text), _LONGEST):
        yield text[start : start + _LONGEST]


def clean_locator(locator: Locator) -> Locator:
    """Return the locator with its words cleaned as a text is; they come from the document too."""
    words = (locator.part, locator.sheet, locator.cell, *locator.heading)
    if all(word.isprintable() and len(word) <= 200 for word in words):  # noqa: PLR2004  # a line of a report
        return locator
    heading = tuple(_one_line(word) for word in locator.heading)
    return evolve(locator, part=_one_line(locator.part), sheet=_one_line(locator.sheet), heading=heading)


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())[:200]


def _merged(old: DocumentFacts, new: DocumentFacts) -> DocumentFacts:
    """Let *new* fill in and overrule *old* wherever it says anything."""
    said: dict[str, Any] = {}
    for attribute in fields(DocumentFacts):
        value = getattr(new, attribute.name)
        if value != getattr(_EMPTY_FACTS, attribute.name):
            said[attribute.name] = _clean_value(value)
    return evolve(old, **said) if said else old


def _clean_value(value: object) -> object:
    if isinstance(value, str):
        return clean(value)[:1000]
    if isinstance(value, tuple):
        return tuple(_clean_value(one) for one in value[:500])
    return value
