"""The command `completion`, and what a shell is told when somebody presses the tabulator key."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any

import argcomplete
from argcomplete.shell_integration import shellcode

from readiness._registry import rules
from readiness._resources import shipped

from ._exit import Exit
from ._parser import every, parser
from ._screen import write

_FILE = re.compile(r"([A-Z]+)0*(\d+)\.toml")
_CRITERIA = frozenset({"only", "criterion"})


def run(options: argparse.Namespace) -> Exit:
    """Print what the shell has to be given."""
    write(shellcode([options.program], shell=options.shell).rstrip())
    return Exit.CLEAR


def complete() -> None:
    """Answer the shell that asks, and end the process."""
    whole = parser()
    for one in every(whole):
        one.mixing = True  # it is asked word by word
        for action in one._actions:  # noqa: SLF001 - it has no public name
            if action.dest in _CRITERIA:
                _offer(action, _criteria())
            elif action.dest == "name" and action.metavar == "NAME":
                _offer(action, [*_criteria(), *rules.builtins])
            elif action.dest in {"color", "fail_on"}:
                _offer(action, action.choices or ())
    argcomplete.autocomplete(whole)


def _offer(action: Any, words: Iterable[str]) -> None:
    known = list(words)
    action.completer = lambda **_: known


def _criteria() -> list[str]:
    """Return the ids of the criteria that come with the program, by the names of their files, which is quick."""
    names = (one.name for one in shipped("criteria").joinpath("contactpoint-oa").iterdir())
    ids = (found for name in names if (found := _FILE.fullmatch(name)))
    return [f"{one[1]}{one[2]}" for one in sorted(ids, key=lambda one: (one[1], int(one[2])))]
