"""The command `gaps`: what to do, who, and by when."""

from __future__ import annotations

import argparse
import sys

from readiness._words import counted

from ._exit import Exit
from ._judged import judged
from ._screen import Screen, write
from ._text import gap_lines, header


def run(options: argparse.Namespace) -> Exit:
    """Print every gap with what to do, and return whether there are any."""
    assessment = judged(options)
    screen = Screen.of(sys.stdout)
    gaps = list(gap_lines(assessment, screen, full=True))
    write("\n".join([*header(assessment, screen), "", *gaps]).rstrip())
    write(counted(len(assessment.gaps), "gap") if gaps else "no gaps", sys.stderr)
    return Exit.FINDINGS if gaps else Exit.CLEAR
