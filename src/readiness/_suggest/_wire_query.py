"""What is looked for as values that JSON can hold, for worker processes, which build their queries from it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from readiness.model import Aspect, Catalogue, Criterion, Subject, Vocabulary, Wording

from ._query import Queries, queries_of


def sought_to_wire(catalogue: Catalogue, organisation: tuple[str, ...]) -> list[Any]:
    """Return all that `queries_of` makes its queries from as plain values."""
    criteria = [_criterion_to_wire(one) for one in catalogue.criteria if one.wording is not Wording.UNKNOWN]
    return [catalogue.id, catalogue.system, list(organisation), _subject_to_wire(catalogue.subject), criteria]


def queries_from_wire(value: Any) -> Queries:
    """Return the queries for what `sought_to_wire` wrote; they have the same digest."""
    name, system, organisation, subject, criteria = value
    catalogue = Catalogue(
        id=name,
        title="-",
        version="-",
        system=system,
        subject=_subject(subject),
        criteria=tuple(map(_criterion, criteria)),
    )
    return queries_of(catalogue, tuple(organisation))


def _criterion_to_wire(one: Criterion) -> list[Any]:
    aspects = [[aspect.id, aspect.title, list(aspect.terms), aspect.required] for aspect in one.aspects]
    terms = list(one.vocabulary.period), list(one.vocabulary.later)
    return [one.id, one.title, one.requires, aspects, *terms, _subject_to_wire(one.subject)]


def _criterion(value: list[Any]) -> Criterion:
    name, title, requires, aspects, period, later, subject = value
    return Criterion(
        id=name,
        title=title,
        requires=requires,
        aspects=tuple(
            Aspect(id=one, title=title, terms=tuple(terms), required=required)
            for one, title, terms, required in aspects
        ),
        vocabulary=Vocabulary(period=tuple(period), later=tuple(later)),
        subject=_subject(subject),
    )


def _subject_to_wire(subject: Subject) -> list[list[str]]:
    return [list(terms) for terms in (subject.names, subject.words, subject.beside, subject.apart)]


def _subject(value: Iterable[list[str]]) -> Subject:
    names, said, beside, apart = map(tuple, value)
    return Subject(names=names, words=said, beside=beside, apart=apart)
