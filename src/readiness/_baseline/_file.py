"""Read and write the file of a baseline."""

from __future__ import annotations

from pathlib import Path

from readiness._toml import Lines, Shape, load_toml, write_toml
from readiness.exceptions import InputError, Problem
from readiness.model import Baseline, KnownFinding, KnownGap

SHAPES = (Shape(KnownGap), Shape(KnownFinding), Shape(Baseline, {"gaps": "gap", "findings": "finding"}))
_HEAD = """\
# What was known to be wrong when this was written. `readiness baseline write` writes it, and drops what is mended.
# Known gaps do not fail `readiness check --baseline`. They are still gaps, and the decision is still NO-GO.

"""


def load_baseline(path: Path) -> Baseline:
    """
    Return the baseline of the file at *path*.

    Raises:
        InputError: with every problem of the file, each with its line.
    """
    baseline, lines = load_toml(path, Baseline, SHAPES)
    if problems := [*_twice(baseline, str(path), lines)]:
        raise InputError(problems)
    return baseline


def _twice(baseline: Baseline, name: str, lines: Lines) -> list[Problem]:
    """Return a problem for each entry that stands twice, as after two people's changes were put together."""
    problems = []
    keyed = (
        ("gap", [one.criterion for one in baseline.gaps]),
        ("finding", [one.fingerprint for one in baseline.findings]),
    )
    for table, keys in keyed:
        for index, key in enumerate(keys):
            if key in keys[:index]:
                message = "stands twice; keep one, or write the baseline again"
                problems.append(Problem(name, message, f"{table}[{index + 1}]", lines.line((table, index))))
    return problems


def baseline_toml(baseline: Baseline) -> str:
    """Return the text of the file; the same baseline always gives the same text."""
    return _HEAD + write_toml(baseline, SHAPES)
