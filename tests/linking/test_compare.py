"""How an accepted text has changed, word by word."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness._linking import compare
from readiness.model import EditKind

SAME, REMOVED, ADDED, SKIPPED = EditKind
WORDS = st.sampled_from(
    [
        "the",
        "staff",
        "sign",
        "for",
        "tokens",
        "each",
        "year",
        "and",
        "a",
        "lost",
        "token",
        "is",
        "reported",
        "at",
        "once.",
        "Never",
        "lend",
        "one!",
    ]
)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), max_size=12).map(tuple)


def edits(before: str, after: str) -> list[tuple[EditKind, str]]:
    """Return the edits between two paragraphs."""
    return [(one.kind, one.words) for one in compare((before,), (after,))]


def test_a_word_is_changed():
    """The old word and the new one, with what stands around."""
    assert edits("Tokens are kept for six years.", "Tokens are kept for ten years.") == [
        (SAME, "Tokens are kept for"),
        (REMOVED, "six"),
        (ADDED, "ten"),
        (SAME, "years."),
    ]


def test_words_are_added_and_removed():
    """At either end too."""
    assert edits("Staff may not lend tokens.", "Staff may lend tokens.") == [
        (SAME, "Staff may"),
        (REMOVED, "not"),
        (SAME, "lend tokens."),
    ]
    assert edits("one two", "nought one two three") == [(ADDED, "nought"), (SAME, "one two"), (ADDED, "three")]
    assert edits("", "one") == [(ADDED, "one")]
    assert edits("one", "") == [(REMOVED, "one")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("Tokens are", "signed for"), ("Tokens are signed for",)),
        (("“So” – he",), ('"So" - he',)),
        (("Tokens\nare",), ("Tokens  are ",)),
        ((), ()),
        (("", " "), ()),
    ],
)
def test_nothing_has_changed(before, after):
    """How paragraphs are parted and signs are written makes no difference."""
    assert compare(before, after) == ()


def test_far_from_a_change_is_skipped():
    """A page of the same words is kept apart from those around the change."""
    page = [f"w{number}" for number in range(500)]
    found = compare((" ".join([*page, "six", *page]),), (" ".join([*page, "ten", *page]),))

    assert [one.kind for one in found] == [SKIPPED, SAME, REMOVED, ADDED, SAME, SKIPPED]
    assert [len(one.words.split()) for one in found] == [488, 12, 1, 1, 12, 488]


def test_a_passage_is_changed_among_many():
    """Only the passages that differ are compared by words; two passages apart, they are shown apart."""
    before = tuple(f"Clause {number} says what clause {number} says." for number in range(200))
    after = (*before[:50], "Clause 50 says something else.", *before[51:150], *before[151:])
    found = [one for one in compare(before, after) if one.kind in {REMOVED, ADDED}]

    assert [(one.kind, one.words) for one in found] == [
        (REMOVED, "what clause 50 says."),
        (ADDED, "something else."),
        (REMOVED, "Clause 150 says what clause 150 says."),
    ]


@given(TEXTS, TEXTS)
def test_both_texts_can_be_put_together_again(before, after):
    """Nothing is lost: what is the same and removed is the old text, what is the same and added the new one."""
    found = compare(before, after)
    old = [one.words for one in found if one.kind is not ADDED]
    new = [one.words for one in found if one.kind is not REMOVED]

    if found:
        assert " ".join(old).split() == " ".join(before).split()
        assert " ".join(new).split() == " ".join(after).split()
    else:
        assert " ".join(before).split() == " ".join(after).split()
    assert all(one.words for one in found)
    assert all(one.kind != two.kind for one, two in pairwise(found))


@pytest.mark.parametrize("kinds", [1, 3, 60, 100_000])
def test_long_texts_do_not_hang(kinds):
    """Two long texts with nothing, or everything, in common are compared in bounded time."""
    some, other = random.Random(1), random.Random(2)
    before = tuple(" ".join(f"w{some.randrange(kinds)}" for _ in range(40)) for _ in range(1500))
    after = tuple(" ".join(f"w{other.randrange(kinds)}" for _ in range(40)) for _ in range(1500))
    started = time.process_time()
    compare(before, after)
    compare((" ".join(before),), (" ".join(after),))

    assert time.process_time() - started < 20
