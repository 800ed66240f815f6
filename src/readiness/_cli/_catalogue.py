"""The command `catalogue`: what lists of criteria there are, what is in one, and into and out of OSCAL."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from readiness._api import load_catalogue
from readiness._catalogue import folder_files, shipped_catalogues
from readiness._renderers._oscal_catalog import oscal_catalog
from readiness._words import counted, listed
from readiness.exceptions import InputError, Problem
from readiness.model import Catalogue, Criterion

from ._exit import Exit
from ._files import write_atomically, write_folder
from ._judged import today
from ._screen import Screen, tell, visible, write, write_bytes
from ._settings import TYPED

_LEFT_OUT = (
    ("rules", lambda one: one.rules),
    ("assessments", lambda one: one.assessments),
    ("provenance", lambda one: any(criterion.provenance for criterion in one.criteria)),
    ("vocabulary", lambda one: any(of.vocabulary.period or of.vocabulary.later for of in one.criteria)),
    ("candidates for unknown wordings", lambda one: any(criterion.candidates for criterion in one.criteria)),
)


def run(options: argparse.Namespace) -> Exit:
    """Do what was asked of catalogues; anything wrong with one is raised, with all its problems."""
    actions = {"list": _list, "validate": _validate, "import": _import, "export": _export}
    actions[options.action](options)
    return Exit.CLEAR


def _list(options: argparse.Namespace) -> None:
    screen = Screen.of(sys.stdout, options.color)
    if options.place:
        write("\n".join(_contents(load_catalogue(options.place), screen)))
        return
    for name in shipped_catalogues():
        catalogue = load_catalogue(name)
        about = f"{catalogue.title}, version {catalogue.version}: {_size(catalogue)}"
        write(screen.wrap(about, f"{name}  ", " " * (len(name) + 2)))


def _contents(catalogue: Catalogue, screen: Screen) -> Iterator[str]:
    yield screen.bold(f"{visible(catalogue.title)}, version {visible(catalogue.version)}")
    yield _size(catalogue)
    if catalogue.about:
        yield ""
        yield screen.wrap(catalogue.about)
    yield from _criteria("", [one for one in catalogue.criteria if not one.strand], screen)
    for strand in catalogue.strands:
        yield from _criteria(strand.title, [one for one in catalogue.criteria if one.strand == strand.id], screen)
    yield ""
    known = [f"{one.id} ({one.title})" for one in catalogue.assessments]
    yield screen.wrap(
        f"Assessments: {listed(known) if known else 'none of its own; a register may name any, with a due date'}."
    )
    if catalogue.withdrawn:
        yield ""
        yield screen.bold("Withdrawn")
        yield from (
            _line(one.id, f"{one.title}{f': {one.note}' if one.note else ''}", screen) for one in catalogue.withdrawn
        )


def _criteria(title: str, criteria: list[Criterion], screen: Screen) -> Iterator[str]:
    if not criteria and not title:
        return
    yield ""
    if title:
        yield screen.bold(visible(title))
    yield from [_line(one.id, one.title, screen) for one in criteria] or ["none"]


def _line(name: str, text: str, screen: Screen) -> str:
    return screen.wrap(text, f"{visible(name):<8}  ", " " * 10)


def _size(catalogue: Catalogue) -> str:
    said = f"{counted(len(catalogue.criteria), 'criterion', 'criteria')} in {counted(len(catalogue.strands), 'strand')}"
    return f"{said}, {len(catalogue.withdrawn)} withdrawn" if catalogue.withdrawn else said


def _validate(options: argparse.Namespace) -> None:
    write(f"{options.place}: no problems: {_size(load_catalogue(options.place))}")


def _import(options: argparse.Namespace) -> None:
    if Path(options.place).is_dir():
        message = "is a folder already, so there is nothing to import; give a file of OSCAL"
        raise InputError([Problem(options.place, message)])
    catalogue = load_catalogue(options.place)
    files = [(name, text.encode("utf-8")) for name, text in folder_files(catalogue)]
    try:
        write_folder(options.output, files)
    except FileExistsError:
        message = "is there already, and nothing is written over it; name a folder that is not there yet"
        raise InputError([Problem(str(options.output), message)]) from None
    tell(options, f"{options.output}: {_size(catalogue)}, in {counted(len(files), 'file')}")


def _named(options: argparse.Namespace) -> Path | None:
    """Return the catalogue that is named by itself; the option may name it instead, but no other."""
    if options.place and options.sources["catalogue"] == TYPED and options.catalogue != Path(options.place):
        message = f"{options.place} is named already; name one catalogue"
        raise InputError([Problem(f"--catalogue {options.catalogue}", message)])
    return Path(options.place) if options.place else options.catalogue


def _export(options: argparse.Namespace) -> None:
    catalogue = load_catalogue(_named(options))
    document = oscal_catalog(catalogue, options.as_of or today())
    if options.output is None:
        write_bytes(document)
    else:
        write_atomically(options.output, document)
    left_out = [name for name, held in _LEFT_OUT if held(catalogue)]
    where = f"{options.output}: " if options.output is not None else ""
    tell(options, f"{where}{_size(catalogue)}; OSCAL has no place for: {listed(left_out)}")
