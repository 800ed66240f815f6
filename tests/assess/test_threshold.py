"""What an assessment takes: the decision goes by it, no status does, and everybody is told."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from common import Ran, kept
from readiness import assess_folder, load_catalogue
from readiness.exceptions import CatalogueError, RegisterError
from readiness.model import Assessment, Decision, Level, Status

ROOT = Path(__file__).parents[2]
DAY = date(2009, 3, 2)
RECORDS = "For ContactPoint, a personnel record is held of every employee and of every contractor.\n"
MET = """
[[document]]
path = "a.txt"
kinds = ["policy"]
owner = "Head of HR"
applies = "To all."
effective = 2009-01-01
review_by = 2010-01-01
{more}
[[document.claim]]
criterion = "A1"
"""
APPROVED = '[[document.approval]]\nbody = "Board"\ndate = 2009-01-01\n'
Run = Callable[..., Ran]
Make = Callable[..., Path]


@pytest.fixture
def place(tmp_path: Path) -> Callable[..., tuple[Path, Path]]:
    """Return a function that makes a folder and a catalogue of three criteria: met or nearly, nothing, unknown."""

    def make(threshold: str = "", *, of: str = "", more: str = APPROVED) -> tuple[Path, Path]:
        catalogue, folder = tmp_path / "c", tmp_path / "e"
        for one in (catalogue, folder):
            shutil.rmtree(one, ignore_errors=True)
            one.mkdir()
        head = 'id = "c"\ntitle = "C"\nversion = "1"\n[[assessment]]\nid = "R"\ntitle = "R"\ndue = 2009-05-29\n'
        (catalogue / "catalogue.toml").write_text(
            f"{head}{of}\n[[rule]]\nkind = 'has-evidence'\n[[rule]]\nkind = 'approved'\n"
            "[[rule]]\nkind = 'wording-known'\n[[rule]]\nkind = 'readable'\n",
            "utf-8",
        )
        (catalogue / "A1.toml").write_text('id = "A1"\ntitle = "One"\nrequires = "Records."\n', "utf-8")
        (catalogue / "A2.toml").write_text('id = "A2"\ntitle = "Two"\nrequires = "More."\n', "utf-8")
        (catalogue / "A3.toml").write_text('id = "A3"\ntitle = "Three"\nwording = "unknown"\n', "utf-8")
        register = f'organisation = "X"\nassessment = "R"\n{MET.format(more=more)}{threshold}'
        (folder / "register.toml").write_text(register, "utf-8")
        (folder / "a.txt").write_text(RECORDS, "utf-8")
        return folder, catalogue

    return make


def agreed(text: str) -> str:
    return f'[[threshold]]\nassessment = "R"\nreason = "On the way."\napprover = "Assessor"\n{text}\n'


def judged(made: tuple[Path, Path], **options: object) -> Assessment:
    folder, catalogue = made
    given = {"cache": kept(), **options}
    return assess_folder(folder, as_of=DAY, catalogue=load_catalogue(catalogue), **given)  # type: ignore[arg-type]


Place = Callable[..., tuple[Path, Path]]


def test_without_one_an_assessment_is_as_strict_as_ever(place: Place) -> None:
    """Met, waived or not applicable; anything else is in the way."""
    found = judged(place())

    assert found.decision is Decision.NO_GO
    assert [(one.criterion.id, one.status, one.in_the_way) for one in found.results] == [
        ("A1", Status.MET, False),
        ("A2", Status.NOT_MET, True),
        ("A3", Status.NOT_ASSESSABLE, True),
    ]
    assert found.threshold.strict


@pytest.mark.parametrize(
    ("threshold", "go", "taken"),
    [
        ('allow = ["not assessable"]', False, ["A3"]),
        ("not_met_at_most = 1", False, ["A2"]),
        ('allow = ["not assessable"]\nnot_met_at_most = 1', True, ["A2", "A3"]),
        ('allow = ["not assessable"]\nnot_met_at_most = 1\nmet_at_least = 1', True, ["A2", "A3"]),
        ('allow = ["not assessable"]\nnot_met_at_most = 1\nmet_at_least = 2', False, ["A2", "A3"]),
        ('allow = ["not assessable", "planned"]', False, ["A3"]),
        ('allow = ["not assessable"]\nnot_met_at_most = 1\nfail_on = "error"', True, ["A2", "A3"]),
        ('allow = ["not assessable"]\nnot_met_at_most = 1\nfail_on = "note"', False, ["A2", "A3"]),
    ],
)
@pytest.mark.parametrize("where", ["register", "catalogue"])
def test_what_is_taken_is_not_in_the_way(threshold: str, go: bool, taken: list[str], where: str, place: Place) -> None:
    """Whoever says it; and no status changes."""
    here = where == "register"
    go = go or (not here and "note" in threshold)  # the only note is the one that somebody agreed
    made = place(agreed(threshold)) if here else place(of=f"[assessment.threshold]\n{threshold}")
    found = judged(made)

    assert [one.criterion.id for one in found.results if one.taken] == taken
    assert (found.decision is Decision.GO) == go
    assert [one.status for one in found.results] == [one.status for one in judged(place()).results]
    assert len(found.gaps) == 2
    assert found.passes(found.threshold.fail_on or Level.ERROR) == go
    assert found.passes(Level.NOTE) == (go and not here)


def test_more_than_are_taken_are_all_in_the_way(place: Place) -> None:
    """It would be nobody's to choose which of them to let pass."""
    found = judged(
        place(agreed('allow = ["not assessable"]\nnot_met_at_most = 1'), more="[[document.claim]]\ncriterion = 'A2'\n")
    )
    assert [one.status for one in found.results] == [Status.PARTLY_MET, Status.PARTLY_MET, Status.NOT_ASSESSABLE]

    folder, catalogue = place(agreed("not_met_at_most = 1"))
    (folder / "a.txt").unlink()
    found = judged((folder, catalogue))
    assert [one.in_the_way for one in found.results] == [True, True, True]
    assert found.shortfalls == ("R takes 1 not met at most, and there are 2.",)


def test_what_could_not_be_opened_is_never_taken(place: Place) -> None:
    """Not even where grey is: nobody knows what stands in it."""
    folder, catalogue = place(agreed('allow = ["not assessable", "partly met", "planned"]\nnot_met_at_most = 3'))
    (folder / "a.txt").write_bytes(b"PK\x03\x04 and no more of it")
    found = judged((folder, catalogue))

    assert [(one.status.value, bool(one.taken)) for one in found.results] == [
        ("not assessable", False),
        ("not met", True),
        ("not assessable", True),
    ]
    assert found.decision is Decision.NO_GO


def test_the_register_comes_before_the_catalogue(place: Place) -> None:
    """Also where it is the stricter one."""
    milder = '[assessment.threshold]\nallow = ["not assessable"]\nnot_met_at_most = 3'

    assert judged(place(of=milder)).decision is Decision.GO
    assert judged(place(agreed("met_at_least = 1"), of=milder)).decision is Decision.NO_GO


def test_a_part_is_not_asked_for_numbers(place: Place) -> None:
    """Of the others nobody knows; what is not met is in the way, what is allowed is not."""
    made = place(agreed('allow = ["not assessable"]\nnot_met_at_most = 1\nmet_at_least = 2'))

    assert judged(made, only=["A3"]).decision is Decision.UNDECIDED
    assert judged(made, only=["A3"]).passes(Level.ERROR)
    assert judged(made, only=["A2"]).decision is Decision.NO_GO


def test_a_waiver_that_ended_is_worth_a_warning_where_the_status_is_taken(place: Place) -> None:
    """It does not shut a gate that the status leaves open."""
    waiver = '[[waiver]]\ncriterion = "A2"\nreason = "r"\napprover = "a"\nfrom = 2008-01-01\nuntil = 2009-01-01\n'
    threshold = agreed('allow = ["not assessable"]\nnot_met_at_most = 1')
    found = judged(place(f"{waiver}{threshold}"))

    assert found.decision is Decision.GO
    assert [one.level for one in found.results[1].findings if one.rule == "waiver"] == [Level.WARNING]
    assert found.passes(Level.ERROR)
    assert not found.passes(Level.WARNING)


def test_everybody_is_told(place: Place, run: Run, tmp_path: Path) -> None:
    """On a screen, on paper and in files for machines: what is taken, who agreed, and which gaps they are."""
    folder, catalogue = place(agreed('allow = ["not assessable"]\nnot_met_at_most = 1'))
    names = ("html", "md", "json", "junit", "sarif", "oscal", "csv", "github", "gitlab")
    wanted = [f"-o{one}={tmp_path / one}" for one in names]
    done = run("check", folder, "--as-of", DAY, "--catalogue", catalogue, *wanted)
    read = {name: (tmp_path / name).read_text("utf-8-sig") for name in names}

    assert done.code == 0
    assert "GO  3 criteria: 1 met, 1 not met and 1 not assessable\n" in done.out
    assert "R takes what is met, waived, not applicable or not assessable; 1 at most may be not met.\n" in done.out
    assert "A2  not met         (taken) " in done.out
    assert done.err.endswith("clear: no findings at level error; 2 gaps that R takes\n")
    for name in ("html", "md"):
        assert "What is met, waived, not applicable or not assessable; 1 at most may be not met." in read[name]
        assert "Assessor" in read[name]
        assert (
            "1 criterion is met, waived or not applicable, and R takes the other 1 not met and 1 not assessable."
            in read[name]
        )
        assert "R takes up to 1 that are not met." in read[name]
    wire = json.loads(read["json"])
    assert wire["threshold"] == {
        "allow": ["not assessable"], "not_met_at_most": 1, "met_at_least": 0, "fail_on": None,
        "approver": "Assessor", "reason": "On the way.",
    }  # fmt: skip
    assert [bool(one["taken"]) for one in wire["criteria"]] == [False, True, True]
    cases = [
        [part.tag for part in case if part.tag != "system-out"]
        for case in ET.fromstring(read["junit"])[0].iter("testcase")
    ]
    assert cases == [[], ["skipped"], ["skipped"]]
    results = json.loads(read["sarif"])["runs"][0]["results"]
    assert [one for one in results if one["level"] == "error" and not one["suppressions"]] == []
    assert "R takes what is not assessable." in read["oscal"]
    assert "::error" not in read["github"]
    assert {one["severity"] for one in json.loads(read["gitlab"])} == {"info"}


def test_the_gate_takes_the_level_of_the_assessment(place: Place, run: Run) -> None:
    """Unless somebody asks for another; the decision keeps to it."""
    folder, catalogue = place(agreed('allow = ["not assessable"]\nnot_met_at_most = 1\nfail_on = "note"'))
    options = (folder, "--as-of", DAY, "--catalogue", catalogue)
    usual, asked = run("check", *options), run("check", *options, "--fail-on", "error")

    assert (usual.code, asked.code) == (1, 1)
    assert "at level note or above" in usual.err
    assert "no findings at level error" not in asked.err
    assert "R takes no finding at level note or above, and there are " in asked.err
    assert run("gaps", *options).code == 1


def test_gaps_that_are_taken_come_last_and_fail_nothing(place: Place, run: Run) -> None:
    """They are still to be done."""
    folder, catalogue = place(agreed("not_met_at_most = 1"))
    options = (folder, "--as-of", DAY, "--catalogue", catalogue)
    code, out, err = run("gaps", *options)

    assert code == 1
    assert out.index("A3  Three") < out.index("A2  Two")
    assert "not met (taken)" in out
    assert err == "2 gaps, 1 of which R takes\n"
    place(agreed('allow = ["not assessable"]\nnot_met_at_most = 1'))
    assert run("gaps", *options).code == 0


def test_a_new_gap_that_is_taken_fails_no_baseline(place: Place, run: Run, tmp_path: Path) -> None:
    """Unless the assessment then lacks what it asks for."""
    known = tmp_path / "k.toml"
    for least, code in ((0, 0), (1, 1)):
        threshold = agreed(f'allow = ["not assessable", "partly met"]\nnot_met_at_most = 1\nmet_at_least = {least}')
        folder, catalogue = place(threshold)
        options = (folder, "--as-of", DAY, "--catalogue", catalogue)
        assert run("baseline", "write", *options, "-o", known).code == 0
        place(threshold, more="")
        assert run("check", *options, "--baseline", known).code == code


@pytest.mark.parametrize(
    ("threshold", "says"),
    [
        ('allow = ["partly-met"]', "'partly-met' is not one of: met, partly met, planned"),
        ('allow = ["met"]', "threshold.allow: 'met' is never in the way; leave it out"),
        ('allow = ["not met"]', "threshold.allow: say with not_met_at_most how many may be not met"),
        ("not_met_at_most = -1", "threshold.not_met_at_most: expected a number of criteria, found -1"),
        ("met_at_least = 4", "threshold.met_at_least: asks for 4 met criteria, but there are only 3"),
        ("met_at_last = 4", "no such key; did you mean 'met_at_least'?"),
    ],
)
def test_a_threshold_that_makes_no_sense_is_refused(threshold: str, says: str, place: Place) -> None:
    """In a register with its line, in a catalogue with its assessment."""
    with pytest.raises(RegisterError) as error:
        judged(place(agreed(threshold)))
    assert says in str(error.value)
    with pytest.raises(CatalogueError) as other:
        judged(place(of=f"[assessment.threshold]\n{threshold}"))
    assert says.partition(": ")[2 if says.startswith("threshold") else 0] in str(other.value)


@pytest.mark.parametrize(
    ("register", "says"),
    [
        (agreed("").replace('"R"', '"RR"'), "no assessment is called 'RR'; did you mean 'R'?"),
        (agreed("") * 2, "a second threshold for R; keep one"),
        (agreed("").replace("Assessor", " "), "threshold.approver: empty; say it, or it does not count"),
        (agreed("").replace('reason = "On the way."\n', ""), "reason: missing"),
    ],
)
def test_a_threshold_is_somebodys_and_for_something(register: str, says: str, place: Place) -> None:
    """As a waiver is."""
    with pytest.raises(RegisterError) as error:
        judged(place(register))
    assert says in str(error.value)


def test_a_spreadsheet_keeps_it(place: Place, run: Run, tmp_path: Path) -> None:
    """Out and back in, as a workbook and as csv."""
    folder, catalogue = place(agreed('allow = ["partly met", "planned"]\nnot_met_at_most = 1\nfail_on = "warning"'))
    for name in ("r.xlsx", "r.csv"):
        assert run("register", "export", folder, "--catalogue", catalogue, "-o", tmp_path / name).code == 0
        done = run("register", "import", folder, tmp_path / name, "--catalogue", catalogue)
        assert done.err.endswith("nothing to change\n")
