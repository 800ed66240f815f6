"""The page of a profile: what it says. That it is whole, and deaf to what its texts say, holds for every page."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import page_samples as samples
import pytest
from attrs import evolve
from page import Page, content

from readiness._renderers._html import HtmlRenderer
from readiness._renderers._page import page_view
from readiness.model import Decision, Status


def page(profile: Any) -> Page:
    return Page(HtmlRenderer().render(profile))


def test_writes_out_what_nobody_could_see() -> None:
    """Control and direction characters are named, not passed on."""
    assert "[U+202E]" in page(samples.hostile()).text


def test_template_syntax_in_a_text_is_only_text() -> None:
    """Braces of a template stay as they were written."""
    assert "{{ 7*7 }}" in page(samples.hostile()).text


def test_says_each_status_in_words() -> None:
    """No status hangs on its colour alone."""
    text = page(samples.full()).text

    assert not [status for status in Status if status.value.capitalize() not in text]


def test_unknown_wording_is_said_plainly() -> None:
    """A criterion that nobody knows says so and offers its candidates."""
    text = page(samples.full()).text

    assert "The wording of OA3 is not known." in text
    assert "Exit procedure (U1)" in text


def test_says_who_waived_and_until_when() -> None:
    """A waived criterion names its approver and its last day."""
    expected = "Waived by Director of children's services, from 1 April 2009 until 31 July 2009."

    assert expected in page(samples.full()).text


def test_decision_has_its_reason() -> None:
    """The front page says in one sentence what stands in the way, or that nothing does."""
    go = evolve(samples.full(), assessment=evolve(samples.full().assessment, decision=Decision.GO))

    expected = "4 of 7 criteria stand in the way: 1 not met, 1 partly met, 1 planned and 1 not assessable."
    assert expected in page(samples.full()).text
    assert "All 7 criteria are met, waived or not applicable." in page(go).text


def test_two_criteria_of_one_name_have_two_places() -> None:
    """Ids that come out alike, or have no letters, are still told apart."""
    one = samples.full()
    results = tuple(
        evolve(result, criterion=evolve(result.criterion, id=name))
        for result, name in zip(one.results, ("a b", "a-b", "a-b-number-2", "", "é", "OA1", "oa1"), strict=True)
    )
    ids = page(evolve(one, results=results)).values("id")

    assert sorted(set(ids)) == sorted(ids)


def test_first_page_says_what_to_do_first() -> None:
    """The most pressing gaps come before any count, each with what is missing, what to do next, who and by when."""
    one = samples.full()
    text = " ".join(page(one).text.split())
    first = text.partition("What to do first")[2].partition("Criteria by colour")[0]

    assert [gap.id in first for gap in one.gaps] == [True, True, True, False]
    assert f"{one.gaps[0].why} Next: {one.gaps[0].what} {', '.join(one.gaps[0].who)}, by {one.gaps[0].by}." in first
    assert "All 4 gaps with who, by when and plan" in first


def test_first_page_of_a_clear_profile_leads_to_the_sign_off() -> None:
    """If nothing is missing, what comes next is to sign."""
    one = samples.full()
    clear = evolve(one, gaps=(), assessment=evolve(one.assessment, decision=Decision.GO))

    assert "Nothing is left to do but to sign." in page(clear).text
    assert "What to do first" not in page(clear).text


def test_matches_the_snapshot(snapshot: Any) -> None:
    """The whole content is the one agreed; looks and script are tested where they stand."""
    snapshot(Path("full.html"), content(HtmlRenderer().render(samples.full())))


@pytest.mark.slow
def test_thousands_of_criteria_take_seconds() -> None:
    """A page of 2,800 criteria takes seconds of the processor, not minutes: nothing in it grows with the square."""
    started = time.process_time()
    HtmlRenderer().render(samples.many(400))

    assert time.process_time() - started < 30


def test_landmarks_do_not_grow_with_the_criteria() -> None:
    """A screen reader's list of landmarks leads to the parts of the page; the criteria are in its list of headings."""
    few, many = page(samples.many(1)), page(samples.many(9))

    assert few.values("aria-labelledby") == many.values("aria-labelledby")
    assert many.headings.count(3) - few.headings.count(3) == 8 * 7


def test_very_large_page_loses_nothing() -> None:
    """What is folded up as text is all there: each gap and each criterion once, with its link, in letters of ASCII."""
    one = samples.many(70)
    html = HtmlRenderer().render(one).decode("utf-8")
    body = html.partition("<body")[2].rpartition("<script>")[0]
    seen = Page(html.replace("<noscript>", "").replace("</noscript>", "").encode("utf-8"))
    own = [(tag, name, value) for tag, name, value in seen.attributes if name == "data-for"]

    assert body.isascii()
    assert not seen.faults
    assert len(one.gaps) + len(one.documents) == sum(tag == "tr" for tag, _, _ in own)
    assert len(one.gaps) - 100 == sum(len(value.split()) for tag, _, value in own if tag == "details")
    assert len(one.results) == sum(name == "data-status" for _, name, _ in seen.attributes)
    assert len(one.tiles) == sum(tag == "a" for tag, name, _ in seen.attributes if name == "data-n")
    assert set(seen.values("href")) > {f"#{anchor}" for anchor in page_view(one).view.anchors.values()}
