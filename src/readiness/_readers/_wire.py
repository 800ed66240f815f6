"""Documents as JSON values and back: what travels from the cage, and what the store keeps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from attrs import asdict, astuple, fields

from readiness.model import DocumentFacts, DocumentText, Fault, Locator, Passage, ReadFault, ReadLimits

_LOCATOR = tuple(attribute.name for attribute in fields(Locator))
_UNSET = Locator()


def document_to_wire(document: DocumentText) -> dict[str, Any]:
    """Return *document* as values that JSON can hold; only what is set of a locator is written."""
    return {
        "path": document.path,
        "format": document.format,
        "passages": [[passage.text, _locator_to_wire(passage.locator)] for passage in document.passages],
        "facts": asdict(document.facts),
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
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a document: {error}") from error


def limits_to_wire(limits: ReadLimits) -> list[int]:
    """Return *limits* as numbers in the order of their fields."""
    return list(astuple(limits))


def limits_from_wire(values: Iterable[int]) -> ReadLimits:
    """Return the limits that `limits_to_wire` wrote."""
    return ReadLimits(**dict(zip((one.name for one in fields(ReadLimits)), values, strict=True)))


def _locator_to_wire(locator: Locator) -> dict[str, Any]:
    return {name: value for name in _LOCATOR if (value := getattr(locator, name)) != getattr(_UNSET, name)}


def _document(value: dict[str, Any]) -> DocumentText:
    return DocumentText(
        path=value["path"],
        format=value["format"],
        passages=tuple(Passage(text, _locator(place)) for text, place in value["passages"]),
        facts=_facts(value["facts"]),
        faults=tuple(ReadFault(Fault[name], detail) for name, detail in value["faults"]),
        sha256=value["sha256"],
        truncated=value["truncated"],
        reader=value["reader"],
    )


def _locator(place: dict[str, Any]) -> Locator:
    if "heading" in place:
        place["heading"] = tuple(place["heading"])
    return Locator(**place)


def _facts(value: dict[str, Any]) -> DocumentFacts:
    properties = tuple((name, text) for name, text in value["properties"])
    return DocumentFacts(**{**value, "properties": properties, "draft_marks": tuple(value["draft_marks"])})
