"""Where a command may write to: what holds for the ``--output`` of every command, before anything is read."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from readiness._register import REGISTER_NAME
from readiness.exceptions import InputError, Problem

from ._files import READ_ONLY, is_read_only
from ._outputs import path_of
from ._settings import nearest

_NOT_READ = frozenset({"output", "folder"})
"""What names no file to be read: among the evidence nothing is written at all."""


def wrong_places(options: argparse.Namespace, here: Path) -> Iterator[Problem]:
    """
    Yield what is wrong with each place that a command would write to, before a large folder is judged.

    A file must not replace one that the command reads or one that is read-only, lie among evidence or be a folder, and
    its folder has to exist.

    Args:
        options: what holds for the command; every path among them but those of ``output`` is taken for what it reads.
        here: where the program runs, for its file of settings.
    """
    wanted = list(dict.fromkeys(_written(options)))
    read = list(_read(options, here)) if wanted else []
    for one in wanted:
        if message := _refused(one, read, options):
            yield Problem(str(one), message)


def refuse_to_replace(output: Path, read: Iterable[Path]) -> None:
    """
    Refuse to write over one of the files that a command reads, for names that only the command itself can tell.

    Raises:
        InputError: it is one of them, by whatever name.
    """
    if message := _replaces(output, [(one, "") for one in read]):
        raise InputError([Problem(str(output), message)])


def _refused(output: Path, read: Iterable[tuple[Path, str]], options: argparse.Namespace) -> str:
    """Return why a file is not written, or nothing."""
    makes_folder = getattr(options, "makes_folder", False)
    if message := _replaces(output, read) or _among_evidence(output, getattr(options, "folder", None)):
        return message
    if not output.parent.is_dir():
        return "its folder does not exist; make it first"
    if output.is_dir() and not makes_folder:
        return "is a folder; name a file in it"
    return f"{READ_ONLY}, or name another file" if is_read_only(output) else ""


def _written(options: argparse.Namespace) -> Iterator[Path]:
    """Yield the files that ``--output`` names, for `check` without their formats; `config` writes none."""
    if options.module == "_config":
        return
    given = getattr(options, "output", None) or []
    for one in given if isinstance(given, list) else [given]:
        path = one if isinstance(one, Path) else path_of(one)
        if path is not None:
            yield path


def _read(options: argparse.Namespace, here: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file and folder that the command was given to read, with the end of the names that are read in it."""
    settings = nearest(here)
    if settings is not None:
        yield settings, ""
    for name, value in vars(options).items():
        catalogue = name in {"catalogue", "place"}
        for one in value if isinstance(value, list | tuple) else [value]:
            if name not in _NOT_READ and (isinstance(one, Path) or (name == "place" and one)):
                yield Path(one), ".toml" if catalogue else ""


def _replaces(output: Path, read: Iterable[tuple[Path, str]]) -> str:
    """Return why a file is not written that is read, or would be the next time; nothing if it is none."""
    for one, suffix in read:
        if _is_same(output, one):
            return "is read by this very command; name another file"
        if one.is_dir() and output.name.endswith(suffix) and _is_same(output.resolve().parent, one):
            return f"lies in {one}, which is read by this very command; write it elsewhere"
    return ""


def _is_same(one: Path, other: Path) -> bool:
    """Return whether two names lead to one file, also where capitals do not matter."""
    if one.resolve() == other.resolve():
        return True
    return one.exists() and other.exists() and one.samefile(other)


def _among_evidence(output: Path, folder: Path | None) -> str:
    """
    Return why nothing is written among evidence: it might replace a document, and would be found as one the next time.

    It is also refused in a folder that the command knows nothing of, and in that of somebody else.
    """
    place = output.resolve()
    own = folder is not None and folder.is_dir() and place.is_relative_to(folder.resolve())
    if own or any((one / REGISTER_NAME).is_file() for one in place.parents):
        return "lies inside the evidence folder, where only evidence belongs; write it beside the folder"
    return ""
