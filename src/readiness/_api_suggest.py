"""The function of the library that suggests: what may be evidence for what."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from attrs import evolve

from readiness import _evidence, _register
from readiness._api import load_catalogue
from readiness._assess import worded
from readiness._desk import AnyPath, existing_folder
from readiness._ids import IdScheme
from readiness._store import Store
from readiness.exceptions import InputError, Problem
from readiness.model import Catalogue, Suggestions


def suggest(
    folder: AnyPath,
    catalogue: Catalogue | None = None,
    *,
    system: str = "",
    organisation: str = "",
    threshold: float | None = None,
    cache: AnyPath | None = None,
    told: Callable[[int, int], None] | None = None,
    noted: Callable[[str, float | None], None] | None = None,
    clock: Callable[[], float] = time.time,
) -> Suggestions:
    """
    Suggest which passages of the documents in a folder may be evidence for which criterion. Nothing is changed.

    The folder needs no register. If it has one, what it claims is not suggested again, nor is what somebody has
    rejected while the text stays as it was.

    Args:
        folder: a folder of documents.
        catalogue: default: the shipped one.
        system: name of the system that evidence has to be about; default: the register's, or else the catalogue's.
        organisation: whose folder it is, so that other councils' papers are told apart; default: the register's.
        threshold: the confidence, 0 to 1, below which nothing is suggested. Default: 0.5, and 0.35 for a further
            criterion of the same document; 0.6 and 0.42 for other catalogues than the shipped one, which are judged
            less well.
        cache: a folder in which to keep what was read; see `load_evidence`.
        told: see `load_evidence`.
        noted: see `load_evidence`.
        clock: gives the time by which what is kept is dated.

    Raises:
        InputError: the folder does not exist, or the threshold is no share.
        RegisterError: with every problem of the register, or of what was rejected.
        ReadinessError: documents cannot be opened at all, as no process can be started for it.

    >>> found = suggest("evidence/anyshire")
    >>> found.documents, found.rows[0].criterion, found.unknown
    (55, 'OA7', ('OA5', 'OA28'))
    """
    if threshold is not None and not 0 <= threshold <= 1:
        raise InputError([Problem("threshold", f"expected a number from 0 to 1, found {threshold}")])
    place, chosen = existing_folder(folder), catalogue or load_catalogue()
    has_register = (place / _register.REGISTER_NAME).exists()
    register = _register.load_register(place, chosen) if has_register else None
    asked = evolve(
        chosen,
        criteria=tuple(worded(one, register) for one in chosen.criteria) if register else chosen.criteria,
        system=system or (register.system if register else "") or chosen.system,
    )
    hints = _evidence.Hints(
        register=register,
        organisation=(organisation,) if organisation else register.known_as if register else (),
        rejections=_register.load_rejections(place),
        own=(_register.ACCEPTED_NAME, _register.REJECTED_NAME),
        threshold=threshold,
    )
    with Store(None if cache is None else Path(cache), now=clock()) as store:
        scheme = IdScheme.of(one.id for one in chosen.criteria)
        opener = _evidence.Opener(
            root=place,
            store=store,
            scheme=scheme,
            told=told or _evidence.no_word,
            noted=noted or _evidence.no_note,
        )
        return _evidence.suggest_for(asked, opener, hints)
