"""How the classes of a catalogue are written in TOML."""

from __future__ import annotations

from typing import Any, cast

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn

from readiness._registry import rules
from readiness._toml import Shape, add_shapes, strict_converter
from readiness.exceptions import PluginError
from readiness.model import (
    Aspect,
    AssessmentSpec,
    Candidate,
    Catalogue,
    Criterion,
    FolderRule,
    Provenance,
    Rule,
    Source,
    Strand,
    Vocabulary,
    Withdrawn,
)

SHAPES = (
    Shape(Source),
    Shape(Strand),
    Shape(Withdrawn),
    Shape(AssessmentSpec),
    Shape(Aspect),
    Shape(Vocabulary),
    Shape(Provenance),
    Shape(Candidate),
    Shape(Criterion, {"aspects": "aspect", "candidates": "candidate", "rules": "rule"}, hidden=("file",)),
    Shape(
        Catalogue,
        {"strands": "strand", "assessments": "assessment", "sources": "source", "rules": "rule"},
        hidden=("criteria",),
    ),
)


def catalogue_converter() -> Converter:
    """Return the converter of catalogues; a ``[[rule]]`` becomes the rule that its ``kind`` names."""
    for cls in (Criterion, Catalogue):
        # The model names `Rule` for type checkers only, as the protocol itself speaks of criteria.
        attrs.resolve_types(cls, localns={"Rule": Rule, "FolderRule": FolderRule})
    converter = strict_converter()
    # Not `register_structure_hook`: from Python 3.12 on, cattrs takes a class that fits a protocol for the protocol.
    converter.register_structure_hook_func(lambda cls: cls is Rule, lambda value, _: _own_rule(value, converter))
    converter.register_structure_hook_func(_is_any_rule, lambda value, _: _rule(value, converter))
    return add_shapes(converter, SHAPES)


def _is_any_rule(cls: Any) -> bool:
    return bool(cls == Rule | FolderRule)


def _own_rule(value: Any, converter: Converter) -> Rule:
    """Return a rule of one criterion, which cannot be one about the folder as a whole."""
    rule = _rule(value, converter)
    if not hasattr(rule, "check"):
        raise ValueError(f"{rule.kind!r} judges the folder as a whole; put it into catalogue.toml")
    return cast("Rule", rule)


def _rule(value: Any, converter: Converter) -> Rule | FolderRule:
    if not isinstance(value, dict) or not isinstance(value.get("kind"), str):
        raise TypeError('a [[rule]] needs its kind, such as kind = "has-evidence"')
    try:
        cls = rules.get(value["kind"])
    except PluginError as error:
        raise ValueError(f"unknown rule: {error}") from error
    if not attrs.has(cls):
        raise TypeError(f"the rule {value['kind']!r} is not an attrs class")
    options = {key: one for key, one in value.items() if key != "kind"}
    structure: Any = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True)
    return cast("Rule | FolderRule", structure(options, cls))
