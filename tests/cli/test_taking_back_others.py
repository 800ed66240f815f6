"""`readiness approve --remove` and `waive --remove`: one entry less, and nothing else changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from common import Ran
from readiness import load_catalogue
from readiness._register import load_register

ROOT = Path(__file__).parents[2]
REGISTER = """
# Kept by HR.
[[document]]
path = "policy.txt"        # the signed one

  # Minuted in March.
  [[document.approval]]
  body = "LSCB"
  date = 2009-03-02
  minute = "LSCB/09/14"

  # Minuted in May.
  [[document.approval]]
  body = "Board"           # of the project
  date = 2009-05-04

  [[document.claim]]
  criterion = "OA8"

# About the guide.
[[document]]
path = "guide.txt"

  [[document.approval]]
  body = "LSCB"
  date = 2009-03-02

# The supplier is late.
[[waiver]]
criterion = "AO12"
reason = "Tokens"
approver = "Board"
from = 2009-01-01
until = 2009-03-31

# And later still.
[[waiver]]
criterion = "OA12"
reason = "Tokens"
approver = "Board"
from = 2009-04-01
until = 2009-06-30

[[waiver]]
criterion = "OA9"
reason = "Late"
approver = "Board"
from = 2009-04-01
until = 2009-06-30
"""
FIRST = """\
  # Minuted in March.
  [[document.approval]]
  body = "LSCB"
  date = 2009-03-02
  minute = "LSCB/09/14"

"""
SECOND = """\
# And later still.
[[waiver]]
criterion = "OA12"
reason = "Tokens"
approver = "Board"
from = 2009-04-01
until = 2009-06-30

"""


@pytest.fixture
def folder(evidence: Callable[..., Path]) -> Path:
    """Return a folder with two approvals of one document and two waivers of one criterion, among others."""
    return evidence(REGISTER, "policy.txt", "guide.txt")


def register(folder: Path) -> str:
    return (folder / "register.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "gone", "told"),
    [
        (("approve", "policy.txt", "--body", "lscb"), FIRST,
         "- document policy.txt, approval by LSCB on 2 March 2009 (minute LSCB/09/14)"),
        (("approve", "policy.txt", "--on", "2009-03-02"), FIRST, "- document policy.txt, approval by LSCB"),
        (("approve", "policy.txt", "--minute", " LSCB/09/14"), FIRST, "- document policy.txt, approval by LSCB"),
        (("waive", "oa 12", "--from", "2009-04-01"), SECOND,
         "- waiver of OA12 by Board from 1 April 2009 until 30 June 2009"),
        (("waive", "OA12", "--until", "2009-06-30"), SECOND, "- waiver of OA12 by Board from 1 April 2009"),
    ],
)  # fmt: skip
def test_the_entry_goes_and_every_other_line_stays(
    run: Callable[..., Ran], folder: Path, arguments: tuple[str, ...], gone: str, told: str
) -> None:
    """The comment directly above it goes with it; what is typed says which."""
    before = register(folder)
    said = run(arguments[0], folder, *arguments[1:], "--remove")

    assert register(folder) == before.replace(gone, "")
    assert (said.code, said.out) == (0, "")
    assert said.err.startswith(f"{folder / 'register.toml'}: {told}")
    assert " now" not in said.err
    assert run(arguments[0], folder, *arguments[1:], "--remove").code == 2


def test_a_single_one_needs_no_more_words(run: Callable[..., Ran], folder: Path) -> None:
    """That nothing is left is said."""
    one = run("approve", "--remove", folder, "guide.txt")
    two = run("waive", "--remove", folder, "OA9")

    assert (one.code, two.code) == (0, 0)
    assert one.err.endswith("approval by LSCB on 2 March 2009; “guide.txt” is approved by nobody now\n")
    assert two.err.endswith("until 30 June 2009; OA9 is not waived now\n")
    assert '# About the guide.\n[[document]]\npath = "guide.txt"\n' in register(folder)
    assert [one.criterion for one in load_register(folder, load_catalogue()).waivers] == ["OA12", "OA12"]


def test_all_go_if_all_are_asked_for(run: Callable[..., Ran], folder: Path) -> None:
    """Of this document and this criterion, however it is written."""
    assert run("approve", "--remove", "--all", folder, "policy.txt").code == 0
    assert run("waive", "--remove", "--all", folder, "OA12").code == 0

    found = load_register(folder, load_catalogue())
    assert [len(one.approvals) for one in found.documents] == [0, 1]
    assert [one.criterion for one in found.waivers] == ["OA9"]


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("approve", "policy.txt"), "is approved 2 times, by LSCB on 2 March 2009 (minute LSCB/09/14) and by Board on"),
        (("approve", "policy.txt"), "; say which with --body, --on or --minute, or take all of them back with --all"),
        (("waive", "OA12"), "OA12 is waived 2 times, by Board from 1 January 2009 until 31 March 2009 and by Board"),
        (("waive", "OA12"), "; say which with --from or --until, or take all of them back with --all"),
        (("approve", "guide.txt", "--body", "Board"), "“guide.txt” is approved, but not so, only by LSCB on 2 March"),
        (("waive", "OA9", "--until", "2009-07-01"), "OA9 is waived, but not so, only by Board from 1 April 2009"),
        (("waive", "OA8"), "OA8 is waived by nobody"),
        (("approve", "polcy.txt"), "does not describe it; did you mean 'policy.txt'?"),
        (("waive", "OA88"), "the catalogue has no such criterion"),
    ],
)  # fmt: skip
def test_what_is_not_there_or_not_one_cannot_be_taken_back(
    run: Callable[..., Ran], folder: Path, arguments: tuple[str, ...], hint: str
) -> None:
    """Exit code 2, with what is there; a slip of the keyboard never passes for done."""
    before = register(folder)
    said = run(arguments[0], folder, *arguments[1:], "--remove")

    assert (said.code, register(folder)) == (2, before)
    assert hint in said.err


def test_entries_that_say_the_same_cannot_be_told_apart(run: Callable[..., Ran], evidence: Callable[..., Path]) -> None:
    """No option can name one of them, but all can go."""
    approval = '[[document.approval]]\nbody = "LSCB"\ndate = 2009-03-02\n'
    folder = evidence(f'[[document]]\npath = "a.txt"\n{approval}{approval}', "a.txt")

    assert "they say the same, so delete one by hand, or take" in run("approve", "--remove", folder, "a.txt").err
    assert run("approve", "--remove", "--all", folder, "a.txt").code == 0
    assert "approval" not in register(folder)


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        (("approve", "policy.txt"), ("--body", "--on")),
        (("approve", "policy.txt", "--body", "LSCB"), ("--on",)),
        (("waive", "OA9", "--reason", "R"), ("--approver", "--from", "--until")),
        (("waive", "OA9", "--all", "--reason", "R", "--approver", "B", "--from", "2009-01-01"), ("--all", "--until")),
    ],
)
def test_without_remove_nothing_may_be_missing(
    run: Callable[..., Ran], folder: Path, arguments: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    """What an approval or a waiver cannot be without is still asked for, all of it at once."""
    before = register(folder)
    said = run(arguments[0], folder, *arguments[1:])

    assert (said.code, register(folder)) == (2, before)
    assert all(f"{one}: " in said.err for one in missing)
    assert said.err.count("only with --remove may it be left out") == sum(one != "--all" for one in missing)


def test_what_was_noted_can_be_taken_back(run: Callable[..., Ran], tmp_path: Path) -> None:
    """The register of a real folder is byte for byte what it was."""
    folder = tmp_path / "anyshire"
    shutil.copytree(ROOT / "evidence" / "anyshire", folder)
    before = (folder / "register.toml").read_bytes()
    paper = "HR/Personnel records standard v2.1.docx"
    days = ("--from", "2009-03-01", "--until", "2009-04-30")
    assert run("approve", folder, paper, "--body", "LSCB", "--on", "2009-03-02").code == 0
    assert run("waive", folder, "OA3", "--reason", "Late", "--approver", "Board", *days).code == 0
    assert (folder / "register.toml").read_bytes() != before

    assert run("approve", folder, paper, "--remove", "--body", "LSCB").code == 0
    assert run("waive", folder, "OA3", "--remove", *days).code == 0
    assert (folder / "register.toml").read_bytes() == before
