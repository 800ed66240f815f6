"""Which aspects of a criterion its evidence deals with, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from attrs import frozen

from readiness.model import Aspect, Criterion, Exhibit, Look, Spot

from ._none_yet import says_none


class Standing(Enum):
    """How the evidence stands to one aspect."""

    COVERED = "covered"
    UNCLAIMED = "unclaimed"
    UNREAD = "unread"
    """Claimed, and dealt with in nothing that was read; but something claimed for it was not read."""
    UNSEARCHED = "unsearched"
    """Claimed; the catalogue has no words by which to look for it."""
    MISSING = "missing"


@frozen(kw_only=True)
class Survey:
    """
    What the claimed documents have to say on the aspects of one criterion.

    Attributes:
        criterion: see `Criterion`.
        opened: the claimed documents that were opened, each with what was found in it.
        unread: those that were not, or have no text.
    """

    criterion: Criterion
    opened: tuple[tuple[Exhibit, Look], ...]
    unread: tuple[Exhibit, ...] = ()

    @classmethod
    def of(cls, criterion: Criterion, exhibits: Iterable[Exhibit]) -> Survey:
        """Return the survey of the claimed documents in *exhibits*."""
        opened: list[tuple[Exhibit, Look]] = []
        unread: list[Exhibit] = []
        for one in exhibits:
            if one.reading is None or not one.reading.readable or one.reading.look is None:
                unread.append(one)
            else:
                opened.append((one, one.reading.look))
        return cls(criterion=criterion, opened=tuple(opened), unread=tuple(unread))

    def sorted(self, aspects: Iterable[Aspect]) -> dict[Standing, list[Aspect]]:
        """Return *aspects* by how the evidence stands to them."""
        by_standing: dict[Standing, list[Aspect]] = {one: [] for one in Standing}
        for aspect in aspects:
            by_standing[self._standing(aspect)].append(aspect)
        return by_standing

    def _standing(self, aspect: Aspect) -> Standing:
        every = (*(one for one, _ in self.opened), *self.unread)
        if not any(_claims(one, aspect) for one in every):
            return Standing.UNCLAIMED
        if self.place(aspect) is not None:
            return Standing.COVERED
        if self.hangs_on(aspect):
            return Standing.UNREAD
        return Standing.MISSING if aspect.terms else Standing.UNSEARCHED

    def place(self, aspect: Aspect) -> tuple[Exhibit, Spot] | None:
        """Return the first document that deals with an aspect, and where."""
        places = ((exhibit, self._spot(exhibit, look, aspect)) for exhibit, look in self.opened)
        return next(((exhibit, spot) for exhibit, spot in places if spot is not None), None)

    def _spot(self, exhibit: Exhibit, look: Look, aspect: Aspect) -> Spot | None:
        """Return where a document deals with an aspect: where a claim points to, or else the best place."""
        for claim in exhibit.claims:
            pin = look.pin(claim.where) if claim.where else None
            if pin is not None and pin.spot is not None:
                by_words = (self.criterion.id, aspect.id) in pin.aspects
                if by_words or (aspect.id in claim.aspects and claim.quotes):
                    return pin.spot
        found = look.aspects_of(self.criterion.id).get(aspect.id)
        return found.spot if found else None

    def denied(self, aspect: Aspect) -> tuple[Exhibit, Spot] | None:
        """Return the only passage that speaks of an aspect, if it seems to say that there is nothing yet."""
        places = []
        for exhibit, look in self.opened:
            found = look.aspects_of(self.criterion.id).get(aspect.id)
            if found is not None and (found.count > 1 or not says_none(found.spot.quote)):
                return None
            places += [(exhibit, found.spot)] if found is not None else []
        return places[0] if places and self.place(aspect) == places[0] else None

    def hangs_on(self, aspect: Aspect) -> list[Exhibit]:
        """Return the documents that were not read and are claimed for an aspect."""
        return [one for one in self.unread if _claims(one, aspect)]

    @property
    def idle(self) -> list[Exhibit]:
        """Return the documents that were read and deal with no aspect at all."""
        return [one for one, _ in self.opened if not one.deals_with(self.criterion)]

    @property
    def any_at_work(self) -> bool:
        """Return whether some document deals with some aspect."""
        return any(one.deals_with(self.criterion) for one, _ in self.opened)

    @property
    def complete(self) -> bool:
        """Return whether every document that was read was read to its end."""
        return all(one.reading is not None and one.reading.complete for one, _ in self.opened)

    def in_vain(self) -> Iterator[tuple[Exhibit, list[Aspect]]]:
        """Yield documents with aspects that they are claimed for by name, and do not deal with though others may."""
        for exhibit, look in self.opened:
            named = {name for claim in exhibit.claims for name in claim.aspects}
            without = [
                one
                for one in self.criterion.aspects
                if one.id in named and one.terms and self._spot(exhibit, look, one) is None
            ]
            told = [one for one in without if not one.required or self._standing(one) is not Standing.MISSING]
            if told and exhibit.deals_with(self.criterion):
                yield exhibit, told


def _claims(exhibit: Exhibit, aspect: Aspect) -> bool:
    return any(not claim.aspects or aspect.id in claim.aspects for claim in exhibit.claims)
