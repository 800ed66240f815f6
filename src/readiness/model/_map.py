"""Which document is evidence for which criterion."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from ._assessment import Assessment
from ._criteria import Criterion
from ._evidence import EvidenceLink


class Mark(Enum):
    """What a document is to a criterion, in one letter."""

    CLAIMED = "C"
    SUSPECT = "S"
    UNREAD = "U"
    ABSENT = "A"
    CITED = "c"
    NAMED = "n"

    @property
    def meaning(self) -> str:
        """
        Return the letter in words.

        >>> Mark.NAMED.meaning
        'named only: nothing in it deals with the criterion'
        """
        return _MEANINGS[self]


_MEANINGS = {
    Mark.CLAIMED: "claimed",
    Mark.SUSPECT: "claimed, and changed since it was accepted",
    Mark.UNREAD: "claimed, but it could not be opened in full",
    Mark.ABSENT: "claimed, but not in the folder",
    Mark.CITED: "cited: it names the criterion and deals with it, but nobody claims it",
    Mark.NAMED: "named only: nothing in it deals with the criterion",
}


@frozen(kw_only=True)
class MapCell:
    """
    One document and one criterion: the mark that says most, and every link between them.

    Attributes:
        criterion: its id.
        mark: see `Mark`.
        links: at least one.
    """

    criterion: str
    mark: Mark
    links: tuple[EvidenceLink, ...]


@frozen(kw_only=True)
class MapRow:
    """
    One document with its cells, in the order of the criteria; those without a link are left out.

    Attributes:
        document: its path.
        title: as registered; otherwise the path.
        cells: one for each criterion it has to do with.
    """

    document: str
    title: str
    cells: tuple[MapCell, ...]


@frozen(kw_only=True)
class EvidenceMap:
    """
    Which document is evidence for which criterion.

    Attributes:
        assessment: the judgement it is made from.
        criteria: those in scope, in catalogue order.
        rows: documents with a link, the register's first, then by path.
        idle: documents of the folder that support nothing, by path; if only a part was judged, nobody knows of any.
        bare: ids of criteria that no document is claimed for.
    """

    assessment: Assessment
    criteria: tuple[Criterion, ...]
    rows: tuple[MapRow, ...]
    idle: tuple[str, ...]
    bare: tuple[str, ...]
