"""The command `register`: out to a spreadsheet, and back in."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from readiness._register import (
    ACCEPTED_NAME,
    OpenRegister,
    Revision,
    brought_in,
    exported,
    followed,
    forsaken,
    holds_more,
    revised,
)
from readiness._words import counted
from readiness.exceptions import InputError, Problem

from ._acceptances import AcceptedFile, in_words, moved_in_words
from ._edits import opened, replace
from ._exit import Exit
from ._files import refuse_read_only, write_atomically
from ._screen import tell, visible, write

_LARGEST = 60_000_000


def run(options: argparse.Namespace) -> Exit:
    """Do what was asked; anything wrong is raised, with all its problems."""
    actions = {"export": _export, "import": _import}
    actions[options.action](options)
    return Exit.CLEAR


def _export(options: argparse.Namespace) -> None:
    register = opened(options)
    _refuse_over_edits(options.output, register)
    write_atomically(options.output, exported(register, str(options.output)))
    about = counted(len(register.register.documents), "document")
    claims = counted(sum(len(one.claims) for one in register.register.documents), "claim")
    tell(options, f"{options.output}: the register with {about} and {claims}")


def _refuse_over_edits(output: Path, register: OpenRegister) -> None:
    """Refuse to replace a sheet that somebody has worked in, or a file that was never one."""
    if output.is_file() and holds_more(register, _bytes(output), str(output)):
        message = "is there already, and holds what the register does not; import it first, or name another file"
        raise InputError([Problem(str(output), message)])


def _import(options: argparse.Namespace) -> None:
    register = opened(options)
    brought = brought_in(register, _bytes(options.file), str(options.file))
    if not brought.fresh and not options.anyway:
        raise InputError([Problem(str(options.file), _stale(register))])
    for name in brought.ignored:
        write(f"{options.file}: the sheet “{name}” is no part of the register and was not read", sys.stderr)
    revision = revised(register, brought.data)
    accepted = AcceptedFile.of(register)
    idle = forsaken(register, revision, accepted.accepted)
    moved = followed(register, revision, accepted.accepted, idle)
    beside = accepted.rewritten(idle, moved)
    for line in (*revision.said, *(f"{ACCEPTED_NAME}: {one}" for one in (*in_words(idle), *moved_in_words(moved)))):
        write(visible(line))
    if options.apply and beside != accepted.raw:
        refuse_read_only(register.path, accepted.path)
    _conclude(options, register, revision)
    if options.apply:
        accepted.replace(beside)


def _stale(register: OpenRegister) -> str:
    return (
        f"it was not made from {register.name} as that is now: somebody has changed the register since the export. "
        "Nothing was written. Export it again to another file and make your changes there; or add --anyway: what the "
        "sheet does not have is then taken out of the register, and you see first what that is"
    )


def _conclude(options: argparse.Namespace, register: OpenRegister, revision: Revision) -> None:
    changes = counted(len(revision.said), "change")
    if not revision.said:
        tell(options, f"{register.name}: nothing to change")
    elif options.apply:
        replace(register, revision)
        tell(options, f"{register.name}: {changes} written; export it again before you go on in the spreadsheet")
    else:
        tell(options, f"{register.name}: {changes} to make; nothing was written, add --apply to write")


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise InputError([Problem(str(path), "is a folder; give the spreadsheet itself")])
    if path.exists() and not path.is_file():
        raise InputError([Problem(str(path), "is not a file; give the spreadsheet itself")])
    with path.open("rb") as stream:
        return stream.read(_LARGEST)
