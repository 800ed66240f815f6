"""Every page, whatever it is of: whole, self-contained, in order, and deaf to what its texts say."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from page import Page
from whole_pages import every_page

from readiness._renderers._html import csp_hash

PAGES = every_page()
EVERY = pytest.mark.parametrize("name", PAGES)


def test_there_are_pages_of_every_sort() -> None:
    """Of what can be written, nothing is forgotten here."""
    assert {name.partition("-")[0] for name in PAGES} == {
        *("profile", "map", "suggest", "diff", "trend"),
        *("highlight", "board", "actions", "owner"),
    }


@EVERY
def test_every_tag_is_closed(name: str) -> None:
    """Tags pair up, whatever the texts hold."""
    assert not Page(PAGES[name]).faults


@EVERY
def test_fetches_nothing(name: str) -> None:
    """There is no outside script or style, no picture, no frame and no form."""
    seen = Page(PAGES[name])

    assert not seen.tags & {"link", "img", "iframe", "object", "embed", "form", "base", "video", "audio"}
    assert not [each for _, each, _ in seen.attributes if each.startswith("on") or each in {"src", "srcset", "action"}]


@EVERY
def test_policy_lets_only_its_own_script_and_style_run(name: str) -> None:
    """The page names its style sheet, and its script if it has one, by their hashes; nothing else may run."""
    html = PAGES[name].decode("utf-8")
    scripts, styles = (re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL) for tag in ("script", "style"))
    (policy,) = (value for value in Page(PAGES[name]).values("content") if "default-src" in value)
    allowed = {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}
    hashes = {"style-src": styles, "script-src": scripts}

    expected = allowed | {key: f"'{csp_hash(texts[0])}'" for key, texts in hashes.items() if texts}
    assert expected == dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert [len(styles), len(scripts)] == [1, name.startswith("profile")]
    assert not Page(PAGES[name]).values("style")


@EVERY
def test_links_lead_somewhere_safe(name: str) -> None:
    """Links inside the page reach an id that is there once; the others are web addresses."""
    seen = Page(PAGES[name])
    ids = seen.values("id")

    assert sorted(set(ids)) == sorted(ids)
    assert not [href for href in seen.values("href") if not href.startswith(("#", "https://", "http://"))]
    assert not [href for href in seen.values("href") if href.startswith("#") and href[1:] not in ids]


@EVERY
@pytest.mark.parametrize("attribute", ["aria-labelledby", "aria-describedby", "for"])
def test_names_only_what_is_there(name: str, attribute: str) -> None:
    """What names another element by its id names one of the page."""
    seen = Page(PAGES[name])

    assert {one for value in seen.values(attribute) for one in value.split()} <= set(seen.values("id"))


@EVERY
def test_headings_are_in_order(name: str) -> None:
    """There is one h1, it comes first, and no level is skipped."""
    levels = Page(PAGES[name]).headings

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert not [(one, two) for one, two in pairwise(levels) if two > one + 1]


@EVERY
def test_has_the_landmarks_of_a_page(name: str) -> None:
    """A way past the head, then head, content and foot, each once and in this order."""
    html = PAGES[name].decode("utf-8")
    marks = ['<a class="skip" href="#main">', "<header", '<main id="main"', "</main>", "<footer"]

    assert [html.count(one) for one in marks] == [1] * len(marks)
    assert sorted(marks, key=html.index) == marks


@EVERY
def test_no_hostile_character_survives(name: str) -> None:
    """Control and direction characters are written out, never passed on."""
    assert not re.findall("[\x00-\x08\x0b\x0c\x0e-\x1f\u202e\u2066]", PAGES[name].decode("utf-8"))


@EVERY
def test_style_sheet_ends_where_it_should(name: str) -> None:
    """No name printed on each page can end the style sheet."""
    assert PAGES[name].count(b"</style>") == 1
