"""The command `config`: what holds for `check`, and where each value came from."""

from __future__ import annotations

import argparse
from pathlib import Path

from ._exit import Exit
from ._screen import visible, write
from ._settings import NAMES, nearest, shown


def run(options: argparse.Namespace) -> Exit:
    """Print each setting with its value and its source."""
    here = Path.cwd()
    file = nearest(here)
    shown_file = file.name if file and file.parent == here else file
    none = "no readiness.toml, and no pyproject.toml with [tool.readiness]"
    write(f"# {visible(str(shown_file or none))}")
    values = {key: shown(getattr(options, name)) for name, key in NAMES.items()}
    wide = max(map(len, values)), max(map(len, values.values()))
    for name, key in NAMES.items():
        write(visible(f"{key:<{wide[0]}}  {values[key]:<{wide[1]}}  {options.sources[name]}"))
    return Exit.CLEAR
