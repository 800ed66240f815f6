"""Documents are surveyed in workers, which build their queries from what they are sent."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import attrs
from attrs import evolve

import readiness
from readiness import suggest
from readiness._readers import read_document
from readiness._store._rows import mark_of
from readiness._suggest import Queries, queries_from_wire, queries_of, sought_to_wire, suggestions_of, survey
from readiness.model import Criterion, DocumentText, ReadLimits, Suggestion

ANYSHIRE = Path(__file__).parents[2] / "evidence" / "anyshire"


def test_queries_survive_the_way_to_a_worker() -> None:
    """What is looked for in a worker is what is asked for here, so that surveys may be kept by it."""
    catalogue = readiness.load_catalogue()
    ours = queries_of(catalogue, ("Anyshire",))
    theirs = queries_from_wire(json.loads(json.dumps(sought_to_wire(catalogue, ("Anyshire",)))))

    assert theirs.digest == ours.digest
    alike = [one.name for one in attrs.fields(Queries) if one.name not in {"each", "index"}]
    assert {name: getattr(theirs, name) for name in alike} == {name: getattr(ours, name) for name in alike}
    assert [(one.beside, one.size) for one in theirs.each] == [(one.beside, one.size) for one in ours.each]


def test_a_worker_surveys_a_document_as_it_would_be_surveyed_here(papers: Path) -> None:
    """What is suggested rests on all that the ranking knows, the learned words with the rest."""
    catalogue = readiness.load_catalogue()
    criteria = {one.id: one for one in catalogue.criteria}
    queries = queries_of(catalogue)
    names = sorted(str(one.relative_to(papers)) for one in papers.rglob("*") if one.is_file())
    texts = [read_document(str(papers), name, ReadLimits()) for name in names]

    there = suggest(papers, threshold=0.0).rows
    here = [evolve(one, document=text.path) for text in texts for one in _suggested(text, queries, criteria)]

    assert {(one.document, one.criterion, one.confidence, one.signs) for one in there} == {
        (one.document, one.criterion, one.confidence, one.signs) for one in here
    }


def _suggested(text: DocumentText, queries: Queries, criteria: Mapping[str, Criterion]) -> tuple[Suggestion, ...]:
    return suggestions_of(survey(text, queries), criteria, threshold=0.0)


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
