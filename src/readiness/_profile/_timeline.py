"""The plan laid out along time."""

from __future__ import annotations

import calendar

from readiness.model import Action, Assessment, Plan, Timeline, TimelineRow

_YEARS_SHOWN = 3


def timeline_of(assessment: Assessment) -> Timeline | None:
    """
    Return the plan's dated actions by strand, over whole months; ``None`` without a plan.

    What lies more than three years from the due date is left out of the picture, or the months would be too narrow.
    """
    plan = assessment.plan
    if plan is None:
        return None
    dates = [on for one in plan.actions for on in one.dates]
    dates += [on for one in plan.milestones for on in one.dates]
    days = [assessment.as_of, *(day for on in dates for day in (on.earliest, on.latest))]
    near = [day for day in days if abs((day - assessment.due).days) <= _YEARS_SHOWN * 366]
    first, last = min([*near, assessment.due]), max([*near, assessment.due])
    return Timeline(
        start=first.replace(day=1),
        end=last.replace(day=calendar.monthrange(last.year, last.month)[1]),
        as_of=assessment.as_of,
        due=assessment.due,
        rows=_rows(plan),
        milestones=plan.milestones,
    )


def _rows(plan: Plan) -> tuple[TimelineRow, ...]:
    by_label: dict[str, list[Action]] = {}
    for action in plan.actions:
        by_label.setdefault(action.strand or action.section, []).append(action)
    return tuple(
        TimelineRow(
            strand=label or "No strand",
            actions=tuple(one for one in actions if one.dates),
            undated=sum(not one.dates for one in actions),
        )
        for label, actions in by_label.items()
    )
