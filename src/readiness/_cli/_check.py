"""The command `check`: the gate."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from readiness._api import render
from readiness._words import counted
from readiness.model import Assessment, Level

from ._exit import Exit
from ._judged import judged
from ._screen import Screen, write, write_bytes
from ._text import gap_lines, header, other_findings


def run(options: argparse.Namespace) -> Exit:
    """Judge the folder, print the report, and return whether it is clear."""
    assessment = judged(options)
    level = Level(options.fail_on)
    counting = assessment.findings_from(level)
    if options.format == "json":
        write_bytes(render(assessment, "json"))
    else:
        write("\n".join(_report(assessment, Screen.of(sys.stdout), level)))
    write(_summary(len(counting), level, len(assessment.gaps)), sys.stderr)
    return Exit.CLEAR if assessment.passes(level) else Exit.FINDINGS


def _report(assessment: Assessment, screen: Screen, level: Level) -> Iterator[str]:
    yield from header(assessment, screen)
    gaps = list(gap_lines(assessment, screen, full=False))
    if gaps:
        yield ""
        yield from gaps
    shown = level if level is not Level.ERROR else Level.WARNING
    others = list(other_findings(assessment, screen, shown))
    if others:
        yield ""
        yield "Also:"
        yield from others


def _summary(number: int, level: Level, gaps: int) -> str:
    above = "" if level is Level.ERROR else " or above"
    found = f"{counted(number, 'finding')} at level {level.value}{above}"
    if not number and not gaps:
        return f"clear: no {found[2:]}"
    tuned = "" if number else f", but {counted(gaps, 'gap')}: a NO-GO is never clear"
    return f"{found}{tuned}; `readiness gaps` says what to do about each gap"
