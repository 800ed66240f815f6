"""Judge one criterion on one day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from attrs import frozen

from readiness._linking import criterion_fingerprint
from readiness._registry import rules
from readiness._rules._shared import WARN_DAYS
from readiness.exceptions import RuleFailedError
from readiness.model import (
    Action,
    Basis,
    Catalogue,
    Criterion,
    CriterionResult,
    EvidenceFolder,
    Exhibit,
    Finding,
    FolderContext,
    Plan,
    RuleContext,
    Status,
)

from ._decisions import decision_findings, decision_on, waiver_on
from ._exhibits import exhibits_for, with_local_wording
from ._status import Case, reasons_of, status_of

_BASES = tuple(Basis)


@frozen(kw_only=True)
class Bench:
    """
    What every criterion of one assessment is judged with; only the day may change.

    Attributes:
        catalogue: for the rules.
        folder: for the register.
        exhibits: see `exhibits_for`.
        plan: ``None`` without one.
        assessment: id of the assessment.
        due: the day it is due.
        warn_days: how many days before something lapses to warn of it; ``None`` leaves that to each rule.
    """

    catalogue: Catalogue
    folder: EvidenceFolder
    exhibits: dict[str, tuple[Exhibit, ...]]
    plan: Plan | None
    assessment: str
    due: date
    warn_days: int | None = None

    @classmethod
    def of(
        cls,
        catalogue: Catalogue,
        folder: EvidenceFolder,
        plan: Plan | None,
        assessment: str,
        due: date,
        warn_days: int | None = None,
    ) -> Bench:
        """Return a bench with the exhibits of *folder* laid out."""
        return cls(
            catalogue=catalogue,
            folder=folder,
            exhibits=exhibits_for(folder),
            plan=plan,
            assessment=assessment,
            due=due,
            warn_days=warn_days,
        )

    def judge(self, criterion: Criterion, as_of: date) -> CriterionResult:
        """Return the result of *criterion* on *as_of*."""
        register = self.folder.register
        worded = with_local_wording(criterion, register)
        exhibits = self.exhibits.get(criterion.id, ())
        actions = self.plan.actions_for(criterion.id) if self.plan else ()
        said = self._findings(worded, exhibits, actions, as_of)
        waiver, decision = waiver_on(register, criterion.id, as_of), decision_on(register, criterion.id, as_of)
        status = status_of(
            Case(
                criterion=worded,
                exhibits=exhibits,
                actions=actions,
                findings=said,
                waiver=waiver,
                decision=decision,
            )
        )
        days = WARN_DAYS if self.warn_days is None else self.warn_days
        decided = tuple(decision_findings(register, criterion.id, status, as_of, self.due, days))
        return CriterionResult(
            criterion=worded,
            status=status,
            reasons=() if status in {Status.MET, Status.NOT_APPLICABLE} else reasons_of(said),
            links=tuple(sorted((one.link for one in exhibits), key=lambda link: _BASES.index(link.basis))),
            actions=actions,
            findings=errors_first((*said, *decided)),
            waiver=waiver if status is Status.WAIVED else None,
            not_applicable=decision,
        )

    def _findings(
        self, criterion: Criterion, exhibits: tuple[Exhibit, ...], actions: tuple[Action, ...], as_of: date
    ) -> tuple[Finding, ...]:
        context = RuleContext(
            as_of=as_of,
            due=self.due,
            assessment=self.assessment,
            system=self.folder.register.system,
            exhibits=exhibits,
            actions=actions,
            register_file=self.folder.register.file,
            plan_file=self.plan.file if self.plan else "",
            folder=self.folder,
            criterion_fingerprint=criterion_fingerprint(criterion),
            warn_days=self.warn_days,
        )
        found: list[Finding] = []
        for rule in self.catalogue.rules_for(criterion):
            found += _heard(rule.kind, criterion.id, rule.check, criterion, context)
        return tuple(dict.fromkeys(found))  # a document claimed in two places is said to lack its owner once

    def judge_folder(self, criteria: Iterable[Criterion], as_of: date) -> Iterator[Finding]:
        """Yield what the rules about the folder as a whole have to say on *as_of*, the *criteria* being in scope."""
        context = FolderContext(
            as_of=as_of,
            due=self.due,
            assessment=self.assessment,
            folder=self.folder,
            criteria=tuple(with_local_wording(one, self.folder.register) for one in criteria),
            exhibits=self.exhibits,
        )
        for rule in self.catalogue.folder_rules:
            yield from _heard(rule.kind, self.folder.name, rule.check_folder, context)


def _heard(kind: str, place: str, ask: Callable[..., Iterable[Finding]], *about: object) -> list[Finding]:
    """Return what a rule has to say of a *place*; one that fails or ends the program says who has to mend it."""
    try:
        return [_checked(one) for one in ask(*about)]
    except (Exception, SystemExit) as error:
        raise RuleFailedError(kind, place, error, rules.provider(kind)) from error


def _checked(finding: Finding) -> Finding:
    if not isinstance(finding, Finding):
        raise TypeError(f"it yielded {type(finding).__name__}, which is no finding")
    return finding


def errors_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return *findings* with the serious ones first, otherwise in the order in which they were said."""
    return tuple(sorted(findings, key=lambda finding: -finding.level.weight))
