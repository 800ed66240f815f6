"""The command `profile`: write the evidence profile."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from readiness._api import format_for
from readiness._rendering import Own, renderer_of
from readiness._words import counted
from readiness.exceptions import InputError, Problem
from readiness.model import Renderer

from ._baseline import compared, known
from ._exit import Exit
from ._files import write_atomically
from ._judged import judged, laid_out
from ._screen import tell, visible
from ._templates import own_of
from ._text import how_many


def run(options: argparse.Namespace) -> Exit:
    """Write the profile and say where; a profile full of gaps is still a profile, so this is no failure."""
    own = own_of(options)
    renderers = dict(_renderers(options.output, own))
    baseline = known(options)
    assessment = judged(options)
    profile = laid_out(assessment, options, compared(assessment, baseline, options), own.phrasing)
    made = {path: renderer.render(profile) for path, renderer in renderers.items()}
    gaps = counted(len(assessment.gaps), "gap")
    who = visible(assessment.organisation)
    part = f", {how_many(assessment)}" if assessment.partial else ""
    for path, data in made.items():
        write_atomically(path, data)
        tell(options, f"{path}: {who}, {assessment.decision.value}, {gaps}{part}")
    return Exit.CLEAR


def refuse_outputs(options: argparse.Namespace) -> None:
    """Refuse formats that there are not; with every one."""
    dict(_renderers(options.output, own_of(options)))


def _renderers(paths: list[Path], own: Own) -> Iterator[tuple[Path, Renderer]]:
    """
    Yield each file with what renders it.

    Raises:
        InputError: with every mistake of all files.
    """
    problems: list[Problem] = []
    for number, path in enumerate(paths):
        try:
            renderer = renderer_of(format_for(path), own)
        except InputError as error:
            problems += error.problems
        else:
            if path.resolve() in {one.resolve() for one in paths[:number]}:
                problems.append(Problem(str(path), "is asked for twice; name it once"))
            yield path, renderer
    if problems:
        raise InputError(problems)
