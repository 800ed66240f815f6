"""What an organisation brings of its own: a folder of templates and words, and a Word document."""

from __future__ import annotations

import argparse
from difflib import get_close_matches
from pathlib import Path

from readiness._desk import existing_folder
from readiness._rendering import Own
from readiness._resources import shipped
from readiness._wording import WORDING_NAME, load_wording
from readiness.exceptions import InputError, Problem
from readiness.model import Phrasing

_LARGEST = 1 << 20


def own_of(options: argparse.Namespace) -> Own:
    """
    Return what ``--template`` and ``--templates`` bring.

    Raises:
        InputError: the folder is not there, or a file of it would never be used, cannot be read or is wrong; all of
            them at once.
    """
    if options.templates is None:
        return Own(word=options.template)
    templates, phrasing = read_templates(options.templates)
    return Own(word=options.template, templates=templates, phrasing=phrasing, folder=str(options.templates))


def own_templates(options: argparse.Namespace, form: str) -> Own:
    """
    Return what ``--templates`` brings for a page without words of `wording.toml`.

    Raises:
        InputError: as `own_of`, or nothing of the folder would be used.
    """
    own = own_of(options)
    if own.folder and form != "html":
        message = f"is for html, and {form} is made of no template; leave --templates out, or write html"
        raise InputError([Problem(own.folder, message)])
    if own.folder and not own.templates:
        message = f"holds no template, and this page has none of the words of {WORDING_NAME}; leave --templates out"
        raise InputError([Problem(own.folder, message)])
    return own


def refuse_own(own: Own, form: str) -> None:
    """
    Refuse what would not be used: a format for the screen is made of no template.

    Raises:
        InputError: something of one's own is given.
    """
    own.arguments(form)


def read_templates(folder: Path) -> tuple[dict[str, str], Phrasing]:
    """
    Return the text of each template of *folder* by its name, and the words that stand there.

    Raises:
        InputError: as `own_of`.
    """
    place = existing_folder(folder)
    known = {one.name for one in shipped("templates").joinpath("profile").iterdir()}
    found: dict[str, str] = {}
    phrasing, problems = _words(place / WORDING_NAME)
    for path in sorted(place.iterdir()):
        if path.name.startswith(".") or path.suffix == ".md" or path.name == WORDING_NAME:
            continue
        text = _text(path, known)
        if isinstance(text, Problem):
            problems.append(text)
        else:
            found[path.name] = text
    if not (found or problems or phrasing.file):
        message = f"holds no template and no {WORDING_NAME}; copy one there, or leave --templates out"
        problems.append(Problem(str(place), message))
    if problems:
        raise InputError(problems)
    return found, phrasing


def _words(path: Path) -> tuple[Phrasing, list[Problem]]:
    """Return the words of a file, or everything that is wrong with it."""
    try:
        return (load_wording(path) if path.exists() else Phrasing()), []
    except InputError as error:
        return Phrasing(), list(error.problems)


def _text(path: Path, known: set[str]) -> str | Problem:
    """Return the text of a template, or what is wrong with it."""
    if path.is_dir():
        return Problem(str(path), "is a folder; templates stand side by side in one folder")
    if path.name not in known and not path.name.startswith("own-"):
        near = get_close_matches(path.name, {*known, WORDING_NAME}, n=1)
        meant = f"did you mean {near[0]}? " if near else ""
        message = f"takes the place of no template; {meant}A name of your own begins with own-"
        return Problem(str(path), message)
    try:
        if path.stat().st_size > _LARGEST:
            return Problem(str(path), "is larger than a template can be; one mebibyte is the most")
        return path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return Problem(str(path), "is not UTF-8; save it as UTF-8", "", line)
    except OSError as error:
        return Problem(str(path), f"cannot be read: {error.strerror or error}")
