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


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("12\tpeople have tokens", "99\tpeople have tokens"),
        ("Y\tTokens are returned", "N\tTokens are returned"),
        ("x\tTokens are returned", "\tTokens are returned"),
        ("Change:\n-\t5", "Change:\n+\t5"),
        ("☐\tApproved", "☒\tApproved"),
        ("□ Approved ■ Refused", "■ Approved □ Refused"),
        ("\uf0a8 Approved", "\uf0fe Approved"),
    ],
)
def test_figures_and_ticks_are_no_bullets(before, after):
    """What stands in front of a tab may be an answer; a box that is ticked says another thing than an empty one."""
    assert mark("Returns", before) != mark("Returns", after)


def test_marks_of_lists():
    """The numbers, letters and bullets of a list make no difference, in whatever style; an empty box is a bullet."""
    drawn = mark("Tokens", "Issue", "Use", "Loss", "Return")
    for marks in (
        "1234",
        "abcd",
        ("i", "ii", "iii", "iv"),
        ("4", "4.1", "4.2", "5"),
        "••o-",
        ("1.", "2)", "(3)", "e)"),
    ):
        before = ["1\t", "2\t", "3\t"] if marks[0] == "4" else []
        lines = [f"{one}\t{word}" for one, word in zip(marks, ("Issue", "Use", "Loss", "Return"), strict=True)]
        assert mark("Tokens", *before, *lines) == drawn, marks
    assert mark("☐ Approved") == mark("□ Approved") == mark("Approved")


def test_a_cross_in_another_column():
    """In a sheet the column says what a cross means; an empty row above moves nothing."""

    def staff(clerk, porter, down=0):
        found = [Passage("Name | Checked | Left", Locator(sheet="Staff", cell=f"A{1 + down}:C{1 + down}"))]
        for row, (name, last) in enumerate((("Clerk", clerk), ("Porter", porter)), start=2 + down):
            found.append(Passage(f"{name} | x", Locator(sheet="Staff", cell=f"A{row}:{last}{row}")))
        return mark(*found)

    assert len({staff("B", "B"), staff("C", "B"), staff("B", "C"), staff("C", "C")}) == 4
    assert staff("C", "B", down=1) == staff("C", "B")


def test_a_cross_in_another_column_of_a_table():
    """So it does in a table of a text: yes and no lie side by side. An empty row above moves nothing."""
    heads = ["Is each token signed for?", "Yes", "No"]

    assert mark(table(heads, ["Tokens", "x", ""])) != mark(table(heads, ["Tokens", "", "x"]))
    assert mark(table(heads, ["Tokens", "\u2713", ""])) != mark(table(heads, ["Tokens", "", "\u2713"]))
    assert mark(table(heads, ["", "", ""], ["Tokens", "x", ""])) == mark(table(heads, ["Tokens", "x", ""]))


def test_the_version_in_a_margin_counts():
    """A page number fills itself in, the number of a version does not."""
    assert mark(*CLAUSES, part("Version 2 – Page 1", "footer")) != mark(*CLAUSES, part("Version 3 – Page 1", "footer"))
    assert mark(*CLAUSES, part("Version 2 – Page 1", "footer")) == mark(*CLAUSES, part("Version 2 – Page 2", "footer"))
    assert mark(*CLAUSES, part("Issue 2/3/2009", "footer")) == mark(*CLAUSES, part("Issue 4/3/2009", "footer"))
