"""What a plan contradicts, and what it leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from readiness._words import day, listed, month
from readiness.model import Action, Finding, Level, Location, PartialDate, Plan, PlanDate

_DEPENDS = re.compile(
    r"\b(?:depend[ae]nt on|depends on|following|subject to|once|after)\s+(?P<what>[^.;]+)", re.IGNORECASE
)
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "in", "is", "of", "on", "the", "to", "with"})
_LEAST_WORDS = 2


def plan_findings(plan: Plan, *, ids_in_scope: Iterable[str]) -> tuple[Finding, ...]:
    """
    Return what contradicts itself in a plan, and the criteria that no action names.

    Args:
        plan: the plan.
        ids_in_scope: canonical ids of the criteria that the plan has to cover.
    """
    return (*_conflicts(plan), *_dependencies(plan), *_uncovered(plan, ids_in_scope))


def _conflicts(plan: Plan) -> Iterator[Finding]:
    """Yield a finding for each milestone, and each other action, whose dates name different times."""
    joined = {action for one in plan.milestones for action in one.actions}
    lines = {action.id: action.lines for action in plan.actions}
    for milestone in plan.milestones:
        if _disagree(milestone.dates):
            line = lines[milestone.actions[-1]][0] if milestone.actions else None
            yield _conflict(plan, milestone.title, milestone.dates, line)
    for action in plan.actions:
        if action.id not in joined and _disagree(action.dates):
            yield _conflict(plan, action.deliverable, action.dates, action.lines[0] if action.lines else None)


def _disagree(dates: Sequence[PlanDate]) -> bool:
    """Return whether two of the dates, as read, share no day."""
    spans = [(one.date.earliest, one.date.latest) for one in dates]
    return bool(spans) and max(start for start, _ in spans) > min(end for _, end in spans)


def _conflict(plan: Plan, title: str, dates: Sequence[PlanDate], line: int | None) -> Finding:
    said = listed(f"{_in_words(one.date)} ({one.confidence.value} confidence)" for one in dates)
    return Finding(
        rule="plan-conflict",
        level=Level.WARNING,
        message=f"“{title}” has dates that disagree: {said}.",
        location=Location(plan.file or "plan", line=line),
        fix="Find out which date holds and correct the other in the plan.",
    )


def _in_words(date: PartialDate) -> str:
    return day(date.earliest) if date.day else month(date.year, date.month)


def _dependencies(plan: Plan) -> Iterator[Finding]:
    named = [(_words(action.deliverable) - _SMALL, action) for action in plan.actions]
    for action in plan.actions:
        for match in _DEPENDS.finditer(f"{action.deliverable}. {action.comment}"):
            words = _words(match["what"])
            meant = (one for wanted, one in named if len(wanted) >= _LEAST_WORDS and wanted <= words)
            first = next((one for one in meant if one.id != action.id), None)
            if first and _ends_before(action, first):
                yield _too_early(plan, action, first)


def _too_early(plan: Plan, action: Action, first: Action) -> Finding:
    return Finding(
        rule="plan-dependency",
        level=Level.WARNING,
        message=f"“{action.deliverable}” is dated before “{first.deliverable}”, which its wording waits for.",
        location=Location(plan.file or "plan", line=action.lines[0] if action.lines else None),
        fix="Move one of the two dates, or correct the wording.",
    )


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _ends_before(action: Action, first: Action) -> bool:
    """Return whether every reading of the action's dates lies before every reading of the other's."""
    if not action.dates or not first.dates:
        return False
    begins = min(read.earliest for one in first.dates for read in (one.date, *one.alternatives))
    return max(one.latest for one in action.dates) < begins


def _uncovered(plan: Plan, ids_in_scope: Iterable[str]) -> Iterator[Finding]:
    for criterion in ids_in_scope:
        if not plan.actions_for(criterion):
            yield Finding(
                rule="plan-coverage",
                level=Level.WARNING,
                message=f"No action of the plan names {criterion}.",
                location=Location(plan.file or "plan"),
                fix=f"Add an action for {criterion}, or write its number into the deliverable that is meant for it.",
            )
