"""The arguments. Each command's module is imported only once it has been chosen."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn

from readiness._version import __version__

from ._options import (
    Several,
    Unset,
    add_action,
    add_command,
    baseline_option,
    catalogue_option,
    day,
    file_path,
    judged_options,
    only_option,
    options_of_all,
    output_option,
    own_options,
    path,
    templates_option,
    text_file,
    text_or,
)
from ._parser_keeping import (
    add_accept,
    add_approve,
    add_catalogues,
    add_claim,
    add_init,
    add_register,
    add_suggest,
    add_waive,
)
from ._parser_looking_back import add_diff, add_report, add_trend

if TYPE_CHECKING:
    from ._options import Commands

_ALWAYS = frozenset({"help", "version", "action"})
_EPILOG = """\
exit codes:
  0  clear: no finding at or above the level asked for
  1  findings
  2  the command line, the catalogue, the register or the plan has a mistake, or the program has
  3  nothing to assess; never a success
"""


class _Parser(argparse.ArgumentParser):
    """
    A parser that knows the nearest word when one is mistyped.

    Attributes:
        commands: the parser of each command.
        mixing: whether words and options are being told apart already.
    """

    commands: Mapping[str, argparse.ArgumentParser] = MappingProxyType({})
    mixing = False

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """
        Parse, seeing all that is no option at once.

        Otherwise, as DIR may be left out, it would be taken for the document in `claim DIR DOCUMENT --note N OA12`.
        """
        if self.mixing or not self._may_mix():
            return super().parse_known_args(args, namespace)
        self.mixing = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self.mixing = False

    def _may_mix(self) -> bool:
        given = [action for action in self._actions if not action.option_strings]
        return len(given) > 1 and all(action.choices is None for action in given)  # a command has its own

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, with the option that may have been meant, and leave with exit code 2."""
        mistyped = next((word for word in message.split() if word.startswith("--")), "")
        if message.startswith("unrecognized arguments") and mistyped:
            options = (word for one in self.commands.values() for word in one._option_string_actions)  # noqa: SLF001 - it has no public name
            message += _hint(mistyped.partition("=")[0], options)
        super().error(message)


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """Return the options that the arguments ask for, or leave with a message and exit code 2."""
    words = sys.argv[1:] if argv is None else list(argv)
    whole = parser()
    if words and not words[0].startswith("-") and words[0] not in whole.commands:
        known = f"; there are: {', '.join(whole.commands)}"
        whole.error(f"no command is called {words[0]!r}{_hint(words[0], whole.commands) or known}")
    for one in every(whole):
        for action in one._actions:  # noqa: SLF001 - it has no public name
            if action.dest not in _ALWAYS and not action.required and action.default is not argparse.SUPPRESS:
                action.default = Unset(action.default)
    return whole.parse_args(words)


def every(whole: argparse.ArgumentParser) -> Iterator[Any]:
    """Yield the parser and those of its commands and their actions."""
    yield whole
    for action in whole._actions:  # noqa: SLF001 - it has no public name
        for one in action.choices.values() if isinstance(action.choices, dict) else ():
            yield from every(one)


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
    options_of_all(whole, default=False)
    commands = whole.add_subparsers(metavar="COMMAND", required=True)
    _check(commands)
    _profile(commands)
    _gaps(commands)
    _map(commands)
    add_diff(commands)
    add_trend(commands)
    add_report(commands)
    _plan(commands)
    _explain(commands)
    add_init(commands)
    add_suggest(commands)
    add_accept(commands)
    add_claim(commands)
    add_approve(commands)
    add_waive(commands)
    add_register(commands)
    add_catalogues(commands)
    _baselines(commands)
    _config(commands)
    _wording(commands)
    _completion(commands)
    whole.commands = commands.choices
    return whole


def _check(commands: Commands) -> None:
    command = add_command(commands, "check", "the gate: fail when a criterion lacks evidence")
    judged_options(command)
    only_option(command)
    baseline_option(command)
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
        action=Several,
        default=[],
        metavar="[FORMAT=]FILE",
        help="write the report to a file too; may be given several times; without FORMAT the suffix chooses",
    )


def _profile(commands: Commands) -> None:
    command = add_command(commands, "profile", "write the evidence profile, to be read, printed and signed")
    judged_options(command)
    only_option(command)
    baseline_option(command)
    command.add_argument(
        "-o",
        "--output",
        type=file_path,
        action=Several,
        required=True,
        metavar="FILE",
        help="where; the suffix chooses: .html, .docx, .odt, .pdf, .xlsx, .md, .json, .csv, .sarif, .svg, .xml; "
        "may be given several times",
    )
    own_options(command)


def _gaps(commands: Commands) -> None:
    command = add_command(commands, "gaps", "list the gaps, what to do first coming first")
    judged_options(command)
    only_option(command)
    baseline_option(command)
    text_file(command)


def _map(commands: Commands) -> None:
    command = add_command(commands, "map", "show which document is evidence for which criterion, and where")
    judged_options(command)
    only_option(command)
    text_or(command, "html", "csv")
    output_option(command, "write it there; the suffix chooses: .html, .csv or .txt")
    templates_option(command)


def _plan(commands: Commands) -> None:
    command = add_command(commands, "plan", "read a project plan and show what was understood of it")
    command.add_argument("file", type=path, metavar="FILE", help="table text, csv or xlsx")
    command.add_argument("--as-of", type=day, metavar="DATE", help="say which actions are overdue on this day")
    text_or(command, "json", "csv")
    output_option(command, "write it there; the suffix chooses: .json, .csv or .txt")
    catalogue_option(command)


def _explain(commands: Commands) -> None:
    command = add_command(commands, "explain", "explain a criterion, assessment or rule; without a name, list them all")
    command.add_argument("name", nargs="?", default="", metavar="NAME", help="such as OA12, RA7 or has-kinds")
    text_file(command)
    catalogue_option(command)


def _baselines(commands: Commands) -> None:
    command = add_command(commands, "baseline", "write down what is wrong today, so that only what is new fails")
    actions = command.add_subparsers(metavar="ACTION", required=True, dest="action")
    writing = add_action(actions, "write", "write what is wrong now; what is mended is dropped")
    judged_options(writing)
    output_option(writing, "a file outside the folder", required=True)


def _config(commands: Commands) -> None:
    command = add_command(commands, "config", "show what holds for check, and where each value came from")
    judged_options(command)
    only_option(command)
    baseline_option(command)
    _gate(command)


def _wording(commands: Commands) -> None:
    command = add_command(commands, "wording", "print the words of the outputs, for a wording.toml of your own")
    command.add_argument("file", type=path, nargs="?", metavar="FILE", help="check one instead: a wording.toml")


def _completion(commands: Commands) -> None:
    command = add_command(commands, "completion", "print what makes a shell complete words with the tabulator key")
    command.add_argument("shell", choices=("bash", "zsh", "fish"), metavar="SHELL", help="bash, zsh or fish")
    command.add_argument("--program", default="readiness", metavar="NAME", help="if you call it by another name")
