"""The command `check`: the gate."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from readiness._registry import renderers
from readiness._renderers._github_summary import job_summary
from readiness._words import counted
from readiness.model import Assessment, EvidenceProfile, Level, Renderer

from ._exit import Exit
from ._files import write_atomically
from ._judged import judged, laid_out
from ._outputs import TEXT, outputs
from ._screen import UNSEEN, Screen, write, write_bytes
from ._text import gap_lines, header, other_findings

_GITHUB = "github"
_SUMMARY_FILE = "GITHUB_STEP_SUMMARY"


def run(options: argparse.Namespace) -> Exit:
    """Judge the folder, write the report wherever it is wanted, and return whether it is clear."""
    wanted = outputs(options.output, options.folder, options.format)
    assessment = judged(options)
    level = Level(options.fail_on)
    profile = laid_out(assessment, options)
    files = [(one, _rendered(one.format, profile, level)) for one in wanted]  # all of them before the first is written
    if options.format == TEXT:
        write("\n".join(_report(assessment, Screen.of(sys.stdout), level)))
    else:
        write_bytes(_rendered(options.format, profile, level))
    for one, data in files:
        write_atomically(one.path, data)
        write(f"{one.path}: written as {one.format}", sys.stderr)
    if _GITHUB in {options.format, *(one.format for one in wanted)}:
        _add_job_summary(profile)
    write(_summary(len(assessment.findings_from(level)), level, len(assessment.gaps)), sys.stderr)
    return Exit.CLEAR if assessment.passes(level) else Exit.FINDINGS


def _rendered(name: str, profile: EvidenceProfile, level: Level) -> bytes:
    if name == TEXT:
        lines = _report(profile.assessment, Screen(colour=False, width=UNSEEN), level)
        return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
    renderer: Renderer = renderers.get(name)()
    return renderer.render(profile)


def _add_job_summary(profile: EvidenceProfile) -> None:
    """Add to the page that GitHub shows of a job; it names the file in the environment."""
    if name := os.environ.get(_SUMMARY_FILE):
        with Path(name).open("ab") as stream:
            stream.write(job_summary(profile))


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
