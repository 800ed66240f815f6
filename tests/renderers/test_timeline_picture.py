"""The geometry of the timeline: uncertain dates look uncertain, labels do not run into each other."""

from __future__ import annotations

from datetime import date

import samples
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from common import at_most
from readiness._renderers._svg import WIDTH, Item, Picture, picture
from readiness.model import Action, Confidence, PartialDate, PlanDate, Timeline, TimelineRow


def drawn() -> Picture:
    timeline = samples.full().timeline
    assert timeline
    return picture(timeline)


def item(label: str) -> Item:
    return next(one for band in drawn().bands for one in band.items if label in one.label)


def test_known_day_is_a_full_diamond() -> None:
    """A sure day has no width and no dashes."""
    (mark,) = item("A02").marks

    assert mark.width == 0
    assert not mark.dashed


def test_month_fills_its_month() -> None:
    """A month whose day is unknown is as wide as the month."""
    (mark,) = item("A03").marks
    months = {tick.label: tick.x for tick in drawn().ticks[8:]}

    assert (months["Jun"], months["Jul"]) == (mark.left, round(mark.right, 1))


def test_each_reading_of_a_date_is_drawn_in_dashes() -> None:
    """An ambiguous date shows all its readings, none of them as sure."""
    assert [mark.dashed for mark in item("A04").marks] == [True, True, True]


def test_done_and_overdue_carry_a_sign() -> None:
    """What is done and what is overdue is said with a sign as well as a colour."""
    assert (item("A01").label[0], item("A05").label[0]) == ("✓", "!")


def test_line_outside_the_axis_is_not_drawn() -> None:
    """A due date beyond the axis is left out, not drawn at its edge."""
    timeline = samples.full().timeline
    assert timeline

    assert picture(evolve(timeline, due=date(2031, 1, 1))).due is None


def test_date_outside_the_axis_is_counted_not_moved() -> None:
    """An action beyond the picture is not drawn at its edge; the strand says that there is one."""
    timeline = samples.full().timeline
    assert timeline
    bands = picture(evolve(timeline, start=date(2009, 1, 1))).bands

    assert bands[1].notes == ("1 beyond the picture",)
    assert not [one for one in bands[1].items if "A01" in one.label]


DAYS = st.builds(PartialDate, st.integers(1990, 2030), st.integers(1, 12), st.integers(0, 28))
DATES = st.builds(
    PlanDate,
    date=DAYS,
    confidence=st.sampled_from(Confidence),
    how=st.just(""),
    alternatives=st.lists(DAYS, max_size=2).map(tuple),
)
ACTIONS = st.builds(
    Action,
    id=st.just("A01"),
    section=st.just(""),
    strand=st.just(""),
    deliverable=st.text(max_size=60),
    dates=st.lists(DATES, max_size=3).map(tuple),
)


@settings(max_examples=at_most(60), deadline=None)
@given(st.lists(ACTIONS, max_size=25), st.dates(date(1, 1, 1)), st.dates(date(1, 1, 1)), st.dates(date(1, 1, 1)))
def test_everything_stays_in_the_picture(actions: list[Action], start: date, end: date, due: date) -> None:
    """Marks stay inside the picture and no two items of a lane overlap, whatever the dates."""
    row = TimelineRow(strand="People and premises of the partner organisations", actions=tuple(actions), undated=1)
    shown = picture(Timeline(start=start, end=end, as_of=start, due=due, rows=(row,), milestones=()))
    (band,) = shown.bands

    beyond = sum(int(note.split()[0]) for note in band.notes if "beyond" in note)
    assert len([one for one in actions if one.dates]) == len(band.items) + beyond
    assert not [one for one in band.items if not band.y < one.y < band.y + band.height]
    assert not [mark for one in band.items for mark in one.marks if not 0 <= mark.left <= mark.right <= WIDTH]
    assert len(shown.ticks) <= 32
    assert not [
        (one, two)
        for number, one in enumerate(band.items)
        for two in band.items[:number]
        if one.y == two.y and one.left < two.right and two.left < one.right
    ]
