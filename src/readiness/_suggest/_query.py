"""Criteria made ready to be looked for: every term of all of them in one index, and what each stands for."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from math import log, sqrt

from attrs import evolve, frozen
from attrs import field as attrs_field

from readiness._linking._phrases import Phrase, PhraseIndex, phrases_of, words
from readiness._linking._stems import stem
from readiness.model import Catalogue, Criterion, Wording

from ._common import COMMON, rarity, telling
from ._learned import Telltales, Voice, digest_of, telltales_for, voice_for

_SHARED_BY = 3
"""So many criteria share a word of the field that the whole catalogue is about."""
_MOST_NAMED = 4
"""Criteria beyond which a term names none of them."""
_LONE = 1
_BY_WORDING = 2
"""Other words of its wording that a word needs near it, where nobody has described the subject."""


class Role(IntEnum):
    """What a term does for a criterion."""

    NAME = 0
    """Names the subject by itself."""
    WORD = 1
    """Names it near a term of the next kind."""
    BESIDE = 2
    APART = 3
    """Shows that a word is meant in another sense."""
    ASPECT = 4
    TERM = 5
    FIELD = 6
    """Belongs to what the whole catalogue is about."""
    CORE = 8
    """Belongs to nothing else, as far as anybody can tell."""
    ELSEWHERE = 7
    """Belongs to another field."""


@frozen
class Duty:
    """
    What a phrase does for one criterion.

    Attributes:
        query: number of the criterion among the queries; the number after the last is the catalogue as a whole.
        role: see `Role`.
        key: number of the aspect or of the term.
    """

    query: int
    role: Role
    key: int = 0


@frozen(kw_only=True)
class Query:
    """
    A criterion as it is looked for.

    Attributes:
        criterion: see `Criterion`.
        required: numbers of the aspects that are required.
        beside: terms that a word needs near it.
        terms: terms by role, as the catalogue writes them.
        size: of all its weights together, so that long and short criteria compare.
    """

    criterion: Criterion
    required: frozenset[int]
    beside: int
    terms: tuple[tuple[Role, int, str], ...]
    size: float = 1.0


@frozen(kw_only=True)
class Queries:
    """
    Everything that is looked for at once.

    Attributes:
        catalogue: id of the catalogue.
        each: one query for each criterion whose wording is known.
        index: the phrases of all of them.
        duties: of each phrase, by its number.
        weights: of each stem for the criteria that use it: pairs of the criterion's number and the weight.
        profile: the same for the cosine: every word that a criterion is described with, the oftener the more.
        voice: stems that speak for a paper being evidence, or against; none if nobody has learned them.
        telltales: stems that speak for a section that proves a criterion, or against; the same.
        field: stems of words that several criteria share: what the catalogue is about.
        system: the system that is asked about; may be empty.
        organisation: names of whose folder it is; may be empty.
    """

    catalogue: str
    each: tuple[Query, ...]
    index: PhraseIndex = attrs_field(eq=False, repr=False)
    duties: tuple[tuple[Duty, ...], ...] = attrs_field(eq=False, repr=False)
    weights: Mapping[str, tuple[tuple[int, float], ...]] = attrs_field(eq=False, repr=False)
    profile: Mapping[str, tuple[tuple[int, float], ...]] = attrs_field(eq=False, repr=False)
    voice: Voice = attrs_field(eq=False, repr=False)
    telltales: Telltales = attrs_field(eq=False, repr=False)
    field: frozenset[str]
    system: str = ""
    organisation: tuple[str, ...] = ()

    @property
    def learned(self) -> bool:
        """Return whether there are learned words for the catalogue."""
        return bool(self.voice.text)

    @property
    def digest(self) -> str:
        """Return a text that changes when another answer is to be expected."""
        wire = [
            digest_of(self.catalogue),
            [[one.criterion.id, sorted(one.required), [list(term) for term in one.terms]] for one in self.each],
            sorted(self.field),
            self.system,
            list(self.organisation),
        ]
        return hashlib.sha256(json.dumps(wire).encode("ascii")).hexdigest()[:32]


def queries_of(catalogue: Catalogue, organisation: tuple[str, ...] = ()) -> Queries:
    """
    Return what is to be looked for.

    Args:
        catalogue: its criteria, worded as the register words them; one of unknown wording is not looked for.
        organisation: names of whose folder it is; may be empty.
    """
    criteria = [one for one in catalogue.criteria if one.wording is not Wording.UNKNOWN]
    shared = _stems_by_count(criteria)
    weights, sizes = _weights(criteria, shared)
    each = tuple(evolve(_query(one, shared), size=size) for one, size in zip(criteria, sizes, strict=True))
    duties: dict[Phrase, dict[Duty, None]] = {}
    of_all = catalogue.subject
    whole = [(Role.CORE, of_all.names), (Role.FIELD, of_all.words), (Role.ELSEWHERE, of_all.apart)]
    of_field = [(role, key, term) for role, terms in whole for key, term in enumerate(terms)]
    for number, terms in enumerate((*(one.terms for one in each), of_field)):
        for role, key, term in terms:
            for phrase in phrases_of(term, strict=_is_abbreviation(term)):
                duties.setdefault(phrase, {})[Duty(number, role, key)] = None
    return Queries(
        catalogue=catalogue.id,
        each=each,
        index=PhraseIndex(duties),
        duties=tuple(tuple(one) for one in duties.values()),
        weights=weights,
        profile=_profile(criteria),
        voice=voice_for(catalogue.id),
        telltales=telltales_for(catalogue.id, (one.id for one in criteria)),
        field=frozenset(one for one, count in shared.items() if count >= _SHARED_BY),
        system=catalogue.system,
        organisation=organisation,
    )


def _query(criterion: Criterion, shared: Counter[str]) -> Query:
    return Query(
        criterion=criterion,
        required=frozenset(number for number, one in enumerate(criterion.aspects) if one.required),
        beside=1 if criterion.subject.beside else _BY_WORDING,
        terms=tuple(dict.fromkeys(_terms(criterion, shared))),
    )


def _terms(criterion: Criterion, shared: Counter[str]) -> Iterator[tuple[Role, int, str]]:
    subject = criterion.subject
    if subject.names or subject.words:
        for role, terms in (
            (Role.NAME, subject.names),
            (Role.WORD, subject.words),
            (Role.BESIDE, subject.beside),
            (Role.APART, subject.apart),
        ):
            yield from ((role, number, term) for number, term in enumerate(terms))
    else:
        yield from _told_by_wording(criterion, shared)
    for number, aspect in enumerate(criterion.aspects):
        yield from ((Role.ASPECT, number, term) for term in aspect.terms)
    for number, term in enumerate((*criterion.vocabulary.period, *criterion.vocabulary.later)):
        yield Role.TERM, number, term


def _told_by_wording(criterion: Criterion, shared: Counter[str]) -> Iterator[tuple[Role, int, str]]:
    """Yield by what a subject is known that nobody has described: the title, its rare words, and rare terms."""
    title = [one for one in words(criterion.title) if stem(one) not in COMMON]
    yield Role.NAME, 0, criterion.title
    known = [*criterion.vocabulary.period, *criterion.vocabulary.later]
    for number, term in enumerate(one for one in known if len(words(one)) > _LONE):
        yield Role.NAME, number + 1, term
    for number, word in enumerate(one for one in title if shared[stem(one)] <= _MOST_NAMED):
        yield Role.WORD, number, word
    rest = dict.fromkeys(one for one in (*title, *words(criterion.requires)) if stem(one) not in COMMON)
    for number, word in enumerate(one for one in rest if shared[stem(one)] <= 2 * _MOST_NAMED):
        yield Role.BESIDE, number, word


def _stems_by_count(criteria: Iterable[Criterion]) -> Counter[str]:
    """Return in how many criteria each stem stands."""
    counts: Counter[str] = Counter()
    for one in criteria:
        said = (
            one.title,
            one.requires,
            *(aspect.title for aspect in one.aspects),
            *(term for aspect in one.aspects for term in aspect.terms),
            *one.vocabulary.period,
            *one.vocabulary.later,
            *one.subject.names,
            *one.subject.words,
            *one.subject.beside,
        )
        counts.update({stem(word) for text in said for word in words(text)} - COMMON)
    return counts


def _weights(
    criteria: list[Criterion], shared: Counter[str]
) -> tuple[dict[str, tuple[tuple[int, float], ...]], list[float]]:
    """Return what each stem weighs for each criterion, and the size of each criterion's weights."""
    found: dict[str, list[tuple[int, float]]] = {}
    sizes: list[float] = []
    for number, one in enumerate(criteria):
        best: dict[str, float] = {}
        for weight, texts in _weighty(one):
            said = (word for text in texts for word in words(text) if word.isalpha())
            for stem_ in {stem(word) for word in said} - COMMON:
                best[stem_] = max(best.get(stem_, 0.0), weight)
        own = {name: value * rarity(name) * log(1 + len(criteria) / shared[name]) for name, value in best.items()}
        sizes.append(sqrt(sum(value * value for value in own.values())) or 1.0)
        for name, value in own.items():
            found.setdefault(name, []).append((number, value))
    return {name: tuple(pairs) for name, pairs in found.items()}, sizes


def _profile(criteria: list[Criterion]) -> dict[str, tuple[tuple[int, float], ...]]:
    """Return what each stem weighs in the cosine with each criterion; the weights of a criterion have length one."""
    found: dict[str, list[tuple[int, float]]] = {}
    for number, one in enumerate(criteria):
        said = (word for _, texts in _weighty(one) for text in texts for word in words(text) if word.isalpha())
        counts = Counter(map(stem, said))
        own = {name: (1 + log(count)) * telling(name) for name, count in counts.items() if name not in COMMON}
        length = sqrt(sum(value * value for value in own.values())) or 1.0
        for name, value in own.items():
            found.setdefault(name, []).append((number, value / length))
    return {name: tuple(pairs) for name, pairs in found.items()}


def _weighty(criterion: Criterion) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Yield the texts of a criterion, and what a word of them weighs."""
    subject, vocabulary = criterion.subject, criterion.vocabulary
    yield 1.0, (criterion.title, *subject.names, *subject.words)
    yield 0.7, (*vocabulary.period, *vocabulary.later)
    yield 0.6, (criterion.requires, *subject.beside)
    yield 0.5, tuple(text for one in criterion.aspects for text in (one.title, *one.terms))


def _is_abbreviation(term: str) -> bool:
    return term.isupper()
