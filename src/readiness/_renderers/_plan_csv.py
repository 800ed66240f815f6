"""A plan as csv, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from datetime import date

from readiness.model import Action, Plan, PlanDate

from ._safe import cell
from ._text import encodable

_COLUMNS = (
    "id",
    "section",
    "strand",
    "deliverable",
    "comment",
    "comment_as_written",
    "who",
    "who_as_written",
    "criteria",
    "criteria_as_written",
    "as_above",
    "dates",
    "rag",
    "rag_words",
    "overdue",
    "lines",
)


def plan_csv(plan: Plan, as_of: date | None) -> bytes:
    """
    Return the actions of a plan as csv with a byte order mark, one line each; problems are not part of it.

    A cell that a spreadsheet would run as a formula begins with an apostrophe.

    Args:
        plan: the plan.
        as_of: the day to judge by what is overdue; without it that column stays empty.

    >>> plan_csv(Plan(title="Ours"), None).decode("utf-8-sig")[:10]
    'id,section'
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for action in plan.actions:
        writer.writerow(cell(text) for text in _cells(action, as_of))
    return encodable(out.getvalue()).encode("utf-8-sig")


def _cells(action: Action, as_of: date | None) -> tuple[str, ...]:
    overdue = "" if as_of is None else ("yes" if action.overdue_on(as_of) else "no")
    return (
        action.id,
        action.section,
        action.strand,
        action.deliverable,
        action.comment,
        action.comment_as_written,
        "; ".join(action.who),
        action.who_as_written,
        "; ".join(ref.id for ref in action.criteria),
        "; ".join(ref.written for ref in action.criteria),
        "; ".join(action.as_above),
        "; ".join(map(_date, action.dates)),
        action.progress.value,
        action.progress_words,
        overdue,
        "; ".join(map(str, action.lines)),
    )


def _date(one: PlanDate) -> str:
    others = "".join(f" or {other}" for other in one.alternatives)
    return f"{one.date}{others} ({one.confidence.value})"
