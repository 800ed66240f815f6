"""What a project plan says: actions, milestones, and everything the importer was not sure of."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from enum import Enum

from attrs import frozen


class Precision(Enum):
    """How exact a date of a plan is."""

    DAY = "day"
    MONTH = "month"


class Confidence(Enum):
    """How sure the importer is of a date."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Progress(Enum):
    """What the wording of an action says about it: the plan's lost colours, inferred."""

    DONE = "done"
    IN_HAND = "in hand"
    PLANNED = "planned"
    ATTENTION = "needs attention"
    NOT_STATED = "not stated"

    @property
    def advance(self) -> int:
        """
        Return how far from done it is, counted so that more is better.

        >>> Progress.DONE.advance > Progress.IN_HAND.advance > Progress.ATTENTION.advance
        True
        """
        order = (Progress.ATTENTION, Progress.NOT_STATED, Progress.PLANNED, Progress.IN_HAND, Progress.DONE)
        return order.index(self)


@frozen(order=True)
class PartialDate:
    """
    A day, or a month whose day is not known.

    Attributes:
        year: four digits.
        month: 1 to 12.
        day: 1 to 31, or 0 if unknown.

    >>> str(PartialDate(2009, 5)), str(PartialDate(2009, 5, 29)), PartialDate(2009, 2).latest.isoformat()
    ('2009-05', '2009-05-29', '2009-02-28')
    """

    year: int
    month: int
    day: int = 0

    def __str__(self) -> str:
        month = f"{self.year:04}-{self.month:02}"
        return f"{month}-{self.day:02}" if self.day else month

    @property
    def precision(self) -> Precision:
        """Return whether the day is known."""
        return Precision.DAY if self.day else Precision.MONTH

    @property
    def earliest(self) -> dt.date:
        """Return the first day it can mean."""
        return dt.date(self.year, self.month, self.day or 1)

    @property
    def latest(self) -> dt.date:
        """Return the last day it can mean."""
        return dt.date(self.year, self.month, self.day or calendar.monthrange(self.year, self.month)[1])


@frozen(kw_only=True)
class PlanDate:
    """
    A date read from a plan, with how sure the importer is.

    Attributes:
        date: the likeliest reading.
        confidence: see `Confidence`.
        how: how it was read, as a sentence for a person.
        alternatives: other readings, in order of time.
    """

    date: PartialDate
    confidence: Confidence
    how: str
    alternatives: tuple[PartialDate, ...] = ()

    @property
    def earliest(self) -> dt.date:
        """Return the first day that any reading allows."""
        return min(one.earliest for one in (self.date, *self.alternatives))

    @property
    def latest(self) -> dt.date:
        """Return the last day that any reading allows, so that nothing is called overdue by a guess."""
        return max(one.latest for one in (self.date, *self.alternatives))


@frozen(kw_only=True)
class CriterionRef:
    """
    A criterion named in a text.

    Attributes:
        id: canonical form.
        written: as typed, such as ``AO8``.
    """

    id: str
    written: str


@frozen(kw_only=True)
class Action:
    """
    One row of a plan.

    Attributes:
        id: the plan's own number, or else ``A01`` and so on, in the plan's order.
        section: the label of the project area as written.
        strand: the strand of the programme that the section belongs to, or empty.
        deliverable: what is to be delivered.
        comment: the action or comment, with ``As above`` replaced by what stands above.
        comment_as_written: the comment as typed.
        who: roles, split.
        who_as_written: the owner cell as typed, with ``As above`` left as it stands.
        criteria: the criteria that the row names.
        as_above: which cells said "as above": a subset of ``("comment", "who")``.
        dates: dates of the month grid and of the wording.
        progress: see `Progress`.
        progress_words: the words that decided; empty if none did.
        progress_stated: whether a status column states it; otherwise it is inferred from the wording.
        lines: the lines of the input that the row came from, counted from 1.
    """

    id: str
    section: str
    strand: str
    deliverable: str
    comment: str = ""
    comment_as_written: str = ""
    who: tuple[str, ...] = ()
    who_as_written: str = ""
    criteria: tuple[CriterionRef, ...] = ()
    as_above: tuple[str, ...] = ()
    dates: tuple[PlanDate, ...] = ()
    progress: Progress = Progress.NOT_STATED
    progress_words: str = ""
    progress_stated: bool = False
    lines: tuple[int, ...] = ()

    def overdue_on(self, as_of: dt.date) -> bool:
        """Return whether every reading of every date lies before *as_of* and the action is not done."""
        if self.progress is Progress.DONE or not self.dates:
            return False
        return max(one.latest for one in self.dates) < as_of


def least_advanced(actions: Iterable[Action]) -> Action | None:
    """Return the action that speaks for all, as all have to be done: the one furthest from it; ``None`` if none."""
    return min(actions, key=lambda one: one.progress.advance, default=None)


@frozen(kw_only=True)
class Milestone:
    """
    A point in time that the plan works towards.

    Attributes:
        id: short name, such as ``RA7``, where the plan gives one; otherwise the action's id.
        title: as written.
        dates: one `PlanDate` for each place that gives one, so that two that disagree are both seen.
        actions: ids of the actions it was read from.
    """

    id: str
    title: str
    dates: tuple[PlanDate, ...] = ()
    actions: tuple[str, ...] = ()


@frozen(kw_only=True)
class ColourKey:
    """
    One entry of a colour key.

    Attributes:
        list: which list of colours it stands in.
        colour: the colour, in words.
        meaning: what it means.
    """

    list: str
    colour: str
    meaning: str


@frozen(kw_only=True)
class PlanProblem:
    """
    Something of the input that was not used or not understood; nothing is dropped in silence.

    Attributes:
        line: counted from 1.
        column: the cell's column counted from 1; for running text always 1.
        text: the text as it stands.
        message: why it was not used.
    """

    line: int
    column: int
    text: str
    message: str


@frozen(kw_only=True)
class Plan:
    """
    A project plan.

    Attributes:
        title: without version and period.
        version: as written, such as ``v0.1``; may be empty.
        period: as written, such as ``Oct 08 - Nov 09``; may be empty.
        keys: the colour keys.
        sections: labels of the project areas as written, in order.
        strands: strands of the programme, in order.
        actions: in the plan's order.
        milestones: in order of the plan.
        problems: everything not used.
        file: name of the file it was read from.
    """

    title: str
    version: str = ""
    period: str = ""
    keys: tuple[ColourKey, ...] = ()
    sections: tuple[str, ...] = ()
    strands: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    problems: tuple[PlanProblem, ...] = ()
    file: str = ""

    def actions_for(self, criterion_id: str) -> tuple[Action, ...]:
        """Return the actions that name the criterion, in the plan's order."""
        return tuple(one for one in self.actions if any(ref.id == criterion_id for ref in one.criteria))
