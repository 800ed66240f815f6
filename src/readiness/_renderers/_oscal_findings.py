"""The verdict on each criterion as OSCAL's findings, with all that belongs to it."""

from __future__ import annotations

from attrs import frozen

from readiness._oscal import STATEMENT_SUFFIX
from readiness.model import Change, CriterionResult, Status, Wording

from ._oscal_desk import Desk, own, prose, title
from ._oscal_observations import observations
from ._oscal_risks import risk_of
from ._oscal_verdict_types import Finding, Observation, Risk, TargetStatus
from ._text import day, status_words

_STATES = {
    Status.MET: ("satisfied", "pass"),
    Status.PARTLY_MET: ("not-satisfied", "fail"),
    Status.PLANNED: ("not-satisfied", "fail"),
    Status.NOT_MET: ("not-satisfied", "fail"),
    # Nobody could look, or somebody let it pass: neither is ever a pass, and neither is a failure.
    Status.NOT_ASSESSABLE: ("not-satisfied", "other"),
    Status.WAIVED: ("not-satisfied", "other"),
}


@frozen(kw_only=True)
class Verdict:
    """What is to be said of one criterion; one that does not apply has no finding, and one that is met no risk."""

    result: CriterionResult
    observations: list[Observation]
    risk: Risk | None
    finding: Finding | None


def verdicts(desk: Desk) -> list[Verdict]:
    """Return what is to be said of each criterion, in catalogue order."""
    lapses = {one.criterion: one for one in desk.profile.assessment.forecast.lapses}
    return [_verdict(desk, one, lapses.get(one.criterion.id)) for one in desk.profile.results]


def _verdict(desk: Desk, result: CriterionResult, lapse: Change | None) -> Verdict:
    seen = observations(desk, result)
    risk = risk_of(desk, result, seen)
    applies = result.status is not Status.NOT_APPLICABLE
    finding = _finding(desk, result, seen, risk, lapse) if applies else None
    return Verdict(result=result, observations=seen, risk=risk, finding=finding)


def _finding(
    desk: Desk, result: CriterionResult, seen: list[Observation], risk: Risk | None, lapse: Change | None
) -> Finding:
    criterion = result.criterion
    reasons = ", ".join(one.value for one in result.reasons)
    finding: Finding = {
        "uuid": desk.uuid("verdict", criterion.id),
        "title": title(f"{criterion.id} {criterion.title}"),
        "description": prose(f"{status_words(result.status)}{f': {reasons}' if reasons else ''}."),
        "props": [
            own("criterion", criterion.id),
            own("status", result.status.value),
            own("rag", result.status.rag.value),
            *(own("reason", one.value) for one in result.reasons),
        ],
        "target": {
            "type": "statement-id",
            "target-id": f"{desk.tokens[criterion.id]}{STATEMENT_SUFFIX}",
            "title": title(criterion.title),
            "status": _target_status(result),
        },
    }
    if seen:
        finding["related-observations"] = [{"observation-uuid": one["uuid"]} for one in seen]
    if risk:
        finding["related-risks"] = [{"risk-uuid": risk["uuid"]}]
    if lapse:
        due = day(desk.profile.assessment.due)
        finding["remarks"] = prose(f"If nothing is done it will be {lapse.then.value} on {due}. {lapse.why}")
    return finding


def _target_status(result: CriterionResult) -> TargetStatus:
    state, reason = _STATES[result.status]
    status: TargetStatus = {"state": state, "reason": reason}
    if result.waiver:
        status["remarks"] = prose(f"Waived by {result.waiver.approver} until {day(result.waiver.until)}.")
    elif result.criterion.wording is Wording.UNKNOWN:
        status["remarks"] = "Nobody knows the wording, so it can be neither passed nor failed."
    elif result.status is Status.NOT_ASSESSABLE:
        status["remarks"] = "Nobody could look at what is claimed for it."
    if result.taken:
        status["remarks"] = prose(status.get("remarks", ""), result.taken)
    return status
