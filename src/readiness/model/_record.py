"""An assessment as it was written down: what the JSON of an assessment says, read back."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from ._assessment import DECISION_RULES
from ._criteria import Wording
from ._evidence import Basis
from ._findings import Finding, Level, Reason
from ._plan import Progress
from ._status import Decision, Rag, Status
from ._threshold import STRICT, Threshold


@frozen(kw_only=True)
class RecordedLink:
    """
    A document put forward for a criterion.

    Attributes:
        document: its path.
        basis: see `Basis`.
        locator: the place in it, in words; empty for all of it.
    """

    document: str
    basis: Basis
    locator: str = ""


@frozen(kw_only=True)
class RecordedAction:
    """
    An action of the plan that names a criterion.

    Attributes:
        id: its id in the plan.
        deliverable: what it is to bring.
        who: who does it, as the plan says.
        rag: how far it is; see `Progress`.
        overdue: whether its day had passed.
    """

    id: str
    deliverable: str
    who: tuple[str, ...] = ()
    rag: Progress = Progress.NOT_STATED
    overdue: bool = False


@frozen(kw_only=True)
class RecordedWaiver:
    """
    Why a criterion was excused.

    Attributes:
        reason: why.
        approver: who decided.
        from_: the first day.
        until: the last day.
    """

    reason: str
    approver: str
    from_: date
    until: date


@frozen(kw_only=True)
class RecordedDecision:
    """
    Why a criterion did not apply.

    Attributes:
        reason: why.
        approver: who decided.
        date: when.
    """

    reason: str
    approver: str
    date: date


@frozen(kw_only=True)
class RecordedCriterion:
    """
    The result of one criterion.

    Attributes:
        id: its id.
        title: a short name.
        requires: what it asked; empty if nobody knew.
        wording: whether anybody knew what it asks.
        status: see `Status`.
        reasons: why it was not met, most telling first.
        links: the evidence.
        actions: actions of the plan that name it.
        findings: what the rules said.
        waiver: the waiver that excused it, if its status is ``WAIVED``.
        not_applicable: the decision, if its status is ``NOT_APPLICABLE``.
        strand: the strand of work, in words; empty before version 1.1 of the format.
        owners: roles that look after it; empty before version 1.1 of the format.
        taken: why the assessment took it although its status was not clear; empty if it did not.
    """

    id: str
    title: str
    requires: str
    wording: Wording
    status: Status
    reasons: tuple[Reason, ...] = ()
    links: tuple[RecordedLink, ...] = ()
    actions: tuple[RecordedAction, ...] = ()
    findings: tuple[Finding, ...] = ()
    waiver: RecordedWaiver | None = None
    not_applicable: RecordedDecision | None = None
    strand: str = ""
    owners: tuple[str, ...] = ()
    taken: str = ""

    @property
    def clear(self) -> bool:
        """Return whether it was not in the way: by its status, or because the assessment took it."""
        return self.status.clear or bool(self.taken)

    @property
    def rag(self) -> Rag:
        """Return the colour."""
        return self.status.rag

    @property
    def counting(self) -> tuple[Finding, ...]:
        """Return errors and warnings that no waiver and no decision excuses."""
        excused = self.status in {Status.WAIVED, Status.NOT_APPLICABLE}
        return tuple(
            one for one in self.findings if one.level is not Level.NOTE and (not excused or one.rule in DECISION_RULES)
        )

    @property
    def claimed(self) -> frozenset[str]:
        """Return the paths of the documents that were claimed for it."""
        return frozenset(one.document for one in self.links if one.basis is Basis.CLAIMED)


@frozen(kw_only=True)
class RecordedDocument:
    """
    A document of the folder, or one that only the register named.

    Attributes:
        path: relative to the folder.
        sha256: digest of its bytes; empty if it could not be read.
        registered: whether the register names it.
        state: what became of the file, in words.
    """

    path: str
    sha256: str = ""
    registered: bool = True
    state: str = ""


@frozen(kw_only=True)
class RecordedCatalogue:
    """
    What was asked.

    Attributes:
        id: id of the catalogue.
        title: its name.
        version: its version.
    """

    id: str
    title: str
    version: str


@frozen(kw_only=True)
class Record:
    """
    An assessment as it was written down.

    Attributes:
        source: name of the file it was read from; empty for an assessment of this run.
        organisation: name of the organisation.
        assessment: id of the assessment.
        as_of: the day the judgement is for.
        due: the day the assessment is due.
        decision: see `Decision`.
        catalogue: see `RecordedCatalogue`.
        criteria: as they stand in the file.
        findings: those that belong to no single criterion.
        documents: as they stand in the file.
        system: the system the organisation is to be accredited for; may be empty.
        generator: name and version of the program that judged.
        in_scope: how many criteria the assessment asked for; more than there are if only a part was judged; 0 if the
            file does not say.
        threshold: what it took.
        shortfalls: what it asked for besides and did not get, each in a sentence.
    """

    source: str = ""
    organisation: str
    assessment: str
    as_of: date
    due: date
    decision: Decision
    catalogue: RecordedCatalogue
    criteria: tuple[RecordedCriterion, ...] = ()
    findings: tuple[Finding, ...] = ()
    documents: tuple[RecordedDocument, ...] = ()
    system: str = ""
    generator: str = ""
    in_scope: int = 0
    threshold: Threshold = STRICT
    shortfalls: tuple[str, ...] = ()

    @property
    def partial(self) -> bool:
        """Return whether only some of the criteria in scope were judged."""
        return len(self.criteria) < self.in_scope

    @property
    def gaps(self) -> tuple[RecordedCriterion, ...]:
        """Return the criteria that kept the decision from being GO."""
        return tuple(one for one in self.criteria if not one.status.clear)
