"""Load a catalogue: a folder of TOML files, gathering the problems of all of them, or one file of OSCAL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from attrs import evolve
from cattrs import Converter

from readiness._registry import rules
from readiness._resources import shipped
from readiness._toml import STAND_IN, Lines, Salvage, parse, read_toml, salvage
from readiness._words import listed
from readiness.exceptions import CatalogueError, Problem
from readiness.model import Catalogue, Criterion

from ._check import check_criteria
from ._oscal import read_oscal
from ._oscal_file import SUFFIXES
from ._shapes import SHAPES, catalogue_converter

_HEAD = "catalogue.toml"
DEFAULT = "contactpoint-oa"


def load_catalogue(path: Path | None = None) -> Catalogue:
    """
    Return the catalogue at *path*, or the shipped one of the ContactPoint programme.

    A list that names no rule is judged by all of them: nothing may be green because nobody asked anything.

    Args:
        path: a folder with ``catalogue.toml`` and one TOML file for each criterion, a file of OSCAL, or the name of a
            shipped catalogue, if there is nothing of that name here.

    Raises:
        CatalogueError: with every problem of every file.
    """
    return _usual() if path is None else _with_rules(_read(_place(path)))


@cache
def _usual() -> Catalogue:
    """Return the shipped catalogue, read once: it is a frozen value, and nobody changes its files meanwhile."""
    return _with_rules(_read(_place(None)))


def _with_rules(catalogue: Catalogue) -> Catalogue:
    return evolve(catalogue, rules=catalogue.rules or tuple(rules.get(kind)() for kind in sorted(rules.builtins)))


def _place(path: Path | None) -> Path | Traversable:
    if path is not None and (path.exists() or str(path) not in shipped_catalogues()):
        return path
    return shipped("criteria").joinpath(DEFAULT if path is None else str(path))


def shipped_catalogues() -> tuple[str, ...]:
    """
    Return the names of the catalogues that come with the program.

    >>> shipped_catalogues()
    ('contactpoint-oa',)
    """
    return tuple(sorted(one.name for one in shipped("criteria").iterdir() if one.joinpath(_HEAD).is_file()))


def _read(place: Path | Traversable) -> Catalogue:
    if isinstance(place, Path) and place.suffix.lower() in SUFFIXES and not place.is_dir():
        return read_oscal(place)
    if isinstance(place, Path) and place.is_file():
        ends = f"a file of OSCAL ends in {listed(SUFFIXES, 'or')}"
        raise CatalogueError([Problem(str(place), f"is not a catalogue: give a folder with {_HEAD}; {ends}")])
    loader = _Loader(place)
    catalogue = loader.load()
    if loader.problems or catalogue is None:
        raise CatalogueError(loader.problems)
    return catalogue


class _Loader:
    """One load: the folder, and the problems met so far."""

    def __init__(self, place: Path | Traversable) -> None:
        self.place = place
        self.problems: list[Problem] = []
        self.converter: Converter = catalogue_converter()

    def load(self) -> Catalogue | None:
        names = self._names()
        if _HEAD not in names:
            if not self.problems:
                self._problem(f"no {_HEAD} in this folder, so it is not a catalogue; see the reference of the format")
            return None
        head: Catalogue | None = self._structure(_HEAD, Catalogue)
        read = [(name, self._structure(name, Criterion)) for name in names if name != _HEAD]
        if len(names) == 1:
            self._problem("the catalogue has no criteria: put one TOML file for each beside catalogue.toml")
        criteria = tuple(evolve(one, file=name) for name, one in read if one is not None)
        every = len(criteria) == len(read) and all(one.id != STAND_IN for one in criteria)
        further = Salvage(None, tuple(self.problems)).and_further(check_criteria(head, criteria, every=every))
        self.problems = sorted(further, key=_reading_order)
        if head is None:
            return None
        return evolve(head, criteria=criteria)

    def _names(self) -> list[str]:
        try:
            found = [one.name for one in self.place.iterdir()]
        except OSError as error:
            self._problem(f"cannot be read as a folder: {error.strerror or error}")
            return []
        return sorted((name for name in found if _is_catalogue_file(name)), key=_natural)

    def _problem(self, message: str) -> None:
        self.problems.append(Problem(str(self.place), message))

    def _structure(self, name: str, cls: type[Any]) -> Any:
        text, problem = read_toml(self.place.joinpath(name), name)
        data, problem = parse(text, name) if problem is None else ({}, problem)
        if problem is not None:
            self.problems.append(problem)
            return None
        read = salvage(data, cls, self.converter, file=name, lines=Lines.of(text), shapes=SHAPES)
        self.problems += read.problems
        return read.value


def _reading_order(problem: Problem) -> tuple[bool, list[tuple[int, str]], int]:
    return problem.file != _HEAD, _natural(problem.file), problem.line or 0


def _is_catalogue_file(name: str) -> bool:
    return name.endswith(".toml") and not name.startswith(".")


def _natural(name: str) -> list[tuple[int, str]]:
    """Sort ``OA2.toml`` before ``OA10.toml``, whether or not the numbers are padded."""
    return list(_pieces(name))


def _pieces(name: str) -> Iterator[tuple[int, str]]:
    for piece in re.findall(r"\d+|\D+", name):
        yield (int(piece), "") if piece.isdigit() else (-1, piece)
