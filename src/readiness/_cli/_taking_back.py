"""What `--remove` does: take a claim out of the register, and its acceptance out of the file beside it, or another."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from readiness._register import (
    Named,
    OpenRegister,
    Which,
    canonical,
    claims_of,
    left_over,
    without_claims,
)
from readiness._toml import did_you_mean
from readiness.exceptions import InputError, Problem
from readiness.model import Acceptance, Claim

from ._acceptances import AcceptedFile, in_words
from ._edits import inside, opened, replace
from ._exit import Exit
from ._files import refuse_read_only
from ._screen import tell
from ._settings import TYPED

_OF_MAKING = {
    "note": "--note",
    "kind": "--kind",
    "owner": "--owner",
    "printed_version": "--version",
    "effective": "--effective",
    "review_by": "--review-by",
}
"""What says something of a claim that is made, and so means nothing for one that is taken back."""


def take_back(options: argparse.Namespace) -> Exit:
    """
    Take a claim back and say what went.

    The register is written first: if the file of acceptances cannot be, the same command again takes that up.
    """
    _refuse_facts(options)
    register = opened(options)
    file = AcceptedFile.of(register)
    path = _known_path(options.document, register, file.accepted)
    criterion, which = canonical(options.criterion, register.catalogue), _which(options)
    there = claims_of(register, path, criterion)
    own = [one for one in file.accepted if (one.document, one.criterion) == (path, criterion)]
    idle = left_over(own, there, [], which)
    beside = file.rewritten(idle)
    if any(map(which.fits, there)) or not idle:
        revision, gone = without_claims(register, path, criterion, which)
        idle = left_over(own, there, gone, which)
        beside = file.rewritten(idle)
        refuse_read_only(register.path, *([file.path] if idle else []))
        replace(register, revision)
        tell(options, f"{register.name}: {'; '.join((*revision.said, *_bare(register, path, gone)))}")
    if idle:
        file.replace(beside)
        for line in in_words(idle):
            tell(options, f"{file.path}: {line}")
    return Exit.CLEAR


def named(options: argparse.Namespace, keys: Mapping[str, str]) -> Named:
    """Return which entry is to be taken back: what was typed of it, by the *keys* that the register has for it."""
    typed = {key: getattr(options, name) for name, key in keys.items() if options.sources[name] == TYPED}
    return Named(facts=typed, every=options.all)


def refuse_half_said(options: argparse.Namespace, needed: Mapping[str, str]) -> None:
    """
    Refuse an entry without what it cannot be without, unless it is to be taken back.

    Raises:
        InputError: with every option that is missing, and with what means nothing here.
    """
    problems = [Problem("--all", "says what to take back; add --remove")] if options.all else []
    missing = [option for name, option in needed.items() if options.sources[name] != TYPED]
    message = "is missing; only with --remove may it be left out"
    if problems := [*problems, *(Problem(one, message) for one in missing)]:
        raise InputError(problems)


def _which(options: argparse.Namespace) -> Which:
    return Which(
        where=options.where if options.sources["where"] == TYPED else None,
        aspects=tuple(options.aspect) if options.sources["aspect"] == TYPED else None,
        every=options.all,
    )


def _refuse_facts(options: argparse.Namespace) -> None:
    given = [option for name, option in _OF_MAKING.items() if options.sources[name] == TYPED]
    message = "is for a claim that is made; leave it out where one is taken back"
    if given:
        raise InputError([Problem(one, message) for one in given])


def _known_path(document: Path, register: OpenRegister, accepted: Iterable[Acceptance]) -> str:
    """Return the path of a document that the register describes, or that something was accepted of."""
    known = dict.fromkeys((*(one.path for one in register.register.documents), *(one.document for one in accepted)))
    wanted = inside(document, register.folder)
    if wanted not in known:
        hint = did_you_mean(wanted, list(known))
        raise InputError([Problem(str(document), f"{register.name} does not claim it for anything{hint}")])
    return wanted


def _bare(register: OpenRegister, path: str, gone: Sequence[Claim]) -> Iterator[str]:
    entry = next(one for one in register.register.documents if one.path == path)
    if len(entry.claims) == len(gone):
        yield f"“{path}” is still described, and claimed for nothing now"
