"""The arguments of the commands that compare assessments and make reports of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness._registry import report_renderers

from ._options import add_action, add_command, judged_options, only_option, output_option, own_options, path

_REPORTS = tuple(sorted(report_renderers.builtins))
"""The formats of reports."""
_SUFFIXES = f".{', .'.join(_REPORTS)}"
LEFT_OUT = {"highlight": ("csv",), "board": ("csv",), "actions": ()}
"""Formats that would lose what a report says outside of tables."""

if TYPE_CHECKING:
    from ._options import Commands


def add_diff(commands: Commands) -> None:
    """Add the command of that name."""
    command = add_command(commands, "diff", "show what changed between two assessments, and because of what")
    command.add_argument("old", type=path, metavar="OLD", help="an assessment as JSON, from profile -o FILE.json")
    command.add_argument("new", type=path, metavar="NEW", help="a later one")
    command.add_argument("--format", choices=("text", *_REPORTS, "json"), default="", help="default: text")
    output_option(command, f"write it there; its suffix chooses: {_SUFFIXES}, .json or .txt")
    own_options(command)
    command.add_argument(
        "--anyway",
        action="store_true",
        help="compare them although they are of different organisations, assessments or catalogues",
    )


def add_trend(commands: Commands) -> None:
    """Add the command of that name."""
    command = add_command(commands, "trend", "show how the criteria stood over time")
    command.add_argument("files", type=path, nargs="+", metavar="FILE", help="assessments as JSON, in any order")
    command.add_argument("--format", choices=("text", *_REPORTS), default="", help="default: text")
    output_option(command, f"write it there; its suffix chooses: {_SUFFIXES} or .txt")
    own_options(command)


def add_report(commands: Commands) -> None:
    """Add the command of that name."""
    command = add_command(commands, "report", "write a report for the board, the month, the owners or the work")
    actions = command.add_subparsers(metavar="KIND", required=True, dest="action")
    for name, about, compares in (
        ("highlight", "the monthly highlight report: progress, colours, risks and issues, next month", True),
        ("board", "the summary for a board, on one page", True),
        ("actions", "the action plan: each gap with what to do, who, by when and which plan action", False),
    ):
        kind = add_action(actions, name, about)
        judged_options(kind)
        only_option(kind)
        if compares:
            kind.add_argument(
                "--since", type=path, metavar="OLD", help="the last assessment as JSON, to say what moved"
            )
        forms = tuple(one for one in _REPORTS if one not in LEFT_OUT[name])
        kind.add_argument("--format", choices=forms, default="", help="default: md")
        output_option(kind, f"write it there; its suffix chooses: .{', .'.join(forms)}")
        own_options(kind)
    owners = add_action(actions, "owners", "a note for each owner, with nothing in it but what is theirs")
    judged_options(owners)
    only_option(owners)
    owners.add_argument("--format", choices=_REPORTS, default="html", help="default: html")
    output_option(owners, "a folder to be made", metavar="DIR", required=True)
    own_options(owners)
