"""What is known does not fail the gate, what is new does, and nothing of it is ever called clear."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
IOW = ROOT / "evidence" / "isle-of-wight"
DAY = ("--as-of", "2008-10-31")
ONE = '[[document]]\npath = "a.txt"\nowner = "Head of HR"\n[[document.claim]]\ncriterion = "OA1"\n'
Run = Callable[..., tuple[int, str, str]]
Make = Callable[..., Path]

RECORDS = "For ContactPoint, a personnel record is held of every employee and of every contractor.\n"


@pytest.fixture
def known(run: Run, tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes the baseline of a folder."""

    def write(folder: Path, *options: str) -> Path:
        path = tmp_path / "known.toml"
        code, _, err = run("baseline", "write", folder, *(options or DAY), "-o", path)
        assert (code, "are known from now on" in err) == (0, True), err
        return path

    return write


@pytest.mark.parametrize("level", ["error", "warning", "note"])
def test_nothing_new_is_exit_0_and_still_no_go(level: str, run: Run, known: Callable[..., Path]) -> None:
    """Every gap is marked, none is left out, and the decision is what it was."""
    options = (IOW, *DAY, "--fail-on", level)
    plain, report = run("check", *options), run("check", *options, "--baseline", known(IOW))

    assert (plain.code, report.code) == (1, 0)
    assert "NO-GO  28 criteria: 23 planned and 5 not assessable\n" in report.out
    assert report.out.count("(known) ") >= 28
    assert "28 known gaps, NO-GO" in report.err


def test_what_is_new_fails_and_is_marked(run: Run, evidence: Make, known: Callable[..., Path]) -> None:
    """A document that disappears makes its criterion worse; the others stay known."""
    folder = evidence(ONE, "a.txt")
    (folder / "a.txt").write_text(RECORDS, "utf-8")
    path = known(folder)
    (evidence(ONE) / "a.txt").unlink()
    code, out, err = run("check", evidence(ONE), *DAY, "--baseline", path)

    assert code == 1
    assert "OA1   not met         (new) " in out
    assert "OA2   not met         (known) " in out
    assert "1 new or worse gap; 27 known gaps, NO-GO" in err
    assert run("gaps", evidence(ONE), *DAY, "--baseline", path).code == 1


def test_lines_that_move_change_nothing(run: Run, evidence: Make, known: Callable[..., Path]) -> None:
    """A register that grows at its top has the same findings, wherever the folder and the program stand."""
    path = known(evidence(ONE, "a.txt"))
    moved = evidence(f"# A remark.\n\n\n{ONE}")

    assert run("check", moved, *DAY, "--baseline", path, "--fail-on", "note").code == 0
    moved.rename(moved.parent / "elsewhere")
    assert run("check", moved.parent / "elsewhere", *DAY, "--baseline", path, "--fail-on", "note").code == 0


def test_time_makes_a_planned_criterion_a_new_gap(run: Run, known: Callable[..., Path]) -> None:
    """After the due date the same findings weigh more: what was planned is overdue."""
    code, out, err = run("check", IOW, "--as-of", "2009-06-30", "--baseline", known(IOW))

    assert code == 1
    assert "(new) " in out
    assert "worse gap" in err


def test_what_could_not_be_looked_at_is_never_known_by_another_name(
    run: Run, evidence: Make, known: Callable[..., Path]
) -> None:
    """A document that was empty and is now out of reach is new, though its criterion stands as it stood."""
    folder = evidence(f"{ONE}{ONE.replace('a.txt', 'b.txt')}", "a.txt")
    (folder / "a.txt").write_text(RECORDS, "utf-8")
    (folder / "b.txt").touch()
    path = known(folder)
    (folder / "b.txt").unlink()
    os.mkfifo(folder / "b.txt")
    code, out, err = run("check", folder, *DAY, "--baseline", path)

    assert code == 1
    assert "OA1   partly met      (known) " in out
    assert "1 new finding at level error; 28 known gaps" in err


def test_what_a_waiver_excused_is_new_when_it_ends(run: Run, evidence: Make, known: Callable[..., Path]) -> None:
    """A baseline holds nothing that was excused when it was written."""
    waiver = (
        '[[waiver]]\ncriterion = "OA1"\nreason = "r"\napprover = "Director"\nfrom = 2008-01-01\nuntil = 2008-12-31\n'
    )
    folder = evidence(waiver)
    path = known(folder)

    assert run("check", folder, *DAY, "--baseline", path).code == 0
    code, out, _ = run("check", folder, "--as-of", "2009-01-05", "--baseline", path)
    assert (code, "OA1   not met         (new) " in out) == (1, True)


def test_entries_that_no_longer_occur_are_said_and_dropped(
    run: Run, evidence: Make, known: Callable[..., Path]
) -> None:
    """Good news is told, fails nothing, and writing the file again leaves it out."""
    path = known(evidence("", "a.txt"))
    report = run("check", evidence(ONE), *DAY, "--baseline", path)

    assert "No longer so: " in report.out
    written = run("baseline", "write", evidence(ONE), *DAY, "-o", path)
    assert "dropped" in written.err
    assert "No longer so" not in run("check", evidence(ONE), *DAY, "--baseline", path).out


def test_the_same_folder_gives_the_same_file(evidence: Make, known: Callable[..., Path]) -> None:
    """Nothing but what is wrong decides what stands in it, and each finding has an entry of its own."""
    first = known(evidence(ONE, "a.txt")).read_bytes()

    assert known(evidence(f"\n{ONE}")).read_bytes() == first
    marks = [line for line in first.decode().splitlines() if line.startswith("fingerprint")]
    assert len(marks) == len(set(marks)) > 28


def test_machines_are_told_which_is_which(run: Run, evidence: Make, known: Callable[..., Path], tmp_path: Path) -> None:
    """SARIF, GitLab, JUnit, annotations and JSON mark what is known, and lose nothing of it."""
    folder = evidence(ONE, "a.txt")
    (folder / "a.txt").write_text(RECORDS, "utf-8")
    path = known(folder)
    (evidence(ONE) / "a.txt").unlink()
    names = ("sarif", "gitlab", "junit", "github", "json")
    files = {name: tmp_path / f"out.{name}" for name in names}
    run("check", evidence(ONE), *DAY, "--baseline", path, *(f"-o{name}={file}" for name, file in files.items()))
    read = {name: file.read_text("utf-8") for name, file in files.items()}

    states = [one["baselineState"] for one in json.loads(read["sarif"])["runs"][0]["results"]]
    assert set(states) == {"new", "unchanged"}
    assert states.count("unchanged") > 20
    issues = json.loads(read["gitlab"])
    assert len(issues) == len(states)
    assert sum("Known: the baseline has it." in one["description"] for one in issues) == states.count("unchanged")
    assert 'failures="1"' in read["junit"]
    assert "known: nothing found" in read["junit"]
    assert "known findings::" in read["github"]
    assert sum(one["known"] for of in json.loads(read["json"])["criteria"] for one in of["findings"]) > 20


def test_a_profile_says_since_when_a_gap_is_known(
    run: Run, evidence: Make, known: Callable[..., Path], tmp_path: Path
) -> None:
    """In words and with a shape of its own; what is new says so; without a baseline there is neither."""
    folder = evidence(ONE, "a.txt")
    (folder / "a.txt").write_text(RECORDS, "utf-8")
    path = known(folder)
    (folder / "a.txt").unlink()
    read = {}
    for name in ("html", "md", "csv"):
        file = tmp_path / f"p.{name}"
        assert run("profile", folder, *DAY, "--baseline", path, "-o", file).code == 0
        read[name] = file.read_text("utf-8-sig")

    assert read["html"].count("#shape-known") == read["html"].count("Known since 31 October 2008") == 27
    assert read["html"].count('href="#shape-new"') == 1
    assert read["md"].count(", known since 31 October 2008 |") == 27
    assert read["md"].count(", new |") == 1
    assert {line.split(",")[-2] for line in read["csv"].splitlines() if line.startswith("OA")} == {"known", "new"}
    assert run("profile", folder, *DAY, "-o", tmp_path / "q.html").code == 0
    assert "#shape-known" not in (tmp_path / "q.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('assessment = "RA6b"\nas_of = 2008-10-31\n', "assessment: was written for RA6b, not for RA7"),
        (
            'assessment = "RA7"\nas_of = 2008-10-31\norganisation = "Anyshire"\n',
            "organisation: was written for Anyshire, not for Isle of Wight Council",
        ),
        ("", "as_of: missing"),
        ('assessment = "RA7"\nas_of = 2008-10-31\n[[gaps]]\n', "k.toml:3: gaps: no such key; did you mean 'gap'?"),
        (
            'assessment = "RA7"\nas_of = 2008-10-31\n' + '[[gap]]\ncriterion = "OA1"\nstatus = "not met"\n' * 2,
            "k.toml:6: gap[2]: stands twice",
        ),
        (None, "k.toml: cannot be read: No such file"),
    ],
)
def test_a_file_that_is_no_baseline_is_refused(text: str | None, says: str, run: Run, tmp_path: Path) -> None:
    """Each mistake has its line and its mend, and nothing passes for known."""
    path = tmp_path / "k.toml"
    if text is not None:
        path.write_text(text, "utf-8")
    code, _, err = run("check", IOW, *DAY, "--baseline", path)

    assert code == 2
    assert says in err


def test_it_is_not_written_among_the_evidence(run: Run, evidence: Make) -> None:
    """The next run would take it for evidence."""
    folder = evidence(ONE, "a.txt")

    assert "lies inside the evidence folder" in run("baseline", "write", folder, *DAY, "-o", folder / "k.toml").err
    assert not (folder / "k.toml").exists()
