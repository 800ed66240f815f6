"""Criteria that a document names: one citation each, at the best place, with the number of places."""

from __future__ import annotations

import pytest
from linking_samples import document, para, part, table

from readiness._ids import IdScheme
from readiness._linking import glance
from readiness.model import DocumentFacts, Locator, Passage

SCHEME = IdScheme.of(f"OA{number}" for number in range(1, 29))


def cited(*passages, **more):
    """Return what a document of these passages cites."""
    return glance(document(*passages, **more), SCHEME).citations


def test_each_criterion_once_with_its_places_counted():
    """However often a criterion is named, there is one citation; a passage counts once."""
    found = cited("Shielding (OA8), that is OA 8.", "Tokens: OA12.", "More of oa-08 and OA12 to OA13.")

    assert [(one.criterion, one.count, one.written) for one in found] == [
        ("OA8", 2, "OA8"),
        ("OA12", 2, "OA12"),
        ("OA13", 1, "OA13"),
    ]
    assert str(found[0].spot) == "paragraph 1: “Shielding (OA8), that is OA 8.”"


def test_unknown_and_mended_ids_say_so():
    """`OA29` is cited as unknown; `AO8` as a slip."""
    assert [(one.criterion, one.known, one.typo) for one in cited("See AO8 and OA29.")] == [
        ("OA8", True, True),
        ("OA29", False, False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "This paper is not evidence for OA8.",
        "It does not deal with criterion OA8",
        "All of them except OA8.",
        "Shielding (OA8) is not yet in place.",
        "OA8: we have no policy for it.",
        "OA8 - n/a",
    ],
)
def test_a_text_that_says_no_to_a_criterion_is_told_apart(text: str):
    """To say that it is not evidence is no claim to be evidence."""
    assert [(one.criterion, one.denied) for one in cited(text)] == [("OA8", True)]


@pytest.mark.parametrize(
    "text",
    [
        "There is no doubt that this meets OA8.",
        "Not only evidence for OA8.",
        "OA8: No access without training.",
        "OA8: missing tokens are reported.",
        "Tokens must not be shared. See OA8.",
        "No record is shown to parents (OA8).",
    ],
)
def test_what_a_policy_forbids_is_no_denial(text: str):
    """A rule that says what must not be done is what a policy is made of."""
    assert [(one.criterion, one.denied) for one in cited(text)] == [("OA8", False)]


def test_one_place_that_does_not_deny_is_enough():
    """A sentence that leaves a criterion out does not undo the page that deals with it."""
    (found,) = cited("This chapter is not about OA8.", "The shield is lifted as OA8 asks.")

    assert (found.denied, found.count, str(found.spot)) == (
        False,
        2,
        "paragraph 2: “The shield is lifted as OA8 asks.”",
    )


def test_footer_on_forty_pages_is_one_link_to_the_body():
    """A PDF does not mark its footers; a line that every page shows is taken for one."""
    pages = [Passage(f"Evidence for OA8, page {page} of 40", Locator(page=page, line=60)) for page in range(1, 41)]
    body = Passage("The shield is lifted under OA8.", Locator(page=7, line=3))
    (found,) = cited(*pages[:7], body, *pages[7:], format="pdf")

    assert (found.count, found.spot.locator) == (41, Locator(page=7, line=3))


def test_footer_alone_still_cites():
    """Where only the footer names it, the first footer is the place."""
    pages = [Passage(f"OA8 - page {page}", Locator(page=page, line=60)) for page in range(1, 41)]
    (found,) = cited(*pages, format="pdf")

    assert (found.count, found.spot.locator.page) == (40, 1)


def test_better_places_come_first():
    """Running text is better than a contents line, that than a property, that than a comment."""
    comment, header = part("Is this OA8?", "comment by A. Person"), part("OA8", "header")
    contents = para("2 Shielding (OA8) ........ 7", 1)
    facts = DocumentFacts(properties=(("Keywords", "OA8"),))
    prose = para("This meets OA8.", 5)

    def place(*passages):
        (found,) = cited(*passages, facts=facts)
        return str(found.spot.locator)

    assert place(comment) == "property Keywords"
    assert place(comment, header) == "header"
    assert place(comment, contents) == "paragraph 1"
    assert place(comment, contents, header, prose) == "paragraph 5"


def test_properties_cite():
    """Title, keywords, subject and properties of the owner's own making count; the program's name does not."""
    facts = DocumentFacts(
        title="Evidence OA1", properties=(("Keywords", "OA2; OA3"), ("Evidence for", "OA4"), ("Producer", "OA5"))
    )
    found = cited("Nothing here.", facts=facts)

    assert [(one.criterion, one.spot.locator.part) for one in found] == [
        ("OA1", "property Title"),
        ("OA2", "property Keywords"),
        ("OA3", "property Keywords"),
        ("OA4", "property Evidence for"),
    ]


def test_table_cell_cites():
    """A cell that holds nothing but an id is a reference."""
    (found,) = cited(table(["Criterion", "Where"], ["AO8", "Section 4"]))

    assert (found.criterion, str(found.spot.locator)) == ("OA8", "table 1, row 2, column 1")


@pytest.mark.parametrize(
    "text",
    [
        "The postcode is OA8 4TH.",
        "Anytown OA8 4TH",
        "oa8 4tq",
        "Meet in rooms OA7 and OA8.",
        "Mail oa8@anyshire.example or oa8.team@anyshire.example",
        "http://intranet.example/policies/OA8/index.html",
        "see <http://intranet.example/?id=OA8>",
        "www.anyshire.example/OA8",
        "S:\\ContactPoint\\OA8\\policy",
        "Saved as policy-OA8.docx",
        "Saved as OA8.pdf.",
        "Toner OA8-X200",
        "Part no. OA8",
        "Ext. OA8",
        "tel: OA8",
        "Output area OA12, ward OA13",
        "bus OA8",
        "T5-OA8",
        "OA8:30",
        "OA 8,000 users",
        "OA8-20090",
        "the OA8 postcode",
        "LSOA8",
        "OA8B",
        "2OA8",
    ],
)
def test_what_only_looks_like_a_criterion(text):
    """Postcodes, rooms, addresses, file names, codes, places on a map and extensions name no criterion."""
    assert cited(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "There is no OA8 evidence yet.",
        "OA8-related",
        "non-OA8",
        "OA8. The Board",
        "OA8's evidence",
        "evidence/OA8",
        "OA8?",
        "“OA8”",
        "[OA8]",
        "OA\u20118",
        "OA No. 8",
        "OA number 8",
        "OA\u00a0 8",
        "OA\n8",
        "OA8 4th draft",
        "meeting on OA8 9am",
        "OA8, 4 of 28",
        "OA8@",
        "LEP-OA8",
    ],
)
def test_what_is_a_criterion(text):
    """Signs around an id, and most words, do not hide it."""
    assert [one.criterion for one in cited(text)] == ["OA8"]


def test_prefix_that_is_a_word_has_to_look_like_an_id():
    """A catalogue of `IN1`, `IN2` ... is not cited by every sentence with "in 8"."""
    scheme = IdScheme.of(["IN8", "A4"])

    def found(text):
        return [one.criterion for one in glance(document(text), scheme).citations]

    assert found("Done in 8 days on a 4 page form; a 4-page one; In 8.") == []
    assert found("See IN8 and A4.") == ["IN8", "A4"]
    assert found("evidence for: in 8") == ["IN8"]


def test_long_passage_is_cut_around_the_id():
    """A quote stays short and shows the id."""
    (found,) = cited("word " * 400 + "OA8 " + "word " * 400)

    assert len(found.spot.quote) <= 310
    assert "OA8" in found.spot.quote
    assert found.spot.quote.startswith("… ")
    assert found.spot.quote.endswith(" …")
