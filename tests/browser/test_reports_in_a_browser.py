"""Reports, comparisons and trends in a real browser: nothing to object to, nothing too wide, a board on one page."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import readiness
from readiness._records import record_of
from readiness._reports import action_report, board_report, highlight_report, owner_reports
from readiness.model import EvidenceProfile, Status

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "renderers"))

import samples  # noqa: E402 - stands with the tests of the renderers

pytestmark = pytest.mark.browser
NODE = shutil.which("node")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def _lacking(reason: str) -> None:
    """Skip on a desk that lacks the tools; fail in CI, where their absence would look like success."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def made_of(profile: EvidenceProfile) -> dict[str, bytes]:
    """Return every page that is made of a profile and an earlier one."""
    now = record_of(profile)
    turned = tuple(evolve(one, status=Status.MET, findings=(), title=f"{one.title}!") for one in now.criteria)
    before = evolve(now, as_of=now.as_of - timedelta(days=30), criteria=turned, documents=now.documents[1:])
    found = readiness.compare(before, now)
    made = {
        "diff": found,
        "trend": readiness.trend([before, now]),
        "highlight": highlight_report(profile, found),
        "board": board_report(profile, found),
        "actions": action_report(profile),
        "owner": next(iter(owner_reports(profile).values())),
    }
    return {name: readiness.render(one, "html") for name, one in made.items()}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the files of every page, of a plain and of a hostile profile."""
    if not NODE or not CHROMIUM:
        _lacking("the browser tests need node and chromium on the path")
    folder = tmp_path_factory.mktemp("reports")
    files = []
    for make in (samples.full, samples.hostile):
        for name, page in made_of(make()).items():
            if make is samples.full and name not in {"diff", "trend", "actions"}:
                continue  # the same blocks as in the others
            files.append(folder / f"{name}-{make.__name__}.html")
            files[-1].write_bytes(page)
    return files


@pytest.fixture(scope="module")
def seen(pages: list[Path]) -> list[dict[str, Any]]:
    """Return what the browser saw of each page in each view."""
    if not (HERE / "node_modules" / "axe-core").is_dir() or not (HERE / "node_modules" / "playwright-core").is_dir():
        _lacking("the browser tests need their packages: run npm install in tests/browser")
    command = [str(NODE), str(HERE / "axe.mjs"), str(CHROMIUM), *map(str, pages)]
    done = subprocess.run(command, capture_output=True, check=False, text=True, timeout=400)
    assert done.returncode == 0, done.stderr
    looked: list[dict[str, Any]] = json.loads(done.stdout)
    return looked


def test_looked_at_every_page(seen: list[dict[str, Any]], pages: list[Path]) -> None:
    """Each page was opened in several views and really examined."""
    assert {one["page"] for one in seen} == {one.name for one in pages}
    assert len(seen) >= 5 * len(pages)
    assert not [one for one in seen if one["passes"] < 15]


def test_nothing_to_object_to(seen: list[dict[str, Any]]) -> None:
    """Axe finds no violation of WCAG 2.2 AA or of good practice."""
    assert not [(one["page"], one["view"], one["violations"]) for one in seen if one["violations"]]


def test_nothing_is_wider_than_the_screen(seen: list[dict[str, Any]]) -> None:
    """No page scrolls sideways, not even at 320 pixels with overlong names."""
    assert not [(one["page"], one["view"], one["overflow"]) for one in seen if one["overflow"]]


def test_nothing_is_fetched(seen: list[dict[str, Any]]) -> None:
    """The pages ask the network for nothing."""
    assert not [(one["page"], one["view"], one["requests"]) for one in seen if one["requests"]]


def test_the_board_summary_is_printed_on_one_page(tmp_path: Path) -> None:
    """Of Anyshire and of the Isle of Wight, compared with an earlier day."""
    if not CHROMIUM:
        _lacking("the browser tests need chromium on the path")
    for name, (old, new) in {
        "anyshire": (date(2008, 12, 1), date(2009, 3, 2)),
        "isle-of-wight": (date(2008, 10, 31), date(2008, 12, 31)),
    }.items():
        then, now = (readiness.assess_folder(HERE.parents[1] / "evidence" / name, as_of=day) for day in (old, new))
        page, printed = tmp_path / f"{name}.html", tmp_path / f"{name}.pdf"
        page.write_bytes(readiness.render(readiness.report(now, "board", since=then), "html"))
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        options += [f"--user-data-dir={tmp_path}/user", f"--print-to-pdf={printed}"]
        subprocess.run([str(CHROMIUM), *options, page.as_uri()], check=True, capture_output=True, timeout=120)
        assert 1 == len(re.findall(rb"/Type\s*/Page\b", printed.read_bytes())), name
