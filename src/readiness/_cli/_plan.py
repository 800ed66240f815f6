"""The command `plan`: show what was understood of a project plan."""

from __future__ import annotations

import argparse
import sys

from readiness._api import load_catalogue, read_plan
from readiness._renderers._plan_csv import plan_csv
from readiness._renderers._plan_json import plan_json
from readiness._renderers._plan_table import plan_table
from readiness._words import counted

from ._exit import Exit
from ._screen import Screen, tell, write, write_bytes


def run(options: argparse.Namespace) -> Exit:
    """Print the plan; what could not be used of it is part of the output, and counted on standard error."""
    plan = read_plan(options.file, load_catalogue(options.catalogue))
    if options.format == "json":
        write_bytes(plan_json(plan, options.as_of))
    elif options.format == "csv":
        write_bytes(plan_csv(plan, options.as_of))
    else:
        write(plan_table(plan, options.as_of, width=Screen.of(sys.stdout, options.color).width).rstrip())
    unused = counted(len(plan.problems), "cell or line", "cells or lines")
    tell(options, f"{counted(len(plan.actions), 'action')}; {unused} not used")
    return Exit.CLEAR
