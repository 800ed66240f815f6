"""Write what was fitted into the modules of `readiness._suggest` that hold numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log2
from pathlib import Path
from textwrap import fill
from typing import Any

import numpy as np

import readiness
from readiness._suggest._common import COMMON

PACKAGE = Path(readiness.__file__).parent / "_suggest"
_GRADES = 6


def background(counts: Sequence[Counter[str]]) -> None:
    """Write how common stems are in documents with these *counts*."""
    held = Counter(name for one in counts for name in one)
    grades: list[list[str]] = [[] for _ in range(_GRADES)]
    for name, count in sorted(held.items()):
        grade = round(-log2(count / len(counts)))
        if grade < len(grades) and name not in COMMON and len(name) > 1:
            grades[grade].append(name)
    lines = [f'    """\n{fill(" ".join(one), 118)}\n    """,' for one in grades]
    body = "\n".join(["BACKGROUND = (", *lines, ")"])
    about = "Stems that stand in nearly all papers, in about half of them, in about a quarter, and so on to one in 32."
    _replace("_background.py", "BACKGROUND = ", f'{body}\n"""{about}"""\n')


def voice(heard: Mapping[str, float]) -> None:
    """Write how much each stem speaks for a paper being evidence, or against."""
    tenths = {name: round(10 * float(weight)) for name, weight in sorted(heard.items())}
    told = fill(" ".join(f"{name} {weight}" for name, weight in tenths.items() if weight), 118)
    tail = (PACKAGE / "_voice.py").read_text(encoding="utf-8")
    _replace("_voice.py", "_CONTACTPOINT = ", f'_CONTACTPOINT = """\n{told}\n"""\n{tail[tail.index("_TENTH = ") :]}')


def weights(data: Any, best: Any, foreign: Any, knots: Sequence[tuple[float, float]], least: float) -> None:
    """Write the regressions, the knots, and the threshold."""
    some = ~data.silent
    lines = [
        f"PAIR = {_model(best.pair, data.pairs)}",
        '"""How well a document matches a criterion, among documents that are evidence."""',
        f"RANK = {_model(best.rank)}",
        '"""How sure it is that such a document is evidence for one criterion rather than another."""',
        f"DOCUMENT = {_model(best.document, best.wholes[some])}",
        '"""How sure it is that a document is evidence for anything."""',
        f"FOREIGN = {_model(foreign.document, foreign.wholes[some])}",
        '"""The same for a catalogue for whose field nobody has counted words."""',
        f"KNOTS = ({', '.join(f'({raw}, {share})' for raw, share in knots)})",
        '"""Raw confidence, and the share of labelled documents that was right there; rising."""',
        f"THRESHOLD = {least}",
        '"""The confidence below which nothing is suggested."""',
        "",
    ]
    _replace("_weights.py", "PAIR = ", "\n".join(lines))


def _model(model: Any, rows: np.ndarray | None = None) -> str:
    usual = np.zeros(len(model.weights)) if rows is None else rows.mean(axis=0)
    told = (", ".join(str(round(float(one), 3)) for one in each) for each in (model.weights, usual))
    return f"Weights({round(model.bias, 3)}, {', '.join(f'({one})' for one in told)})"


def _replace(name: str, start: str, body: str) -> None:
    place = PACKAGE / name
    text = place.read_text(encoding="utf-8")
    place.write_text(text[: text.index(start)] + body, encoding="utf-8")
