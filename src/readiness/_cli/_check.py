"""The command `check`: the gate."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from readiness._registry import renderers
from readiness._words import counted
from readiness.model import Assessment, Comparison, EvidenceProfile, Level, Renderer

from ._baseline import compared, gone_lines, known
from ._exit import Exit
from ._files import write_atomically
from ._judged import judged, laid_out
from ._options import TEXT
from ._outputs import outputs
from ._screen import UNSEEN, Screen, tell, write, write_bytes
from ._settings import UNTOUCHED
from ._text import gap_lines, header, how_many, other_findings

_GITHUB = "github"
_SUMMARY_FILE = "GITHUB_STEP_SUMMARY"
_WHAT_TO_DO = "`readiness gaps` says what to do about each gap"


def run(options: argparse.Namespace) -> Exit:
    """Judge the folder, write the report wherever it is wanted, and return whether it is clear."""
    wanted = outputs(options.output, options.format)
    baseline = known(options)
    assessment = judged(options)
    level = _level(options, assessment)
    profile = laid_out(assessment, options, compared(assessment, baseline, options))
    files = [(one, _rendered(one.format, profile, level)) for one in wanted]  # all of them before the first is written
    if options.format == TEXT:
        write("\n".join(_report(profile, Screen.of(sys.stdout, options.color), level)))
    else:
        write_bytes(_rendered(options.format, profile, level))
    for one, data in files:
        write_atomically(one.path, data)
        tell(options, f"{one.path}: written as {one.format}")
    if _GITHUB in {options.format, *(one.format for one in wanted)}:
        _add_job_summary(profile)
    tell(options, _summary(profile, level))
    gate = profile.comparison or assessment
    return Exit.CLEAR if gate.passes(level) else Exit.FINDINGS


def refuse_outputs(options: argparse.Namespace) -> None:
    """Refuse formats that there are not; with every one."""
    outputs(options.output, options.format)


def _level(options: argparse.Namespace, assessment: Assessment) -> Level:
    """Return the level that was asked for, or else that of the assessment."""
    own = assessment.threshold.fail_on
    return own if own is not None and options.sources["fail_on"] == UNTOUCHED else Level(options.fail_on)


def _rendered(name: str, profile: EvidenceProfile, level: Level) -> bytes:
    if name == TEXT:
        lines = _report(profile, Screen(colour=False, width=UNSEEN), level)
        return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
    renderer: Renderer = renderers.made(name)
    return renderer.render(profile)


def _add_job_summary(profile: EvidenceProfile) -> None:
    """Add to the page that GitHub shows of a job; it names the file in the environment."""
    if name := os.environ.get(_SUMMARY_FILE):
        from readiness._renderers._github_summary import job_summary  # noqa: PLC0415 - hardly ever needed

        with Path(name).open("ab") as stream:
            stream.write(job_summary(profile))


def _report(profile: EvidenceProfile, screen: Screen, level: Level) -> Iterator[str]:
    assessment, beside = profile.assessment, profile.comparison
    yield from header(assessment, screen)
    if beside is not None:
        yield screen.wrap(_beside(beside))
    gaps = list(gap_lines(assessment, screen, beside, full=False))
    if gaps:
        yield ""
        yield from gaps
    shown = level if level is not Level.ERROR else Level.WARNING
    others = list(other_findings(assessment, screen, shown, beside))
    if others:
        yield ""
        yield "Also:"
        yield from others
    if gone := list(gone_lines(beside, screen)):
        yield from ("", *gone)


def _beside(comparison: Comparison) -> str:
    """Return how many gaps are known; they are gaps all the same."""
    known_gaps, new = counted(len(comparison.known_gaps), "known gap"), counted(len(comparison.new_gaps), "new one")
    return f"Beside the baseline: {known_gaps}, {new}; {counted(len(comparison.known), 'known finding')}."


def _summary(profile: EvidenceProfile, level: Level) -> str:
    assessment, beside = profile.assessment, profile.comparison
    number = len((beside or assessment).findings_from(level))
    above = "" if level is Level.ERROR else " or above"
    new = "" if beside is None else "new "
    found = f"{counted(number, f'{new}finding')} at level {level.value}{above}"
    if beside is not None:
        return f"{_known_summary(found, beside, assessment)}{_unseen(profile)}"
    taken = sum(bool(one.taken) for one in assessment.results)
    if assessment.passes(level):
        part = f" in {how_many(assessment)}" if assessment.partial else ""
        besides = f"; {counted(taken, 'gap')} that {assessment.assessment} takes" if taken else ""
        return f"clear: no {found[2:]}{part}{besides}{_unseen(profile)}"
    held = len(assessment.gaps) - taken
    reason = f"{counted(held, 'gap')}: a NO-GO is never clear" if held else " ".join(assessment.shortfalls)
    return f"{found}{'' if number else f', but {reason}'}; {_WHAT_TO_DO}"


def _unseen(profile: EvidenceProfile) -> str:
    """Return how much could not be looked at although it holds nothing back, as the end of a sentence."""
    from readiness._renderers._said import unseen  # noqa: PLC0415 - most runs end otherwise

    number = sum(not one.holds for one in unseen(profile))
    return f"; {counted(number, 'file or folder', 'files or folders')} could not be looked at" if number else ""


def _known_summary(found: str, beside: Comparison, assessment: Assessment) -> str:
    """Return what is new; with nothing new the gate is open, but nobody is told that all is well."""
    new = f" and {counted(len(beside.held), 'new or worse gap')}" if beside.held else ""
    gaps, verdict = counted(len(beside.known_gaps), "known gap"), assessment.decision.value
    return f"{found}{new}; {gaps}, {verdict}; {_WHAT_TO_DO}" if assessment.gaps else f"{found}; {verdict}"
