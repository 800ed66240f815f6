"""The page in a real browser: axe objects to nothing, nothing is too wide, nothing is fetched, and all of it works."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
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


def _lacking(reason: str) -> None:
    """Skip on a desk that lacks the tools; fail in CI, where their absence would look like success."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def browse() -> Callable[..., Any]:
    """Return what runs a script over pages in Chromium and gives what it saw."""
    node = shutil.which("node")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not node or not chromium:
        _lacking("the browser tests need node and chromium on the path")
    if not (HERE / "node_modules" / "axe-core").is_dir() or not (HERE / "node_modules" / "playwright-core").is_dir():
        _lacking("the browser tests need their packages: run npm install in tests/browser")

    def run(script: str, *paths: Path) -> Any:
        command = [str(node), str(HERE / script), str(chromium), *map(str, paths)]
        done = subprocess.run(command, capture_output=True, check=False, text=True, timeout=240)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory, browse: Callable[..., Any]) -> list[dict[str, Any]]:
    """Return what the browser saw of each sample in each view."""
    folder = tmp_path_factory.mktemp("pages")
    pages = [folder / f"{make.__name__}.html" for make in (samples.full, samples.empty, samples.hostile)]
    for page in pages:
        page.write_bytes(HtmlRenderer().render(getattr(samples, page.stem)()))
    looked: list[dict[str, Any]] = browse("axe.mjs", *pages)
    return looked


def test_looked_at_every_page(seen: list[dict[str, Any]]) -> None:
    """Each sample was opened in each view and really examined."""
    assert len(seen) == 24
    assert not [one for one in seen if one["passes"] < min(15, one["asked"])]


def test_nothing_to_object_to(seen: list[dict[str, Any]]) -> None:
    """Axe finds no violation of WCAG 2.2 AA or of good practice."""
    assert not [(one["page"], one["view"], one["violations"]) for one in seen if one["violations"]]


def test_no_script_fails(seen: list[dict[str, Any]]) -> None:
    """The script of the page runs without an error."""
    assert not [(one["page"], one["view"], one["errors"]) for one in seen if one["errors"]]


def test_nothing_is_wider_than_the_screen(seen: list[dict[str, Any]]) -> None:
    """No page scrolls sideways, not even at 320 pixels with overlong names."""
    assert not [(one["page"], one["view"], one["overflow"]) for one in seen if one["overflow"]]


def test_nothing_is_fetched(seen: list[dict[str, Any]]) -> None:
    """The page asks the network for nothing."""
    assert not [(one["page"], one["view"], one["requests"]) for one in seen if one["requests"]]


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


def test_nothing_is_refused_or_fails(used: dict[str, Any]) -> None:
    """The browser refuses nothing of the page by its own policy, and no script fails."""
    assert used["errors"] == []
