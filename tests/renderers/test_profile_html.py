"""The page: whole, self-contained, in order, and deaf to what its texts say."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import page_samples as samples
import pytest
from attrs import evolve
from page import Page

from readiness._renderers._html import HtmlRenderer, csp_hash
from readiness.model import Decision, Status

SAMPLES = pytest.mark.parametrize(
    "make", [samples.full, samples.empty, samples.hostile], ids=lambda make: make.__name__
)


def page(profile: Any) -> Page:
    return Page(HtmlRenderer().render(profile))


@SAMPLES
def test_every_tag_is_closed(make: Any) -> None:
    """Tags pair up, whatever the texts hold."""
    assert not page(make()).faults


@SAMPLES
def test_fetches_nothing(make: Any) -> None:
    """There is no outside script or style, no picture, no frame and no form."""
    seen = page(make())

    assert not seen.tags & {"link", "img", "iframe", "object", "embed", "form", "base", "video", "audio"}
    assert not [name for _, name, _ in seen.attributes if name.startswith("on") or name in {"src", "srcset", "action"}]


@SAMPLES
def test_policy_lets_only_its_own_script_and_style_run(make: Any) -> None:
    """The page names its one script and its one style sheet by their hashes, and nothing else may run or colour it."""
    html = HtmlRenderer().render(make()).decode("utf-8")
    policy = next(value for _, name, value in page(make()).attributes if name == "content" and "default-src" in value)
    scripts, styles = (re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL) for tag in ("script", "style"))

    assert [len(scripts), len(styles)] == [1, 1]
    assert f"script-src '{csp_hash(scripts[0])}';" in policy
    assert f"style-src '{csp_hash(styles[0])}';" in policy
    assert "unsafe" not in policy
    assert not page(make()).values("style")


@SAMPLES
def test_links_lead_somewhere_safe(make: Any) -> None:
    """Links inside the page reach an id that is there once; the others are web addresses."""
    seen = page(make())
    ids = seen.values("id")

    assert sorted(set(ids)) == sorted(ids)
    assert not [href for href in seen.values("href") if not href.startswith(("#", "https://", "http://"))]
    assert not [href for href in seen.values("href") if href.startswith("#") and href[1:] not in ids]


@SAMPLES
def test_names_only_what_is_there(make: Any) -> None:
    """Each aria-labelledby names ids of the page."""
    seen = page(make())
    wanted = {one for value in seen.values("aria-labelledby") for one in value.split()}

    assert wanted <= set(seen.values("id"))


@SAMPLES
def test_headings_are_in_order(make: Any) -> None:
    """There is one h1, it comes first, and no level is skipped."""
    levels = page(make()).headings

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert not [(one, two) for one, two in pairwise(levels) if two > one + 1]


def test_no_hostile_character_survives() -> None:
    """Control and direction characters are written out, never passed on."""
    html = HtmlRenderer().render(samples.hostile()).decode("utf-8")

    assert not re.findall("[\x00-\x08\x0b\x0c\x0e-\x1f\u202e\u2066]", html)
    assert "[U+202E]" in html


def test_template_syntax_in_a_text_is_only_text() -> None:
    """Braces of a template stay as they were written."""
    assert "{{ 7*7 }}" in page(samples.hostile()).text


def test_style_sheet_ends_where_it_should() -> None:
    """The name printed on each page cannot end the style sheet."""
    html = HtmlRenderer().render(samples.hostile())

    assert html.count(b"</style>") == 1


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


def test_matches_the_snapshot(snapshot: Any) -> None:
    """The whole output is the one agreed."""
    snapshot(Path("full.html"), HtmlRenderer().render(samples.full()))


@pytest.mark.slow
def test_thousands_of_criteria_take_seconds() -> None:
    """A page of 2,800 criteria takes seconds of the processor, not minutes: nothing in it grows with the square."""
    started = time.process_time()
    HtmlRenderer().render(samples.many(400))

    assert time.process_time() - started < 30
