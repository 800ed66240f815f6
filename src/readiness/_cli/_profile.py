"""The command `profile`: write the evidence profile."""

from __future__ import annotations

import argparse

from readiness._api import format_for
from readiness._registry import renderers
from readiness._words import counted
from readiness.exceptions import InputError, Problem
from readiness.model import Renderer

from ._exit import Exit
from ._files import write_atomically
from ._judged import judged, laid_out
from ._outputs import refuse_inside
from ._screen import tell, visible
from ._templates import read_templates


def run(options: argparse.Namespace) -> Exit:
    """Write the profile and say where; a profile full of gaps is still a profile, so this is no failure."""
    renderer = _renderer(options)
    refuse_inside(options.output, options.folder)
    assessment = judged(options)
    write_atomically(options.output, renderer.render(laid_out(assessment, options)))
    gaps = counted(len(assessment.gaps), "gap")
    who = visible(assessment.organisation)
    tell(options, f"{options.output}: {who}, {assessment.decision.value}, {gaps}")
    return Exit.CLEAR


def _renderer(options: argparse.Namespace) -> Renderer:
    form = format_for(options.output)
    if options.templates is None:
        plain: Renderer = renderers.get(form)()
        return plain
    if form != "html":
        problem = Problem(str(options.output), "--templates is for the page; write to a name that ends in .html")
        raise InputError([problem])
    own: Renderer = renderers.get(form)(templates=read_templates(options.templates), folder=str(options.templates))
    return own
