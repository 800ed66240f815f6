"""The recipes for CI servers do what they say: each is parsed, and its commands are run against this checkout."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from docs_runner import blocks
from readiness._cli._parser import parser

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "examples" / "ci"
HOW_TO = ROOT / "docs" / "how-to"
IOW = ROOT / "evidence" / "isle-of-wight"
DAY = "2008-10-31"
if not EXAMPLES.is_dir():
    pytest.skip("the source distribution carries no recipes", allow_module_level=True)

Make = Callable[..., Path]
WAIVED = "\n".join(
    f'[[waiver]]\ncriterion = "OA{number}"\nreason = "r"\napprover = "Director"\nfrom = 2008-01-01\nuntil = 2099-12-31'
    for number in range(1, 29)
)


def loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


ACTION = loaded(ROOT / "action.yml")
HOOKS = loaded(ROOT / ".pre-commit-hooks.yaml")
GITLAB = loaded(EXAMPLES / "readiness.gitlab-ci.yml")
SCRIPT = EXAMPLES / "check-shared-drive.sh"


@pytest.fixture
def shell(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return a function that runs a script in an empty folder, with this checkout's `readiness` where it is sought."""
    program = tmp_path / "temp" / "readiness" / "bin" / "readiness"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m readiness "$@"\n')
    program.chmod(0o755)
    (tmp_path / "work").mkdir()

    def call(script: str, **variables: str) -> subprocess.CompletedProcess[str]:
        outside = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "CI_PROJECT_"))}
        environment = {
            **outside,
            "PATH": f"{program.parent}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT / "src"),
            "RUNNER_TEMP": str(tmp_path / "temp"),
            **variables,
        }
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        return subprocess.run(
            command, cwd=tmp_path / "work", env=environment, capture_output=True, text=True, check=False, timeout=300
        )

    return call


def step(name: str) -> Any:
    return next(one for one in ACTION["runs"]["steps"] if one["name"] == name)


def inputs(**given: str) -> dict[str, str]:
    """Return the variables of the checking step as GitHub would set them from the inputs of the action."""
    values = {name: one.get("default", "") for name, one in ACTION["inputs"].items()}
    values |= {name.replace("_", "-"): value for name, value in given.items()}
    variables = step("Check the evidence")["env"]
    return {key: values[re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", value)[1]] for key, value in variables.items()}


def test_the_action_explains_its_inputs_and_passes_each_on() -> None:
    """Each has a description; each reaches a step by its environment, where no text can become a command."""
    passed = {name for one in ACTION["runs"]["steps"] for name in re.findall(r"inputs\.([\w-]+)", str(one["env"]))}

    assert all(one["description"] for one in ACTION["inputs"].values())
    assert [name for name, one in ACTION["inputs"].items() if one.get("required")] == ["folder"]
    assert passed == set(ACTION["inputs"])
    assert all("${{" not in one["run"] and one["shell"] == "bash" for one in ACTION["runs"]["steps"])


@pytest.mark.slow
def test_the_action_annotates_and_writes(shell: Any, tmp_path: Path) -> None:
    """Findings fail the step; annotations are printed, the summary is added, every file is written."""
    summary = tmp_path / "summary.md"
    output = "sarif=readiness.sarif\nhtml=my profile.html\n"
    given = inputs(folder=str(IOW), as_of=DAY, output=output, fail_on="warning")
    done = shell(step("Check the evidence")["run"], GITHUB_STEP_SUMMARY=str(summary), **given)

    assert done.returncode == 1
    assert done.stdout.startswith("::error title=RA7%3A NO-GO::")
    assert "at level warning or above" in done.stderr
    assert "## Isle of Wight Council: RA7 NO-GO" in summary.read_text("utf-8")
    assert json.loads((tmp_path / "work" / "readiness.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (tmp_path / "work" / "my profile.html").is_file()


@pytest.mark.slow
def test_the_action_is_green_only_if_all_is_clear(shell: Any, evidence: Make, tmp_path: Path) -> None:
    """Clear is 0; no register is 3; a folder whose name looks like an order is only a name."""
    run = step("Check the evidence")["run"]
    odd = "--fail-on=note; touch pwned; $(touch pwned)"

    assert shell(run, **inputs(folder=str(evidence(WAIVED)))).returncode == 0
    assert shell(run, **inputs(folder=str(tmp_path / "work"))).returncode == 3
    assert shell(run, **inputs(folder=odd)).returncode == 2
    assert shell(run, **inputs(folder=str(IOW), plan="nowhere.txt")).returncode == 2
    assert shell(run, **inputs(folder=str(IOW), catalogue="nowhere")).returncode == 2
    assert shell(run, **inputs(folder=str(IOW), assessment="RA99")).returncode == 2
    assert list((tmp_path / "work").iterdir()) == []


@pytest.mark.slow
def test_the_action_takes_a_part_and_what_is_known(shell: Any, evidence: Make, tmp_path: Path) -> None:
    """Criteria stand one on each line; a baseline makes what it has no failure."""
    run, known = step("Check the evidence")["run"], tmp_path / "known.toml"
    folder = str(evidence(WAIVED))

    part = shell(run, **inputs(folder=str(ROOT / "evidence" / "anyshire"), as_of="2009-03-02", only="OA2\nOA8\n"))
    assert part.returncode == 0
    assert "Only 2 of the 28 criteria of RA7 were judged: OA2 and OA8." in part.stdout
    assert shell(run, **inputs(folder=folder, only="OA99")).returncode == 2
    shell(f'"$RUNNER_TEMP/readiness/bin/readiness" baseline write "{IOW}" --as-of {DAY} -o "{known}"')
    assert shell(run, **inputs(folder=str(IOW), as_of=DAY, baseline=str(known))).returncode == 0
    assert shell(run, **inputs(folder=str(IOW), as_of=DAY, baseline="nowhere.toml")).returncode == 2


@pytest.mark.parametrize(("extras", "installed"), [("", ""), ("pdf", "[pdf]"), ("pdf, yaml", "[pdf, yaml]")])
def test_the_action_installs_extras_if_they_are_asked_for(
    shell: Any, tmp_path: Path, extras: str, installed: str
) -> None:
    """What pip is asked to install is one word, whatever stands in it."""
    stand_in = tmp_path / "python"
    stand_in.write_text('#!/bin/sh\nmkdir -p "$3/bin" && cp "$0.pip" "$3/bin/python"\n')
    (tmp_path / "python.pip").write_text("#!/bin/sh\nprintf '%s\\n' \"$@\"\n")
    for one in (stand_in, tmp_path / "python.pip"):
        one.chmod(0o755)
    place = tmp_path / "a checkout"
    done = shell(step("Install readiness")["run"], PYTHON=str(stand_in), EXTRAS=extras, GITHUB_ACTION_PATH=str(place))

    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, f"{place}{installed}"), done.stderr


@pytest.mark.slow
def test_the_action_installs_this_checkout(shell: Any, tmp_path: Path) -> None:
    """The installing step makes a program that runs, and that can write what an extra is for."""
    (tmp_path / "temp" / "readiness" / "bin" / "readiness").unlink()
    variables = {"PYTHON": sys.executable, "EXTRAS": "pdf", "GITHUB_ACTION_PATH": str(ROOT), "PYTHONPATH": ""}
    done = shell(step("Install readiness")["run"], **variables)

    assert done.returncode == 0, done.stderr
    assert shell('"$RUNNER_TEMP/readiness/bin/readiness" --version', PYTHONPATH="").stdout.startswith("readiness ")
    given = inputs(folder=str(IOW), as_of=DAY, output="pdf=profile.pdf")
    assert shell(step("Check the evidence")["run"], PYTHONPATH="", **given).returncode == 1
    assert (tmp_path / "work" / "profile.pdf").read_bytes().startswith(b"%PDF-")


def test_workflows_in_the_documentation_use_inputs_that_exist() -> None:
    """What a page gives to the action, the action takes; each value is one that the command line takes too."""
    steps = [one for page in HOW_TO.glob("*.md") for one in _steps(page) if "readiness" in str(one.get("uses", ""))]

    assert steps
    for one in steps:
        assert set(one["with"]) <= set(ACTION["inputs"])
        assert one["with"]["fail-on"] in {"error", "warning", "note"}


def _steps(page: Path) -> list[Any]:
    found = [yaml.safe_load(one.text) for one in blocks(page.read_text("utf-8")) if one.language == "yaml"]
    jobs = [job for data in found if isinstance(data, dict) for job in data.get("jobs", {}).values()]
    return [one for job in jobs for one in job["steps"]]


def test_the_hook_runs_as_documented(shell: Any) -> None:
    """What the page puts into `args` is understood, and the hook fails when evidence is missing."""
    (hook,) = HOOKS
    page = (HOW_TO / "check-before-each-commit.md").read_text("utf-8")
    (config,) = [yaml.safe_load(one.text) for one in blocks(page) if one.language == "yaml"]
    (used,) = config["repos"][0]["hooks"]
    arguments = parser().parse_args([*shlex.split(hook["entry"])[1:], *used["args"]])
    done = shell(shlex.join([*shlex.split(hook["entry"]), str(IOW), *used["args"][1:], "--as-of", DAY]))

    assert (used["id"], hook["language"], hook["pass_filenames"]) == (hook["id"], "python", False)
    assert arguments.fail_on == "error"
    assert (done.returncode, "NO-GO" in done.stdout) == (1, True)


def test_the_gitlab_job_writes_what_it_hands_over(shell: Any, tmp_path: Path) -> None:
    """The script ends like the gate, and every report that the job names is there and is what GitLab expects."""
    job = GITLAB["readiness"]
    variables = {**GITLAB["variables"], "READINESS_FOLDER": str(IOW)}
    done = shell("\n".join(job["script"]), **variables)
    work, reports = tmp_path / "work", job["artifacts"]["reports"]

    assert done.returncode == 1, done.stderr
    assert job["artifacts"]["when"] == "always"
    assert ET.parse(work / reports["junit"]).getroot().tag == "testsuites"
    assert json.loads((work / reports["codequality"]).read_text("utf-8"))[0]["severity"] == "critical"
    assert all((work / path).is_file() for path in job["artifacts"]["paths"])


def test_the_gitlab_page_sets_variables_that_exist() -> None:
    """A variable that is misspelt would be ignored by everybody."""
    page = (HOW_TO / "use-it-with-gitlab.md").read_text("utf-8")
    (found,) = [yaml.safe_load(one.text) for one in blocks(page) if one.language == "yaml"]

    assert set(found["variables"]) <= set(GITLAB["variables"])
    assert found["include"][0]["local"] == "readiness.gitlab-ci.yml"


def shared_drive(shell: Any, folder: Path, reports: Path, *options: str) -> tuple[int, str]:
    reports.mkdir(exist_ok=True)
    done = shell(shlex.join([str(SCRIPT), str(folder), str(reports), *options]))
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_the_script_for_a_shared_drive_is_silent_when_all_is_clear(shell: Any, evidence: Make, tmp_path: Path) -> None:
    """cron sends a mail for any output, so there is none; the reports are there all the same."""
    reports = tmp_path / "reports"

    assert shared_drive(shell, evidence(WAIVED), reports) == (0, "")
    assert sorted(one.name for one in reports.iterdir()) == ["badge.svg", "gaps.csv", "profile.html"]


def test_the_script_for_a_shared_drive_says_what_is_missing(shell: Any, tmp_path: Path) -> None:
    """The mail holds the report and where the profile is."""
    code, said = shared_drive(shell, IOW, tmp_path / "reports", "--as-of", DAY)

    assert code == 1
    assert "NO-GO  28 criteria" in said
    assert said.endswith(f"The profile: {tmp_path / 'reports' / 'profile.html'}\n")


@pytest.mark.slow
def test_the_script_for_a_shared_drive_never_passes_off_old_reports_as_new(shell: Any, tmp_path: Path) -> None:
    """Not having judged is said first; the old reports stay as they were."""
    reports = tmp_path / "reports"
    shared_drive(shell, IOW, reports, "--as-of", DAY)
    before = (reports / "profile.html").read_bytes()
    code, said = shared_drive(shell, tmp_path / "work", reports)

    assert code == 3
    assert said.startswith("The evidence could NOT be judged (exit code 3). Do not trust the reports")
    assert "nothing to assess" in said
    assert (reports / "profile.html").read_bytes() == before


def test_the_script_for_a_shared_drive_asks_for_what_it_needs(shell: Any) -> None:
    """Without its folders it says how to call it."""
    done = shell(shlex.join([str(SCRIPT), "evidence"]))

    assert (done.returncode, done.stdout) == (2, "")
    assert "usage: check-shared-drive.sh FOLDER REPORTS" in done.stderr


def test_the_cron_line_of_the_page_runs(shell: Any, tmp_path: Path) -> None:
    """With the page's paths put in place here, its command does what the page says."""
    page = (HOW_TO / "check-a-shared-drive.md").read_text("utf-8")
    (line,) = re.findall(r"^(?:[\d*]+ ){5}(.+)$", page, re.MULTILINE)
    (tmp_path / "reports").mkdir()
    here = {
        "/usr/local/bin/": f"{EXAMPLES}/",
        "/srv/evidence/anytown": IOW,
        "/srv/reports/anytown": tmp_path / "reports",
    }
    for there, place in here.items():
        assert there in line
        line = line.replace(there, str(place))
    done = shell(line)

    assert (done.returncode, "NO-GO" in done.stdout) == (1, True)
    assert (tmp_path / "reports" / "gaps.csv").is_file()
