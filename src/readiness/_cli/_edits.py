"""What the commands that change the register share: open it, write it unless somebody else did, name a document."""

from __future__ import annotations

import argparse
from pathlib import Path

from readiness._api import load_catalogue
from readiness._desk import existing_folder
from readiness._evidence import walk
from readiness._register import REGISTER_NAME, OpenRegister, Revision, open_register
from readiness._toml import did_you_mean
from readiness._words import typed
from readiness.exceptions import InputError, NothingToAssessError, Problem

from ._exit import Exit
from ._files import replace_unchanged
from ._screen import tell

_LARGEST = 5_000_000


def opened(options: argparse.Namespace) -> OpenRegister:
    """
    Return the register of the folder that was named.

    Raises:
        InputError: there is no such folder, or its register has problems.
        NothingToAssessError: it has no register.
    """
    folder = existing_folder(options.folder)
    path = folder / REGISTER_NAME
    if not path.exists():
        how = f"`readiness init {typed(folder)}` writes a first one for you to fill in"
        raise NothingToAssessError(f"{folder} has no {REGISTER_NAME}; {how}")
    if not path.is_file():
        raise InputError([Problem(str(path), "is not a file; a register is a text file")])
    if path.stat().st_size > _LARGEST:
        message = f"the file is larger than {_LARGEST // 1_000_000} MB; is it the right one?"
        raise InputError([Problem(str(path), message)])
    return open_register(folder, load_catalogue(options.catalogue), path.read_bytes())


def save(options: argparse.Namespace, register: OpenRegister, revision: Revision) -> Exit:
    """Write the register and say what was changed; never over what somebody else has written meanwhile."""
    replace(register, revision)
    changes = revision.said or ("nothing to change; it says so already",)
    tell(options, f"{register.name}: {'; '.join(changes)}")
    return Exit.CLEAR


def replace(register: OpenRegister, revision: Revision) -> None:
    """
    Write the register.

    Raises:
        InputError: somebody else has written it since it was opened; that is left as it is.
    """
    if revision.said and not replace_unchanged(register.path, register.raw, revision.raw):
        message = "somebody else has changed it just now, and nothing was written; run the command again"
        raise InputError([Problem(register.name, message)])


def document_path(document: Path, register: OpenRegister) -> str:
    """
    Return the path of a document as the register writes it, given from inside the folder or from outside.

    Raises:
        InputError: neither the folder nor the register has it.
    """
    wanted = inside(document, register.folder)
    known = {one.path for one in register.register.documents}
    if wanted not in known and not (register.folder / wanted).is_file():
        found = {one.path for one in walk(register.folder) if not one.skipped} | known
        hint = did_you_mean(wanted, sorted(found)) or "; give its path in the folder"
        raise InputError([Problem(str(document), f"there is no such document in {register.folder}{hint}")])
    return wanted


def described_path(document: Path, register: OpenRegister) -> str:
    """
    Return the path of a document that the register describes, whether its file is there or not.

    Raises:
        InputError: it describes none of that path.
    """
    known, wanted = [one.path for one in register.register.documents], inside(document, register.folder)
    if wanted not in known:
        hint = did_you_mean(wanted, known)
        raise InputError([Problem(str(document), f"{register.name} does not describe it{hint}")])
    return wanted


def inside(document: Path, folder: Path) -> str:
    """Return the path of a document as a register writes it, whether there is such a document or not."""
    for place in (folder / document, document):
        if place.exists() and place.resolve().is_relative_to(folder.resolve()):
            return place.resolve().relative_to(folder.resolve()).as_posix()
    return document.as_posix()
