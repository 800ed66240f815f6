"""What `check` prints and writes: formats by name and by suffix, several at once, and the same exit code for all."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from readiness._registry import PACKAGES, renderers

ROOT = Path(__file__).parents[2]
IOW = ROOT / "evidence" / "isle-of-wight"
DAY = ("--as-of", "2008-10-31")
Run = Callable[..., tuple[int, str, str]]
Make = Callable[..., Path]


@pytest.fixture(autouse=True)
def outside_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget the CI job that these tests may be running in."""
    for name in ("GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("name", ["text", *sorted({*renderers.builtins} - PACKAGES)])
def test_the_format_never_changes_the_exit_code(name: str, run: Run) -> None:
    """Whatever is printed, findings are exit code 1, and the summary goes beside it."""
    code, out, err = run("check", IOW, *DAY, "--format", name)

    assert code == 1
    assert out
    assert "28 findings at level error" in err


@pytest.mark.parametrize("name", sorted(PACKAGES))
def test_what_is_no_text_is_written_but_not_printed(name: str, run: Run, tmp_path: Path) -> None:
    """A terminal is not filled with the bytes of a file for Word, and the exit code stays the same."""
    code, out, err = run("check", IOW, *DAY, "--format", name)

    assert (code, out) == (2, "")
    assert f"{name} is no text that could be printed; write it with --output FILE.{name}" in err

    code, out, _ = run("check", IOW, *DAY, "-o", tmp_path / f"profile.{name}")

    assert code == 1
    assert (tmp_path / f"profile.{name}").read_bytes()


def test_several_files_at_once(run: Run, tmp_path: Path) -> None:
    """Each is named on standard error; the report is still printed."""
    named = {"junit": "tests.out", "sarif": "a.json", "gitlab": "gl-code-quality-report.json", "text": "report"}
    wanted = [f"--output={name}={tmp_path / file}" for name, file in named.items()]
    code, out, err = run("check", IOW, *DAY, *wanted, "-o", tmp_path / "profile.html", "-o", tmp_path / "badge.svg")

    assert code == 1
    assert "NO-GO" in out
    assert ET.parse(tmp_path / "tests.out").getroot().tag == "testsuites"
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["version"] == "2.1.0"
    assert isinstance(json.loads((tmp_path / "gl-code-quality-report.json").read_text("utf-8")), list)
    assert (tmp_path / "report").read_text("utf-8") == out
    assert (tmp_path / "profile.html").read_bytes().startswith(b"<!DOCTYPE html>")
    assert f"{tmp_path / 'badge.svg'}: written as badge" in err


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("x.json", "json"),
        ("x.JSON", "json"),
        ("x.sarif", "sarif"),
        ("x.sarif.json", "sarif"),
        ("x.gitlab.json", "gitlab"),
        ("x.github.txt", "github"),
        ("x.xml", "junit"),
        ("x.csv", "csv"),
        ("x.svg", "badge"),
        ("x.txt", "text"),
        ("a=b/x.md", "md"),
    ],
)
def test_the_suffix_of_a_file_chooses(file: str, name: str, run: Run, tmp_path: Path) -> None:
    """A file alone is enough where its name says what it is, and a path may hold an equals sign."""
    path = tmp_path / file
    path.parent.mkdir(exist_ok=True)

    assert f"{path}: written as {name}" in run("check", IOW, *DAY, "-o", path)[2]


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (("--format", "sarf"), "--format: no format is called 'sarf'; did you mean 'sarif'? There are badge, csv,"),
        (("--format", ""), "no format is called ''; there are badge, csv,"),
        (("-o", "xml=x.xml"), "--output xml=x.xml: no format is called 'xml'"),
        (("-o", "x.docs"), "x.docs: the file's suffix chooses the format; use one of .csv,"),
        (("-o", "junit="), "--output junit=: expected a file, found nothing; write FORMAT=FILE"),
        (("-o", ""), "--output: expected a file, found nothing"),
        (("-o", "report"), "report: the file's suffix chooses"),
        (("-o", "x.csv", "-o", "junit=./x.csv"), "is asked for twice, as csv and as junit; name two files"),
        (("-o", IOW / "x.html"), "lies inside the evidence folder"),
        (("-o", "nowhere/x.html"), "its folder does not exist"),
    ],
)
def test_a_mistake_is_answered_with_what_there_is(
    argv: tuple[object, ...], says: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 2 and the mend; nothing is written."""
    monkeypatch.chdir(tmp_path)
    code, out, err = run("check", IOW, *DAY, *argv)

    assert (code, out) == (2, "")
    assert says in err
    assert list(tmp_path.iterdir()) == []


def test_all_mistakes_are_told_at_once(run: Run) -> None:
    """They are found before anything is judged, so a wrong folder does not hide them."""
    code, out, err = run("check", ROOT / "nowhere", "--format", "x", "-o", "y=z", "-o", "w")

    assert (code, out) == (2, "")
    assert "3 problems:" in err


def test_nothing_is_written_if_one_cannot_be_rendered(run: Run, tmp_path: Path) -> None:
    """A folder that cannot be judged leaves the old files as they were."""
    old = tmp_path / "a.csv"
    old.write_text("old")

    assert run("check", ROOT / "tests", "-o", old, "-o", tmp_path / "b.svg")[0] == 3
    assert (old.read_text(), (tmp_path / "b.svg").exists()) == ("old", False)


def places(text: str) -> set[str]:
    (run,) = json.loads(text)["runs"]
    found = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"]]
    return set(found)


@pytest.mark.parametrize(
    ("start", "workspace", "expected"),
    [
        (ROOT, "", {"evidence/isle-of-wight/plan.txt", "evidence/isle-of-wight/register.toml"}),
        (IOW, "", {"plan.txt", "register.toml"}),
        (IOW, str(ROOT), {"evidence/isle-of-wight/plan.txt", "evidence/isle-of-wight/register.toml"}),
        (ROOT / "docs", "", {"plan.txt", "register.toml"}),
        (ROOT, str(ROOT / "docs"), {"evidence/isle-of-wight/plan.txt", "evidence/isle-of-wight/register.toml"}),
    ],
    ids=["below", "inside", "in a workspace", "elsewhere", "outside the workspace"],
)
def test_paths_lead_from_the_root_of_the_repository(
    start: Path, workspace: str, expected: set[str], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The root is the job's workspace, or where the program runs; from outside, paths begin at the folder."""
    monkeypatch.chdir(start)
    if workspace:
        monkeypatch.setenv("GITHUB_WORKSPACE", workspace)
    folder = os.path.relpath(IOW, start)

    assert expected == places(run("check", folder, *DAY, "--format", "sarif")[1])


def test_a_plan_given_by_its_own_path_is_found_there(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It need not stand in the evidence folder; from outside the repository it has only its name."""
    (tmp_path / "ours.txt").write_bytes((IOW / "plan.txt").read_bytes())
    argv = ("check", IOW, *DAY, "--format", "sarif", "--plan", tmp_path / "ours.txt")
    monkeypatch.chdir(tmp_path)
    inside = places(run(*argv)[1])
    monkeypatch.chdir(ROOT)

    assert inside == {"ours.txt", "register.toml"}
    assert places(run(*argv)[1]) == {"ours.txt", "evidence/isle-of-wight/register.toml"}


def test_github_gets_a_job_summary_as_well(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is added to the file that the runner names, and only if GitHub is asked for."""
    page = tmp_path / "summary.md"
    page.write_text("# From another step\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    run("check", IOW, *DAY)
    before = page.read_text("utf-8")
    code, out, _ = run("check", IOW, *DAY, "--format", "github")

    assert before == "# From another step\n"
    assert (code, out.startswith("::error title=RA7%3A NO-GO::")) == (1, True)
    assert page.read_text("utf-8").startswith("# From another step\n## Isle of Wight Council: RA7 NO-GO\n")


def test_a_summary_that_cannot_be_written_is_said(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a fault of the job, not a finding."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "nowhere" / "summary.md"))
    code, _, err = run("check", IOW, *DAY, "--format", "github")

    assert code == 2
    assert "summary.md" in err


def test_what_stands_in_names_gives_no_orders(run: Run, evidence: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Titles and file names with line ends and commands in them stay on the lines of our own commands."""
    folder = evidence(
        '[[document]]\npath = "a.txt"\ntitle = "x\\r\\n::stop-commands::t"\n[[document.claim]]\ncriterion = "OA1"\n',
        "a.txt",
        "b\n::warning::b.txt",
    )
    monkeypatch.chdir(folder.parent)
    _, out, _ = run("check", folder, *DAY, "--format", "github")

    assert "b ::warning::b.txt" in out
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in out.splitlines())


def test_a_locked_folder_shows_in_every_format(run: Run, evidence: Make) -> None:
    """A link that leads out of the folder could not be followed: SARIF, JUnit and GitHub say so."""
    folder = evidence("", "a.txt")
    (folder / "elsewhere").symlink_to(folder.parent)
    said = {name: run("check", folder, *DAY, "--format", name)[1] for name in ("sarif", "junit", "github")}

    (invocation,) = json.loads(said["sarif"])["runs"][0]["invocations"]
    assert "Could not look at elsewhere." in invocation["toolExecutionNotifications"][0]["message"]["text"]
    assert "could be looked at: elsewhere" in said["junit"]
    assert "::warning title=could not look::elsewhere" in said["github"]


def test_what_nobody_claims_and_nobody_could_open_is_one_story(run: Run, evidence: Make) -> None:
    """A warning everywhere: told beside GO, never green, and a failure for who fails on warnings."""
    waivers = [
        f'[[waiver]]\ncriterion = "OA{number}"\nreason = "r"\napprover = "a"\nfrom = 2008-01-01\nuntil = 2099-12-31\n'
        for number in range(1, 29)
    ]
    folder = evidence("".join(waivers))
    (folder / "locked.docx").write_bytes(b"PK\x03\x04 no package")
    code, out, err = run("check", folder, *DAY)
    said = {name: run("check", folder, *DAY, "--format", name)[1] for name in ("sarif", "junit", "github")}
    (invocation,) = json.loads(said["sarif"])["runs"][0]["invocations"]

    assert (code, err) == (0, "clear: no findings at level error; 1 file or folder could not be looked at\n")
    assert "warning 1 document that nobody claims could not be read (1 corrupt): locked.docx." in out
    assert run("check", folder, *DAY, "--fail-on", "warning")[0] == 1
    assert 'failures="0" errors="0"' in said["junit"]
    assert '<skipped type="could not look"' in said["junit"]
    assert invocation["executionSuccessful"]
    assert next(one["level"] for one in invocation["toolExecutionNotifications"]) == "warning"
    assert "::warning title=could not look::locked.docx" in said["github"]
    assert "::error" not in said["github"]


def test_what_is_claimed_and_nobody_could_open_is_one_story(run: Run, evidence: Make, tmp_path: Path) -> None:
    """An error everywhere, until a baseline knows it."""
    folder = evidence('[[document]]\npath = "locked.docx"\n[[document.claim]]\ncriterion = "OA1"\n')
    (folder / "locked.docx").write_bytes(b"PK\x03\x04 no package")
    known, part = tmp_path / "known.toml", ("--only", "OA1")
    run("baseline", "write", folder, *DAY, "-o", known)
    for more, red in ((part, True), ((*part, "--baseline", known), False)):
        said = {name: run("check", folder, *DAY, *more, "--format", name) for name in ("sarif", "junit")}
        (invocation,) = json.loads(said["sarif"][1])["runs"][0]["invocations"]

        assert [one[0] for one in said.values()] == [int(red), int(red)]
        assert ('<error type="could not look"' in said["junit"][1]) == red
        assert ('errors="0"' in said["junit"][1]) != red
        assert invocation["executionSuccessful"] != red
        assert next(one["level"] for one in invocation["toolExecutionNotifications"]) == ("error" if red else "warning")
