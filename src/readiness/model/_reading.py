"""What was found when a document was opened: its citations, the aspects it deals with, the marks it bears."""

from __future__ import annotations

from datetime import date
from enum import Enum
from itertools import islice

from attrs import frozen

from ._caveat import Caveat, CaveatSpot
from ._documents import DocumentFacts, Fault, ReadFault
from ._evidence import Locator

_UNREADABLE = frozenset(Fault) - {Fault.EMPTY}
_NO_FACTS = DocumentFacts()
_MANY = 6


@frozen
class Spot:
    """
    A place in a document, with the words that stand there.

    Attributes:
        locator: see `Locator`.
        quote: the passage, cut around what matters if it is long; never empty.

    >>> str(Spot(Locator(page=3), "Tokens are signed for."))
    'page 3: “Tokens are signed for.”'
    """

    locator: Locator
    quote: str

    def __str__(self) -> str:
        place = str(self.locator)
        return f"{place}: “{self.quote}”" if place else f"“{self.quote}”"


@frozen(kw_only=True)
class Citation:
    """
    A criterion named in a document, once for all the places that name it.

    Attributes:
        criterion: canonical id; for an unknown one the id as it would be written.
        written: as typed at the first place.
        spot: the first place that is not a header or footer, or else the first of all.
        count: places that name it.
        known: whether the catalogue has it.
        typo: whether the first place had to be mended, as in ``AO8``.
        denied: whether each place only says that the document is not about it, as in ``not evidence for OA8``.
    """

    criterion: str
    written: str
    spot: Spot
    count: int = 1
    known: bool = True
    typo: bool = False
    denied: bool = False


@frozen(kw_only=True)
class AspectFound:
    """
    An aspect of a criterion that the text deals with, by the catalogue's terms.

    Attributes:
        criterion: canonical id.
        aspect: id of the aspect.
        term: the term that was met.
        spot: the best place: the passage with most of the aspect's terms, the first of several.
        count: passages that deal with it.
    """

    criterion: str
    aspect: str
    term: str
    spot: Spot
    count: int = 1


class StatedFact(Enum):
    """What a document says of itself on its title page, in its header or in its document control table."""

    VERSION = "version"
    OWNER = "owner"
    EFFECTIVE = "effective date"
    REVIEW_BY = "review date"


@frozen(kw_only=True)
class Stated:
    """
    One thing that a document says of itself.

    Attributes:
        fact: see `StatedFact`.
        written: the value as it stands, such as ``1.2`` or ``March 2010``.
        earliest: for a date, the first day it can mean; ``None`` for what is no date or cannot be read as one.
        latest: for a date, the last day it can mean, so that ``March 2010`` agrees with any day of that month.
        spot: where it says so.
    """

    fact: StatedFact
    written: str
    earliest: date | None = None
    latest: date | None = None
    spot: Spot


@frozen
class DatedSpot:
    """A day that the text names, and where."""

    day: date
    spot: Spot


@frozen
class TermSpot:
    """A term met in the text, how many passages hold it, and the first of them."""

    term: str
    count: int
    spot: Spot


@frozen(kw_only=True)
class Pin:
    """
    The place that a claim's ``where`` points to, looked for in the document.

    Attributes:
        where: as the register has it.
        checkable: whether it could be looked for at all: a page, a heading, a cell or a quoted phrase can, free
            words such as ``passim`` cannot.
        spot: the place; ``None`` if it is not there.
        fingerprint: of the text that stands there; empty if it is not there.
        aspects: aspects of each criterion dealt with at the place: pairs of criterion and aspect.
    """

    where: str
    checkable: bool = True
    spot: Spot | None = None
    fingerprint: str = ""
    aspects: tuple[tuple[str, str], ...] = ()


@frozen(kw_only=True)
class Look:
    """
    What a closer look at a document found. It depends on the text, on the catalogue and on what the register asks.

    Attributes:
        aspects: one for each aspect of each criterion that the text deals with.
        system: places that name the system, as one entry for each spelling.
        residue: places left over from a template, such as ``[Council Name]``.
        drafts: places that mark it as unfinished: a watermark, a header, the title page, its version.
        stated: what it says of itself.
        dates: days that the text names, the latest first; as many as matter.
        later_terms: later people's words for things of the period.
        caveats: signs that it is another body's paper, national guidance or a page for the public.
        pins: one for each ``where`` of its claims.
        sketch: numbers by which two texts are compared, in a fixed order; see `Look.likeness`.
    """

    aspects: tuple[AspectFound, ...] = ()
    system: tuple[TermSpot, ...] = ()
    residue: tuple[Spot, ...] = ()
    drafts: tuple[Spot, ...] = ()
    stated: tuple[Stated, ...] = ()
    dates: tuple[DatedSpot, ...] = ()
    later_terms: tuple[TermSpot, ...] = ()
    caveats: tuple[CaveatSpot, ...] = ()
    pins: tuple[Pin, ...] = ()
    sketch: tuple[int, ...] = ()

    def likeness(self, other: Look) -> float:
        """
        Return about how much of the two texts is the same, 0 to 1, by the share of equal numbers in their sketches.

        >>> Look(sketch=(1, 2, 3, 4)).likeness(Look(sketch=(1, 2, 9, 4)))
        0.75
        """
        if not self.sketch or len(self.sketch) != len(other.sketch):
            return 0.0
        same = sum(one == two for one, two in zip(self.sketch, other.sketch, strict=True))
        return same / len(self.sketch)

    def caveat(self, caveat: Caveat) -> CaveatSpot | None:
        """Return the sign of a *caveat*, or ``None``."""
        return next((one for one in self.caveats if one.caveat is caveat), None)

    def aspects_of(self, criterion: str) -> dict[str, AspectFound]:
        """Return what was found of the aspects of a criterion, by the aspect's id."""
        return {one.aspect: one for one in self.aspects if one.criterion == criterion}

    def pin(self, where: str) -> Pin | None:
        """Return the pin of a ``where``, or ``None`` if nobody asked for it."""
        return next((one for one in self.pins if one.where == where), None)


@frozen(kw_only=True)
class Reading:
    """
    A document as it was opened.

    Attributes:
        path: relative to the evidence folder, with ``/`` between parts.
        format: what it really is, such as ``docx``; empty if nobody could tell.
        reader: format and version of the reader.
        sha256: hexadecimal digest of its bytes.
        facts: what it says of itself outside its running text.
        faults: what could not be read; empty if all of it was.
        truncated: whether reading stopped at a limit.
        words: words read.
        fingerprint: of its normalised text: the same after saving it again in another program; empty without text.
        citations: criteria that it names, in the order of their first places.
        look: the closer look; ``None`` where nobody asked for one, or nothing could be read.
    """

    path: str
    format: str = ""
    reader: str = ""
    sha256: str = ""
    facts: DocumentFacts = _NO_FACTS
    faults: tuple[ReadFault, ...] = ()
    truncated: bool = False
    words: int = 0
    fingerprint: str = ""
    citations: tuple[Citation, ...] = ()
    look: Look | None = None

    @property
    def readable(self) -> bool:
        """Return whether there is any text to judge."""
        return self.words > 0

    def lists(self, citation: Citation) -> bool:
        """Return whether it names the criterion in one row of many, as a plan, an index or a return does."""
        rows = (one for one in self.citations if one.spot.locator.in_row)
        return citation.spot.locator.in_row and len(list(islice(rows, _MANY))) == _MANY

    @property
    def complete(self) -> bool:
        """Return whether all of it was read, so that what was not found is not there."""
        return self.readable and not self.truncated and not any(one.fault in _UNREADABLE for one in self.faults)
