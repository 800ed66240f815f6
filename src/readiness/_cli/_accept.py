"""The command `accept`: record that a person has looked at what is claimed."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from readiness import _api, _desk
from readiness._assess import worded
from readiness._evidence import accept, merged
from readiness._register import ACCEPTED_NAME, acceptances_toml
from readiness._toml import did_you_mean
from readiness._words import counted
from readiness.exceptions import InputError, NothingToAssessError, Problem
from readiness.model import DocumentEntry

from ._exit import Exit
from ._files import write_atomically
from ._judged import cache_place, today
from ._progress import progress
from ._screen import tell, write


def run(options: argparse.Namespace) -> Exit:
    """Write the acceptances beside the register, and say which claims could not be accepted."""
    catalogue = _api.load_catalogue(options.catalogue)
    cache = cache_place(options)
    with (
        progress(options) as watch,
        _desk.opening(options.folder, catalogue, cache=cache, told=watch.told, noted=watch.noted) as desk,
    ):
        entries = _chosen(options, desk.register.documents)
        folder = desk.load()
        wanted = {one.path for one in entries}
        documents = desk.documents(folder, wanted)
        criteria = [worded(one, folder.register) for one in catalogue.criteria]
        made = accept(folder, wanted, documents, criteria, by=options.by, on=options.on or today())
    for place, why in made.refused:
        write(f"not accepted: {place}: {why}", sys.stderr)
    if made.accepted:
        target = Path(options.folder) / ACCEPTED_NAME
        write_atomically(target, acceptances_toml(merged(desk.acceptances, made.accepted)).encode("utf-8"))
        papers = len({one.document for one in made.accepted})
        claims = counted(len(made.accepted), "claim")
        tell(options, f"{target}: {claims} of {counted(papers, 'document')} accepted")
    return Exit.FINDINGS if made.refused else Exit.CLEAR


def _chosen(options: argparse.Namespace, entries: tuple[DocumentEntry, ...]) -> list[DocumentEntry]:
    """Return the documents to accept: the one that is named, or every one that is claimed for something."""
    claimed = [one for one in entries if one.claims]
    if not options.document:
        if not claimed:
            raise NothingToAssessError("the register claims no document, so there is nothing to accept")
        return claimed
    wanted = _inside(options.document, options.folder)
    found = [one for one in claimed if one.path == wanted]
    if not found:
        hint = did_you_mean(wanted, [one.path for one in claimed]) or "; add a [[document]] with a claim first"
        raise InputError([Problem(str(options.document), f"the register claims no document of that path{hint}")])
    return found


def _inside(document: Path, folder: Path) -> str:
    """Return the path as the register writes it, whether it was given from inside the folder or from outside."""
    outside = document.resolve()
    if outside.exists() and outside.is_relative_to(folder.resolve()):
        return outside.relative_to(folder.resolve()).as_posix()
    return document.as_posix()
