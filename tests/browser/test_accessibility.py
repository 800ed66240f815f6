"""The page in a real browser: nothing for axe to object to, nothing wider than the screen, nothing fetched."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from readiness._renderers._html import HtmlRenderer

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "renderers"))

import samples  # noqa: E402 - stands with the tests of the renderers

pytestmark = pytest.mark.browser


def _lacking(reason: str) -> None:
    """Skip on a desk that lacks the tools; fail in CI, where their absence would look like success."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Return what the browser saw of each sample in each view."""
    node = shutil.which("node")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not node or not chromium:
        _lacking("the browser tests need node and chromium on the path")
    if not (HERE / "node_modules" / "axe-core").is_dir() or not (HERE / "node_modules" / "playwright-core").is_dir():
        _lacking("the browser tests need their packages: run npm install in tests/browser")
    folder = tmp_path_factory.mktemp("pages")
    pages = [folder / f"{make.__name__}.html" for make in (samples.full, samples.empty, samples.hostile)]
    for page in pages:
        page.write_bytes(HtmlRenderer().render(getattr(samples, page.stem)()))
    command = [str(node), str(HERE / "axe.mjs"), str(chromium), *map(str, pages)]
    done = subprocess.run(command, capture_output=True, check=False, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    looked: list[dict[str, Any]] = json.loads(done.stdout)
    return looked


def test_looked_at_every_page(seen: list[dict[str, Any]]) -> None:
    """Each sample was opened in each view and really examined."""
    assert len(seen) == 15
    assert not [one for one in seen if one["passes"] < 15]


def test_nothing_to_object_to(seen: list[dict[str, Any]]) -> None:
    """Axe finds no violation of WCAG 2.2 AA or of good practice."""
    assert not [(one["page"], one["view"], one["violations"]) for one in seen if one["violations"]]


def test_nothing_is_wider_than_the_screen(seen: list[dict[str, Any]]) -> None:
    """No page scrolls sideways, not even at 320 pixels with overlong names."""
    assert not [(one["page"], one["view"], one["overflow"]) for one in seen if one["overflow"]]


def test_nothing_is_fetched(seen: list[dict[str, Any]]) -> None:
    """The page asks the network for nothing."""
    assert not [(one["page"], one["view"], one["requests"]) for one in seen if one["requests"]]
