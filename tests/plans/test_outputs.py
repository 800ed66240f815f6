"""A plan as JSON, csv and a table."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from attrs import evolve

from readiness._plans import read_plan
from readiness._renderers._plan_csv import plan_csv
from readiness._renderers._plan_json import plan_json
from readiness._renderers._plan_table import plan_table
from readiness.model import Action, Plan

SCHEMA = Path(__file__).resolve().parents[2] / "src" / "readiness" / "_schemas" / "plan-1.json"


@pytest.fixture
def plan(retyped, ids):
    """The plan that the repository ships."""
    return read_plan(retyped, ids=ids, strands=())


@pytest.mark.parametrize("as_of", [None, date(2009, 6, 1)])
def test_json_fits_its_schema(plan, as_of):
    """Every key is there, and the schema allows no other."""
    jsonschema.validate(json.loads(plan_json(plan, as_of)), json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_json_says_what_was_read(plan):
    """A month is written without a day, an id beside what was typed, and nothing is overdue without a date."""
    wire = json.loads(plan_json(plan, None))
    shielding = next(one for one in wire["actions"] if "OA8" in one["criteria"])
    assert (
        shielding["criteria_as_written"],
        shielding["rag"],
        shielding["rag_inferred"],
        shielding["overdue"],
    ) == (["AO8"], "planned", True, None)
    months = [one for action in wire["actions"] for one in action["dates"] if one["precision"] == "month"]
    assert {7} == {len(one["date"]) for one in months}


def test_overdue_waits_for_the_last_reading(plan):
    """A date that could be a month later is overdue only after that."""
    late = {one["id"] for one in json.loads(plan_json(plan, date(2009, 5, 1)))["actions"] if one["overdue"]}
    assert "A03" not in late
    assert "A09" in late


def test_csv_holds_every_action_and_runs_nothing(plan):
    """A cell that begins like a formula is made text."""
    hostile = evolve(plan.actions[0], deliverable="=cmd|' /C calc'!A0", who=("@SUM(1)",), comment="\tx")
    rows = list(csv.DictReader(io.StringIO(plan_csv(evolve(plan, actions=(hostile,)), None).decode("utf-8-sig"))))
    assert [rows[0][name] for name in ("deliverable", "who", "comment")] == ["'=cmd|' /C calc'!A0", "'@SUM(1)", "'\tx"]
    assert len(list(csv.reader(io.StringIO(plan_csv(plan, None).decode("utf-8-sig"))))) - 1 == 90


@pytest.mark.parametrize("which", ["real", "retyped"])
def test_the_csv_is_a_plan_again(which, request, ids, tmp_path):
    """Whoever corrects the csv in a spreadsheet can use it as the plan: nothing is left over or changed."""

    def essence(plan):
        return [
            (
                *(one.id, one.section, one.deliverable, one.comment, one.who, [ref.id for ref in one.criteria]),
                [(on.date, on.confidence, on.alternatives) for on in one.dates],
                *(one.progress, one.progress_words, one.progress_stated),
            )
            for one in plan.actions
        ]

    first = read_plan(request.getfixturevalue(which), ids=ids, strands=())
    (tmp_path / "plan.csv").write_bytes(plan_csv(first, date(2009, 6, 1)))
    again = read_plan(tmp_path / "plan.csv", ids=ids, strands=())

    assert again.problems == ()
    assert essence(first) == essence(again)


@pytest.mark.parametrize("width", [1, 40, 60, 80, 132])
def test_table_keeps_to_its_width(plan, width):
    """No line is longer than the terminal, or than the least that is readable."""
    assert max(map(len, plan_table(plan, date(2009, 6, 1), width=width).splitlines())) <= max(width, 40)


def test_table_keeps_to_its_width_with_long_ids():
    """An id of the plan's own that is longer than its column stands before the deliverable."""
    plan = Plan(title="T", actions=(Action(id="WORK/2009/17", section="", strand="", deliverable="word " * 30),))
    lines = plan_table(plan, None, width=80).splitlines()
    assert max(map(len, lines)) <= 80
    assert any("WORK/2009/17: word" in line for line in lines)


def test_table_shows_doubt(plan):
    """A date that is sure stands bare; any other is marked."""
    text = plan_table(plan, None)
    assert "   29 May 2009" in text
    assert "~ 30 Apr 2009" in text
    assert "~ Dec 2008" in text
    assert "(day?)" in text
    assert "Not used" in text


def test_table_obeys_no_control_characters():
    """An escape sequence in a plan does not reach the terminal."""
    plan = Plan(title="T", actions=(Action(id="A01", section="", strand="", deliverable="a\x1b[31mb"),))
    assert "\x1b" not in plan_table(plan, None)
