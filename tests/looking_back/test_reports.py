"""The reports: what each says, to whom, in which formats, and what hostile text can do to them."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import readiness
from common import Ran, at_most, kept
from readiness._cli._report import file_name
from readiness._records import record_of
from readiness._reports import NOBODY, action_report, board_report, highlight_report, owner_reports
from readiness.exceptions import InputError, PluginError
from readiness.model import (
    Block,
    Bullets,
    EvidenceProfile,
    Facts,
    Grid,
    Heading,
    Line,
    Numbers,
    Paragraph,
    Rag,
    Report,
    Status,
    Verdict,
)

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests" / "renderers"))

import samples  # noqa: E402 - stands with the tests of the renderers
from page import Page, content  # noqa: E402 - as above

Run = Callable[..., Ran]
ANYSHIRE = ROOT / "evidence" / "anyshire"


def reports(profile: EvidenceProfile) -> Iterator[Report]:
    """Yield every report of a profile, with and without an earlier assessment."""
    now = record_of(profile)
    turned = tuple(evolve(one, status=Status.MET, findings=()) for one in now.criteria)
    found = (
        readiness.compare(evolve(now, as_of=now.as_of - timedelta(days=30), criteria=turned), now) if turned else None
    )
    yield action_report(profile)
    for before in (None, found):
        yield highlight_report(profile, before)
        yield board_report(profile, before)
    yield from owner_reports(profile).values()


def said(report: Report) -> str:
    return readiness.render(report, "md").decode()


def under(report: Report, heading: str) -> str:
    """Return what a report says under a heading of level 2."""
    return said(report).partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


@pytest.fixture(scope="module")
def march() -> readiness.model.Assessment:
    return readiness.assess_folder(ANYSHIRE, as_of=date(2009, 3, 2), cache=kept())


@pytest.fixture(scope="module")
def december() -> readiness.model.Assessment:
    return readiness.assess_folder(ANYSHIRE, as_of=date(2008, 12, 1), cache=kept())


def test_the_highlight_report_says_what_moved(march: Any, december: Any) -> None:
    """Better and worse are told apart, each criterion once, with the cause that says most."""
    progress = under(readiness.report(march, "highlight", since=december), "Progress since 1 December 2008")
    better, _, worse = progress.partition("### Worse")

    assert "**OA2 ContactPoint as part of induction** closed (was partly met, is met). No longer said: " in better
    assert "**OA28" in better
    assert "excused (was not assessable, is waived). Excuse given: Waived by Director" in better
    assert "**OA24 Complaints about ContactPoint** opened (was waived, is not met). Excuse ended: " in worse
    assert "**OA23 Reporting the death of a child** opened and newly stale" in worse
    assert 1 == worse.count("OA23")


def test_without_an_earlier_assessment_nothing_is_said_of_progress(march: Any) -> None:
    """It is said that there was none, and how to have one next time."""
    assert "No earlier assessment was given" in under(readiness.report(march), "Progress")
    assert "--since" in under(readiness.report(march), "Progress")


def test_a_strand_has_the_colour_of_its_worst_criterion(march: Any) -> None:
    """Each strand is told with its colour in words and what its criteria are."""
    rows = dict(re.findall(r"^\| (.+?) \| (\w+) \| \d+ \|", under(readiness.report(march), "By strand"), re.MULTILINE))
    titles = {one.id: one.title for one in march.catalogue.strands}
    order = [Rag.RED, Rag.GREY, Rag.AMBER, Rag.PURPLE, Rag.GREEN, Rag.NONE]

    worst: dict[str, Rag] = {}
    for one in march.results:
        title = titles.get(one.criterion.strand, "No strand")
        worst[title] = min(one.status.rag, worst.get(title, Rag.NONE), key=order.index)
    assert rows == {title: rag.value.capitalize() for title, rag in worst.items()}


def test_risks_and_issues(march: Any) -> None:
    """Issues are what is red or grey; risks are what will lapse and what the plan leaves open."""
    found = under(readiness.report(march), "Risks and issues")
    issues, _, risks = found.partition("**Risks")

    assert {"OA5", "OA9", "OA13", "OA20", "OA23", "OA24"} == set(re.findall(r"^\| \*\*(OA\d+)", issues, re.MULTILINE))
    assert "Is planned, and will be not met" in risks
    assert "OA5, OA24 and OA27" in risks


def test_the_next_month(march: Any) -> None:
    """What is dated in the month after the day is there in order of time, and what is done or later is not."""
    found = under(readiness.report(march), "Next month")
    days = re.findall(r"^\| (\d+ March 2009)", found, re.MULTILINE)

    assert ["17 March 2009", "25 March 2009", "25 March 2009", "27 March 2009", "31 March 2009"] == days[:5]
    assert "April 2009 |" not in found.replace("between 2 March 2009 and 2 April 2009", "")
    june = readiness.assess_folder(ANYSHIRE, as_of=date(2010, 6, 1), cache=kept())
    assert "Nothing is dated between 1 June 2010 and 1 July 2010." in under(readiness.report(june), "Next month")


def test_reviews_waivers_and_the_due_date_fall_into_the_month() -> None:
    """They are taken from the register, whatever the plan says."""
    day = date(2009, 4, 29)
    found = under(readiness.report(readiness.assess_folder(ANYSHIRE, as_of=day, cache=kept())), "Next month")

    assert "30 April 2009 | Subject access requests: procedure has to be reviewed, or it lapses" in found
    assert "29 May 2009 | RA7 is due" in found


def test_the_board_summary_is_short(march: Any, december: Any) -> None:
    """Five gaps are told in full, the others by name, and there is a line to fill in."""
    found = readiness.report(march, "board", since=december)

    assert 5 == under(found, "What stands in the way").count("\n- **OA")
    assert "And 13 more gaps: OA7" in said(found)
    assert "6 closed, 2 excused, 7 improved, 2 opened and 1 newly stale" in said(found)
    assert found.one_page
    assert [one for one in found.blocks if isinstance(one, Grid) and one.to_fill]


def test_the_action_plan_has_every_gap(march: Any) -> None:
    """Gap, what to do, owner, due date and plan action stand in one line each, the most pressing first."""
    grid = next(one for one in readiness.report(march, "actions").blocks if isinstance(one, Grid))

    assert ("Criterion", "Status", "What is missing", "What to do", "Owner", "Due", "Plan action") == grid.head
    assert {one.criterion.id for one in march.gaps} == {row[0][0].text for row in grid.rows}
    assert Status.NOT_MET is grid.rows[0][1][0].status
    assert all(row[4] and row[5] and row[6] for row in grid.rows)


def test_owners_get_what_is_theirs_and_nothing_else(march: Any) -> None:
    """Every gap is in the note of each of its owners and in no other; so is every open action of the plan."""
    notes = readiness.owner_reports(march)
    gaps = {one.id: one for one in readiness._profile.gaps_of(march)}
    for owner, note in notes.items():
        key = owner.casefold()
        wanted = {one.id for one in gaps.values() if key in {who.casefold() for who in one.who}}
        assert wanted == set(re.findall(r"^\| \*\*(OA\d+)", under(note, "Gaps"), re.MULTILINE)), owner
        actions = {one.id for one in march.plan.actions if key in {who.casefold() for who in one.who}}
        assert set(re.findall(r"^\| (A\d+) ", under(note, "Plan actions"), re.MULTILINE)) <= actions
    assert {one for gap in gaps.values() for one in gap.who} <= {*notes}
    assert "Safeguarding Coordinator" in notes


def test_what_nobody_is_named_for_has_a_note_of_its_own() -> None:
    """It comes last; nothing is lost because no one owns it."""
    profile = samples.full()
    nobody = evolve(profile, gaps=tuple(evolve(one, who=()) for one in profile.gaps))
    notes = owner_reports(nobody)

    assert NOBODY == list(notes)[-1]
    assert all(one.id in said(notes[NOBODY]) for one in nobody.gaps)


def test_spellings_of_one_role_are_one_owner() -> None:
    """Capitals, spaces, stops and words cut short make no second owner; the note says what it was made from."""
    profile = samples.full()
    ways = (
        "Head  of ICT",
        "head of ict ",
        "ICT Ser. Dev Mgr",
        "ICT Service Development Manager",
        "P.O., Referral & Co-ordination",
    )
    whole = "P.O. Referral and Coordination"
    gaps = tuple(evolve(profile.gaps[0], who=(one,)) for one in (*ways, "P.O., Referral & Co-ordination", whole))
    notes = owner_reports(evolve(profile, gaps=gaps))

    assert {"Head of ICT", "ICT Service Development Manager", "P.O., Referral & Co-ordination"} <= {*notes}
    assert not {"head of ict", "ICT Ser. Dev Mgr", whole} & {*notes}
    told = said(notes["ICT Service Development Manager"])
    assert "**Written as:** “ICT Ser. Dev Mgr” and “ICT Service Development Manager”" in told
    assert "2 gaps" in told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PO", "Principal Officer"),
        ("ICT Manager", "IT Manager"),
        ("Head of HR", "HR"),
        ("Data Manager", "Data Managers"),
    ],
)
def test_nobody_is_taken_for_somebody_else(one: str, other: str) -> None:
    """Initials and other words are never guessed: a note too many does less harm than one on the wrong desk."""
    profile = samples.full()
    gaps = tuple(evolve(profile.gaps[0], who=(name,)) for name in (one, other))

    assert {one, other} <= {*owner_reports(evolve(profile, gaps=gaps))}


def test_an_unknown_kind_or_format_is_told(march: Any) -> None:
    """Each with what there is."""
    with pytest.raises(InputError, match="highlight, board, actions"):
        readiness.report(march, "bord")
    with pytest.raises(PluginError, match="there are: csv, docx, html, md"):
        readiness.render(readiness.report(march), "epub")


@pytest.mark.parametrize("name", ["full", "empty", "hostile"])
def test_pages_are_whole_and_fetch_nothing(name: str) -> None:
    """Tags pair up, headings come in order, every table has a caption and scopes, and no text adds an element."""
    ours = {tag for one in reports(samples.full()) for tag in Page(readiness.render(one, "html")).tags}
    for report in reports(getattr(samples, name)()):
        page = Page(readiness.render(report, "html"))
        assert not page.faults
        assert page.tags <= ours
        assert not {"script", "img", "iframe", "object", "link"} & page.tags
        assert page.headings[0] == 1
        assert 1 == page.headings.count(1)
        assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
        assert not [one for one in (*page.values("src"), *page.values("href")) if not one.startswith("#")]
        assert {"main", "header", "footer", "title"} <= page.tags
        assert "caption" in page.tags or "table" not in page.tags
        assert {"col", "row"} >= set(page.values("scope"))


@pytest.mark.parametrize("name", ["full", "empty", "hostile"])
def test_markdown_is_inert(name: str) -> None:
    """No text of a profile becomes a link, an element or a control character, and every row has its cells."""
    for report in reports(getattr(samples, name)()):
        text = said(report)
        assert not re.search(r"(?<!\\)(?:\\\\)*\]\(", text)
        assert not re.search(r"(?<!\\)<", text)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text)
        for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
            assert 1 == len({len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()})


WORDS = {Heading: "text", Verdict: "sentence"}


@pytest.mark.parametrize("form", ["md", "html"])
def test_no_block_is_lost(form: str) -> None:
    """Whatever a report says stands in each format."""
    for report in reports(samples.full()):
        raw = readiness.render(report, form).decode()
        text = flat(re.sub(r"\\(.)", r"\1", raw).replace("**", "") if form == "md" else Page(raw.encode()).text)
        assert [one for one in map(flat, texts(report.blocks)) if one not in text] == []


def flat(text: str) -> str:
    return "".join(text.split())


def texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                yield block.text
            case Paragraph():
                yield from runs(block.words)
            case Bullets():
                yield from (run for item in block.items for run in runs(item))
            case Facts():
                for name, line in block.rows:
                    yield from (name, *runs(line))
            case Grid():
                yield from (block.caption, *block.head) if block.rows else (block.otherwise,)
                yield from (run for row in block.rows for cell in row for run in runs(cell))
            case Verdict():
                yield from (block.word, block.sentence)
            case Numbers():
                yield from (name for _, name, _ in block.items)


def runs(line: Line) -> Iterator[str]:
    for one in line:
        yield one.text or (
            one.status.value.capitalize() if one.status else one.rag.value.capitalize() if one.rag else ""
        )


@settings(max_examples=at_most(60))
@given(st.text(max_size=200), st.sets(st.text(max_size=5), max_size=3))
def test_file_names_are_safe_everywhere(owner: str, taken: set[str]) -> None:
    """Letters, digits and hyphens only; neither too long, nor reserved, nor taken."""
    name = file_name(owner, taken)

    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name)
    assert len(name) <= 66
    assert name not in {"con", "nul", "aux", "prn", "com1", "lpt9", *taken}


def test_the_command_writes_each_kind(run: Run, tmp_path: Path) -> None:
    """On the screen as Markdown, in a file as its suffix says; the exit code is 0 although there are gaps."""
    old = tmp_path / "old.json"
    run("profile", ANYSHIRE, "--as-of", "2008-12-01", "-o", old)
    for kind, more in {"highlight": ("--since", old), "board": ("--since", old), "actions": ()}.items():
        shown = run("report", kind, ANYSHIRE, "--as-of", "2009-03-02", *more)
        assert (0, True) == (shown.code, shown.out.startswith("# "))
        path = tmp_path / f"{kind}.html"
        done = run("report", kind, ANYSHIRE, "--as-of", "2009-03-02", *more, "-o", path)
        assert f"{path}: Anyshire County Council (invented), NO-GO, 18 gaps\n" == done.err
        assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_command_writes_a_folder_of_notes(run: Run, tmp_path: Path) -> None:
    """One file for each owner; the folder is made, and never written into a second time."""
    notes = tmp_path / "notes"
    done = run("report", "owners", ANYSHIRE, "--as-of", "2009-03-02", "-o", notes)

    assert (0, f"{notes}: 14 notes\n") == (done.code, done.err)
    assert 14 == len(list(notes.glob("*.html")))
    again = run("report", "owners", ANYSHIRE, "--as-of", "2009-03-02", "-o", notes)
    assert 2 == again.code
    assert "so that no old note stays in it" in again.err


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (("report", "board", ANYSHIRE, "-o", ANYSHIRE / "board.html"), "lies inside the evidence folder"),
        (("report", "owners", ANYSHIRE, "-o", ANYSHIRE / "notes"), "lies inside the evidence folder"),
        (("report", "board", ANYSHIRE, "--since", "nowhere.json"), "there is no such file"),
        (("report", "board", ANYSHIRE, "-o", "board.exe"), "use one of"),
        (("report", "monthly", ANYSHIRE), "invalid choice"),
    ],
)
def test_the_command_refuses(run: Run, argv: tuple[object, ...], says: str) -> None:
    """A mistake is told in words, with exit code 2, before a document is opened."""
    done = run(*argv)

    assert done.code == 2
    assert says in done.err


def test_an_earlier_assessment_of_somebody_else_is_refused(run: Run, tmp_path: Path) -> None:
    """Progress against another organisation would be no progress."""
    other = tmp_path / "other.json"
    run("profile", ROOT / "evidence" / "isle-of-wight", "--as-of", "2008-10-31", "-o", other)

    done = run("report", "board", ANYSHIRE, "--as-of", "2009-03-02", "--since", other)
    assert done.code == 2
    assert "different organisations" in done.err
    assert "--anyway" not in done.err  # which this command does not have


def test_whole_outputs(march: Any, december: Any, same_as_kept: Any) -> None:
    """Each report of Anyshire is kept, to be read when it changes."""
    since = readiness.compare(december, march)
    for kind in ("highlight", "board", "actions"):
        same_as_kept(f"{kind}.md", said(readiness.report(march, kind, since=since)))
    same_as_kept("owner.md", said(readiness.owner_reports(march)["Head of ICT"]))
    page = content(readiness.render(readiness.report(march, "board", since=since), "html")).decode()
    same_as_kept("board.html", re.sub(r'<svg class="sprite".*?</svg>', "", page, flags=re.DOTALL))
