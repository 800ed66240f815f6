"""What the page shows beyond the view: passages and their standing, what to choose by, bars, and the matrix."""

from __future__ import annotations

from datetime import date

import page_samples
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from readiness._linking import Finder
from readiness._profile._lapses import lapses_of
from readiness._renderers._coverage import bars
from readiness._renderers._page import PageView, page_view
from readiness._renderers._text import lead
from readiness.model import Acceptance, Status


def view() -> PageView:
    return page_view(page_samples.full())


def standing(acceptance: Acceptance | None) -> str:
    """Return what is said of the first claim, given what was accepted."""
    one = page_samples.full()
    folder = evolve(one.assessment.folder, acceptances=(acceptance,) if acceptance else ())
    page = page_view(evolve(one, assessment=evolve(one.assessment, folder=folder)))
    found = page.criteria[0].papers[0].places[0].standing
    assert found
    return f"{found.shape}: {found.words}"


def accepted(**changes: str) -> Acceptance:
    first = page_samples.full().assessment.folder.acceptances[0]
    return evolve(first, **changes)


def test_says_whether_a_passage_is_as_accepted() -> None:
    """Unchanged, changed and never accepted are told apart, each with who and when."""
    assert standing(None) == "planned: Nobody has accepted it yet."
    assert standing(accepted(document_fingerprint="b" * 32)) == (
        "met: Unchanged since HR manager accepted it on 2 February 2009."
    )
    assert standing(accepted()) == (
        "partly-met: Changed since HR manager accepted it on 2 February 2009. Read it before you rely on it."
    )


def test_what_cannot_be_read_is_never_unchanged() -> None:
    """A document that could not be opened may have changed; nobody can tell."""
    one = page_samples.full()
    folder = evolve(one.assessment.folder, readings=())
    page = page_view(evolve(one, assessment=evolve(one.assessment, folder=folder)))
    found = page.criteria[0].papers[0].places[0].standing

    assert found
    assert found.shape == "not-assessable"


def test_documents_are_told_once_with_all_their_passages() -> None:
    """Two claims of one document are one document with two places, each with an id of its own."""
    one = page_samples.full()
    first, *rest = one.results
    links = (*first.links, evolve(first.links[0], locator="page 9", quote="Another."))
    page = page_view(evolve(one, results=(evolve(first, links=links), *rest)))
    (paper,) = page.criteria[0].papers

    assert [place.link.locator for place in paper.places] == ["section 4.2, paragraph 3", "page 9"]
    assert len({place.anchor for place in paper.places}) == 2


def test_choices_count_what_they_leave() -> None:
    """Each choice says how many criteria have it; one that all of them have is no choice."""
    facets = {one.key: {choice.words: choice.count for choice in one.choices} for one in view().facets}

    assert facets["status"] == {status.value.capitalize(): 1 for status in Status}
    assert facets["owner"]["HR"] == 1
    assert facets["endorser"] == {"Safeguarding board": 1}


def test_spellings_of_one_owner_are_one_choice() -> None:
    """Capitals, spaces and words cut short tell nobody apart; each criterion is found by the one choice."""
    spellings = ("Head of ICT", "head of  ICT ", "HEAD OF ICT.", "ICT Mgr", "ICT Manager")
    one = page_samples.full()
    results = tuple(
        evolve(result, criterion=evolve(result.criterion, owners=(name,), endorsers=(name,)))
        for result, name in zip(one.results, spellings, strict=False)
    )
    facets = {each.key: each for each in page_view(evolve(one, results=results, gaps=())).facets}

    for facet in (facets["owner"], facets["endorser"]):
        assert {choice.words: choice.count for choice in facet.choices} == {"HEAD OF ICT.": 3, "ICT Manager": 2}
        assert facet.of == ("0", "0", "0", "1", "1")


@given(st.lists(st.tuples(st.sampled_from(["People", "Data", ""]), st.sampled_from(list(Status)))))
def test_bars_are_full_and_lose_nothing(criteria: list[tuple[str, Status]]) -> None:
    """The segments of a bar meet, fill it, and count every criterion of the strand."""
    found = bars(criteria)

    assert sum(bar.total for bar in found) == len(criteria)
    for bar in found:
        assert sum(one.count for one in bar.segments) == bar.total
        ends = [0.0, *(round(one.x + one.width, 2) for one in bar.segments)]
        assert [one.x for one in bar.segments] == ends[:-1]
        assert ends[-1] == 100


WORDS = st.lists(st.sampled_from(["shield", "shielding", "the", "lost token", "Tokens", "x’s", "é"]), max_size=12)


@given(WORDS, WORDS)
def test_marks_stand_in_order_and_apart(terms: list[str], words: list[str]) -> None:
    """Marks lie within the text, none is empty, and none touches the next."""
    text = ", ".join(words)
    marks = Finder.of(terms).marks(text, "“lost token”")
    places = [place for mark in marks for place in mark]

    assert places == sorted(set(places))
    assert not places or (places[0] >= 0 and places[-1] <= len(text))
    assert all(text[first:last].strip() for first, last in marks)


def test_marks_what_the_claim_quotes() -> None:
    """A phrase in quotation marks is marked however it is spaced; other words of the place are not."""
    text = "Each token is signed\nfor on page 3."
    found = [text[first:last] for first, last in Finder.of([]).marks(text, "page 3, “token is signed for”")]

    assert found == ["token is signed\nfor"]


@given(st.text(max_size=900))
def test_lead_is_one_short_line(text: str) -> None:
    """It never passes its length, and has no line end."""
    said = lead(text)

    assert len(said) <= 240
    assert "\n" not in said


def test_lead_does_not_end_inside_a_quotation() -> None:
    """A full stop between quotation marks ends no sentence."""
    text = "“Version 0.3. Draft” is a draft. " + "More is said. " * 40

    assert lead(text) == "“Version 0.3. Draft” is a draft."


def test_only_what_runs_out_is_in_the_picture() -> None:
    """A profile without a date to come has no picture of the year."""
    one = page_samples.full()

    assert view().year is not None
    assert page_view(evolve(one, lapses=())).year is None
    assert one.assessment.as_of < date(2009, 6, 1)


def test_runs_out_only_what_is_good_today() -> None:
    """A review to come is told with its day and its criteria; one that has passed, or lies years ahead, is not."""
    judged = page_samples.full().assessment
    (review,) = lapses_of(judged)

    assert (review.until, review.why, review.criteria) == (date(2009, 6, 1), "review due", ("OA1",))
    assert lapses_of(evolve(judged, as_of=date(2009, 6, 2))) == ()
    assert [one.why for one in lapses_of(evolve(judged, as_of=date(2011, 12, 1)))] == ["cycle of 36 months ends"]


def test_waiver_runs_out_on_its_last_day() -> None:
    """A waiver that holds today ends within the year."""
    one = page_samples.full().assessment
    waiver = next(result.waiver for result in one.results if result.waiver)
    register = evolve(one.folder.register, waivers=(waiver,), documents=())
    judged = evolve(one, folder=evolve(one.folder, register=register))

    assert [(each.until, each.what) for each in lapses_of(judged)] == [(date(2009, 7, 31), "Waiver of OA9")]
