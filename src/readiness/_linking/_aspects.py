"""Aspects that a text deals with, and later people's words in it."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, frozen

from readiness.model import AspectFound, Locator, Passage, Spot, TermSpot

from ._asked import Asked
from ._parts import is_contents_line, is_heading, is_said
from ._text import quoted

_NOWHERE = Passage("", Locator())


@frozen
class _Met:
    """A phrase that was met, by its number, and the term it stands for."""

    phrase: int = 0
    term: str = ""


_NOTHING = _Met()


@define
class _Best:
    """The best place so far: the passage, the first term met in it, and how much it says."""

    passage: Passage = _NOWHERE
    met: _Met = _NOTHING
    weight: tuple[int, int] = (-1, 0)
    count: int = 0


class Gathered:
    """Goes through the passages of a document and keeps what was found in them."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._terms = asked.terms
        self._wanted = asked.wanted
        self._aspects: dict[int, _Best] = {}
        self._later: dict[str, _Best] = {}

    def take(self, passage: Passage, spoken: list[str]) -> None:
        """Look at one passage, whose words are *spoken*."""
        numbers = self._terms.index.find_in(spoken, passage.text)
        if not numbers or not counts(passage):
            return
        aspects: dict[int, list[_Met]] = {}
        later: dict[str, list[_Met]] = {}
        for number in numbers:
            for owner, term in self._terms.owners[number]:
                aspects.setdefault(owner, []).append(_Met(number, term))
            for term in self._terms.later[number]:
                later.setdefault(term, []).append(_Met(number, term))
        heading = is_heading(passage)
        for owner, met in aspects.items():
            _keep(self._aspects.setdefault(owner, _Best()), passage, met, heading=heading)
        for term, met in later.items():
            _keep(self._later.setdefault(term, _Best()), passage, met, heading=heading)

    def aspects(self) -> tuple[AspectFound, ...]:
        """Return the aspects found, in the order of the catalogue."""
        return tuple(self._aspect(owner, best) for owner, best in sorted(self._aspects.items()))

    def later(self) -> tuple[TermSpot, ...]:
        """Return later people's words found, in the order of the catalogue."""
        return tuple(
            TermSpot(term, best.count, self._spot(best))
            for term in self._asked.later
            if (best := self._later.get(term)) is not None
        )

    def _aspect(self, owner: int, best: _Best) -> AspectFound:
        asked = self._wanted[owner]
        return AspectFound(
            criterion=asked.criterion,
            aspect=asked.aspect,
            term=best.met.term,
            spot=self._spot(best),
            count=best.count,
        )

    def _spot(self, best: _Best) -> Spot:
        text = best.passage.text
        return Spot(best.passage.locator, quoted(text, *self._terms.index.locate(text, best.met.phrase)))


def counts(passage: Passage) -> bool:
    """Return whether a passage says what the document says: a comment, a margin, a table of contents does not."""
    return is_said(passage.locator.part) and not is_contents_line(passage.text)


def found_in(passages: Iterable[Passage], asked: Asked, spoken: Iterable[list[str]]) -> tuple[tuple[str, str], ...]:
    """Return the criterion and the aspect of everything asked that *passages* deal with."""
    gathered = Gathered(asked)
    for passage, heard in zip(passages, spoken, strict=True):
        gathered.take(passage, heard)
    return tuple((one.criterion, one.aspect) for one in gathered.aspects())


def _keep(best: _Best, passage: Passage, met: list[_Met], *, heading: bool) -> None:
    """Count the passage, and keep it if it says more than the best so far; a heading says less than prose."""
    best.count += 1
    weight = (int(not heading), len(met))
    if weight > best.weight:
        best.passage, best.met, best.weight = passage, met[0], weight
