"""The arguments of the commands that compare assessments and make reports of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._options import add_command, path

if TYPE_CHECKING:
    from ._options import Commands


def add_diff(commands: Commands) -> None:
    """Add the command of that name."""
    command = add_command(commands, "diff", "show what changed between two assessments, and because of what")
    command.add_argument("old", type=path, metavar="OLD", help="an assessment as JSON, from profile -o FILE.json")
    command.add_argument("new", type=path, metavar="NEW", help="a later one")
    command.add_argument(
        "--format", choices=("text", "md", "html", "docx", "odt", "pdf", "json"), default="", help="default: text"
    )
    command.add_argument(
        "-o",
        "--output",
        type=path,
        metavar="FILE",
        help="write it there; its suffix chooses: .html, .docx, .odt, .pdf, .md, .json or .txt",
    )
    command.add_argument(
        "--anyway",
        action="store_true",
        help="compare them although they are of different organisations, assessments or catalogues",
    )
