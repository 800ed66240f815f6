"""Aspects that a text deals with, by the catalogue's terms."""

from __future__ import annotations

import pytest
from linking_samples import document, para, part, rows, table

from readiness import load_catalogue
from readiness._linking import Asked, look
from readiness._linking._asked import AspectAsk
from readiness.model import Aspect, LocalWording, Locator, Passage, Register

REGISTER = Register(organisation="Anytown Council", assessment="RA7", system="ContactPoint")


def ask(later=(), **terms):
    """Return a question for these aspects of OA8."""
    aspects = tuple(AspectAsk(criterion="OA8", aspect=name, terms=tuple(words)) for name, words in terms.items())
    return Asked(aspects=aspects, later=later)


def found(text, *terms):
    """Return whether a paragraph deals with an aspect of these terms."""
    return bool(look(document(text), ask(one=terms)).aspects)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("shield", "The record is Shielded."),
        ("shield", "shields, shielding"),
        ("shielding", "We shield a record."),
        ("case by case", "Decided case-by-case."),
        ("case-by-case", "case by\ncase"),
        ("call-back", "a callback is made"),
        ("call-back", "We call back."),
        ("remove the shield", "removing a shield"),
        ("children's database", "the children\u2019s database"),
        ("carer", "the carer\u2019s views"),
        ("policy", "Policies"),
        ("authorised by", "authorized by"),
        ("log", "is logged"),
        ("notify", "notified"),
        ("use", "being used"),
        ("within 24 hours", "within 24 hours"),
        ("ContactPoint", "CONTACTPOINT"),
        ("out of hours", "Out\u00adof hours, that is out of\u00a0hours"),
        ("agency", "agencies'"),
        ("lapsed", "lapses"),
    ],
)
def test_a_term_is_met(term, text):
    """Capitals, hyphens, spaces, articles, the plural, the possessive, -ed and -ing make no difference."""
    assert found(text, term)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("shield", "unshield"),
        ("shield", "windshield"),
        ("case by case", "case by one case"),
        ("log", "login"),
        ("use", "us"),
        ("IT", "it"),
        ("carer", "career"),
    ],
)
def test_a_term_is_not_met(term, text):
    """Longer words and other words between do not count."""
    assert not found(text, term)


def test_the_best_place_has_most_terms():
    """The passage with most of the terms is shown, the first of equals, with all of them counted."""
    asked = ask(removing=["unshield", "lift the shield"])
    (one,) = look(
        document("We unshield.", "To unshield is to lift the shield.", "Lift the shield; unshield."), asked
    ).aspects

    assert (one.criterion, one.aspect, one.count) == ("OA8", "removing", 3)
    assert one.term == "unshield"
    assert str(one.spot) == "paragraph 2: “To unshield is to lift the shield.”"


def test_prose_is_better_than_a_heading():
    """A heading announces; what stands under it says."""
    title = "Lifting the shield: how to unshield"
    asked = ask(removing=["unshield", "lift the shield"])
    (one,) = look(document(para(title, 1, title), para("We unshield.", 2, title)), asked).aspects
    (alone,) = look(document(para(title, 1, title)), asked).aspects

    assert (one.spot.locator.paragraph, alone.spot.locator.paragraph) == (2, 1)


@pytest.mark.parametrize(
    "passage",
    [
        part("We unshield.", "comment by A. Person"),
        part("We unshield.", "header"),
        part("We unshield.", "footer"),
        part("UNSHIELD", "watermark"),
        part("We unshield.", "building block"),
        para("4.2 How to unshield\t7", 1),
        para("4.2 How to unshield ............ 7", 1),
    ],
)
def test_what_is_no_evidence(passage):
    """Comments, margins and tables of contents do not deal with anything."""
    assert look(document(passage), ask(removing=["unshield"])).aspects == ()


@pytest.mark.parametrize(
    "passage",
    [
        part("We unshield.", "footnote 1"),
        part("We unshield.", "notes"),
        part("We unshield.", "text box 1"),
        part("We unshield.", "attachment policy.doc"),
        table(["We unshield."]),
        rows(["unshield", "yes"], sheet="Log"),
    ],
)
def test_what_is_evidence(passage):
    """Cells, notes, boxes and attachments do."""
    assert len(look(document(passage), ask(removing=["unshield"])).aspects) == 1


def test_a_long_passage_is_cut_around_the_term():
    """The quote shows the term."""
    (one,) = look(document("word " * 400 + "unshield " + "word " * 400), ask(removing=["unshield"])).aspects

    assert "unshield" in one.spot.quote
    assert len(one.spot.quote) <= 310


def test_the_shipped_criteria_are_asked_with_the_local_wordings():
    """A register's own wording replaces what the catalogue does not know."""
    wording = LocalWording(
        id="OA3",
        title="Leavers",
        requires="…",
        source="…",
        aspects=(Aspect(id="accounts", title="…", terms=("close the account",)),),
    )
    register = Register(organisation="A", assessment="RA7", system="ContactPoint", wordings=(wording,))
    asked = Asked.of(load_catalogue(), register)
    text = "A raised risk of significant harm is weighed case by case by a panel. Accounts: we close the account."
    aspects = look(document(text), asked).aspects

    assert {("OA8", "decision"), ("OA8", "risk"), ("OA3", "accounts")} <= {
        (one.criterion, one.aspect) for one in aspects
    }
    assert asked.systems == ("ContactPoint",)
    assert "DBS" in asked.later


def test_later_terms_are_counted_by_passage():
    """Later people's words are met as terms are; an abbreviation has to stand in capitals."""
    asked = ask(later=("DBS", "domestic abuse", "MASH"))
    said = look(document("DBS checks", "Mash the potatoes; a DBS check.", "Domestic Abuse"), asked)

    assert [(one.term, one.count, one.spot.locator.paragraph) for one in said.later_terms] == [
        ("DBS", 2, 1),
        ("domestic abuse", 1, 3),
    ]


def test_the_digest_follows_what_is_asked():
    """It is the same for the same question, and another if a term, the system, a later word or a place changes."""
    catalogue = load_catalogue()
    asked = Asked.of(catalogue, REGISTER)
    narrow = asked.for_document(("page 3",), ["OA9", "OA8"])
    others = [
        narrow,
        asked.for_document((), ["OA8", "OA9"]),
        Asked.of(catalogue, Register(organisation="A", assessment="RA7", system="ICS")),
        Asked(aspects=asked.aspects[1:], systems=asked.systems, later=asked.later),
        Asked(aspects=asked.aspects, systems=asked.systems, later=asked.later[1:]),
    ]

    assert Asked.of(catalogue, REGISTER).digest == asked.digest
    assert asked.for_document((), ()) is asked
    assert (narrow.wheres, narrow.criteria) == (("page 3",), ("OA8", "OA9"))
    assert len({one.digest for one in (asked, *others)}) == 6


def test_the_digest_keeps_to_the_criteria_asked_for():
    """A catalogue that changes for one criterion asks nothing new of a document that names another."""
    one = AspectAsk(criterion="OA8", aspect="x", terms=("shield",))
    before = Asked(aspects=(one, AspectAsk(criterion="OA9", aspect="y", terms=("panel",))))
    after = Asked(aspects=(one, AspectAsk(criterion="OA9", aspect="y", terms=("panel", "board"))))

    assert before.for_document((), ["OA8"]).digest == after.for_document((), ["OA8"]).digest
    assert before.for_document((), ["OA9"]).digest != after.for_document((), ["OA9"]).digest


def test_an_empty_document_gives_an_empty_look():
    """Nothing to read, nothing found, and nothing raised."""
    said = look(document(), Asked.of(load_catalogue(), REGISTER))

    assert (said.aspects, said.system, said.dates, said.sketch) == ((), (), (), ())


def test_place_of_a_cell():
    """A row of a sheet is a place."""
    (one,) = look(document(Passage("We unshield", Locator(sheet="Log", cell="A2:B2"))), ask(x=["unshield"])).aspects

    assert str(one.spot.locator) == "Log!A2:B2"
