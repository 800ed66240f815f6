"""Days that a text names, and the system that it names."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from linking_samples import document, para, part, rows

from readiness._linking import Asked, look
from readiness._linking._calendar import span_of
from readiness.model import DocumentFacts, Locator, Passage


def days(*passages):
    """Return the days that a document of these passages names, the latest first."""
    return [one.day.isoformat() for one in look(document(*passages), Asked()).dates]


@pytest.mark.parametrize(
    "text",
    [
        "2009-01-12",
        "2009-01-12T10:15:00",
        "2009-01-12 10:15",
        "12/01/2009",
        "12/1/09",
        "12.01.2009",
        "12.01.09",
        "12-01-2009",
        "12 January 2009",
        "12th January 2009",
        "12 th of January, 2009",
        "the 12th day of January 2009",
        "Monday 12 January 2009",
        "12 Jan 2009",
        "12 Jan. 2009",
        "12-Jan-09",
        "12 Jan '09",
        "12 Jan 09",
        "12 JANUARY 2009",
        "January 12, 2009",
        "Jan 12th 2009",
        "Mon, 12 Jan 2009 10:15:00 +0000",
        "11-12 January 2009",
        "01/12/2009 is not it".replace("01/12", "12/01"),
        "(12/01/09)",
        "12/01/09.",
    ],
)
def test_days(text):
    """In any of the ways people in Britain write them."""
    assert days(text) == ["2009-01-12"]


@pytest.mark.parametrize(
    "text",
    [
        "January 2009",
        "2009",
        "31/02/2009",
        "Section 1.2.10",
        "192.168.10.12",
        "version 2.1.09",
        "24/7",
        "Act 2004",
        "12 May 20 people came",
        "12 March 10:30",
        "1/2/3456",
        "20/20/20",
        "tel. 01983 821000",
        "12 Marchmont Road 2009",
        "ref 12/01/2009/3",
    ],
)
def test_no_days(text):
    """Months, sections, addresses, references and impossible days."""
    assert days(text) == []


def test_an_american_day_is_read_where_it_can_only_be_one():
    """29 is no month."""
    assert days("05/29/2009") == ["2009-05-29"]


def test_latest_first_each_once_with_its_first_place():
    """In text and in cells, not in margins or comments."""
    made = document(
        "On 1 March 2009 and 2 March 2009.",
        rows(["2009-03-05", "Lost"], ["2009-03-01", "Found"], sheet="Log"),
        part("Printed 1 May 2009", "footer"),
        part("Due 2 May 2009?", "comment"),
        part("Date: Mon, 6 Apr 2009 10:00", "header Date"),
    )
    found = look(made, Asked()).dates

    assert [(one.day.isoformat(), str(one.spot.locator)) for one in found] == [
        ("2009-04-06", "header Date"),
        ("2009-03-05", "Log!A1:B1"),
        ("2009-03-02", "paragraph 1"),
        ("2009-03-01", "paragraph 1"),
    ]


def test_a_long_log_keeps_its_latest_days_and_the_last_of_each_month():
    """Whoever asks about an earlier day still finds a record of that month."""
    start = date(2007, 1, 1)
    made = document(*(para((start + timedelta(days=number)).isoformat(), number + 1) for number in range(900)))
    found = [one.day for one in look(made, Asked()).dates]

    assert len(found) <= 50
    assert found == sorted(found, reverse=True)
    assert found[:20] == [start + timedelta(days=899 - number) for number in range(20)]
    assert {(day.year, day.month) for day in found} == {(2007 + at // 12, at % 12 + 1) for at in range(30)}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("March 2010", "2010-03-01", "2010-03-31"),
        ("Mar 10", "2010-03-01", "2010-03-31"),
        ("Feb '08", "2008-02-01", "2008-02-29"),
        ("03/2010", "2010-03-01", "2010-03-31"),
        ("2009/10", "2009-04-01", "2010-03-31"),
        ("2010", "2010-01-01", "2010-12-31"),
        ("end of March 2010 (annual)", "2010-03-01", "2010-03-31"),
        ("1.3.10", "2010-03-01", "2010-03-01"),
    ],
)
def test_spans(text, first, last):
    """A month or a year means any of its days."""
    assert span_of(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["annually", "TBC", "12 months", "March", ""])
def test_no_spans(text):
    """Words are no date."""
    assert span_of(text) is None


def names(*passages, system="ContactPoint", **more):
    """Return the spellings of the system, how many passages have each, and the first of them."""
    said = look(document(*passages, **more), Asked(systems=(system,))).system
    return [(one.term, one.count, str(one.spot.locator)) for one in said]


def test_each_spelling_of_the_system():
    """Spaces, hyphens and capitals vary; each spelling is an entry."""
    found = names("ContactPoint users", "Contact Point, CONTACTPOINT", "ContactPoint's rules", "Contact-Point")

    assert found == [
        ("ContactPoint", 2, "paragraph 1"),
        ("Contact Point", 1, "paragraph 2"),
        ("CONTACTPOINT", 1, "paragraph 2"),
        ("Contact-Point", 1, "paragraph 4"),
    ]


@pytest.mark.parametrize(
    "text",
    ["a single contact point", "ContactPoints", "contactpoint@anyshire.example", "contact. Point", "Contacts Point"],
)
def test_what_is_not_the_system(text):
    """Any service has a contact point; a mail address applies to nothing."""
    assert names(text) == []


def test_where_the_system_is_named_best():
    """Running text before a header, a header before a property; a comment does not count."""
    comment, header = part("ContactPoint?", "comment"), part("ContactPoint", "header")
    facts = DocumentFacts(title="ContactPoint policy")

    assert names(comment) == []
    assert names(comment, facts=facts) == [("ContactPoint", 1, "property Title")]
    assert names(header, facts=facts) == [("ContactPoint", 2, "header")]
    assert names(header, Passage("For ContactPoint", Locator(paragraph=9))) == [("ContactPoint", 2, "paragraph 9")]


def test_other_systems():
    """A name of several words, and none at all."""
    assert names("The Integrated Children\u2019s System", system="Integrated Children's System") == [
        ("Integrated Children\u2019s System", 1, "paragraph 1")
    ]
    assert names("RIO is used", "Rio de Janeiro", system="RiO")[0][0] == "RIO"
    assert look(document("ContactPoint"), Asked()).system == ()
