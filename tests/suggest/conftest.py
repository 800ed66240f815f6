"""A folder of papers without a register."""

from __future__ import annotations

from pathlib import Path

import pytest
from suggest_papers import PAPERS


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Return a folder with papers of every sort and no register."""
    folder = tmp_path / "papers"
    for name, text in PAPERS.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return folder
