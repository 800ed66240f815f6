"""What the closer look is to look for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve, field, frozen

from readiness.model import Catalogue, DocumentEntry, Register

from ._checked import listed, text, texts
from ._phrases import Phrase, PhraseIndex, phrases_of

VERSION = 1
"""Raised whenever the same text gives another `Reading` or another `Look`."""

_ORDINARY = frozenset({"IT", "US", "OR", "IS", "AM", "WHO", "AID", "AIDS"})
"""Abbreviations that are words as well; they count in capitals only."""


@frozen(kw_only=True)
class AspectAsk:
    """An aspect to look for: its criterion, its id and its terms."""

    criterion: str
    aspect: str
    terms: tuple[str, ...]


@frozen
class Terms:
    """
    Every term asked for, ready to be looked for at once.

    Attributes:
        index: the phrases.
        owners: for each phrase the aspects it stands for, by their number, with the term as each has it.
        later: for each phrase the later terms it stands for.
        mark: of all that, for a digest.
    """

    index: PhraseIndex
    owners: tuple[tuple[tuple[int, str], ...], ...]
    later: tuple[tuple[str, ...], ...]
    mark: str

    @classmethod
    def of(cls, aspects: tuple[AspectAsk, ...], later: tuple[str, ...]) -> Terms:
        """Return the terms of *aspects* and the *later* ones; what is written alike is looked for once."""
        owners: dict[Phrase, dict[int, str]] = {}
        for number, one in enumerate(aspects):
            for phrase, term in _phrases(one.terms):
                owners.setdefault(phrase, {}).setdefault(number, term)
        lasting: dict[Phrase, dict[str, None]] = {}
        for term in later:
            for phrase in phrases_of(term, strict=True):
                lasting.setdefault(phrase, {})[term] = None
        phrases = tuple(dict.fromkeys((*owners, *lasting)))
        return cls(
            PhraseIndex(phrases),
            tuple(tuple(owners.get(phrase, {}).items()) for phrase in phrases),
            tuple(tuple(lasting.get(phrase, ())) for phrase in phrases),
            _mark([_aspects_to_wire(aspects), list(later)]),
        )


@frozen(kw_only=True)
class Asked:
    """
    What the closer look at a document is to look for.

    Attributes:
        aspects: of every criterion, with the register's local wordings.
        systems: names of the system.
        later: later people's words for things of the period.
        wheres: places that the document's claims point to.
        criteria: those that the aspects are of, where they are not of every one.
    """

    aspects: tuple[AspectAsk, ...] = ()
    systems: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    wheres: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    narrowed: dict[tuple[str, ...], tuple[tuple[AspectAsk, ...], Terms]] = field(factory=dict, eq=False, repr=False)
    found_by: Terms = field(eq=False, repr=False)

    @found_by.default
    def _found_by(self) -> Terms:
        return Terms.of(self.aspects, self.later)

    @classmethod
    def of(cls, catalogue: Catalogue, register: Register) -> Asked:
        """Return what *catalogue* and *register* ask of every document."""
        local = {one.id: one.aspects for one in register.wordings}
        aspects = tuple(
            AspectAsk(criterion=criterion.id, aspect=one.id, terms=one.terms)
            for criterion in catalogue.criteria
            for one in local.get(criterion.id, criterion.aspects)
            if one.terms
        )
        later = dict.fromkeys(term for one in catalogue.criteria for term in one.vocabulary.later)
        return cls(aspects=aspects, systems=(register.system,) if register.system else (), later=tuple(later))

    def for_document(self, entry: DocumentEntry | None, cited: Iterable[str] = ()) -> Asked:
        """
        Return what is asked of one document: aspects of what it may be evidence for, and where its claims point to.

        Args:
            entry: what the register says of it; ``None`` if it does not name it.
            cited: ids of the criteria that the document names.
        """
        claims = entry.claims if entry else ()
        wheres = tuple(dict.fromkeys(one.where for one in claims if one.where))
        criteria = tuple(sorted({*cited, *(one.criterion for one in claims)}))
        if not criteria:
            return evolve(self, wheres=wheres) if wheres != self.wheres else self
        aspects, terms = self._narrow(criteria)
        return evolve(self, wheres=wheres, criteria=criteria, aspects=aspects, found_by=terms)

    def _narrow(self, criteria: tuple[str, ...]) -> tuple[tuple[AspectAsk, ...], Terms]:
        """Return the aspects of *criteria* with their terms, made ready once for all documents."""
        if criteria not in self.narrowed:
            aspects = tuple(one for one in self.aspects if one.criterion in criteria)
            self.narrowed[criteria] = aspects, Terms.of(aspects, self.later)
        return self.narrowed[criteria]

    @property
    def digest(self) -> str:
        """Return a text that changes when what is asked changes, or how it is looked for; a look may be kept by it."""
        return _mark([VERSION, self.found_by.mark, list(self.systems), list(self.wheres), list(self.criteria)])


def asked_to_wire(asked: Asked) -> list[Any]:
    """Return *asked* as values that JSON can hold, for a worker process."""
    said = (asked.systems, asked.later, asked.wheres, asked.criteria)
    return [_aspects_to_wire(asked.aspects), *map(list, said)]


def asked_from_wire(value: object) -> Asked:
    """
    Return what `asked_to_wire` wrote.

    Raises:
        ValueError: the value is something else.
    """
    aspects, systems, later, wheres, criteria = listed(value, 5)
    asks = (listed(one, 3) for one in listed(aspects))
    return Asked(
        aspects=tuple(AspectAsk(criterion=text(one), aspect=text(two), terms=texts(three)) for one, two, three in asks),
        systems=texts(systems),
        later=texts(later),
        wheres=texts(wheres),
        criteria=texts(criteria),
    )


def _aspects_to_wire(aspects: Iterable[AspectAsk]) -> list[Any]:
    return [[one.criterion, one.aspect, list(one.terms)] for one in aspects]


def _mark(value: list[Any]) -> str:
    return hashlib.sha256(json.dumps(value, separators=(",", ":")).encode("ascii")).hexdigest()[:32]


def _phrases(terms: Iterable[str]) -> Iterator[tuple[Phrase, str]]:
    """Yield the phrases of *terms*, alike for terms that differ only in how they are written."""
    for term in terms:
        for phrase in phrases_of(term, strict=term in _ORDINARY):
            yield phrase, term
