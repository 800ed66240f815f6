"""The command `gaps`: what to do, who, and by when."""

from __future__ import annotations

import argparse
import sys

from readiness._words import counted

from ._baseline import compared, gone_lines, known
from ._exit import Exit
from ._judged import judged
from ._screen import Screen, tell, write
from ._text import gap_lines, header


def run(options: argparse.Namespace) -> Exit:
    """Print every gap with what to do, and return whether there are any, or any new ones."""
    baseline = known(options)
    assessment = judged(options)
    beside = compared(assessment, baseline, options)
    screen = Screen.of(sys.stdout, options.color)
    gaps = list(gap_lines(assessment, screen, beside, full=True))
    write("\n".join([*header(assessment, screen), "", *gaps, *gone_lines(beside, screen)]).rstrip())
    said = counted(len(assessment.gaps), "gap") if gaps else "no gaps"
    if taken := sum(bool(one.taken) for one in assessment.results):
        said = f"{said}, {taken} of which {assessment.assessment} takes"
    tell(options, f"{said}: {len(beside.new_gaps)} new, {len(beside.known_gaps)} known" if beside else said)
    held = beside.held if beside else assessment.shortfalls or any(one.in_the_way for one in assessment.results)
    return Exit.FINDINGS if held else Exit.CLEAR
