"""Write a catalogue as a folder of TOML files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from readiness._toml import write_toml
from readiness.model import Catalogue, Criterion

from ._shapes import SHAPES

_LONGEST_NAME = 60
_SHAPES = tuple(evolve(one, hidden=(*one.hidden, "rules")) if "rules" in one.keys else one for one in SHAPES)


def folder_files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """
    Yield the name and the text of each file that `load_catalogue` would read *catalogue* from.

    Its rules are not written: a catalogue that names none is judged by all of them.

    Args:
        catalogue: one without rules of its own, as all are that come from OSCAL.
    """
    yield "catalogue.toml", write_toml(catalogue, _SHAPES)
    wide = len(str(len(catalogue.criteria)))
    for number, criterion in enumerate(catalogue.criteria, start=1):
        yield f"{number:0{wide}}-{_name(criterion)}.toml", write_toml(criterion, _SHAPES)


def _name(criterion: Criterion) -> str:
    """Return the id as any system lets a file be called; the number before it keeps the order."""
    return re.sub(r"[^A-Za-z0-9.]+", "-", criterion.id).strip("-.")[:_LONGEST_NAME].rstrip("-.") or "criterion"
