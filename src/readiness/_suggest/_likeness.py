"""How much the words of a text are like those of a criterion."""

from __future__ import annotations

from collections import Counter
from math import log, sqrt

from ._common import COMMON, telling
from ._query import Queries

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


def voice_of(counts: Counter[str], queries: Queries) -> float:
    """Return how much the words of a document are those of papers that are evidence, whatever their subject."""
    total = length = 0.0
    for name, count in counts.items():
        if (weight := queries.voice.get(name)) is not None:
            value = log(1 + count) * telling(name)
            total += value * weight
            length += value * value
    return total / (sqrt(length) or 1.0)


def most_like(number: int, likes: list[Likeness]) -> tuple[float, float]:
    """Return how much the section is like a criterion that is most like it, and how far it is ahead of others there."""
    section = max(likes, key=lambda one: one.get(number, 0.0))
    others = max((value for other, value in section.items() if other != number), default=0.0)
    return section.get(number, 0.0), section.get(number, 0.0) - others


def nearest(whole: Likeness, likes: list[Likeness], most: int) -> set[int]:
    """Return the criteria that a document, or any section of it, is most like, named or not."""
    of_all = sorted(whole, key=lambda one: -whole[one])[:most]
    return {*of_all, *(max(one, key=lambda key: one[key]) for one in likes if one)}
