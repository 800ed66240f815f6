"""One browser for many pages: what runs a script over them, and what was seen of every page, once for all workers."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "renderers"))

Browse = Callable[..., Any]


def _lacking(reason: str) -> None:
    """Skip on a desk that lacks the tools; fail in CI, where their absence would look like success."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browse() -> Browse:
    """Return what runs a script over files in Chromium and gives what it saw."""
    node = shutil.which("node")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not node or not chromium:
        _lacking("the browser tests need node and chromium on the path")
    if not (HERE / "node_modules" / "axe-core").is_dir() or not (HERE / "node_modules" / "playwright-core").is_dir():
        _lacking("the browser tests need their packages: run npm install in tests/browser")

    def run(script: str, *paths: Path) -> Any:
        command = [str(node), str(HERE / script), str(chromium), *map(str, paths)]
        done = subprocess.run(command, capture_output=True, check=False, text=True, timeout=900)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="session")
def seen(browse: Browse, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what the browser saw of every page, by its name."""
    from whole_pages import every_page  # noqa: PLC0415 - stands with the tests of the renderers

    def look(folder: Path) -> Any:
        pages = {name: folder / f"{name}.html" for name in every_page()}
        for name, page in every_page().items():
            pages[name].write_bytes(page)
        return {Path(one["page"]).stem: one for one in browse("look.mjs", *pages.values())}

    found: dict[str, Any] = _once(tmp_path_factory, "seen", look)
    return found


def _once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Any]) -> Any:
    """Return what *make* makes; where tests run in several workers, one makes it and the others wait for it."""
    base = factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder = shared / name
    folder.mkdir(exist_ok=True)
    kept = folder / "made.json"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            kept.write_text(json.dumps(make(folder)), encoding="utf-8")
    return json.loads(kept.read_text(encoding="utf-8"))
