"""Which format a command writes, and where to: ``--format``, or the suffix of ``--output``, or the command's own."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from readiness._registry import PACKAGES, report_renderers
from readiness.exceptions import InputError, Problem

from ._files import write_atomically
from ._options import OLDER_TEXT, TEXT
from ._screen import UNSEEN, Screen, write, write_bytes


def form_of(options: argparse.Namespace, suffixes: Mapping[str, str], otherwise: str = TEXT) -> str:
    """
    Return the format that the options ask for.

    Args:
        options: with ``format`` and ``output``.
        suffixes: the format of each suffix.
        otherwise: the format of what goes to standard output.

    Raises:
        InputError: nothing says what the file is to be.
    """
    if options.format:
        return TEXT if options.format == OLDER_TEXT else str(options.format)
    return form_of_path(options.output, suffixes) if options.output else otherwise


def report_suffixes() -> dict[str, str]:
    """Return the format of each suffix that a report can have, those of installed packages among them."""
    offered = {f".{name}": name for name in report_renderers.names()}
    return {**offered, ".htm": "html", ".markdown": "md"}


def form_of_path(output: Path, suffixes: Mapping[str, str]) -> str:
    """
    Return the format that the end of a file's name asks for.

    Raises:
        InputError: no format has that suffix.
    """
    form = suffixes.get(output.suffix.lower())
    if form is None:
        known = ", ".join(sorted(suffixes))
        raise InputError([Problem(str(output), f"the file's suffix chooses the format; use one of {known}")])
    return form


def refuse_to_print(form: str, output: Path | None) -> None:
    """
    Refuse a format that is a file for a program where there is no file to write it to.

    Raises:
        InputError: *form* cannot be printed.
    """
    if output is None and form in PACKAGES:
        message = f"{form} is no text that could be printed; write it with --output FILE.{form}"
        raise InputError([Problem("--format", message)])


def screen_of(options: argparse.Namespace) -> Screen:
    """Return the screen that text goes to: one without colours if it goes to a file."""
    return Screen(colour=False, width=UNSEEN) if options.output else Screen.of(sys.stdout, options.color)


def hand_over(output: Path | None, rendered: Callable[[int], str] | bytes) -> None:
    """
    Write a report to its file or to standard output.

    Args:
        output: the file; ``None`` for standard output.
        rendered: the whole report; for text a function of the width in columns.
    """
    if isinstance(rendered, bytes):
        if output is None:
            write_bytes(rendered)
        else:
            write_atomically(output, rendered)
    elif output is None:
        write(rendered(Screen.of(sys.stdout).width).rstrip())
    else:
        write_atomically(output, f"{rendered(UNSEEN).rstrip()}\n".encode())
