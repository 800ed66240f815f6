"""What a document says of itself: version, owner, dates."""

from __future__ import annotations

from datetime import date

import pytest
from linking_samples import document, para, part, rows, table

from readiness._linking import Asked, look
from readiness.model import DocumentFacts, Locator, Passage, StatedFact

VERSION, OWNER, EFFECTIVE, REVIEW = StatedFact


def said(*passages, **more):
    """Return what a document of these passages states, as pairs."""
    return [(one.fact, one.written) for one in look(document(*passages, **more), Asked()).stated]


@pytest.mark.parametrize(
    ("line", "fact", "written"),
    [
        ("Version: 1.2", VERSION, "1.2"),
        ("Version 1.2", VERSION, "1.2"),
        ("VERSION 2", VERSION, "2"),
        ("Version No. 1.2 (final)", VERSION, "1.2"),
        ("Issue 3", VERSION, "3"),
        ("Issue no: 3", VERSION, "3"),
        ("Shielding policy v1.2", VERSION, "1.2"),
        ("Shielding policy V 2.0 – March 2009", VERSION, "2.0"),
        ("Rev. 4", VERSION, "4"),
        ("Document version: 1.10b", VERSION, "1.10b"),
        ("Owner: Head of Safeguarding", OWNER, "Head of Safeguarding"),
        ("Document owner – Principal Officer, Referral", OWNER, "Principal Officer, Referral"),
        ("Policy Lead:\tHead of ICT", OWNER, "Head of ICT"),
        ("Policy owner(s): Head of ICT", OWNER, "Head of ICT"),
        ("- **Owner:** Head of ICT", OWNER, "Head of ICT"),
        ("**Version:** 1.1", VERSION, "1.1"),
        ("__Review date__: March 2010", REVIEW, "March 2010"),
        ("Shielding policy, version 1.2", VERSION, "1.2"),
        ("Lead officer: Head of ICT", OWNER, "Head of ICT"),
        ("This policy is owned by the Head of ICT.", OWNER, "the Head of ICT"),
        ("Author/Owner: Head of ICT", OWNER, "Head of ICT"),
        ("Effective from 1st February 2009", EFFECTIVE, "1st February 2009"),
        ("Effective date: 01/02/09", EFFECTIVE, "01/02/09"),
        ("Date effective: 1.2.09", EFFECTIVE, "1.2.09"),
        ("This policy comes into force on 1 February 2009.", EFFECTIVE, "1 February 2009"),
        ("Implementation date February 2009", EFFECTIVE, "February 2009"),
        ("Review date: March 2010", REVIEW, "March 2010"),
        ("Next review due 01/03/10", REVIEW, "01/03/10"),
        ("Next review: 1 March 2010", REVIEW, "1 March 2010"),
        ("Date of next review – Mar-10", REVIEW, "Mar-10"),
        ("To be reviewed by 31st March 2010", REVIEW, "31st March 2010"),
        ("Review by: 2010", REVIEW, "2010"),
        ("Due for review in March 2010", REVIEW, "March 2010"),
    ],
)
def test_lines(line, fact, written):
    """A line of the title page with a label and a value."""
    assert said("Shielding policy", line) == [(fact, written)]


@pytest.mark.parametrize(
    "line",
    [
        "Last review date: March 2008",
        "Date of last review: March 2008",
        "This replaces version 1.0.",
        "It supersedes Version 0.9",
        "Requires Windows version 5.1",
        "Applies to ContactPoint version 2",
        "We issue 3 tokens a day.",
        "The owner is responsible.",
        "Every token has one owner - always.",
        "Review of the policy",
        "Reviewed by Head of ICT",
        "The effective use of tokens in 2009",
        "Review period: 12 months",
        "A version of events",
        "Version",
        "Version 01/03/2009",
        "Resolved: to approve version 1.0.",
        "Resolved: to approve the procedure with effect from 1 February 2009.",
        "The Board took note of v1.0.",
        "Issue date: 1 February 2009",
        "Revision date 3 May 2009",
        "Owner: TBC",
        "Owner: [insert owner]",
        "Review date: TBC",
    ],
)
def test_lines_that_state_nothing(line):
    """Older versions, other things' versions, and the words in other meanings."""
    assert said("Shielding policy", line) == []


def test_several_in_one_line():
    """A header says it all in one line."""
    line = "Version 1.2 | Owner: Head of ICT | Review date: March 2010"

    assert said("Text", part(line, "header")) == [(VERSION, "1.2"), (OWNER, "Head of ICT"), (REVIEW, "March 2010")]


def test_months_and_days():
    """A day is a day; a month any day of it; words no date."""
    found = look(document("Review date: March 2010", "Effective from 1st February 2009"), Asked()).stated
    (word,) = look(document(table(["Review date", "Annually"])), Asked()).stated

    assert [(one.earliest, one.latest) for one in found] == [
        (date(2009, 2, 1), date(2009, 2, 1)),
        (date(2010, 3, 1), date(2010, 3, 31)),
    ]
    assert (word.written, word.earliest, word.latest) == ("Annually", None, None)


@pytest.mark.parametrize("make", [table, rows])
def test_control_table_with_labels_beside(make):
    """Labels in one column, values in the next."""
    made = make(
        ["Title", "Shielding policy"],
        ["Version", "1.2"],
        ["Document owner:", "Head of Safeguarding"],
        ["Effective date", "1 February 2009"],
        ["Next review date", "March 2010"],
    )

    assert said("Document control", made) == [
        (VERSION, "1.2"),
        (OWNER, "Head of Safeguarding"),
        (EFFECTIVE, "1 February 2009"),
        (REVIEW, "March 2010"),
    ]


def test_control_table_with_four_columns():
    """Two pairs in each row."""
    assert said(
        table(["Version", "1.2", "Owner", "Head of ICT"], ["Review date", "03/2010", "Status", "Approved"])
    ) == [
        (VERSION, "1.2"),
        (OWNER, "Head of ICT"),
        (REVIEW, "03/2010"),
    ]


def test_control_table_with_labels_above():
    """A row of labels, and a row of values."""
    assert said(table(["Version", "Owner", "Review date"], ["1.2", "Head of ICT", "March 2010"])) == [
        (VERSION, "1.2"),
        (OWNER, "Head of ICT"),
        (REVIEW, "March 2010"),
    ]


@pytest.mark.parametrize("make", [table, rows])
@pytest.mark.parametrize("downwards", [True, False])
def test_version_history(make, downwards):
    """Of a list of versions the latest counts, whichever end it stands at."""
    past = [
        ["0.1", "01/10/08", "First draft"],
        ["0.9", "01/12/08", "For the Board"],
        ["1.10", "20/01/09", "Approved"],
        ["1.9", "10/01/09", "Corrected"],
    ]
    made = make(["Version", "Date", "Changes"], *(past if downwards else past[::-1]))

    assert said("Version history", made) == [(VERSION, "1.10")]


def test_history_and_header_that_disagree():
    """Both values are returned, the table's first."""
    made = table(["Version", "Date", "Author"], ["0.1", "01/10/08", "A"], ["1.2", "20/01/09", "A"])
    found = look(document(made, part("Version 1.1", "footer")), Asked()).stated

    assert [(one.written, str(one.spot.locator)) for one in found] == [
        ("1.2", "table 1, row 3, column 1"),
        ("1.1", "footer"),
    ]


def test_the_same_in_table_and_footer_is_said_once():
    """The place in the table is given."""
    found = look(document(table(["Review date", "March 2010"]), part("Review date: Mar-10", "footer")), Asked()).stated

    assert [str(one.spot) for one in found] == ["table 1, row 1, column 2: “March 2010”"]


def test_history_in_lines_as_a_pdf_gives_it():
    """A PDF has no tables; the rows are lines."""
    lines = ["Version Date Author Changes", "0.1 01/10/08 A. Person First draft", "1.0 20/01/09 A. Person Approved"]

    assert said(*(Passage(one, Locator(page=1, line=at)) for at, one in enumerate(lines, 1))) == [(VERSION, "1.0")]
    assert said("Version Date Author 0.1 01/10/08 A. Person 1.0 20/01/09 A. Person") == [(VERSION, "1.0")]


def test_label_and_value_on_lines_of_their_own():
    """A PDF's table gives each cell a line."""
    lines = ["Shielding policy", "Version", "1.2", "Review date", "March 2010", "Owner", "Head of ICT"]

    assert said(*lines) == [(VERSION, "1.2"), (OWNER, "Head of ICT"), (REVIEW, "March 2010")]


def test_registers_of_other_things_state_nothing():
    """A list of software or of tokens has versions, owners and review dates of its own."""
    software = [
        ["Software", "Version", "Owner"],
        ["Word", "11.0", "ICT"],
        ["Explorer", "7.0", "ICT"],
        ["Reader", "9", "ICT"],
    ]
    filler = [para(f"Paragraph {number}", number) for number in range(60)]

    assert said(rows(*software, sheet="Assets"), format="xlsx") == []
    assert said("Software in use", table(*software)) == []
    assert said(*filler, table(*software[:2])) == []


def test_control_table_at_the_end():
    """A table far down counts if it says what it is."""
    filler = [para(f"Paragraph {number}", number) for number in range(60)]

    assert said(*filler, "Document control", table(["Version", "Owner"], ["1.2", "Head of ICT"])) == [
        (VERSION, "1.2"),
        (OWNER, "Head of ICT"),
    ]


def test_sheet_called_document_control():
    """A workbook has one on a sheet of its own."""
    assert said(rows(["Version", "1.2"], ["Owner", "Head of ICT"], sheet="Document control"), format="xlsx") == [
        (VERSION, "1.2"),
        (OWNER, "Head of ICT"),
    ]


def test_properties_state_too():
    """Properties of the owner's own making count, after what is printed."""
    facts = DocumentFacts(properties=(("Version", "1.3"), ("Review date", "2010-03-01"), ("Producer", "Writer 3.0")))

    assert said("Version: 1.2", facts=facts) == [(VERSION, "1.2"), (VERSION, "1.3"), (REVIEW, "2010-03-01")]


def test_sentence_about_the_document():
    """A sentence at either end speaks of the document if it says so; one about something else does not."""
    sentence = (
        "This policy takes effect from 1 February 2009 and is to be reviewed by March 2010, by the Board, or "
        + "so " * 10
    )
    other = (
        "Each shield is put on for a year only, and the shield is then due for review in March 2010 by the panel that "
        + "so " * 10
    )

    assert said(sentence) == [(EFFECTIVE, "1 February 2009"), (REVIEW, "March 2010")]
    assert said(other) == []


def test_labels_with_nothing_behind_them():
    """An empty form states nothing."""
    assert said(table(["Version", ""], ["Owner", ""], ["Review date", ""])) == []
    assert said("Version:", "Owner:", "Review date:") == []
