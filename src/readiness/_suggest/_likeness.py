"""How much the words of a text are like those of a criterion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log, sqrt

from readiness._linking._phrases import words
from readiness._linking._stems import stem

from ._common import COMMON, telling
from ._query import Queries

HEAD = 0.5
"""What the words of a name and title count beside those of the text."""
_SHOWN, _TELLS = 5, 0.3
"""Telltale words of a section that are shown, at most, and what the least of them has to weigh beside the strongest."""
_USUAL = 120
"""Words of a usual section; in a longer one a word has to come oftener to weigh as much."""

Likeness = dict[int, float]
"""How much something is like each criterion, by the number of the criterion."""


def like(counts: Counter[str], size: int, queries: Queries) -> Likeness:
    """
    Return how much a text is like each criterion, after the manner of BM25 with the criteria as the documents.

    Args:
        counts: how often each stem of `Queries.weights` stands in it.
        size: words that it has.
        queries: the criteria.
    """
    sums: Likeness = {}
    even = 0.6 + 0.4 * size / _USUAL
    for name, count in counts.items():
        for number, weight in queries.weights[name]:
            sums[number] = sums.get(number, 0.0) + weight * count / (count + even)
    return {number: total / queries.each[number].size for number, total in sums.items()}


def close(counts: Counter[str], queries: Queries) -> Likeness:
    """Return the cosine of a document's words and those of each criterion; *counts* are of every stem of it."""
    sums: Likeness = {}
    length = 0.0
    for name, count in counts.items():
        if name in COMMON or not name.isalpha():
            continue
        value = (1 + log(count)) * telling(name)
        length += value * value
        for number, weight in queries.profile.get(name, ()):
            sums[number] = sums.get(number, 0.0) + value * weight
    size = sqrt(length) or 1.0
    return {number: total / size for number, total in sums.items()}


def voice_of(text: Counter[str], head: Counter[str], queries: Queries) -> float:
    """Return how much the words of a document, and of its name and title, are those of papers that are evidence."""
    return _said(text, queries.voice.text) + HEAD * _said(head, queries.voice.head)


def _said(counts: Counter[str], weights: Mapping[str, float]) -> float:
    total = length = 0.0
    for name, count in counts.items():
        if (weight := weights.get(name)) is not None:
            value = (1 + log(count)) * telling(name)
            total += value * weight
            length += value * value
    return total / (sqrt(length) or 1.0)


def told_by(counts: Counter[str], queries: Queries) -> Likeness:
    """Return how surely a section with these words proves each criterion, as the log of odds; empty if not learned."""
    sums = dict(enumerate(queries.telltales.starts))
    said: Likeness = {}
    length = 0.0
    for name, count in counts.items():
        if weights := queries.telltales.words.get(name):
            value = (1 + log(count)) * telling(name)
            length += value * value
            for number, weight in weights:
                said[number] = said.get(number, 0.0) + value * weight
    size = sqrt(length) or 1.0
    return {number: start + said.get(number, 0.0) / size for number, start in sums.items()}


def tellers(number: int, texts: Iterable[str], queries: Queries) -> tuple[str, ...]:
    """Return the words of a section by which it is told most that it proves a criterion, the strongest first."""
    said = {stem(one): one for text in texts for one in words(text)}
    weights = ((dict(queries.telltales.words.get(name, ())).get(number, 0.0) * telling(name), name) for name in said)
    strongest = sorted(weights, reverse=True)[:_SHOWN]
    return tuple(said[name] for weight, name in strongest if weight > 0 and weight >= _TELLS * strongest[0][0])


def most_told(number: int, sections: list[Likeness]) -> tuple[float, float]:
    """Return how surely some section proves a criterion, and by how much more than any other at most."""
    known = [one for one in sections if number in one]
    if not known:
        return 0.0, 0.0
    leads = (
        one[number] - max((value for other, value in one.items() if other != number), default=0.0) for one in known
    )
    return max(one[number] for one in known), max(leads)


def most_like(number: int, likes: list[Likeness]) -> tuple[float, float]:
    """Return how much the section is like a criterion that is most like it, and how far it is ahead of others there."""
    section = max(likes, key=lambda one: one.get(number, 0.0))
    others = max((value for other, value in section.items() if other != number), default=0.0)
    return section.get(number, 0.0), section.get(number, 0.0) - others


def nearest(whole: Likeness, likes: list[Likeness], most: int) -> set[int]:
    """Return the criteria that a document, or any section of it, is most like, named or not."""
    of_all = sorted(whole, key=lambda one: -whole[one])[:most]
    return {*of_all, *(max(one, key=lambda key: one[key]) for one in likes if one)}
