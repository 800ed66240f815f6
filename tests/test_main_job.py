"""The main job on the first real input: the Isle of Wight at Readiness Assessment 7."""

from datetime import date
from pathlib import Path

import pytest

from readiness import assess_folder, render
from readiness._registry import renderers
from readiness.model import Assessment, Confidence, Decision, Progress, Reason, Status

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "evidence" / "isle-of-wight"
REAL_PLAN = ROOT.parent / "shared" / "plan" / "isle-of-wight-project-plan-3.txt"
AS_OF = date(2008, 10, 31)
DUE = date(2009, 5, 29)
UNKNOWN = {"OA3", "OA5", "OA24", "OA26", "OA28"}
SAID_DONE = {"OA15", "OA17"}


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return assess_folder(FOLDER, as_of=AS_OF)


def test_nothing_is_green_on_a_plans_word(assessment: Assessment) -> None:
    """Twenty-three criteria are planned, five cannot be assessed, and the decision is NO-GO."""
    statuses = {one.criterion.id: one.status for one in assessment.results}

    assert assessment.decision is Decision.NO_GO
    assert len(statuses) == 28
    assert {key for key, status in statuses.items() if status is Status.NOT_ASSESSABLE} == UNKNOWN
    assert {key for key, status in statuses.items() if status is Status.PLANNED} == set(statuses) - UNKNOWN


def test_every_criterion_says_honestly_why(assessment: Assessment) -> None:
    """Each has a reason, a finding with that reason, a place to look at and something to do."""
    for one in assessment.results:
        expected = Reason.UNKNOWN_WORDING if one.criterion.id in UNKNOWN else Reason.ONLY_PLANNED
        assert expected in one.reasons
        telling = next(finding for finding in one.findings if finding.reason is expected)
        assert telling.fix
        assert telling.location.file in {"plan.txt", "register.toml"}


def test_what_the_plan_calls_done_is_visibly_better_founded(assessment: Assessment) -> None:
    """OA15 and OA17 are said to be done, OA1 is not; the page says so on their tiles."""
    done = {
        one.criterion.id
        for one in assessment.results
        if one.actions and all(action.progress is Progress.DONE for action in one.actions)
    }
    page = render(assessment, "html").decode()
    tiles = {tile.partition("</strong>")[0]: tile.count('class="taken"') for tile in page.split("<strong>OA")[1:29]}

    assert done == SAID_DONE
    assert (tiles["15"], tiles["17"], tiles["23"], tiles["1"], tiles["12"], tiles["3"]) == (3, 3, 2, 1, 0, 0)
    assert page.count("plan says done") >= len(SAID_DONE)
    assert assessment.forecast.closing == ("OA15", "OA17")


def test_after_the_due_date_a_plan_that_was_not_carried_out_is_red() -> None:
    """What the plan only intended is overdue; what it calls done is still no evidence, but not overdue either."""
    late = assess_folder(FOLDER, as_of=date(2009, 6, 30))
    statuses = {one.criterion.id: one.status for one in late.results}

    assert {key for key, status in statuses.items() if status is Status.PLANNED} == SAID_DONE
    assert {key for key, status in statuses.items() if status is Status.NOT_ASSESSABLE} == UNKNOWN
    assert all(status is Status.NOT_MET for key, status in statuses.items() if key not in SAID_DONE | UNKNOWN)


def test_the_accreditation_milestone_has_two_dates_and_says_so(assessment: Assessment) -> None:
    """The two rows of the same milestone disagree; the doubtful one is never the confident one."""
    assert assessment.plan is not None
    ra7 = next(one for one in assessment.plan.milestones if one.id == "RA7")
    conflict = [one for one in assessment.findings if one.rule == "plan-conflict"]

    assert [(str(one.date), one.confidence) for one in ra7.dates] == [
        ("2009-05-29", Confidence.HIGH),
        ("2009-06-29", Confidence.LOW),
    ]
    assert conflict


def test_the_same_inputs_give_the_same_bytes(assessment: Assessment) -> None:
    """Two runs write the same profile in every format."""
    again = assess_folder(FOLDER, as_of=AS_OF)
    for name in renderers.builtins:
        assert render(assessment, name) == render(again, name)


@pytest.mark.parametrize("as_of", [AS_OF, DUE, date(2009, 6, 30)])
def test_the_real_plan_gives_the_same_statuses(as_of: date) -> None:
    """Put in the place of the retyped plan, the real one changes no status, reason or decision."""
    if not REAL_PLAN.is_file():
        pytest.skip("the real plan of 2008 is not part of this repository")
    ours = assess_folder(FOLDER, as_of=as_of)
    real = assess_folder(FOLDER, as_of=as_of, plan=REAL_PLAN)

    assert [(one.criterion.id, one.status, one.reasons) for one in ours.results] == [
        (one.criterion.id, one.status, one.reasons) for one in real.results
    ]
    assert ours.decision == real.decision
    assert ours.forecast.closing == real.forecast.closing
