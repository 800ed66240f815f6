"""What the sections of a document have of one criterion, added up."""

from __future__ import annotations

from collections.abc import Iterable
from math import log1p

from attrs import define, field

from readiness.model import Passage

from ._query import Duty, Queries, Role
from ._sections import Place, Section

_MUCH = 3
"""Terms of a criterion in one passage that show it to speak of the criterion, even if it does not name the subject."""
_UNSURE = 0.5
"""What a passage is worth whose section only nearly names the subject."""

_LIKE = 6.0
"""What it is worth that the words of a passage are those of the criterion."""
_HARDLY_TOLD = 5.0
"""Learned words count as far as they make it likelier than one in 150 that the passage proves the criterion."""

Held = tuple[Place, list[tuple[int, Duty]]]
"""A passage with the phrases of one criterion that it holds, and what each of them does for it."""


@define
class Seen:
    """What one section, or all of them, have of one criterion; see `Sighting`."""

    named: int = 0
    worded: int = 0
    nearly: int = 0
    words: int = 0
    said: int = 0
    rules: int = 0
    apart: int = 0
    together: int = 0
    aspects: set[int] = field(factory=set)
    terms: set[int] = field(factory=set)
    rank: float = 0.0
    best: Passage | None = None

    @property
    def is_about(self) -> bool:
        """Return whether the subject is named, or nearly."""
        return bool(self.named or self.nearly)

    def add(self, found: Seen, section: Section) -> None:
        """Add what one section has."""
        self.apart += found.apart
        self.worded += found.worded
        if not found.is_about:
            return
        self.named += found.named
        self.nearly += found.nearly
        self.words += section.words
        self.said += found.said
        self.rules += section.rules
        self.together = max(self.together, len(found.aspects))
        self.aspects |= found.aspects
        self.terms |= found.terms
        self.show(found.best, found.rank if found.named else _UNSURE * found.rank)

    def show(self, passage: Passage | None, rank: float) -> None:
        """Keep a passage if it shows more than the best so far."""
        if rank > self.rank:
            self.rank, self.best = rank, passage


def seen_in(sections: Iterable[Section], queries: Queries) -> dict[int, Seen]:
    """Return what the sections of a document have of each criterion that any of them is about."""
    whole: dict[int, Seen] = {}
    for section in sections:
        for query, held in _held(section, queries).items():
            found = _seen(held, query, queries.each[query].beside)
            if found.named or found.worded or found.apart:
                whole.setdefault(query, Seen()).add(found, section)
    return whole


def _held(section: Section, queries: Queries) -> dict[int, list[Held]]:
    """Return what the passages of a section hold, by criterion."""
    found: dict[int, list[Held]] = {}
    for place in section.places:
        here: dict[int, list[tuple[int, Duty]]] = {}
        for number in place.numbers:
            for duty in queries.duties[number]:
                if duty.query < len(queries.each):
                    here.setdefault(duty.query, []).append((number, duty))
        for query, duties in here.items():
            found.setdefault(query, []).append((place, duties))
    return found


def _seen(held: Iterable[Held], query: int, least: int) -> Seen:
    """Return what one section has of one criterion; a word needs *least* terms beside it."""
    found = Seen()
    words: set[int] = set()
    beside: set[int] = set()
    for place, duties in held:
        roles = _by_role(duties)
        found.aspects.update(duty.key for _, duty in duties if duty.role is Role.ASPECT)
        found.terms.update(duty.key for _, duty in duties if duty.role is Role.TERM)
        if Role.APART in roles:
            found.apart += 1
            continue
        words |= roles.get(Role.WORD, set())
        beside |= roles.get(Role.BESIDE, set())
        _take(place, roles, found, query, least)
    found.nearly = int(not found.named and _pairs(words, beside, least))
    return found


def _take(place: Place, roles: dict[Role, set[int]], found: Seen, query: int, least: int) -> None:
    pair = _pairs(roles.get(Role.WORD, set()), roles.get(Role.BESIDE, set()), least)
    named = Role.NAME in roles or pair
    found.named += named
    found.worded += not named and Role.WORD in roles
    if not place.heading and (named or sum(map(len, roles.values())) >= _MUCH):
        found.said += place.words
    weight = _weight(place, roles, pair=pair) + _LIKE * place.like.get(query, 0.0)
    told = max(0.0, place.told[query] + _HARDLY_TOLD) if place.told else 0.0
    found.show(place.passage, place.worth * (weight + told) + log1p(place.words))


def _by_role(duties: Iterable[tuple[int, Duty]]) -> dict[Role, set[int]]:
    roles: dict[Role, set[int]] = {}
    for number, duty in duties:
        roles.setdefault(duty.role, set()).add(number)
    return roles


def _pairs(words: set[int], beside: set[int], least: int) -> bool:
    """Return whether any of *words* stands near enough others that show what it means."""
    return any(len(beside - {one}) >= least for one in words)


def _weight(place: Place, roles: dict[Role, set[int]], *, pair: bool) -> float:
    """Return how well a passage shows what the document says of a criterion."""
    weight = 2.0 * (Role.NAME in roles) + 1.5 * pair + 0.5 * (Role.WORD in roles)
    weight += 0.3 * min(len(roles.get(Role.ASPECT, ())), 5) + 0.3 * min(len(roles.get(Role.TERM, ())), 5)
    return weight + 0.4 * min(place.rules, 3) - place.mentions
