"""What holds for whatever a document says."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from linking_samples import document, para, part

from readiness import load_catalogue
from readiness._ids import IdScheme
from readiness._linking import Asked, glance, look, passage_texts
from readiness._linking._text import plain, quoted, squeezed
from readiness.model import DocumentFacts, DocumentText, Locator, Passage, Register

CATALOGUE = load_catalogue()
SCHEME = IdScheme.of(one.id for one in CATALOGUE.criteria)
ASKED = Asked.of(CATALOGUE, Register(organisation="A", assessment="RA7", system="ContactPoint"))

LETTERS = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=8)
PLAIN_WORDS = st.text("abcdefgh", min_size=1, max_size=6)
SAYINGS = st.sampled_from(
    [
        "OA8", "AO 8", "oa-08", "OA8-10", "OA29", "shield", "case by case", "ContactPoint", "Contact Point", "DBS",
        "[Council Name]", "TBC", "<insert name>", "{{x}}", "Version", "1.2", "v0.3", "Draft", "Owner:", "Review date:",
        "March 2010", "1st February 2009", "2009-03-01", "01/03/10", "to be confirmed", "........ 7", "\t7", "|", "4.2",
        "“", "”", "'", "\u00ad", "\u2026", "\u200b", "[", "]", "(", ":", "\n", "http://x.org/OA8", "a@b.org", "xxxx",
    ]
)  # fmt: skip
TEXTS = st.lists(SAYINGS | LETTERS, min_size=1, max_size=12).map(" ".join).map(str.strip).filter(bool) | st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=60
).map(str.strip).filter(bool)
NUMBERS = st.none() | st.integers(1, 5)
PARTS = st.sampled_from(
    ["", "", "", "header", "footer", "footnote 1", "comment by A", "text box 1", "attachment a.doc"]
)
LOCATORS = st.builds(
    Locator,
    page=NUMBERS,
    heading=st.lists(st.sampled_from(["4 Reporting", "4.2 Who", "Version history", "A form"]), max_size=2).map(tuple),
    paragraph=NUMBERS,
    line=NUMBERS,
    part=PARTS,
) | st.builds(
    Locator, table=st.integers(1, 2), row=st.integers(1, 3), column=NUMBERS, part=PARTS
) | st.builds(
    Locator, sheet=st.sampled_from(["Log", "Document control"]), cell=st.sampled_from(["A1", "A2:C2", "B7", "odd"])
)  # fmt: skip
PASSAGES = st.builds(Passage, TEXTS, LOCATORS)
FACTS = st.builds(
    DocumentFacts,
    title=st.just("") | TEXTS,
    properties=st.lists(st.tuples(LETTERS, TEXTS), max_size=2).map(tuple),
    draft_marks=st.lists(TEXTS, max_size=1).map(tuple),
    tracked_changes=st.integers(0, 2),
    comments=st.integers(0, 2),
)
DOCUMENTS = st.builds(
    DocumentText,
    path=st.sampled_from(["a.docx", "request-form.docx"]),
    format=st.sampled_from(["docx", "pdf", "xlsx", ""]),
    passages=st.lists(PASSAGES, max_size=8).map(tuple),
    facts=FACTS,
)
PLACES = st.lists(
    st.sampled_from(
        [
            "page 3", "pp 2-4", "section 4.2", "heading 'Who'", "4 Reporting > 4.2 Who", "Log!B7", "Log", "sheet Log",
            "slide 2", "paragraph 3", "line 2", "table 1", "row 2", "footnote 1", "“shield”", "“case … case”", "“", "'",
            "header", ",", "passim", "§", "appendix A", ">", "!", "p", "999999999999999999999", "and", "…",
        ]
    ) | st.text(max_size=10),
    min_size=1,
    max_size=4,
).map(" ".join)  # fmt: skip


def said(made: DocumentText) -> str:
    """Return everything a document says, on one line."""
    texts = [*(one.text for one in made.passages), made.facts.title, *(value for _, value in made.facts.properties)]
    return " ".join(" ".join([*texts, *made.facts.draft_marks]).split())


@given(DOCUMENTS)
def test_every_quote_stands_in_the_document(made):
    """Nothing raises, and no quote is made up: each stands at the place that is given with it."""
    found = look(made, ASKED)
    spots = [one.spot for one in glance(made, SCHEME).citations]
    spots += [one.spot for one in (*found.aspects, *found.system, *found.stated, *found.dates, *found.later_terms)]
    spots += [*found.residue, *found.drafts]
    counted = {"tracked changes", "comments"}
    for spot in spots:
        assert spot.quote
        if spot.locator.part not in counted:
            assert spot.quote.strip("… ") in said(made)
    assert {one.spot.locator for one in found.aspects} <= {one.locator for one in made.passages}


@given(DOCUMENTS, PLACES)
def test_any_place_can_be_asked_for(made, where):
    """Nothing raises; what is found is in the document, and the texts that are kept are those at the place."""
    (pin,) = look(made, Asked(aspects=ASKED.aspects, wheres=(where,))).pins
    texts = passage_texts(made, where)

    assert set(texts) <= {one.text for one in made.passages}
    if pin.spot:
        assert pin.checkable
        assert pin.spot.locator in {one.locator for one in made.passages}
        assert texts
    elif pin.checkable:
        assert texts == ()
    else:
        assert len(texts) == len(made.passages)
    assert set(pin.aspects) <= {(one.criterion, one.aspect) for one in look(made, ASKED).aspects}


@given(DOCUMENTS)
def test_every_printed_place_is_understood(made):
    """What is printed for a place can be written into the register, and leads back."""
    wheres = tuple(dict.fromkeys(str(one.locator) for one in made.passages if str(one.locator)))
    for pin in look(made, Asked(wheres=wheres)).pins:
        assert pin.spot is not None
        assert squeezed(str(pin.spot.locator)) == squeezed(pin.where)


@given(DOCUMENTS)
def test_citations_are_what_the_passages_name(made):
    """A criterion is cited once, its count is the number of passages and properties that name it."""
    found = glance(made, SCHEME).citations
    texts = [one.text for one in made.passages]
    properties = [text for name, text in made.facts.properties if name.casefold() not in {"producer", "creator"}]
    naming = [{one.id for one in SCHEME.find(text)} for text in (*texts, made.facts.title, *properties)]

    assert len({one.criterion for one in found}) == len(found)
    assert {one.criterion: one.count for one in found} == {
        name: sum(name in one for one in naming) for name in set().union(*naming)
    }


@given(TEXTS)
def test_the_quick_question_never_misses_an_id(text):
    """What `find` finds, `may_name` has not ruled out."""
    mixed = IdScheme.of(["OA8", "GP-1", "Fire-Safety", "IN3", "LARA-4"])
    for scheme in (SCHEME, mixed):
        assert scheme.may_name(text) or scheme.find(text) == ()


@given(st.lists(PLAIN_WORDS, min_size=1, max_size=30), st.data())
def test_fingerprint_stays_however_the_words_are_laid_out(spoken, data):
    """The same words in the same order, parted into passages and lines in any way, with signs in any form."""
    gaps = st.sampled_from([" ", "  ", "\n", "\u00a0", " \u00ad", "\u2009", " | "])
    pieces = [data.draw(gaps) if data.draw(st.booleans()) else None for _ in spoken]
    passages, text = [], ""
    for word, gap in zip(spoken, pieces, strict=True):
        text += word
        if gap is None:
            passages.append(para(text))
            text = ""
        else:
            text += gap
    passages += [para(text.strip())] if text.strip() else []

    assert glance(document(*passages), SCHEME).fingerprint == glance(document(" ".join(spoken)), SCHEME).fingerprint


@given(st.lists(PLAIN_WORDS, min_size=1, max_size=20), st.integers(0, 19), PLAIN_WORDS)
def test_fingerprint_changes_with_any_word(spoken, at, word):
    """A word of the running text that is replaced makes another text."""
    changed = [*spoken]
    changed[at % len(spoken)] = word
    same = (
        glance(document(" ".join(spoken)), SCHEME).fingerprint
        == glance(document(" ".join(changed)), SCHEME).fingerprint
    )

    assert same == (changed == spoken)


@given(
    st.lists(st.tuples(PLAIN_WORDS, st.sampled_from(["header", "footer", "footnote 1", "footnote 2"])), max_size=6),
    st.randoms(),
)
def test_fingerprint_does_not_follow_the_order_of_margins_and_notes(beside, order):
    """They come in the order of the program that saved them."""
    passages = [part(text, name) for text, name in beside]
    shuffled = [*passages]
    order.shuffle(shuffled)

    assert (
        glance(document("body", *passages), SCHEME).fingerprint
        == glance(document(*shuffled, para("body")), SCHEME).fingerprint
    )


@given(DOCUMENTS)
def test_a_copy_looks_alike(made):
    """The path, the bytes and the reader of a document are none of its words."""
    other = evolve(made, sha256="1" * 64, reader="other/2")

    assert look(other, ASKED) == look(made, ASKED)
    assert glance(other, SCHEME).fingerprint == glance(made, SCHEME).fingerprint


@given(st.lists(PLAIN_WORDS, min_size=60, max_size=120, unique=True), st.integers(1, 59))
def test_likeness_follows_what_texts_share(spoken, start):
    """A text is wholly like itself, in part like its beginning, and hardly like other words."""
    whole, half = (look(document(" ".join(one)), Asked()) for one in (spoken, spoken[: len(spoken) // 2]))
    other = look(document(" ".join(f"{one}x" for one in spoken)), Asked())

    assert whole.likeness(look(document(*(para(one) for one in spoken)), Asked())) == 1
    assert other.likeness(whole) < 0.1
    assert half.likeness(whole) < 0.95
    assert len(whole.sketch) == 64


def test_likeness_of_an_edited_text():
    """A clause more or less is still nearly the same text; the estimate is near the truth."""
    spoken = [f"w{number * number % 997}x{number}" for number in range(2000)]
    whole = look(document(" ".join(spoken)), Asked())
    edited = look(document(" ".join([*spoken[:1000], "a", "clause", "more", *spoken[1000:]])), Asked())
    half = look(document(" ".join(spoken[:1000])), Asked())

    assert edited.likeness(whole) > 0.95
    assert 0.3 < half.likeness(whole) < 0.7
    assert look(document("A few words only."), Asked()).sketch == ()


@given(st.text(max_size=50))
def test_plain_is_plain(text):
    """What is in its plain form stays as it is."""
    assert plain(plain(text)) == plain(text)
    assert squeezed(squeezed(text)) == squeezed(text)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=2000), st.data())
def test_quotes_are_short_and_show_what_matters(text, data):
    """A cut keeps the piece, and stays on one line."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 100)))
    quote = quoted(text, start, end)

    assert len(quote) <= 306
    assert " ".join(text[start:end].split()) in quote
    assert quote == " ".join(quote.split())
