"""The command `gaps`: what to do, who, and by when."""

from __future__ import annotations

import argparse

from readiness._words import counted

from ._baseline import compared, gone_lines, known
from ._exit import Exit
from ._forms import hand_over, screen_of
from ._judged import judged
from ._outputs import refuse_other_than_text
from ._screen import tell
from ._text import gap_lines, header

_OTHERS = "; `readiness report actions` and `readiness profile` write gaps in other formats"


def run(options: argparse.Namespace) -> Exit:
    """Print or write every gap with what to do, and return whether there are any, or any new ones."""
    if options.output:
        refuse_other_than_text(options.output, _OTHERS)
    baseline = known(options)
    assessment = judged(options)
    beside = compared(assessment, baseline, options)
    screen = screen_of(options)
    gaps = list(gap_lines(assessment, screen, beside, full=True))
    text = "\n".join([*header(assessment, screen), "", *gaps, *gone_lines(beside, screen)])
    hand_over(options.output, lambda _: text)
    said = counted(len(assessment.gaps), "gap") if gaps else "no gaps"
    if taken := sum(bool(one.taken) for one in assessment.results):
        said = f"{said}, {taken} of which {assessment.assessment} takes"
    said = f"{options.output}: {said}" if options.output else said
    tell(options, f"{said}: {len(beside.new_gaps)} new, {len(beside.known_gaps)} known" if beside else said)
    held = beside.held if beside else assessment.shortfalls or any(one.in_the_way for one in assessment.results)
    return Exit.FINDINGS if held else Exit.CLEAR
