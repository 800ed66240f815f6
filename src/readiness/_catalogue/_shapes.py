"""How the classes of a catalogue are written in TOML."""

from __future__ import annotations

import attrs
from cattrs import Converter

from readiness._toml import Shape, add_rules, add_shapes, strict_converter
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
    Subject,
    Threshold,
    Vocabulary,
    Withdrawn,
)

SHAPES = (
    Shape(Source),
    Shape(Strand),
    Shape(Withdrawn),
    Shape(Threshold),
    Shape(AssessmentSpec),
    Shape(Aspect),
    Shape(Vocabulary),
    Shape(Subject),
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
    return add_shapes(add_rules(strict_converter()), SHAPES)
