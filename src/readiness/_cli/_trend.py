"""The command `trend`: how an organisation stood over time."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from readiness._rendering import render_trend
from readiness._reporting import load_record, trend
from readiness._words import counted
from readiness.exceptions import InputError, Problem
from readiness.model import Record

from ._exit import Exit
from ._forms import form_of, hand_over, refuse_to_print, report_suffixes
from ._places import refuse_to_replace
from ._screen import tell
from ._templates import own_of, refuse_own


def run(options: argparse.Namespace) -> Exit:
    """Show the trend; whatever it shows, this is no failure."""
    form = form_of(options, {**report_suffixes(), ".txt": "text"}, "text")
    refuse_to_print(form, options.output)
    own = own_of(options)
    files = list(dict.fromkeys(one for given in options.files for one in _matching(given)))
    if options.output:
        refuse_to_replace(options.output, files)
    found = trend(_records(files))
    if form == "text":
        refuse_own(own, form)
        from readiness._renderers._trend_text import trend_text  # noqa: PLC0415 - the other formats do without

        hand_over(options.output, lambda _: "\n".join(trend_text(found)))
    else:
        hand_over(options.output, render_trend(found, form, own))
    said = f"{counted(len(found.points), 'assessment')}; {counted(found.moved, 'criterion', 'criteria')} moved"
    tell(options, f"{options.output}: {said}" if options.output else said)
    return Exit.CLEAR


def _matching(given: Path) -> Iterator[Path]:
    """Yield the files that a name stands for: not every shell turns ``*.json`` into names."""
    if any(one in given.name for one in "*?[") and not given.exists():
        found = sorted(given.parent.glob(given.name))
        if not found:
            raise InputError([Problem(str(given), "no file has such a name")])
        yield from found
    else:
        yield given


def _records(files: list[Path]) -> list[Record]:
    """Return every assessment, or every problem of every file."""
    problems: list[Problem] = []
    records = []
    for path in files:
        try:
            records.append(load_record(path))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return records
