"""The command `baseline`, and what ``--baseline`` means: what was known to be wrong, and what is new."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from readiness._baseline import baseline_of, baseline_toml, compare, load_baseline
from readiness._words import counted
from readiness.exceptions import InputError, Problem
from readiness.model import Assessment, Baseline, Comparison, KnownGap

from ._exit import Exit
from ._files import write_atomically
from ._judged import judged
from ._screen import Screen, tell, visible

_SHOWN = 10


def run(options: argparse.Namespace) -> Exit:
    """Write what is wrong now to a file, and say what it adds to the one that was there and what it drops."""
    old = load_baseline(options.output) if options.output.exists() else None
    assessment = judged(options)
    beside = _compared(assessment, old, options.output) if old else None
    new = baseline_of(assessment)
    write_atomically(options.output, baseline_toml(new).encode("utf-8"))
    if beside is not None:
        tell(options, f"{counted(len(beside.gone), 'entry', 'entries')} dropped, {len(beside.new)} new")
    gaps, findings = counted(len(new.gaps), "gap"), counted(len(new.findings), "finding")
    verdict = assessment.decision.value
    tell(options, f"{options.output}: {gaps} and {findings} are known from now on; the decision is still {verdict}")
    return Exit.CLEAR


def known(options: argparse.Namespace) -> Baseline | None:
    """Return the baseline that the options name, before anything is judged; ``None`` if they name none."""
    return load_baseline(options.baseline) if options.baseline else None


def compared(assessment: Assessment, baseline: Baseline | None, options: argparse.Namespace) -> Comparison | None:
    """Return what is new since *baseline*; ``None`` without one."""
    return _compared(assessment, baseline, options.baseline) if baseline else None


def _compared(assessment: Assessment, baseline: Baseline, path: Path) -> Comparison:
    if baseline.assessment != assessment.assessment:
        message = f"was written for {baseline.assessment}, not for {assessment.assessment}; write one for each"
        raise InputError([Problem(str(path), message, "assessment")])
    if baseline.organisation and baseline.organisation != assessment.organisation:
        message = f"was written for {baseline.organisation}, not for {assessment.organisation}; write one for each"
        raise InputError([Problem(str(path), message, "organisation")])
    return compare(assessment, baseline)


def gone_lines(comparison: Comparison | None, screen: Screen) -> Iterator[str]:
    """Yield the entries of a baseline that no longer occur: good news, and a reason to write it again."""
    gone = comparison.gone if comparison else ()
    if not gone:
        return
    yield f"No longer so: {counted(len(gone), 'entry', 'entries')} of the baseline; write it again to drop them."
    for one in gone[:_SHOWN]:
        if isinstance(one, KnownGap):
            said = f"{one.criterion} was {one.status.value}"
        else:
            said = f"{f'{one.criterion}: ' if one.criterion else ''}{one.message or one.fingerprint} [{one.rule}]"
        yield screen.wrap(visible(said), "  ", "    ")
    if len(gone) > _SHOWN:
        yield f"  and {len(gone) - _SHOWN} more"
