"""A survey turned into the few numbers that a confidence is reckoned from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log1p, sqrt

from attrs import frozen

from readiness.model import Criterion, Kind

from ._form import kinds_of
from ._surveyed import Sighting, Survey

OF_PAIR = (
    "named",
    "titled",
    "required",
    "terms",
    "like",
    "ahead",
    "leads",
    "close",
    "closest",
    "said",
    "rules",
    "kind",
    "rival",
    "met",
    "told",
    "told ahead",
)
"""Features of a document and a criterion: which of all criteria is it about?"""
OF_RANK = ("match", "lead", "first", *OF_PAIR)
"""The same, once all criteria of the document have been compared: a handbook may be about several."""
OF_DOCUMENT = (
    "best match",
    "best close",
    "clear",
    "voice",
    "best named",
    "best said",
    "core",
    "field",
    "dense",
    "strange",
    "elsewhere",
    "apart",
    "only tells",
)
"""Features of a document: is it evidence for anything at all?"""

_FAR = 8.0
"""A lead in odds, or a lag, beyond which more makes no difference."""
_SHORT = 50
"""Words of a short text; of a longer one more words of the field are expected, but not in proportion."""


@frozen
class Scored:
    """A sighting with its features, in the order of `OF_PAIR`."""

    sighting: Sighting
    features: tuple[float, ...]


def scored(found: Survey, criteria: Mapping[str, Criterion]) -> tuple[Scored, ...]:
    """Return every sighting of a document with its features."""
    seen = found.sightings
    kinds = frozenset(kinds_of(found.form))
    leads = _leads([one.alike for one in seen])
    closest = _leads([one.close for one in seen])
    rivals = _leads([_rough(one) for one in seen])
    return tuple(
        Scored(one, _of_pair(one, criteria[one.criterion], kinds, compared))
        for one, *compared in zip(seen, leads, closest, rivals, strict=True)
    )


def _leads(values: Sequence[float], nothing: float = 0.0) -> list[float]:
    """Return by how much each value is more than the greatest of the others; *nothing* stands for there being none."""
    first = max(range(len(values)), key=values.__getitem__, default=-1)
    second = max((one for at, one in enumerate(values) if at != first), default=nothing)
    return [one - (second if at == first else values[first]) for at, one in enumerate(values)]


def ranked(matches: Sequence[float], pairs: Sequence[tuple[float, ...]]) -> list[tuple[float, ...]]:
    """Return the features of `OF_RANK` for the sightings of a document, given how well each matches, and why."""
    first = max(range(len(matches)), key=matches.__getitem__, default=0)
    leads = _leads(matches, -_FAR)
    return [
        (match, max(-_FAR, min(_FAR, lead)), float(at == first), *pair)
        for at, (match, lead, pair) in enumerate(zip(matches, leads, pairs, strict=True))
    ]


def of_document(found: Survey, matches: Sequence[float]) -> tuple[float, ...]:
    """
    Return the features of a document as a whole, in the order of `OF_DOCUMENT`.

    Args:
        found: its survey, with one sighting at least.
        matches: how well each sighting matches its criterion.
    """
    best = found.sightings[max(range(len(matches)), key=matches.__getitem__)]
    even = sqrt(max(60, found.words) / _SHORT)
    return (
        max(matches),
        max(one.close for one in found.sightings),
        found.clear,
        found.voice,
        log1p(best.named),
        log1p(best.said) / 5,
        min(1.0, found.core / even / 3),
        min(1.0, found.field / even / 4),
        found.density,
        min(0.5, found.strange),
        found.elsewhere / (1 + found.elsewhere + found.core),
        best.apart / (1 + best.named + best.apart),
        float(found.form.only_tells),
    )


def _rough(one: Sighting) -> float:
    """Return how much a document speaks of a subject, for comparing subjects within the document."""
    much = log1p(one.named + 0.5 * one.nearly) + 0.5 * one.titled + 0.35 * one.together
    return much + 0.15 * min(one.terms, 8) + 2 * one.like


def _of_pair(
    one: Sighting, criterion: Criterion, kinds: frozenset[Kind], compared: Sequence[float]
) -> tuple[float, ...]:
    leads, closest, rival = compared
    return (
        log1p(one.named + 0.5 * one.nearly),
        one.titled / 2,
        one.required,
        log1p(one.terms),
        one.like,
        one.ahead,
        leads,
        one.close,
        closest,
        log1p(one.said) / 5,
        min(1.0, 25 * one.rules / max(100, one.words)),
        float(bool(kinds) and any(not kinds.isdisjoint(ask.any_of) for ask in criterion.kinds)),
        max(-2.0, min(2.0, rival)),
        float(one.is_named),
        one.told,
        one.told_ahead,
    )
