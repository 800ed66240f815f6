"""The words and colours of a judgement."""

from __future__ import annotations

from enum import Enum


class Rag(Enum):
    """The colour of a status; outputs always show the word as well."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    GREY = "grey"
    PURPLE = "purple"
    NONE = "none"


class Status(Enum):
    """What a criterion is, on the as-of date."""

    MET = "met"
    PARTLY_MET = "partly met"
    PLANNED = "planned"
    NOT_MET = "not met"
    NOT_ASSESSABLE = "not assessable"
    NOT_APPLICABLE = "not applicable"
    WAIVED = "waived"

    @property
    def rag(self) -> Rag:
        """
        Return the colour.

        >>> Status.PLANNED.rag.value
        'amber'
        """
        return _RAG[self]

    @property
    def clear(self) -> bool:
        """Return whether an assessment can go ahead with it."""
        return self in _CLEAR


_RAG = {
    Status.MET: Rag.GREEN,
    Status.PARTLY_MET: Rag.AMBER,
    Status.PLANNED: Rag.AMBER,
    Status.NOT_MET: Rag.RED,
    Status.NOT_ASSESSABLE: Rag.GREY,
    Status.NOT_APPLICABLE: Rag.NONE,
    Status.WAIVED: Rag.PURPLE,
}
_CLEAR = frozenset({Status.MET, Status.WAIVED, Status.NOT_APPLICABLE})


class Decision(Enum):
    """Whether the assessment can go ahead; ``UNDECIDED`` if only a part was judged and nothing of it is in the way."""

    GO = "GO"
    NO_GO = "NO-GO"
    UNDECIDED = "UNDECIDED"
