"""`readiness claim`, `approve` and `waive`: one entry more in the register, and nothing else changed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from common import HEAD, Ran
from readiness import load_catalogue
from readiness._cli._files import replace_unchanged
from readiness._register import load_register

REGISTER = """
# Kept by HR.
[[document]]
path = "policy.txt"        # the signed one

  # As agreed in March.
  [[document.claim]]
  criterion = "OA8"

# About the guide.
[[document]]
path = "guide.txt"
# owner = ""

# An example of a waiver:
# [[waiver]]
"""


@pytest.fixture
def folder(evidence: Callable[..., Path]) -> Path:
    """Return a folder with two registered documents and one that is not."""
    return evidence(REGISTER, "policy.txt", "guide.txt", "hr/induction-programme.txt")


def register(folder: Path) -> str:
    return (folder / "register.toml").read_text("utf-8")


def test_a_claim_stands_with_the_others_of_its_document(run: Callable[..., Ran], folder: Path) -> None:
    """It is written where a person would write it, with the id as the catalogue has it; the comments stay."""
    said = run("claim", folder, "policy.txt", "oa-9", "--where", 'the "annex"', "--note", "See also OA8")

    added = '\n  [[document.claim]]\n  criterion = "OA9"\n  where = "the \\"annex\\""\n  note = "See also OA8"\n'
    assert register(folder) == HEAD + REGISTER.replace('  criterion = "OA8"\n', f'  criterion = "OA8"\n{added}')
    assert (said.code, said.out) == (0, "")
    assert "+ document policy.txt, claim for OA9: where" in said.err


def test_a_first_claim_goes_before_the_comment_of_the_next_document(run: Callable[..., Ran], folder: Path) -> None:
    """A comment above a table stays above that table."""
    run("approve", folder, "policy.txt", "--body", "LSCB", "--on", "2009-02-03", "--minute", "12/09", "--version", "2")
    run("claim", folder, "guide.txt", "OA9")

    text = register(folder)
    assert (
        '  minute = "12/09"\n  version = "2"\n\n# About the guide.\n[[document]]\npath = "guide.txt"\n# owner = ""\n\n'
        in text
    )
    assert text.index('criterion = "OA9"') < text.index("# An example of a waiver:")


def test_a_document_that_is_not_in_the_register_is_added(
    run: Callable[..., Ran], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a title made of its name; its path may be given from inside the folder or from outside."""
    monkeypatch.chdir(folder.parent)
    said = run("claim", folder, "evidence/hr/induction-programme.txt", "OA12")

    assert said.code == 0
    entry = load_register(folder, load_catalogue()).documents[-1]
    assert (entry.path, entry.title, [one.criterion for one in entry.claims]) == (
        "hr/induction-programme.txt", "induction programme", ["OA12"],
    )  # fmt: skip
    assert "+ document hr/induction-programme.txt: title" in said.err


def test_the_same_again_changes_nothing(run: Callable[..., Ran], folder: Path) -> None:
    """A script may run it twice."""
    before = (folder / "register.toml").stat().st_mtime_ns
    said = run("claim", folder, "policy.txt", "OA8")

    assert said.code == 0
    assert "nothing to change; it says so already" in said.err
    assert (folder / "register.toml").stat().st_mtime_ns == before


def test_a_waiver_is_written_with_its_days(run: Callable[..., Ran], folder: Path) -> None:
    """A first one goes to the end of the file."""
    said = run("waive", folder, "OA9", "--reason", "The supplier is late", "--approver", "Board",
               "--from", "2009-01-01", "--until", "2009-03-31")  # fmt: skip

    assert said.code == 0
    assert register(folder).endswith(
        '\n\n[[waiver]]\ncriterion = "OA9"\nreason = "The supplier is late"\napprover = "Board"\n'
        "from = 2009-01-01\nuntil = 2009-03-31\n"
    )


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("claim", "DIR", "polcy.txt", "OA8"), "did you mean 'policy.txt'?"),
        (("claim", "DIR", "policy.txt", "OA88"), "did you mean OA8?"),
        (("claim", "DIR", "policy.txt", "OA12", "--aspect", "nosuch"), "OA12 has no such aspect"),
        (("claim", "DIR", "../outside.txt", "OA12"), "there is no such document"),
        (("claim", "DIR", ".", "OA12"), "there is no such document"),
        (("approve", "DIR", "policy.txt", "--body", " ", "--on", "2009-01-01"), "--body: empty"),
        (("approve", "DIR", "policy.txt", "--body", "LSCB", "--on", "yesterday"), "expected a date"),
        (("waive", "DIR", "OA8", "--reason", "", "--approver", "B", "--from", "2009-01-01", "--until", "2009-01-02"),
         "--reason: empty"),
        (("waive", "DIR", "OA8", "--reason", "R", "--approver", "B", "--from", "2009-01-02", "--until", "2009-01-01"),
         "1 January 2009 lies before the first day, 2 January 2009"),
    ],
)  # fmt: skip
def test_what_is_mistyped_is_refused_with_a_hint(
    run: Callable[..., Ran], folder: Path, arguments: tuple[str, ...], hint: str
) -> None:
    """Exit code 2, and the register is as it was."""
    said = run(*(str(folder) if one == "DIR" else one for one in arguments))

    assert said.code == 2
    assert hint in said.err
    assert register(folder) == HEAD + REGISTER


def test_a_register_with_a_mistake_is_told_and_left_alone(
    run: Callable[..., Ran], evidence: Callable[..., Path]
) -> None:
    """What does not load is not edited."""
    folder = evidence('[[document]]\npath = "policy.txt"\nonwer = "x"\n', "policy.txt")
    said = run("claim", folder, "policy.txt", "OA8")

    assert said.code == 2
    assert "did you mean 'owner'?" in said.err


@pytest.mark.parametrize(
    "brackets", ['claim = [{ criterion = "OA8" }]', 'claim = [\n  # why\n  { criterion = "OA8" },\n]']
)
def test_claims_written_in_brackets_are_added_to_in_brackets(
    run: Callable[..., Ran], evidence: Callable[..., Path], brackets: str
) -> None:
    """Whichever way the register is written, it is added to that way; a comment inside is kept."""
    folder = evidence(f'[[document]]\npath = "policy.txt"\n{brackets}\n', "policy.txt")
    said = run("claim", folder, "policy.txt", "OA9")

    assert said.code == 0, said.err
    claims = load_register(folder, load_catalogue()).documents[0].claims
    assert [one.criterion for one in claims] == ["OA8", "OA9"]
    assert ("# why" in register(folder)) == ("# why" in brackets)


@pytest.mark.parametrize(("mark", "end"), [(b"\xef\xbb\xbf", "\n"), (b"", "\r\n")])
def test_the_file_keeps_its_mark_and_line_ends(run: Callable[..., Ran], folder: Path, mark: bytes, end: str) -> None:
    """Notepad's files stay Notepad's files."""
    path = folder / "register.toml"
    path.write_bytes(mark + register(folder).replace("\n", end).encode())
    said = run("claim", folder, "guide.txt", "OA9")

    data = path.read_bytes()
    assert said.code == 0
    assert data.startswith(mark or b"organisation")
    assert data.count(b"\r\n") == (data.count(b"\n") if end == "\r\n" else 0)


def test_somebody_elses_change_is_never_written_over(folder: Path) -> None:
    """What was read is compared with what is there, just before it is replaced."""
    path = folder / "register.toml"
    read = path.read_bytes()
    path.write_bytes(read + b"# Another hand was here.\n")

    assert not replace_unchanged(path, read, b"mine")
    assert path.read_bytes() == read + b"# Another hand was here.\n"
    assert replace_unchanged(path, path.read_bytes(), b"mine")
    assert path.read_bytes() == b"mine"
    assert sorted(one.name for one in folder.iterdir()) == ["guide.txt", "hr", "policy.txt", "register.toml"]


def test_two_at_once_both_count_or_one_is_told(folder: Path) -> None:
    """Of many commands at once, each claim is either in the register or its command has said that it is not."""
    criteria = ["OA1", "OA2", "OA4", "OA6"]
    running = [
        subprocess.Popen([sys.executable, "-m", "readiness", "claim", folder, "guide.txt", one], stderr=subprocess.PIPE)
        for one in criteria
    ]
    codes = {}
    for one, process in zip(criteria, running, strict=True):
        error = process.communicate()[1].decode()
        codes[one] = process.returncode
        assert process.returncode == 0 or "somebody else has changed it just now" in error

    claimed = {one.criterion for one in load_register(folder, load_catalogue()).documents[1].claims}
    assert claimed == {one for one, code in codes.items() if code == 0} != set()


def test_what_is_known_of_the_document_goes_with_the_claim(run: Callable[..., Ran], folder: Path) -> None:
    """One command instead of an editor; each fact is written once, and takes the place of an older one."""
    facts = (
        "--kind",
        "policy",
        "--kind",
        "procedure",
        "--owner",
        "HR",
        "--version",
        "2.0",
        "--effective",
        "2009-02-01",
    )
    run("claim", folder, "guide.txt", "OA9", *facts)
    said = run("claim", folder, "guide.txt", "OA9", "--owner", "Head of HR", "--review-by", "2010-02-01")

    (entry,) = load_register(folder, load_catalogue()).documents[1:2]
    assert (said.code, [one.value for one in entry.kinds]) == (0, ["policy", "procedure"])
    assert (entry.owner, entry.version) == ("Head of HR", "2.0")
    assert (str(entry.effective), str(entry.review_by), len(entry.claims)) == ("2009-02-01", "2010-02-01", 1)
    assert "owner: “HR” -> “Head of HR”" in said.err


@pytest.mark.parametrize("written", ["OA8-10", "OA8, OA9 and 10", "OA8/OA9/OA10"])
def test_several_criteria_at_once_are_told_as_such(run: Callable[..., Ran], folder: Path, written: str) -> None:
    """Nobody is asked whether he meant the last of them."""
    said = run("claim", folder, "guide.txt", written)

    assert (said.code, said.err) == (2, f"readiness: {written}: these are 3 criteria; give one at a time\n")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("29/05/2009", "; did you mean 2009-05-29?"),
        ("4.5.2009", "; did you mean 2009-05-04 or 2009-04-05?"),
        ("5/5/2009", "; did you mean 2009-05-05?"),
        ("31/31/2009", ""),
        ("soon", ""),
    ],
)
def test_a_date_as_people_write_it_is_told_with_what_it_may_mean(
    run: Callable[..., Ran], folder: Path, written: str, meant: str
) -> None:
    """It is never picked for them: 4.5. is April to some."""
    said = run("approve", folder, "policy.txt", "--body", "LSCB", "--on", written)

    assert said.code == 2
    assert said.err.endswith(f"expected a date such as 2009-05-29, found {written!r}{meant}\n")
