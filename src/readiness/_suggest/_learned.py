"""
What `benchmarks/fit_suggest.py` learned from labelled documents; it is kept beside this module in `learned/`.

How common stems are holds for all catalogues; what tells a paper that is evidence, or a section that proves a
criterion, for the one catalogue that a file is named after. Another catalogue does without.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import field, frozen

_TENTH = 0.1


@frozen
class Voice:
    """
    Stems, and how much each speaks for a paper being evidence, or against.

    Attributes:
        text: those of what it says.
        head: those of its name and title.
    """

    text: Mapping[str, float] = field(factory=dict)
    head: Mapping[str, float] = field(factory=dict)


@frozen
class Telltales:
    """
    Words by which a section that proves a criterion is told, for the criteria that are looked for.

    Attributes:
        words: stems, each with the numbers of criteria and how much it speaks for them, or against.
        starts: of each criterion by its number, the log of the odds of a section that has none of these words.
    """

    words: Mapping[str, tuple[tuple[int, float], ...]] = field(factory=dict)
    starts: tuple[float, ...] = ()


def background() -> Mapping[str, int]:
    """Return common stems, each with its grade: 0 if it stands in nearly all papers, 1 in about half, and so on."""
    grades = _learned("background")["grades"]
    return {name: grade for grade, names in enumerate(grades) for name in names.split()}


def voice_for(catalogue: str) -> Voice:
    """Return the words of papers that are evidence, for a catalogue by its id; none if nobody has learned them."""
    told = _learned(catalogue).get("voice", {})
    return Voice(_read(told.get("text", "")), _read(told.get("head", "")))


def telltales_for(catalogue: str, criteria: Iterable[str]) -> Telltales:
    """
    Return the words by which *criteria* are told; one that was not learned has none, and starts where others do.

    Args:
        catalogue: its id.
        criteria: their ids, in the order of their numbers.
    """
    learned = _learned(catalogue).get("telltales", {})
    if not learned:
        return Telltales()
    usual = sum(one["start"] for one in learned.values()) / len(learned)
    found: dict[str, list[tuple[int, float]]] = {}
    starts: list[float] = []
    for number, name in enumerate(criteria):
        one = learned.get(name, {"start": usual, "words": ""})
        starts.append(one["start"])
        for word, weight in _read(one["words"]).items():
            found.setdefault(word, []).append((number, weight))
    return Telltales({word: tuple(weights) for word, weights in found.items()}, tuple(starts))


def digest_of(catalogue: str) -> str:
    """Return a text that changes when what was learned does, so that nothing is kept that was said by other words."""
    wire = [_learned("background"), _learned(catalogue)]
    return hashlib.sha256(json.dumps(wire, sort_keys=True).encode("ascii")).hexdigest()[:16]


@cache
def _learned(name: str) -> Mapping[str, Any]:
    here = files("readiness._suggest").joinpath("learned")
    found = {one.name: one for one in here.iterdir()}.get(f"{name}.toml")
    return tomllib.loads(found.read_text(encoding="utf-8")) if found else {}


def _read(told: str) -> dict[str, float]:
    """Return stems with what each weighs; they are written with tenths."""
    names, tenths = told.split()[::2], told.split()[1::2]
    return {name: int(weight) * _TENTH for name, weight in zip(names, tenths, strict=True)}
