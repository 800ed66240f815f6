"""The profile as a workbook: what an officer sorts and filters, and nothing that the spreadsheet would run."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import openpyxl
import pytest
import python_calamine
import samples
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from common import at_most
from readiness._renderers._xlsx import XlsxRenderer
from readiness.model import EvidenceProfile

HOSTILE = st.text(st.characters(codec=None), max_size=20) | st.text("=+-@\t\r\n\"', ;\x00\ud800_x0041_", max_size=20)
SHEETS = ["profile", "gaps", "criteria", "findings", "evidence", "plan"]


def book(profile: EvidenceProfile) -> Any:
    return openpyxl.load_workbook(io.BytesIO(XlsxRenderer().render(profile)))


def rows(profile: EvidenceProfile, name: str) -> list[dict[str, Any]]:
    """Return the rows of a sheet, each by the titles of its columns."""
    head, *found = book(profile)[name].iter_rows(values_only=True)
    return [dict(zip(head, one, strict=True)) for one in found]


def day(year: int, month: int, number: int) -> dt.datetime:
    """Return a day as openpyxl gives it."""
    return dt.datetime(year, month, number)  # noqa: DTZ001 - a workbook knows no zone


def test_the_sheets_hold_the_head_and_can_be_filtered() -> None:
    """The head stays on the screen and on each printed page; each sheet filters over all that it holds."""
    whole = book(samples.full())

    assert whole.sheetnames == SHEETS
    for sheet in whole:
        assert sheet.freeze_panes in {"B2", "C2"}
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.auto_filter.ref == (None if sheet.title == "profile" else sheet.dimensions)
    assert whole.properties.title == "Isle of Somewhere Council: RA7 evidence profile, as of 1 May 2009"


def test_dates_are_dates() -> None:
    """They sort and filter as days, not as words."""
    profile = samples.full()
    facts = {one["What"]: one["Value"] for one in rows(profile, "profile")}

    assert facts["As of"] == day(2009, 5, 1)
    assert {one["By when"] for one in rows(profile, "gaps")} == {day(2009, 6, 30)}
    assert rows(profile, "evidence")[0]["Review by"] == day(2009, 6, 1)
    assert rows(profile, "evidence")[0]["Last approved"] == day(2008, 12, 9)
    ambiguous = next(one for one in rows(profile, "plan") if one["Action"] == "A04")
    assert (ambiguous["First day"], ambiguous["Last day"]) == (day(2009, 6, 1), day(2009, 8, 31))
    assert ambiguous["Dates in words"] == "1 June 2009 or 11 July 2009 or August 2009 (low confidence)"


def test_every_criterion_gap_link_and_action_has_its_row() -> None:
    """Nothing of the profile is left out; a document that supports nothing is told, too."""
    profile = samples.full()

    assert [one["Criterion"] for one in rows(profile, "criteria")] == [one.criterion.id for one in profile.results]
    assert [one["Criterion"] for one in rows(profile, "gaps")] == [one.id for one in profile.gaps]
    assert [one["Document"] for one in rows(profile, "evidence")] == [
        "hr/records.doc",
        "induction.pdf",
        "notes.txt",
        "old/scan.tif",
    ]
    assert len(rows(profile, "plan")) == 6 + 1
    assert sum(one["Criterion"] == "the whole folder" for one in rows(profile, "findings")) == 1
    assert any(one["What"] == "Not looked at" for one in rows(profile, "profile"))


def test_a_status_is_a_word_and_a_colour() -> None:
    """The colour stands in words in a column of its own, so that it can be filtered and heard."""
    (first, *_) = rows(samples.full(), "criteria")

    assert (first["Status"], first["Colour"]) == ("Met", "Green")


@settings(max_examples=at_most(20), deadline=None)
@given(HOSTILE)
def test_no_text_is_a_formula(before: str) -> None:
    """Whatever a text begins with, its cell is text, and stays text when somebody edits it."""
    for sheet in book(samples.saying(lambda text: before + text)):
        for row in sheet.iter_rows():
            for one in row:
                assert one.data_type in {"s", "n", "d"}
                assert one.data_type != "s" or one.row == 1 or one.quotePrefix or one.column_letter in "CD"
                assert one.hyperlink is None


def test_what_no_cell_can_hold_is_cut_and_says_so() -> None:
    """A text of 40,000 characters, half of them outside the basic plane."""
    profile = samples.full()
    (first, *rest) = profile.gaps
    long = evolve(profile, gaps=(evolve(first, why="\N{GRINNING FACE}" * 40_000), *rest))

    said = rows(long, "gaps")[0]["Why"]

    assert said.endswith("… (cut: the cell is full)")
    assert len(said.encode("utf-16-le")) // 2 <= 32_767


def test_a_day_before_spreadsheets_have_days_is_written_in_words() -> None:
    """Spreadsheets begin in 1900."""
    profile = samples.full()
    old = evolve(profile, gaps=tuple(evolve(one, due=dt.date(1066, 10, 14)) for one in profile.gaps))

    assert {one["By when"] for one in rows(old, "gaps")} == {"14 October 1066"}


@pytest.mark.parametrize("name", ["empty", "hostile", "full"])
def test_another_reader_opens_it(name: str) -> None:
    """So does one that is written in another language; and its parts name no clock."""
    data = XlsxRenderer().render(getattr(samples, name)())

    assert python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).sheet_names == SHEETS
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
