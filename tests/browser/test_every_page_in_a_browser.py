"""Every page in a real browser: axe objects to nothing, nothing is cut off, keys reach it all, nothing is fetched."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import readiness

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "renderers"))

from whole_pages import every_page  # noqa: E402 - stands with the tests of the renderers

pytestmark = pytest.mark.browser
EVERY = pytest.mark.parametrize("name", every_page())
VIEWS = (
    *(
        "light",
        "dark",
        "wide",
        "tablet",
        "zoomed to 200 %",
        "text at 200 %",
        "spaced text",
        "narrow",
        "narrow and dark",
    ),
    *("print", "forced colours", "reduced motion", "without its script"),
)


@EVERY
def test_looked_at_it_in_every_view(seen: dict[str, Any], name: str) -> None:
    """The page was opened in each view and really examined."""
    views = seen[name]["views"]

    assert tuple(one["view"] for one in views) == VIEWS
    assert not [one["view"] for one in views if one["passes"] < min(15, one["asked"])]


@EVERY
@pytest.mark.parametrize("fault", ["violations", "overflow", "cut", "edgeless", "moving", "requests", "errors"])
def test_nothing_to_object_to(seen: dict[str, Any], name: str, fault: str) -> None:
    """
    Nothing is wrong in any view.

    Axe finds no violation of WCAG 2.2 AA or of good practice; nothing scrolls sideways, is cut off, moves, hangs on a
    colour that the reader's own colours replace, or comes from the network; no script fails.
    """
    assert {one["view"]: one[fault] for one in seen[name]["views"] if one[fault]} == {}


@EVERY
def test_browser_refuses_nothing(seen: dict[str, Any], name: str) -> None:
    """Under its own content security policy the page loses neither its looks nor its script."""
    assert seen[name]["refused"] == []


@EVERY
def test_keyboard_alone_reaches_everything(seen: dict[str, Any], name: str) -> None:
    """Each control and link is reached, in order, on the screen and with a ring, in the reader's own colours too."""
    assert [one["view"] for one in seen[name]["keys"]] == ["1280", "1280, forced colours", "320"]
    for one in seen[name]["keys"]:
        assert one["wanted"] == one["reached"] > 1
        assert (one["unordered"], one["ringless"], one["unseen"]) == ([], [], [])


def test_the_board_summary_is_printed_on_one_page(tmp_path: Path, browse: Callable[..., Any]) -> None:
    """Of Anyshire and of the Isle of Wight, compared with an earlier day."""
    printed = []
    for name, (old, new) in {
        "anyshire": (date(2008, 12, 1), date(2009, 3, 2)),
        "isle-of-wight": (date(2008, 10, 31), date(2008, 12, 31)),
    }.items():
        then, now = (readiness.assess_folder(HERE.parents[1] / "evidence" / name, as_of=day) for day in (old, new))
        page, paper = tmp_path / f"{name}.html", tmp_path / f"{name}.pdf"
        page.write_bytes(readiness.render(readiness.report(now, "board", since=then), "html"))
        printed += [page, paper]
    browse("print.mjs", *printed)

    assert [1, 1] == [len(re.findall(rb"/Type\s*/Page\b", paper.read_bytes())) for paper in printed[1::2]]
