"""`readiness claim --remove`: one claim less, its acceptance gone with it, and nothing else changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from common import Ran
from readiness import load_catalogue, load_evidence
from readiness._register import load_register

ROOT = Path(__file__).parents[2]
REGISTER = """
# Kept by HR.
[[document]]
path = "policy.txt"        # the signed one

  # As agreed in March.
  [[document.claim]]
  criterion = "AO8"

  # As agreed in May.
  [[document.claim]]
  criterion = "OA9"
  where = "“policy.txt”"

  [[document.claim]]
  criterion = "OA9"
  where = "line 1"
  aspects = ["support"]

# About the guide.
[[document]]
path = "guide.txt"

  [[document.claim]]
  criterion = "OA9"
"""


@pytest.fixture
def folder(evidence: Callable[..., Path]) -> Path:
    """Return a folder with two documents, one claimed for a criterion at two places."""
    aspect = load_catalogue().criterion("OA9").aspects[0].id  # type: ignore[union-attr]
    return evidence(REGISTER.replace('"support"', f'"{aspect}"'), "policy.txt", "guide.txt")


def register(folder: Path) -> str:
    return (folder / "register.toml").read_text("utf-8")


def claims(folder: Path) -> list[tuple[str, str, str]]:
    entries = load_register(folder, load_catalogue()).documents
    return [(entry.path, one.criterion, one.where) for entry in entries for one in entry.claims]


def test_the_claim_goes_and_every_other_line_stays(run: Callable[..., Ran], folder: Path) -> None:
    """The comment directly above it goes with it; how the id is written does not matter."""
    before = register(folder)
    said = run("claim", "--remove", folder, "policy.txt", "oa 8")

    gone = '  # As agreed in March.\n  [[document.claim]]\n  criterion = "AO8"\n\n'
    assert register(folder) == before.replace(gone, "")
    assert (said.code, said.out) == (0, "")
    assert said.err == f"{folder / 'register.toml'}: - document policy.txt, claim for AO8\n"


def test_comments_below_the_claim_stay(run: Callable[..., Ran], evidence: Callable[..., Path]) -> None:
    """A claim that waits for something is no part of the one above it."""
    waiting = '# [[document.claim]] old claim, waiting for B\n# criterion = "OA13"\n\n'
    claim = '[[document.claim]]\ncriterion = "OA12"\nwhere = "p1"  # for now\n'
    text = '[[document]]\npath = "policy.txt"\n\n{}{}[[document]]\npath = "guide.txt"\n'
    folder = evidence(text.format(claim, waiting), "policy.txt", "guide.txt")
    before = register(folder)

    assert run("claim", "--remove", folder, "policy.txt", "OA12").code == 0
    assert register(folder) == before.replace(claim, "")


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ('"2 Loss"', 'at "2 Loss"'),
        ("“2 Loss”", "at “2 Loss”"),
        ("2 Loss", "at “2 Loss”"),
        (f'"{"lost " * 20}"', f"at “{'lost ' * 13}lo...”"),
    ],
)
def test_a_place_is_told_in_one_pair_of_quotation_marks(
    run: Callable[..., Ran], evidence: Callable[..., Path], where: str, said: str
) -> None:
    """Its own, if it has any."""
    claim = f"[[document.claim]]\ncriterion = \"OA8\"\nwhere = '{where}'\n"
    folder = evidence(f'[[document]]\npath = "policy.txt"\n{claim}', "policy.txt")
    told = run("claim", "--remove", folder, "policy.txt", "OA8").err

    assert f": - document policy.txt, claim for OA8 {said};" in told


def test_of_several_none_goes_until_one_is_named(run: Callable[..., Ran], folder: Path) -> None:
    """Each is told with its line, and what tells them apart."""
    before = register(folder)
    said = run("claim", folder, "policy.txt", "OA9", "--remove")

    assert (said.code, register(folder)) == (2, before)
    assert "is claimed for OA9 2 times, at “policy.txt” (line 14) and at “line 1” (line 18, aspect " in said.err
    assert "say which with --where and --aspect, or take all of them back with --all" in said.err


@pytest.mark.parametrize("where", ["“policy.txt”", "policy.txt", "'POLICY.txt' "])
def test_the_place_says_which(run: Callable[..., Ran], folder: Path, where: str) -> None:
    """Quotation marks that a shell has eaten and capitals do not matter."""
    said = run("claim", "--remove", folder, "policy.txt", "OA9", "--where", where)

    assert (said.code, claims(folder)) == (
        0,
        [("policy.txt", "OA8", ""), ("policy.txt", "OA9", "line 1"), ("guide.txt", "OA9", "")],
    )


def test_the_aspects_say_which(run: Callable[..., Ran], folder: Path) -> None:
    """Those of the claim, all of them."""
    aspect = load_catalogue().criterion("OA9").aspects[0].id  # type: ignore[union-attr]
    said = run("claim", "--remove", folder, "policy.txt", "OA9", "--aspect", aspect)

    assert (said.code, [one[2] for one in claims(folder)]) == (0, ["", "“policy.txt”", ""])


def test_the_one_without_a_place_is_named_by_an_empty_one(run: Callable[..., Ran], folder: Path) -> None:
    """As it is told where several may be meant."""
    run("claim", folder, "policy.txt", "OA9")
    assert '(--where "" is the one that names no place)' in run("claim", "--remove", folder, "policy.txt", "OA9").err

    said = run("claim", "--remove", folder, "policy.txt", "OA9", "--where", "")
    assert (said.code, len([one for one in claims(folder) if one[:2] == ("policy.txt", "OA9")])) == (0, 2)


def test_all_go_if_all_are_asked_for(run: Callable[..., Ran], folder: Path) -> None:
    """The document stays described; that nothing is claimed of it any more is said."""
    run("claim", "--remove", folder, "policy.txt", "OA8")
    said = run("claim", "--remove", "--all", folder, "policy.txt", "OA9")

    assert (said.code, claims(folder)) == (0, [("guide.txt", "OA9", "")])
    assert said.err.endswith("; “policy.txt” is still described, and claimed for nothing now\n")
    assert '# About the guide.\n[[document]]\npath = "guide.txt"' in register(folder)


def test_claims_that_say_the_same_are_told_apart_by_their_lines(run: Callable[..., Ran], folder: Path) -> None:
    """No option can name one of them."""
    run("claim", folder, "guide.txt", "OA9", "--note", "again")
    said = run("claim", "--remove", folder, "guide.txt", "OA9")

    assert said.code == 2
    assert "they say the same, so delete one by hand, or take all of them back with --all" in said.err


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("policy.txt", "OA12"), "“policy.txt” is not claimed for OA12; it is claimed for OA8 and OA9"),
        (("policy.txt", "OA9", "--where", "page 3"), "is claimed for OA9, but not so; it is claimed at “policy.txt”"),
        (("policy.txt", "OA88"), "the catalogue has no such criterion"),
        (("polcy.txt", "OA8"), "does not claim it for anything; did you mean 'policy.txt'?"),
        (("policy.txt", "OA8", "--owner", "HR", "--note", "N"), "2 problems:\n  --note: is for a claim that is made"),
    ],
)
def test_what_is_not_there_cannot_be_taken_back(
    run: Callable[..., Ran], folder: Path, arguments: tuple[str, ...], hint: str
) -> None:
    """Exit code 2, with what is there; a slip of the keyboard never passes for done."""
    before = register(folder)
    said = run("claim", "--remove", folder, *arguments)

    assert (said.code, register(folder)) == (2, before)
    assert hint in said.err


def test_all_without_remove_is_refused(run: Callable[..., Ran], folder: Path) -> None:
    """Nobody claims for all."""
    said = run("claim", "--all", folder, "policy.txt", "OA12")

    assert (said.code, said.err) == (2, "readiness: --all: says what to take back; add --remove\n")


def test_what_was_accepted_of_it_goes_too(run: Callable[..., Ran], folder: Path) -> None:
    """Left behind, it would be told as the acceptance of another place, to the reproach of other documents."""
    run("accept", folder, "policy.txt", "--on", "2009-03-02")
    said = run("claim", "--remove", folder, "policy.txt", "OA9", "--where", "policy.txt")

    assert said.err.splitlines()[-1] == (
        f"{folder / 'accepted.toml'}: - policy.txt for OA9 at “policy.txt”, accepted on 2 March 2009"
    )
    assert [(one.criterion, one.where) for one in load_evidence(folder).acceptances] == [("OA8", ""), ("OA9", "line 1")]
    assert "claimed no longer" not in (told := run("check", folder, "--fail-on", "note").out)
    assert "no longer makes" not in told


def test_an_acceptance_that_another_claim_needs_stays(run: Callable[..., Ran], evidence: Callable[..., Path]) -> None:
    """Two claims of one place for two aspects share it."""
    first, second = (one.id for one in load_catalogue().criterion("OA8").aspects[:2])  # type: ignore[union-attr]
    claim = '[[document.claim]]\ncriterion = "OA8"\naspects = ["{}"]\n'
    folder = evidence(f'[[document]]\npath = "a.txt"\n{claim.format(first)}{claim.format(second)}', "a.txt")
    run("accept", folder, "--on", "2009-03-02")
    accepted = (folder / "accepted.toml").read_bytes()
    said = run("claim", "--remove", folder, "a.txt", "OA8", "--aspect", first)

    assert (said.code, len(claims(folder)), (folder / "accepted.toml").read_bytes()) == (0, 1, accepted)


def test_what_is_left_of_a_claim_deleted_by_hand_can_be_taken_away(run: Callable[..., Ran], folder: Path) -> None:
    """The claim that is still there at another place stays."""
    run("accept", folder, "policy.txt", "--on", "2009-03-02")
    path = folder / "register.toml"
    path.write_text(register(folder).replace('where = "“policy.txt”"', 'where = "“this is”"'), "utf-8")
    before = register(folder)
    said = run("claim", "--remove", folder, "policy.txt", "OA9", "--where", "policy.txt")

    assert (said.code, register(folder)) == (0, before)
    assert [one.where for one in load_evidence(folder).acceptances] == ["", "line 1"]


def test_a_damaged_file_of_acceptances_is_told_before_anything_goes(run: Callable[..., Ran], folder: Path) -> None:
    """Both files change, or neither."""
    (folder / "accepted.toml").write_text("[[accepted]]\n", "utf-8")
    before = register(folder)
    said = run("claim", "--remove", folder, "policy.txt", "OA8")

    assert (said.code, register(folder)) == (2, before)
    assert "accepted.toml" in said.err


def test_a_read_only_file_of_acceptances_is_told_before_anything_goes(run: Callable[..., Ran], folder: Path) -> None:
    """Not after the register is written; and once it may be changed, its comments stay."""
    run("accept", folder, "policy.txt", "--on", "2009-03-02")
    file, before = folder / "accepted.toml", register(folder)
    file.write_text(f"{file.read_text('utf-8')}# ours\n", "utf-8")
    file.chmod(0o444)
    said = run("claim", "--remove", folder, "policy.txt", "OA8")
    assert (said.code, register(folder)) == (2, before)
    assert f"{file}: is read-only" in said.err

    file.chmod(0o644)
    assert run("claim", "--remove", folder, "policy.txt", "OA8").code == 0
    assert file.read_text("utf-8").endswith("# ours\n")


@pytest.mark.parametrize(("brackets", "left"), [
    ('claim = [{ criterion = "OA8" }, { criterion = "OA9" }]', ["OA9"]),
    ('claim = [\n  # why\n  { criterion = "OA8" },\n]', []),
])  # fmt: skip
def test_claims_written_in_brackets_are_taken_out_of_them(
    run: Callable[..., Ran], evidence: Callable[..., Path], brackets: str, left: list[str]
) -> None:
    """Whichever way the register is written."""
    folder = evidence(f'[[document]]\npath = "policy.txt"\n{brackets}\n', "policy.txt")
    said = run("claim", "--remove", folder, "policy.txt", "OA8")

    assert (said.code, [one[1] for one in claims(folder)]) == (0, left), said.err


@pytest.mark.slow
def test_every_claim_of_a_real_register_can_be_taken_back(run: Callable[..., Ran], tmp_path: Path) -> None:
    """One after the other, until none is left and nothing is accepted; what is said of the documents stays."""
    folder = tmp_path / "anyshire"
    shutil.copytree(ROOT / "evidence" / "anyshire", folder)
    before = load_register(folder, load_catalogue()).documents
    for path, criterion in dict.fromkeys(one[:2] for one in claims(folder)):
        assert run("claim", "--remove", "--all", folder, path, criterion).code == 0

    after = load_register(folder, load_catalogue()).documents
    assert claims(folder) == []
    assert [(one.path, one.approvals) for one in after] == [(one.path, one.approvals) for one in before]
    assert load_evidence(folder).acceptances == ()
    assert register(folder).startswith("# Anyshire is an invented council.")
