"""Places that mark a document as unfinished."""

from __future__ import annotations

import pytest
from linking_samples import document, para, part, rows, table

from readiness._linking import Asked, look
from readiness.model import DocumentFacts


def marks(*passages, **more):
    """Return the places that mark a document of these passages as unfinished."""
    return [str(one) for one in look(document(*passages, **more), Asked()).drafts]


@pytest.mark.parametrize(
    "text",
    [
        "DRAFT",
        "Draft 3",
        "Shielding policy – draft",
        "Version 0.4",
        "v0.4",
        "Work in progress",
        "For consultation only",
        "Not yet approved",
        "Status: for consultation",
        "SUPERSEDED",
        "Withdrawn on 3 March 2009",
        "Status: obsolete",
        "This policy has been superseded by the policy of 2009.",
        "This document is no longer in force",
    ],
)
def test_title_page(text):
    """A mark in a short line of the first page."""
    assert marks("Shielding policy", text) == [f"paragraph 2: “{text}”"]


@pytest.mark.parametrize(
    "text",
    [
        "How letters are drafted",
        "The draft minutes are circulated",
        "This replaces the earlier draft.",
        "Superseded papers are kept for six years.",
        "This policy supersedes the one of 2007",
        "Consultation",
        "The consent was withdrawn",
        "A withdrawn consent is recorded.",
        "Drafting of policies",
        "Version 1.0",
        "A long line about drafts " + "word " * 30 + "draft",
    ],
)
def test_talk_of_drafts(text):
    """Other papers' drafts are none of this one."""
    assert marks("Shielding policy", text) == []


def test_margins_and_watermark():
    """A header of every page is one place."""
    header = part("DRAFT v0.3", "header")

    assert marks("Text", header, header, part("DRAFT", "watermark")) == ["header: “DRAFT v0.3”", "watermark: “DRAFT”"]


def test_properties():
    """The status of a document's properties counts; the version of the program that made it does not."""
    facts = DocumentFacts(properties=(("Status", "Draft"), ("Producer", "Writer v0.9")), draft_marks=("Draft",))

    assert marks("Text", facts=facts) == ["property Status: “Draft”"]


def test_a_mark_that_only_the_reader_saw():
    """It is not lost."""
    assert marks("Text", facts=DocumentFacts(draft_marks=("DRAFT",))) == ["draft mark: “DRAFT”"]
    assert marks("Text", part("Draft", "header"), facts=DocumentFacts(draft_marks=("DRAFT",))) == ["header: “Draft”"]


@pytest.mark.parametrize("make", [table, rows])
def test_history_of_a_finished_document(make):
    """That it was a draft once is no mark."""
    past = make(["Version", "Date", "Status"], ["0.1", "01/10/08", "Draft"], ["1.0", "20/01/09", "Approved"])

    assert marks("Version history", past) == []


def test_history_in_lines():
    """As a PDF gives it."""
    assert marks("Version Date Status", "0.1 01/10/08 Draft", "1.0 20/01/09 Approved") == []


@pytest.mark.parametrize("make", [table, rows])
def test_latest_version_is_a_draft(make):
    """The latest line of the history says so."""
    past = make(["Version", "Date", "Status"], ["1.0", "20/01/09", "Approved"], ["1.1", "01/03/09", "Draft"])
    unfinished = make(["Version", "Date", "Changes"], ["0.1", "01/10/08", "First"], ["0.2", "01/11/08", "Second"])

    assert len(marks("Version history", past)) == 1
    assert len(marks("Version history", unfinished)) == 1


def test_changes_and_comments_left_in():
    """Each is a place of its own kind."""
    facts = DocumentFacts(tracked_changes=3, comments=1)

    assert marks("Text", part("Really?", "comment by A. Person"), facts=facts) == [
        "tracked changes: “3 tracked changes”",
        "comment by A. Person: “Really?”",
    ]
    assert marks("Text", facts=DocumentFacts(comments=2)) == ["comments: “2 review comments”"]


def test_draft_far_down():
    """Running text talks of drafts, and is no mark."""
    filler = [para(f"Paragraph {number}", number) for number in range(40)]

    assert marks(*filler, "Draft") == []


def test_a_status_in_a_table():
    """Beside the word status it says so of this document, under it perhaps of an earlier one."""
    control = [["Owner", "Head of ICT"], ["Status", "Superseded"]]
    history = [["Version", "Status"], ["1.0", "Superseded"], ["2.0", "In force"]]

    assert marks("Shielding policy", table(*control)) == ["table 1, row 2, column 2: “Superseded”"]
    assert marks("Shielding policy", rows(*control)) == ["table 1, row 2: “Status | Superseded”"]
    assert marks("Shielding policy", table(*history)) == marks("Shielding policy", rows(*history)) == []
