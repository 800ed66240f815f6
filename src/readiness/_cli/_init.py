"""The command `init`: write a first register."""

from __future__ import annotations

import argparse
import sys

from readiness import _api, _desk
from readiness._evidence import walk
from readiness._register import ACCEPTED_NAME, REGISTER_NAME, REJECTED_NAME, Start, starter
from readiness._words import counted, listed
from readiness.exceptions import InputError, Problem
from readiness.model import Catalogue

from ._exit import Exit
from ._files import write_new
from ._judged import today
from ._screen import tell, write


def run(options: argparse.Namespace) -> Exit:
    """Write the register for the documents found; never over one that is there."""
    folder = _desk.existing_folder(options.folder)
    catalogue = _api.load_catalogue(options.catalogue)
    walked = list(walk(folder))
    paths = [one.path for one in walked if not one.skipped and one.path not in {ACCEPTED_NAME, REJECTED_NAME}]
    start = Start(
        organisation=options.organisation,
        system=options.system,
        assessment=options.assessment,
        due=options.due,
        catalogue=options.catalogue or "",
    )
    target = folder / REGISTER_NAME
    text = starter(str(folder), paths, catalogue, start, today().year)
    try:
        write_new(target, text.encode("utf-8"))
    except FileExistsError:
        message = "there is a register already; it was left as it is. Edit it, or move it away first"
        raise InputError([Problem(str(target), message)]) from None
    except PermissionError:
        raise InputError([Problem(str(target), "its folder may not be written to; ask for the right to")]) from None
    for one in walked:
        if one.blind:
            write(f"could not look at {one.path}: {one.skipped}", sys.stderr)
    written = f"{target}: written for {counted(len(paths), 'document')}"
    tell(options, f"{written}; open it and fill in what you know{_first(start, catalogue)}")
    return Exit.CLEAR


def _first(start: Start, catalogue: Catalogue) -> str:
    """Return what has to be filled in before anything can be judged, as the end of a sentence."""
    spec = catalogue.assessment(start.assessment) if start.assessment else next(iter(catalogue.assessments[-1:]), None)
    given = {
        "organisation": start.organisation,
        "assessment": start.assessment or catalogue.assessments,
        "due": start.due or (spec and spec.due),
    }
    missing = [name for name, value in given.items() if not value]
    them = "it" if len(missing) == 1 else "them"
    return f", {listed(missing)} first: without {them} nothing can be judged" if missing else ""
