"""What the closer look is to look for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from ._checked import listed, text, texts
from ._phrases import Phrase, PhraseIndex, phrases_of

if TYPE_CHECKING:
    from readiness.model import Catalogue, Register

VERSION = 5
"""Raised whenever the same text gives another `Reading` or another `Look`."""

_ORDINARY = frozenset({"IT", "US", "OR", "IS", "AM", "WHO", "AID", "AIDS"})
"""Abbreviations that are words as well; they count in capitals only."""
_MOST_READY = 64
"""Sets of criteria whose terms are kept ready: few documents differ in what they are asked for."""


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
    """

    index: PhraseIndex
    owners: tuple[tuple[tuple[int, str], ...], ...]
    later: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, aspects: tuple[AspectAsk, ...], later: tuple[str, ...]) -> Terms:
        """Return the terms of *aspects* and the *later* ones; what is written alike is looked for once."""
        owners: dict[Phrase, dict[int, str]] = {}
        for number, one in enumerate(aspects):
            for term in one.terms:
                for phrase in _phrases(term, strict=term in _ORDINARY):
                    owners.setdefault(phrase, {}).setdefault(number, term)
        lasting: dict[Phrase, dict[str, None]] = {}
        for term in later:
            for phrase in _phrases(term, strict=True):
                lasting.setdefault(phrase, {})[term] = None
        phrases = tuple(dict.fromkeys((*owners, *lasting)))
        return cls(
            PhraseIndex(phrases),
            tuple(tuple(owners.get(phrase, {}).items()) for phrase in phrases),
            tuple(tuple(lasting.get(phrase, ())) for phrase in phrases),
        )


@frozen(kw_only=True)
class Asked:
    """
    What the closer look at a document is to look for.

    Attributes:
        aspects: of every criterion, with the register's local wordings.
        systems: names of the system.
        organisation: names of the organisation, its own first.
        later: later people's words for things of the period.
        wheres: places that the document's claims point to.
        criteria: those whose aspects are asked for; none means every one.
    """

    aspects: tuple[AspectAsk, ...] = ()
    systems: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    wheres: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    _ready: dict[tuple[str, ...], Terms] = field(factory=dict, eq=False, repr=False, alias="ready")
    _marks: dict[tuple[str, ...], str] = field(factory=dict, eq=False, repr=False, alias="marks")

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
        return cls(
            aspects=aspects,
            systems=(register.system,) if register.system else (),
            organisation=register.known_as,
            later=tuple(later),
        )

    def for_document(self, wheres: tuple[str, ...], criteria: Iterable[str]) -> Asked:
        """
        Return what is asked of one document: aspects of what it may be evidence for, and where its claims point to.

        Args:
            wheres: places that its claims point to.
            criteria: ids of those that it is claimed for or that it names.
        """
        wanted = tuple(sorted(set(criteria)))
        return self if (wheres, wanted) == (self.wheres, self.criteria) else self._narrowed(wheres, wanted)

    def _narrowed(self, wheres: tuple[str, ...], criteria: tuple[str, ...]) -> Asked:
        return Asked(
            aspects=self.aspects,
            systems=self.systems,
            organisation=self.organisation,
            later=self.later,
            wheres=wheres,
            criteria=criteria,
            ready=self._ready,
            marks=self._marks,
        )

    @property
    def wanted(self) -> tuple[AspectAsk, ...]:
        """The aspects of the criteria."""
        if not self.criteria:
            return self.aspects
        return tuple(one for one in self.aspects if one.criterion in self.criteria)

    @property
    def terms(self) -> Terms:
        """The terms of the aspects `wanted`, made ready once for all documents that ask for the same."""
        if self.criteria not in self._ready:
            if len(self._ready) >= _MOST_READY:
                self._ready.clear()
            self._ready[self.criteria] = Terms.of(self.wanted, self.later)
        return self._ready[self.criteria]

    @property
    def digest(self) -> str:
        """Return a text that changes when what is asked changes, or how it is looked for; a look may be kept by it."""
        if self.criteria not in self._marks:
            names = (self.later, self.systems, self.organisation, self.criteria)
            said = [VERSION, _aspects_to_wire(self.wanted), *map(list, names)]
            self._marks[self.criteria] = _mark(said)
        mark = self._marks[self.criteria]
        return _mark([mark, list(self.wheres)]) if self.wheres else mark


def asked_to_wire(asked: Asked) -> list[Any]:
    """Return *asked* as values that JSON can hold, for a worker process."""
    said = (asked.systems, asked.organisation, asked.later, asked.wheres, asked.criteria)
    return [_aspects_to_wire(asked.aspects), *map(list, said)]


def asked_from_wire(value: object) -> Asked:
    """
    Return what `asked_to_wire` wrote.

    Raises:
        ValueError: the value is something else.
    """
    aspects, systems, organisation, later, wheres, criteria = listed(value, 6)
    asks = (listed(one, 3) for one in listed(aspects))
    return Asked(
        aspects=tuple(AspectAsk(criterion=text(one), aspect=text(two), terms=texts(three)) for one, two, three in asks),
        systems=texts(systems),
        organisation=texts(organisation),
        later=texts(later),
        wheres=texts(wheres),
        criteria=texts(criteria),
    )


def _aspects_to_wire(aspects: Iterable[AspectAsk]) -> list[Any]:
    return [[one.criterion, one.aspect, list(one.terms)] for one in aspects]


def _mark(value: list[Any]) -> str:
    return hashlib.sha256(json.dumps(value, separators=(",", ":")).encode("ascii")).hexdigest()[:32]


@lru_cache(maxsize=1 << 12)
def _phrases(term: str, *, strict: bool) -> tuple[Phrase, ...]:
    """Return the phrases of a term, which many documents are searched for."""
    return tuple(phrases_of(term, strict=strict))
