"""Judge a part: whatever people call it, it says that it is a part, and it is never GO."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from common import Ran

ROOT = Path(__file__).parents[2]
IOW, ANYSHIRE = ROOT / "evidence" / "isle-of-wight", ROOT / "evidence" / "anyshire"
DAY, LATER = ("--as-of", "2008-10-31"), ("--as-of", "2009-03-02")
Run = Callable[..., Ran]
Make = Callable[..., Path]


def judged(run: Run, *only: str) -> list[str]:
    options = [word for one in only for word in ("--only", one)]
    out = run("check", IOW, *DAY, "--format", "json", *options).out
    return [one["id"] for one in json.loads(out)["criteria"]]


@pytest.mark.parametrize(
    ("only", "ids"),
    [
        (("OA8",), ["OA8"]),
        (("oa 08", "O.A.9"), ["OA8", "OA9"]),
        (("OA8-10",), ["OA8", "OA9", "OA10"]),
        (("AO8-10",), ["OA8", "OA9", "OA10"]),
        (("OA9, 10 and 12", "OA1/OA2"), ["OA1", "OA2", "OA9", "OA10", "OA12"]),
        (("training",), ["OA15"]),
        (("Data Sources", "OA15"), None),
        (("OA1,training",), ["OA1", "OA15"]),
        (("OA1", "OA1", "oa1"), ["OA1"]),
    ],
)
def test_criteria_are_named_as_people_write_them(only: tuple[str, ...], ids: list[str] | None, run: Run) -> None:
    """Ids, lists, ranges and strands, in catalogue order, each once."""
    found = judged(run, *only)

    assert found == ids if ids else len(found) == 5


@pytest.mark.parametrize(
    ("only", "says"),
    [
        ("OA29", "only 'OA29': 'OA29' is no criterion of the catalogue and no strand; did you mean 'OA9'? There are "),
        ("OA27-30", "'OA29' is no criterion"),
        ("trainin", "did you mean 'training'?"),
        ("Sponsorship", "RA7 asks for no criterion of the strand Sponsorship; there are OA1 to OA28, and the strands"),
        (
            "",
            "only '': '' is no criterion of the catalogue and no strand; there are OA1 to OA28, and the ",
        ),
        ("OA27, 9 and 11", "only '9 and 11': '9 and 11' is no criterion"),  # a list goes upwards
        ("OA1 nonsense", "'OA1 nonsense' is no criterion"),
    ],
)
def test_a_name_that_does_not_exist_is_answered_with_what_there_is(only: str, says: str, run: Run) -> None:
    """Nothing is judged, and nothing is passed over in silence."""
    code, out, err = run("check", IOW, *DAY, "--only", only)

    assert (code, out) == (2, "")
    assert says in err


def test_all_names_that_do_not_exist_are_told_at_once(run: Run) -> None:
    """With the settings, too."""
    assert "2 problems:" in run("gaps", IOW, *DAY, "--only", "x", "--only", "OA1", "--only", "y").err


def test_the_exit_code_concerns_only_what_was_named(run: Run) -> None:
    """A criterion that is met passes although others do not; it is clear, and not GO."""
    whole, part = run("check", ANYSHIRE, *LATER), run("check", ANYSHIRE, *LATER, "--only", "OA2")

    assert (whole.code, part.code) == (1, 0)
    assert "UNDECIDED  1 of 28 criteria: 1 met\n" in part.out
    assert "GO " not in part.out
    assert part.err == "clear: no findings at level error in 1 of 28 criteria\n"
    assert run("gaps", ANYSHIRE, *LATER, "--only", "OA2").code == 0
    assert run("check", ANYSHIRE, *LATER, "--only", "OA1-28").out == whole.out


def test_every_format_says_that_it_is_a_part(run: Run, tmp_path: Path) -> None:
    """For people in words, for machines in numbers; nobody can take it for the whole."""
    names = ("html", "md", "csv", "json", "junit", "sarif", "badge", "oscal", "github", "text")
    files = {name: tmp_path / f"out.{name}" for name in names}
    run(
        "check", ANYSHIRE, *LATER, "--only", "OA2", "--only", "OA8", *(f"-o{one}={file}" for one, file in files.items())
    )
    read = {name: file.read_text("utf-8-sig") for name, file in files.items()}

    part = "Only 2 of the 28 criteria of RA7 were judged: OA2 and OA8."
    assert [name for name in ("html", "md", "oscal", "github", "text", "badge") if part not in read[name]] == []
    assert "This is a part: 2 of 28 criteria." in read["html"]
    assert "Sponsor’s decision: none" in read["html"]
    assert read["csv"].splitlines()[0].endswith(",part")
    assert all(line.endswith(",2 of 28 criteria") for line in read["csv"].splitlines()[1:])
    wire = json.loads(read["json"])
    assert (wire["decision"], wire["in_scope"], len(wire["criteria"])) == ("UNDECIDED", 28, 2)
    assert any(one.startswith("The 26 other criteria that RA7 asks for: OA1, OA3") for one in wire["not_looked_at"])
    assert json.loads(read["sarif"])["runs"][0]["properties"]["criteriaInScope"] == 28
    assert 'name="criteria_judged" value="2 of 28"' in read["junit"]
    assert "decision GO" not in "".join(read.values())


def test_a_profile_and_a_map_of_a_part(run: Run, tmp_path: Path) -> None:
    """The file says it, and so does the line about it; no document is said to support nothing."""
    said = run("profile", ANYSHIRE, *LATER, "--only", "OA1", "-o", tmp_path / "p.html").err
    assert said.endswith("UNDECIDED, 0 gaps, 1 of 28 criteria\n")
    table, page = (run("map", ANYSHIRE, *LATER, "--only", "OA1", "--format", one).out for one in ("text", "html"))
    assert "Only 1 of the 28 criteria of RA7 was judged: OA1." in table
    assert "Only 1 of the 28 criteria of RA7 was judged: OA1." in page
    assert "support nothing" not in table + page


def test_what_could_not_be_looked_at_is_part_of_every_part(run: Run, evidence: Make) -> None:
    """It may hold evidence for what was named; what else there is to say of the folder is left out."""
    folder = evidence(
        '[[waiver]]\ncriterion = "OA1"\nreason = "r"\napprover = "a"\nfrom = 2008-01-01\nuntil = 2010-01-01\n'
    )
    (folder / "nobody.txt").write_text("This is nothing.\n", "utf-8")
    (folder / "away").symlink_to("/")
    whole, part = (run("check", folder, *DAY, "--fail-on", "warning", *only) for only in ((), ("--only", "OA1")))

    assert "nobody.txt" in run("check", folder, *DAY, "--fail-on", "note").out
    assert "nobody.txt" not in run("check", folder, *DAY, "--fail-on", "note", "--only", "OA1").out
    assert "Could not look at away" in whole.out
    assert "Could not look at away" in part.out
    assert part.code == 1


def test_what_is_told_and_the_exit_code_agree(run: Run, evidence: Make) -> None:
    """A document of other criteria that could not be opened is outside of a part: told, and no failure."""
    told = {"junit": "<error ", "sarif": '"executionSuccessful": false', "github": "title=could not look"}
    for only, code in (("OA2", 0), ("OA20", 1)):
        for form, mark in told.items():
            done = run("check", ANYSHIRE, *LATER, "--only", only, "--format", form)
            assert (code, bool(code)) == (done.code, mark in done.out), (only, form)
            assert "Contact details procedure v1.0.docx" in done.out or form == "github"


def test_what_is_claimed_for_nothing_may_be_evidence_of_a_part(run: Run, evidence: Make) -> None:
    """Nobody can say what an unopened document without a claim is for, so every part has to hear of it."""
    folder = evidence("", "known.txt")
    (folder / "locked.docx").write_bytes(b"PK\x03\x04 no package")

    assert "could be looked at: locked.docx" in run("check", folder, *DAY, "--only", "OA1", "--format", "junit").out


def test_a_baseline_forgets_nothing_for_a_part(run: Run, evidence: Make, tmp_path: Path) -> None:
    """Of what was not judged this time nobody can say that it is mended; a part is never written as a baseline."""
    folder, path = evidence(""), tmp_path / "k.toml"
    run("baseline", "write", folder, *DAY, "-o", path)
    part = run("check", folder, *DAY, "--baseline", path, "--only", "OA1")

    assert part.code == 0
    assert "No longer so" not in part.out
    assert run("baseline", "write", folder, *DAY, "--only", "OA1", "-o", path).code == 2


def test_a_part_can_be_set(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a file as a list, in a variable with a line for each."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "readiness.toml").write_text('only = ["OA8-10", "training"]\n', "utf-8")
    assert "4 of 28 criteria" in run("check", IOW, *DAY).out
    monkeypatch.setenv("READINESS_ONLY", "OA1\nOA2\n")
    assert "2 of 28 criteria" in run("check", IOW, *DAY).out
    assert "1 of 28 criteria" in run("check", IOW, *DAY, "--only", "OA3").out


def test_an_assessment_that_asks_for_less(run: Run, evidence: Make, tmp_path: Path) -> None:
    """What it does not ask for cannot be judged for it, though the catalogue has it."""
    catalogue = tmp_path / "c"
    catalogue.mkdir()
    head = 'id = "c"\ntitle = "C"\nversion = "1"\n[[assessment]]\nid = "R"\ntitle = "R"\ndue = 2009-05-29\n'
    (catalogue / "catalogue.toml").write_text(f'{head}criteria = ["A1", "A3"]\n', "utf-8")
    for one in ("A1", "A2", "A3"):
        (catalogue / f"{one}.toml").write_text(f'id = "{one}"\ntitle = "T"\nrequires = "Something."\n', "utf-8")
    folder = evidence(head='organisation = "X"\nassessment = "R"\n')
    options = ("check", folder, *DAY, "--catalogue", catalogue)

    assert "1 of 2 criteria" in run(*options, "--only", "A3").out
    assert "only 'A2': R does not ask for A2; there are A1 and A3" in run(*options, "--only", "A2").err
