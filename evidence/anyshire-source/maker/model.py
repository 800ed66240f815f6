"""What a source says, before it takes the form of any format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

INVENTED = "Anyshire is an invented council."
ORGANISATION = "Anyshire County Council"


@dataclass(frozen=True)
class Run:
    """
    A stretch of text that looks the same throughout.

    Attributes:
        text: the words.
        bold: whether it stands out.
        italic: whether it slants.
        change: ``in`` for a tracked insertion, ``out`` for a tracked deletion, else empty.
        note: a footnote that hangs on its end.
        comment: a review comment made on it.
    """

    text: str
    bold: bool = False
    italic: bool = False
    change: str = ""
    note: str = ""
    comment: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the highest below the title."""

    level: int
    runs: Runs


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: ``text``, ``bullet``, ``number`` or, on a slide, ``notes``."""

    runs: Runs
    kind: str = "text"


@dataclass(frozen=True)
class Table:
    """Rows of cells; the first row is the heading if *headed*."""

    rows: tuple[tuple[Runs, ...], ...]
    headed: bool = True


Block = Heading | Paragraph | Table
Cell = str | int | float | date


@dataclass(frozen=True)
class Row:
    """A row of a sheet; *strong* if it is a heading."""

    cells: tuple[Cell, ...]
    strong: bool = False


@dataclass(frozen=True)
class Sheet:
    """A named sheet."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Source:
    """
    One document as its source describes it.

    Attributes:
        title: of the document, in its properties and at its head.
        author: a role, never a person.
        created: for the properties.
        modified: for the properties.
        control: label and value of each line of the title block, in order.
        blocks: the text, for everything but sheets.
        sheets: the tables, for sheets.
        more: every other key of the head, such as ``marking``, ``watermark``, ``password`` or ``to``.
    """

    title: str
    author: str
    created: datetime
    modified: datetime
    control: Mapping[str, str]
    blocks: tuple[Block, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def marking(self) -> str:
        """The protective marking, as councils of the time put it at the top of a page."""
        return str(self.more.get("marking", "NOT PROTECTIVELY MARKED"))

    @property
    def footer(self) -> str:
        """What stands at the foot of every page, before the page number."""
        version = self.control.get("Version", "")
        return f"{self.title}{f', version {version}' if version else ''}. {self.invented}"

    @property
    def organisation(self) -> str:
        """Whose paper it is: Anyshire's, unless ``council`` names a neighbour."""
        return f"{self.more['council']} County Council" if "council" in self.more else ORGANISATION

    @property
    def invented(self) -> str:
        """The line that no document may lack."""
        return f"{self.more['council']} is an invented council." if "council" in self.more else INVENTED


def plain(runs: Runs) -> str:
    """Return the words of *runs* as they read today: without what is struck out."""
    return "".join(run.text for run in runs if run.change != "out")
