"""Readings as JSON values and back, for the store and for worker processes."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from readiness.model import Citation, DocumentFacts, Fault, Locator, ReadFault, Reading, Spot

from ._checked import flag, listed, number, pairs, record, text, texts

Check = Callable[[object], Any]
_FACTS: dict[str, Check] = {
    "title": text, "author": text, "created": text, "modified": text, "page_count": number, "properties": pairs,
    "tracked_changes": number, "comments": number, "draft_marks": texts, "protective_marking": text, "macros": flag,
    "suffix_mismatch": text,
}  # fmt: skip
_LOCATOR: dict[str, Check] = {
    "page": number, "heading": texts, "paragraph": number, "table": number, "row": number, "column": number,
    "line": number, "sheet": text, "cell": text, "slide": number, "part": text,
}  # fmt: skip
_NO_FACTS, _NOWHERE = DocumentFacts(), Locator()
_SHAPES = {
    type(one): (names, attrgetter(*names)) for one, names in ((_NO_FACTS, tuple(_FACTS)), (_NOWHERE, tuple(_LOCATOR)))
}
_READING_PARTS, _CITATION_PARTS, _PAIR = 10, 7, 2


def reading_to_wire(reading: Reading) -> list[Any]:
    """Return *reading* without its closer look as values that JSON can hold."""
    return [
        reading.path,
        reading.format,
        reading.reader,
        reading.sha256,
        reading.words,
        reading.fingerprint,
        int(reading.truncated),
        [[one.fault.name, one.detail] for one in reading.faults],
        _set_of(reading.facts, _NO_FACTS),
        [_citation_to_wire(one) for one in reading.citations],
    ]


def reading_from_wire(value: object) -> Reading:
    """
    Return the reading that `reading_to_wire` wrote.

    Raises:
        ValueError: the value is something else.
    """
    path, format_, reader, sha256, words, mark, truncated, faults, facts, cited = listed(value, _READING_PARTS)
    return Reading(
        path=text(path),
        format=text(format_),
        reader=text(reader),
        sha256=text(sha256),
        facts=DocumentFacts(**_checked(facts, _FACTS)) if facts else _NO_FACTS,
        faults=tuple([_fault(one) for one in listed(faults)]),
        truncated=flag(truncated),
        words=number(words),
        fingerprint=text(mark),
        citations=tuple([_citation(one) for one in listed(cited)]),
    )


def spot_to_wire(spot: Spot) -> list[Any]:
    """Return *spot* as values that JSON can hold; only what is set of its locator is written."""
    return [_set_of(spot.locator, _NOWHERE), spot.quote]


def spot_from_wire(value: object) -> Spot:
    """
    Return the spot that `spot_to_wire` wrote.

    Raises:
        ValueError: the value is something else.
    """
    place, quote = listed(value, _PAIR)
    return Spot(Locator(**_checked(place, _LOCATOR)), text(quote))


def _set_of(value: DocumentFacts | Locator, unset: DocumentFacts | Locator) -> dict[str, Any]:
    """Return what is set of a value, tuples as lists."""
    names, parts = _SHAPES[type(unset)]
    return {name: _plain(it) for name, it, was in zip(names, parts(value), parts(unset), strict=True) if it != was}


def _plain(value: object) -> object:
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _checked(value: object, checks: dict[str, Check]) -> dict[str, Any]:
    try:
        return {name: checks[name](one) for name, one in record(value).items()}
    except KeyError as error:
        raise ValueError(f"{error} is not known") from error


def _fault(value: object) -> ReadFault:
    name, detail = listed(value, _PAIR)
    try:
        return ReadFault(Fault[text(name)], text(detail))
    except KeyError as error:
        raise ValueError(f"{error} is no fault") from error


def _citation_to_wire(citation: Citation) -> list[Any]:
    spot = spot_to_wire(citation.spot)
    marks = [int(citation.known), int(citation.typo), int(citation.denied)]
    return [citation.criterion, citation.written, spot, citation.count, *marks]


def _citation(value: object) -> Citation:
    criterion, written, spot, count, known, typo, denied = listed(value, _CITATION_PARTS)
    return Citation(
        criterion=text(criterion),
        written=text(written),
        spot=spot_from_wire(spot),
        count=number(count),
        known=flag(known),
        typo=flag(typo),
        denied=flag(denied),
    )
