"""Hear of it in time: a warning so many days before something lapses, and never a status before its day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from common import Ran, kept
from readiness import assess_folder
from readiness.model import CriterionResult, Level

REGISTER = """
[[document]]
path = "a.txt"
kinds = ["policy"]
review_by = 2009-07-31
[[document.claim]]
criterion = "OA1"
[[waiver]]
criterion = "OA2"
reason = "r"
approver = "a"
from = 2009-01-01
until = 2009-07-31
"""
PLAN = "Deliverable,Action,Who,Due,Criteria\nMisuse policy,Draft policy,Somebody,2009-07-31,OA6\n"
OLD = 'kinds = ["policy"]\neffective = 2006-07-31'
Run = Callable[..., Ran]
Make = Callable[..., Path]


def warned(result: CriterionResult | None, rule: str) -> list[str]:
    assert result is not None
    return [one.message for one in result.findings if one.rule == rule and one.level is Level.WARNING]


@pytest.fixture
def folder(evidence: Make) -> Path:
    """Return a folder in which four things lapse on 31 July 2009, after the assessment was due."""
    head = 'organisation = "T"\nassessment = "RA7"\ndue = 2009-09-30\nplan = "plan.csv"\n'
    made = evidence(REGISTER.replace('kinds = ["policy"]', OLD), "a.txt", head=head)
    (made / "plan.csv").write_text(PLAN, "utf-8")
    (made / "register.toml").write_text(
        (made / "register.toml").read_text("utf-8").replace("2009-09-30", "2009-05-29")
        + '[[rule]]\nkind = "reviewed-within"\nmonths = 36\n',
        "utf-8",
    )
    return made


SORTS = [("OA1", "in-date"), ("OA1", "reviewed-within"), ("OA2", "waiver")]


@pytest.mark.parametrize(("criterion", "rule"), SORTS)
@pytest.mark.parametrize(
    ("on", "days", "left"),
    [
        (date(2009, 6, 30), None, ""),
        (date(2009, 7, 1), None, ", in 30 days"),
        (date(2009, 7, 30), None, ", in 1 day"),
        (date(2009, 7, 31), None, ", today"),
        (date(2009, 7, 31), 0, ""),
        (date(2009, 6, 30), 31, ", in 31 days"),
        (date(2009, 7, 20), 10, ""),
        (date(2009, 7, 21), 10, ", in 10 days"),
    ],
)
def test_a_warning_so_many_days_before(
    criterion: str, rule: str, on: date, days: int | None, left: str, folder: Path
) -> None:
    """Of a document, of a cycle, of a waiver: not before, not after, and none with 0."""
    found = warned(assess_folder(folder, as_of=on, warn_before=days, cache=kept()).result(criterion), rule)

    assert [left in one and "31 July 2009" in one for one in found] == ([True] if left else [])


def test_no_status_changes_before_its_day(folder: Path) -> None:
    """It is a warning and nothing else: the same statuses with any number of days."""
    for on in (date(2009, 7, 15), date(2009, 7, 31), date(2009, 8, 1)):
        judged = [assess_folder(folder, as_of=on, warn_before=days, cache=kept()) for days in (None, 0, 3650)]
        statuses = [[one.status for one in each.results] for each in judged]
        assert statuses[0] == statuses[1] == statuses[2]
        assert len({each.decision for each in judged}) == 1


def test_an_action_that_falls_due_is_warned_of(evidence: Make) -> None:
    """On its last day the criterion is still planned, and the day after it is not met."""
    made = evidence('plan = "plan.csv"\n', head='organisation = "T"\nassessment = "RA7"\ndue = 2009-09-30\n')
    (made / "plan.csv").write_text(PLAN, "utf-8")
    said = warned(assess_folder(made, as_of=date(2009, 7, 21), cache=kept()).result("OA6"), "planned-on-time")

    assert said == ["Plan action A01 (“Misuse policy”) has to be done by 31 July 2009, in 10 days."]
    later = assess_folder(made, as_of=date(2009, 7, 21), warn_before=9, cache=kept())
    assert warned(later.result("OA6"), "planned-on-time") == []


def test_what_lapses_before_the_due_date_is_warned_of_at_any_distance(evidence: Make) -> None:
    """As ever; when it is near, it says how near."""
    made = evidence(REGISTER, "a.txt", head='organisation = "T"\nassessment = "RA7"\ndue = 2009-09-30\n')

    def said(on: date, days: int) -> list[str]:
        return warned(assess_folder(made, as_of=on, warn_before=days, cache=kept()).result("OA1"), "in-date")

    assert said(date(2009, 1, 2), 0) == ["“a.txt” lapses on 31 July 2009, before the assessment is due."]
    assert said(date(2009, 7, 30), 7) == ["“a.txt” lapses on 31 July 2009, in 1 day, before the assessment is due."]


def test_the_command_line_overrules_the_rules(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the settings do, too; a rule that is tuned holds where nobody says anything."""
    text = (folder / "register.toml").read_text("utf-8")
    (folder / "register.toml").write_text(f'{text}[[rule]]\nkind = "in-date"\nwarn_days = 90\n', "utf-8")
    options = ("check", folder, "--as-of", "2009-06-01", "--fail-on", "warning")
    assert "lapses on 31 July 2009, in 60 days." in run(*options).out
    assert "lapses on 31 July" not in run(*options, "--warn-before", "59").out
    monkeypatch.setenv("READINESS_WARN_BEFORE", "0")
    assert "lapses on 31 July" not in run(*options).out
    assert run("config").out.count("warn-before  0 ") == 1


@pytest.mark.parametrize("written", ["-1", "3d", "", "1234567", "٣"])
def test_what_is_no_number_of_days_is_refused(written: str, run: Run) -> None:
    """With an example of one that is."""
    code, _, err = run("check", f"--warn-before={written}")
    assert (code, "expected a number of days such as 30" in err) == (2, True)
