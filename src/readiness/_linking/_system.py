"""Places that name the system."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from readiness._ids import in_address
from readiness.model import Passage, Spot, TermSpot

from ._parts import Part, part_of
from ._text import quoted

_PIECE = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_]+")
_GAP = r"[\s'\u2019\u2010-\u2015-]{0,2}"
_PARTED = re.compile(r"[\s'\u2019\u2010-\u2015-]+")
_COMMON_WORDS = 2
"""A name of so few words may be what anybody calls something; then its words have to begin with capitals."""
_MOST_SPELLINGS = 20


class Names:
    """
    Goes through the passages of a document and keeps where it names the system, by each spelling.

    Args:
        systems: its names. ``ContactPoint`` is found as ``Contact Point`` and ``CONTACTPOINT`` too, but not as the
            contact point that anything may have.
    """

    def __init__(self, systems: Iterable[str]) -> None:
        self._shapes = [(first.casefold(), shape) for name in systems for first, shape in _shape(name)]
        self._first: dict[str, tuple[int, Passage, re.Match[str]]] = {}
        self._counts: dict[str, int] = {}

    def take(self, passage: Passage) -> None:
        """Look at one passage; what a comment names, the document does not."""
        if not self._shapes or (part := part_of(passage.locator.part)) is Part.ASIDE:
            return
        rank = int(part is Part.MARGIN) + 2 * passage.locator.part.startswith("property ")
        folded = passage.text.casefold()
        for first, shape in self._shapes:
            if first not in folded:
                continue
            for spelling, found in _spellings(shape, passage.text).items():
                if spelling not in self._first and len(self._first) >= _MOST_SPELLINGS:
                    continue
                self._counts[spelling] = self._counts.get(spelling, 0) + 1
                if spelling not in self._first or rank < self._first[spelling][0]:
                    self._first[spelling] = rank, passage, found

    def spots(self) -> tuple[TermSpot, ...]:
        """Return one entry for each spelling, in the order they were met."""
        return tuple(
            TermSpot(spelling, self._counts[spelling], Spot(passage.locator, quoted(passage.text, *found.span())))
            for spelling, (_, passage, found) in self._first.items()
        )


def _spellings(shape: re.Pattern[str], text: str) -> dict[str, re.Match[str]]:
    """Return the first place of each spelling in *text*."""
    met: dict[str, re.Match[str]] = {}
    for found in shape.finditer(text):
        pieces = _PARTED.split(found[0])
        common = 1 < len(pieces) <= _COMMON_WORDS and any(one[0].islower() for one in pieces)
        if not common and not in_address(text, found.start(), found.end()):
            met.setdefault(" ".join(found[0].split()), found)
    return met


def _shape(name: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield the first piece of a name, and the pattern of all of it."""
    if pieces := _PIECE.findall(name):
        yield pieces[0], re.compile(rf"(?<!\w){_GAP.join(map(re.escape, pieces))}(?!\w)", re.IGNORECASE)
