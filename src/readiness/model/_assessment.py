"""What was judged: the status of each criterion, the decision, and the forecast."""

from __future__ import annotations

from datetime import date
from enum import Enum

from attrs import frozen

from ._criteria import Catalogue, Criterion
from ._evidence import EvidenceFolder, EvidenceLink
from ._findings import Finding, Level, Reason
from ._plan import Action, Plan
from ._register import NotApplicable, Waiver


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


DECISION_RULES = frozenset({"waiver", "not-applicable"})
"""What findings about waivers and decisions are called; no catalogue rule may have these names."""

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
    """Whether the assessment can go ahead."""

    GO = "GO"
    NO_GO = "NO-GO"


@frozen(kw_only=True)
class CriterionResult:
    """
    What was found for one criterion.

    Attributes:
        criterion: with the local wording, if the register has one.
        status: see `Status`.
        reasons: why it is not met, most telling first; empty if it is.
        links: the evidence, claimed first.
        actions: the plan's actions that name it.
        findings: errors first.
        waiver: the waiver that excuses it, if its status is ``WAIVED``.
        not_applicable: the decision, if its status is ``NOT_APPLICABLE``.
    """

    criterion: Criterion
    status: Status
    reasons: tuple[Reason, ...] = ()
    links: tuple[EvidenceLink, ...] = ()
    actions: tuple[Action, ...] = ()
    findings: tuple[Finding, ...] = ()
    waiver: Waiver | None = None
    not_applicable: NotApplicable | None = None

    @property
    def counting(self) -> tuple[Finding, ...]:
        """Return the findings that are not excused by a waiver or by a decision that the criterion does not apply."""
        excused = self.status in {Status.WAIVED, Status.NOT_APPLICABLE}
        return tuple(one for one in self.findings if not excused or one.rule in DECISION_RULES)


@frozen(kw_only=True)
class Change:
    """
    A criterion that will stand differently on the due date, if nothing is done.

    Attributes:
        criterion: its id.
        now: how it stands on the as-of date.
        then: how it will stand on the due date.
        why: what will be wrong by then, as a sentence; empty if no finding says so.
    """

    criterion: str
    now: Status
    then: Status
    why: str


@frozen(kw_only=True)
class Forecast:
    """
    What the due date will bring.

    Attributes:
        lapses: criteria that will be worse by then.
        closing: gaps whose every plan action is done, by its wording, or dated on or before the due date: ids.
        late: gaps with a plan action that is overdue, or that may end after the due date: ids.
        undated: gaps with plan actions that carry no date: ids; nothing can be promised of them.
        uncovered: gaps that no plan action names: ids.
    """

    lapses: tuple[Change, ...] = ()
    closing: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()
    uncovered: tuple[str, ...] = ()


@frozen(kw_only=True)
class Assessment:
    """
    An organisation judged against a catalogue on a date.

    Attributes:
        organisation: its name.
        assessment: id of the assessment.
        as_of: the day the judgement is for.
        due: the day the assessment is due.
        decision: see `Decision`.
        results: one for each criterion in scope, in catalogue order.
        findings: those that belong to no single criterion.
        forecast: see `Forecast`.
        catalogue: what was asked.
        folder: what was looked at.
        plan: the project plan, or ``None``.
    """

    organisation: str
    assessment: str
    as_of: date
    due: date
    decision: Decision
    results: tuple[CriterionResult, ...]
    findings: tuple[Finding, ...] = ()
    forecast: Forecast = Forecast()
    catalogue: Catalogue
    folder: EvidenceFolder
    plan: Plan | None = None

    def result(self, criterion_id: str) -> CriterionResult | None:
        """Return the result of that canonical id, or ``None``."""
        return next((one for one in self.results if one.criterion.id == criterion_id), None)

    @property
    def gaps(self) -> tuple[CriterionResult, ...]:
        """Return the results that keep the decision from being GO, in catalogue order."""
        return tuple(one for one in self.results if not one.status.clear)

    def passes(self, level: Level) -> bool:
        """Return whether a gate at *level* is clear: the decision is GO, and no finding at that level counts."""
        return self.decision is Decision.GO and not self.findings_from(level)

    def findings_from(self, level: Level) -> tuple[Finding, ...]:
        """
        Return the findings at *level* or above that count, those of the folder last.

        What the rules say of a criterion that is waived or not applicable is excused; what is said of the waiver or
        of the decision itself is not.
        """
        said = [one for result in self.results for one in result.counting]
        return tuple(one for one in (*said, *self.findings) if one.level.weight >= level.weight)
