"""The command `diff`: what changed between two assessments, and because of what."""

from __future__ import annotations

import argparse
import sys

from readiness._diff import strangers_of
from readiness._rendering import render_difference
from readiness._reporting import compare, load_record
from readiness._words import counted
from readiness.exceptions import InputError, Problem
from readiness.model import Difference, Record

from ._exit import Exit
from ._forms import form_of, hand_over, refuse_to_print, report_suffixes
from ._screen import Screen, tell
from ._templates import own_of, refuse_own


def run(options: argparse.Namespace) -> Exit:
    """Show what moved, and return whether anything is worse."""
    form = form_of(options, {**report_suffixes(), ".json": "json", ".txt": "text"}, "text")
    refuse_to_print(form, options.output)
    own = own_of(options)
    old, new = _both(options)
    if not options.anyway:
        _refuse_strangers(old, new)
    found = compare(old, new, anyway=True)
    if form == "text":
        refuse_own(own, form)
        from ._diff_text import difference_text  # noqa: PLC0415 - the other formats do without

        colour = Screen.of(sys.stdout, options.color).colour and options.output is None
        hand_over(options.output, lambda width: "\n".join(difference_text(found, Screen(colour, width))))
    else:
        hand_over(options.output, render_difference(found, form, own))
    tell(options, _summary(found, options))
    return Exit.FINDINGS if found.worse else Exit.CLEAR


def _both(options: argparse.Namespace) -> tuple[Record, Record]:
    """Return both assessments, or every problem of both."""
    problems: list[Problem] = []
    records = []
    for path in (options.old, options.new):
        try:
            records.append(load_record(path))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(list(dict.fromkeys(problems)))
    return records[0], records[1]


def _refuse_strangers(old: Record, new: Record) -> None:
    """Refuse two that are not of the same, and say how they can be compared all the same."""
    where = f"{old.source} and {new.source}"
    hint = "if that is meant, compare them --anyway"
    if problems := [Problem(where, f"{one.rstrip('.')}; {hint}") for one in strangers_of(old, new)]:
        raise InputError(problems)


def _summary(found: Difference, options: argparse.Namespace) -> str:
    worse = len({one.criterion for one in found.worse})
    other = len({one.criterion for one in found.movements}) - worse
    where = f"{options.output}: " if options.output else ""
    if not found.movements:
        return f"{where}nothing moved"
    return f"{where}{f'{worse} worse' if worse else 'nothing is worse'}; {counted(other, 'other change')}"
