"""
A report as neutral blocks: what it says and in which order, with nothing of how a format looks.

Renderers turn the same blocks into Markdown, HTML or a word processor's document. Text is text: each renderer escapes
it for its format.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from attrs import field, frozen, validators

from ._drawing import Drawing
from ._status import Rag, Status


@frozen(kw_only=True)
class Words:
    """
    A run of text inside a paragraph, an item or a cell.

    Attributes:
        text: what it says; a status or a colour is said in words as well as by shape and colour, and a status in these
            words if there are any.
        strong: whether it stands out.
        path: whether it is the path of a file.
        quiet: whether it stands back.
        link: where it leads to: ``#`` and the anchor of a heading, or the address of a page; empty if nowhere.
        status: a status, shown as such.
        rag: a colour, shown as such.
        day: the day that the text names, for formats that sort by it; ``None`` if it names none.
    """

    text: str = ""
    strong: bool = False
    path: bool = False
    quiet: bool = False
    link: str = ""
    status: Status | None = None
    rag: Rag | None = None
    day: date | None = None


Line = tuple[Words, ...]
"""What stands in one paragraph, item or cell."""


class Tone(Enum):
    """How a paragraph is meant; a lead belongs to what follows it, and stays with it on paper."""

    PLAIN = "plain"
    QUIET = "quiet"
    NOTICE = "notice"
    QUOTE = "quote"
    LEAD = "lead"


@frozen(kw_only=True)
class Heading:
    """
    A heading inside a report; the title of the report is the only one of level 1.

    Attributes:
        text: what it says.
        level: 2 to 4.
        anchor: what links to it; empty if nothing does.
        status: of what stands under it, shown behind the text.
        opens: whether it begins a new page on paper.
        standing: the status in words, as a label; empty for the usual ones.
    """

    text: str
    level: int = field(default=2, validator=[validators.ge(2), validators.le(4)])
    anchor: str = ""
    status: Status | None = None
    opens: bool = False
    standing: str = ""


@frozen(kw_only=True)
class Paragraph:
    """
    A paragraph.

    Attributes:
        words: what it says.
        tone: how it is meant.
    """

    words: Line
    tone: Tone = Tone.PLAIN


@frozen(kw_only=True)
class Bullets:
    """
    A list without numbers.

    Attributes:
        items: what is listed, in order.
    """

    items: tuple[Line, ...]


@frozen(kw_only=True)
class Facts:
    """
    Names with what they stand for, such as the due date with its day.

    Attributes:
        rows: each name with what it stands for.
    """

    rows: tuple[tuple[str, Line], ...]


@frozen(kw_only=True)
class Grid:
    """
    A table.

    Attributes:
        caption: what it holds, in words.
        head: a title for each column; the first column names its row.
        rows: as many cells in each as there are columns.
        otherwise: what is said instead of a table without rows.
        to_fill: whether cells without text are there to be filled in by hand.
        widths: how wide each column is, as shares of the whole; empty for equal ones.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    otherwise: str = "There are none."
    to_fill: bool = False
    widths: tuple[float, ...] = ()


@frozen(kw_only=True)
class Verdict:
    """
    The one thing to remember.

    Attributes:
        word: a word or two, such as ``NO-GO``.
        rag: the colour it is given.
        sentence: what it means here.
    """

    word: str
    rag: Rag
    sentence: str


@frozen(kw_only=True)
class Numbers:
    """
    Counts to be seen at a glance.

    Attributes:
        items: each count with what it counts and its colour.
    """

    items: tuple[tuple[int, str, Rag], ...]


@frozen(kw_only=True)
class Contents:
    """A list of the headings, for whoever leafs through a long report; formats that have no pages leave it out."""


Block = Heading | Paragraph | Bullets | Facts | Grid | Verdict | Numbers | Contents | Drawing
"""One piece of a report."""


@frozen(kw_only=True)
class Report:
    """
    A report, ready for any renderer.

    Attributes:
        kind: what it is, such as ``Board summary``.
        organisation: whom it is about.
        subtitle: which assessment, and for which day, in words.
        as_of: the day it is for.
        blocks: what it says, in order.
        generator: name and version of the program.
        about: which catalogue it rests on.
        one_page: whether it is to fit on one page when it is printed.
    """

    kind: str
    organisation: str
    subtitle: str
    as_of: date
    blocks: tuple[Block, ...]
    generator: str
    about: str = ""
    one_page: bool = False
