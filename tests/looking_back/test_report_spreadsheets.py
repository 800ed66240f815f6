"""Reports, comparisons and trends as csv, as workbooks and in a council's own Word document."""

from __future__ import annotations

import csv
import datetime as dt
import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from attrs import evolve
from test_reports import reports

import readiness
from common import Ran, kept
from readiness.exceptions import InputError
from readiness.model import Assessment, Report, Status

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests" / "renderers"))

import samples  # noqa: E402 - stands with the tests of the renderers

ANYSHIRE = ROOT / "evidence" / "anyshire"
DAYS = (dt.date(2008, 12, 1), dt.date(2009, 3, 2), dt.date(2009, 6, 15))
Run = Callable[..., Ran]


@pytest.fixture(scope="module")
def judged() -> list[Assessment]:
    return [readiness.assess_folder(ANYSHIRE, as_of=day, cache=kept()) for day in DAYS]


def lines(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def book(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_the_action_plan_as_csv(judged: list[Assessment]) -> None:
    """A line for each gap, with the day as one that sorts; a line of another table says which."""
    rows = lines(readiness.render(readiness.report(judged[1], "actions"), "csv"))

    gaps = [one for one in rows if one["Table"] == "Gaps and actions"]
    assert {one["Criterion"].partition(" ")[0] for one in gaps} == {one.criterion.id for one in judged[1].gaps}
    first = next(one for one in gaps if one["Criterion"].startswith("OA23 "))
    assert (first["Status"], first["Due"], first["Due (date)"]) == ("Not met", "25 March 2009 (plan)", "2009-03-25")
    assert {one["Table"] for one in lines(readiness.render(readiness.report(judged[2], "actions"), "csv"))} == {
        "Gaps and actions",
        "Overdue in the plan",
    }


def test_the_action_plan_as_a_workbook(judged: list[Assessment]) -> None:
    """What is said stands on the first sheet, each table on its own, with real days, numbers and filters."""
    made = book(readiness.render(readiness.report(judged[1], "actions"), "xlsx"))

    assert made.sheetnames == ["report", "gaps and actions"]
    assert ("NO-GO", "In short") == (made["report"]["A5"].value, made["report"]["A6"].value)
    sheet = made["gaps and actions"]
    assert "Due (date)" == sheet["G1"].value
    assert {type(row[6].value) for row in sheet.iter_rows(min_row=2)} == {dt.datetime}
    assert "FFF8DAD5" == sheet["B2"].fill.fgColor.rgb
    assert (sheet.freeze_panes, bool(sheet.auto_filter.ref)) == ("B2", True)
    strands = book(readiness.render(readiness.report(judged[1], "board"), "xlsx"))["a strand has the colour of"]
    assert 12 == strands["C2"].value


@pytest.mark.parametrize("name", ["full", "empty", "hostile"])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_no_cell_is_a_formula(form: str, name: str) -> None:
    """Whatever a register, a plan or a path says, a spreadsheet shows it and obeys nothing."""
    for report in reports(getattr(samples, name)()):
        data = readiness.render(report, form)
        if form == "csv":
            cells = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")) for cell in row]
            assert not [one for one in cells if one.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))]
        else:
            held = [cell for sheet in book(data) for row in sheet.iter_rows() for cell in row]
            assert not [one for one in held if one.data_type == "f" or one.hyperlink]


def test_what_is_filled_in_by_hand_is_no_table(judged: list[Assessment]) -> None:
    """The line for a signature is for paper."""
    report = readiness.report(judged[1], "board")

    assert "To be filled in by hand" in readiness.render(report, "md").decode()
    assert "by hand" not in readiness.render(report, "csv").decode("utf-8-sig")
    assert not [one for one in book(readiness.render(report, "xlsx")).sheetnames if "hand" in one]


def test_a_comparison_as_csv_has_every_movement(judged: list[Assessment]) -> None:
    """A line for each cause, so that nothing is lost that the page says."""
    found = readiness.compare(judged[0], judged[1])
    rows = [one for one in lines(readiness.render(found, "csv")) if one["Table"] == "What moved"]

    assert sum(max(1, len(one.causes)) for one in found.movements) == len(rows)
    assert {(one.criterion, one.way.value.capitalize()) for one in found.movements} == {
        (one["Criterion"], one["What happened"]) for one in rows
    }
    assert [one.sentence for movement in found.movements for one in movement.causes] == [
        one["In words"] for one in rows if one["In words"]
    ]
    assert "what moved" in book(readiness.render(found, "xlsx")).sheetnames


@pytest.mark.parametrize("form", ["md", "docx", "odt", "xlsx", "html", "pdf"])
def test_a_trend_is_numbers_in_every_form(form: str, judged: list[Assessment]) -> None:
    """The counts of each assessment, and how each criterion stood, in all of them."""
    found = readiness.trend(judged)
    data = readiness.render(found, form)

    assert data
    assert data == readiness.render(readiness.trend(judged[::-1]), form)
    if form == "md":
        text = data.decode()
        assert "| 15 June 2009 | NO-GO | 19 | 7 | 12 | 0 | 4 | 3 | 1 | 1 |" in text
        assert "| 1 December 2008 | NO-GO | 24 | 3 | 17 | 1 | 2 | 4 | 0 | 1 |" in text
        assert (found.moved, len(found.rows)) == (12, text.count(" from 1 December 2008"))
    if form == "docx":
        counts, stood = docx.Document(io.BytesIO(data)).tables[-2:]
        assert ["15 June 2009", "NO-GO", "19"] == [cell.text for cell in counts.rows[1].cells][:3]
        assert len(found.rows) == len(stood.rows) - 1
    if form == "xlsx":
        sheet = book(data)["criteria by status in each"]
        assert ("NO-GO", 19) == (sheet["C2"].value, sheet["D2"].value)


def test_a_trend_as_markdown(judged: list[Assessment], same_as_kept: Callable[[str, str], None]) -> None:
    """The whole of it."""
    same_as_kept("trend.md", readiness.render(readiness.trend(judged), "md").decode())


def test_a_trend_leaves_out_what_never_was(judged: list[Assessment]) -> None:
    """A status that no assessment has takes no column; one assessment alone is a trend, too."""
    text = readiness.render(readiness.trend(judged[:1]), "md").decode()

    assert "| As of | Decision | Gaps | Met | Partly met | Planned | Not met | Not assessable | Waived |" in text
    assert Status.NOT_APPLICABLE.value.capitalize() not in text
    assert "RA7, 1 December 2008\n" in text


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """Return a Word document as a council has it."""
    made: Any = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Anyshire: {{kind}} for {{organisation}}"
    path = tmp_path / "council.docx"
    made.save(path)
    return path


def test_every_word_document_can_look_like_the_councils(council: Path, run: Run, tmp_path: Path) -> None:
    """Reports, notes, comparison and trend take `--template` as the profile does."""
    old, new, out = tmp_path / "old.json", tmp_path / "new.json", tmp_path / "out.docx"
    for path, day in ((old, "2008-12-01"), (new, "2009-03-02")):
        run("profile", ANYSHIRE, "--as-of", day, "-o", path)
    day = ("--as-of", "2009-03-02")
    for argv, kind in (
        (("report", "highlight", ANYSHIRE, *day), "Highlight report"),
        (("report", "board", ANYSHIRE, *day), "Board summary"),
        (("report", "actions", ANYSHIRE, *day), "Action plan"),
        (("diff", old, new), "What changed"),
        (("trend", old, new), "Trend"),
    ):
        done = run(*argv, "-o", out, "--template", council)
        assert done.code == (1 if argv[0] == "diff" else 0), done.err
        header = docx.Document(str(out)).sections[0].header.paragraphs[0].text
        assert f"Anyshire: {kind} for Anyshire County Council (invented)" == header
    notes = tmp_path / "notes"
    run("report", "owners", ANYSHIRE, *day, "--format", "docx", "-o", notes, "--template", council)
    one = next(iter(sorted(notes.iterdir())))
    assert "Anyshire: Note for " in docx.Document(str(one)).sections[0].header.paragraphs[0].text


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("-o", "out.odt"), "a template is for Word documents (.docx), not for odt"),
        ((), "a template is for Word documents (.docx), not for md"),
        (("-o", "out.docx", "--template", "nowhere.docx"), "nowhere.docx: the template cannot be opened"),
        (("--format", "docx"), "docx is no text that could be printed"),
        (("--format", "csv"), "invalid choice: 'csv'"),
        (("-o", "out.csv"), "the file's suffix chooses the format"),
    ],
)
def test_what_would_not_be_used_is_refused(
    more: tuple[str, ...], says: str, council: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A template for another format, a package for a screen, and a csv of a report that is more than tables."""
    monkeypatch.chdir(tmp_path)
    done = run("report", "board", ANYSHIRE, "--as-of", "2009-03-02", "--template", council, *more)

    assert done.code == 2
    assert says in done.err
    assert not list(tmp_path.glob("out.*"))


def test_a_template_is_looked_at_before_the_folder(run: Run, tmp_path: Path) -> None:
    """Nobody waits for a judgement to hear that the Word document is none."""
    wrong = tmp_path / "wrong.docx"
    wrong.write_bytes(b"no package")
    with pytest.raises(InputError, match=r"wrong\.docx"):
        readiness.render(readiness.trend([samples_record()]), "docx", template=wrong)
    assert (
        "wrong.docx" in run("report", "board", tmp_path / "nowhere", "-o", tmp_path / "o.docx", "--template", wrong).err
    )


def samples_record() -> Any:
    from readiness._records import record_of  # noqa: PLC0415 - only here

    return record_of(samples.full())


def test_two_tables_of_one_name_have_two_sheets() -> None:
    """Names of sheets are cut, cleaned and numbered; none is one that workbooks keep for themselves."""
    report = readiness.report(readiness.assess_folder(ANYSHIRE, as_of=DAYS[1], cache=kept()), "actions")
    grid = next(one for one in report.blocks if type(one).__name__ == "Grid")
    captions = ("History", "a/b: c", "a/b: d", "x" * 60, "x" * 61, "[]", "\x08", "'quoted'")
    many: Report = evolve(report, blocks=tuple(evolve(grid, caption=one) for one in captions))  # type: ignore[type-var]

    names = book(readiness.render(many, "xlsx")).sheetnames
    assert len({*names}) == len(captions) + 1
    assert all(0 < len(one) <= 31 for one in names)
    assert "history" not in names
