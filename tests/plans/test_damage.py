"""Laws that hold for any damaged table: no cell is lost, and no damage makes a doubtful date look sure."""

from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from common import at_most
from readiness._ids import IdScheme
from readiness._plans._assemble import assemble
from readiness._plans._table import make_row, text_rows
from readiness.exceptions import PlanError
from readiness.model import Confidence

IDS = IdScheme.of(f"OA{number}" for number in range(1, 29))
TITLE = "Our Plan: Period Oct 08- Nov 09 (Deployment Slot 2 June 2009) v0.1"
HEAD = ["Project Area", "Deliverables: Blue = Must Black=May", "Action / Comment", "Who"]
INITIALS, SECOND = list("ONDJFMAMJJASON"), list("coeaeapauuueco")
YEARS = [list("00000000000000"), list("88899999999999")]
MONTHS = len(INITIALS)

WORDS = st.sampled_from(
    [
        "Tokens (OA12)",
        "Shielding AO8",
        "a child",
        "In place",
        "As above",
        "agreed",
        "OA29",
        "by end of March 09",
        "eCRB",
    ]
)
TEXT = st.one_of(st.just(""), WORDS, st.text("abcXYZ .,()-=89/", max_size=12).map(str.strip))
OWNER = st.sampled_from(["", "LIM", "LIM HR", "As above", "LIM, Co", "Manager"])
GRID_CELL = st.sampled_from([*"0123456789", "29", "x", "00", "99"])
GRID = st.dictionaries(st.integers(0, MONTHS + 1), GRID_CELL, max_size=3).map(
    lambda cells: [cells.get(at, "") for at in range(MONTHS + 2)]
)
SPARING = settings(max_examples=at_most(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def headings(draw):
    """A page's repeated header with its upright months, any letter of which may be wrong, missing or too many."""
    letters = [list(INITIALS), list(SECOND), *map(list, YEARS)]
    for at, column in draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, MONTHS - 1)), max_size=6)):
        letters[at][column] = draw(st.sampled_from(["", "x", "9", "N"]))
    if draw(st.booleans()):
        letters[3].insert(draw(st.integers(3, 12)), "9")
    upright = [["", "", "", "", *row] for row in letters[draw(st.sampled_from([1, 1, 1, 2])) :]]
    return [[*HEAD, *letters[0]], *upright]


@st.composite
def body_row(draw):
    """A row: an action, a piece of one, or a line of lower digits."""
    if draw(st.integers(0, 4)) == 0:
        return ["", "", "", "", *draw(GRID)]
    section = draw(st.sampled_from(["", "", "", "Training", "Data Sources"]))
    return [section, draw(TEXT), draw(TEXT), draw(OWNER), *draw(GRID)]


JUNK = st.sampled_from([[], ["Page 3 of 9"], ["Appendix"], ["", "stray"]])


@st.composite
def tables(draw):
    """A whole input: title, strands, pages with damage, junk between them."""
    rows = [
        [],
        [TITLE],
        ["Key:"],
        ["Green = fine"],
        ["Project Strands:"],
        ["- [Training](#)"],
        ["- Data"],
        ["loose words"],
    ]
    for _ in range(draw(st.integers(1, 3))):
        rows += draw(headings())
        rows += draw(st.lists(st.one_of(body_row(), body_row(), body_row(), JUNK), max_size=6))
    return rows


def read(table):
    """Return rows and plan, or no plan if the table has no action."""
    rows = [make_row(line, texts) for line, texts in enumerate(table, 1)]
    try:
        return rows, assemble(rows, file="plan.txt", ids=IDS, strands=())
    except PlanError:
        return rows, None


def upright(table):
    """Return the lines that belong to headings: the header, and what follows it without text before the grid."""
    lines, inside = set(), False
    for line, texts in enumerate(table, 1):
        inside = texts[:1] == ["Project Area"] or (inside and not any(texts[:4]))
        if inside:
            lines.add(line)
    return lines


@SPARING
@given(tables())
def test_no_cell_is_lost(table):
    """Each cell under the headings is in an action of its line, names its section, or is a problem with its place."""
    rows, plan = read(table)
    if plan is None:
        return
    problems = {(one.line, one.column) for one in plan.problems}
    headed = upright(table)
    for cell in (cell for row in rows if row.line > 8 and row.line not in headed for cell in row.cells):
        mine = [action for action in plan.actions if cell.line in action.lines]
        kept = {
            1: cell.text in plan.sections,
            2: any(cell.text in action.deliverable for action in mine),
            3: any(cell.text in action.comment_as_written for action in mine),
            4: any(cell.text in action.who_as_written for action in mine),
        }.get(cell.column, any(f"line {cell.line}" in d.how or str(cell.line) in d.how for a in mine for d in a.dates))
        assert kept or (cell.line, cell.column) in problems, cell


@SPARING
@given(tables())
def test_what_stands_above_the_table_is_accounted_for(table):
    """The loose line above the table is a problem; the others are title, key and strands."""
    _, plan = read(table)
    if plan is not None:
        assert (plan.title, plan.strands) == ("Our Plan", ("Training", "Data"))
        assert {8} == {one.line for one in plan.problems if one.line <= 8}


@SPARING
@given(tables())
def test_a_sure_date_is_two_digits_in_one_sound_column(table):
    """High confidence needs a day whose digits stand under the right letter, within the period, on a working day."""
    _, plan = read(table)
    for action in plan.actions if plan else ():
        for one in action.dates:
            if one.confidence is Confidence.HIGH:
                assert not one.alternatives
                assert one.date.day
                assert one.date.earliest.weekday() < 5
                assert "neighbouring" not in one.how
                assert "apart" not in one.how
                assert "but" not in one.how or "confirmed" in one.how


@SPARING
@given(tables())
def test_the_same_table_gives_the_same_plan(table):
    """Reading is pure."""
    assert read(table)[1] == read(table)[1]


@SPARING
@given(tables())
def test_damaged_letters_never_raise_confidence(table):
    """A page without its first letters gives no sure date at all."""
    blind = [[*HEAD, *[""] * MONTHS] if texts[:1] == ["Project Area"] else texts for texts in table]
    _, plan = read(blind)
    for action in plan.actions if plan else ():
        assert not [one for one in action.dates if one.confidence is Confidence.HIGH]


@given(st.text(max_size=200))
def test_any_text_is_a_plan_or_refused(text):
    """No text makes the importer stumble."""
    rows = list(text_rows(text))
    with suppress(PlanError):
        assert assemble(rows, file="x", ids=IDS, strands=()).actions
