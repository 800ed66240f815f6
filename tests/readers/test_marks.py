"""Draft marks and protective markings: found where they mark the document, not where it speaks of them."""

from __future__ import annotations

import pytest
import reader_samples as samples
from reader_samples import paragraph

from readiness._readers._marks import marked
from readiness.model import DocumentFacts, Locator, Passage

BODY = Passage("The policy says how records are kept, and by whom, and for how long. " * 3, Locator(paragraph=40))


def facts_of(*passages: Passage, **facts: object) -> DocumentFacts:
    """Return what is said of a document of these passages."""
    return marked(DocumentFacts(**facts), [*passages, BODY])  # type: ignore[arg-type]


def body(*texts: str) -> list[Passage]:
    """Return texts as the first paragraphs of a document."""
    return [Passage(text, Locator(paragraph=number)) for number, text in enumerate(texts, start=1)]


def table(*rows: tuple[str, ...]) -> list[Passage]:
    """Return a table, cell by cell, as Word documents give it."""
    return [
        Passage(text, Locator(table=1, row=row, column=column))
        for row, cells in enumerate(rows, start=1)
        for column, text in enumerate(cells, start=1)
    ]


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("DRAFT", "DRAFT"),
        ("Draft v0.3", "Draft v0.3"),
        ("Draft version 2", "Draft version 2"),
        ("Second draft for consultation", "draft"),
        ("*** DRAFT 3 ***", "DRAFT 3"),
        ("Draft records management policy", "Draft"),
        ("Records management policy - draft", "draft"),
        ("Records policy (Draft 2)", "Draft 2"),
        ("Records policy v2 DRAFT for comment", "DRAFT"),
        ("Status: Draft", "Draft"),
        ("Version 0.3", "Version 0.3"),
        ("Records policy v0.9b", "v0.9b"),
        ("Draft: not yet approved by the Board", "Draft"),
        ("For consultation only", "For consultation only"),
        ("[DRAFT]", "DRAFT"),
    ],
)
def test_titles_that_mark_a_draft(line, mark):
    """A first line, a title property or a footer may mark a document as a draft."""
    assert facts_of(*body(line)).draft_marks == (mark,)
    assert facts_of(title=line).draft_marks == (mark,)
    assert facts_of(Passage(line, Locator(part="footer", paragraph=1))).draft_marks == (mark,)


@pytest.mark.parametrize(
    "line",
    [
        "The draft was approved on 3 May 2009.",
        "The draft was approved",
        "Draft minutes were agreed as a true record",
        "Response to the draft regulations",
        "RESPONSE TO THE DRAFT REGULATIONS",
        "Comments on the draft",
        "Drafting group: terms of reference",
        "Overdraft policy",
        "Who drafts and who approves",
        "Version 1.0",
        "Version 10.5",
        "ODFDOM API v0.13.0-SNAPSHOT",
        "Visitors not approved by the manager wait at the desk.",
        "How work in progress is stored",
        "Approval of a draft policy",
    ],
)
def test_titles_that_speak_of_drafts(line):
    """A document that only speaks of drafts is none."""
    assert facts_of(*body(line)).draft_marks == ()
    assert facts_of(title=line).draft_marks == ()
    assert facts_of(Passage(line, Locator(part="header", paragraph=1))).draft_marks == ()


def test_headings_of_minutes():
    """Below the title a line must say nothing else to mark the document."""
    titles = ("Anyshire Board", "Minutes", "29 May 2009", "Present", "Apologies")
    assert facts_of(*body(*titles, "Draft budget 2009", "Draft policy on records")).draft_marks == ()
    assert facts_of(*body(*titles, "DRAFT - not for circulation")).draft_marks == ("DRAFT",)


def test_watermark_and_status_properties():
    """A watermark and a property for the status are marks; other properties and programs are not."""
    assert facts_of(Passage("DRAFT", Locator(part="header, watermark"))).draft_marks == ("DRAFT",)
    assert facts_of(Passage("Not approved", Locator(part="watermark"))).draft_marks == ("Not approved",)
    assert facts_of(properties=(("contentStatus", "Draft"),)).draft_marks == ("Draft",)
    assert facts_of(properties=(("Document status", "draft v0.2"),)).draft_marks == ("draft v0.2",)
    assert facts_of(properties=(("version", "0.3"),)).draft_marks == ("version 0.3",)
    assert (
        facts_of(
            properties=(("keywords", "draft"), ("Producer", "writer v0.9"), ("comments", "the draft went to the Board"))
        ).draft_marks
        == ()
    )


def test_control_tables():
    """A control table with a status, or only versions below 1, marks a draft; the history of a final one does not."""
    assert facts_of(*table(("Title", "Policy"), ("Status", "Draft"))).draft_marks == ("Draft",)
    assert facts_of(*table(("Version", "0.4"), ("Owner", "Clerk"))).draft_marks == ("Version 0.4",)
    history = [("Version", "Date", "Change"), ("0.1", "1 May", "First draft"), ("0.2", "9 May", "Second draft")]
    assert facts_of(*table(*history)).draft_marks == ("version 0.2",)
    assert facts_of(*table(*history, ("1.0", "20 May", "Approved"))).draft_marks == ()
    assert facts_of(*body("Version 0.1 First draft", "Version 1.0 Approved by the Board")).draft_marks == ()


def test_lists_of_other_documents():
    """A log that lists drafts, or figures below 1, is no draft itself."""
    log = [("Document", "Status"), ("Records policy", "Draft"), ("Access policy", "Final")]
    assert facts_of(*table(*log)).draft_marks == ()
    rows = [Passage(" | ".join(row), Locator(sheet="Log", cell=f"A{n}:B{n}")) for n, row in enumerate(log, start=1)]
    assert facts_of(*rows).draft_marks == ()
    assert facts_of(*table(("Rate", "0.35"), ("Share", "0.2"))).draft_marks == ()
    assert facts_of(Passage("Status | Draft", Locator(sheet="Log", cell="A1:B1"))).draft_marks == ("Draft",)


def test_letters():
    """A letter about a draft is no draft; a subject may carry a marking."""
    head = Passage("Subject: [RESTRICTED] Draft policy for comment", Locator(part="header Subject"))
    seen = facts_of(head, *body("Draft policy attached"), title="[RESTRICTED] Draft policy for comment")
    assert (seen.draft_marks, seen.protective_marking) == ((), "RESTRICTED")


@pytest.mark.parametrize(
    ("line", "marking"),
    [
        ("RESTRICTED", "RESTRICTED"),
        ("Restricted", "Restricted"),
        ("OFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE"),
        ("OFFICIAL – SENSITIVE [PERSONAL]", "OFFICIAL – SENSITIVE [PERSONAL]"),
        ("PROTECT - PERSONAL DATA", "PROTECT - PERSONAL DATA"),
        ("Anyshire Council\tRESTRICTED\tPage 1 of 3", "RESTRICTED"),
        ("Page 2 - NOT PROTECTIVELY MARKED", "NOT PROTECTIVELY MARKED"),
        ("Classification: Official-Sensitive", "Official-Sensitive"),
        ("COMMERCIAL IN CONFIDENCE", "COMMERCIAL IN CONFIDENCE"),
        ("Restricted access to records", ""),
        ("THE OFFICIAL GUIDE", ""),
        ("RESTRICTED RECORDS PROCEDURE", ""),
    ],
)
def test_markings_in_margins(line, marking):
    """A margin carries a marking alone, between other things, or after its label."""
    assert facts_of(Passage(line, Locator(part="header", paragraph=1))).protective_marking == marking


def test_markings_at_the_head():
    """At the head of the text a marking stands alone in capitals or beside its label; prose is left alone."""
    assert facts_of(*body("OFFICIAL", "Access policy")).protective_marking == "OFFICIAL"
    assert facts_of(*table(("Protective marking", "Restricted"))).protective_marking == "Restricted"
    assert facts_of(*body("Staff keep a restricted record in a locked room")).protective_marking == ""
    assert facts_of(*body("Restricted records", "Official visitors")).protective_marking == ""
    assert facts_of(*body("Papers marked CONFIDENTIAL go to the Board in a sealed envelope")).protective_marking == ""


def test_the_closest_marking_counts():
    """Of several markings the closest is given; a label that an office program added counts too."""
    two = [Passage("OFFICIAL", Locator(part="header")), Passage("OFFICIAL-SENSITIVE", Locator(part="footer"))]
    assert facts_of(*two).protective_marking == "OFFICIAL-SENSITIVE"
    label = (("MSIP_Label_1b2_Name", "OFFICIAL"),)
    assert facts_of(properties=label).protective_marking == "OFFICIAL"


def test_marks_of_a_real_file(read):
    """A watermark in the header of a Word document is a draft mark."""
    shape = '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="DRAFT"/></v:shape>'
    header = f"<w:hdr {samples.W}>{shape}</w:pict></w:r></w:p></w:hdr>"
    related = samples.relations(("h", "header", "header1.xml"))
    document = read("a.docx", samples.docx(paragraph("The draft was approved."), {"word/header1.xml": header}, related))
    assert document.facts.draft_marks == ("DRAFT",)
