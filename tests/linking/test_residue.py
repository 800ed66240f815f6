"""Places left over from a template."""

from __future__ import annotations

import pytest
from linking_samples import document, para, part, rows, table

from readiness._linking import Asked, look


def left(*passages, **more):
    """Return the quotes of what is left over."""
    return [one.quote for one in look(document(*passages, **more), Asked()).residue]


@pytest.mark.parametrize(
    "text",
    [
        "[Council Name] has a policy.",
        "The [council] decides.",
        "[Name of Local Authority] policy",
        "[LA name]",
        "[your organisation]",
        "[insert name here]",
        "[Insert the name of your council]",
        "<insert name>",
        "<NAME OF COUNCIL>",
        "[date]",
        "[DD/MM/YYYY]",
        "[Month Year]",
        "[telephone number]",
        "[job title]",
        "[●]",
        "within [X] working days",
        "[?]",
        "[TBC]",
        "[to be agreed]",
        "[[Council]]",
        "Dear {{name}}",
        "Dear «FirstName»",
        "${council}",
        "Insert council name here",
        "Name of authority here",
        "Your Council Name",
        "Lorem ipsum dolor sit amet",
        "xxxx Council",
        "Call 01983 xxxxxx",
        "Review on xx/xx/xxxx",
        "Review on xx/xx/2009",
        "Agreed by <Council> in March",
        "Owner: TBC",
        "Owner: to be confirmed",
        "Owner – to be confirmed.",
        "Start date (to be confirmed)",
        "Dates to be confirmed.",
        "The panel's chair is to be confirmed",
        "Click here to enter text.",
        "Click or tap here to enter text.",
        "Choose an item.",
        "The Director / the Head of Service decides (delete as appropriate).",
        "[delete as applicable]",
        "Type the document title here",
    ],
)
def test_left_over(text):
    """What was to be filled in, chosen or deleted."""
    assert left(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "R v A [2008] EWCA Civ 12",
        "they was [sic] told",
        "Evidence for [OA8]",
        "See [1] and [2, 3]",
        "“[The authority] shall decide”",
        "[the council] must",
        "[A map of the borough]",
        "[name redacted]",
        "[signed]",
        "[Crest of Anytown]",
        "Anyshire County Council (“the Council”)",
        "x < y and y > z",
        "see <http://www.anyshire.example/name>",
        "A. Person <a.person@anyshire.example>",
        "<b>bold</b>",
        "<div class=name>",
        "Minutes are to be confirmed at the next meeting.",
        "The form is to be completed by the applicant.",
        "Date of next meeting: TBC",
        "Card xxxx xxxx xxxx 1234",
        "Section XXX",
        "Insert the token into the slot.",
        "Click here",
        "The name of the authority is on the badge.",
        "a[i] = b[j]",
        "[ ] Yes [x] No",
        "[X] I agree",
        "[Council logo]",
        "[...]",
        "[…]",
        "TB clinic",
        "We delete records where appropriate.",
        "your council",
    ],
)
def test_not_left_over(text):
    """Citations, quotations, addresses, arithmetic, and words in their ordinary meaning."""
    assert left(text) == []


def test_a_form_is_meant_to_be_filled_in():
    """Blanks of a form are no residue, be it the whole document or under a heading; the council's own name is."""
    blank = ["Name: [name of child]", "Yes / No (delete as appropriate)", "Click here to enter text."]
    appendix = [para(one, at, "Appendix B: request form") for at, one in enumerate(blank, 1)]

    assert left(*blank, path="request-form.docx") == []
    assert left(*appendix) == []
    assert len(left(*blank, path="policy-template.docx")) == 3
    assert left("Return to [Council Name]", path="request-form.docx") == ["Return to [Council Name]"]


def test_where_it_stands():
    """Cells and headers count, comments do not, and the same header is one place."""
    header = part("[Council Name]", "header")

    assert left("Text", header, header) == ["[Council Name]"]
    assert left(table(["Owner", "TBC"])) == ["TBC"]
    assert left(rows(["Owner", "TBC"], sheet="Log")) == ["Owner | TBC"]
    assert left(part("[insert date]", "comment by A. Person")) == []


def test_the_quote_shows_it():
    """A long passage is cut around it."""
    (quote,) = left("word " * 300 + "[Council Name] " + "word " * 300)

    assert "[Council Name]" in quote
