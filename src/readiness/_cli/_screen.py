"""Write for a terminal: width, colour only where there is one, and no character that the screen cannot show."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import textwrap
from collections.abc import Mapping
from typing import TextIO

from attrs import frozen

from readiness.model import Rag

_CODES = {Rag.GREEN: "32", Rag.AMBER: "33", Rag.RED: "31", Rag.GREY: "90", Rag.PURPLE: "35", Rag.NONE: "0"}
_WIDEST = 110
UNSEEN = 100
"""Columns where nobody sees how many there are."""
_SHOWN = 500
"""Characters shown of either end of a message that is too long."""
_PLAIN = str.maketrans(
    {
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
        "\N{HORIZONTAL ELLIPSIS}": "...",
    }
)


@frozen
class Screen:
    """
    Where a report goes.

    Attributes:
        colour: whether to use colours.
        width: columns.
    """

    colour: bool
    width: int

    @classmethod
    def of(cls, stream: TextIO, color: str = "auto") -> Screen:
        """
        Return the screen behind *stream*: real width on a terminal, not in a file or a pipe.

        Args:
            stream: where a report goes.
            color: ``always``, ``never``, or ``auto``: what `coloured` says.
        """
        terminal = stream.isatty()
        columns = shutil.get_terminal_size((UNSEEN, 24)).columns if terminal else UNSEEN
        colour = color == "always" or (color == "auto" and coloured(os.environ, terminal=terminal))
        return cls(colour, max(40, min(columns, _WIDEST)))

    def paint(self, text: str, rag: Rag) -> str:
        """Return *text* in the colour of *rag*; its words must say the same."""
        return f"\x1b[{_CODES[rag]}m{text}\x1b[0m" if self.colour else text

    def bold(self, text: str) -> str:
        """Return *text* in bold, where there is such a thing."""
        return f"\x1b[1m{text}\x1b[0m" if self.colour else text

    def wrap(self, text: str, first: str = "", rest: str = "") -> str:
        """Return *text* in lines of the screen's width: *first* begins the first one, *rest* the others."""
        plain = visible(text)
        # A file name such as staff-records.txt stays in one piece.
        wrapper = textwrap.TextWrapper(self.width, first, rest or first, break_on_hyphens=False)
        return wrapper.fill(plain) or first


def coloured(environ: Mapping[str, str], *, terminal: bool) -> bool:
    """
    Return whether to use colours where nobody has said so: on a terminal that has them.

    ``NO_COLOR`` and ``FORCE_COLOR`` are what other programs understand, too: see https://no-color.org and
    https://force-color.org. An empty one counts as none; the first overrules the second.

    >>> coloured({}, terminal=True), coloured({"NO_COLOR": "1", "FORCE_COLOR": "1"}, terminal=True)
    (True, False)
    >>> coloured({"FORCE_COLOR": "1"}, terminal=False), coloured({"TERM": "dumb"}, terminal=True)
    (True, False)
    """
    if environ.get("NO_COLOR"):
        return False
    return bool(environ.get("FORCE_COLOR")) or (terminal and environ.get("TERM") != "dumb")


def visible(text: str) -> str:
    r"""
    Return *text* without characters that would move the cursor or colour the screen.

    >>> visible("a\x1b[31mb\tc")
    'a?[31mb c'
    """
    return "".join(one if one.isprintable() else " " if one.isspace() else "?" for one in text)


def shortened(line: str) -> str:
    """
    Return a line of a message; of one that is longer than anybody reads, the beginning and the end.

    >>> shortened("a.toml:3: key: missing"), len(shortened("9" * 70_000)) < 1100
    ('a.toml:3: key: missing', True)
    """
    more = len(line) - 2 * _SHOWN
    return line if more <= _SHOWN else f"{line[:_SHOWN]} [{more:,} characters left out] {line[-_SHOWN:]}"


def write(text: str, stream: TextIO | None = None) -> None:
    """Write *text* and a line end, with a stand-in for what the stream's encoding lacks."""
    target = stream or sys.stdout
    target.write(fitting(f"{text}\n", target))


def tell(options: argparse.Namespace, text: str) -> None:
    """Write what was done to standard error, unless only the result was asked for."""
    if not options.quiet:
        write(text, sys.stderr)


def detail(options: argparse.Namespace, text: str) -> None:
    """Write how a run goes to standard error, if somebody wants to know."""
    if options.verbose:
        write(visible(text), sys.stderr)


def fitting(text: str, stream: TextIO, otherwise: str = "replace") -> str:
    """
    Return *text* as *stream* can show it.

    Args:
        text: what is to be written.
        stream: for its encoding; where that lacks a quotation mark or a dash, a plain one stands in.
        otherwise: the error handler of `str.encode` for what has no stand-in.
    """
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, otherwise).decode(encoding)
    return text


def write_bytes(data: bytes) -> None:
    """Write *data*, which is UTF-8, to standard output as it is."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(data.decode("utf-8"))
    else:
        sys.stdout.flush()
        buffer.write(data)
