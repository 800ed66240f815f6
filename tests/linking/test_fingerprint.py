"""A fingerprint stays when a text is saved again, and changes with any word of it."""

from __future__ import annotations

import pytest
from linking_samples import document, part, rows, table

from readiness._ids import IdScheme
from readiness._linking import glance
from readiness.model import Locator, Passage

SCHEME = IdScheme.of(["OA8"])
CLAUSES = ("4 Tokens", "Tokens are signed for. “Nobody” lends one – ever…", "A lost token is reported at once.")


def mark(*passages, **more):
    """Return the fingerprint of a document of these passages."""
    return glance(document(*passages, **more), SCHEME).fingerprint


@pytest.mark.parametrize(
    "again",
    [
        ["4 Tokens", 'Tokens are signed for. "Nobody" lends one - ever...', "A lost token is reported at once."],
        [
            "4\u00a0Tokens",
            "Tokens are signed\nfor. “Nobody”  lends one — ever…",
            "A lost to\u00adken is reported at once.",
        ],
        ["4 Tokens Tokens are signed for.", "“Nobody” lends one – ever…", "A lost token is", "reported at once."],
        [
            "• 4 Tokens",
            "Tokens are signed for. \u201fNobody\u201d lends one ‑ ever…",
            "A lost to\u200bken is reported at once.",
        ],
    ],
)
def test_saved_again(again):
    """Quotes, dashes, spaces, invisible signs, bullets and where paragraphs are parted make no difference."""
    assert mark(*again) == mark(*CLAUSES)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("signed", "paid"),
        ("Nobody", "nobody"),
        ("A lost", "Any lost"),
        (" is reported", " is not reported"),
        ("4", "5"),
    ],
)
def test_edited(old, new):
    """Any word that is changed, put in or taken out makes another text; so does a capital."""
    assert mark(*(one.replace(old, new) for one in CLAUSES)) != mark(*CLAUSES)


def test_clauses_in_another_order():
    """The same clauses in another order are another text."""
    assert mark(*CLAUSES) != mark(*reversed(CLAUSES))


def test_margins_come_in_any_order_and_number():
    """One program writes a header once, another for each section; page numbers, dates and names fill themselves in."""
    header, footer = part("Token policy – version 1.2", "header"), part("Page 1 of 3 – 2 March 2009", "footer")
    again = part("Page 2 of 4 – 17/11/2026 09:15", "footer")
    first = mark(*CLAUSES, header, footer)

    assert mark(*CLAUSES, footer, header, header) == first
    assert mark(header, again, *CLAUSES) == first
    assert mark(*CLAUSES, header, part("Page 3", "footer"), part("policy.docx – Monday, 4 May 2009", "footer")) == first
    assert mark(*CLAUSES, part("Token policy – version 1.3", "header"), footer) != first


def test_notes_count_wherever_they_stand():
    """Word gives notes at the end and OpenDocument in the middle; a change of one is a change of the text."""
    note, other = part("See the handbook.", "footnote 1"), part("Or the guide.", "footnote 2")
    first = mark(*CLAUSES, note, other)

    assert mark(CLAUSES[0], other, note, *CLAUSES[1:]) == first
    assert mark(*CLAUSES, note, part("Or the old guide.", "footnote 2")) != first
    assert mark(*CLAUSES, note) != first


def test_comments_do_not_count():
    """A comment is about the text."""
    assert mark(*CLAUSES, part("Really?", "comment by A. Person")) == mark(*CLAUSES)


def test_tables_by_cells_or_by_rows():
    """One reader gives a cell, another a row."""
    lines = [["Step", "Who"], ["Issue", "Helpdesk"], ["Return", "Line manager"]]

    assert mark("Steps", table(*lines)) == mark("Steps", rows(*lines))
    assert mark("Steps", table(*lines)) != mark("Steps", table(*lines[:2], ["Return", "Helpdesk"]))


def test_a_cell_of_two_states():
    """Saved by another program, TRUE is 1; the other state is another text."""
    assert mark(rows(["Token returned", "TRUE"])) == mark(rows(["Token returned", "1"]))
    assert mark(rows(["Token returned", "TRUE"])) != mark(rows(["Token returned", "FALSE"]))


def test_no_text_no_fingerprint():
    """A document without a word has none, so that two empty ones are not alike."""
    assert (mark(), mark(part("Hm?", "comment"))) == ("", "")
    assert glance(document(), SCHEME).words == 0


def test_words_are_counted():
    """Strokes between cells are no words, the words of margins and comments are."""
    found = glance(document("One two", rows(["three", "four"]), part("five", "header"), part("six", "comment")), SCHEME)

    assert found.words == 6


def test_it_is_hexadecimal_and_short():
    """It can be written into a file that people read."""
    found = mark(Passage("x", Locator(line=1)))

    assert len(found) == 32
    assert int(found, 16) >= 0
