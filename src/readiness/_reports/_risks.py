"""Risks and issues: what is wrong already, and what the due date may bring."""

from __future__ import annotations

from collections.abc import Iterator

from readiness._words import counted, day, listed, some_of
from readiness.model import Assessment, EvidenceProfile, Gap, Grid, Line, Rag

from ._frame import gap_name
from ._month import when
from ._words import colour, say, standing

_MANY = 12


def issue_grid(profile: EvidenceProfile) -> Grid:
    """Return the gaps that are red, or that could not be looked at: what is wrong already."""
    gaps = [one for one in profile.gaps if one.status.rag in {Rag.RED, Rag.GREY}]
    return Grid(
        caption="Issues: what is wrong already",
        head=("Criterion", "Status", "What is wrong", "What to do", "Who"),
        rows=tuple(_issue(one) for one in gaps),
        otherwise="No criterion is red or grey.",
        widths=(19, 15, 27, 23, 16),
    )


def _issue(gap: Gap) -> tuple[Line, ...]:
    who = say(listed(gap.who) or "nobody is named")
    return (gap_name(gap), standing(gap.status), say(gap.why), say(gap.what), who)


def overdue_grid(assessment: Assessment) -> Grid:
    """Return the actions of the plan whose time is up."""
    actions = [one for one in assessment.plan.actions if one.overdue_on(assessment.as_of)] if assessment.plan else []
    return Grid(
        caption="Overdue in the plan",
        head=("Action", "Was to be done", "Who", "Criteria"),
        rows=tuple(
            (
                say(f"{one.id} {one.deliverable}"),
                say("; ".join(map(when, one.dates))),
                say(listed(one.who) or "nobody is named"),
                say(listed(ref.id for ref in one.criteria) or "none"),
            )
            for one in actions
        ),
        otherwise="No action of the plan is overdue." if assessment.plan else "There is no plan.",
        widths=(40, 22, 22, 16),
    )


def risk_grid(profile: EvidenceProfile) -> Grid:
    """Return what may go wrong until the due date, by what is known today."""
    return Grid(
        caption=f"Risks: what may go wrong until {day(profile.assessment.due)}",
        head=("How bad", "What may happen", "Criteria"),
        rows=tuple((colour(rag), say(what), say(ids)) for rag, what, ids in _risks(profile)),
        otherwise="Nothing is known that would go wrong by then.",
        widths=(14, 56, 30),
    )


def _risks(profile: EvidenceProfile) -> Iterator[tuple[Rag, str, str]]:
    ahead, words = profile.assessment.forecast, profile.phrasing
    for change in ahead.lapses:
        what = f"Is {words.status(change.now)}, and will be {words.status(change.then)}: {change.why}"
        yield change.then.rag, what, change.criterion
    for rag, ids, what in (
        (Rag.RED, ahead.late, "The plan is overdue, or may end after the due date"),
        (Rag.RED, ahead.uncovered, "No action of the plan covers it"),
        (Rag.AMBER, ahead.undated, "The plan gives no date, so nobody can tell whether it will be in time"),
    ):
        if ids:
            yield rag, f"{what}: {counted(len(ids), 'gap')}.", some_of(ids, _MANY)
