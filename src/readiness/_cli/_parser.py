"""The arguments. Each command's module is imported only once it has been chosen."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from readiness._version import __version__

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no public name

_EPILOG = """\
exit codes:
  0  clear: no finding at or above the level asked for
  1  findings
  2  the command line, the catalogue, the register or the plan has a mistake, or the program has
  3  nothing to assess; never a success
"""


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    whole = argparse.ArgumentParser(
        prog="readiness",
        description="Check an evidence folder against a list of criteria, and show every gap.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action="version", version=f"readiness {__version__}")
    commands = whole.add_subparsers(metavar="COMMAND", required=True)
    _check(commands)
    _profile(commands)
    _gaps(commands)
    _plan(commands)
    _explain(commands)
    _init(commands)
    _catalogues(commands)
    return whole


def _command(commands: _Commands, name: str, about: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=about, description=f"{about[:1].upper()}{about[1:]}.")
    command.set_defaults(module=f"_{name}")
    return command


def _check(commands: _Commands) -> None:
    command = _command(commands, "check", "the gate: fail when a criterion lacks evidence")
    _judged(command)
    command.add_argument(
        "--fail-on",
        choices=("error", "warning", "note"),
        default="error",
        metavar="LEVEL",
        help="exit 1 for findings at this level or above: error, warning or note (default: error)",
    )
    command.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def _profile(commands: _Commands) -> None:
    command = _command(commands, "profile", "write the evidence profile, to be read, printed and signed")
    _judged(command)
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FILE",
        help="where to write it; the suffix chooses the format: .html, .md or .json",
    )


def _gaps(commands: _Commands) -> None:
    _judged(_command(commands, "gaps", "list the gaps, what to do first coming first"))


def _plan(commands: _Commands) -> None:
    command = _command(commands, "plan", "read a project plan and show what was understood of it")
    command.add_argument("file", type=Path, metavar="FILE", help="table text, csv or xlsx")
    command.add_argument("--as-of", type=_day, metavar="DATE", help="say which actions are overdue on this day")
    command.add_argument("--format", choices=("table", "json", "csv"), default="table", help="default: table")
    _catalogue(command)


def _explain(commands: _Commands) -> None:
    command = _command(commands, "explain", "explain a criterion or a rule; without a name, list both")
    command.add_argument("name", nargs="?", default="", metavar="NAME", help="such as OA12 or has-kinds")
    _catalogue(command)


def _init(commands: _Commands) -> None:
    command = _command(commands, "init", "write a first register for a folder of documents")
    command.add_argument("folder", type=Path, metavar="DIR", help="the folder that holds the evidence")
    command.add_argument("--organisation", default="", metavar="NAME", help="name of the organisation")
    command.add_argument("--system", default="", metavar="NAME", help="the system to be accredited for")
    command.add_argument("--assessment", default="", metavar="ID", help="such as RA7")
    command.add_argument("--due", type=_day, metavar="DATE", help="the day the assessment is due")
    _catalogue(command)


def _catalogues(commands: _Commands) -> None:
    command = _command(commands, "catalogue", "list, check, import and export lists of criteria")
    actions = command.add_subparsers(metavar="ACTION", required=True, dest="action")
    listing = _action(actions, "list", "list the catalogues that come with the program, or what is in one")
    listing.add_argument("place", nargs="?", default="", metavar="CATALOGUE", help="its name, its folder or its file")
    checking = _action(actions, "validate", "report every problem of a catalogue")
    checking.add_argument("place", metavar="CATALOGUE", help="a folder, or a file of OSCAL")
    importing = _action(actions, "import", "write a catalogue in OSCAL as a folder of files to edit")
    importing.add_argument("place", metavar="FILE", help="a file of OSCAL: .json, .yaml or .xml")
    importing.add_argument("-o", "--output", type=Path, required=True, metavar="DIR", help="a folder to be made")
    exporting = _action(actions, "export", "write a catalogue for other programs")
    _catalogue(exporting)
    exporting.add_argument("--format", choices=("oscal",), default="oscal", help="default: oscal")
    exporting.add_argument("--as-of", type=_day, metavar="DATE", help="the day to date it (default: today)")
    exporting.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to write it (default: the screen)")


def _action(actions: _Commands, name: str, about: str) -> argparse.ArgumentParser:
    return actions.add_parser(name, help=about, description=f"{about[:1].upper()}{about[1:]}.")


def _judged(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", type=Path, metavar="DIR", help="the folder with register.toml and the evidence")
    command.add_argument("--as-of", type=_day, metavar="DATE", help="judge as on this day (default: today)")
    command.add_argument("--assessment", default="", metavar="ID", help="such as RA7 (default: the register's)")
    command.add_argument("--plan", type=Path, metavar="FILE", help="the project plan (default: the register's)")
    _catalogue(command)


def _catalogue(command: argparse.ArgumentParser) -> None:
    command.add_argument("--catalogue", type=Path, metavar="PATH", help="another list of criteria: a folder, or OSCAL")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"expected a date such as 2009-05-29, found {text!r}") from None
