"""How much is said, and in which colours: less, more, and neither than what was asked for."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from common import Ran

ROOT = Path(__file__).parents[2]
IOW = ROOT / "evidence" / "isle-of-wight"
DAY = ("--as-of", "2008-10-31")
COLOUR = "\x1b["
ONE = '[[document]]\npath = "a.txt"\n[[document.claim]]\ncriterion = "OA1"\n'
Run = Callable[..., Ran]
Make = Callable[..., Path]


@pytest.fixture(autouse=True)
def _no_wishes(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "READINESS_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("argv", [("-q", "check"), ("check", "--quiet")])
def test_quiet_leaves_the_result_and_the_exit_code(argv: tuple[str, ...], run: Run, tmp_path: Path) -> None:
    """What was done is not told; the report is the same to the letter, and a file is written all the same."""
    usual, quiet = run("check", IOW, *DAY), run(*argv, IOW, *DAY, "-o", tmp_path / "a.csv")

    assert (quiet.code, quiet.out, quiet.err) == (usual.code, usual.out, "")
    assert usual.err
    assert (tmp_path / "a.csv").exists()


def test_quiet_hides_nothing_that_is_wrong(run: Run, evidence: Make) -> None:
    """A mistake, a claim that cannot be accepted and a link out of the folder are told as ever."""
    assert "there is no such folder" in run("check", ROOT / "nowhere", "-q").err
    folder = evidence(ONE)
    assert run("accept", folder, "-q")[::2] == (
        1,
        "not accepted: a.txt for OA1: it could not be read in full, so nobody can say later whether it changed\n",
    )
    (folder / "register.toml").unlink()
    (folder / "away").symlink_to("/")
    assert "could not look at away" in run("init", folder, "-q").err


@pytest.mark.parametrize(
    "argv", [("gaps",), ("map",), ("profile", "-o", "p.html"), ("baseline", "write", "-o", "k.toml"), ("accept",)]
)
def test_every_command_can_be_quiet(
    argv: tuple[str, ...], run: Run, evidence: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By an option, by a variable, by a line of the settings."""
    folder = evidence(ONE, "a.txt")
    monkeypatch.chdir(tmp_path)
    where = 2 if argv[0] == "baseline" else 1
    words = (*argv[:where], folder, *argv[where:])
    assert run(*words).err
    assert run(*words, "-q").err == ""
    monkeypatch.setenv("READINESS_QUIET", "yes")
    assert run(*words).err == ""
    monkeypatch.delenv("READINESS_QUIET")
    (tmp_path / "readiness.toml").write_text("quiet = true\n", "utf-8")
    assert run(*words).err == ""


def test_verbose_tells_what_was_set_read_and_kept(run: Run, evidence: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first run opens, the second takes from the cache; the report itself says nothing of it."""
    folder = evidence(ONE, "a.txt", "b/c.txt")
    monkeypatch.setenv("READINESS_CACHE_DIR", str(folder.parent / "cache"))
    monkeypatch.setenv("READINESS_FAIL_ON", "warning")
    first, second = run("check", folder, *DAY, "-v"), run("check", folder, *DAY, "-v")
    usual = run("check", folder, *DAY)

    said = first.err.splitlines()
    assert {"as-of = 2008-10-31 (command line)", "fail-on = warning (READINESS_FAIL_ON)"} <= set(said)
    assert f"cache: {folder.parent / 'cache'}" in said
    assert [line.partition(", ")[0] for line in said if ".txt: " in line] == ["a.txt: opened", "b/c.txt: opened"]
    assert any(line.startswith("28 criteria: judged, ") and line.endswith(" s in all") for line in said)
    assert "a.txt: from the cache" in second.err.splitlines()
    assert "0 documents opened in 0.00 s of work, 2 from the cache" in second.err.splitlines()
    assert first.out == second.out == usual.out
    assert "from the cache" not in usual.err


def test_less_and_more_at_once_is_a_mistake(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both typed, or both set; but what is typed overrules what was set elsewhere."""
    for argv in (("check", IOW, "-q", "-v"), ("-q", "check", IOW, "-v")):
        code, out, err = run(*argv)
        assert (code, out) == (2, "")
        assert "verbose (command line): is set together with quiet (command line); choose one" in err
    monkeypatch.setenv("READINESS_QUIET", "1")
    assert "a mistake" not in run("check", IOW, *DAY, "-v").err
    assert "judged" in run("check", IOW, *DAY, "-v").err
    monkeypatch.setenv("READINESS_VERBOSE", "1")
    assert "verbose (READINESS_VERBOSE): is set together with quiet (READINESS_QUIET)" in run("check", IOW).err


@pytest.mark.parametrize(
    ("variables", "argv", "coloured"),
    [
        ({}, (), False),
        ({}, ("--color", "always"), True),
        ({}, ("--colour=always",), True),
        ({"FORCE_COLOR": "1"}, (), True),
        ({"FORCE_COLOR": ""}, (), False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, (), False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, (), True),
        ({"FORCE_COLOR": "1"}, ("--color", "never"), False),
        ({"NO_COLOR": "1"}, ("--color", "always"), True),
        ({"READINESS_COLOR": "always", "NO_COLOR": "1"}, (), True),
    ],
)
def test_colours_where_they_are_wanted(
    variables: dict[str, str], argv: tuple[str, ...], coloured: bool, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An option overrules the variables that all programs know, and the first of those the second."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    plain, painted = run("check", IOW, *DAY, "--color", "never").out, run("check", IOW, *DAY, *argv).out

    assert (COLOUR in painted) is coloured
    assert COLOUR not in plain


def test_colours_never_reach_a_file_or_a_format(run: Run, tmp_path: Path) -> None:
    """Whoever asks for colours wants them on the screen."""
    file = tmp_path / "report.txt"
    assert COLOUR in run("check", IOW, *DAY, "--color", "always", "-o", file).out
    assert COLOUR not in file.read_text("utf-8")
    assert COLOUR not in run("check", IOW, *DAY, "--color", "always", "--format", "json").out


@pytest.mark.parametrize(("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_a_terminal_has_colours_unless_somebody_objects(variables: dict[str, str], coloured: bool) -> None:
    """On a real one."""
    ours, theirs = pty.openpty()
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "TERM": "xterm", **variables}
    with os.fdopen(ours, "rb", buffering=0) as screen:
        command = [sys.executable, "-m", "readiness", "explain", "OA12"]
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=theirs, env=environ) as process:
            os.close(theirs)
            shown = screen.read(200)
            while _more(screen):
                pass
        assert process.returncode == 0
    assert (COLOUR.encode() in shown) is coloured


def _more(screen: object) -> bytes:
    try:
        return screen.read(4096)  # type: ignore[attr-defined]
    except OSError:  # how Linux says that the other side has gone
        return b""


def test_a_folder_of_the_settings_will_do_for_every_command(
    run: Run, evidence: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands in other places than the folder is told apart, whatever stands between."""
    folder = evidence(ONE, "a.txt", "b.txt")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "readiness.toml").write_text('folder = "evidence"\n', "utf-8")
    written = (folder / "register.toml").read_text("utf-8")

    assert run("accept").err.endswith("accepted.toml: 1 claim of 1 document accepted\n")
    assert run("accept", "a.txt").err.endswith("accepted.toml: 1 claim of 1 document accepted\n")
    assert "claims no document of that path" in run("accept", "b.txt").err
    assert run("claim", "b.txt", "--note", "See", "OA2").err == (
        "evidence/register.toml: + document b.txt: title “b”; + document b.txt, claim for OA2: note “See”\n"
    )
    assert run("claim", folder, "b.txt", "--note", "See", "OA3").code == 0
    assert run("approve", "b.txt", "--body", "LSCB", "--on", "2008-10-01").code == 0
    assert run("waive", "OA4", "--reason=r", "--approver=a", "--from=2008-01-01", "--until=2009-01-01").code == 0
    assert run("register", "export", "-o", "r.csv").code == 0
    assert "nothing to change" in run("register", "import", "r.csv").err
    assert len((folder / "register.toml").read_text("utf-8")) > len(written)
    (folder / "register.toml").unlink()
    assert run("init").err.startswith(
        "evidence/register.toml: written for 2 documents; open it and fill in what you know"
    )
