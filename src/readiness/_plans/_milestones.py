"""The points in time that a plan works towards, and dates that another row of the plan confirms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import evolve

from readiness.model import Action, Confidence, Milestone, PartialDate, PlanDate, Precision

from ._days import RIVAL, SATURDAY
from ._preamble import Preamble

_ASSESSMENT = re.compile(r"\b(?:readiness assessment|l?ara)\s*(\d+[a-z]?)\b|\bRA\s?(\d+[a-z]?)\b", re.IGNORECASE)
_TOWARDS = re.compile(r"\bfor\s+(?:the\s+)?readiness assessment\b|\bfor\s+RA\s?\d", re.IGNORECASE)
_CLOSE = re.compile(r"^project close\b", re.IGNORECASE)
_LEAST_WORDS = 3


def find_milestones(actions: Sequence[Action], preamble: Preamble) -> tuple[Milestone, ...]:
    """
    Return the milestones of a plan: the deployment slot of its title, readiness assessments, the project's close.

    Rows that mean the same milestone are joined, and each keeps its own date, so that a conflict shows.
    """
    groups: dict[str, list[Action]] = {}
    for action in actions:
        if name := _named(action):
            groups.setdefault(name, []).append(action)
    for action in actions:
        if not _named(action) and (name := _same_as(action, groups)):
            groups[name].append(action)
    return (*_deployment(preamble), *(_milestone(name, group) for name, group in groups.items()))


def confirm_dates(actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """
    Return the actions, with a date of medium confidence raised where another row confirms its month.

    A day that two digits in one column give is only medium if the headings of its page leave room for one month. A
    second row that names the same assessment, in the same month and on a page whose headings agree, settles it.
    """
    return tuple(_confirmed(action, actions) for action in actions)


def _named(action: Action) -> str:
    """Return the short name of the milestone that an action *is*; one that works towards it is not it."""
    if _CLOSE.search(action.deliverable):
        return action.id
    return "" if _TOWARDS.search(action.deliverable) else _assessment(action.deliverable)


def _assessment(text: str) -> str:
    match = _ASSESSMENT.search(text)
    return f"RA{(match[1] or match[2]).casefold()}" if match else ""


def _same_as(action: Action, groups: dict[str, list[Action]]) -> str:
    """Return the milestone whose deliverable begins with the whole of this one, if it says enough to be told apart."""
    words = action.deliverable.casefold()
    if len(words.split()) < _LEAST_WORDS:
        return ""
    return next((name for name, group in groups.items() if group[0].deliverable.casefold().startswith(words)), "")


def _deployment(preamble: Preamble) -> tuple[Milestone, ...]:
    if preamble.slot is None or preamble.title_cell is None:
        return ()
    month = PartialDate(preamble.slot.year, preamble.slot.month)
    how = f'read from the title (line {preamble.title_cell.line}): "{preamble.slot_written}"'
    dates = (PlanDate(date=month, confidence=Confidence.HIGH, how=how),)
    return (Milestone(id="deployment", title=preamble.slot_written, dates=dates),)


def _milestone(name: str, group: Sequence[Action]) -> Milestone:
    return Milestone(
        id=name,
        title=group[0].deliverable,
        dates=tuple(date for action in group for date in action.dates),
        actions=tuple(action.id for action in group),
    )


def _confirmed(action: Action, actions: Iterable[Action]) -> Action:
    name = _named(action)
    if not name or len(action.dates) != 1 or not _could_rise(action.dates[0]):
        return action
    date = action.dates[0]
    witness = next((one for one in actions if one.id != action.id and _bears_out(one, name, date)), None)
    if witness is None:
        return action
    how = f"{date.how}; confirmed by line {witness.lines[0]}, which puts {name} in the same month"
    return evolve(action, dates=(evolve(date, confidence=Confidence.HIGH, how=how, alternatives=()),))


def _could_rise(date: PlanDate) -> bool:
    """Return whether only the month was in doubt: a witness for the month cannot settle the day."""
    stacked = date.date.precision is Precision.DAY and " over " in date.how
    day_in_doubt = RIVAL in date.how or date.date.earliest.weekday() >= SATURDAY
    return date.confidence is Confidence.MEDIUM and stacked and not day_in_doubt


def _bears_out(witness: Action, name: str, date: PlanDate) -> bool:
    """Return whether another row names the milestone and gives, soundly, the month of *date* and no other."""
    return _assessment(witness.deliverable) == name and any(
        (one.date.year, one.date.month) == (date.date.year, date.date.month)
        and one.confidence is not Confidence.LOW
        and not one.alternatives
        for one in witness.dates
    )
