"""`gaps -o FILE` and `explain -o FILE`: what would be printed, as a plain text; all of it, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from common import Ran

ROOT = Path(__file__).parents[2]
IOW, DAY = ROOT / "evidence" / "isle-of-wight", ("--as-of", "2008-10-31")
COMMANDS = [("gaps", IOW, *DAY), ("gaps", IOW, *DAY, "--only", "OA8"), ("explain",), ("explain", "OA12")]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_file_holds_what_would_be_printed(
    run: Callable[..., Ran], tmp_path: Path, command: tuple[object, ...]
) -> None:
    """Without colours, even where they are asked for; the exit code is the same."""
    printed = run(*command)
    file = tmp_path / "text.txt"
    written = run(*command, "-o", file, "--color", "always")

    assert file.read_text("utf-8").rstrip() == printed.out.rstrip()
    assert "\x1b" in run(*command, "--color", "always").out
    assert (written.code, written.out) == (printed.code, "")
    assert written.err.startswith(f"{file}: ")
    assert run(*command, "-o", file, "--quiet").err == ""


def test_gaps_are_counted_beside_the_name_of_the_file(run: Callable[..., Ran], tmp_path: Path) -> None:
    """As `map` and `plan` do."""
    file = tmp_path / "gaps.txt"

    assert run("gaps", IOW, *DAY, "-o", file).err == f"{file}: 28 gaps\n"
    assert run("explain", "OA12", "-o", file).err == f"{file}: written as text\n"


@pytest.mark.parametrize("command", [("gaps", IOW, *DAY), ("explain", "OA12")])
@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("nowhere/gaps.txt", "its folder does not exist; make it first"),
        ("gaps.csv", "only text is written here; name it .txt"),
        ("gaps", "only text is written here; name it .txt"),
        ("folder.txt", "is a folder; name a file"),
        ("evidence/gaps.txt", "lies inside the evidence folder, where only evidence belongs"),
    ],
)
def test_a_place_that_cannot_be_written_to_is_refused(
    run: Callable[..., Ran], tmp_path: Path, command: tuple[object, ...], place: str, why: str
) -> None:
    """Before anything is judged, printed or written."""
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence" / "register.toml").touch()
    before = sorted(tmp_path.rglob("*"))
    said = run(*command, "-o", tmp_path / place)

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"readiness: {tmp_path / place}: {why}")
    assert sorted(tmp_path.rglob("*")) == before


def test_a_file_that_the_command_reads_is_not_replaced(run: Callable[..., Ran], tmp_path: Path) -> None:
    """A plan that stands beside the folder would be gone."""
    plan = tmp_path / "plan.txt"
    plan.write_bytes((IOW / "plan.txt").read_bytes())
    said = run("gaps", IOW, *DAY, "--plan", plan, "-o", plan)

    assert (said.code, said.err) == (2, f"readiness: {plan}: is read by this very command; name another file\n")
    assert plan.read_bytes() == (IOW / "plan.txt").read_bytes()


def test_nothing_is_written_where_nothing_can_be_said(run: Callable[..., Ran], tmp_path: Path) -> None:
    """An older file stays as it was."""
    file = tmp_path / "text.txt"
    file.write_text("old", "utf-8")

    assert run("explain", "OA99", "-o", file).code == 2
    assert run("gaps", tmp_path / "nowhere", *DAY, "-o", file).code == 2
    assert file.read_text("utf-8") == "old"


@pytest.mark.parametrize("command", [("map",), ("suggest",), ("report", "board")])
def test_other_commands_refuse_a_place_before_they_judge(
    run: Callable[..., Ran], tmp_path: Path, command: tuple[str, ...]
) -> None:
    """Nobody waits for a large folder to hear that another one is missing."""
    file = tmp_path / "nowhere" / "page.html"
    said = run(*command, ROOT / "evidence" / "anyshire", "-o", file, "--verbose")

    assert (said.code, said.err.splitlines()[-1]) == (
        2, f"readiness: {file}: its folder does not exist; make it first"
    )  # fmt: skip
    assert "catalogue " not in said.err
