"""The command `config`: what holds for `check`, and where each value came from."""

from __future__ import annotations

import argparse
from pathlib import Path

from ._exit import Exit
from ._screen import visible, write
from ._settings import NAMES, nearest


def run(options: argparse.Namespace) -> Exit:
    """Print each setting with its value and its source."""
    here = Path.cwd()
    file = nearest(here)
    shown_file = file.name if file and file.parent == here else file
    none = "no readiness.toml, and no pyproject.toml with [tool.readiness]"
    write(f"# {visible(str(shown_file or none))}")
    shown = {key: _shown(getattr(options, name)) for name, key in NAMES.items()}
    wide = max(map(len, shown)), max(map(len, shown.values()))
    for name, key in NAMES.items():
        write(visible(f"{key:<{wide[0]}}  {shown[key]:<{wide[1]}}  {options.sources[name]}"))
    return Exit.CLEAR


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return (", ".join(map(str, value)) if isinstance(value, list) else str(value or "")) or "-"
