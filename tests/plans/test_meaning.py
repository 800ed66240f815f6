"""What single cells mean: progress, owners, as above, days of the grid, what waits for what."""

import pytest

from readiness._plans import plan_findings
from readiness._plans._assemble import assemble
from readiness._plans._progress import infer_progress
from readiness._plans._roles import RoleBook
from readiness._plans._table import text_rows
from readiness.model import Progress

HEAD = "Project Area\tDeliverables\tAction\tWho\tO\tN\tD\tJ\tF\tM\tA\tM\tJ\tJ\tA\tS\tO\tN"
YEARS = "\t\t\t\t" + "\t".join("00000000000000") + "\n\t\t\t\t" + "\t".join("88899999999999")
TITLE = "Our Plan: Period Oct 08 - Nov 09 (Deployment Slot 2 June 2009) v0.1"


def grid_plan(ids, *rows, years=YEARS, head=HEAD, title=TITLE):
    """Read a one-page plan; a row is its text cells and a mapping from column of the grid to digit."""
    lines = [title, head, *years.split("\n")]
    for texts, digits in rows:
        lines.append("\t".join([*texts, *(digits.get(at, "") for at in range(14))]))
    return assemble(list(text_rows("\n".join(lines))), file="plan.txt", ids=ids, strands=())


def dates(plan, at=0):
    """Return the dates of an action, short."""
    return [(str(d.date), d.confidence.value, [str(o) for o in d.alternatives]) for d in plan.actions[at].dates]


ROW, NONE = ("", "Tokens", "", "LIM"), ("", "", "", "")


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        ([(ROW, {7: "2"}), (NONE, {7: "9"})], [("2009-05-29", "high", [])]),
        ([(ROW, {7: "29"})], [("2009-05-29", "high", [])]),
        ([(ROW, {7: "3"}), (NONE, {7: "1"})], [("2009-05-31", "medium", [])]),
        ([(ROW, {7: "2"}), (NONE, {6: "9"})], [("2009-05-29", "low", ["2009-04-29"])]),
        ([(ROW, {7: "2"})], [("2009-05", "medium", [])]),
        ([(ROW, {6: "3", 7: "0"})], [("2009-04-30", "medium", ["2009-05-30"])]),
        ([(ROW, {5: "2", 6: "7"})], [("2009-03-27", "low", ["2009-04-27"])]),
        ([(ROW, {8: "3", 9: "1"})], [("2009-07-31", "medium", [])]),
        ([(ROW, {1: "7", 3: "3"})], [("2008-11", "medium", []), ("2009-01", "medium", [])]),
    ],
)
def test_digits_of_the_grid(ids, rows, read):
    """Digits give a day only where they make one, and a sure one only in one column and on a working day."""
    assert read == dates(grid_plan(ids, *rows))


def test_one_line_of_digits_serves_two_rows(ids):
    """Each lower digit goes to the row that waits in its column."""
    plan = grid_plan(ids, (ROW, {0: "1"}), (("", "Shields", "", ""), {7: "2"}), (NONE, {0: "0", 7: "9"}))
    assert dates(plan) == [("2008-10-10", "high", [])]
    assert dates(plan, 1) == [("2009-05-29", "high", [])]


def test_two_rows_that_wait_for_one_digit(ids):
    """A digit that two rows could claim goes to the nearer one, and is not sure."""
    plan = grid_plan(ids, (ROW, {7: "1"}), (("", "Shields", "", ""), {7: "2"}), (NONE, {7: "9"}))
    assert dates(plan) == [("2009-05", "medium", [])]
    assert dates(plan, 1) == [("2009-05-29", "medium", [])]


@pytest.mark.parametrize(
    ("change", "confidence"),
    [
        ({"years": YEARS.replace("0\t0\n", "0\t0\t0\n").replace("8\t9\t9", "8\t9\t9\t9")}, "medium"),
        ({"years": YEARS.replace("8\t9\t9", "8\t9\t9\t9")}, "low"),
        ({"years": ""}, "low"),
        ({"head": HEAD.replace("A\tM\tJ", "A\tX\tJ")}, "low"),
        ({"title": TITLE.replace("Nov 09", "Mar 09")}, "low"),
        ({"title": "Our Plan"}, "low"),
    ],
)
def test_headings_that_disagree_lower_confidence(ids, change, confidence):
    """A surplus year digit, missing years, a wrong letter, a month outside the period: each is told."""
    read = dates(grid_plan(ids, (ROW, {7: "2"}), (NONE, {7: "9"}), **change))
    assert [("2009-05-29", confidence)] == [one[:2] for one in read]
    assert read[0][2]


def test_no_axis_no_date(ids):
    """Without letters, years and period a digit is a problem, not a date."""
    plan = grid_plan(ids, (ROW, {7: "2"}), years="", title="Our Plan")
    assert (plan.actions[0].dates, [(p.line, p.column, p.text) for p in plan.problems]) == ((), [(4, 12, "2")])


def test_as_above_goes_on_upwards_and_needs_something_there(ids):
    """Chains resolve; a first row has nothing above it, which is reported."""
    as_above = ("", "Next", "As above.", "as above")
    plan = grid_plan(ids, (("", "First", "Done", "HR"), {}), (as_above, {}), (as_above, {}))
    assert (
        plan.actions[2].comment,
        plan.actions[2].who,
        plan.actions[2].progress,
    ) == ("Done", ("HR",), Progress.DONE)
    assert len(grid_plan(ids, (as_above, {})).problems) == 2


@pytest.mark.parametrize(
    ("comment", "progress"),
    [
        ("Complete the forms", Progress.PLANNED),
        ("Complete", Progress.DONE),
        ("Complete \N{EN DASH} will use the corporate one", Progress.DONE),
        ("Not complete", Progress.ATTENTION),
        ("To be completed", Progress.PLANNED),
        ("Will be in place by June", Progress.PLANNED),
        ("In place by end of March", Progress.PLANNED),
        ("In place", Progress.DONE),
        ("Not yet in place", Progress.ATTENTION),
        ("In place but will require work", Progress.IN_HAND),
        ("Draft policy and process in place", Progress.IN_HAND),
        ("Process in place. Include in the guide", Progress.IN_HAND),
        ("Process in place, still to be approved", Progress.IN_HAND),
        ("Once appointed, they decide", Progress.PLANNED),
        ("Profile that shows the criteria complete", Progress.NOT_STATED),
        ("", Progress.NOT_STATED),
    ],
)
def test_progress_is_never_greener_than_the_words(comment, progress):
    """Only words that report an end are *done*."""
    assert progress is infer_progress(comment)[0]


def test_owner_cells_split_only_at_known_names():
    """A space separates only between names that are known; an aside stays with its role."""
    book = RoleBook.learn(["LIM, Head of Care"])
    assert book.split("LIM Head of Care (acting, for now)") == ("LIM", "Head of Care (acting, for now)")
    assert book.split("LIM Chief Wizard") == ("LIM Chief Wizard",)
    assert book.split("") == ()


@pytest.mark.parametrize(
    ("cell", "owners"),
    [
        ("Principal Officer, Referral and Assessment", ("Principal Officer, Referral and Assessment",)),
        ("Assistant Director, Children's Services, LIM", ("Assistant Director, Children's Services", "LIM")),
        ("LIM, Head, Legal Services", ("LIM", "Head, Legal Services")),
        ("Principal Officer, HR", ("Principal Officer", "HR")),
        ("Principal Officer, Internal Audit", ("Principal Officer", "Internal Audit")),
        ("Principal Officer, Project Board", ("Principal Officer", "Project Board")),
        ("Principal Officer, Complaints Manager", ("Principal Officer", "Complaints Manager")),
        ("Complaints Manager, Referral and Assessment", ("Complaints Manager", "Referral and Assessment")),
        ("Chief Executive, Legal Services", ("Chief Executive", "Legal Services")),
        ("Team Leader, Trainers", ("Team Leader", "Trainers")),
        ("Principal Officer; Referral and Assessment", ("Principal Officer", "Referral and Assessment")),
        ("Principal Officer (acting), Referral (North)", ("Principal Officer (acting), Referral (North)",)),
        ("Principal Officer, as needed", ("Principal Officer", "as needed")),
        ("LIM, HR, ICT Security", ("LIM", "HR", "ICT Security")),
    ],
)
def test_a_comma_inside_a_role_separates_nothing(cell, owners):
    """A rank alone is no owner: what follows is its field, unless it is somebody, or the plan knows it as an owner."""
    assert RoleBook.learn([cell]).split(cell) == owners


def test_a_field_that_is_an_owner_elsewhere_in_the_plan_is_one():
    """What stands alone, first or after somebody else in another cell is an owner in its own right."""
    cell = "Principal Officer, Referral and Assessment"
    for other in ("Referral and Assessment", "referral and assessment, LIM", "LIM, Referral and Assessment"):
        assert RoleBook.learn([cell, other]).split(cell) == ("Principal Officer", "Referral and Assessment")
    assert RoleBook.learn([cell, f"LIM, {cell}"]).split(f"LIM, {cell}") == ("LIM", cell)


def test_dates_against_what_the_wording_waits_for(ids):
    """An action dated before what it says it depends on is a finding; the other way round is none."""
    first, then = ("", "Tokens bought", "", ""), ("", "Issue them", "Dependent on tokens bought by then", "")
    late, early = {12: "2"}, {2: "1"}
    wrong = plan_findings(grid_plan(ids, (first, late), (then, early)), ids_in_scope=())
    assert [(one.rule, one.location.line) for one in wrong] == [("plan-dependency", 6)]
    assert plan_findings(grid_plan(ids, (first, early), (then, late)), ids_in_scope=()) == ()
