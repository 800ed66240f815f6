"""The page of a profile in a real browser, used as a reader does: filter, search, order, links, keys and paper."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from attrs import evolve

from readiness._renderers._html import HtmlRenderer

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "renderers"))

import page_samples as samples  # noqa: E402 - stands with the tests of the renderers

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory, browse: Callable[..., Any]) -> dict[str, Any]:
    """Return what a reader meets who filters, searches, follows links, uses the keyboard alone, and prints."""
    folder = tmp_path_factory.mktemp("use")
    page, large, pdf = folder / "full.html", folder / "many.html", folder / "full.pdf"
    one = samples.full()
    page.write_bytes(HtmlRenderer().render(evolve(one, gaps=one.gaps[::-1])))
    large.write_bytes(HtmlRenderer().render(samples.many(70)))
    met: dict[str, Any] = browse("drive.mjs", page, large, pdf)
    document = pypdfium2.PdfDocument(pdf)
    return met | {"pages": [document[number].get_textpage().get_text_range() for number in range(len(document))]}


def test_first_screen_says_what_matters(used: dict[str, Any]) -> None:
    """Without scrolling: whose it is and of which day, the verdict, when it is due, and what to do first."""
    assert used["screen"][:3] == [
        "RA7 evidence profile, as of 1 May 2009 Isle of Somewhere Cou",
        "Decision: NO-GO",
        "As of 1 May 2009. Due 30 June 2009, 60 days ahead.",
    ]
    assert len(used["screen"]) == 6
    assert used["screen"][3].startswith("OA12 ")


def test_filters_narrow_everything_down(used: dict[str, Any]) -> None:
    """A choice leaves its criteria, tiles and gaps, says how many there are, and can be taken back."""
    assert used["first"]["said"] == "Showing all 7 criteria, all 4 gaps and all 2 documents."
    assert used["byStatus"] == {
        "criteria": 1,
        "tiles": 1,
        "gaps": 1,
        "said": "Showing 1 of 7 criteria, 1 of 4 gaps and 0 of 2 documents.",
    }
    assert used["cleared"] == used["first"]
    assert [used[facet] for facet in ("reason", "strand", "owner", "endorser")] == [1, 1, 1, 1]


def test_search_looks_in_the_evidence(used: dict[str, Any]) -> None:
    """Every word has to be there, in whatever case; nothing found is said."""
    assert used["search"]["criteria"] == 1
    assert used["nothing"]["said"] == "Showing 0 of 7 criteria, 0 of 4 gaps and 0 of 2 documents."


def test_links_reach_what_is_hidden(used: dict[str, Any]) -> None:
    """A link to a passage clears the filters and opens what it is folded up in; its matched words are marked."""
    assert used["link"] == used["first"] | {"open": 1}
    assert used["deep"] == 2


def test_opens_and_closes_everything(used: dict[str, Any]) -> None:
    """One button opens all details, another closes them."""
    assert (used["closed"], used["opened"]) == (0, 7)


def test_gaps_can_be_put_in_order(used: dict[str, Any]) -> None:
    """The most pressing come first until somebody asks for another order, which the table then says."""
    assert used["pressing"] == ["OA12", "OA8", "OA3", "OA2"]
    assert used["byCriterion"] == ["OA2", "OA3", "OA8", "OA12"]
    assert used["sorted"] == "ascending"


def test_remembers_nothing(used: dict[str, Any]) -> None:
    """Nothing is stored, and a page opened again shows all of it."""
    assert used["kept"] == [0, 0, ""]
    assert used["remembered"] == used["first"]


def test_keyboard_alone_is_enough(used: dict[str, Any]) -> None:
    """The skip link, a search, a button with a ring around it and a folded criterion, without a mouse."""
    assert used["keys"] == [
        "Skip to the profile",
        "main",
        "Showing 1 of 7 criteria, 1 of 4 gaps and 0 of 2 documents.",
        "find-words",
        used["first"]["said"],
        1,
        0,
    ]
    assert used["ring"] == "solid"


def test_prints_all_of_it_with_page_numbers(used: dict[str, Any]) -> None:
    """What is folded up on the screen stands on paper, each page has its number, and the controls are left out."""
    pages = used["pages"]
    whole = " ".join(" ".join(pages).split())

    assert [f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages, 1)] == [True] * len(pages)
    assert "A personnel record is opened for each person before the first day of work." in whole
    assert "How we know" in whole
    assert "Words to look for" not in whole


def test_very_large_page_keeps_what_is_folded_up_as_text(used: dict[str, Any]) -> None:
    """Its details are no elements until somebody needs them; links and search reach them all the same."""
    assert used["large"]["elements"] < 5 * used["large"]["criteria"]
    assert used["largeLink"] == 1
    assert used["largeSearch"]["criteria"] == 70


def test_very_large_page_opens_what_little_is_left(used: dict[str, Any]) -> None:
    """Its gaps stand a hundred at a time; folded ones that a search leaves are shown, and all can be ordered."""
    assert used["largeGaps"] == used["largeAgain"] == {"shown": 100, "piles": 2}
    assert used["largeFew"]["shown"] == used["largeFew"]["criteria"] == used["largeFew"]["links"] == 1
    assert used["largeFew"]["said"] == "Showing 1 of 490 criteria, 1 of 280 gaps and 0 of 2 documents."
    assert used["largeSorted"] == {"shown": 280, "tables": 1}


def test_nothing_is_refused_or_fails(used: dict[str, Any]) -> None:
    """The browser refuses nothing of the page by its own policy, and no script fails."""
    assert used["errors"] == []
