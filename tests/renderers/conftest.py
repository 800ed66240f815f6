"""Whole outputs kept beside the tests; READINESS_UPDATE_SNAPSHOTS=1 writes them anew: read the difference."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture
def snapshot() -> Callable[[Path, bytes], None]:
    """Compare an output with the one kept under *name*."""

    def compare(name: Path, output: bytes) -> None:
        kept = HERE / "snapshots" / name
        if os.environ.get("READINESS_UPDATE_SNAPSHOTS") == "1":
            kept.write_bytes(output)
        assert kept.read_bytes().decode("utf-8") == output.decode("utf-8")

    return compare
