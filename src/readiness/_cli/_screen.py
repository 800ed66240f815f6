"""Write for a terminal: width, colour only where there is one, and no character that the screen cannot show."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from typing import TextIO

from attrs import frozen

from readiness.model import Rag

_CODES = {Rag.GREEN: "32", Rag.AMBER: "33", Rag.RED: "31", Rag.GREY: "90", Rag.PURPLE: "35", Rag.NONE: "0"}
_WIDEST = 110
UNSEEN = 100
"""Columns where nobody sees how many there are."""
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
    def of(cls, stream: TextIO) -> Screen:
        """Return the screen behind *stream*: colour and real width on a terminal, neither in a file or a pipe."""
        terminal = stream.isatty()
        columns = shutil.get_terminal_size((UNSEEN, 24)).columns if terminal else UNSEEN
        return cls(terminal and not os.environ.get("NO_COLOR"), max(40, min(columns, _WIDEST)))

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


def visible(text: str) -> str:
    r"""
    Return *text* without characters that would move the cursor or colour the screen.

    >>> visible("a\x1b[31mb\tc")
    'a?[31mb c'
    """
    return "".join(one if one.isprintable() else " " if one.isspace() else "?" for one in text)


def write(text: str, stream: TextIO | None = None) -> None:
    """Write *text* and a line end, with a stand-in for what the stream's encoding lacks."""
    target = stream or sys.stdout
    target.write(fitting(f"{text}\n", target))


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
