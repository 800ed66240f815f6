"""The profile as csv: what an officer opens in a spreadsheet, and nothing that the spreadsheet would run."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import machines
import pytest
import samples
from hypothesis import given, settings
from hypothesis import strategies as st

from common import at_most
from readiness._renderers._csv import COLUMNS, CsvRenderer
from readiness.model import EvidenceProfile

RUN = ("=", "+", "-", "@", "\t", "\r", "\n")
HOSTILE = st.text(st.characters(codec=None), max_size=20) | st.text("=+-@\t\r\n\"', ;\x00\ud800", max_size=20)


def rows(profile: EvidenceProfile) -> list[dict[str, str]]:
    text = CsvRenderer().render(profile).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_spreadsheet_knows_how_to_read_it() -> None:
    """A byte order mark, CRLF, and the columns in their order."""
    whole = CsvRenderer().render(samples.full())

    assert whole.startswith(b"\xef\xbb\xbfcriterion,title,status,colour,reasons,")
    assert whole.count(b"\r\n") == whole.count(b"\n") == len(rows(samples.full())) + 1


def test_each_criterion_has_a_line_for_each_finding_and_at_least_one() -> None:
    """Lines that are numbered 1 count each criterion once; the folder's findings come last, without a criterion."""
    found = rows(machines.telling())

    assert [one["criterion"] for one in found if one["number"] == "1"] == [
        "OA1",
        "OA2",
        "OA3",
        "OA5",
        "OA8",
        "OA9",
        "OA12",
        "",
    ]
    assert [one["number"] for one in found if one["criterion"] == "OA2"] == ["1", "2", "3"]
    assert [one["rule"] for one in found if not one["criterion"]][-1] == "plan-conflict"


def test_a_line_says_what_to_do_with_what_where_and_who() -> None:
    """Everything that somebody needs who was given one line of the sheet."""
    expected = {
        "criterion": "OA8",
        "title": "Shielding",
        "status": "planned",
        "colour": "amber",
        "reasons": "only planned",
        "number": "1",
        "level": "error",
        "finding": "There is only a plan.",
        "fix": "Claim a document.",
        "rule": "has-evidence",
        "document": "",
        "where": "register.toml:12 (document[2])",
        "who": "Local implementation manager",
        "by": "30 June 2009",
        "excused": "",
        "known": "",
        "part": "",
    }

    assert [one for one in rows(samples.full()) if one["criterion"] == "OA8"] == [expected]


def test_what_is_met_shows_its_document() -> None:
    """A criterion without findings names what is put forward, and where in it."""
    (met,) = [one for one in rows(samples.full()) if one["criterion"] == "OA1"]

    assert (met["document"], met["where"]) == ("hr/records.doc", "hr/records.doc: section 4.2, paragraph 3")


def test_an_excuse_stands_beside_what_it_excuses() -> None:
    """A waived finding says by whom and until when; a finding about the waiver does not."""
    excused = {one["rule"]: bool(one["excused"]) for one in rows(machines.telling()) if one["criterion"] == "OA9"}

    assert excused == {"has-evidence": True, "waiver": False}


@pytest.mark.parametrize(
    "text", ["=cmd|'/c calc'!A1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\uff1d1", "\uff20x"]
)
def test_no_cell_is_a_formula(text: str) -> None:
    """An apostrophe before it makes a spreadsheet take it for text."""
    titles = {one["title"] for one in rows(samples.saying(lambda said: text + said)) if one["title"]}

    assert titles
    assert all(one.startswith(f"'{text}") for one in titles)


@settings(max_examples=at_most(30), deadline=None)
@given(HOSTILE)
def test_reads_back_whatever_the_text(text: str) -> None:
    """Any text leaves the same lines and columns, and no cell that would be run."""
    found = rows(machines.telling_as(lambda said: f"{text}{said}"))

    assert len(found) == len(rows(machines.telling()))
    assert all(tuple(one) == COLUMNS for one in found)
    assert not [cell for one in found for cell in one.values() if cell.startswith(RUN)]


def test_matches_the_snapshot(snapshot: Any) -> None:
    """The whole output is the one agreed."""
    snapshot(Path("machines.csv"), CsvRenderer().render(machines.telling()))
