"""Opening the documents of a folder: nothing is read twice, and nothing that matters is left closed."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from readiness import load_catalogue, load_evidence
from readiness._desk import opening
from readiness.model import EvidenceFolder, Fault, Look

CATALOGUE = load_catalogue()
CLAIM = """
[[document]]
path = "policy.txt"
kinds = ["policy"]

[[document.claim]]
criterion = "OA8"
"""
POLICY = "Shielding policy.\n\nA shield is put on a record where there is a risk of significant harm.\n"


class Told:
    """How many documents were read, of how many."""

    def __init__(self) -> None:
        self.read = 0

    def __call__(self, done: int, total: int) -> None:
        self.read = total


@pytest.fixture
def folder(evidence: Callable[..., Path]) -> Path:
    """Return a folder with a claimed policy, a text that cites a criterion, one that does not, and a damaged file."""
    place = evidence(CLAIM, "policy.txt", "cites.md", "other.txt", "damaged.docx")
    (place / "policy.txt").write_text(POLICY, "utf-8")
    (place / "cites.md").write_text("# Tokens\n\nThis is our evidence for OA12: how a token is issued.\n", "utf-8")
    (place / "damaged.docx").write_bytes(b"PK\x03\x04 and no more")
    return place


def read(folder: Path, cache: Path | None) -> tuple[EvidenceFolder, int]:
    """Read as a minute from now: a file written just now may still be written to within the same tick of the clock."""
    told = Told()
    with opening(folder, CATALOGUE, cache=cache, told=told, clock=lambda: time.time() + 60) as desk:
        return desk.load(), told.read


def test_what_matters_is_looked_at(folder: Path) -> None:
    """Claimed, citing and damaged documents have a reading; of the first two it is a close one."""
    found, _ = read(folder, None)

    assert [one.path for one in found.readings] == ["cites.md", "damaged.docx", "policy.txt"]
    cites, damaged, policy = found.readings
    assert [(one.criterion, str(one.spot.locator)) for one in cites.citations] == [("OA12", "Tokens, line 3")]
    assert [one.fault for one in damaged.faults] == [Fault.CORRUPT]
    assert policy.look is not None
    assert "risk" in policy.look.aspects_of("OA8")
    assert not damaged.readable
    assert policy.complete


def test_nothing_is_read_twice(folder: Path, tmp_path: Path) -> None:
    """The second reading opens nothing and finds the same; only what has changed is read again."""
    first, opened = read(folder, tmp_path / "cache")
    again, reopened = read(folder, tmp_path / "cache")
    (folder / "other.txt").write_text("Another text.", "utf-8")
    _, changed = read(folder, tmp_path / "cache")

    assert (opened, reopened, changed) == (4, 0, 1)
    assert again == first


def test_a_moved_document_is_found_again(folder: Path, tmp_path: Path) -> None:
    """A document is known by what it holds; under another name or in another folder it is not read again."""
    read(folder, tmp_path / "cache")
    (folder / "sub").mkdir()
    (folder / "cites.md").rename(folder / "sub" / "renamed.md")
    shutil.copytree(folder, tmp_path / "elsewhere")

    here, opened = read(folder, tmp_path / "cache")
    there, opened_there = read(tmp_path / "elsewhere", tmp_path / "cache")

    assert (opened, opened_there) == (0, 0)
    assert [one.path for one in here.readings] == ["damaged.docx", "policy.txt", "sub/renamed.md"]
    assert here.readings == there.readings


def test_another_catalogue_glances_again_without_reading(folder: Path, tmp_path: Path) -> None:
    """Which criteria a document names depends on the catalogue; its text does not."""
    catalogue = tmp_path / "catalogue"
    catalogue.mkdir()
    (catalogue / "catalogue.toml").write_text(
        'id = "c"\ntitle = "C"\nversion = "1"\n[[assessment]]\nid = "RA7"\ntitle = "RA7"\n', "utf-8"
    )
    (catalogue / "1.toml").write_text(
        'id = "OA8"\ntitle = "Tokens"\nrequires = "Tokens."\nwording = "known"\n', "utf-8"
    )
    read(folder, tmp_path / "cache")
    told = Told()
    found = load_evidence(folder, load_catalogue(catalogue), cache=tmp_path / "cache", told=told)

    assert told.read == 0
    assert [(one.criterion, one.known) for one in found.reading("cites.md").citations] == [("OA12", False)]


@pytest.mark.parametrize("harm", [b"", b"no database at all" * 99])
def test_a_damaged_cache_costs_time_and_nothing_else(folder: Path, tmp_path: Path, harm: bytes) -> None:
    """Whatever became of the cache, the documents are read and the findings are the same."""
    first, _ = read(folder, tmp_path / "cache")
    for one in (tmp_path / "cache").rglob("*"):
        if one.is_file():
            one.write_bytes(harm)

    again, opened = read(folder, tmp_path / "cache")

    assert opened == 4
    assert again.readings == first.readings


def test_without_a_cache_nothing_is_kept(folder: Path, tmp_path: Path) -> None:
    """A run without a cache reads everything, and leaves nothing behind."""
    _, first = read(folder, None)
    _, second = read(folder, None)

    assert (first, second) == (4, 4)
    assert sorted(one.name for one in folder.iterdir()) == [
        "cites.md",
        "damaged.docx",
        "other.txt",
        "policy.txt",
        "register.toml",
    ]


def test_the_closer_look_is_taken_where_the_document_is_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No worker waits for the main process, which looks itself only at documents that were read for other questions."""
    here: list[str] = []
    monkeypatch.setattr("readiness._linking.look", lambda document, _: here.append(document.path) or Look())
    found, _ = read(folder, tmp_path / "cache")
    again, _ = read(folder, tmp_path / "cache")

    assert (here, again) == ([], found)
    assert all(one.look for one in found.readings if one.readable)
    register = folder / "register.toml"
    register.write_text(register.read_text("utf-8").replace("OA8", "OA9"), "utf-8")
    read(folder, tmp_path / "cache")
    assert here == ["policy.txt"]
