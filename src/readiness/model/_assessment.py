"""What was judged: the status of each criterion, the decision, and the forecast."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from ._criteria import Catalogue, Criterion
from ._evidence import EvidenceFolder, EvidenceLink
from ._findings import Finding, Level, Reason
from ._plan import Action, Plan
from ._register import NotApplicable, Waiver
from ._status import Decision, Status
from ._threshold import STRICT, Threshold

DECISION_RULES = frozenset({"waiver", "not-applicable"})
"""What findings about waivers and decisions are called; no catalogue rule may have these names."""


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
        taken: why the assessment takes it although its status is not clear, in a sentence; empty if it does not.
    """

    criterion: Criterion
    status: Status
    reasons: tuple[Reason, ...] = ()
    links: tuple[EvidenceLink, ...] = ()
    actions: tuple[Action, ...] = ()
    findings: tuple[Finding, ...] = ()
    waiver: Waiver | None = None
    not_applicable: NotApplicable | None = None
    taken: str = ""

    @property
    def in_the_way(self) -> bool:
        """Return whether it keeps the decision from being GO."""
        return not self.status.clear and not self.taken

    @property
    def counting(self) -> tuple[Finding, ...]:
        """
        Return the findings that nothing excuses.

        A waiver and a decision that the criterion does not apply excuse all but what is said of themselves. Where the
        assessment takes the status, what kept it from being met is excused.
        """
        excused = self.status in {Status.WAIVED, Status.NOT_APPLICABLE}
        return tuple(
            one
            for one in self.findings
            if one.rule in DECISION_RULES or not (excused or (self.taken and one.reason is not None))
        )


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
        in_scope: ids of all criteria that the assessment asks for, in catalogue order; none means those of `results`.
        threshold: what it takes.
        shortfalls: what it asks for besides and does not get, each in a sentence.
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
    in_scope: tuple[str, ...] = ()
    threshold: Threshold = STRICT
    shortfalls: tuple[str, ...] = ()

    @property
    def partial(self) -> bool:
        """Return whether only some of the criteria in scope were judged, so that it can never be GO."""
        return len(self.results) < len(self.in_scope)

    def result(self, criterion_id: str) -> CriterionResult | None:
        """Return the result of that canonical id, or ``None``."""
        return next((one for one in self.results if one.criterion.id == criterion_id), None)

    @property
    def gaps(self) -> tuple[CriterionResult, ...]:
        """Return the results that are not clear, in catalogue order: what is left to do, even if it is taken."""
        return tuple(one for one in self.results if not one.status.clear)

    def passes(self, level: Level) -> bool:
        """Return whether a gate at *level* is clear: nothing judged is in the way, and no such finding counts."""
        held = self.shortfalls or any(one.in_the_way for one in self.results)
        return not held and not self.findings_from(level)

    def findings_from(self, level: Level) -> tuple[Finding, ...]:
        """
        Return the findings at *level* or above that count, those of the folder last.

        What the rules say of a criterion that is waived or not applicable is excused; what is said of the waiver or
        of the decision itself is not.
        """
        said = [one for result in self.results for one in result.counting]
        return tuple(one for one in (*said, *self.findings) if one.level.weight >= level.weight)
