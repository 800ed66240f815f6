"""What the next month brings: milestones, plan actions, reviews and waivers that fall into it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import frozen

from readiness._words import add_months, day, listed, month
from readiness.model import Assessment, Grid, PartialDate, PlanDate, Progress

from ._words import dated, say


@frozen(order=True)
class Coming:
    """Something that falls into the month; ``order`` is the first day it can mean."""

    order: date
    when: str
    what: str
    who: str


def month_end(assessment: Assessment) -> date:
    """Return the last day of the month that begins the day after the assessment."""
    return add_months(assessment.as_of, 1)


def month_grid(assessment: Assessment) -> Grid:
    """Return what falls into the next month, in order of time."""
    end = month_end(assessment)
    coming = sorted(set(_coming(assessment, end)))
    return Grid(
        caption=f"What falls between {day(assessment.as_of)} and {day(end)}",
        head=("When", "What", "Who"),
        rows=tuple((dated(one.when, one.order), say(one.what), say(one.who or "nobody is named")) for one in coming),
        otherwise=f"Nothing is dated between {day(assessment.as_of)} and {day(end)}.",
        widths=(22, 50, 28),
    )


def _coming(assessment: Assessment, end: date) -> Iterator[Coming]:
    start = assessment.as_of + timedelta(days=1) if assessment.as_of < date.max else assessment.as_of
    yield from _of_the_plan(assessment, start, end)
    if start <= assessment.due <= end:
        yield Coming(assessment.due, day(assessment.due), f"{assessment.assessment} is due", "")
    register = assessment.folder.register
    for entry in register.documents:
        if entry.review_by and start <= entry.review_by <= end:
            what = f"{entry.title or entry.path} has to be reviewed, or it lapses"
            yield Coming(entry.review_by, day(entry.review_by), what, entry.owner)
        if entry.effective and start <= entry.effective <= end:
            what = f"{entry.title or entry.path} takes effect"
            yield Coming(entry.effective, day(entry.effective), what, entry.owner)
    for waiver in register.waivers:
        if start <= waiver.until <= end:
            yield Coming(waiver.until, day(waiver.until), f"The waiver of {waiver.criterion} ends", waiver.approver)


def _of_the_plan(assessment: Assessment, start: date, end: date) -> Iterator[Coming]:
    plan = assessment.plan
    for milestone in plan.milestones if plan else ():
        for read in milestone.dates:
            if read.earliest <= end and read.latest >= start:
                named = (
                    milestone.title if milestone.title.startswith(milestone.id) else f"{milestone.id} {milestone.title}"
                )
                yield Coming(read.earliest, when(read), f"Milestone {named}", "")
    for action in plan.actions if plan else ():
        if action.progress is Progress.DONE:
            continue
        for read in action.dates:
            if read.earliest <= end and read.latest >= start:
                about = f" ({listed(ref.id for ref in action.criteria)})" if action.criteria else ""
                yield Coming(read.earliest, when(read), f"{action.id} {action.deliverable}{about}", listed(action.who))


def when(read: PlanDate) -> str:
    """Return a date of the plan in words, with every other reading."""
    return listed([_partial(one) for one in (read.date, *read.alternatives)], "or")


def _partial(one: PartialDate) -> str:
    return day(one.earliest) if one.day else month(one.year, one.month)
