"""`readiness accept`: what a person has looked at, and what becomes of it when the words change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from common import Ran
from readiness import load_evidence
from readiness.model import EditKind

REGISTER = """
[[document]]
path = "policy.txt"
kinds = ["policy"]

[[document.claim]]
criterion = "OA8"

[[document]]
path = "guide.md"
kinds = ["procedure"]

[[document.claim]]
criterion = "OA12"
where = "“signed for”"
"""
POLICY = "Shielding policy.\n\nA shield is reviewed every twelve months by the panel.\n"


@pytest.fixture
def folder(evidence: Callable[..., Path]) -> Path:
    """Return a folder with two claimed documents."""
    place = evidence(REGISTER, "policy.txt", "guide.md")
    (place / "policy.txt").write_text(POLICY, "utf-8")
    (place / "guide.md").write_text("# Tokens\n\nEach token is signed for.\n\nLost tokens are told.\n", "utf-8")
    return place


def test_every_claim_is_accepted_with_who_and_when(run: Callable[..., Ran], folder: Path) -> None:
    """The file beside the register has one table for each claim, and is no evidence itself."""
    said = run("accept", folder, "--by", "Implementation manager", "--on", "2009-03-02")
    found = load_evidence(folder)

    assert (said.code, said.out) == (0, "")
    assert said.err == f"{folder / 'accepted.toml'}: 2 claims of 2 documents accepted\n"
    assert [(one.document, one.criterion, one.where, one.by) for one in found.acceptances] == [
        ("guide.md", "OA12", "“signed for”", "Implementation manager"),
        ("policy.txt", "OA8", "", "Implementation manager"),
    ]
    assert [one.path for one in found.files] == ["guide.md", "policy.txt"]
    assert found.revisions == ()


def test_a_change_of_the_words_shows_word_by_word(run: Callable[..., Ran], folder: Path) -> None:
    """The edit is shown; other white space or another line end is no edit."""
    run("accept", folder, "--on", "2009-03-02")
    (folder / "policy.txt").write_bytes(POLICY.replace("\n", "\r\n").replace("every ", "every  ").encode())
    assert load_evidence(folder).revisions == ()

    (folder / "policy.txt").write_text(POLICY.replace("twelve", "twenty-four"), "utf-8")
    (revision,) = load_evidence(folder).revisions

    assert (revision.document, revision.criterion) == ("policy.txt", "OA8")
    changed = [(one.kind, one.words) for one in revision.edits if one.kind in {EditKind.REMOVED, EditKind.ADDED}]
    assert changed == [(EditKind.REMOVED, "twelve"), (EditKind.ADDED, "twenty-four")]


def test_a_cross_in_another_column_shows(run: Callable[..., Ran], evidence: Callable[..., Path]) -> None:
    """The words of the sheet are the same, and it says another thing."""
    place = evidence(REGISTER.replace("policy.txt", "staff.csv"), "staff.csv", "guide.md")
    sheet = place / "staff.csv"
    sheet.write_text("Role,Checked,Left\nClerk,x,\nPorter,x,\n", "utf-8")
    run("accept", place, "staff.csv")
    assert "has changed" not in run("check", place, "--only", "OA8").out

    sheet.write_text("Role,Checked,Left\nClerk,x,\nPorter,,x\n", "utf-8")
    said = " ".join(run("check", place, "--only", "OA8").out.split())
    assert "Its words are the same; some of them stand elsewhere now, such as in another column." in said


def test_a_change_elsewhere_leaves_a_located_claim_alone(run: Callable[..., Ran], folder: Path) -> None:
    """Where the claim points to a place, only that place counts."""
    run("accept", folder, "--on", "2009-03-02")
    text = (folder / "guide.md").read_text("utf-8")

    (folder / "guide.md").write_text(text.replace("Lost", "Stolen"), "utf-8")
    assert load_evidence(folder).revisions == ()

    (folder / "guide.md").write_text(text.replace("Each token is", "No token is"), "utf-8")
    assert [one.criterion for one in load_evidence(folder).revisions] == ["OA12"]


def test_one_document_can_be_accepted_alone(run: Callable[..., Ran], folder: Path) -> None:
    """The others keep what was accepted of them before; a path may be given from inside or from outside."""
    run("accept", folder, "--by", "First", "--on", "2009-03-02")
    said = run("accept", folder, folder / "policy.txt", "--by", "Second", "--on", "2009-03-03")
    inside = run("accept", folder, "guide.md", "--by", "Third", "--on", "2009-03-04")

    assert (said.code, inside.code) == (0, 0)
    assert [(one.document, one.by) for one in load_evidence(folder).acceptances] == [
        ("guide.md", "Third"),
        ("policy.txt", "Second"),
    ]


def test_what_cannot_be_read_cannot_be_accepted(run: Callable[..., Ran], folder: Path) -> None:
    """Each claim that is not accepted is said with the reason, and the exit code says so too."""
    (folder / "policy.txt").write_bytes(b"PK\x03\x04 damaged")
    (folder / "guide.md").write_text("# Tokens\n\nNothing of the kind.\n", "utf-8")

    said = run("accept", folder, "--on", "2009-03-02")

    assert said.code == 1
    assert "not accepted: policy.txt for OA8: it could not be read in full" in said.err
    assert "not accepted: guide.md for OA12: “signed for” was not found in it" in said.err
    assert not (folder / "accepted.toml").exists()


def test_a_document_that_nobody_claims_is_refused(run: Callable[..., Ran], folder: Path) -> None:
    """A slip of the keyboard gets a hint."""
    said = run("accept", folder, "polcy.txt")

    assert (said.code, said.out) == (2, "")
    assert said.err == (
        "readiness: polcy.txt: the register claims no document of that path; did you mean 'policy.txt'?\n"
    )


def test_nothing_to_accept_is_no_success(run: Callable[..., Ran], evidence: Callable[..., Path]) -> None:
    """A register without claims exits as every other run without anything to judge."""
    said = run("accept", evidence(""))

    assert (said.code, said.err) == (
        3,
        "readiness: nothing to assess: the register claims no document, so there is nothing to accept\n",
    )


def test_a_file_of_acceptances_that_was_edited_is_told_with_its_lines(run: Callable[..., Ran], folder: Path) -> None:
    """All its problems at once: an unknown key, a missing one, a text that is not as it was written."""
    run("accept", folder, "--on", "2009-03-02")
    path = folder / "accepted.toml"
    text = path.read_text("utf-8")

    path.write_text(text.replace("criterion = ", "criterium = ", 1), "utf-8")
    unknown = run("check", folder, "--as-of", "2009-03-02")
    path.write_text(text.replace('text = "', 'text = "?', 1), "utf-8")
    damaged = run("check", folder, "--as-of", "2009-03-02")

    assert (unknown.code, damaged.code) == (2, 2)
    assert "accepted.toml:" in unknown.err
    assert "did you mean 'criterion'?" in unknown.err
    assert "accept the document again" in damaged.err


@pytest.mark.parametrize(("where", "idle"), [("LINE  1", False), ("line 2", True)])
def test_capitals_and_spaces_make_no_other_place(
    run: Callable[..., Ran], evidence: Callable[..., Path], where: str, *, idle: bool
) -> None:
    """An acceptance stays that of its claim, also for who takes the claim back, and a change of the text shows."""
    text = '[[document]]\npath = "a.txt"\n[[document.claim]]\ncriterion = "OA8"\nwhere = "line 1"\n'
    folder = evidence(text, "a.txt")
    assert run("accept", folder, "--on", "2009-03-02").code == 0
    file = folder / "register.toml"
    file.write_text(file.read_text("utf-8").replace("line 1", where), "utf-8")
    assert ("claimed no longer" in run("check", folder, "--fail-on", "note").out) is idle

    (folder / "a.txt").write_text("Quite another text.\n" * 2, "utf-8")
    assert ("has changed at" in run("check", folder).out) is not idle
    run("claim", "--remove", folder, "a.txt", "OA8", "--where", where)
    assert "[[accepted]]" not in (folder / "accepted.toml").read_text("utf-8")


@pytest.mark.parametrize(("where", "warned"), [('where = "line 1"\n', True), ("", False)])
def test_a_file_left_beside_the_one_that_took_its_place_hides_nothing(
    run: Callable[..., Ran], evidence: Callable[..., Path], where: str, *, warned: bool
) -> None:
    """The claim at the same place tells; without a place it may as well be a paper that nobody ever accepted."""
    folder = evidence(f'[[document]]\npath = "a.txt"\n[[document.claim]]\ncriterion = "OA8"\n{where}', "a.txt")
    assert run("accept", folder, "--on", "2009-03-02").code == 0
    (folder / "b.txt").write_text("Quite another text.", "utf-8")
    file = folder / "register.toml"
    file.write_text(file.read_text("utf-8").replace("a.txt", "b.txt"), "utf-8")

    assert ("which is claimed no longer" in " ".join(run("check", folder).out.split())) is warned
