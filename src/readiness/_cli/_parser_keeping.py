"""The arguments of the commands that keep registers, catalogues and baselines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness._words import listed
from readiness.model import Kind

from ._options import (
    Several,
    add_action,
    add_command,
    cache_option,
    catalogue_option,
    day,
    document_options,
    folder_option,
    output_option,
    path,
    percent,
    registered_options,
    templates_option,
)

if TYPE_CHECKING:
    import argparse

    from ._options import Commands


def add_claim(commands: Commands) -> None:
    """Add the command of that name."""
    command = add_command(
        commands, "claim", "claim in the register that a document is evidence for a criterion, or take it back"
    )
    document_options(command)
    command.add_argument("criterion", metavar="CRITERION", help="such as OA12")
    command.add_argument(
        "--aspect",
        action=Several,
        default=[],
        metavar="ASPECT",
        help="only for this aspect; may be given several times",
    )
    command.add_argument("--where", default="", metavar="WHERE", help="page, heading, cell, or a phrase in quotes")
    command.add_argument("--note", default="", metavar="NOTE", help="what the assessor should know")
    command.add_argument(
        "--remove", action="store_true", help="take the claim back, and what was accepted of it; --where says which"
    )
    command.add_argument("--all", action="store_true", help="with --remove: all claims of the document for CRITERION")
    _facts_options(command)
    catalogue_option(command)


def _facts_options(command: argparse.ArgumentParser) -> None:
    """Add what is known of the document itself."""
    facts = command.add_argument_group("what is known of the document")
    facts.add_argument(
        "--kind",
        action=Several,
        default=[],
        choices=[one.value for one in Kind],
        metavar="KIND",
        help=f"{listed((one.value for one in Kind), 'or')}; may be given several times",
    )
    facts.add_argument("--owner", default="", metavar="OWNER", help="who looks after it, a role rather than a name")
    facts.add_argument(
        "--version", default="", dest="printed_version", metavar="VERSION", help="which version it says it is"
    )
    facts.add_argument("--effective", type=day, metavar="DATE", help="the day it takes effect")
    facts.add_argument("--review-by", type=day, metavar="DATE", help="the last day it is good for without a review")


def add_approve(commands: Commands) -> None:
    """Add the command of that name."""
    command = add_command(
        commands, "approve", "note in the register that a body has approved a document, or take it back"
    )
    document_options(command)
    command.add_argument("--body", default="", metavar="BODY", help="who approved it, such as LSCB")
    command.add_argument("--on", type=day, metavar="DATE", help="the day")
    command.add_argument("--minute", default="", metavar="MINUTE", help="reference of the minute")
    command.add_argument(
        "--version",
        default="",
        dest="approved_version",
        metavar="VERSION",
        help="which version was approved; approval of another one does not count",
    )
    _remove_options(command, "approval", "of the document", "--body, --on, --minute and --version say")
    catalogue_option(command)


def add_waive(commands: Commands) -> None:
    """Add the command of that name."""
    command = add_command(
        commands, "waive", "note in the register that a criterion is excused for a while, or take it back"
    )
    registered_options(command)
    command.add_argument("criterion", metavar="CRITERION", help="such as OA12")
    command.add_argument("--reason", default="", metavar="REASON", help="why it is excused")
    command.add_argument("--approver", default="", metavar="APPROVER", help="who decided, a role rather than a name")
    command.add_argument("--from", type=day, dest="first", metavar="DATE", help="first day it holds")
    command.add_argument("--until", type=day, metavar="DATE", help="last day it holds")
    _remove_options(command, "waiver", "of CRITERION", "--reason, --approver, --from and --until say")
    catalogue_option(command)


def _remove_options(command: argparse.ArgumentParser, noun: str, of: str, say: str) -> None:
    """Add what takes an entry back."""
    command.add_argument("--remove", action="store_true", help=f"take the {noun} back instead; {say} which")
    command.add_argument("--all", action="store_true", help=f"with --remove: all {noun}s {of} that fit")


def add_register(commands: Commands) -> None:
    """Add the command of that name."""
    command = add_command(commands, "register", "take the register out to a spreadsheet, and bring it back in")
    actions = command.add_subparsers(metavar="ACTION", required=True, dest="action")
    exporting = add_action(actions, "export", "write the register as a spreadsheet")
    registered_options(exporting)
    output_option(exporting, "a name that ends in .xlsx or .csv", required=True)
    catalogue_option(exporting)
    importing = add_action(actions, "import", "show what a spreadsheet would change in the register, or change it")
    registered_options(importing)
    importing.add_argument("file", type=path, metavar="FILE", help="the spreadsheet: .xlsx or .csv")
    importing.add_argument("--apply", action="store_true", help="write the changes (default: only show them)")
    importing.add_argument(
        "--anyway", action="store_true", help="go on although the register was changed after the export"
    )
    catalogue_option(importing)


def add_catalogues(commands: Commands) -> None:
    """Add the command of that name."""
    command = add_command(commands, "catalogue", "list, check, import and export lists of criteria")
    actions = command.add_subparsers(metavar="ACTION", required=True, dest="action")
    listing = add_action(actions, "list", "list the catalogues that come with the program, or what is in one")
    listing.add_argument("place", nargs="?", default="", metavar="CATALOGUE", help="its name, its folder or its file")
    checking = add_action(actions, "validate", "report every problem of a catalogue")
    checking.add_argument("place", metavar="CATALOGUE", help="a folder, or a file of OSCAL")
    importing = add_action(actions, "import", "write a catalogue in OSCAL as a folder of files to edit")
    importing.add_argument("place", metavar="FILE", help="a file of OSCAL: .json, .yaml or .xml")
    output_option(importing, "a folder to be made", metavar="DIR", required=True)
    exporting = add_action(actions, "export", "write a catalogue for other programs")
    exporting.add_argument("place", nargs="?", default="", metavar="CATALOGUE", help="its name, its folder or its file")
    catalogue_option(exporting)
    exporting.add_argument("--format", choices=("oscal",), default="oscal", help="default: oscal")
    exporting.add_argument("--as-of", type=day, metavar="DATE", help="the day to date it (default: today)")
    output_option(exporting, "where to write it (default: the screen)")


def add_accept(commands: Commands) -> None:
    """Add the command of that name."""
    command = add_command(commands, "accept", "record that you have looked at what is claimed, so that a change shows")
    folder_option(command)
    command.add_argument(
        "document", type=path, nargs="?", metavar="DOCUMENT", help="one document (default: all claimed)"
    )
    command.add_argument("--by", default="", metavar="NAME", help="who has looked, a role rather than a name")
    command.add_argument("--on", type=day, metavar="DATE", help="the day (default: today)")
    cache_option(command)
    catalogue_option(command)


def add_init(commands: Commands) -> None:
    """Add the command of that name."""
    command = add_command(commands, "init", "write a first register for a folder of documents")
    folder_option(command, "the folder that holds the evidence")
    command.add_argument("--organisation", default="", metavar="NAME", help="name of the organisation")
    command.add_argument("--system", default="", metavar="NAME", help="the system to be accredited for")
    command.add_argument("--assessment", default="", metavar="ID", help="such as RA7")
    command.add_argument("--due", type=day, metavar="DATE", help="the day the assessment is due")
    catalogue_option(command)


def add_suggest(commands: Commands) -> None:
    """Add the command of that name."""
    command = add_command(commands, "suggest", "suggest which passages may be evidence for what, to accept or reject")
    folder_option(command, "the folder of documents; it needs no register")
    command.add_argument(
        "--format", choices=("text", "html", "json", "csv", "md"), default="", help="what to print (default: text)"
    )
    templates_option(command)
    output_option(command, "write it there; the suffix chooses: .html, .json, .csv, .md or .txt")
    command.add_argument(
        "--only",
        "--criterion",
        action=Several,
        default=[],
        dest="criterion",
        metavar="CRITERION",
        help="only for this one, such as OA8, OA8-10 or a strand; may be given several times",
    )
    command.add_argument(
        "--least",
        type=percent,
        metavar="PERCENT",
        help="show nothing that is less sure (default: 50, with another catalogue 60;"
        " for a further criterion of a document 35 or 42)",
    )
    command.add_argument("--system", default="", metavar="NAME", help="the system that evidence has to be about")
    command.add_argument("--organisation", default="", metavar="NAME", help="whose folder it is")
    deciding = command.add_mutually_exclusive_group()
    deciding.add_argument("--interactive", action="store_true", help="ask about each: accept, reject or skip")
    deciding.add_argument(
        "--decisions", type=path, metavar="FILE", help="take them from the .csv, filled in with accept or reject"
    )
    command.add_argument("--write", action="store_true", help="keep the decisions: claims, and what was rejected")
    command.add_argument("--by", default="", metavar="NAME", help="who decides, a role rather than a name")
    command.add_argument("--on", type=day, metavar="DATE", help="the day of the decisions (default: today)")
    cache_option(command)
    catalogue_option(command)
