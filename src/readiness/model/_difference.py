"""Two assessments set beside each other: what moved, which way, and because of what."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from ._findings import Level
from ._record import Record
from ._status import Status


class Way(Enum):
    """Which way a criterion moved between two assessments; the worst first."""

    OPENED = "opened"
    LEFT_OUT = "no longer judged"
    WEAKENED = "weakened"
    NEWLY_STALE = "newly stale"
    OTHERWISE = "said otherwise"
    REWORDED = "reworded"
    ADDED = "newly judged"
    EVIDENCE = "evidence changed"
    PLAN = "plan changed"
    EXCUSED = "excused"
    NO_LONGER_STALE = "no longer stale"
    IMPROVED = "improved"
    CLOSED = "closed"

    @property
    def meaning(self) -> str:
        """
        Return it as a sentence for a reader.

        >>> Way.EXCUSED.meaning
        'Was a gap, and is now waived or declared not applicable. No evidence closed it.'
        """
        return _MEANINGS[self]


_MEANINGS = {
    Way.OPENED: "Was clear, and is now a gap.",
    Way.LEFT_OUT: "Was judged before, and is not judged any more. Nobody knows how it stands.",
    Way.WEAKENED: "Stands worse than before, or more is said against it.",
    Way.NEWLY_STALE: "Evidence has lapsed, or has been superseded, since.",
    Way.OTHERWISE: "Stands as before, but something else is said of it; look whether that is worse.",
    Way.REWORDED: "What it asks has been written anew.",
    Way.ADDED: "Was not judged before.",
    Way.EVIDENCE: "Stands as before, but on other documents, on documents that were changed, or by another decision.",
    Way.PLAN: "Stands as before, but what the plan says of it has changed.",
    Way.EXCUSED: "Was a gap, and is now waived or declared not applicable. No evidence closed it.",
    Way.NO_LONGER_STALE: "Evidence that had lapsed has been renewed.",
    Way.IMPROVED: "Stands better than before, or less is said against it, but it is not closed.",
    Way.CLOSED: "Was a gap, and is now met.",
}


class CauseKind(Enum):
    """What brought a movement about, in terms of evidence; in words that stand before the sentence."""

    NOW_SAID = "now said"
    NO_LONGER_SAID = "no longer said"
    MORE_SERIOUS = "now more serious"
    LESS_SERIOUS = "now less serious"
    SAID_OTHERWISE = "now said otherwise"
    CLAIMED = "document claimed"
    UNCLAIMED = "document no longer claimed"
    APPEARED = "document now there"
    GONE = "document gone"
    CHANGED = "document changed"
    STATE = "document read otherwise"
    EXCUSE = "excuse given"
    NO_EXCUSE = "excuse ended"
    PLAN = "plan"
    WORDING = "wording"
    TIME = "time passed"


@frozen(kw_only=True)
class Cause:
    """
    One thing that brought a movement about.

    Attributes:
        kind: see `CauseKind`.
        sentence: what it is, or what is said now.
        before: what was said before, if something was.
        rule: the rule that says or said it, if a rule did.
        level: how serious the rule finds it, or found it.
        document: path of the document that it is about; empty if it is about none.
        fix: what to do next, if a rule says so.
    """

    kind: CauseKind
    sentence: str
    before: str = ""
    rule: str = ""
    level: Level | None = None
    document: str = ""
    fix: str = ""


@frozen(kw_only=True)
class Movement:
    """
    One way in which one criterion moved; a criterion can move in several, such as weakened and reworded.

    Attributes:
        criterion: its id; empty for what is said of the folder as a whole.
        title: its short name.
        way: see `Way`.
        then: how it stood in the old assessment; ``None`` if it was not judged.
        now: how it stands in the new one; ``None`` if it is not judged.
        causes: why, the most serious first.
        worse: whether a gate has to stop for it.
    """

    criterion: str
    title: str
    way: Way
    then: Status | None
    now: Status | None
    causes: tuple[Cause, ...] = ()
    worse: bool = False


@frozen(kw_only=True)
class DocumentMove:
    """
    A document that came, went, was changed or is read otherwise.

    Attributes:
        path: relative to the folder.
        what: what became of it.
        then: its state before, in words; empty if it was not there.
        now: its state now, in words; empty if it is gone.
    """

    path: str
    what: CauseKind
    then: str
    now: str


@frozen(kw_only=True)
class Difference:
    """
    Two assessments set beside each other.

    Attributes:
        old: the first of the two.
        new: the second.
        movements: the worst way first, by criterion within each.
        documents: what became of the documents, by path.
        notices: what a reader has to know before trusting the comparison, each as a sentence.
    """

    old: Record
    new: Record
    movements: tuple[Movement, ...] = ()
    documents: tuple[DocumentMove, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def worse(self) -> tuple[Movement, ...]:
        """Return the movements that a gate has to stop for."""
        return tuple(one for one in self.movements if one.worse)

    def of(self, way: Way) -> tuple[Movement, ...]:
        """Return the movements of one way."""
        return tuple(one for one in self.movements if one.way is way)
