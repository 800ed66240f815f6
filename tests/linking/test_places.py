"""What the register's `where` understands."""

from __future__ import annotations

import pytest
from linking_samples import document, para, part, rows, table

from readiness._linking import Asked, look, passage_texts
from readiness._linking._asked import AspectAsk
from readiness.model import Locator, Passage

WORD = document(
    para("Tokens", 1, "Tokens"),
    para("4 Reporting", 2, "4 Reporting"),
    para("A lost token is reported.", 3, "4 Reporting"),
    para("4.2 Who reports", 4, "4 Reporting", "4.2 Who reports"),
    para("Tokens are signed for. “Nobody” lends", 5, "4 Reporting", "4.2 Who reports"),
    para("one – ever. It’s a rule.", 6, "4 Reporting", "4.2 Who reports"),
    para("4.20 Records", 7, "4 Reporting", "4.20 Records"),
    para("Kept for six years.", 8, "4 Reporting", "4.20 Records"),
    table(["Step", "Who"], ["Issue", "Helpdesk"], number=1, heading=("4 Reporting", "4.20 Records")),
    table(["Form", "Where"], ["T1", "Intranet"], number=2, heading=("4 Reporting", "4.20 Records")),
    para("Appendix A: forms", 9, "Appendix A: forms"),
    para("Form T1 is blank.", 10, "Appendix A: forms"),
    para("5 Review", 11, "5 Review"),
    para("Every year.", 12, "5 Review"),
    part("Token procedure", "header"),
    part("See the handbook.", "footnote 3"),
    part("Really?", "comment by A. Person"),
)
PDF = document(
    Passage("Contents", Locator(page=1, line=1)),
    Passage("4.2 Who reports ........ 3", Locator(page=1, line=2)),
    Passage("4 Reporting", Locator(page=2, line=1)),
    Passage("A lost token is reported.", Locator(page=2, line=2)),
    Passage("4.2 Who reports", Locator(page=3, line=1)),
    Passage("Tokens are signed for.", Locator(page=3, line=2)),
    Passage("4.2.1 Staff report at once.", Locator(page=3, line=9)),
    Passage("4.3 Records", Locator(page=4, line=1)),
    Passage("Kept for six years.", Locator(page=4, line=2)),
    Passage("5 Review", Locator(page=4, line=3)),
    Passage("Every year.", Locator(page=5, line=1)),
    format="pdf",
)
BOOK = document(
    rows(["Date", "What"], ["2009-03-01", "Lost"], ["2009-03-02", "Found"], sheet="Log"),
    rows(["Name", "Role"], ["A. Person", "LIM"], sheet="Access Log"),
    format="xlsx",
)
SLIDES = document(
    Passage("Welcome", Locator(slide=1, paragraph=1)),
    Passage("Shielding", Locator(slide=2, paragraph=1)),
    Passage("Say why.", Locator(slide=2, paragraph=1, part="notes")),
    format="pptx",
)
TEXT = document(
    Passage("Policy on shielding", Locator(line=1)),
    Passage("1. We shield.\nOn request.", Locator(line=3)),
    Passage("2. We unshield.", Locator(line=6)),
    format="txt",
)


def pin(made, where):
    """Return the pin of one place."""
    (found,) = look(made, Asked(wheres=(where,))).pins
    return found


def first(made, where):
    """Return the passage that is shown for a place."""
    found = pin(made, where)
    assert found.checkable, where
    return found.spot and found.spot.quote


@pytest.mark.parametrize(
    ("made", "where", "quote"),
    [
        (PDF, "page 3", "4.2 Who reports"),
        (PDF, "p. 3", "4.2 Who reports"),
        (PDF, "p3", "4.2 Who reports"),
        (PDF, "Page 3 and page 4", "4.2 Who reports"),
        (PDF, "pp 3-4", "4.2 Who reports"),
        (PDF, "pages 4, 5", "4.3 Records"),
        (PDF, "page 4 onwards", "4.3 Records"),
        (PDF, "last page", "Every year."),
        (PDF, "title page", "Contents"),
        (PDF, "page 3, line 2", "Tokens are signed for."),
        (PDF, "page 4, paragraph 2", "Kept for six years."),
        (PDF, "section 4.2", "4.2 Who reports"),
        (PDF, "§4.3", "4.3 Records"),
        (PDF, "clause 4.2.1", "4.2.1 Staff report at once."),
        (PDF, "Who reports", "4.2 Who reports"),
        (PDF, "page 3, “Tokens are signed for”", "Tokens are signed for."),
        (PDF, "second bullet on page 4", "4.3 Records"),
        (PDF, "slide 2", "4 Reporting"),
        (WORD, "section 4.2", "Tokens are signed for. “Nobody” lends"),
        (WORD, "s. 4.2", "Tokens are signed for. “Nobody” lends"),
        (WORD, "para 4.2", "Tokens are signed for. “Nobody” lends"),
        (WORD, "section 4", "A lost token is reported."),
        (WORD, "sections 4.2 and 4.20", "Tokens are signed for. “Nobody” lends"),
        (WORD, "sections 4-5", "A lost token is reported."),
        (WORD, "heading 'Who reports'", "Tokens are signed for. “Nobody” lends"),
        (WORD, "under “Who reports”", "Tokens are signed for. “Nobody” lends"),
        (WORD, "under Who reports", "Tokens are signed for. “Nobody” lends"),
        (WORD, "section on records", "Kept for six years."),
        (WORD, "4 Reporting > 4.2 Who", "Tokens are signed for. “Nobody” lends"),
        (WORD, "Reporting > Records", "Kept for six years."),
        (WORD, "4 Reporting > 4.2 Who reports, paragraph 6", "one – ever. It’s a rule."),
        (WORD, "Appendix A", "Form T1 is blank."),
        (WORD, "appendix A, “blank”", "Form T1 is blank."),
        (WORD, "paragraph 3", "A lost token is reported."),
        (WORD, "paras 3 to 5", "A lost token is reported."),
        (WORD, "table 2", "Form"),
        (WORD, "table 2, row 2, column 2", "Intranet"),
        (WORD, "footnote 3", "See the handbook."),
        (WORD, "header", "Token procedure"),
        (WORD, "comment by A. Person", "Really?"),
        (WORD, '"Nobody lends one - ever"', "Tokens are signed for. “Nobody” lends"),
        (WORD, "‘it's a rule’", "one – ever. It’s a rule."),
        (WORD, "“Tokens … ever”", "Tokens are signed for. “Nobody” lends"),
        (WORD, "the place that says kept for six years", None),
        (WORD, "kept for six years", "Kept for six years."),
        (BOOK, "Log!B2", "2009-03-01 | Lost"),
        (BOOK, "Log!A2:B3", "2009-03-01 | Lost"),
        (BOOK, "'Access Log'!A2", "A. Person | LIM"),
        (BOOK, "Log", "Date | What"),
        (BOOK, "sheet Log", "Date | What"),
        (BOOK, "tab 'Access Log'", "Name | Role"),
        (BOOK, "Log, row 3", "2009-03-02 | Found"),
        (BOOK, "sheet Log, cell B3", "2009-03-02 | Found"),
        (BOOK, "B3", "2009-03-02 | Found"),
        (BOOK, "Log B3", "2009-03-02 | Found"),
        (BOOK, "row 3 of Log", "2009-03-02 | Found"),
        (SLIDES, "slide 2", "Shielding"),
        (SLIDES, "slide 2, notes", "Say why."),
        (SLIDES, "page 2", "Shielding"),
        (TEXT, "line 4", "1. We shield. On request."),
        (TEXT, "lines 6-9", "2. We unshield."),
        (TEXT, "paragraphs 2 and 3", "1. We shield. On request."),
        (TEXT, "section 2", "2. We unshield."),
    ],
)
def test_understood(made, where, quote):
    """Pages, headings, numbers, cells, lines, notes and quoted phrases, alone and together."""
    if quote is None:
        assert not pin(made, where).checkable
    else:
        assert first(made, where) == quote


@pytest.mark.parametrize(
    ("made", "where"),
    [
        (PDF, "page 9"),
        (PDF, "page 3; page 9"),
        (PDF, "page 5, section 4.2"),
        (PDF, "page 2, “Tokens are signed for”"),
        (PDF, "section 6.1"),
        (PDF, "heading 'Sanctions'"),
        (WORD, "section 4.3"),
        (WORD, "“Tokens are lent”"),
        (WORD, "“okens are signed”"),
        (WORD, "“ever … Tokens”"),
        (WORD, "paragraph 99"),
        (WORD, "table 3"),
        (WORD, "footnote 4"),
        (WORD, "Appendix B"),
        (BOOK, "Log!B9"),
        (BOOK, "sheet Holidays"),
        (SLIDES, "slide 7"),
        (TEXT, "line 40"),
    ],
)
def test_not_there(made, where):
    """What can be looked for and is not there has no spot and no fingerprint."""
    found = pin(made, where)

    assert (found.checkable, found.spot, found.fingerprint) == (True, None, "")
    assert passage_texts(made, where) == ()


@pytest.mark.parametrize(
    ("made", "where"),
    [
        (WORD, "page 3"),
        (WORD, "passim"),
        (WORD, "throughout"),
        (WORD, "the whole document"),
        (WORD, "sheet Log"),
        (PDF, "Log!B7"),
        (PDF, "footnote 2"),
        (BOOK, "paragraph"),
        (TEXT, "page 1"),
        (TEXT, "…"),
        (TEXT, "“”"),
        (TEXT, "???"),
    ],
)
def test_not_checkable(made, where):
    """Pages where there are none, and words that name no place, cannot be looked for; the whole document is meant."""
    found = pin(made, where)

    assert (found.checkable, found.spot, found.fingerprint, found.aspects) == (False, None, "", ())
    assert passage_texts(made, where) == tuple(one.text for one in made.passages)


def test_what_cannot_be_checked_does_not_hide_what_can():
    """A Word document has no pages to a reader, but the phrase is found."""
    assert first(WORD, "page 3, “signed for”") == "Tokens are signed for. “Nobody” lends"
    assert not pin(WORD, "page 3, “lent out”").spot


def test_several_places():
    """Places side by side are looked for one by one, and all of them are meant."""

    def positions(made, where):
        return [made.passages.index(one) for one in made.passages if one.text in passage_texts(made, where)]

    assert positions(PDF, "page 2; page 5") == positions(PDF, "page 2, page 5") == [2, 3, 10]
    assert positions(PDF, "page 5 and section 4.3") == [7, 8, 10]
    assert positions(BOOK, "Log!B2, Log!B3") == positions(BOOK, "Log!A2:B2; Log!A3") == [1, 2]
    assert positions(WORD, "section 5 and “six years”") == [7, 18, 19]
    assert positions(WORD, "“six years” & appendix A") == [7, 16, 17]


def test_numbers_that_word_draws_itself():
    """Where no heading shows its number, a section cannot be looked for by it."""
    made = document(para("Reporting", 1, "Reporting"), para("At once.", 2, "Reporting"))

    assert not pin(made, "section 4.2").checkable
    assert first(made, "section 4.2, Reporting") == "At once."


def test_every_passage_under_a_heading():
    """A heading stands for what is under it, a section for its subsections, a phrase for all it runs through."""
    assert passage_texts(WORD, "4.2 Who reports") == tuple(one.text for one in WORD.passages[3:6])
    assert len(passage_texts(WORD, "section 4")) == 15
    assert passage_texts(WORD, "“Nobody lends one”") == tuple(one.text for one in WORD.passages[4:6])
    assert passage_texts(PDF, "section 4.2") == tuple(one.text for one in PDF.passages[4:7])
    assert passage_texts(PDF, "Records") == ("4.3 Records", "Kept for six years.")
    assert passage_texts(WORD, "") == tuple(one.text for one in WORD.passages)


def test_every_place_that_is_printed_is_understood():
    """What a report prints as a place can be written into the register."""
    for made in (WORD, PDF, BOOK, SLIDES, TEXT):
        for one in made.passages:
            found = pin(made, str(one.locator))
            assert found.spot is not None, one.locator
            assert found.spot.locator == one.locator


def test_aspects_at_the_place():
    """What is dealt with elsewhere does not count for the place."""
    aspects = tuple(
        AspectAsk(criterion="OA12", aspect=name, terms=(term,))
        for name, term in (("issue", "signed for"), ("loss", "lost token"), ("years", "six years"))
    )
    pins = look(WORD, Asked(aspects=aspects, wheres=("4.2 Who reports", "section 4", "page 3", "“signed for”"))).pins

    assert [[name for _, name in one.aspects] for one in pins] == [["issue"], ["issue", "loss", "years"], [], ["issue"]]


def test_fingerprint_of_the_place():
    """It follows the text at the place, and no other."""
    changed = [
        one if at != 7 else para("Kept for ten years.", 8, *one.locator.heading) for at, one in enumerate(WORD.passages)
    ]
    other = document(*changed)

    assert pin(other, "4.2 Who reports").fingerprint == pin(WORD, "4.2 Who reports").fingerprint != ""
    assert pin(other, "4.20 Records").fingerprint != pin(WORD, "4.20 Records").fingerprint


def test_a_long_passage_is_cut_around_the_phrase():
    """The quote shows what was quoted."""
    made = document("word " * 400 + "Tokens are signed for. " + "word " * 400)

    assert "Tokens are signed for." in first(made, "“tokens are signed for”")
