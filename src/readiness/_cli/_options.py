"""What several commands take, and how an argument becomes a value."""

from __future__ import annotations

import argparse
import os
import re
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    Actions = argparse._SubParsersAction[Any]  # noqa: SLF001 - it has no public name
    Commands = argparse._SubParsersAction[Any]  # noqa: SLF001 - it has no public name

_WHOLE = 100


@frozen
class Unset:
    """Stands for an option that the command line does not give."""

    default: Any


_MANY_DIGITS = 6
_FOLDER = "DIR"
TEXT, OLDER_TEXT = "text", "table"
"""What is printed for people, and what `map` and `plan` called it at first."""
EVERYWHERE = ("quiet", "verbose", "color")
"""What every command takes, before its name or after it."""


class Several(argparse.Action):
    """An option that may be given several times; what is given replaces the default instead of adding to it."""

    def __call__(
        self, _parser: argparse.ArgumentParser, options: argparse.Namespace, values: Any, _name: str | None = None
    ) -> None:
        """Add one value."""
        before = getattr(options, self.dest, None)
        setattr(options, self.dest, [*(before if isinstance(before, list) else ()), values])


class Once(argparse.Action):
    """An option of which a second one would take the place of the first, and nobody would hear of it."""

    def __call__(
        self, _parser: argparse.ArgumentParser, options: argparse.Namespace, values: Any, _name: str | None = None
    ) -> None:
        """Set the value."""
        before = getattr(options, self.dest, None)
        if isinstance(before, Path):
            one = "folder" if self.metavar == _FOLDER else "file"
            message = f"is given twice, as {before} and as {values}; this command writes one {one}, so run it for each"
            raise argparse.ArgumentError(self, message)
        setattr(options, self.dest, values)


def add_command(commands: Commands, name: str, about: str) -> argparse.ArgumentParser:
    """Return the parser of a command of that name."""
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=about, description=f"{about[:1].upper()}{about[1:]}."
    )
    command.set_defaults(module=f"_{name}")
    options_of_all(command)
    return command


def add_action(actions: Actions, name: str, about: str) -> argparse.ArgumentParser:
    """Return the parser of an action of a command."""
    parser: argparse.ArgumentParser = actions.add_parser(
        name, help=about, description=f"{about[:1].upper()}{about[1:]}."
    )
    options_of_all(parser)
    return parser


def options_of_all(command: argparse.ArgumentParser, default: Any = argparse.SUPPRESS) -> None:
    """Add what every command takes; only before the name of the command is there a default to give."""
    group = command.add_argument_group("options of every command")
    group.add_argument("-q", "--quiet", action="store_true", default=default, help="only the result and what is wrong")
    group.add_argument(
        "-v", "--verbose", action="store_true", default=default, help="say what is read, how long it took, and why"
    )
    group.add_argument(
        "--colour",
        "--color",
        dest="color",
        choices=("auto", "always", "never"),
        metavar="WHEN",
        default=default if default is argparse.SUPPRESS else "auto",
        help="auto, always or never (default: auto, on a terminal)",
    )


def folder_option(command: argparse.ArgumentParser, about: str = "") -> None:
    """Add the folder, which the settings can name too."""
    command.add_argument(
        "folder",
        type=path,
        nargs="?",
        metavar="DIR",
        help=f"{about or 'the folder with register.toml and the evidence'} (default: the folder of the settings)",
    )


def judged_options(command: argparse.ArgumentParser) -> None:
    """Add what every command takes that judges a folder."""
    folder_option(command)
    command.add_argument("--as-of", type=day, metavar="DATE", help="judge as on this day (default: today)")
    command.add_argument("--assessment", default="", metavar="ID", help="such as RA7 (default: the register's)")
    command.add_argument("--plan", type=path, metavar="FILE", help="the project plan (default: the register's)")
    command.add_argument(
        "--suggest",
        action="store_true",
        help="say where a document seems to fit a criterion that nothing is claimed for",
    )
    command.add_argument(
        "--warn-before", type=days, metavar="DAYS", help="warn so long before something lapses, 0 for not (default: 30)"
    )
    cache_option(command)
    catalogue_option(command)


def only_option(command: argparse.ArgumentParser) -> None:
    """Add the option to judge a part."""
    command.add_argument(
        "--only",
        action=Several,
        default=[],
        metavar="CRITERION",
        help="judge only this one, such as OA8, OA8-10 or a strand; may be given several times",
    )


def baseline_option(command: argparse.ArgumentParser) -> None:
    """Add the option for what is known to be wrong."""
    command.add_argument(
        "--baseline", type=path, metavar="FILE", help="what is known to be wrong; only what is new fails"
    )


def text_or(command: argparse.ArgumentParser, *forms: str) -> None:
    """Add the format of a command that shows text, which may be asked for by its older name too."""
    choices = (TEXT, *forms, OLDER_TEXT)
    command.add_argument("--format", choices=choices, default="", help=f"default: {TEXT}; {OLDER_TEXT} is the same")


def text_file(command: argparse.ArgumentParser) -> None:
    """Add the file for a command that only ever writes text."""
    output_option(command, "write it there: a name that ends in .txt")


def output_option(
    command: argparse.ArgumentParser, about: str, *, metavar: str = "FILE", required: bool = False
) -> None:
    """Add the file that a command writes, or the folder that it makes; one, and no more."""
    kind = path if metavar == _FOLDER else file_path
    command.add_argument("-o", "--output", type=kind, action=Once, required=required, metavar=metavar, help=about)
    command.set_defaults(makes_folder=metavar == _FOLDER)


def own_options(command: argparse.ArgumentParser) -> None:
    """Add what an organisation may bring of its own."""
    command.add_argument(
        "--template", type=path, metavar="FILE", help="a Word document to take styles, page, header and footer from"
    )
    command.add_argument(
        "--templates",
        type=path,
        metavar="DIR",
        help="a folder of your own: templates of pages, each in the place of the one of its name, and wording.toml",
    )


def templates_option(command: argparse.ArgumentParser) -> None:
    """Add the option for templates of one's own to a command whose page has none of the words of wording.toml."""
    command.add_argument(
        "--templates",
        type=path,
        metavar="DIR",
        help="for html: a folder of your own templates, each in the place of the one of its name",
    )
    command.set_defaults(template=None)


def cache_option(command: argparse.ArgumentParser) -> None:
    """Add the option to keep nothing of what was read."""
    command.add_argument(
        "--no-cache", action="store_true", help="open every document, and keep nothing of what was read"
    )


def catalogue_option(command: argparse.ArgumentParser) -> None:
    """Add the option for another list of criteria."""
    command.add_argument("--catalogue", type=path, metavar="PATH", help="another list of criteria: a folder, or OSCAL")


def path(text: str) -> Path:
    """Return a path; an empty one is refused."""
    if not text.strip():
        raise argparse.ArgumentTypeError("expected a path, found nothing")
    return Path(text)


def file_path(text: str) -> Path:
    """Return the path of a file to be written; what ends as a folder does is none."""
    if is_folder(text):
        raise argparse.ArgumentTypeError(f"{text!r} is a folder; name a file in it")
    return path(text)


def is_folder(text: str) -> bool:
    """
    Return whether a path is written as that of a folder, whether there is one or not; a `Path` forgets it.

    >>> is_folder("reports/"), is_folder("reports/a.html")
    (True, False)
    """
    return text.endswith(("/", os.sep))


def percent(text: str) -> int:
    """Return a whole number from 0 to 100."""
    if not (text.isascii() and text.isdigit() and int(text) <= _WHOLE):
        raise argparse.ArgumentTypeError(f"expected a number from 0 to {_WHOLE}, found {text!r}")
    return int(text)


def days(text: str) -> int:
    """Return a number of days."""
    if not (text.isascii() and text.isdigit() and len(text) < _MANY_DIGITS):
        raise argparse.ArgumentTypeError(f"expected a number of days such as 30, found {text!r}")
    return int(text)


def day(text: str) -> date:
    """Return the day that a text names."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"expected a date such as 2009-05-29, found {text!r}{_meant(text)}") from None


def _meant(text: str) -> str:
    """Return the day that a date written in figures with the year last seems to mean, as the end of a sentence."""
    parts = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text.strip())
    if parts is None:
        return ""
    first, second, year = map(int, parts.groups())
    days = []
    for day_, month in dict.fromkeys(((first, second), (second, first))):
        with suppress(ValueError):
            days.append(date(year, month, day_).isoformat())
    return f"; did you mean {' or '.join(days)}?" if days else ""


def document_options(command: argparse.ArgumentParser) -> None:
    """Add the folder and the document that a command changes."""
    registered_options(command)
    command.add_argument("document", type=path, metavar="DOCUMENT", help="its path in the folder")


def registered_options(command: argparse.ArgumentParser) -> None:
    """Add the folder whose register a command changes."""
    folder_option(command)
