"""`readiness suggest`: shown, decided upon, and kept."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from suggest_papers import TOKENS

from common import HEAD, Ran
from readiness import load_catalogue
from readiness._register import load_register

COMMENTED = f"# Kept by the project office.\n{HEAD}\n# Nothing is claimed yet.\n"


@pytest.fixture
def registered(papers: Path) -> Path:
    """Return the folder with a register that claims nothing."""
    (papers / "register.toml").write_text(COMMENTED, encoding="utf-8")
    return papers


def typed(monkeypatch: pytest.MonkeyPatch, *keys: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{key}\n" for key in keys)))


def filled(run: Callable[..., Ran], folder: Path, target: Path, *decisions: str) -> Path:
    run("suggest", folder, "-o", target)
    rows = list(csv.reader(io.StringIO(target.read_text("utf-8-sig"), newline="")))
    for row, decision in zip([row for row in rows[1:] if row[1]], decisions, strict=True):
        row[0] = decision
    with target.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return target


def test_it_lists_passages_under_their_criteria(run: Callable[..., Ran], papers: Path) -> None:
    """Without a register, and nothing is changed."""
    said = run("suggest", papers)

    assert said.code == 0
    assert said.out.startswith("OA12  Security tokens from issue to return\n\n  ")
    assert "HR/token handout.md, Looking after your token" in said.out
    assert "! bear in mind: It is a template that nobody has filled in." in said.out
    assert "Nobody knows what these ask" in said.out
    counts, how = said.err.splitlines()
    assert counts == "2 suggestions from 5 documents; 3 documents without any"
    assert how.startswith(f"to decide: `readiness init {papers}` first, then `readiness suggest {papers} --interactive")
    assert not (papers / "register.toml").exists()


@pytest.mark.parametrize(("suffix", "begins"), [("html", "<!DOCTYPE"), ("md", "# Suggested"), ("txt", "OA12")])
def test_the_suffix_chooses_the_format(
    run: Callable[..., Ran], papers: Path, tmp_path: Path, suffix: str, begins: str
) -> None:
    """Each says the same."""
    target = tmp_path / f"list.{suffix}"
    said = run("suggest", papers, "-o", target)
    text = target.read_text("utf-8")

    assert said.code == 0
    assert text.startswith(begins)
    assert "token handout" in text
    assert "allotment" not in text or suffix == "html"  # the page lists what nothing is suggested from


def test_the_json_has_every_field(run: Callable[..., Ran], papers: Path) -> None:
    """Another program gets all that is known."""
    wire = json.loads(run("suggest", papers, "--format", "json").out)

    assert wire["schema_version"] == "1.1"
    assert [one["criterion"] for one in wire["suggestions"]] == ["OA12", "OA17"]
    assert wire["suggestions"][1]["caveats"][0]["caveat"] == "template"
    assert len(wire["nothing_suggested_from"]) == 3
    sorts = [("Board/agenda 3 June.md", "agenda"), ("Board/words we use.md", "glossary")]
    assert wire["passed_over"] == [{"document": path, "sort": sort} for path, sort in sorts]


def test_only_what_was_asked_for(run: Callable[..., Ran], papers: Path) -> None:
    """By criterion, however its id is written; a wrong one is told."""
    assert "OA12" not in run("suggest", papers, "--criterion", "oa-17").out
    assert run("suggest", papers, "--criterion", "OA99").code == 2
    assert run("suggest", papers, "--least", "120").code == 2


def test_accepting_claims_it_and_rejecting_is_remembered(
    run: Callable[..., Ran], registered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comments of the register stay; the claim points to words that are really there; nothing is asked twice."""
    typed(monkeypatch, "?", "what", "a", "r")
    said = run("suggest", registered, "--interactive", "--write", "--by", "Project office", "--on", "2009-03-02")
    text = (registered / "register.toml").read_text("utf-8")
    (entry,) = load_register(registered, load_catalogue()).documents
    again = run("suggest", registered)

    assert said.code == 0
    assert "1 accepted, 1 rejected, 0 left open" in said.err
    assert text.startswith("# Kept by the project office.\n")
    assert "# Nothing is claimed yet." in text
    assert (entry.path, [one.criterion for one in entry.claims]) == ("HR/token handout.md", ["OA12"])
    assert entry.claims[0].where.strip('"') in " ".join(TOKENS.split())
    assert 'by = "Project office"\non = 2009-03-02' in (registered / "rejected.toml").read_text("utf-8")
    assert "0 suggestions" in again.err
    assert "1 suggestion left out as claimed already; 1 suggestion left out as rejected before" in again.err


def test_without_write_nothing_is_kept(
    run: Callable[..., Ran], registered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And that is said."""
    typed(monkeypatch, "a", "q")
    said = run("suggest", registered, "--interactive")

    assert "1 accepted, 0 rejected, 1 left open; nothing was written, add --write to keep it" in said.err
    assert (registered / "register.toml").read_text("utf-8") == COMMENTED
    assert not (registered / "rejected.toml").exists()


def test_an_end_of_input_stops_the_questions(
    run: Callable[..., Ran], registered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was decided so far is kept."""
    typed(monkeypatch, "r")
    said = run("suggest", registered, "--interactive", "--write")

    assert "0 accepted, 1 rejected, 1 left open" in said.err


class Interrupted(io.StringIO):
    """Somebody who answers, and then presses Ctrl-C."""

    def readline(self, size: int | None = -1, /) -> str:
        """Return what was typed, and then none of it."""
        line = super().readline(size)
        if not line:
            raise KeyboardInterrupt
        return line


def test_ctrl_c_keeps_what_was_decided(
    run: Callable[..., Ran], registered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the end of input does; before the first answer it stops the program as everywhere."""
    monkeypatch.setattr("sys.stdin", Interrupted(""))
    said = run("suggest", registered, "--interactive", "--write")
    assert (said.code, said.err.splitlines()[-1]) == (2, "readiness: stopped")
    assert (registered / "register.toml").read_text("utf-8") == COMMENTED

    monkeypatch.setattr("sys.stdin", Interrupted("a\n"))
    said = run("suggest", registered, "--interactive", "--write")
    assert (said.code, said.err.splitlines()[-1]) == (0, "1 accepted, 0 rejected, 1 left open")
    assert 'criterion = "OA12"' in (registered / "register.toml").read_text("utf-8")


@pytest.mark.parametrize("name", ["register.toml", "rejected.toml"])
def test_nobody_is_asked_where_no_answer_can_be_kept(
    run: Callable[..., Ran], registered: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """But without `--write` anybody may look."""
    (registered / name).touch()
    (registered / name).chmod(0o444)
    typed(monkeypatch, "a", "r")
    said = run("suggest", registered, "--interactive", "--write")
    assert (said.code, said.out) == (2, "")
    assert f"{registered / name}: is read-only" in said.err

    assert run("suggest", registered, "--interactive").code == 0


def test_decisions_can_come_from_a_spreadsheet(run: Callable[..., Ran], registered: Path, tmp_path: Path) -> None:
    """Filled in by somebody, and taken as long as the text is what was shown."""
    sheet = filled(run, registered, tmp_path / "list.csv", "Accept", "")
    said = run("suggest", registered, "--decisions", sheet, "--write")

    assert "1 accepted, 0 rejected, 1 left open" in said.err
    assert 'criterion = "OA12"' in (registered / "register.toml").read_text("utf-8")


def test_read_only_rejections_leave_the_register_as_it_is(
    run: Callable[..., Ran], registered: Path, tmp_path: Path
) -> None:
    """What is accepted and what is rejected is kept together, or nothing is."""
    (registered / "rejected.toml").write_text("", encoding="utf-8")
    (registered / "rejected.toml").chmod(0o444)
    sheet = filled(run, registered, tmp_path / "list.csv", "accept", "reject")
    said = run("suggest", registered, "--decisions", sheet, "--write")

    assert said.code == 2
    assert f"{registered / 'rejected.toml'}: is read-only" in said.err
    assert (registered / "register.toml").read_text("utf-8") == COMMENTED


def test_a_decision_that_makes_no_sense_is_refused_with_its_line(
    run: Callable[..., Ran], registered: Path, tmp_path: Path
) -> None:
    """All of them at once, and nothing is written."""
    sheet = filled(run, registered, tmp_path / "list.csv", "perhaps", "reject")
    (registered / "Data protection/asking to see a record.md").unlink()
    said = run("suggest", registered, "--decisions", sheet, "--write")

    assert said.code == 2
    assert "2 problems" in said.err
    assert "list.csv:2" in said.err
    assert "is not suggested now" in said.err
    assert (registered / "register.toml").read_text("utf-8") == COMMENTED


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--write"], 2, "add --interactive"),
        (["--interactive", "--write"], 3, "readiness init"),
        (["-o", "list.doc"], 2, "suffix chooses"),
        (["--decisions", "nowhere.csv"], 2, "no such file"),
    ],
)
def test_what_cannot_work_is_said_at_once(
    run: Callable[..., Ran], papers: Path, arguments: list[str], code: int, words: str
) -> None:
    """Before anything is read, or anybody is asked."""
    said = run("suggest", papers, *arguments)

    assert said.code == code
    assert words in said.err


def test_a_folder_without_documents_is_no_success(run: Callable[..., Ran], tmp_path: Path) -> None:
    """There was nothing to look at."""
    (tmp_path / "empty").mkdir()

    assert run("suggest", tmp_path / "empty").code == 3


def test_a_rejection_that_somebody_has_spoilt_is_told(run: Callable[..., Ran], registered: Path) -> None:
    """With its line."""
    (registered / "rejected.toml").write_text('[[rejected]]\ndocument = "a"\n', encoding="utf-8")
    said = run("suggest", registered)

    assert said.code == 2
    assert "rejected.toml:1" in said.err


def test_the_page_escapes_what_a_document_says(run: Callable[..., Ran], papers: Path, tmp_path: Path) -> None:
    """Markup of a document is shown, not obeyed."""
    name = papers / "HR/token handout.md"
    name.write_text(TOKENS.replace("Tell the helpdesk", "Lost token? <script>alert(1)</script> Tell the helpdesk"))
    run("suggest", papers, "-o", tmp_path / "list.html")
    page = (tmp_path / "list.html").read_text("utf-8")

    assert "<script" not in page
    assert "<mark>" in page


def test_what_could_not_be_read_is_told_by_its_fault(run: Callable[..., Ran], papers: Path) -> None:
    """A password is mended in another way than a damaged file, so the two stand apart."""
    for name, data in {"a.pdf": b"%PDF-1.4\nbroken", "b.pdf": b"%PDF-1.4\n", "photo.xyz": bytes(range(256))}.items():
        (papers / name).write_bytes(data)

    said = run("suggest", papers)

    assert (
        "Could not be read, or not in full:\n  corrupt: a.pdf, b.pdf\n  unknown format: photo.xyz\n" in f"{said.out}\n"
    )


def test_a_range_or_a_strand_chooses_criteria(run: Callable[..., Ran], papers: Path) -> None:
    """As in every other command."""
    by_range, by_strand, other = (
        run("suggest", papers, "--only", only).out for only in ("OA11-12", "Helpdesk and Support", "OA13-14")
    )

    assert [text.startswith("OA12  Security tokens") for text in (by_range, by_strand, other)] == [True, True, False]


@pytest.fixture
def sorted_out(registered: Path) -> Path:
    """Return the folder with twelve agendas and a newsletter more, one of them claimed."""
    shutil.rmtree(registered / "Board")
    for number in range(1, 13):
        (registered / f"agenda {number:02} May.md").write_text(TOKENS, encoding="utf-8")
    (registered / "staff newsletter.md").write_text(TOKENS, encoding="utf-8")
    with (registered / "register.toml").open("a", encoding="utf-8") as stream:
        stream.write('[[document]]\npath = "agenda 01 May.md"\n[[document.claim]]\ncriterion = "OA12"\n')
    return registered


def test_what_is_passed_over_for_what_it_is_is_named(run: Callable[..., Ran], sorted_out: Path, tmp_path: Path) -> None:
    """Ten on the screen and in a text, all in what is kept; whoever disagrees can claim it."""
    words = "Nothing is suggested from these, because of what they are. If one is evidence all the same, claim it"
    shown = " ".join(run("suggest", sorted_out).out.split())
    all_of_them = [f"agenda {number:02} May.md" for number in range(2, 13)]
    assert f"{words} by hand: agenda: {', '.join(all_of_them[:10])} and 2 more; -o FILE.csv or FILE.html" in shown
    assert "01 May" not in shown

    for suffix in ("html", "md", "json", "csv"):
        run("suggest", sorted_out, "-o", tmp_path / f"list.{suffix}")
    passed = [(path, "agenda") for path in all_of_them] + [("staff newsletter.md", "newsletter")]
    told = json.loads((tmp_path / "list.json").read_text("utf-8"))
    assert [(one["document"], one["sort"]) for one in told["passed_over"]] == passed
    rows = list(csv.DictReader(io.StringIO((tmp_path / "list.csv").read_text("utf-8-sig"), newline="")))
    note = "nothing is suggested from it because of what it is: "
    assert [(one["document"], one["caveats"]) for one in rows if not one["criterion"]] == [
        (path, f"{note}{sort}") for path, sort in passed
    ]
    page, text = ((tmp_path / f"list.{suffix}").read_text("utf-8") for suffix in ("html", "md"))
    assert all(f'<li class="path">{path}: {sort}</li>' in page for path, sort in passed)
    assert all(path in text for path, _ in passed)


def test_nothing_is_said_of_sorts_where_none_is_passed_over(run: Callable[..., Ran], papers: Path) -> None:
    """A paper without any suggestion is not passed over for what it is."""
    shutil.rmtree(papers / "Board")
    told = json.loads(run("suggest", papers, "--format", "json").out)

    assert told["passed_over"] == []
    assert "because of what they are" not in run("suggest", papers).out


def test_a_paper_that_is_passed_over_is_claimed_by_hand(
    run: Callable[..., Ran], sorted_out: Path, tmp_path: Path
) -> None:
    """The list cannot say for what; left alone it is no decision."""
    target = tmp_path / "list.csv"
    run("suggest", sorted_out, "-o", target)
    assert run("suggest", sorted_out, "--decisions", target).code == 0
    text = target.read_text("utf-8-sig")
    target.write_text(text.replace(",,,agenda 02", "accept,,,agenda 02"), encoding="utf-8-sig")
    said = run("suggest", sorted_out, "--decisions", target, "--write")

    assert said.code == 2
    assert "nothing is suggested from agenda 02 May.md; if it is evidence, `readiness claim` claims it" in said.err
    assert run("claim", sorted_out, "agenda 02 May.md", "OA12").code == 0
    assert "agenda 02" not in run("suggest", sorted_out, "--format", "csv").out


def test_what_could_not_be_looked_at_is_named(papers: Path, run: Callable[..., Ran]) -> None:
    """An empty file and a link that leads away may hide evidence as much as a damaged one."""
    (papers / "nothing yet.txt").write_bytes(b"")
    if hasattr(os, "symlink"):
        (papers / "away.txt").symlink_to(papers.parent)

    told = json.loads(run("suggest", papers, "--format", "json").out)
    shown = run("suggest", papers).out

    assert "nothing yet.txt" in str(told["unread"])
    assert "empty: nothing yet.txt" in shown
    assert "a link that leads out of the evidence folder: away.txt" in shown
