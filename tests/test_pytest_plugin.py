"""The pytest plugin, in runs of pytest of its own: a test for each criterion, and nothing for who does not ask."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from fnmatch import fnmatch
from importlib.metadata import entry_points
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
IOW = ROOT / "evidence" / "isle-of-wight"
DAY = "--readiness-as-of=2008-10-31"
INSTALLED = any(one.value == "readiness._cli._pytest" for one in entry_points(group="pytest11"))
Make = Callable[..., Path]
pytest_plugins = ["pytester"]
DECISIONS = """
    [[waiver]]
    criterion = "OA1"
    reason = "Moved to the shared service"
    approver = "Director"
    from = 2008-01-01
    until = 2009-12-31

    [[not_applicable]]
    criterion = "OA2"
    reason = "No such staff"
    approver = "Board"
    date = 2008-02-01
"""


def judging(folder: Path) -> str:
    """Return the option in one word: pytest takes a path that stands by itself for the root of the tests."""
    return f"--readiness={folder}"


@pytest.fixture
def pytest_run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Callable[..., pytest.RunResult]:
    """Return a function that runs pytest with the plugin, as one that has it installed would."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "src"))
    monkeypatch.setenv("COLUMNS", "200")
    own = () if INSTALLED else ("-p", "readiness._cli._pytest")

    def run(*arguments: object) -> pytest.RunResult:
        return pytester.runpytest_subprocess(*own, "-p", "no:cacheprovider", *map(str, arguments))

    return run


def test_the_entry_point_names_the_plugin() -> None:
    """pytest finds it by the project's own declaration."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert project["entry-points"]["pytest11"] == {"readiness": "readiness._cli._pytest"}


def test_each_criterion_is_a_test(pytest_run: Callable[..., pytest.RunResult]) -> None:
    """A gap fails; an unknown wording is an error, as nobody could look; the folder as a whole is a test, too."""
    done = pytest_run(judging(IOW), DAY, "-v")

    done.assert_outcomes(failed=23, errors=5, passed=1)
    done.stdout.fnmatch_lines([f"*isle-of-wight::{one}*" for one in ("OA1 FAILED", "OA3 ERROR", "the folder*PASSED")])


def test_a_part_can_be_asked_for(pytest_run: Callable[..., pytest.RunResult]) -> None:
    """Only its criteria are tests, and what could not be opened of others fails nothing."""
    anyshire = (judging(ROOT / "evidence" / "anyshire"), "--readiness-as-of=2009-03-02")
    done = pytest_run(*anyshire, "--readiness-only=OA2", "--readiness-only=OA8-9", "-v")

    done.assert_outcomes(passed=3, failed=1)


def test_the_assessment_and_another_plan_can_be_asked_for(
    pytest_run: Callable[..., pytest.RunResult], pytester: pytest.Pytester, evidence: Make
) -> None:
    """As `check` takes them; a plan is sought from where pytest runs."""
    folder = evidence("", "unused.txt")
    (pytester.path / "later.txt").write_bytes((IOW / "plan.txt").read_bytes())
    pytester.makepyfile(
        """
        def test_own(readiness_assessment):
            assert readiness_assessment.assessment == "RA7"
            assert readiness_assessment.result("OA12").status.value == "planned"
        """
    )
    asked = (judging(folder), DAY, "--readiness-assessment=RA7", "--readiness-plan=later.txt")

    assert pytest_run(*asked, "-k", "test_own").ret == 0
    assert pytest_run(judging(folder), DAY, "-k", "test_own").ret == 1


def test_a_failure_says_why_what_and_who(pytest_run: Callable[..., pytest.RunResult]) -> None:
    """And where to look; no line of Python is shown."""
    done = pytest_run(judging(IOW), DAY, "-k", "OA12")

    done.assert_outcomes(failed=1, deselected=28)
    done.stdout.fnmatch_lines(
        [
            "OA12 Security tokens from issue to return: planned",
            "  Why   The plan names this but does not say what is being done; nothing shows it yet.",
            "  Next  Do plan action A86*",
            "  Who   *, by 29 May 2009",
            "  error: *Look at plan.txt:* [[]has-evidence]",
        ],
    )
    assert "Traceback" not in done.stdout.str()
    assert "_pytest.py" not in done.stdout.str()


def test_what_is_excused_is_skipped_with_the_reason(
    pytest_run: Callable[..., pytest.RunResult], evidence: Make
) -> None:
    """Both by a waiver and by a decision."""
    done = pytest_run(judging(evidence(DECISIONS)), DAY, "-rs", "-k", "OA1 or OA2")

    assert done.parseoutcomes()["skipped"] == 2
    done.stdout.fnmatch_lines_random(
        [
            "SKIPPED*Waived by Director until 31 December 2009: Moved to the shared service",
            "SKIPPED*Not applicable, decided by Board on 1 February 2008: No such staff",
        ]
    )


def test_what_could_not_be_looked_at_is_an_error(pytest_run: Callable[..., pytest.RunResult], evidence: Make) -> None:
    """A damaged document that is claimed makes the folder as a whole one; of one that nobody claims pytest warns."""
    folder = evidence('[[document]]\npath = "a.pdf"\n[[document.claim]]\ncriterion = "OA1"\n')
    for name in ("a.pdf", "b.pdf"):
        (folder / name).write_bytes(b"%PDF-1.4\nnothing")
    done = pytest_run(judging(folder), DAY, "-k", "whole")
    (folder / "register.toml").write_text((folder / "register.toml").read_text("utf-8").partition("[[")[0], "utf-8")
    unclaimed = pytest_run(judging(folder), DAY, "-k", "whole")

    done.assert_outcomes(errors=1, deselected=28, warnings=1)
    done.stdout.fnmatch_lines(["Could not look at a.pdf.*"])
    unclaimed.assert_outcomes(passed=1, deselected=28, warnings=2)
    unclaimed.stdout.fnmatch_lines(["*PytestWarning: Could not look at b.pdf.*"])


def test_a_met_criterion_passes(pytest_run: Callable[..., pytest.RunResult]) -> None:
    """By another catalogue, too."""
    examples = ROOT / "tests" / "examples"
    done = pytest_run(
        judging(examples / "owned" / "met"), DAY, f"--readiness-catalogue={examples}/catalogue", "-k", "whole"
    )

    done.assert_outcomes(passed=1, deselected=len(list((examples / "catalogue").glob("*.toml"))) - 1)


def test_the_assessment_is_a_fixture(
    pytest_run: Callable[..., pytest.RunResult], pytester: pytest.Pytester, evidence: Make
) -> None:
    """The project's own tests may ask it whatever they like; it is made once."""
    pytester.makepyfile(
        """
        def test_own(readiness_assessment):
            assert readiness_assessment.result("OA1").status.value == "waived"
        """
    )

    assert pytest_run(judging(evidence(DECISIONS)), DAY, "-k", "test_own").ret == 0
    without = pytest_run("-k", "test_own")
    without.assert_outcomes(errors=1)
    without.stdout.fnmatch_lines(["*give --readiness=DIR*"])


MISTAKES: dict[tuple[str, ...], str] = {
    (judging(ROOT / "nowhere"),): "*there is no such folder*",
    (judging(ROOT / "docs"),): "*has no register.toml*",
    (judging(IOW), f"--readiness-catalogue={ROOT}/docs"): "*no catalogue.toml*",
    ("--readiness=",): "*expected a path, found nothing*",
    (judging(IOW), "--readiness-catalogue="): "*expected a path, found nothing*",
    (judging(IOW), "--readiness-plan="): "*expected a path, found nothing*",
    (judging(IOW), "--readiness-plan=nowhere.txt"): "*nowhere.txt*",
    (judging(IOW), "--readiness-assessment="): "*expected a name such as RA7, found nothing*",
    (judging(IOW), "--readiness-assessment=RA6b"): "*says when RA7 is due, not when RA6b is*",
    (judging(IOW), "--readiness-as-of=May"): "*expected a date such as 2009-05-29, found 'May'*",
    (judging(IOW), "--readiness-only=OA99"): "*OA99*",
    (judging(IOW), "--readiness-only="): "*criterion*",
}
ONE_AFTER_ANOTHER = """
import contextlib, io, json, sys
import pytest

said = []
for arguments in json.load(sys.stdin):
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = pytest.main(arguments)
    said.append((int(code), out.getvalue()))
json.dump(said, sys.stdout)
"""


@pytest.fixture(scope="module")
def mistaken(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, ...], tuple[int, str]]:
    """Return exit code and words of each mistake; all are made in one process, as starting one takes a second."""
    own = () if INSTALLED else ("-p", "readiness._cli._pytest")
    done = subprocess.run(
        [sys.executable, "-c", ONE_AFTER_ANOTHER],
        input=json.dumps([[*own, "-p", "no:cacheprovider", *one] for one in MISTAKES]),
        cwd=tmp_path_factory.mktemp("empty"),
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return {one: (code, words) for one, (code, words) in zip(MISTAKES, json.loads(done.stdout), strict=True)}


@pytest.mark.parametrize("arguments", MISTAKES)
def test_a_folder_that_cannot_be_judged_ends_the_run(
    arguments: tuple[str, ...], mistaken: dict[tuple[str, ...], tuple[int, str]]
) -> None:
    """As a mistake of the command line, never as a run without tests."""
    code, words = mistaken[arguments]

    assert code == pytest.ExitCode.USAGE_ERROR
    assert fnmatch(words, MISTAKES[arguments])
    assert "Traceback" not in words


def test_who_does_not_ask_pays_nothing() -> None:
    """Loading the plugin loads nothing of the package but its name."""
    script = (
        "import sys, pytest; import readiness._cli._pytest;"
        "print(*sorted(one for one in sys.modules if one.startswith(('readiness', 'attr', 'cattrs'))))"
    )
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    bare = "import sys, pytest; print(*sorted(one for one in sys.modules if one.startswith(('attr', 'cattrs'))))"
    done, before = (
        subprocess.run([sys.executable, "-c", one], capture_output=True, text=True, check=True, env=variables).stdout
        for one in (script, bare)
    )

    assert set(done.split()) - set(before.split()) == {"readiness", "readiness._cli", "readiness._cli._pytest"}
