"""The command `profile`: write the evidence profile."""

from __future__ import annotations

import argparse

from readiness._api import format_for
from readiness._rendering import renderer_of
from readiness._words import counted

from ._baseline import compared, known
from ._exit import Exit
from ._files import write_atomically
from ._judged import judged, laid_out
from ._outputs import refuse_inside
from ._screen import tell, visible
from ._templates import own_of
from ._text import how_many


def run(options: argparse.Namespace) -> Exit:
    """Write the profile and say where; a profile full of gaps is still a profile, so this is no failure."""
    own = own_of(options)
    renderer = renderer_of(format_for(options.output), own)
    refuse_inside(options.output, options.folder)
    baseline = known(options)
    assessment = judged(options)
    beside = compared(assessment, baseline, options)
    write_atomically(options.output, renderer.render(laid_out(assessment, options, beside, own.phrasing)))
    gaps = counted(len(assessment.gaps), "gap")
    who = visible(assessment.organisation)
    part = f", {how_many(assessment)}" if assessment.partial else ""
    tell(options, f"{options.output}: {who}, {assessment.decision.value}, {gaps}{part}")
    return Exit.CLEAR
