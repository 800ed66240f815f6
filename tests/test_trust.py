"""Ways in which a green tick or a sure date could once be had for nothing; each was found by somebody trying."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from readiness import assess_folder, load_catalogue, read_plan
from readiness._ids import IdScheme
from readiness._registry import rules
from readiness.exceptions import CatalogueError, PlanError, RegisterError
from readiness.model import Confidence, Progress, Status

AS_OF = date(2008, 10, 31)
Make = Callable[..., Path]
Run = Callable[..., tuple[int, str, str]]

DOCUMENT = """
[[document]]
path = "a.txt"
kinds = ["policy", "procedure"]
owner = "Manager"
{extra}
[[document.approval]]
body = "{body}"
date = 2008-10-01
[[document.claim]]
criterion = "{criterion}"
"""


def catalogue_with(folder: Path, rules: str) -> Path:
    folder.mkdir()
    (folder / "catalogue.toml").write_text(
        f'id = "c"\ntitle = "C"\nversion = "1"\n[[assessment]]\nid = "R"\ntitle = "R"\ndue = 2009-05-29\n{rules}'
    )
    (folder / "A1.toml").write_text('id = "A1"\ntitle = "One"\nrequires = "Something."\nkinds = ["policy"]\n')
    return folder


def test_no_go_is_never_exit_0(run: Run, evidence: Make, tmp_path: Path) -> None:
    """A catalogue may tune every finding down; the decision still counts."""
    tuned = catalogue_with(tmp_path / "c", '[[rule]]\nkind = "has-evidence"\nlevel = "note"\n')
    folder = evidence(head='organisation = "X"\nassessment = "R"\n')
    code, out, err = run("check", folder, "--catalogue", tuned, "--as-of", "2009-01-01")

    assert (code, "NO-GO" in out, "a NO-GO is never clear" in err) == (1, True, True)


def test_a_catalogue_without_rules_is_judged_by_all_of_them(tmp_path: Path) -> None:
    """Nothing is green because nobody asked anything."""
    judged_by = {one.kind for one in load_catalogue(catalogue_with(tmp_path / "c", "")).rules}

    assert judged_by == set(rules.builtins)


@pytest.mark.parametrize(
    ("register", "says"),
    [
        (DOCUMENT.format(extra="", body=" ", criterion="OA15"), "body: empty"),
        ('[[criterion]]\nid = "OA3"\ntitle = ""\nrequires = "x"\nsource = "y"\n', "criterion.title: empty"),
        ('[[criterion]]\nid = "OA3"\ntitle = "x"\nrequires = " "\nsource = "y"\n', "criterion.requires: empty"),
        ('[[criterion]]\nid = "OA3"\ntitle = "x"\nrequires = "y"\nsource = ""\n', "criterion.source: empty"),
    ],
)
def test_nobodys_word_does_not_count(register: str, says: str, evidence: Make) -> None:
    """An approval by nobody, or a wording from nowhere, is a mistake of the register."""
    with pytest.raises(RegisterError, match=says):
        assess_folder(evidence(register, "a.txt"), as_of=AS_OF)


def test_what_is_not_in_force_yet_is_said(evidence: Make) -> None:
    """A document that takes effect before the due date but after today carries a warning."""
    text = DOCUMENT.format(extra="effective = 2009-05-01", body="Board", criterion="OA15")
    result = assess_folder(evidence(text, "a.txt"), as_of=AS_OF).result("OA15")

    assert result is not None
    assert any("not in force yet" in one.message for one in result.findings)


def test_one_unknown_key_hides_no_other_mistake(evidence: Make) -> None:
    """All problems come at once, whatever kind they are."""
    with pytest.raises(RegisterError) as raised:
        assess_folder(evidence('[[document]]\npath = "../x"\nonwer = "y"\n'), as_of=AS_OF)

    said = str(raised.value)
    assert "did you mean 'owner'?" in said
    assert "leads out of the evidence folder" in said


def test_ids_that_nobody_could_tell_apart_are_refused(tmp_path: Path) -> None:
    """A waiver for A1 must not land on a-01."""
    folder = catalogue_with(tmp_path / "c", "")
    (folder / "B.toml").write_text('id = "a-01"\ntitle = "Two"\nrequires = "Something."\n')

    with pytest.raises(CatalogueError, match="cannot be told from A1"):
        load_catalogue(folder)


@pytest.mark.parametrize("text", ["Evidence for OA8 - 12 May 2009", "OA8, 9 June 2009", "OA8 and 12 Sept 2009"])
def test_a_date_behind_an_id_is_no_range(text: str) -> None:
    """Only OA8 is named."""
    found = IdScheme.of(f"OA{number}" for number in range(1, 29)).find(text)

    assert [one.id for one in found] == ["OA8"]


def clean_plan(folder: Path, *rows: str, header: str = "Deliverable,Action,Owner,Due,Status") -> Path:
    path = folder / "plan.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "action",
    [
        "Ensure procedure in place",
        "Put procedure in place",
        "No policy in place",
        "Is a policy in place?",
        "Procedure in place from April 2009",
        "Done?",
        "Complete (not yet)",
        "Completed by end of March 09",
    ],
)
def test_what_is_not_done_is_not_read_as_done(action: str, tmp_path: Path) -> None:
    """An order, a question, a denial or a promise is no report."""
    plan = read_plan(clean_plan(tmp_path, f"Policy,{action},Manager,2009-04-01,"))

    assert plan.actions[0].progress is not Progress.DONE


def test_green_is_in_hand_and_no_more(tmp_path: Path) -> None:
    """The colour keys of plans use it for both; the weaker reading is taken."""
    assert read_plan(clean_plan(tmp_path, "Policy,x,Manager,2009-04-01,Green")).actions[0].progress is Progress.IN_HAND


@pytest.mark.parametrize("due", ["May 29", "Mar 31", "May 0000"])
def test_a_day_that_could_be_a_year_is_reported_and_not_read(due: str, tmp_path: Path) -> None:
    """Nothing is guessed; the cell stands among the problems."""
    plan = read_plan(clean_plan(tmp_path, f"Policy,x,Manager,{due},"))

    assert plan.actions[0].dates == ()
    assert [one.text for one in plan.problems] == [due]


def test_a_column_called_due_is_the_due_column(tmp_path: Path) -> None:
    """A column that is only called Date does not take its place."""
    path = clean_plan(tmp_path, "Policy,x,2008-01-01,2009-05-29", header="Deliverable,Action,Date,Due date")

    assert [str(one.date) for one in read_plan(path).actions[0].dates] == ["2009-05-29"]


@pytest.mark.parametrize("letters", ["J A S O N D", "J F M M J J A S O N D"])
def test_a_page_whose_letters_do_not_spell_the_period_is_never_sure(letters: str, tmp_path: Path) -> None:
    """A page of half a year, or one that lost a column, moves every date."""
    initials = letters.split()
    grid = "\t".join(initials)
    years = ["\t".join([digit] * len(initials)) for digit in "09"]
    text = "\n".join(
        [
            "Any Plan: Period Jan 09 - Dec 09 v1",
            f"Project Area\tDeliverables\tAction Required / Comment\tWho involved\t{grid}",
            *(f"\t\t\t\t{row}" for row in years),
            "Training\tSomething delivered\tMap process\tLIM\t15",
        ]
    )
    path = tmp_path / "plan.txt"
    path.write_text(text + "\n", encoding="utf-8")
    try:
        dates = [one for action in read_plan(path).actions for one in action.dates]
    except PlanError:
        return

    assert all(one.confidence is not Confidence.HIGH for one in dates)


def test_the_forecast_calls_late_what_is_overdue(evidence: Make) -> None:
    """An action that is overdue today does not close its gap in time."""
    folder = evidence('plan = "plan.csv"\n')
    clean_plan(folder, "Risk (OA4),At risk,Manager,2008-01-01,")
    assessment = assess_folder(folder, as_of=AS_OF)

    assert assessment.forecast.late == ("OA4",)
    assert [one.status for one in assessment.results if one.criterion.id == "OA4"] == [Status.NOT_MET]


def test_a_profile_is_not_written_among_the_evidence(run: Run, evidence: Make) -> None:
    """It might replace a document, and would be found as one the next time."""
    folder = evidence("", "policy.html")
    before = (folder / "policy.html").read_bytes()
    code, _, err = run("profile", folder, "-o", folder / "policy.html")

    assert (code, "lies inside the evidence folder" in err) == (2, True)
    assert (folder / "policy.html").read_bytes() == before


def test_the_way_to_the_folder_never_shows(run: Run, evidence: Make, tmp_path: Path) -> None:
    """The same folder gives the same bytes however it is named, and no path of the machine."""
    folder = evidence("")
    pages = []
    for name, spelled in enumerate((folder, f"{folder}/", folder / ".." / folder.name)):
        assert run("profile", spelled, "--as-of", "2008-10-31", "-o", tmp_path / f"{name}.html")[0] == 0
        pages.append((tmp_path / f"{name}.html").read_bytes())

    assert len(set(pages)) == 1
    assert str(tmp_path).encode() not in pages[0]


def test_what_is_excused_is_not_listed_as_wrong(run: Run, evidence: Make) -> None:
    """A waived criterion's missing evidence is no error line."""
    folder = evidence(
        '[[waiver]]\ncriterion = "OA1"\nreason = "r"\napprover = "d"\nfrom = 2008-01-01\nuntil = 2009-12-31\n'
    )
    _, out, _ = run("check", folder, "--as-of", "2008-10-31")

    assert "OA1:" not in out
