"""The command `catalogue`: list, validate, import, export."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readiness import load_catalogue

ROOT = Path(__file__).parents[2]
HALL = ROOT / "tests" / "catalogue" / "oscal" / "hall.json"
Run = Callable[..., Any]


def test_whole_outputs(run: Run, same_as_kept: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """What the lists look like is kept beside this test."""
    monkeypatch.chdir(ROOT)
    hall = "tests/catalogue/oscal/hall.yaml"
    for name, argv in {
        "catalogue-list.txt": ("list",),
        "catalogue-list-one.txt": ("list", "contactpoint-oa"),
        "catalogue-list-oscal.txt": ("list", hall),
        "catalogue-validate.txt": ("validate", hall),
        "catalogue-validate-wrong.txt": ("validate", "tests/schemas/oscal-1.2.3.json"),
        "catalogue-validate-nothing.txt": ("validate", "tests"),
    }.items():
        code, out, err = run("catalogue", *argv)
        same_as_kept(name, f"{out}--- standard error\n{err}--- exit {code}\n")


def test_validate_tells_every_problem(run: Run, tmp_path: Path) -> None:
    """Of a folder as of a file; the exit code is 2."""
    tree = json.loads(HALL.read_text(encoding="utf-8"))
    del tree["catalog"]["controls"][0]["title"], tree["catalog"]["groups"][0]["controls"][0]["id"]
    (tmp_path / "wrong.json").write_text(json.dumps(tree), encoding="utf-8")

    code, out, err = run("catalogue", "validate", tmp_path / "wrong.json")

    assert (code, out) == (2, "")
    assert "2 problems:" in err
    assert "wrong.json: controls[1] (gen-1).title: missing; OSCAL requires it" in err
    assert "wrong.json: groups[1].controls[1].id: missing; OSCAL requires it" in err


def test_import_writes_a_folder_and_never_over_one(run: Run, tmp_path: Path) -> None:
    """The folder loads as the file does; a second time nothing is touched."""
    place = tmp_path / "hall"

    code, out, err = run("catalogue", "import", HALL, "-o", place)
    first = {one.name: one.read_bytes() for one in place.iterdir()}
    again = run("catalogue", "import", HALL, "-o", place)

    assert (code, out) == (0, "")
    assert err == f"{place}: 5 criteria in 2 strands, 2 withdrawn, in 6 files\n"
    assert sorted(first) == [
        "1-gen-1.toml",
        "2-fs-2.toml",
        "3-fs-2.1.toml",
        "4-fs-21.toml",
        "5-K.C.1.toml",
        "catalogue.toml",
    ]
    assert [one.requires for one in load_catalogue(place).criteria] == [
        one.requires for one in load_catalogue(HALL).criteria
    ]
    assert (again.code, "is there already, and nothing is written over it" in again.err) == (2, True)
    assert {one.name: one.read_bytes() for one in place.iterdir()} == first
    assert sorted(one.name for one in tmp_path.iterdir()) == ["hall"]


@pytest.mark.parametrize(
    ("source", "target", "says"),
    [
        (ROOT / "tests" / "catalogue" / "second", "x", "is a folder already, so there is nothing to import"),
        (HALL, "none/x", "its folder does not exist; make it first"),
        (ROOT / "LICENSE", "x", "is not a catalogue"),
        (ROOT / "nowhere.xml", "x", "cannot be read: No such file or directory"),
    ],
)
def test_import_that_cannot_be_done_leaves_nothing(
    source: Path, target: str, says: str, run: Run, tmp_path: Path
) -> None:
    """Each is told in words, and no half of a folder stays."""
    code, _, err = run("catalogue", "import", source, "-o", tmp_path / target)

    assert (code, says in err) == (2, True), err
    assert list(tmp_path.iterdir()) == []


def test_export_writes_what_import_reads(run: Run, tmp_path: Path) -> None:
    """The same bytes on the screen and in a file, the same on the same day, and it says what it left out."""
    shown = run("catalogue", "export", "--format", "oscal", "--as-of", "2026-01-05")
    written = run("catalogue", "export", "--as-of", "2026-01-05", "-o", tmp_path / "c.json")
    back = run("catalogue", "validate", tmp_path / "c.json")

    assert (shown.code, written.code, back.code) == (0, 0, 0)
    assert (tmp_path / "c.json").read_text(encoding="utf-8") == shown.out
    assert json.loads(shown.out)["catalog"]["metadata"]["last-modified"] == "2026-01-05T00:00:00Z"
    assert "28 criteria in 7 strands; OSCAL has no place for: rules, assessments, provenance" in written.err


def test_a_name_that_the_list_shows_is_good_for_every_command(run: Run, tmp_path: Path) -> None:
    """It is no path, so it holds wherever the program runs; a path that is only nearly one is still refused."""
    (tmp_path / "register.toml").write_text('organisation = "X"\nassessment = "RA7"\ndue = 2009-05-29\n', "utf-8")
    check = ("check", tmp_path, "--as-of", "2009-03-02", "--catalogue")

    assert run("catalogue", "list").out.startswith("contactpoint-oa ")
    for named in (("--catalogue", "contactpoint-oa"), ("contactpoint-oa",)):
        assert run("catalogue", "export", *named).out == run("catalogue", "export").out
    twice = run("catalogue", "export", "contactpoint-oa", "--catalogue", tmp_path)
    assert (twice.code, "name one catalogue" in twice.err) == (2, True)
    assert run("catalogue", "export", tmp_path / "nowhere").code == 2
    assert run(*check, "contactpoint-oa").code == 1
    assert run(*check, tmp_path / "contactpoint-oa").code == 2


@pytest.mark.parametrize("arguments", [("export",), ("import", HALL)], ids=["export", "import"])
def test_nothing_is_written_among_evidence(run: Run, tmp_path: Path, arguments: tuple[object, ...]) -> None:
    """A catalogue in an evidence folder would be taken for evidence, and might replace the register itself."""
    (tmp_path / "register.toml").write_text("x", "utf-8")
    (tmp_path / "papers").mkdir()

    for name in ("register.toml", "papers/catalogue"):
        ran = run("catalogue", *arguments, "-o", tmp_path / name)
        assert (ran.code, "lies inside the evidence folder" in ran.err) == (2, True)
    assert (tmp_path / "register.toml").read_text("utf-8") == "x"
    assert not [*(tmp_path / "papers").iterdir()]


def test_init_leaves_the_assessment_to_the_organisation(run: Run, tmp_path: Path) -> None:
    """A catalogue without assessments takes any name; the register says so, and works once it is filled in."""
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    asked = ("--catalogue", HALL, "--organisation", "The hall", "--assessment", "2026", "--due", "2026-12-31")

    assert run("init", tmp_path, *asked).code == 0
    text = (tmp_path / "register.toml").read_text("utf-8")
    assert "# any name; the list of criteria has none of its own" in text
    assert f"# Check it with:  readiness check {tmp_path} --catalogue {HALL}\n" in text
    assert 'catalogue = "' in text
    assert "give --catalogue" in run("check", tmp_path, "--as-of", "2026-03-01").err
    checked = run("check", tmp_path, "--catalogue", HALL, "--as-of", "2026-03-01")
    assert (checked.code, "2026 as of 1 March 2026, due 31 December 2026" in checked.out) == (1, True)
