"""The pictures of a profile on paper: what is in them, that nothing leaves them, and what very long lists become."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
import samples
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from test_timeline_picture import ACTIONS

from common import at_most
from readiness._renderers._coverage import bars
from readiness._renderers._drawn import HIGHEST, WIDTH
from readiness._renderers._drawn_matrix import MOST_COLUMNS, MOST_ROWS, matrix
from readiness._renderers._drawn_standing import MOST_BARS, MOST_TILES, tiles
from readiness._renderers._drawn_standing import bars as drawn_bars
from readiness._renderers._drawn_time import lapses, plan
from readiness._renderers._svg import picture
from readiness.model import (
    Action,
    Confidence,
    Criterion,
    Drawing,
    DrawnBox,
    DrawnPath,
    DrawnText,
    EvidenceMap,
    Lapse,
    MapCell,
    MapRow,
    Mark,
    PartialDate,
    Phrasing,
    PlanDate,
    Status,
    Tile,
    Timeline,
    TimelineRow,
)

LEGEND = 80
"""How much room a legend may need below what fits a page."""


def words(drawing: Drawing) -> list[str]:
    return [one.words for one in drawing.shapes if isinstance(one, DrawnText)]


def outside(drawing: Drawing) -> list[object]:
    """Return each shape that leaves the drawing."""

    def corners(one: object) -> Sequence[tuple[float, float]]:
        if isinstance(one, DrawnBox):
            return ((one.x, one.y), (one.x + one.width, one.y + one.height))
        if isinstance(one, DrawnPath):
            return one.points
        assert isinstance(one, DrawnText)
        return ((one.x, one.y - one.size), (one.x, one.y))

    def inside(x: float, y: float) -> bool:
        return -1 <= x <= drawing.width + 1 and -1 <= y <= drawing.height + 1

    return [one for one in drawing.shapes if not all(inside(*each) for each in corners(one))]


def tile(number: int, status: Status = Status.MET) -> Tile:
    return Tile(id=f"OA{number}", title="HR records", status=status, say="in order")


def test_a_tile_says_its_criterion_and_its_status() -> None:
    """In words, beside the colour; so does the text for whoever does not see it."""
    drawing = tiles([tile(number, status) for number, status in enumerate(Status, start=1)], Phrasing())
    assert drawing

    assert [one for one in words(drawing) if one.startswith("OA")] == [f"OA{number}" for number in range(1, 8)]
    assert {one.value.capitalize() for one in Status} <= {*words(drawing)}
    assert drawing.said.startswith("7 tiles. 1 met: OA1; 1 partly met: OA2;")
    assert outside(drawing) == []


def test_as_many_tiles_as_fit_a_page_and_no_more() -> None:
    """Beyond that there is no picture of tiles; the profile says so and has the table."""
    most = tiles([tile(number) for number in range(MOST_TILES)], Phrasing())
    assert most

    assert most.height <= HIGHEST
    assert tiles([tile(number) for number in range(MOST_TILES + 1)], Phrasing()) is None
    assert tiles([], Phrasing()) is None


def test_each_strand_has_a_bar_with_its_numbers() -> None:
    """Each part says how many; the whole stands at its end; more strands than fit are counted."""
    one = bars([("People", Status.MET)] * 3 + [("People", Status.NOT_MET)] * 2)
    many = bars([(f"Strand {number}", Status.MET) for number in range(MOST_BARS + 7)])
    few, full = drawn_bars(one, Phrasing()), drawn_bars(many, Phrasing())
    assert few
    assert full

    assert words(few)[:4] == ["People", "3", "2", "5"]
    assert few.said == "People: 3 met, 2 not met."
    assert "and 7 strands more, which the table has" in words(full)
    assert full.height <= HIGHEST + LEGEND
    assert drawn_bars((), Phrasing()) is None


def test_a_part_too_narrow_for_its_number_is_still_drawn() -> None:
    """One of 2,800 criteria is a thin line; the table says its number."""
    drawing = drawn_bars(bars([("People", Status.MET)] * 2_799 + [("People", Status.NOT_MET)]), Phrasing())
    assert drawing

    assert words(drawing)[:3] == ["People", "2,799", "2,800"]
    assert len([one for one in drawing.shapes if isinstance(one, DrawnBox) and one.y == 1]) == 2


def timeline(*actions: Action, strands: int = 1) -> Timeline:
    rows = tuple(TimelineRow(strand=f"Strand {at}", actions=actions[at::strands], undated=0) for at in range(strands))
    days = {"start": date(2008, 10, 1), "end": date(2009, 11, 30), "as_of": date(2009, 5, 1), "due": date(2009, 6, 30)}
    return Timeline(**days, rows=rows, milestones=())


def action(number: int, day: int = 1) -> Action:
    when = PlanDate(date=PartialDate(2009, 1 + number % 9, day), confidence=Confidence.HIGH, how="")
    return Action(id=f"A{number:03}", section="", strand="", deliverable="Policy", dates=(when,))


def test_the_plan_has_its_lines_its_milestones_and_its_uncertain_dates() -> None:
    """What is not sure is drawn in dashes; done and overdue have a sign."""
    (drawing,) = plan(samples.full().timeline or timeline())
    dashed = [one for one in drawing.shapes if isinstance(one, DrawnPath) and one.closed and one.dashed]

    assert {"as of 1 May 2009", "due 30 June 2009", "Milestones", "Organisation", "Security"} <= {*words(drawing)}
    assert {"uncertain: another reading", "A01 HR records policy", "! A05 Leavers' accounts"} <= {*words(drawing)}
    assert len(dashed) > 1
    assert "RA7 30 June 2009, July 2009, day not known (low confidence)" in drawing.said
    assert "Security: 1 action, 1 overdue" in drawing.said


def test_a_long_plan_goes_over_pages() -> None:
    """Each page has the axis and the legend, and every action stands on one of them."""
    pages = plan(timeline(*map(action, range(150)), strands=3))
    labels = [one for page in pages for one in words(page) if one.endswith(" Policy")]

    assert [page.title.rpartition(" (")[2] for page in pages] == [
        f"part {at} of {len(pages)})" for at in range(1, len(pages) + 1)
    ]
    assert len(pages) > 1
    assert all("a day" in words(page) and "Jan" in words(page) for page in pages)
    assert len(labels) == len({*labels}) == 150
    assert all(page.height <= HIGHEST + LEGEND and not outside(page) for page in pages)


def test_a_very_long_plan_is_grouped_by_month() -> None:
    """The numbers add up to all its actions, and words say that they are numbers; it stays one page."""
    (drawing,) = plan(timeline(*map(action, range(2_800)), strands=40))
    numbers = [int(one.strip("!")) for one in words(drawing) if one.strip("!").isdigit() and not one.startswith("20")]

    assert sum(numbers) == 2_800 * 32 // 40
    assert "and 8 strands more, which Annex A has" in words(drawing)
    assert any(one.endswith("!") for one in words(drawing))
    assert drawing.said.startswith("2,800 actions are too many for a mark each")
    assert drawing.height <= HIGHEST + LEGEND
    assert outside(drawing) == []


@settings(max_examples=at_most(40), deadline=None)
@given(st.lists(ACTIONS, max_size=190), st.dates(date(1, 1, 1)), st.dates(date(1, 1, 1)), st.dates(date(1, 1, 1)))
def test_nothing_leaves_a_picture(actions: list[Action], start: date, end: date, due: date) -> None:
    """Whatever the dates, and however many: each picture fits a page, and everything in it fits the picture."""
    row = TimelineRow(strand="People and premises of the partner organisations", actions=tuple(actions), undated=1)
    pages = plan(Timeline(start=start, end=end, as_of=start, due=due, rows=(row,), milestones=()))

    assert [one for page in pages for one in outside(page)] == []
    assert all(page.height <= HIGHEST + LEGEND and page.width == WIDTH for page in pages)


def test_what_runs_out_says_what_and_when() -> None:
    """Sixty are drawn; how many more there are is said."""
    one = Lapse(until=date(2009, 9, 1), what="HR policy", why="review due", document="hr.doc", criteria=("OA1",))
    profile = evolve(samples.full(), lapses=(one,) * 70)
    pages = lapses(profile)

    assert lapses(samples.full()) == ()
    assert sum("OA1: HR policy" in each for page in pages for each in words(page)) == 60
    assert "and 10 more" in [each for page in pages for each in words(page)]
    assert pages[0].said.startswith("HR policy, 1 September 2009;")


def found(rows: int, columns: int) -> EvidenceMap:
    cell = MapCell(criterion="OA0", mark=Mark.CLAIMED, links=())
    return EvidenceMap(
        assessment=samples.full().assessment,
        criteria=tuple(Criterion(id=f"OA{at}", title="HR") for at in range(columns)),
        rows=tuple(MapRow(document=f"{at}.doc", title="", cells=(cell,)) for at in range(rows)),
        idle=(),
        bare=("OA1",),
    )


def test_criteria_and_documents_have_a_letter_where_they_meet() -> None:
    """Heads stand on stairs and are not turned; what nothing is claimed for is marked; it fits a page."""
    drawing = matrix(found(MOST_ROWS, MOST_COLUMNS))
    assert drawing

    assert words(drawing).count("C") == MOST_ROWS + 1
    assert {"OA0", "OA1!", "claimed", "nothing is claimed"} <= {*words(drawing)}
    assert drawing.said.startswith(f"{MOST_ROWS} documents and {MOST_COLUMNS} criteria: {MOST_ROWS} claimed.")
    assert drawing.height <= HIGHEST + LEGEND
    assert outside(drawing) == []


@pytest.mark.parametrize(("rows", "columns"), [(0, 3), (MOST_ROWS + 1, 3), (3, MOST_COLUMNS + 1)])
def test_no_letters_that_nobody_could_read(rows: int, columns: int) -> None:
    """Too many documents or criteria make no picture; the table has them."""
    assert matrix(found(rows, columns)) is None
    assert matrix(None) is None


def test_the_page_of_a_browser_is_drawn_as_before() -> None:
    """Paper has measures of its own."""
    drawn = picture(samples.full().timeline or timeline())

    assert drawn.right == 1164
    assert drawn.head == 76
