"""Write what was fitted into the modules of `readiness._suggest` that hold numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log2
from pathlib import Path
from textwrap import fill
from typing import Any

import numpy as np

import readiness

PACKAGE = Path(readiness.__file__).parent / "_suggest"
_GRADES = 6


def background(counts: Sequence[Counter[str]]) -> None:
    """Write how common stems are in documents with these *counts*."""
    held = Counter(name for one in counts for name in one)
    grades: list[list[str]] = [[] for _ in range(_GRADES)]
    for name, count in sorted(held.items()):
        grade = round(-log2(count / len(counts)))
        if grade < len(grades) and len(name) > 1:
            grades[grade].append(name)
    _write("background", ["grades = [", *(f"{_text(' '.join(one))}," for one in grades), "]"])


def learned(stems: Sequence[str], criteria: Sequence[str], voice: Any, telltales: Any) -> None:
    """Write how much each stem speaks for a paper being evidence, or for a section that proves a criterion, or against."""

    def told(columns: np.ndarray, weights: np.ndarray) -> str:
        tenths = {stems[at]: round(10 * float(weight)) for at, weight in zip(columns, weights, strict=True)}
        return _text(" ".join(f"{name} {weight}" for name, weight in sorted(tenths.items()) if weight))

    lines = ["# Stems, each with what it weighs, in tenths.", "", "[voice]"]
    lines.append(f"text = {told(voice.columns, voice.weights)}")
    lines.append(f"head = {told(voice.head_columns, voice.head_weights)}")
    for column, name in enumerate(criteria):
        start = round(float(telltales.starts[column]), 1)
        words = told(telltales.columns, telltales.weights[:, column])
        lines += ["", f"[telltales.{name}]", f"start = {start}", f"words = {words}"]
    _write("contactpoint-oa", lines)


def _text(words: str) -> str:
    return f'"""\n{fill(words, 118)}\n"""'


def _write(name: str, lines: Sequence[str]) -> None:
    about = "# Learned from the labelled documents by benchmarks/fit_suggest.py; not edited by hand."
    (PACKAGE / "learned" / f"{name}.toml").write_text("\n".join([about, *lines, ""]), encoding="utf-8")


def weights(best: Any, foreign: Any, some: np.ndarray) -> None:
    """Write the regressions with their knots and thresholds; the usual document is one of *some*."""
    lines = [
        f"FIELD = Judges({_judges(*best, some)})",
        '"""For the catalogue whose words were learned."""',
        f"FOREIGN = Judges({_judges(*foreign, some)})",
        '"""For any other catalogue."""',
        "",
    ]
    place = PACKAGE / "_weights.py"
    text = place.read_text(encoding="utf-8")
    place.write_text(text[: text.index("FIELD = ")] + "\n".join(lines), encoding="utf-8")


def _judges(found: Any, knots: Sequence[tuple[float, float]], least: float, some: np.ndarray) -> str:
    told = ", ".join(f"({raw}, {share})" for raw, share in knots)
    models = f"pair={_model(found.pair, found.pairs)}, rank={_model(found.rank)}"
    return f"{models}, document={_model(found.document, found.wholes[some])}, knots=({told}), least={least}"


def _model(model: Any, rows: np.ndarray | None = None) -> str:
    usual = np.zeros(len(model.weights)) if rows is None else rows.mean(axis=0)
    told = (", ".join(str(round(float(one), 3)) for one in each) for each in (model.weights, usual))
    return f"Weights({round(model.bias, 3)}, {', '.join(f'({one})' for one in told)})"
