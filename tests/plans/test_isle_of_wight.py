"""The plan of the Isle of Wight: the retyped copy, and the real one where it is at hand."""

import pytest

from readiness._plans import plan_findings, read_plan
from readiness._plans._assemble import assemble
from readiness._plans._table import make_row, text_rows
from readiness._renderers._plan_json import plan_json
from readiness.model import Confidence, Progress

DATES = {
    35: [("2008-10-10", "high", ())],
    36: [("2009-05-29", "high", ())],
    44: [("2009-04-30", "medium", ("2009-05-30",))],
    45: [("2010-04", "low", ("2010-03", "2010-05"))],
    46: [("2010-06", "low", ("2010-05", "2010-07"))],
    55: [("2008-11", "medium", ())],
    56: [("2009-01", "low", ("2008-12",))],
    57: [("2009-06", "low", ("2009-05",))],
    58: [("2009-07", "low", ("2009-06",))],
    59: [("2010-01", "low", ("2009-12", "2010-02"))],
    60: [("2010-05", "low", ("2010-04", "2010-06")), ("2010-02", "medium", ())],
    61: [("2010-06", "low", ("2010-05", "2010-07"))],
    62: [("2010-06", "low", ("2010-05", "2010-07"))],
    72: [("2009-06-29", "low", ("2009-05-29",))],
    80: [("2009-09", "medium", ())],
    92: [("2009-05", "medium", ())],
    129: [("2008-12", "medium", ())],
    132: [("2009-03-27", "low", ("2009-02-27", "2009-04-27"))],
    133: [("2009-05-19", "low", ("2009-03-19", "2009-04-19"))],
    134: [("2009-06-18", "low", ("2009-05-18", "2009-07-18"))],
    135: [("2009-07-31", "low", ("2009-08-31",))],
    156: [("2009-03", "medium", ())],
    157: [("2009-08", "medium", ())],
    182: [("2009-05", "low", ("2009-04", "2009-06"))],
    197: [("2009-03", "medium", ())],
}
JOINED = {(99, 105), (113, 120), (139, 145), (164, 170), (188, 193)}


@pytest.fixture(params=["real", "retyped"])
def plan(request, ids):
    """Each of the two plans."""
    return read_plan(request.getfixturevalue(request.param), ids=ids, strands=())


def on_line(plan, line):
    """Return the action that begins on a line."""
    return next(action for action in plan.actions if action.lines[0] == line)


def test_every_deliverable_is_recovered(plan):
    """The table has 90 rows that ask for something."""
    assert len(plan.actions) == 90
    assert all(action.deliverable for action in plan.actions)


def test_every_date_is_read_with_its_doubts(plan):
    """Each date of the grid and the wording comes with its confidence and alternatives, and there are no others."""
    read = {
        action.lines[0]: [(str(d.date), d.confidence.value, tuple(map(str, d.alternatives))) for d in action.dates]
        for action in plan.actions
        if action.dates
    }
    assert read == DATES


def test_rows_cut_by_a_page_are_joined(plan):
    """Five rows go on over a page break; two more share a line of lower digits; one has its second digit below."""
    assert {(35, 37), (36, 37), (72, 73)} | JOINED == {a.lines for a in plan.actions if len(a.lines) > 1}


def test_as_above_is_resolved_and_shown(plan):
    """Comment and owner cells that point upwards take what stands there, and say so."""
    override, shielding = on_line(plan, 98), on_line(plan, 97)
    assert override.as_above == ("comment", "who")
    assert (shielding.comment, shielding.who, "As above") == (override.comment, override.who, override.who_as_written)
    assert on_line(plan, 44).comment == on_line(plan, 46).comment


def test_ids_are_mended_and_kept_as_typed(plan):
    """Four criteria are typed with swapped letters."""
    typed = {ref.id: ref.written for action in plan.actions for ref in action.criteria if ref.written.startswith("AO")}
    assert typed == {"OA1": "AO1", "OA4": "AO4", "OA8": "AO8", "OA10": "AO10"}


def test_sections_and_strands(plan):
    """Eight labels stand over seven strands; the assessments have no strand of their own."""
    assert (len(plan.sections), len(plan.strands)) == (8, 7)
    assert {"", *plan.strands} == {action.strand for action in plan.actions}
    assert on_line(plan, 44).strand == "Sponsorship"


def test_what_is_only_half_done_is_in_hand(plan):
    """A draft that is in place, and a process in place that has still to go into the guide, are not done."""
    said = [(on_line(plan, line).progress, on_line(plan, line).progress_words.partition(" ")[0]) for line in (99, 176)]
    assert said == [(Progress.IN_HAND, "in"), (Progress.IN_HAND, "Draft")]


def test_owner_with_a_cut_name(plan):
    """A role that a page break cuts in two is one role."""
    assert on_line(plan, 164).who == ("LIM", "Data Administrator", "Info Governance Manager")
    assert on_line(plan, 99).who == ("OCDP Co", "Safeguarding Co")


def test_title_line_and_both_keys(plan):
    """The first line gives version, period and slot; two keys explain the colours."""
    assert (plan.version, plan.period) == ("v0.1", "Oct 08 - Nov 09")
    assert [
        (name, sum(key.list == name for key in plan.keys)) for name in dict.fromkeys(key.list for key in plan.keys)
    ] == [("Key", 6), ("Deliverables", 3)]
    assert (plan.milestones[0].id, str(plan.milestones[0].dates[0].date)) == ("deployment", "2009-06")


def test_findings(plan, ids):
    """One milestone has two dates, one action contradicts its own wording, five criteria are named by no action."""
    found = plan_findings(plan, ids_in_scope=ids.ids)
    assert [(one.rule, one.location.line) for one in found if one.rule != "plan-coverage"] == [
        ("plan-conflict", 72),
        ("plan-conflict", 60),
    ]
    named = [one.message.rstrip(".").split()[-1] for one in found if one.rule == "plan-coverage"]
    assert named == ["OA3", "OA5", "OA24", "OA26", "OA28"]


def test_only_the_lines_after_the_table_are_left(plan):
    """Nothing inside the table is left over."""
    assert all(one.line > 200 for one in plan.problems)


@pytest.mark.parametrize("which", ["real", "retyped"])
def test_no_cell_is_lost(which, request, ids):
    """Every cell with text stands in the plan or among the problems, every digit in a line that has dates."""
    path = request.getfixturevalue(which)
    plan = read_plan(path, ids=ids, strands=())
    problems = {(one.line, one.column) for one in plan.problems}
    for row in text_rows(path.read_text(encoding="utf-8")):
        owners = [action for action in plan.actions if row.line in action.lines]
        for cell in row.cells if owners else ():
            texts = [t for a in owners for t in (a.section, a.deliverable, a.comment_as_written, a.who_as_written)]
            dated = cell.column > 4 and all(action.dates for action in owners)
            assert (cell.line, cell.column) in problems or dated or any(cell.text in text for text in texts)
    lines = {line for action in plan.actions for line in action.lines}
    begun = [r for r in text_rows(path.read_text(encoding="utf-8")) if r.line > 30 and r.at(2) and r.at(1) is None]
    assert all(row.line in lines for row in begun)


def lines_of(path):
    """Return the lines of a plan, each cut into its cells."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n")]


def with_cell(table, line, column, text, *, pushed):
    """Return a table with a text put into a cell, which pushes those after it to the right or takes its place."""
    row = [*table[line - 1], *[""] * (column - len(table[line - 1]))]
    row[column - 1 : column - 1 if pushed else column] = [text]
    return [*table[: line - 1], row, *table[line:]]


def read_table(table, ids):
    """Read a table as a plan."""
    rows = [make_row(line, texts) for line, texts in enumerate(table, 1)]
    return assemble(rows, file="plan.txt", ids=ids, strands=())


@pytest.mark.parametrize("pushed", [True, False])
@pytest.mark.parametrize("line", [64, 65, 67, 68, 69, 72, 73])
def test_a_stray_word_is_never_lost(retyped, ids, line, pushed):
    """Wherever a word strays in a page, among its headings too, it stands in the plan or among the problems."""
    for column in (1, 2, 4, 5, 9, 25):
        plan = read_table(with_cell(lines_of(retyped), line, column, "ZZZQ", pushed=pushed), ids)
        assert "ZZZQ" in plan_json(plan, None).decode(), (line, column)


def sure(plan):
    """Return the days that a plan is sure of."""
    dates = [one for action in plan.actions for one in action.dates]
    return {str(one.date) for one in dates if one.confidence is Confidence.HIGH}


@pytest.mark.parametrize("text", ["29", "x"])
@pytest.mark.parametrize("column", [1, 2, 3, 4])
@pytest.mark.parametrize("line", [76, 78, 79])
def test_years_are_never_taken_for_days(retyped, ids, line, column, text):
    """A text beside the letters or the years of a page's headings makes no sure date of them."""
    plan = read_table(with_cell(lines_of(retyped), line, column, text, pushed=True), ids)
    assert sure(plan) <= {"2008-10-10", "2009-05-29"}


@pytest.mark.parametrize("line", [39, 64, 75, 87, 101])
def test_a_page_without_its_first_row_is_never_sure(retyped, ids, line):
    """Letters and years whose page has lost its beginning are reported, and no date below them is sure."""
    table = lines_of(retyped)
    plan = read_table([*table[: line - 1], [], *table[line:]], ids)
    assert sure(plan) <= {"2008-10-10", "2009-05-29"}
    assert {line + 1, line + 2} <= {one.line for one in plan.problems}


def test_the_retyped_plan_says_what_the_real_one_says(real, retyped, ids):
    """Both plans agree in everything that an assessment uses."""

    def essence(path):
        return [
            (
                action.section,
                action.strand,
                action.criteria,
                action.progress,
                action.who,
                action.as_above,
                action.lines,
                [(d.date, d.confidence, d.alternatives) for d in action.dates],
            )
            for action in read_plan(path, ids=ids, strands=()).actions
        ]

    assert essence(real) == essence(retyped)


def test_the_retyped_plan_copies_no_long_run_of_words(real, retyped, ids):
    """No six words in a row of the copy stand in the real plan."""
    theirs = " ".join(real.read_text(encoding="utf-8").casefold().split())
    for action in read_plan(retyped, ids=ids, strands=()).actions:
        for text in (action.deliverable, action.comment_as_written):
            words = text.casefold().split()
            assert not [run for at in range(len(words) - 5) if (run := " ".join(words[at : at + 6])) in theirs]


def test_the_copy_says_that_it_is_one(retyped, ids):
    """The copy says on its face that the project retyped it, and the importer accounts for that line."""
    assert "Retyped by this project" in read_plan(retyped, ids=ids, strands=()).problems[-1].text
