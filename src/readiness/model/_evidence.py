"""What the evidence holds: documents, passages with their places, and links to criteria."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from ._acceptance import Acceptance, Revision
    from ._reading import Reading
    from ._register import Register


@frozen(kw_only=True)
class Locator:
    """
    A place inside a document that a person can go to.

    Only the parts that the format has are set; numbers count from 1.

    Attributes:
        page: page of a PDF.
        heading: headings above the place, outermost first.
        paragraph: paragraph of the document, empty ones not counted.
        table: number of the table, with `row` and `column` of the cell.
        row: row of a table.
        column: column of a table.
        line: line of a text.
        sheet: name of a sheet, with `cell` such as ``B7`` or a range of them.
        cell: cell or range of cells.
        slide: slide of a presentation.
        part: anything else: ``header``, ``footnote 3``, ``comment by A. Person``, ``attachment minutes.doc``.

    >>> str(Locator(sheet="Log", cell="B7")), str(Locator(heading=("4 Reporting", "4.2 Who"), paragraph=31))
    ('Log!B7', '4 Reporting > 4.2 Who, paragraph 31')
    """

    page: int | None = None
    heading: tuple[str, ...] = ()
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    line: int | None = None
    sheet: str = ""
    cell: str = ""
    slide: int | None = None
    part: str = ""

    @property
    def in_row(self) -> bool:
        """Return whether it is in a row of a sheet or of a table."""
        return bool(self.cell or self.row)

    def __str__(self) -> str:
        numbered = ("page", "slide", "paragraph", "table", "row", "column", "line")
        sheet = f"{self.sheet}!{self.cell}" if self.sheet and self.cell else self.sheet or self.cell
        words = [self.part, sheet, " > ".join(self.heading)]
        words += [f"{name} {getattr(self, name)}" for name in numbered if getattr(self, name) is not None]
        return ", ".join(word for word in words if word)


class Basis(Enum):
    """Why a document is thought to be evidence for a criterion."""

    CLAIMED = "claimed"
    CITED = "cited"
    SUGGESTED = "suggested"


@frozen(kw_only=True)
class EvidenceLink:
    """
    A document is evidence for a criterion.

    Attributes:
        criterion: canonical id.
        document: path relative to the evidence folder.
        basis: see `Basis`.
        locator: the place in words; empty means the whole document.
        quote: the passage; empty where the document was not opened.
        aspects: ids of the aspects it is claimed for; empty means all. For a citation, those that its document deals
            with; empty means that it only names the criterion.
        note: from the register.
        count: places of the document that name the criterion; 0 where nobody counted.
    """

    criterion: str
    document: str
    basis: Basis
    locator: str = ""
    quote: str = ""
    aspects: tuple[str, ...] = ()
    note: str = ""
    count: int = 0


class FileState(Enum):
    """What became of a file when it was looked at."""

    PRESENT = "present"
    EMPTY = "empty"
    NOT_PERMITTED = "not permitted"
    NOT_A_FILE = "not a regular file"


@frozen(kw_only=True)
class FoundFile:
    """
    A file met in an evidence folder.

    Attributes:
        path: relative to the folder, with ``/`` between parts.
        state: see `FileState`.
        size: bytes.
        sha256: hexadecimal digest of its bytes; empty if it could not be read.
    """

    path: str
    state: FileState = FileState.PRESENT
    size: int = 0
    sha256: str = ""


@frozen(kw_only=True)
class EvidenceFolder:
    """
    An evidence folder as it was on disk: its register and its files.

    Attributes:
        name: the folder's own name, without what stands above it, so that a profile does not depend on the machine.
        register: see `Register`.
        files: every file in a fixed order; the register and the plan are not among them.
        skipped: paths passed over (hidden, lock files, links out of the folder), each with the reason.
        blind: those of `skipped` behind which evidence may stand that could not be looked at.
        readings: what was found in the documents that matter: those that the register describes, those that name a
            criterion, and those that could not be read.
        acceptances: what a person has looked at; see `Acceptance`.
        revisions: how accepted texts have changed since.
        suggested: what may be evidence by its wording; it counts for nothing. See `Suggestions.links`.
        remarks: what is odd about the reading itself, such as a store that could not be used.
    """

    name: str
    register: Register
    files: tuple[FoundFile, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    blind: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    revisions: tuple[Revision, ...] = ()
    suggested: tuple[EvidenceLink, ...] = ()
    remarks: tuple[str, ...] = ()

    def reading(self, path: str) -> Reading | None:
        """Return what was found in the document of that path, or ``None`` if it was not opened."""
        return next((one for one in self.readings if one.path == path), None)

    def file(self, path: str) -> FoundFile | None:
        """Return the file of that path, or ``None``."""
        return next((one for one in self.files if one.path == path), None)
