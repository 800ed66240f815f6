"""What goes through the store and to workers comes back as it was."""

from __future__ import annotations

import json
import time
from datetime import date

import pytest
from attrs import evolve, fields
from hypothesis import given
from hypothesis import strategies as st

from readiness._linking import (
    Asked,
    asked_from_wire,
    asked_to_wire,
    look_from_wire,
    look_to_wire,
    reading_from_wire,
    reading_to_wire,
)
from readiness._linking import _wire as wire
from readiness._linking._asked import AspectAsk
from readiness.model import (
    AspectFound,
    Citation,
    DatedSpot,
    DocumentFacts,
    Fault,
    Locator,
    Look,
    Pin,
    ReadFault,
    Reading,
    Spot,
    Stated,
    StatedFact,
    TermSpot,
)

TEXT = st.text(max_size=12)
COUNT = st.integers(0, 10**9)
NUMBER = st.none() | COUNT
LOCATORS = st.builds(
    Locator, page=NUMBER, heading=st.lists(TEXT, max_size=2).map(tuple), paragraph=NUMBER, table=NUMBER, row=NUMBER,
    column=NUMBER, line=NUMBER, sheet=TEXT, cell=TEXT, slide=NUMBER, part=TEXT,
)  # fmt: skip
SPOTS = st.builds(Spot, LOCATORS, TEXT)
FACTS = st.builds(
    DocumentFacts, title=TEXT, author=TEXT, created=TEXT, modified=TEXT, page_count=NUMBER,
    properties=st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple), tracked_changes=COUNT, comments=COUNT,
    draft_marks=st.lists(TEXT, max_size=2).map(tuple), protective_marking=TEXT, macros=st.booleans(),
    suffix_mismatch=TEXT,
)  # fmt: skip
CITATIONS = st.builds(
    Citation,
    criterion=TEXT,
    written=TEXT,
    spot=SPOTS,
    count=COUNT,
    known=st.booleans(),
    typo=st.booleans(),
    denied=st.booleans(),
)
READINGS = st.builds(
    Reading, path=TEXT, format=TEXT, reader=TEXT, sha256=TEXT, facts=FACTS, truncated=st.booleans(), words=COUNT,
    faults=st.lists(st.builds(ReadFault, st.sampled_from(Fault), TEXT), max_size=2).map(tuple), fingerprint=TEXT,
    citations=st.lists(CITATIONS, max_size=2).map(tuple), look=st.none(),
)  # fmt: skip
DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))
TERMS = st.lists(st.builds(TermSpot, TEXT, COUNT, SPOTS), max_size=2).map(tuple)
PAIRS = st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple)
LOOKS = st.builds(
    Look,
    aspects=st.lists(
        st.builds(AspectFound, criterion=TEXT, aspect=TEXT, term=TEXT, spot=SPOTS, count=COUNT), max_size=2
    ).map(tuple),
    system=TERMS,
    residue=st.lists(SPOTS, max_size=2).map(tuple),
    drafts=st.lists(SPOTS, max_size=2).map(tuple),
    stated=st.lists(
        st.builds(
            Stated,
            fact=st.sampled_from(StatedFact),
            written=TEXT,
            earliest=st.none() | DAYS,
            latest=st.none() | DAYS,
            spot=SPOTS,
        ),
        max_size=2,
    ).map(tuple),
    dates=st.lists(st.builds(DatedSpot, DAYS, SPOTS), max_size=2).map(tuple),
    later_terms=TERMS,
    pins=st.lists(
        st.builds(Pin, where=TEXT, checkable=st.booleans(), spot=st.none() | SPOTS, fingerprint=TEXT, aspects=PAIRS),
        max_size=2,
    ).map(tuple),
    sketch=st.lists(COUNT, max_size=3).map(tuple),
)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
QUESTIONS = st.builds(
    Asked,
    aspects=st.lists(st.builds(AspectAsk, criterion=TEXT, aspect=TEXT, terms=TEXTS), max_size=2).map(tuple),
    systems=TEXTS,
    later=TEXTS,
    wheres=TEXTS,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=10) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=30,
)


def through(value):
    """Return what JSON makes of a value."""
    return json.loads(json.dumps(value))


@given(READINGS)
def test_readings_come_back(reading):
    """All of a reading but its closer look."""
    assert reading_from_wire(through(reading_to_wire(reading))) == reading
    assert reading_to_wire(evolve(reading, look=Look())) == reading_to_wire(reading)


@given(LOOKS)
def test_looks_come_back(look):
    """All of a look."""
    assert look_from_wire(through(look_to_wire(look))) == look


@given(QUESTIONS)
def test_questions_come_back(asked):
    """A question, for a worker; it is the same question."""
    back = asked_from_wire(through(asked_to_wire(asked)))

    assert (back, back.digest) == (asked, asked.digest)


@pytest.mark.parametrize("decode", [reading_from_wire, look_from_wire, asked_from_wire])
@given(value=JSON)
def test_nonsense_is_refused(decode, value):
    """Whatever else JSON can hold is a `ValueError`, and nothing worse."""
    with pytest.raises(ValueError):  # noqa: PT011  # the message is for the log of a store that is then emptied
        decode(value)


@given(READINGS, LOOKS, JSON, st.data())
def test_a_piece_of_nonsense_is_refused_or_read(reading, look, value, data):
    """With one value replaced it is read as something of the right types, or refused."""
    for sound, decode, encode in (
        (reading_to_wire(reading), reading_from_wire, reading_to_wire),
        (look_to_wire(look), look_from_wire, look_to_wire),
    ):
        wrong = through(sound)
        wrong[data.draw(st.integers(0, len(wrong) - 1))] = value
        try:
            found = decode(wrong)
        except ValueError:
            continue
        json.dumps(encode(found))


def test_every_field_has_its_place():
    """A field that the model gains is not forgotten here."""
    assert set(wire._FACTS) == {one.name for one in fields(DocumentFacts)}
    assert set(wire._LOCATOR) == {one.name for one in fields(Locator)}
    assert len(fields(Reading)) == len(reading_to_wire(Reading(path="a"))) + 1
    assert len(fields(Look)) == len(look_to_wire(Look()))


def test_many_glances_are_decoded_quickly():
    """An unchanged folder of ten thousand documents is not slow to know again."""
    facts = DocumentFacts(title="Shielding policy", author="Anytown", created="2009-03-01T10:00:00", page_count=4)
    reading = Reading(
        path="a/policy.docx",
        format="docx",
        reader="docx/1",
        sha256="0" * 64,
        words=900,
        fingerprint="1" * 32,
        facts=facts,
    )
    texts = [json.dumps(reading_to_wire(reading))] * 10_000
    started = time.process_time()
    for one in texts:
        reading_from_wire(json.loads(one))

    assert time.process_time() - started < 2
