"""Content for stores that follows from its key, so that anybody can tell whether what comes back is true."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from readiness._store import DocumentRow, StatRow, Store

DAY = 86_400
NOW = 20_000.0 * DAY
OLD = 10**18
ASKED = "a" * 64


@cache
def document(number: int, size: int = 300) -> DocumentRow:
    """Return the document of that number."""
    key = f"{digest(number)}/docx/1"
    body = hashlib.shake_128(key.encode()).digest(size)
    return DocumentRow(key, json.dumps({"number": number, "title": f"Policy № {number}"}), body)


def answer(number: int) -> str:
    """Return what every look at that document finds."""
    return json.dumps({"of": number})


def stat_row(number: int, version: int = 0) -> StatRow:
    """Return a file that has not been touched for long."""
    return StatRow(f"{number} {OLD + version} {OLD + version} {number} 1", digest(number * 1000 + version))


def files(numbers: Iterable[int], version: int = 0) -> dict[str, StatRow]:
    """Return files of a folder by their path."""
    return {f"folder/{number}.docx": stat_row(number, version) for number in numbers}


def digest(number: int) -> str:
    """Return a SHA-256."""
    return hashlib.sha256(str(number).encode()).hexdigest()


def fill(place: Path, root: Path, numbers: Iterable[int], now: float = NOW) -> None:
    """Put all three kinds of rows into the store at *place*."""
    numbers = list(numbers)
    with Store(place, now=now) as store:
        store.put_documents(map(document, numbers))
        for number in numbers:
            store.put_look(document(number).key, ASKED, answer(number))
        store.remember(root, files(numbers))
        assert store.remarks == ()


def held(store: Store, root: Path, numbers: Iterable[int]) -> list[int]:
    """Return which documents the store holds, and fail if anything it holds is not true."""
    wanted = {document(number).key: number for number in numbers}
    glances = dict(store.documents(wanted))
    assert glances == {key: document(wanted[key]).glance for key in glances}
    for key, number in wanted.items():
        assert store.passages(key) in {None, document(number).passages}
    looks = dict(store.looks((key, ASKED) for key in wanted))
    assert looks == {(key, asked): answer(wanted[key]) for key, asked in looks}
    assert_true(store.stats(root))
    return sorted(wanted[key] for key in glances)


def assert_true(known: Mapping[str, StatRow]) -> None:
    """Fail if a file has a digest that it never had."""
    for path, row in known.items():
        number, version = int(path.removeprefix("folder/").removesuffix(".docx")), int(row.stamp.split()[1]) - OLD
        assert row == stat_row(number, version)
