"""NIST's JSON Schema of OSCAL, made ready for a checker that does not know the classes of Unicode by name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema

SCHEMA = Path(__file__).parent / "schemas" / "oscal-1.2.3.json"
ROOTS = {
    "assessment-results": "oscal-complete-oscal-ar:assessment-results",
    "plan-of-action-and-milestones": "oscal-complete-oscal-poam:plan-of-action-and-milestones",
    "catalog": "oscal-complete-oscal-catalog:catalog",
}


@cache
def _checker(root: str) -> jsonschema.Draft7Validator:
    text = SCHEMA.read_text(encoding="utf-8").replace(r"\\p{L}", r"[^\\W\\d_]").replace(r"\\p{N}", r"\\d")
    definition = f"#/definitions/{ROOTS[root]}"
    whole = {
        "definitions": json.loads(text)["definitions"],
        "type": "object",
        "properties": {root: {"$ref": definition}},
        "required": [root],
        "additionalProperties": False,
    }
    return jsonschema.Draft7Validator(whole, format_checker=jsonschema.FormatChecker())


def faults(output: bytes, root: str) -> list[str]:
    """Return what NIST's schema has against a document."""
    return [f"{error.json_path}: {error.message[:200]}" for error in _checker(root).iter_errors(json.loads(output))]


def objects(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of a document."""
    if isinstance(tree, dict):
        yield tree
    for one in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from objects(one)
