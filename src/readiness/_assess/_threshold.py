"""Weigh what was judged against what the assessment takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from readiness._words import counted, threshold_words
from readiness.model import (
    AssessmentSpec,
    CriterionResult,
    Decision,
    Finding,
    Level,
    Location,
    Reason,
    Register,
    Status,
    Threshold,
)
from readiness.model._assessment import DECISION_RULES


@frozen
class Scales:
    """
    What results are weighed with.

    Attributes:
        threshold: what the assessment takes.
        assessment: its id.
        whole: whether all its criteria were judged; of a part nobody knows how many others are met or not.
    """

    threshold: Threshold
    assessment: str
    whole: bool

    @classmethod
    def of(cls, spec: AssessmentSpec, register: Register, *, whole: bool) -> Scales:
        """Return the scales of an assessment; what somebody agreed comes before what the catalogue says."""
        agreed = register.threshold(spec.id)
        return cls(agreed.threshold if agreed else spec.threshold, spec.id, whole)

    def weighed(self, results: Iterable[CriterionResult]) -> tuple[CriterionResult, ...]:
        """Return the results, each with why it is taken if it is; what could not be opened never is."""
        every = tuple(results)
        few = self.whole and _number(every, Status.NOT_MET) <= self.threshold.not_met_at_most
        return tuple(_taken(one, why) if (why := self._why(one, few=few)) else one for one in every)

    def _why(self, one: CriterionResult, *, few: bool) -> str:
        if one.status.clear or Reason.UNREADABLE in one.reasons:
            return ""
        if one.status is Status.NOT_MET and few:
            return f"{self.assessment} takes up to {self.threshold.not_met_at_most} that are not met."
        return f"{self.assessment} takes what is {one.status.value}." if one.status in self.threshold.allow else ""

    def shortfalls(self, results: Iterable[CriterionResult], findings: Iterable[Finding]) -> Iterator[str]:
        """Yield what the assessment asks for besides and does not get, each in a sentence."""
        every, most, least = tuple(results), self.threshold.not_met_at_most, self.threshold.met_at_least
        not_met, met = _number(every, Status.NOT_MET), _number(every, Status.MET)
        if self.whole and not_met > most > 0:
            yield f"{self.assessment} takes {most} not met at most, and there are {not_met}."
        if self.whole and met < least:
            yield f"{self.assessment} asks for at least {least} met, and there are {met}."
        if level := self.threshold.fail_on:
            counting = [*(said for one in every for said in one.counting), *findings]
            if number := sum(one.level.weight >= level.weight for one in counting):
                above = "" if level is Level.ERROR else " or above"
                said = counted(number, "finding")
                yield f"{self.assessment} takes no finding at level {level.value}{above}, and there are {said}."

    def decision(self, results: Iterable[CriterionResult], shortfalls: Iterable[str]) -> Decision:
        """Return the decision; what is in the way is enough for NO-GO, but it takes all criteria for GO."""
        if any(one.in_the_way for one in results) or any(shortfalls):
            return Decision.NO_GO
        return Decision.GO if self.whole else Decision.UNDECIDED


def _number(results: Iterable[CriterionResult], status: Status) -> int:
    return sum(one.status is status for one in results)


def _taken(result: CriterionResult, why: str) -> CriterionResult:
    """Return a result as taken; that a waiver has ended is then worth a warning, but holds nothing back."""
    milder = tuple(
        evolve(one, level=Level.WARNING) if one.rule in DECISION_RULES and one.level is Level.ERROR else one
        for one in result.findings
    )
    return evolve(result, taken=why, findings=milder)


def threshold_findings(register: Register, assessment: str) -> Iterator[Finding]:
    """Yield a note of what was agreed for the assessment, so that an assessor sees by what it was weighed."""
    if agreed := register.threshold(assessment):
        words = threshold_words(agreed.threshold, agreed.assessment)
        yield Finding(
            rule="register",
            level=Level.NOTE,
            message=f"{words} {agreed.approver} agreed to that: {agreed.reason}",
            location=Location(register.file, line=agreed.line, part=f"threshold {agreed.assessment}"),
            fix="Let the assessor agree to it, or remove the [[threshold]] table.",
        )
