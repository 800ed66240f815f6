"""The command `wording`: the words of the outputs, to begin one's own with, or a check of one's own."""

from __future__ import annotations

import argparse

from readiness._wording import WORDING_NAME, load_wording, usual_wording
from readiness._words import counted

from ._exit import Exit
from ._screen import write


def run(options: argparse.Namespace) -> Exit:
    """Print the usual words as a file, or say that somebody's own file is right."""
    if options.file is None:
        write(usual_wording().rstrip())
        return Exit.CLEAR
    path = options.file / WORDING_NAME if options.file.is_dir() else options.file
    found = load_wording(path)
    write(f"{path}: no problems: {counted(len(found.words), 'word')} of your own")
    return Exit.CLEAR
