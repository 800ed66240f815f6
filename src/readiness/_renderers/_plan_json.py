"""A plan as JSON, for other programs."""

from __future__ import annotations

import json
from datetime import date

from readiness.model import Action, Milestone, Plan, PlanDate

from ._text import encodable

SCHEMA_VERSION = "1.0"


def plan_json(plan: Plan, as_of: date | None) -> bytes:
    """
    Return a plan as UTF-8 JSON of version 1; its schema is ``plan-1.json``.

    Args:
        plan: the plan.
        as_of: the day to judge by what is overdue; without it nothing is said about that.

    >>> json.loads(plan_json(Plan(title="Ours"), None))["title"]
    'Ours'
    """
    wire = {
        "schema_version": SCHEMA_VERSION,
        "title": plan.title,
        "version": plan.version,
        "period": plan.period,
        "keys": [{"list": key.list, "colour": key.colour, "meaning": key.meaning} for key in plan.keys],
        "sections": list(plan.sections),
        "strands": list(plan.strands),
        "actions": [_action(action, as_of) for action in plan.actions],
        "milestones": [_milestone(milestone) for milestone in plan.milestones],
        "problems": [
            {"line": one.line, "column": one.column, "text": one.text, "message": one.message} for one in plan.problems
        ],
    }
    return f"{encodable(json.dumps(wire, ensure_ascii=False, indent=2))}\n".encode()


def _action(action: Action, as_of: date | None) -> dict[str, object]:
    return {
        "id": action.id,
        "section": action.section,
        "strand": action.strand,
        "deliverable": action.deliverable,
        "comment": action.comment,
        "comment_as_written": action.comment_as_written,
        "who": list(action.who),
        "who_as_written": action.who_as_written,
        "criteria": [ref.id for ref in action.criteria],
        "criteria_as_written": [ref.written for ref in action.criteria],
        "as_above": list(action.as_above),
        "dates": [_date(one) for one in action.dates],
        "rag": action.progress.value,
        "rag_inferred": not action.progress_stated,
        "rag_words": action.progress_words,
        "overdue": None if as_of is None else action.overdue_on(as_of),
        "lines": list(action.lines),
    }


def _milestone(milestone: Milestone) -> dict[str, object]:
    return {
        "id": milestone.id,
        "title": milestone.title,
        "dates": [_date(one) for one in milestone.dates],
        "actions": list(milestone.actions),
    }


def _date(one: PlanDate) -> dict[str, object]:
    return {
        "date": str(one.date),
        "precision": one.date.precision.value,
        "confidence": one.confidence.value,
        "how": one.how,
        "alternatives": [str(other) for other in one.alternatives],
    }
