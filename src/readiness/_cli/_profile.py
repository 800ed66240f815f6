"""The command `profile`: write the evidence profile."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from readiness._api import format_for, render
from readiness._words import counted
from readiness.exceptions import InputError, Problem

from ._exit import Exit
from ._files import write_atomically
from ._judged import judged
from ._screen import visible, write


def _refuse_inside(output: Path, folder: Path) -> None:
    """Refuse to write among the evidence: it might replace a document, and would be found as one the next time."""
    if folder.is_dir() and output.resolve().is_relative_to(folder.resolve()):
        message = "lies inside the evidence folder, where only evidence belongs; write the profile beside the folder"
        raise InputError([Problem(str(output), message)])


def run(options: argparse.Namespace) -> Exit:
    """Write the profile and say where; a profile full of gaps is still a profile, so this is no failure."""
    format_name = format_for(options.output)
    _refuse_inside(options.output, options.folder)
    assessment = judged(options)
    write_atomically(options.output, render(assessment, format_name))
    gaps = counted(len(assessment.gaps), "gap")
    who = visible(assessment.organisation)
    write(f"{options.output}: {who}, {assessment.decision.value}, {gaps}", sys.stderr)
    return Exit.CLEAR
