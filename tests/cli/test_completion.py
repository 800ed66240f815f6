"""A shell completes words with what there is; a run that nobody asks for that pays nothing for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from common import Ran

ROOT = Path(__file__).parents[2]
Run = Callable[..., Ran]
BASH = """
PATH="$1:$PATH"
source <(readiness completion bash)
while IFS= read -r line; do
  COMP_LINE="$line"; COMP_POINT=${#line}; COMP_TYPE=9; COMP_WORDS=($line); COMPREPLY=()
  _python_argcomplete readiness
  echo "${COMPREPLY[@]}"
done
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Return a folder with the program under its own name, as an installation has it."""
    file = tmp_path / "bin" / "readiness"
    file.parent.mkdir()
    file.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT / "src"}" exec "{sys.executable}" -m readiness "$@"\n', "utf-8")
    file.chmod(0o755)
    return file.parent


def shell(name: str) -> str:
    """Return the shell, or skip; the machine that decides has them all."""
    found = shutil.which(name)
    if found is None and os.environ.get("CI"):
        pytest.fail(f"{name} is not installed, and completion is not tested without it")
    return found or pytest.skip(f"{name} is not installed here")


def test_bash_completes_commands_options_and_criteria(program: Path) -> None:
    """What bash itself offers after each of these lines."""
    asked = {
        "readiness ch": {"check"},
        "readiness check --fa": {"--fail-on"},
        "readiness check --fail-on w": {"warning"},
        "readiness check --only OA2": {"OA2", *(f"OA{number}" for number in range(20, 29))},
        "readiness explain in-": {"in-date"},
        "readiness claim --rem": {"--remove"},
        "readiness claim --remove DIR paper.txt OA9": {"OA9"},
        "readiness baseline w": {"write"},
        "readiness gaps --color ": {"auto", "always", "never"},
    }
    done = subprocess.run(
        [shell("bash"), "-c", BASH, "bash", str(program)],
        input="\n".join(asked) + "\n", capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip

    assert dict(zip(asked, map(set, map(str.split, done.stdout.splitlines())), strict=True)) == asked


@pytest.mark.parametrize(
    ("name", "check"),
    [("bash", ("-n",)), ("zsh", ("-n",)), ("fish", ("--no-execute",))],
)
def test_what_is_printed_is_valid_for_the_shell(name: str, check: tuple[str, ...], run: Run, tmp_path: Path) -> None:
    """By the shell's own word."""
    script = tmp_path / "script"
    script.write_text(run("completion", name).out, "utf-8")

    done = subprocess.run([shell(name), *check, str(script)], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_the_script_is_for_the_program_as_it_is_called(name: str, run: Run) -> None:
    """Under its own name, or another."""
    assert "readiness" in run("completion", name).out
    assert "council-check" in run("completion", name, "--program", "council-check").out


def test_another_shell_is_a_mistake(run: Run) -> None:
    """With those that there are."""
    assert "'bash', 'zsh', 'fish'" in run("completion", "tcsh").err.replace("bash, zsh, fish", "'bash', 'zsh', 'fish'")


def test_nobody_else_pays_for_it() -> None:
    """A run does not even load what completes."""
    script = (
        "import sys; from readiness._cli import main; code = main(['explain', 'OA12']);"
        "sys.exit('argcomplete' in sys.modules or code)"
    )
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, env=variables, timeout=60)

    assert done.returncode == 0
