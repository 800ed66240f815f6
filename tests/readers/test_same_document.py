"""One document in many formats, saved by a real program: the same text, at places that a person would name alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from readiness._readers._task import read_document
from readiness.model import DocumentText, ReadLimits

FILES = Path(__file__).parent / "files"


def read_file(name: str) -> DocumentText:
    """Read one of the files beside this one."""
    document = read_document(str(FILES), name, ReadLimits())
    assert document.faults == ()
    return document


def place_of(document: DocumentText, text: str) -> str:
    """Return where a text stands."""
    return next(str(passage.locator) for passage in document.passages if passage.text == text)


@pytest.mark.parametrize("suffix", ["docx", "odt", "fodt", "rtf", "doc"])
def test_policy(suffix):
    """Paragraphs are counted alike under the same headings; notes, comments and boxes are named and numbered."""
    document = read_file(f"policy.{suffix}")
    numbered = suffix != "doc"
    first, second = ("2. Reporting", "2.1 When") if numbered else ("Reporting", "When")
    assert place_of(document, "Anyshire records policy") == "paragraph 1"
    assert place_of(document, "Breaches are reported at once to the manager.") == f"{first} > {second}, paragraph 9"
    assert place_of(document, "After the table") == f"{first} > {second}, paragraph 13"
    parts = {passage.text: passage.locator.part for passage in document.passages}
    assert parts["Within one hour, see minute 7."] == "footnote 1"
    assert parts["An endnote text."] == "endnote 1"
    assert parts["Check with legal"] == "comment 1 by A. Clerk"
    assert parts["RESTRICTED"] == "header"
    assert parts["Anyshire Council footer"] == "footer"
    assert parts["Text in a frame"] == ("text box 1" if suffix != "doc" else "text box")


@pytest.mark.parametrize("suffix", ["docx", "odt", "fodt", "rtf", "doc"])
def test_facts_of_the_policy(suffix):
    """Every format gives the same facts; what was deleted but is still tracked is not read."""
    document = read_file(f"policy.{suffix}")
    facts = document.facts
    assert (facts.title, facts.author, facts.created) == ("Records policy", "Clerk", "")
    assert (facts.tracked_changes, facts.comments) == (2, 1)
    assert (facts.draft_marks, facts.protective_marking) == (("Draft",), "RESTRICTED")
    assert ("Status", "Draft") in facts.properties
    assert not any("DELETEDWORD" in passage.text for passage in document.passages)


@pytest.mark.parametrize("suffix", ["docx", "odt", "fodt", "doc"])
def test_table_of_the_policy(suffix):
    """A cell is named by table, row and column; empty ones count; its paragraphs stay together."""
    document = read_file(f"policy.{suffix}")
    assert place_of(document, "Evidence").endswith("table 1, row 1, column 2")
    assert place_of(document, "Clerk\nand deputy").endswith("table 1, row 2, column 3")


@pytest.mark.parametrize("suffix", ["rtf", "html"])
def test_rows_of_the_policy(suffix):
    """Where a format gives rows, a row is one passage."""
    document = read_file(f"policy.{suffix}")
    assert place_of(document, "Criterion | Evidence | Owner").endswith("table 1, row 1")
    assert place_of(document, "OA8 | Clerk\nand deputy").endswith("table 1, row 2")


def test_pdf_of_the_policy():
    """A PDF gives pages and lines: headings stand alone, a superscript does not part a line, links are not repeated."""
    document = read_file("policy.pdf")
    texts = {passage.text: str(passage.locator) for passage in document.passages}
    assert texts["RESTRICTED"] == "page 1, line 1"
    assert texts["2.Reporting"] == "page 1, line 8"
    assert texts["Breaches are reported at once1i to the manager."] == "page 1, line 10"
    assert texts["a)First item"] == "page 1, line 13"
    assert texts["i An endnote text."] == "page 2, line 1"
    assert {passage.locator.part for passage in document.passages} == {""}
    assert (document.facts.page_count, document.facts.protective_marking) == (2, "RESTRICTED")


@pytest.mark.parametrize("suffix", ["xlsx", "xls", "ods", "fods"])
def test_log(suffix):
    """Rows are named by sheet and cells, comments by their cell, and the margins of the printed page are read."""
    document = read_file(f"log.{suffix}")
    assert place_of(document, "Criterion | Date") == "Log!A1:B1"
    row = next(passage for passage in document.passages if passage.text.startswith("OA8"))
    assert str(row.locator) == "Log!A3:D3"
    assert row.text.split(" | ")[1] in {"2009-05-29", "29/05/2009"}
    assert place_of(document, "second sheet") == "Second & last!B2"
    comment = next(passage for passage in document.passages if passage.text == "Comment on a cell")
    assert (comment.locator.sheet, comment.locator.cell) == ("Log", "C3")
    parts = {passage.text: passage.locator.part for passage in document.passages}
    assert (parts["OFFICIAL-SENSITIVE"], parts["Sheet footer"]) == ("header", "footer")
    facts = document.facts
    assert (facts.page_count, facts.comments, facts.protective_marking) == (2, 1, "OFFICIAL-SENSITIVE")


@pytest.mark.parametrize("suffix", ["pptx", "odp", "fodp", "ppt"])
def test_training(suffix):
    """Slides come in the order shown, each with its notes; footers are told from text."""
    document = read_file(f"training.{suffix}")
    slides = {passage.text: (passage.locator.slide, passage.locator.part) for passage in document.passages}
    assert slides["Title of slide one"] == (1, "")
    assert slides["Free box"] == (1, "")
    assert slides["Title of slide two"] == (2, "")
    assert slides["Notes of slide one"] == (1, "notes")
    assert slides["Notes of slide two"] == (2, "notes")
    assert slides["PROTECT in footer"][1] == "footer"
    assert document.facts.page_count == 2
    if suffix != "ppt":  # the program that saved it leaves comments out of that format
        assert slides["Slide comment"] == (1, "comment 1 by A. Clerk")
