"""Documents are surveyed in workers, which build their queries from what they are sent."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import readiness
from readiness import suggest
from readiness._store._rows import mark_of
from readiness._suggest import queries_from_wire, queries_of, sought_to_wire

ANYSHIRE = Path(__file__).parents[2] / "evidence" / "anyshire"


def test_queries_survive_the_way_to_a_worker() -> None:
    """What is looked for in a worker is what is asked for here, so that surveys may be kept by it."""
    catalogue = readiness.load_catalogue()
    ours = queries_of(catalogue, "Anyshire")
    theirs = queries_from_wire(json.loads(json.dumps(sought_to_wire(catalogue, "Anyshire"))))

    assert theirs.digest == ours.digest
    assert (theirs.duties, theirs.weights) == (ours.duties, ours.weights)
    assert [(one.beside, one.size) for one in theirs.each] == [(one.beside, one.size) for one in ours.each]


def test_documents_read_for_something_else_are_surveyed_as_they_were_kept(tmp_path: Path) -> None:
    """A folder that was checked before gives the same suggestions, and no file of it is read again."""
    noted: dict[str, float | None] = {}
    readiness.load_evidence(ANYSHIRE, cache=tmp_path)

    again = suggest(ANYSHIRE, cache=tmp_path, noted=noted.__setitem__)

    assert again.rows == suggest(ANYSHIRE).rows
    assert {path for path, seconds in noted.items() if seconds is None} >= {one.document for one in again.rows}


def test_a_kept_survey_that_is_not_sound_is_taken_again(tmp_path: Path) -> None:
    """Whatever somebody else has written into the cache, the suggestions are the same."""
    first = suggest(ANYSHIRE, cache=tmp_path)
    with sqlite3.connect(tmp_path / "store.sqlite3") as store:
        for key, asked in store.execute("SELECT key, asked FROM looks").fetchall()[:3]:
            row = ("[]", mark_of(key, asked, "[]"), key, asked)
            store.execute("UPDATE looks SET answer = ?, mark = ? WHERE key = ? AND asked = ?", row)
    store.close()

    assert suggest(ANYSHIRE, cache=tmp_path) == first
