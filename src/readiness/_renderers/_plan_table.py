"""A plan as a table for a terminal."""

from __future__ import annotations

import calendar
import textwrap
from collections.abc import Iterator
from datetime import date

from readiness.model import Action, Confidence, PartialDate, Plan, PlanDate

from ._text import progress_source, visible

_LEAST_WIDTH = 40
_ID, _DATE, _RAG = 4, 16, 15
_GAPS = 6
_UNSURE = "~ marks a date that is not certain"


def plan_table(plan: Plan, as_of: date | None, *, width: int = 100) -> str:
    """
    Return a plan as lines of text, an action under its section, then milestones and whatever was not understood.

    Args:
        plan: the plan.
        as_of: the day to judge by what is overdue; without it nothing is marked.
        width: columns of the terminal; fewer than 40 count as 40.

    >>> plan_table(Plan(title="Ours"), None).splitlines()[0]
    'Ours'
    """
    room = max(width, _LEAST_WIDTH)
    lines = [
        *_wrapped(_title(plan), room),
        *_wrapped(_legend(plan), room),
    ]
    section = None
    for action in plan.actions:
        if action.section != section:
            section = action.section
            lines += ["", *_wrapped(section or "(no section)", room)]
        lines += _action(action, as_of, room)
    return "\n".join([*lines, *_milestones(plan, room), *_problems(plan, room), ""])


def short_date(one: PlanDate) -> str:
    """
    Return a date in short; ``~`` says that it is not certain, ``(day?)`` that its day is not known.

    >>> short_date(PlanDate(date=PartialDate(2008, 12), confidence=Confidence.MEDIUM, how=""))
    '~ Dec 2008 (day?)'
    """
    mark = "" if one.confidence is Confidence.HIGH else "~ "
    return mark + _short(one.date)


def _short(one: PartialDate) -> str:
    month = f"{calendar.month_abbr[one.month]} {one.year}"
    return f"{one.day} {month}" if one.day else f"{month} (day?)"


def _legend(plan: Plan) -> str:
    return f"{_UNSURE}; progress is {progress_source(plan)}."


def _title(plan: Plan) -> str:
    about = ", ".join(part for part in (plan.period, plan.version) if part)
    title = plan.title or plan.file or "Project plan"
    return f"{title} ({about})" if about else title


def _action(action: Action, as_of: date | None, room: int) -> Iterator[str]:
    """Yield the lines of an action: id, deliverable, date and progress side by side, or stacked where room is short."""
    late = as_of is not None and action.overdue_on(as_of)
    progress = f"{action.progress.value}{', overdue' if late else ''}"
    names = " ".join(ref.id for ref in action.criteria)
    name = action.id if len(action.id) <= _ID else ""
    text = f"{action.deliverable} [{', '.join(action.who) or 'no owner'}]"
    text = text if name else f"{action.id}: {text}"
    dates = [short_date(one) for one in action.dates] or ["-"]
    columns = room - _ID - _DATE - _RAG - _GAPS
    if columns < _LEAST_WIDTH // 2:
        yield from _wrapped(f"{name} {text}".strip(), room)
        yield from _wrapped(f"     {'; '.join(dates)}; {progress}; {names}".rstrip("; "), room)
        return
    left = _wrapped(text, columns)
    middle = [line for one in dates for line in _wrapped(one, _DATE)]
    right = [*_wrapped(progress, _RAG), *(_wrapped(names, _RAG) if names else [])]
    for at in range(max(len(left), len(middle), len(right))):
        cells = (
            _cell([name], at, _ID),
            _cell(left, at, columns),
            _cell(middle, at, _DATE),
            _cell(right, at, _RAG),
        )
        yield "  ".join(cells).rstrip()


def _cell(lines: list[str], at: int, width: int) -> str:
    return (lines[at] if at < len(lines) else "").ljust(width)


def _milestones(plan: Plan, room: int) -> Iterator[str]:
    if plan.milestones:
        yield from ("", "Milestones")
    for one in plan.milestones:
        yield from _wrapped(f"{one.id}: {'; '.join(map(short_date, one.dates)) or 'no date'} - {one.title}", room)


def _problems(plan: Plan, room: int) -> Iterator[str]:
    if plan.problems:
        yield from ("", "Not used")
    for one in plan.problems:
        yield from _wrapped(f'line {one.line}, column {one.column}: "{one.text}" {one.message}', room)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(visible(text), width) or [""]
