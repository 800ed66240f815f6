"""Reading one document, in this process and through the cage."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from readiness._cage import CageLimits
from readiness._readers import read_documents
from readiness._readers._task import read_document
from readiness.model import DocumentText, ReadLimits

Read = Callable[..., DocumentText]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write bytes under a name and read them in this process."""

    def read_one(name: str, data: bytes, **limits: int) -> DocumentText:
        (tmp_path / name).write_bytes(data)
        return read_document(str(tmp_path), name, ReadLimits(**limits))

    return read_one


@pytest.fixture
def read_caged(tmp_path: Path) -> Read:
    """Write bytes under a name and read them as the program does."""

    def read_one(name: str, data: bytes, seconds: float = 20, memory: int = 2 << 30) -> DocumentText:
        (tmp_path / name).write_bytes(data)
        limits = CageLimits(seconds=seconds, memory=memory)
        (document,) = read_documents(tmp_path, [name], cage_limits=limits, workers=1)
        return document

    return read_one
