"""Texts made to be slow, and runs that must not differ."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from linking_samples import document, para, rows, table

from readiness import load_catalogue
from readiness._ids import IdScheme
from readiness._linking import Asked, glance, look, passage_texts
from readiness.model import Register

SRC = Path(__file__).parents[2] / "src"
CATALOGUE = load_catalogue()
SCHEME = IdScheme.of(one.id for one in CATALOGUE.criteria)
PIECES = [
    "[", "<", "{{", "(", " \t", "\n", "OA1,", "O.", "1 ", "1/1/", "1.1.", "to be ", "insert ", "xx", "....",
    "Version ", "Version 1.2 ", "review date ", "owner: ", "| ", "“", "'", "\u00ad", "shield ", "case by ", "a.b@c ",
    "contact", "Contact Point ", "http://", "x\\", "A\u0301", "draft ", "0.1 ", "of ", "12 January ", "- ", "\u00a0",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_text_made_to_be_slow(piece):
    """A long passage of one piece over and over takes the time of any other text of its length."""
    text = (piece * 10_000)[:9_990] + "."
    made = document(*(para(text, number, page=1) for number in range(40)), format="pdf")
    asked = Asked.of(CATALOGUE, Register(organisation="A", assessment="RA7", system="ContactPoint"))
    asked = asked.for_document(("page 1",), (one.id for one in CATALOGUE.criteria))
    started = time.process_time()
    glance(made, SCHEME)
    look(made, asked)

    assert time.process_time() - started < 10


@pytest.mark.parametrize("piece", [*PIECES, "page ", "page 1, ", "section 1.", "A!A1", "> ", "p", "'a' ", "…", "1-"])
def test_a_place_made_to_be_slow(piece):
    """So does a `where` of it."""
    made = document(*(para(f"{piece} {number}", number) for number in range(1, 200)))
    started = time.process_time()
    passage_texts(made, piece * 1_000)

    assert time.process_time() - started < 5


@pytest.mark.parametrize("made", [rows, table], ids=["rows", "cells"])
def test_a_row_made_to_be_slow(made):
    """A row of thousands of labels takes the time of any other row of its length."""
    wide = document(made(["Owner", "Review date"] * 2_000))
    started = time.process_time()
    look(wide, Asked())

    assert time.process_time() - started < 5


def test_every_run_finds_the_same():
    """Nothing depends on the seed by which Python arranges its sets."""
    script = (
        "import json; from linking_samples import *; from readiness import load_catalogue;"
        "from readiness._ids import IdScheme; from readiness._linking import *; from readiness.model import Register;"
        "made = document('OA8, OA12 and OA29: shielding, case by case. ' * 9, 'Version 1.2 of 1 March 2009',"
        " part('[Council Name]', 'header'), part('See OA9, domestic abuse.', 'footnote 1'), table(['Owner', 'TBC']));"
        "catalogue = load_catalogue(); ids = IdScheme.of(one.id for one in catalogue.criteria);"
        "asked = Asked.of(catalogue, Register(organisation='A', assessment='RA7', system='ContactPoint'));"
        "print(json.dumps([reading_to_wire(glance(made, ids)), look_to_wire(look(made, asked)), asked.digest]))"
    )
    found = set()
    for seed in ("1", "2", "3"):
        variables = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{SRC}{os.pathsep}{Path(__file__).parent}"}
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60, env=variables
        )
        found.add(done.stdout)

    assert len(found) == 1
