"""What a report is written as, and where to: names of formats, ``--output FORMAT=FILE``, paths inside a repository."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from readiness._api import format_for
from readiness._registry import renderers
from readiness._toml import did_you_mean
from readiness._words import listed
from readiness.exceptions import InputError, Problem

from ._forms import refuse_to_print
from ._options import TEXT, is_folder

_NAMED = re.compile(r"(?P<format>[A-Za-z][\w-]*)=(?P<file>.+)", re.DOTALL)
_WORKSPACES = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


@frozen
class Output:
    """A file to be written, and the format it is written in."""

    format: str
    path: Path


def path_of(argument: str) -> Path | None:
    """
    Return the file of ``FORMAT=FILE`` or ``FILE``; ``None`` if it names none.

    >>> str(path_of("junit=tests.xml")), path_of("junit=")
    ('tests.xml', None)
    """
    found = _NAMED.fullmatch(argument)
    if found:
        return Path(found["file"])
    return Path(argument) if argument.rpartition("=")[2].strip() else None


def outputs(arguments: Iterable[str], shown: str = TEXT) -> tuple[Output, ...]:
    """
    Return what ``--output`` asks for.

    Args:
        arguments: each ``FORMAT=FILE``, or ``FILE`` alone if its suffix says what it is.
        shown: the format of what goes to standard output.

    Raises:
        InputError: with every mistake of all of them, and of *shown*.
    """
    problems = [*_unknown(shown, "--format"), *_unprintable(shown)]
    wanted: list[Output] = []
    for argument in arguments:
        try:
            wanted.append(_output(argument))
        except InputError as error:
            problems += error.problems
    problems += _twice(wanted)
    if problems:
        raise InputError(problems)
    return tuple(wanted)


def _output(argument: str) -> Output:
    if is_folder(argument):
        raise InputError([Problem(f"--output {argument}", "is a folder; name a file in it")])
    if found := _NAMED.fullmatch(argument):
        name, path = found["format"], Path(found["file"])
        if problems := list(_unknown(name, f"--output {argument}")):
            raise InputError(problems)
    elif not argument.rpartition("=")[2].strip():
        message = "expected a file, found nothing; write FORMAT=FILE"
        raise InputError([Problem(f"--output {argument}".rstrip(), message)])
    else:
        path = Path(argument)
        name = _format_for(path)
    return Output(name, path)


def _format_for(path: Path) -> str:
    try:
        return format_for(path)
    except InputError:
        if path.suffix.lower() == ".txt":
            return TEXT
        raise


def _unknown(name: str, where: str) -> Iterator[Problem]:
    if name != TEXT and name not in renderers.builtins:
        known = sorted({TEXT, *renderers.names()})
        if name not in known:
            hint = did_you_mean(name, known)
            there = f"{hint} There are" if hint else "; there are"
            yield Problem(where, f"no format is called {name!r}{there} {listed(known)}")


def _unprintable(shown: str) -> Iterator[Problem]:
    try:
        refuse_to_print(shown, None)
    except InputError as error:
        yield from error.problems


def _twice(wanted: Iterable[Output]) -> Iterator[Problem]:
    """Yield a problem for each file that a second format would overwrite."""
    seen: dict[Path, Output] = {}
    for one in wanted:
        first = seen.setdefault(one.path.resolve(), one)
        if first is not one:
            yield Problem(str(one.path), f"is asked for twice, as {first.format} and as {one.format}; name two files")


def refuse_other_than_text(output: Path, others: str = "") -> None:
    """
    Refuse a file whose name says that it is no text, where only text is written.

    Args:
        output: the file.
        others: how to have other formats, as the end of a sentence.

    Raises:
        InputError: it does not end in ``.txt``.
    """
    if output.suffix.lower() != ".txt":
        raise InputError([Problem(str(output), f"only text is written here; name it .txt{others}")])


def from_root(path: Path) -> str:
    """
    Return *path* as seen from the root of its repository, with ``/`` between parts.

    The root is the workspace of the CI job, or else where the program runs. The root itself, and what lies outside, is
    an empty text.
    """
    resolved = path.resolve()
    roots = [Path(one) for name in _WORKSPACES if (one := os.environ.get(name))]
    for root in (*roots, Path.cwd()):
        if resolved.is_relative_to(root.resolve()):
            inside = resolved.relative_to(root.resolve()).as_posix()
            return "" if inside == "." else inside
    return ""
