"""The templates of an organisation: a folder whose files take the place of the shipped ones of the same name."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from readiness._desk import existing_folder
from readiness._resources import shipped
from readiness.exceptions import InputError, Problem

_LARGEST = 1 << 20


def read_templates(folder: Path) -> dict[str, str]:
    """
    Return the text of each file of *folder* by its name.

    Raises:
        InputError: the folder is not there, or a file of it would never be used or cannot be read; all of them at once.
    """
    place = existing_folder(folder)
    known = {one.name for one in shipped("templates").joinpath("profile").iterdir()}
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted(place.iterdir()):
        if path.name.startswith(".") or path.suffix == ".md":
            continue
        text = _text(path, known)
        if isinstance(text, Problem):
            problems.append(text)
        else:
            found[path.name] = text
    if not found and not problems:
        problems.append(Problem(str(place), "holds no template; copy one there, or leave --templates out"))
    if problems:
        raise InputError(problems)
    return found


def _text(path: Path, known: set[str]) -> str | Problem:
    """Return the text of a template, or what is wrong with it."""
    if path.is_dir():
        return Problem(str(path), "is a folder; templates stand side by side in one folder")
    if path.name not in known and not path.name.startswith("own-"):
        near = get_close_matches(path.name, known, n=1)
        meant = f"did you mean {near[0]}? " if near else ""
        message = f"takes the place of no template; {meant}A name of your own begins with own-"
        return Problem(str(path), message)
    try:
        if path.stat().st_size > _LARGEST:
            return Problem(str(path), "is larger than a template can be; one mebibyte is the most")
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return Problem(str(path), "is not UTF-8; save it as UTF-8")
    except OSError as error:
        return Problem(str(path), f"cannot be read: {error.strerror or error}")
