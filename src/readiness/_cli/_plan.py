"""The command `plan`: show what was understood of a project plan."""

from __future__ import annotations

import argparse

from readiness._api import load_catalogue, read_plan
from readiness._renderers._plan_csv import plan_csv
from readiness._renderers._plan_json import plan_json
from readiness._renderers._plan_table import plan_table
from readiness._words import counted

from ._exit import Exit
from ._forms import form_of, hand_over
from ._options import TEXT
from ._screen import tell

_SUFFIXES = {".csv": "csv", ".json": "json", ".txt": TEXT}


def run(options: argparse.Namespace) -> Exit:
    """Print the plan; what could not be used of it is part of the output, and counted on standard error."""
    form = form_of(options, _SUFFIXES)
    plan = read_plan(options.file, load_catalogue(options.catalogue))
    if form == TEXT:
        hand_over(options.output, lambda width: plan_table(plan, options.as_of, width=width))
    else:
        hand_over(options.output, (plan_json if form == "json" else plan_csv)(plan, options.as_of))
    unused = counted(len(plan.problems), "cell or line", "cells or lines")
    where = f"{options.output}: " if options.output else ""
    tell(options, f"{where}{counted(len(plan.actions), 'action')}; {unused} not used")
    return Exit.CLEAR
