"""Parse, call one command, and turn what happened into an exit code."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from readiness.exceptions import InputError, NothingToAssessError, ReadinessError

from ._exit import Exit
from ._parser import parse
from ._places import wrong_places
from ._screen import detail, fitting, shortened, visible
from ._settings import chosen, settle


def run(argv: Sequence[str] | None = None) -> int:
    """Run the command line; see `readiness._cli.main`."""
    options = parse(argv)
    if sys.stdout is None:  # closed by whoever started the program
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    try:
        settled = settle(options, os.environ, Path.cwd())
        for line in chosen(settled):
            detail(settled, line)
        command = import_module(f"readiness._cli.{options.module}")
        _refuse_outputs(command, settled)
        code = int(command.run(settled))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has stopped reading; point it elsewhere so that the interpreter's exit is quiet.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.ERROR
    except (Exception, SystemExit) as error:  # noqa: BLE001 - no traceback for people, and no plug-in ends a run as clear
        message, code = _failure(error)
        _say(message)
    return code


def _refuse_outputs(command: ModuleType, settled: argparse.Namespace) -> None:
    """Refuse files that must not be written, before anything is read, with what else is wrong with them."""
    problems = list(wrong_places(settled, Path.cwd()))
    if problems:
        try:
            getattr(command, "refuse_outputs", lambda _: None)(settled)
        except InputError as error:
            told = {one.file for one in problems}
            problems += (one for one in error.problems if one.file not in told)
        raise InputError(problems)


def _failure(error: BaseException) -> tuple[str, Exit]:
    """Return what to tell a person of *error*, who must never meet a traceback, and the exit code."""
    match error:
        case NothingToAssessError():
            return f"nothing to assess: {error}", Exit.NOTHING
        case InputError():
            return _headed(error), Exit.ERROR
        case ReadinessError():
            return str(error), Exit.ERROR
        case OSError():
            return f"{error.filename or 'the system'}: {error.strerror or error}", Exit.ERROR
        case _:
            return f"internal error, please report it: {type(error).__name__}: {error}{_where(error)}", Exit.ERROR


def _headed(error: InputError) -> str:
    """Return the problems one to a line, with their number above if there are several."""
    lines = [str(problem) for problem in error.problems]
    return lines[0] if len(lines) == 1 else "\n  ".join([f"{len(lines)} problems:", *lines])


def _say(text: str) -> None:
    stream = sys.stderr
    shown = "\n".join(visible(shortened(line)) for line in text.split("\n"))
    stream.write(fitting(f"readiness: {shown}\n", stream, "backslashreplace"))


def _where(error: BaseException) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f" (at {os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno})" if trace else ""  # noqa: PTH119
