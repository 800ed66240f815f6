"""A `Draft` into an `Action`: what its cells mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count

from attrs import frozen

from readiness._ids import IdMatch, IdScheme
from readiness.model import Action, CriterionRef, PlanDate, PlanProblem, Progress

from ._days import read_mark
from ._progress import infer_progress, stated_progress
from ._roles import RoleBook
from ._rows import Draft, problem
from ._table import Cell, Field
from ._wording import Month, stated_dates, wording_dates

_AS_ABOVE = re.compile(r"(?:as above|ditto|\N{RIGHT DOUBLE QUOTATION MARK}|\")\.?", re.IGNORECASE)
_NO_DATE = (
    "is not a date that can be read in one way only; write it as 2009-05-29, 29 May 2009 or, if only the month is "
    "known, 2009-05"
)
_NO_MONTH = "is a day digit, but no month or no such day could be told for its column"
_NOTHING_ABOVE = "points at what stands above, but nothing does; write it out"
_TAKEN = "numbers another action already"
_UNKNOWN_STATUS = "is not a word for progress that is known; write done, in hand, planned or needs attention"


@frozen(kw_only=True)
class Context:
    """What is known of the whole plan while one action is built."""

    ids: IdScheme
    strands: tuple[str, ...]
    roles: RoleBook
    slot: Month | None
    day_first: bool


@frozen
class _Resolved:
    """A cell's text with ``As above`` replaced."""

    text: str
    as_above: bool = False
    problems: tuple[PlanProblem, ...] = ()


def build_action(draft: Draft, before: Sequence[Action], context: Context) -> tuple[Action, list[PlanProblem]]:
    """
    Return the action that a draft stands for, and what of it was not understood.

    Args:
        draft: the cells of the action.
        before: the actions above it, which ``As above`` points at.
        context: what is known of the whole plan.
    """
    above = before[-1] if before else None
    comment = _resolve(draft, Field.COMMENT, above.comment if above else "")
    who = _resolve(draft, Field.WHO, ", ".join(above.who) if above else "")
    criteria, unknown = _criteria(draft, context.ids)
    dates, undated = _dates(draft, context)
    progress, unclear = _progress(draft, comment.text)
    name, doubled = _name(draft, before)
    section = draft.section.text if draft.section else ""
    action = Action(
        id=name,
        section=section,
        strand=strand_of(section, context.strands),
        deliverable=draft.text(Field.DELIVERABLE),
        comment=comment.text,
        comment_as_written=draft.text(Field.COMMENT),
        who=above.who if who.as_above and above else context.roles.split(who.text),
        who_as_written=draft.text(Field.WHO),
        criteria=criteria,
        as_above=tuple(name for name, one in (("comment", comment), ("who", who)) if one.as_above),
        dates=dates,
        progress=progress.progress,
        progress_words=progress.words,
        progress_stated=progress.stated,
        lines=tuple(sorted(draft.lines)),
    )
    return action, [*comment.problems, *who.problems, *unknown, *undated, *unclear, *doubled]


def _name(draft: Draft, before: Sequence[Action]) -> tuple[str, list[PlanProblem]]:
    """Return the id that the plan gives the action, or else the next free one."""
    taken = {one.id for one in before}
    free = next(name for number in count(len(before) + 1) if (name := f"A{number:02}") not in taken)
    written = draft.text(Field.ID)
    if not written:
        return free, []
    if written in taken:
        return free, [problem(cell, f"{_TAKEN}; here it is called {free}") for cell in draft.cells(Field.ID)]
    return written, []


def strand_of(section: str, strands: Sequence[str]) -> str:
    """
    Return the strand that a section belongs to, or empty if none has its name.

    >>> strand_of("Sponsorship & Benefits", ["Sponsorship", "Training"])
    'Sponsorship'
    """
    wanted = _plain(section)
    same = (strand for strand in strands if _plain(strand) == wanted)
    begins = (strand for strand in strands if _plain(strand) and f"{wanted} ".startswith(f"{_plain(strand)} "))
    return next(same, "") or next(begins, "")


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _resolve(draft: Draft, name: Field, above: str) -> _Resolved:
    written = draft.text(name)
    if not _AS_ABOVE.fullmatch(written):
        return _Resolved(written)
    if not above:
        return _Resolved(written, problems=tuple(problem(cell, _NOTHING_ABOVE) for cell in draft.cells(name)))
    return _Resolved(above, as_above=True)


def _criteria(draft: Draft, ids: IdScheme) -> tuple[tuple[CriterionRef, ...], list[PlanProblem]]:
    """Return the criteria that an action names, each once, and the ids that no criterion has."""
    found: dict[str, CriterionRef] = {}
    unknown: list[PlanProblem] = []
    for name in (Field.DELIVERABLE, Field.COMMENT, Field.CRITERIA):
        for match in ids.find(draft.text(name)):
            if match.known:
                found.setdefault(match.id, CriterionRef(id=match.id, written=match.written))
            else:
                cell = _cell_with(match, draft.cells(name) or draft.shared)
                unknown.append(problem(cell, _unknown(match, ids)))
    return tuple(found.values()), unknown


def _unknown(match: IdMatch, ids: IdScheme) -> str:
    known = f"; the catalogue runs from {ids.ids[0]} to {ids.ids[-1]}" if ids.ids else ""
    return f"names {match.written}, which is not a criterion of the catalogue{known}"


def _cell_with(match: IdMatch, cells: Sequence[Cell]) -> Cell:
    return next((cell for cell in cells if match.written in cell.text), cells[0])


def _dates(draft: Draft, context: Context) -> tuple[tuple[PlanDate, ...], list[PlanProblem]]:
    found: list[PlanDate] = []
    problems: list[PlanProblem] = []
    for mark in draft.marks:
        read = read_mark(mark, draft.axis) if draft.axis else None
        if read:
            found.append(read)
        else:
            problems.extend(problem(cell, _NO_MONTH) for cell in mark.cells)
    for cell in draft.cells(Field.DUE):
        stated = stated_dates(cell.text, line=cell.line, day_first=context.day_first)
        found.extend(stated)
        problems.extend([] if stated else [problem(cell, _NO_DATE)])
    worded = wording_dates(draft.text(Field.DELIVERABLE), draft.text(Field.COMMENT), context.slot)
    said = {one.date for one in found} if draft.cells(Field.DUE) else set()
    return (*found, *(one for one in worded if one.date not in said)), problems


@frozen
class _Standing:
    """How far an action has come, the words that decided, and whether the plan states it or it is inferred."""

    progress: Progress
    words: str
    stated: bool = False


def _progress(draft: Draft, comment: str) -> tuple[_Standing, list[PlanProblem]]:
    """Return what the status column states, or else what the wording of the comment lets one infer."""
    written, words = draft.text(Field.STATUS), draft.text(Field.WORDS)
    stated = stated_progress(written) if written else None
    if stated is not None and stated is not Progress.NOT_STATED:
        # Words beside it mean that an earlier reading of the plan inferred it, and wrote it down as it was.
        return _Standing(stated, words or written, stated=not words), []
    unclear = [] if stated else [problem(cell, _UNKNOWN_STATUS) for cell in draft.cells(Field.STATUS)]
    return _Standing(*infer_progress(comment)), unclear
