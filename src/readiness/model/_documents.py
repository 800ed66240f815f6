"""What a reader gives: the text of a document with its places, what it says of itself, and what went wrong."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from ._evidence import Locator


class Fault(Enum):
    """Why a document, or a part of it, could not be read. Each calls for something else to be done."""

    ENCRYPTED = "encrypted"
    CORRUPT = "corrupt"
    EMPTY = "empty"
    SCANNED = "scanned without text"
    TOO_LARGE = "too large"
    TOO_SLOW = "took too long"
    TOO_MUCH_MEMORY = "needed too much memory"
    UNKNOWN_FORMAT = "unknown format"
    NOT_A_FILE = "not a regular file"
    NOT_PERMITTED = "not permitted"
    VANISHED = "vanished"
    CRASHED = "crashed"

    @property
    def sentence(self) -> str:
        """
        Say what is wrong, for a person.

        >>> Fault.ENCRYPTED.sentence
        'The document is locked with a password.'
        """
        return _SAYINGS[self][0]

    @property
    def advice(self) -> str:
        """
        Say what to do about it.

        >>> Fault.EMPTY.advice
        'Put the real document in its place.'
        """
        return _SAYINGS[self][1]


_SAYINGS = {
    Fault.ENCRYPTED: (
        "The document is locked with a password.",
        "Save a copy without the password and put that in the folder.",
    ),
    Fault.CORRUPT: (
        "The document is damaged and cannot be read.",
        "Open it in the program it was made with, save it again, or fetch a sound copy.",
    ),
    Fault.EMPTY: ("The document holds no text.", "Put the real document in its place."),
    Fault.SCANNED: (
        "The document is a picture: it has pages but no text on them.",
        "Run text recognition (OCR) over the scan, or file the original it was printed from.",
    ),
    Fault.TOO_LARGE: (
        "The document is larger than is safe to unpack.",
        "Split it, or file only the part that is evidence.",
    ),
    Fault.TOO_SLOW: (
        "Reading the document took too long and was stopped.",
        "Save it again in its own program, split it, or allow more time.",
    ),
    Fault.TOO_MUCH_MEMORY: (
        "Reading the document needed too much memory and was stopped.",
        "Save it again in its own program, or split it.",
    ),
    Fault.UNKNOWN_FORMAT: (
        "Nothing here can read this kind of file.",
        "Save it as a Word, OpenDocument, PDF or plain text file.",
    ),
    Fault.NOT_A_FILE: (
        "This is not an ordinary file inside the folder.",
        "Put a copy of the document itself in the folder.",
    ),
    Fault.NOT_PERMITTED: (
        "You are not allowed to open the document.",
        "Ask its owner for permission to read it.",
    ),
    Fault.VANISHED: (
        "The document went away or changed while it was being read.",
        "Run the check again when nobody is moving or saving it.",
    ),
    Fault.CRASHED: (
        "Reading the document failed unexpectedly; nothing can be said of the rest of it.",
        "Save it again in its own program, and report the failure if that does not help.",
    ),
}


@frozen
class ReadFault:
    """
    One thing that kept a document, or a part of it, from being read.

    Attributes:
        fault: see `Fault`.
        detail: which part and why, in words for a person; may be empty.

    >>> str(ReadFault(Fault.SCANNED, "pages 2 and 3"))
    'The document is a picture: it has pages but no text on them. (pages 2 and 3)'
    """

    fault: Fault
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.fault.sentence} ({self.detail})" if self.detail else self.fault.sentence


@frozen
class Passage:
    """
    A piece of text and where it stands: a paragraph, a table cell, a row of a sheet.

    Attributes:
        text: never empty, without control characters other than tab and line feed.
        locator: the place.
    """

    text: str
    locator: Locator


@frozen(kw_only=True)
class DocumentFacts:
    """
    What a document says of itself, outside its running text. Dates stand as the document writes them.

    Attributes:
        title: from its properties.
        author: from its properties.
        created: date and time from its properties, ISO 8601 where the document allows.
        modified: as `created`.
        page_count: pages, slides or sheets; ``None`` if the format has none or does not say.
        properties: every other property, in the document's order.
        tracked_changes: insertions, deletions and moves that nobody has accepted yet.
        comments: review comments left in.
        draft_marks: words that mark it as unfinished, such as a watermark, each as it stands.
        protective_marking: such as ``RESTRICTED``, as it stands; empty if none was seen.
        macros: whether it carries program code. None is ever run.
        suffix_mismatch: what its name says and what it really is, in words; empty if they agree.
    """

    title: str = ""
    author: str = ""
    created: str = ""
    modified: str = ""
    page_count: int | None = None
    properties: tuple[tuple[str, str], ...] = ()
    tracked_changes: int = 0
    comments: int = 0
    draft_marks: tuple[str, ...] = ()
    protective_marking: str = ""
    macros: bool = False
    suffix_mismatch: str = ""


ReadItem = Passage | DocumentFacts | ReadFault
"""What a reader yields, in any order; of several facts the later fill in and overrule the earlier."""


@frozen(kw_only=True)
class DocumentText:
    """
    A document as it was read. It may hold passages *and* faults: a file of which some pages are scans, for example.

    Attributes:
        path: relative to the evidence folder, with ``/`` between parts.
        format: what it really is, such as ``docx``; empty if nobody could tell.
        passages: in the order of the document.
        facts: see `DocumentFacts`.
        faults: what could not be read; empty if all of it was.
        sha256: hexadecimal digest of its bytes; empty if they could not be read.
        truncated: whether reading stopped at a limit, so that the end of the document is missing.
        reader: format and version of the reader, such as ``docx/1``; another one may give other passages.
    """

    path: str
    format: str = ""
    passages: tuple[Passage, ...] = ()
    facts: DocumentFacts = DocumentFacts()
    faults: tuple[ReadFault, ...] = ()
    sha256: str = ""
    truncated: bool = False
    reader: str = ""


@frozen(kw_only=True)
class ReadLimits:
    """
    How much of a document is read at most, so that a hostile one costs a fault and not the run.

    Attributes:
        file_bytes: bytes of the file.
        part_bytes: bytes that one part of a packed file may unpack to.
        unpacked_bytes: bytes that all its parts together may unpack to.
        ratio: how many times its packed size a part may unpack to; small parts are let off.
        entries: parts in a packed file.
        depth: files inside files.
        pages: pages or slides.
        passages: passages collected.
        characters: characters collected.
        repeat: how often a repeated space, cell or row is really repeated.
    """

    file_bytes: int = 256 << 20
    part_bytes: int = 64 << 20
    unpacked_bytes: int = 256 << 20
    ratio: int = 200
    entries: int = 10_000
    depth: int = 3
    pages: int = 5_000
    passages: int = 100_000
    characters: int = 10_000_000
    repeat: int = 100
