"""What holds for a run: command line, environment, file, default, in that order; and every mistake at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from readiness._cli._parser import parser
from readiness._cli._settings import NAMES, Settings

ROOT = Path(__file__).parents[2]
IOW = ROOT / "evidence" / "isle-of-wight"
Run = Callable[..., tuple[int, str, str]]
Make = Callable[..., Path]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run in a folder of its own, two below the one that may hold a file."""
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    return tmp_path


def held(run: Run, *argv: object) -> dict[str, tuple[str, str]]:
    code, out, err = run("config", *argv)
    assert code == 0, err
    rows = [line.split("  ") for line in out.splitlines() if not line.startswith("#")]
    return {row[0]: (next(one for one in row[1:] if one.strip()).strip(), row[-1].strip()) for row in rows}


def test_every_option_of_check_is_a_setting_and_nothing_else_is() -> None:
    """The names are the same, so that nobody has to learn two."""
    check = {one.dest for one in parser().commands["check"]._actions} - {"help"}

    assert {one.name for one in attrs.fields(Settings)} == check
    assert {f"--{key}" for key in NAMES.values()} - {"--folder"} == {
        one.option_strings[-1] for one in parser().commands["check"]._actions if one.option_strings
    } - {"--help"}


def test_the_command_line_comes_first_and_the_default_last(
    run: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each step overrules the one below, and the source is told."""
    assert held(run)["fail-on"] == ("error", "default")
    (place / "pyproject.toml").write_text('[tool.readiness]\nfail-on = "warning"\n', "utf-8")
    assert held(run)["fail-on"] == ("warning", f"{place / 'pyproject.toml'}:2")
    monkeypatch.setenv("READINESS_FAIL_ON", "note")
    assert held(run)["fail-on"] == ("note", "READINESS_FAIL_ON")
    assert held(run, "--fail-on", "error")["fail-on"] == ("error", "command line")


def test_the_nearest_file_counts_and_no_other(run: Run, place: Path) -> None:
    """A file further up adds nothing; `readiness.toml` comes before `pyproject.toml`; others are passed over."""
    (place / "readiness.toml").write_text('fail-on = "note"\nassessment = "RA6b"\n', "utf-8")
    (place / "a" / "pyproject.toml").write_text("[tool.other]\n[project]\nname = 'readiness-of-others", "utf-8")
    assert held(run)["assessment"][0] == "RA6b"

    (place / "a" / "pyproject.toml").write_text('[tool.readiness]\nassessment = "RA7"\n', "utf-8")
    assert (held(run)["assessment"][0], held(run)["fail-on"][0]) == ("RA7", "error")

    (place / "a" / "readiness.toml").write_text("", "utf-8")
    assert held(run)["assessment"] == ("-", "default")


def test_no_folder_has_to_be_named_twice(
    run: Run, place: Path, evidence: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The gate behaves as if everything had been typed; a path of the file starts where the file stands."""
    folder = evidence("")
    (place / "readiness.toml").write_text(
        'folder = "evidence"\nas-of = 2008-10-31\noutput = ["csv=gaps.out", "p.html"]\n', "utf-8"
    )
    typed, settled = run("check", folder, "--as-of", "2008-10-31"), run("check")

    assert (settled.code, settled.out) == (typed.code, typed.out)
    assert (place / "gaps.out").exists()
    assert run("check", "-o", place / "x.csv").err.count("written as") == 1
    assert run("profile", "-o", place / "q.html").code == 0
    assert run("map").code == 0
    monkeypatch.setenv("READINESS_FOLDER", str(place / "nowhere"))
    assert "nowhere: there is no such folder" in run("check").err


def test_without_a_folder_it_is_said_where_to_name_one(run: Run) -> None:
    """Exit code 2, with every way to mend it."""
    code, _, err = run("check")

    where = "give one (`.` is the one you are in), set folder in readiness.toml, or READINESS_FOLDER"
    assert (code, err) == (2, f"readiness: DIR: no folder is named; {where}\n")


def test_every_mistake_is_said_at_once(run: Run, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the file with its lines, of the environment with the variable."""
    (place / "a" / "b" / "pyproject.toml").write_text(
        '[tool.readiness]\nfailon = "warning"\nas-of = 3\nno-cache = "maybe"\nplan = ""\nwarn-before = -3\n', "utf-8"
    )
    for name, value in {"FAIL_ON": "eror", "NO_CACHE": "2", "AS_OFF": "x", "CATALOGUE": " ", "PROBE": "x"}.items():
        monkeypatch.setenv(f"READINESS_{name}", value)
    code, _, err = run("check", IOW)

    assert code == 2
    assert err.splitlines() == [
        "readiness: 9 problems:",
        "  pyproject.toml:2: tool.readiness.failon: no such key; did you mean 'fail-on'?",
        "  pyproject.toml:3: tool.readiness.as-of: expected a date such as 2009-05-29, found 3",
        "  pyproject.toml:4: tool.readiness.no-cache: expected true or false, found 'maybe'",
        "  pyproject.toml:5: tool.readiness.plan: expected a path, found nothing",
        "  pyproject.toml:6: tool.readiness.warn-before: expected a number of days such as 30, found -3",
        "  READINESS_AS_OFF: no such variable; did you mean READINESS_AS_OF?",
        "  READINESS_CATALOGUE: expected a path, found nothing",
        "  READINESS_FAIL_ON: 'eror' is not one of: error, warning, note; did you mean 'error'?",
        "  READINESS_NO_CACHE: expected true or false, found '2'",
    ]


def test_a_shipped_catalogue_is_found_by_its_name(run: Run, place: Path) -> None:
    """Also from a folder below that of the file; a folder of that name beside the file comes first."""
    (place / "readiness.toml").write_text('catalogue = "contactpoint-oa"\n', "utf-8")
    assert held(run)["catalogue"][0] == "contactpoint-oa"
    assert run("explain", "OA8").code == 0
    (place / "readiness.toml").write_text('catalogue = "nowhere"\n', "utf-8")
    assert held(run)["catalogue"][0] == str(place / "nowhere")
    (place / "contactpoint-oa").mkdir()
    (place / "readiness.toml").write_text('catalogue = "contactpoint-oa"\n', "utf-8")
    assert held(run)["catalogue"][0] == str(place / "contactpoint-oa")


def test_an_empty_path_and_damaged_toml_are_refused(run: Run, place: Path) -> None:
    """Neither passes for a setting that is not there."""
    file = place / "a" / "b" / "readiness.toml"
    file.write_text('plan = ""\n', "utf-8")
    assert "readiness.toml:1: plan: expected a path, found nothing" in run("check", IOW).err
    file.write_text("plan = \n", "utf-8")
    assert "readiness.toml:1: not valid TOML" in run("check", IOW).err


def test_variables_of_each_sort(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A switch, a date, several values on lines of their own; an empty one counts as none."""
    for name, value in {"NO_CACHE": "Yes", "AS_OF": "2009-03-02", "OUTPUT": "a.csv\nb.html\n", "PLAN": ""}.items():
        monkeypatch.setenv(f"READINESS_{name}", value)
    found = {key: value for key, (value, _) in held(run).items()}

    assert (found["no-cache"], found["as-of"], found["output"], found["plan"]) == (
        "yes", "2009-03-02", "a.csv, b.html", "-"
    )  # fmt: skip


def test_help_needs_no_settings(run: Run, place: Path) -> None:
    """Whoever has broken the file can still read how it is written."""
    (place / "readiness.toml").write_text("nonsense", "utf-8")

    assert run("check", "--help").code == 0
