"""What a report is written as, and where to: names of formats, ``--output FORMAT=FILE``, paths inside a repository."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from readiness._api import format_for
from readiness._register import REGISTER_NAME
from readiness._registry import renderers
from readiness._toml import did_you_mean
from readiness._words import listed
from readiness.exceptions import InputError, Problem

from ._forms import refuse_to_print
from ._options import TEXT

_NAMED = re.compile(r"(?P<format>[A-Za-z][\w-]*)=(?P<file>.+)", re.DOTALL)
_WORKSPACES = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


@frozen
class Output:
    """A file to be written, and the format it is written in."""

    format: str
    path: Path


def outputs(arguments: Iterable[str], folder: Path, shown: str = TEXT) -> tuple[Output, ...]:
    """
    Return what ``--output`` asks for.

    Args:
        arguments: each ``FORMAT=FILE``, or ``FILE`` alone if its suffix says what it is.
        folder: the evidence folder, where nothing may be written.
        shown: the format of what goes to standard output.

    Raises:
        InputError: with every mistake of all of them, and of *shown*.
    """
    problems = [*_unknown(shown, "--format"), *_unprintable(shown)]
    wanted: list[Output] = []
    for argument in arguments:
        try:
            wanted.append(_output(argument, folder))
        except InputError as error:
            problems += error.problems
    problems += _twice(wanted)
    if problems:
        raise InputError(problems)
    return tuple(wanted)


def _output(argument: str, folder: Path) -> Output:
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
    refuse_place(path, folder)
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


def refuse_place(output: Path, folder: Path | None = None) -> None:
    """
    Refuse a place that cannot be written to: now, and not when a large folder has been judged.

    Args:
        output: the file.
        folder: the evidence folder; ``None`` for a command that knows of none.

    Raises:
        InputError: it is a folder, its own folder does not exist, or it lies among the evidence.
    """
    if folder is None:
        refuse_among_evidence(output)
    else:
        refuse_inside(output, folder)
    if not output.parent.is_dir():
        raise InputError([Problem(str(output), "its folder does not exist; make it first")])
    if output.is_dir():
        raise InputError([Problem(str(output), "is a folder; name a file")])


def refuse_text_place(output: Path, folder: Path | None, *read: Path | None, others: str = "") -> None:
    """
    Refuse a place for what is written as text only.

    Args:
        output: the file.
        folder: as for `refuse_place`.
        read: the files that the command reads, which nobody wants replaced.
        others: how to have other formats, as the end of a sentence.

    Raises:
        InputError: it cannot be written to, or its name says that it is no text.
    """
    if output.suffix.lower() != ".txt":
        raise InputError([Problem(str(output), f"only text is written here; name it .txt{others}")])
    if output.resolve() in {one.resolve() for one in read if one is not None}:
        raise InputError([Problem(str(output), "is read by this very command; name another file")])
    refuse_place(output, folder)


def refuse_inside(output: Path, folder: Path) -> None:
    """
    Refuse to write among the evidence: it might replace a document, and would be found as one the next time.

    Raises:
        InputError: *output* lies inside *folder*.
    """
    if folder.is_dir() and output.resolve().is_relative_to(folder.resolve()):
        raise _among_evidence(output)
    refuse_among_evidence(output)


def refuse_among_evidence(output: Path) -> None:
    """
    Refuse to write into any evidence folder, for commands that know of none, and for the folder of somebody else.

    Raises:
        InputError: a folder above *output* holds a register.
    """
    if any((one / REGISTER_NAME).is_file() for one in output.resolve().parents):
        raise _among_evidence(output)


def _among_evidence(output: Path) -> InputError:
    message = "lies inside the evidence folder, where only evidence belongs; write it beside the folder"
    return InputError([Problem(str(output), message)])


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
