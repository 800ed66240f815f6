"""
How long a browser takes to open and to filter the page of a very large profile.

Usage: python benchmarks/open_page.py [--criteria 2800] [--documents 10000] [--keep FILE]

Makes a profile of invented criteria, each with findings, passages, aspects and plan actions, and a list of invented
documents; writes its page; and drives Chromium over it with tests/browser/pace.mjs. Needs node, Chromium and the
packages of tests/browser.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from attrs import evolve

from readiness import assess, load_catalogue, load_evidence, read_plan
from readiness._profile import build_profile
from readiness._renderers._html import HtmlRenderer
from readiness.model import Assessment, CriterionResult, DocumentRow, EvidenceMap, EvidenceProfile

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "evidence" / "anyshire"


def main() -> int:
    """Make the page, open it, and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__.strip().partition("\n")[0])
    parser.add_argument("--criteria", type=int, default=2800)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="where to keep the page")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        page = options.keep or Path(folder) / "large.html"
        profile = large(options.criteria, options.documents)
        started = time.perf_counter()
        page.write_bytes(HtmlRenderer().render(profile))
        took = time.perf_counter() - started
        print(
            f"{options.criteria} criteria, {options.documents} documents: {page.stat().st_size / 1e6:.1f} MB", end=" "
        )
        print(f"written in {took:.1f} s")
        return drive(page)


def large(criteria: int, documents: int) -> EvidenceProfile:
    """Return the profile of the invented county with its criteria and its documents repeated under new names."""
    small = build_profile(judged())
    results = tuple(islice(repeated(small.results), criteria))
    rows = tuple(islice(renamed(small.documents), documents))
    whole = evolve(small.assessment, results=results)
    one = build_profile(whole)
    return evolve(
        one, documents=rows, map=mapped(one.map, rows), lapses=tuple(islice(cycle(one.lapses), documents // 3))
    )


def mapped(found: EvidenceMap | None, rows: tuple[DocumentRow, ...]) -> EvidenceMap | None:
    """Return the map with a row for each of the documents."""
    if not found:
        return None
    papers = (evolve(one, document=row.path) for one, row in zip(cycle(found.rows), rows))
    return evolve(found, rows=tuple(papers))


def judged() -> Assessment:
    """Return the assessment of the invented county."""
    catalogue = load_catalogue()
    plan = read_plan(FOLDER / "plan.csv", catalogue)
    return assess(catalogue, load_evidence(FOLDER, catalogue), as_of=date(2009, 3, 2), plan=plan)


def repeated(results: tuple[CriterionResult, ...]):
    """Yield the results again and again, each time under new ids."""
    for number, result in enumerate(cycle(results)):
        lap = number // len(results)
        name = f"{result.criterion.id}.{lap}"
        yield evolve(result, criterion=evolve(result.criterion, id=name)) if lap else result


def renamed(rows: tuple[DocumentRow, ...]):
    """Yield the documents again and again, each time under new paths and for new criteria."""
    for number, row in enumerate(cycle(rows)):
        lap = number // len(rows)
        ids = tuple(f"{one}.{lap % 100}" if lap % 100 else one for one in row.criteria)
        yield evolve(row, path=f"{lap:03}/{row.path}", criteria=ids) if lap else row


def drive(page: Path) -> int:
    """Run the browser over *page*; return its exit code."""
    node, chromium = shutil.which("node"), shutil.which("chromium") or shutil.which("google-chrome")
    if not node or not chromium:
        print("node and chromium have to be on the path", file=sys.stderr)
        return 2
    return subprocess.run([node, ROOT / "tests" / "browser" / "pace.mjs", chromium, page], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
