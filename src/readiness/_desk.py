"""An evidence folder while it is read: what the functions of the library and the command line work at."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from attrs import frozen

from readiness import _evidence, _register
from readiness._ids import IdScheme
from readiness._linking import Asked
from readiness._store import Store
from readiness._words import typed
from readiness.exceptions import InputError, NothingToAssessError, Problem
from readiness.model import Acceptance, Catalogue, DocumentText, EvidenceFolder, Register

AnyPath = str | os.PathLike[str]


@contextmanager
def opening(
    folder: AnyPath,
    catalogue: Catalogue,
    *,
    cache: AnyPath | None,
    told: Callable[[int, int], None] | None = None,
    noted: Callable[[str, float | None], None] | None = None,
    clock: Callable[[], float] = time.time,
) -> Iterator[Desk]:
    """Yield a desk for the evidence folder *folder*; see `load_evidence`. The clock only dates what is kept."""
    place = existing_folder(folder)
    register = _register_of(place, catalogue)
    acceptances = _register.as_claimed(_register.load_acceptances(place), register.documents)
    with Store(None if cache is None else Path(cache), now=clock()) as store:
        scheme = IdScheme.of(one.id for one in catalogue.criteria)
        opener = _evidence.Opener(
            root=place,
            store=store,
            scheme=scheme,
            interest=_evidence.Interest.of(Asked.of(catalogue, register), register),
            told=told or _evidence.no_word,
            noted=noted or _evidence.no_note,
        )
        yield Desk(register, opener, acceptances)


@frozen
class Desk:
    """An evidence folder that is being read."""

    register: Register
    opener: _evidence.Opener
    acceptances: tuple[Acceptance, ...]

    def load(self) -> EvidenceFolder:
        """Return what is found in the folder."""
        own = (_register.ACCEPTED_NAME, _register.REJECTED_NAME)
        return _evidence.load_folder(self.register, self.opener, self.acceptances, own)

    def documents(self, folder: EvidenceFolder, paths: Iterable[str]) -> dict[str, DocumentText]:
        """Return the passages of documents of *folder*; one that cannot be read is left out."""
        return self.opener.documents(folder, paths)


def _register_of(place: Path, catalogue: Catalogue) -> Register:
    register = place / _register.REGISTER_NAME
    if not register.exists():
        how = f"`readiness init {typed(place)}` writes a first one for you to fill in"
        raise NothingToAssessError(f"{place} has no {_register.REGISTER_NAME}; {how}")
    return _register.load_register(place, catalogue)


def existing_folder(folder: AnyPath) -> Path:
    """
    Return *folder* as a path.

    Raises:
        InputError: it does not exist, or is a file.
    """
    place = Path(folder)
    try:
        there = place.exists()
    except (OSError, ValueError):  # a name that no system allows
        there = False
    if not there:
        raise InputError([Problem(str(place), "there is no such folder; check the path")])
    if not place.is_dir():
        raise InputError([Problem(str(place), "is a file; give the folder that holds the evidence")])
    try:
        os.scandir(place).close()
    except PermissionError:
        raise InputError([Problem(str(place), "you may not look into this folder; ask for the right to")]) from None
    return place
