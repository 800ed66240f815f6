"""What is passed over at a glance holds nothing: every quick sign of a pattern stands in whatever the pattern finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from linking_samples import document

from readiness._linking import Asked, _fingerprint, _labels, _lines, look
from readiness._linking import _drafts as later_drafts
from readiness._readers import _drafts, _markings
from readiness._words import folded
from readiness.model import StatedFact

SIGNED = [
    *((_labels._INLINE[fact], _labels._HINTS[fact]) for fact in StatedFact),
    (later_drafts._DRAFT, later_drafts._HINTS),
    *(
        (getattr(_drafts, name), _drafts._HINTS)
        for name in ("_ALONE", "_BEGINS", "_ENDS", "_LOUD", "_NUMBERED", "_EARLY", "_UNFINISHED")
    ),
]
WORDS = st.sampled_from(
    ["Version", "Issue 3", "Owner", "owned by", "Policy lead", "Review date", "Next review", "Effective from", "by",
     "to be reviewed", "1.2", "v2", "March 2010", "01/03/10", "\u0663", ":", "=", "\t", "\u2013", "-", " - ",
     "\u00a0-\u00a0", "Head of ICT", "This policy", "the", ".", "O\u017fWNED by"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "hints"), SIGNED, ids=lambda one: one.pattern[:30] if hasattr(one, "pattern") else ""
)
@given(data=st.data())
def test_every_sign_is_there(pattern: re.Pattern[str], hints: tuple[str, ...], data: st.DataObject) -> None:
    """Whatever a pattern finds, in capitals or with a look-alike letter, one of its signs is in the folded text."""
    text = data.draw(st.from_regex(pattern))

    assert any(hint in folded(text) for hint in hints)


@given(st.from_regex(_markings._LOUD))
def test_every_marking_has_its_word(text: str) -> None:
    """As above, for markings, which stand in capitals."""
    assert any(word in text for word in _markings._WORDS)


@given(st.from_regex(_fingerprint._NUMBER))
def test_every_long_number_has_a_long_fraction(text: str) -> None:
    """As above, for numbers as a computer keeps them."""
    assert _fingerprint._LONG_FRACTION.search(text)


@given(st.lists(WORDS, min_size=1, max_size=6).map(" ".join))
@example("Owned by Head of ICT")
@example("Owner\u00a0-\u00a0Head of ICT")
def test_a_line_without_a_sign_states_nothing(line: str) -> None:
    """A line that is passed over gives no more if it is looked at all the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_lines, "_may_state", lambda _: True)
        thorough = look(document(line), Asked()).stated

    assert look(document(line), Asked()).stated == thorough
