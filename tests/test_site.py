"""The documentation as a site: every page is in it, a dead link stops it, it works without a network."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
if not DOCS.is_dir():
    pytest.skip("the source distribution carries no docs", allow_module_level=True)


def lacking(reason: str) -> None:
    """Skip on a desk that lacks the tools; fail in CI, where their absence would look like success."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def build(docs: Path, site: Path) -> subprocess.CompletedProcess[str]:
    options = ["--fail-on-warning", "--keep-going", "--quiet", "-d", str(site.parent / "doctrees")]
    command = [sys.executable, "-m", "sphinx", *options, str(docs), str(site)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built site."""
    if importlib.util.find_spec("sphinx") is None:
        lacking("the tests of the site need the docs extra: run make docs")
    place = tmp_path_factory.mktemp("site") / "site"
    done = build(DOCS, place)
    assert done.returncode == 0, done.stderr
    return place


class Fetched(HTMLParser):
    """Collects what a browser would load for a page, which is not what it links to."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        loaded = given.get("href", "") if tag == "link" else given.get("src", "") if tag != "a" else ""
        self.urls += [one for one in (loaded, given.get("srcset", ""), given.get("poster", "")) if one]


@pytest.mark.slow
def test_every_page_is_in_the_site(site: Path) -> None:
    """What can be read on a code host can be read there, and the front door is where a server looks for it."""
    pages = {path.relative_to(DOCS).with_suffix(".html").as_posix() for path in DOCS.rglob("*.md")}

    assert pages | {"index.html", "search.html"} == {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


@pytest.mark.slow
def test_every_page_is_in_the_navigation(site: Path) -> None:
    """The list of pages at the side is made of the index, so a page that the index forgets is lost."""
    front = (site / "index.html").read_text(encoding="utf-8")
    tree = re.search(r'<div class="sidebar-tree">.*?</aside>', front, re.DOTALL)
    assert tree, "the theme has another navigation"

    linked = set(re.findall(r'href="([^"#]+\.html)"', tree[0]))

    assert {path.relative_to(DOCS).with_suffix(".html").as_posix() for path in DOCS.rglob("*.md")} - linked == {
        "README.html"
    }


@pytest.mark.slow
def test_the_site_fetches_nothing_from_elsewhere(site: Path) -> None:
    """Fonts, scripts and pictures come with it."""
    for page in site.rglob("*.html"):
        seen = Fetched()
        seen.feed(page.read_text(encoding="utf-8"))
        assert seen.urls, page
        assert [url for url in seen.urls if re.match(r"(?:[a-z]+:)?//", url)] == [], page
    for sheet in site.rglob("*.css"):
        assert re.findall(r"(?:@import|url\()\s*['\"]?(?:https?:)?//[^'\")]+", sheet.read_text(encoding="utf-8")) == []


DEAD = {
    "[a page](gone.md)": "'gone.md'",
    "[a heading](other.md#gone)": "local id not found in doc 'other': 'gone'",
    "![a picture](gone.png)": "image file not readable: gone.png",
    "[a file](gone.txt)": "'gone.txt'",
    "[outside](../outside.md)": "'../outside.md'",
}


@pytest.mark.slow
def test_a_dead_link_stops_the_site(site: Path, tmp_path: Path) -> None:
    """Each sort of link that leads nowhere is told with its line; the same pages without them are fine."""
    docs = tmp_path / "docs"
    shutil.copytree(DOCS / "_static", docs / "_static")
    settings = (DOCS / "conf.py").read_text(encoding="utf-8")
    (docs / "conf.py").write_text(
        settings.replace("Path(__file__).parents[1]", f"Path({str(ROOT)!r})"), encoding="utf-8"
    )
    (docs / "README.md").write_text("# Index\n\n## Read\n\n- [other](other.md)\n", encoding="utf-8")
    (docs / "other.md").write_text("# Other\n", encoding="utf-8")
    assert build(docs, tmp_path / "sound").returncode == 0

    (docs / "other.md").write_text("# Other\n\n" + "\n\n".join(DEAD) + "\n", encoding="utf-8")
    done = build(docs, tmp_path / "site")

    assert done.returncode != 0
    for line, said in zip(range(3, 13, 2), DEAD.values(), strict=True):
        assert [one for one in done.stderr.splitlines() if f"other.md:{line}: " in one and said in one], done.stderr


@pytest.mark.browser
def test_the_site_in_a_browser(site: Path) -> None:
    """Axe has nothing to object to, nothing is wider than the screen, nothing is fetched, in light, dark and narrow."""
    chromium, browser = _chromium(), ROOT / "tests" / "browser"
    if not shutil.which("node") or not (browser / "node_modules" / "axe-core").is_dir():
        lacking("the browser tests need node and their packages: run npm install in tests/browser")
    page = site / "how-to" / "gate-in-ci.html"  # it has a table, a program and a screen
    command = ["node", str(browser / "look.mjs"), chromium, str(page)]
    done = subprocess.run(command, capture_output=True, check=False, text=True, timeout=240)
    assert done.returncode == 0, done.stderr

    # Without scripts the theme's own switches stand outside its landmarks; that view is for pages of ours.
    (found,) = json.loads(done.stdout)
    seen = [one for one in found["views"] if one["view"] != "without its script"]

    assert len(seen) >= 5
    assert not [one for one in seen if one["passes"] < min(15, one["asked"])]
    assert not [(one["view"], one["violations"]) for one in seen if one["violations"]]
    assert not [(one["view"], one["overflow"]) for one in seen if one["overflow"]]
    assert not [url for one in seen for url in one["requests"] if not url.startswith("file:")]


@pytest.mark.browser
def test_the_search_works_without_a_server(site: Path) -> None:
    """Opened from a disk, it finds the page that explains a word."""
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    address = f"{(site / 'search.html').as_uri()}?q=unshielding"
    command = [_chromium(), *options, "--virtual-time-budget=8000", "--dump-dom", address]
    done = subprocess.run(command, capture_output=True, check=True, text=True, timeout=120, encoding="utf-8")

    found = done.stdout.partition('id="search-results"')[2]

    assert "reference/glossary.html" in found


def _chromium() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        lacking("the browser tests need chromium on the path")
    return str(found)
