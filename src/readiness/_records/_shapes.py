"""From the JSON of an assessment to values: strict about what it needs, deaf to keys that a later version adds."""

from __future__ import annotations

from typing import Any

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from readiness._toml import Shape, strict_converter
from readiness.model import (
    Finding,
    Location,
    Record,
    RecordedAction,
    RecordedCatalogue,
    RecordedCriterion,
    RecordedDecision,
    RecordedDocument,
    RecordedLink,
    RecordedWaiver,
    Threshold,
)

SHAPES = (
    Shape(Location),
    Shape(Finding),
    Shape(RecordedLink),
    Shape(RecordedAction),
    Shape(RecordedWaiver, {"from_": "from"}),
    Shape(RecordedDecision),
    Shape(RecordedCriterion),
    Shape(RecordedDocument),
    Shape(RecordedCatalogue),
    Shape(Threshold),
    Shape(Record, hidden=("source",)),
)
"""Innermost first."""
_SINCE_1_0 = {
    Location: ("line", "column", "part"),
    Finding: ("fix",),
    RecordedLink: ("locator",),
    RecordedAction: ("who", "rag", "overdue"),
    RecordedCriterion: ("reasons", "links", "actions", "findings", "waiver", "not_applicable"),
    RecordedDocument: ("sha256", "registered", "state"),
    Record: ("criteria", "findings", "documents", "system", "generator"),
}
"""Keys that every version has, though the value has a default: one that is missing means a damaged file."""


def converter() -> Converter:
    """Return what turns parsed JSON into a `Record`, and reports every mistake."""
    made = strict_converter()
    for shape in SHAPES:
        overrides: Any = {name: override(rename=key) for name, key in shape.keys.items()}
        overrides |= {name: override(omit=True) for name in shape.hidden}
        hook: Any = make_dict_structure_fn(shape.cls, made, **overrides)
        made.register_structure_hook(shape.cls, _object(hook, _SINCE_1_0.get(shape.cls, ())))
    return made


def _object(hook: Any, required: tuple[str, ...]) -> Any:
    def structure(value: Any, cls: Any) -> Any:
        if not isinstance(value, dict):
            raise TypeError(f"expected an object in braces, found {_found(value)}")
        if missing := [name for name in required if name not in value]:
            raise ValueError(f"{', '.join(missing)} missing; every assessment has it")
        return hook(value, cls)

    return structure


def _found(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, list):
        return "a list"
    return f"{value!r:.60}"
