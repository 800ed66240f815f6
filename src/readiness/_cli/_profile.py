"""The command `profile`: write the evidence profile."""

from __future__ import annotations

import argparse

from readiness._api import format_for
from readiness._registry import renderers
from readiness._words import counted
from readiness.model import Renderer

from ._exit import Exit
from ._files import write_atomically
from ._judged import judged, laid_out
from ._outputs import refuse_inside
from ._screen import tell, visible


def run(options: argparse.Namespace) -> Exit:
    """Write the profile and say where; a profile full of gaps is still a profile, so this is no failure."""
    renderer: Renderer = renderers.get(format_for(options.output))()
    refuse_inside(options.output, options.folder)
    assessment = judged(options)
    write_atomically(options.output, renderer.render(laid_out(assessment, options)))
    gaps = counted(len(assessment.gaps), "gap")
    who = visible(assessment.organisation)
    tell(options, f"{options.output}: {who}, {assessment.decision.value}, {gaps}")
    return Exit.CLEAR
