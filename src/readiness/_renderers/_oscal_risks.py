"""Gaps and waivers as OSCAL's risks, with the plan's actions as what is being done about them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from readiness.model import Action, CriterionResult, Gap, PlanDate, Progress, Waiver

from ._oscal_desk import Desk, end_of, own, prose, start_of, title
from ._oscal_types import Prop
from ._oscal_verdict_types import LogEntry, Observation, Response, ResponsibleRole, Risk, Task, Timing
from ._text import day, plan_day

_UNDER_WAY = frozenset({Progress.DONE, Progress.IN_HAND})


def risk_of(desk: Desk, result: CriterionResult, seen: Iterable[Observation]) -> Risk | None:
    """Return the risk of one criterion: that it is not met, or that it is excused; ``None`` if it is neither."""
    if result.waiver is None and result.status.clear:
        return None
    criterion = result.criterion
    _, gap = desk.gaps.get(criterion.id, (0, None))
    risk: Risk = {
        "uuid": desk.uuid("risk", criterion.id),
        "title": title(f"{criterion.id} is {result.status.value}: {criterion.title}"),
        "description": prose(criterion.requires) or "What the criterion asks is not known.",
        "statement": _statement(result, gap),
        "props": _props(desk, result),
        "status": _status(result),
        "deadline": end_of(result.waiver.until if result.waiver else desk.profile.assessment.due),
    }
    if remediations := _remediations(desk, result, gap):
        risk["remediations"] = remediations
    if result.waiver:
        risk["risk-log"] = {"entries": [_accepted(desk, result.waiver)]}
    if related := [one["uuid"] for one in seen]:
        risk["related-observations"] = [{"observation-uuid": one} for one in related]
    return risk


def _statement(result: CriterionResult, gap: Gap | None) -> str:
    if waiver := result.waiver:
        until = f"It is accepted until {day(waiver.until)}."
        return prose(f"{waiver.approver} has waived {result.criterion.id}: {waiver.reason}", until)
    reasons = ", ".join(one.value for one in result.reasons)
    said = gap.why if gap and gap.why.strip() else f"{result.criterion.id} is {result.status.value}."
    return prose(said, f"In short: {reasons}." if reasons else "")


def _status(result: CriterionResult) -> str:
    if result.waiver:
        return "deviation-approved"
    return "remediating" if any(one.progress in _UNDER_WAY for one in result.actions) else "open"


def _props(desk: Desk, result: CriterionResult) -> list[Prop]:
    place, _ = desk.gaps.get(result.criterion.id, (0, None))
    props: list[Prop] = [{"name": "priority", "value": str(place)}] if place else []
    props += [{"name": "accepted", "value": "true"}] if result.waiver else []
    props += [own("criterion", result.criterion.id), own("status", result.status.value)]
    return [*props, *(own("reason", one.value) for one in result.reasons)]


def _remediations(desk: Desk, result: CriterionResult, gap: Gap | None) -> list[Response]:
    planned = [_planned(desk, result.criterion.id, one) for one in result.actions]
    return [_recommended(desk, gap), *planned] if gap and gap.what.strip() else planned


def _recommended(desk: Desk, gap: Gap) -> Response:
    judged = desk.profile.assessment
    task: Task = {
        "uuid": desk.uuid("recommended task", gap.id),
        "type": "action",
        "title": title(gap.what),
        "timing": _between(judged.as_of, judged.due),
        "remarks": prose(f"By {gap.by or day(judged.due)}."),
    }
    if roles := _roles(desk, gap.who):
        task["responsible-roles"] = roles
    return {
        "uuid": desk.uuid("recommendation", gap.id),
        "lifecycle": "recommendation",
        "title": title(f"What to do next for {gap.id}"),
        "description": prose(gap.what),
        "origins": desk.origins,
        "tasks": [task],
    }


def _planned(desk: Desk, criterion_id: str, action: Action) -> Response:
    done = action.progress is Progress.DONE
    words = f"Inferred from its words “{action.progress_words}”. " if action.progress_words.strip() else ""
    return {
        "uuid": desk.uuid("action", criterion_id, action.id),
        "lifecycle": "completed" if done else "planned",
        "title": title(f"{action.id} {action.deliverable}"),
        "description": prose(
            action.comment or action.deliverable,
            f"The plan says: {action.progress.value}. {words}A plan's word is not evidence.",
        ),
        "props": [own("progress", action.progress.value), own("action", action.id)],
        "tasks": [_task(desk, criterion_id, action)],
    }


def _task(desk: Desk, criterion_id: str, action: Action) -> Task:
    overdue = action.overdue_on(desk.profile.assessment.as_of)
    task: Task = {
        "uuid": desk.uuid("task", criterion_id, action.id),
        "type": "action",
        "title": title(action.deliverable, action.id),
        "props": [own("overdue", "yes" if overdue else "no")],
        "remarks": prose("; ".join(map(plan_day, action.dates)) or "The plan gives no date."),
    }
    if action.dates:
        task["timing"] = _timing(action.dates)
    if roles := _roles(desk, action.who):
        task["responsible-roles"] = roles
    return task


def _timing(dates: tuple[PlanDate, ...]) -> Timing:
    """Return the last date of an action; one of which there are several readings is given as all of them."""
    last = max(dates, key=lambda one: one.latest)
    if last.earliest == last.latest:
        return {"on-date": {"date": start_of(last.latest)}}
    return {"within-date-range": {"start": start_of(last.earliest), "end": end_of(last.latest)}}


def _between(first: date, last: date) -> Timing:
    if first > last:
        return {"on-date": {"date": start_of(last)}}
    return {"within-date-range": {"start": start_of(first), "end": end_of(last)}}


def _roles(desk: Desk, names: Iterable[str]) -> list[ResponsibleRole]:
    return [{"role-id": desk.role(one)} for one in dict.fromkeys(names) if one.strip()]


def _accepted(desk: Desk, waiver: Waiver) -> LogEntry:
    return {
        "uuid": desk.uuid("waiver", waiver.criterion, waiver.from_, waiver.until),
        "title": title(f"{waiver.criterion} is waived by {waiver.approver}"),
        "description": prose(waiver.reason) or "No reason is given.",
        "start": start_of(waiver.from_),
        "end": end_of(waiver.until),
        "logged-by": [{"party-uuid": desk.organisation, "role-id": desk.role(waiver.approver)}],
        "status-change": "deviation-approved",
    }
