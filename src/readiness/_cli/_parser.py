"""The arguments. Each command's module is imported only once it has been chosen."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn

from attrs import frozen

from readiness._version import __version__

if TYPE_CHECKING:
    _Actions = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no public name
    _Commands = argparse._SubParsersAction["_Parser"]  # noqa: SLF001 - it has no public name

_ALWAYS = frozenset({"help", "version", "action"})
_EPILOG = """\
exit codes:
  0  clear: no finding at or above the level asked for
  1  findings
  2  the command line, the catalogue, the register or the plan has a mistake, or the program has
  3  nothing to assess; never a success
"""


@frozen
class Unset:
    """Stands for an option that the command line does not give."""

    default: Any


class _Parser(argparse.ArgumentParser):
    """
    A parser that knows the nearest word when one is mistyped.

    Attributes:
        commands: the parser of each command.
    """

    commands: Mapping[str, argparse.ArgumentParser] = MappingProxyType({})

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, with the option that may have been meant, and leave with exit code 2."""
        mistyped = next((word for word in message.split() if word.startswith("--")), "")
        if message.startswith("unrecognized arguments") and mistyped:
            options = (word for one in self.commands.values() for word in one._option_string_actions)  # noqa: SLF001 - it has no public name
            message += _hint(mistyped.partition("=")[0], options)
        super().error(message)


class _Several(argparse.Action):
    """An option that may be given several times; what is given replaces the default instead of adding to it."""

    def __call__(
        self, _parser: argparse.ArgumentParser, options: argparse.Namespace, values: Any, _name: str | None = None
    ) -> None:
        """Add one value."""
        before = getattr(options, self.dest, None)
        setattr(options, self.dest, [*(before if isinstance(before, list) else ()), values])


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """Return the options that the arguments ask for, or leave with a message and exit code 2."""
    words = sys.argv[1:] if argv is None else list(argv)
    whole = parser()
    if words and not words[0].startswith("-") and words[0] not in whole.commands:
        known = f"; there are: {', '.join(whole.commands)}"
        whole.error(f"no command is called {words[0]!r}{_hint(words[0], whole.commands) or known}")
    for one in _every(whole):
        for action in one._actions:  # noqa: SLF001 - it has no public name
            if action.dest not in _ALWAYS and not action.required:
                action.default = Unset(action.default)
    return whole.parse_args(words)


def _every(whole: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield whole
    for action in whole._actions:  # noqa: SLF001 - it has no public name
        for one in action.choices.values() if isinstance(action.choices, dict) else ():
            yield from _every(one)


def _hint(written: str, known: Iterable[str]) -> str:
    close = get_close_matches(written, list(known), n=1, cutoff=0.6)
    return f"; did you mean {close[0]!r}?" if close else ""


def parser() -> _Parser:
    """Return the parser of the whole command line."""
    whole = _Parser(
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
    _map(commands)
    _plan(commands)
    _explain(commands)
    _init(commands)
    _accept(commands)
    _claim(commands)
    _approve(commands)
    _waive(commands)
    _register(commands)
    _catalogues(commands)
    _baselines(commands)
    _config(commands)
    whole.commands = commands.choices
    return whole


def _command(commands: _Commands, name: str, about: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=about, description=f"{about[:1].upper()}{about[1:]}.")
    command.set_defaults(module=f"_{name}")
    return command


def _check(commands: _Commands) -> None:
    command = _command(commands, "check", "the gate: fail when a criterion lacks evidence")
    _judged(command)
    _known(command)
    _gate(command)


def _gate(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--fail-on",
        choices=("error", "warning", "note"),
        default="error",
        metavar="LEVEL",
        help="exit 1 for findings at this level or above: error, warning or note (default: error)",
    )
    command.add_argument(
        "--format",
        default="text",
        metavar="FORMAT",
        help="what to print: text, json, junit, sarif, github, gitlab, csv, badge, md or html (default: text)",
    )
    command.add_argument(
        "-o",
        "--output",
        action=_Several,
        default=[],
        metavar="[FORMAT=]FILE",
        help="write the report to a file too; may be given several times; without FORMAT the suffix chooses",
    )


def _profile(commands: _Commands) -> None:
    command = _command(commands, "profile", "write the evidence profile, to be read, printed and signed")
    _judged(command)
    command.add_argument(
        "-o",
        "--output",
        type=_path,
        required=True,
        metavar="FILE",
        help="where to write it; the suffix chooses the format: .html, .md, .json, .csv, .sarif, .svg or .xml",
    )


def _gaps(commands: _Commands) -> None:
    command = _command(commands, "gaps", "list the gaps, what to do first coming first")
    _judged(command)
    _known(command)


def _map(commands: _Commands) -> None:
    command = _command(commands, "map", "show which document is evidence for which criterion, and where")
    _judged(command)
    command.add_argument("--format", choices=("table", "html", "csv"), default="", help="default: table")
    command.add_argument(
        "-o", "--output", type=_path, metavar="FILE", help="write it there; the suffix chooses: .html, .csv or .txt"
    )


def _plan(commands: _Commands) -> None:
    command = _command(commands, "plan", "read a project plan and show what was understood of it")
    command.add_argument("file", type=_path, metavar="FILE", help="table text, csv or xlsx")
    command.add_argument("--as-of", type=_day, metavar="DATE", help="say which actions are overdue on this day")
    command.add_argument("--format", choices=("table", "json", "csv"), default="table", help="default: table")
    _catalogue(command)


def _explain(commands: _Commands) -> None:
    command = _command(commands, "explain", "explain a criterion, assessment or rule; without a name, list them all")
    command.add_argument("name", nargs="?", default="", metavar="NAME", help="such as OA12, RA7 or has-kinds")
    _catalogue(command)


def _init(commands: _Commands) -> None:
    command = _command(commands, "init", "write a first register for a folder of documents")
    command.add_argument("folder", type=_path, metavar="DIR", help="the folder that holds the evidence")
    command.add_argument("--organisation", default="", metavar="NAME", help="name of the organisation")
    command.add_argument("--system", default="", metavar="NAME", help="the system to be accredited for")
    command.add_argument("--assessment", default="", metavar="ID", help="such as RA7")
    command.add_argument("--due", type=_day, metavar="DATE", help="the day the assessment is due")
    _catalogue(command)


def _accept(commands: _Commands) -> None:
    command = _command(commands, "accept", "record that you have looked at what is claimed, so that a change shows")
    command.add_argument("folder", type=_path, metavar="DIR", help="the folder with register.toml and the evidence")
    command.add_argument(
        "document", type=_path, nargs="?", metavar="DOCUMENT", help="one document (default: all claimed)"
    )
    command.add_argument("--by", default="", metavar="NAME", help="who has looked, a role rather than a name")
    command.add_argument("--on", type=_day, metavar="DATE", help="the day (default: today)")
    _opened(command)
    _catalogue(command)


def _claim(commands: _Commands) -> None:
    command = _command(commands, "claim", "claim in the register that a document is evidence for a criterion")
    _of_document(command)
    command.add_argument("criterion", metavar="CRITERION", help="such as OA12")
    command.add_argument(
        "--aspect",
        action="append",
        default=[],
        metavar="ASPECT",
        help="only for this aspect; may be given several times",
    )
    command.add_argument("--where", default="", metavar="WHERE", help="page, heading, cell, or a phrase in quotes")
    command.add_argument("--note", default="", metavar="NOTE", help="what the assessor should know")
    _catalogue(command)


def _approve(commands: _Commands) -> None:
    command = _command(commands, "approve", "note in the register that a body has approved a document")
    _of_document(command)
    command.add_argument("--body", required=True, metavar="BODY", help="who approved it, such as LSCB")
    command.add_argument("--on", type=_day, required=True, metavar="DATE", help="the day")
    command.add_argument("--minute", default="", metavar="MINUTE", help="reference of the minute")
    _catalogue(command)


def _waive(commands: _Commands) -> None:
    command = _command(commands, "waive", "note in the register that a criterion is excused for a while")
    _registered(command)
    command.add_argument("criterion", metavar="CRITERION", help="such as OA12")
    command.add_argument("--reason", required=True, metavar="REASON", help="why it is excused")
    command.add_argument("--approver", required=True, metavar="APPROVER", help="who decided, a role rather than a name")
    command.add_argument("--from", type=_day, required=True, dest="first", metavar="DATE", help="first day it holds")
    command.add_argument("--until", type=_day, required=True, metavar="DATE", help="last day it holds")
    _catalogue(command)


def _of_document(command: argparse.ArgumentParser) -> None:
    _registered(command)
    command.add_argument("document", type=_path, metavar="DOCUMENT", help="its path in the folder")


def _registered(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", type=_path, metavar="DIR", help="the folder with register.toml and the evidence")


def _register(commands: _Commands) -> None:
    command = _command(commands, "register", "take the register out to a spreadsheet, and bring it back in")
    actions = command.add_subparsers(metavar="ACTION", required=True, dest="action")
    exporting = _action(actions, "export", "write the register as a spreadsheet")
    _registered(exporting)
    exporting.add_argument(
        "-o", "--output", type=_path, required=True, metavar="FILE", help="a name that ends in .xlsx or .csv"
    )
    _catalogue(exporting)
    importing = _action(actions, "import", "show what a spreadsheet would change in the register, or change it")
    _registered(importing)
    importing.add_argument("file", type=_path, metavar="FILE", help="the spreadsheet: .xlsx or .csv")
    importing.add_argument("--apply", action="store_true", help="write the changes (default: only show them)")
    importing.add_argument(
        "--anyway", action="store_true", help="go on although the register was changed after the export"
    )
    _catalogue(importing)


def _catalogues(commands: _Commands) -> None:
    command = _command(commands, "catalogue", "list, check, import and export lists of criteria")
    actions = command.add_subparsers(metavar="ACTION", required=True, dest="action")
    listing = _action(actions, "list", "list the catalogues that come with the program, or what is in one")
    listing.add_argument("place", nargs="?", default="", metavar="CATALOGUE", help="its name, its folder or its file")
    checking = _action(actions, "validate", "report every problem of a catalogue")
    checking.add_argument("place", metavar="CATALOGUE", help="a folder, or a file of OSCAL")
    importing = _action(actions, "import", "write a catalogue in OSCAL as a folder of files to edit")
    importing.add_argument("place", metavar="FILE", help="a file of OSCAL: .json, .yaml or .xml")
    importing.add_argument("-o", "--output", type=_path, required=True, metavar="DIR", help="a folder to be made")
    exporting = _action(actions, "export", "write a catalogue for other programs")
    _catalogue(exporting)
    exporting.add_argument("--format", choices=("oscal",), default="oscal", help="default: oscal")
    exporting.add_argument("--as-of", type=_day, metavar="DATE", help="the day to date it (default: today)")
    exporting.add_argument("-o", "--output", type=_path, metavar="FILE", help="where to write it (default: the screen)")


def _baselines(commands: _Commands) -> None:
    command = _command(commands, "baseline", "write down what is wrong today, so that only what is new fails")
    actions = command.add_subparsers(metavar="ACTION", required=True, dest="action")
    writing = _action(actions, "write", "write what is wrong now; what is mended is dropped")
    _judged(writing)
    writing.add_argument("-o", "--output", type=_path, required=True, metavar="FILE", help="a file outside the folder")


def _config(commands: _Commands) -> None:
    command = _command(commands, "config", "show what holds for check, and where each value came from")
    _judged(command)
    _known(command)
    _gate(command)


def _action(actions: _Actions, name: str, about: str) -> argparse.ArgumentParser:
    return actions.add_parser(name, help=about, description=f"{about[:1].upper()}{about[1:]}.")


def _judged(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "folder",
        type=_path,
        nargs="?",
        metavar="DIR",
        help="the folder with register.toml and the evidence (default: the folder of the settings)",
    )
    command.add_argument("--as-of", type=_day, metavar="DATE", help="judge as on this day (default: today)")
    command.add_argument("--assessment", default="", metavar="ID", help="such as RA7 (default: the register's)")
    command.add_argument("--plan", type=_path, metavar="FILE", help="the project plan (default: the register's)")
    _opened(command)
    _catalogue(command)


def _known(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--baseline", type=_path, metavar="FILE", help="what is known to be wrong; only what is new fails"
    )


def _opened(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--no-cache", action="store_true", help="open every document, and keep nothing of what was read"
    )


def _catalogue(command: argparse.ArgumentParser) -> None:
    command.add_argument("--catalogue", type=_path, metavar="PATH", help="another list of criteria: a folder, or OSCAL")


def _path(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError("expected a path, found nothing")
    return Path(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"expected a date such as 2009-05-29, found {text!r}") from None
