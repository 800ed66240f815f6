"""
Documents as JSON values and back: what travels from the cage, and what the store keeps.

Passages go by columns: all texts, then for each kind of place that any of them has its values. Headings, which many
passages share, are written once. Who reads it back trusts nothing: a worker in hostile hands can say what it likes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any, cast

from attrs import astuple, fields

from readiness.model import DocumentFacts, DocumentText, Fault, Locator, Passage, ReadFault, ReadLimits

_PLACES = tuple(one.name for one in fields(Locator))
_UNSET = tuple(one.default for one in fields(Locator))
_place = attrgetter(*_PLACES)
_FACTS = tuple((one.name, one.default) for one in fields(DocumentFacts))
_facts_of = attrgetter(*(name for name, _ in _FACTS))


def document_to_wire(document: DocumentText) -> dict[str, Any]:
    """Return *document* as values that JSON can hold; what is not set of a place or a fact is not written."""
    headings: dict[tuple[str, ...], int] = {}
    return {
        "path": document.path,
        "format": document.format,
        "texts": [passage.text for passage in document.passages],
        "places": _columns([_place(passage.locator) for passage in document.passages], headings),
        "headings": list(headings),
        "facts": {
            name: value
            for (name, usual), value in zip(_FACTS, _facts_of(document.facts), strict=True)
            if value != usual
        },
        "faults": [[one.fault.name, one.detail] for one in document.faults],
        "sha256": document.sha256,
        "truncated": document.truncated,
        "reader": document.reader,
    }


def document_from_wire(value: object) -> DocumentText:
    """
    Return the document that `document_to_wire` wrote.

    Raises:
        ValueError: the value is something else.
    """
    try:
        return _document(cast("dict[str, Any]", value))
    except (KeyError, TypeError, AttributeError, IndexError, ValueError) as error:
        raise ValueError(f"not a document: {error}") from error


def limits_to_wire(limits: ReadLimits) -> list[int]:
    """Return *limits* as numbers in the order of their fields."""
    return list(astuple(limits))


def limits_from_wire(values: Iterable[int]) -> ReadLimits:
    """Return the limits that `limits_to_wire` wrote."""
    return ReadLimits(**dict(zip((one.name for one in fields(ReadLimits)), values, strict=True)))


def _columns(rows: list[tuple[Any, ...]], headings: dict[tuple[str, ...], int]) -> dict[str, list[Any]]:
    """Turn places into columns by name, those that are set anywhere; headings become numbers."""
    columns: dict[str, list[Any]] = {}
    for name, usual, values in zip(_PLACES, _UNSET, zip(*rows, strict=True), strict=False):
        if values.count(usual) == len(values):
            continue
        if name == "heading":
            columns[name] = [headings.setdefault(value, len(headings)) for value in values]
        else:
            columns[name] = list(values)
    return columns


def _document(value: dict[str, Any]) -> DocumentText:
    return DocumentText(
        path=_text(value["path"]),
        format=_text(value["format"]),
        passages=tuple(map(Passage, _texts(value["texts"]), _locators(value, len(value["texts"])))),
        facts=_facts(value["facts"]),
        faults=tuple(ReadFault(Fault[name], _text(detail)) for name, detail in value["faults"]),
        sha256=_text(value["sha256"]),
        truncated=value["truncated"] is True,
        reader=_text(value["reader"]),
    )


def _locators(value: dict[str, Any], count: int) -> Iterable[Locator]:
    """Turn columns into places again."""
    headings = [tuple(_texts(heading)) for heading in value["headings"]]
    columns: dict[str, Sequence[Any]] = {}
    for name, values in value["places"].items():
        if len(values) != count:
            raise TypeError(f"{name}: not one for each passage")
        if name == "heading":
            columns[name] = [headings[number] for number in values]
        else:
            columns[name] = _texts(values) if _UNSET[_PLACES.index(name)] == "" else _numbers(values)
    if not columns:
        return [Locator()] * count
    return [Locator(**dict(zip(columns, row, strict=True))) for row in zip(*columns.values(), strict=True)]


def _facts(value: dict[str, Any]) -> DocumentFacts:
    said = dict(value)
    said["properties"] = tuple((_text(name), _text(text)) for name, text in said.get("properties", ()))
    said["draft_marks"] = tuple(_texts(said.get("draft_marks", ())))
    for name, usual in _FACTS:
        expected = (int, type(None)) if usual is None else type(usual)
        if name in said and not isinstance(said[name], expected):
            raise TypeError(f"{name}: not what it ought to be")
    return DocumentFacts(**said)


def _texts(values: Sequence[Any]) -> Sequence[str]:
    if not set(map(type, values)) <= {str}:
        raise TypeError("not only texts")
    return values


def _numbers(values: Sequence[Any]) -> Sequence[int | None]:
    if not set(map(type, values)) <= {int, type(None)}:
        raise TypeError("not only numbers")
    return values


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value
