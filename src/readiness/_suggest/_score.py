"""From a survey to what is suggested: a confidence that means something, and why."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

from readiness.model import Criterion, Sign, Suggestion

from ._features import OF_DOCUMENT, OF_PAIR, Scored, of_document, scored
from ._form import kinds_of
from ._reasons import words_for
from ._surveyed import Survey
from ._weights import DOCUMENT, GATE, KNOTS, PAIR, THRESHOLD, Weights

_LEAST_SIGN = 0.2


def suggestions_of(
    found: Survey, criteria: Mapping[str, Criterion], *, threshold: float = THRESHOLD
) -> tuple[Suggestion, ...]:
    """
    Return what a document is suggested for, the surest first; who and where it is, is left open.

    Args:
        found: the survey of the document.
        criteria: by their ids.
        threshold: the confidence below which nothing is suggested.
    """
    rated = [(calibrated(raw), one) for raw, one in rated_raw(found, criteria)]
    sure = sorted((one for one in rated if one[0] >= threshold), key=lambda one: -one[0])
    return tuple(_suggestion(value, one, found, criteria[one.sighting.criterion]) for value, one in sure)


def rated_raw(found: Survey, criteria: Mapping[str, Criterion]) -> list[tuple[float, Scored]]:
    """
    Return every sighting of a document with how sure it is, before that is set right by what was counted.

    It is one probability times another: that the document is evidence for anything, and that it is about this
    criterion. Each is a logistic regression. What never names the subject is left out, however alike its words are.
    """
    if not found.sightings or found.form.proves_nothing:
        return []
    evidence = _logistic(DOCUMENT, of_document(found))
    if evidence < GATE:
        return []
    named = (one for one in scored(found, criteria) if one.sighting.is_named)
    return [(evidence * _logistic(PAIR, one.features), one) for one in named]


def _logistic(by: Weights, features: tuple[float, ...]) -> float:
    odds = by.bias + sum(weight * value for weight, value in zip(by.weights, features, strict=True))
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


def calibrated(raw: float) -> float:
    """Return what share of labelled documents with a raw confidence of *raw* were right, between the knots by line."""
    below = (0.0, 0.0)
    for knot in (*KNOTS, (1.0, KNOTS[-1][1] if KNOTS else 1.0)):
        if raw <= knot[0]:
            width = knot[0] - below[0]
            share = (raw - below[0]) / width if width else 1.0
            return below[1] + share * (knot[1] - below[1])
        below = knot
    return below[1]


def _suggestion(value: float, one: Scored, found: Survey, criterion: Criterion) -> Suggestion:
    seen = one.sighting
    return Suggestion(
        criterion=seen.criterion,
        document="",
        confidence=round(value, 3),
        locator=seen.locator,
        quote=seen.quote,
        terms=seen.spoken,
        aspects=seen.aspects,
        qualms=found.qualms,
        signs=_signs(one, found, criterion),
        kinds=kinds_of(found.form),
        passage_fingerprint=seen.fingerprint,
    )


def _signs(one: Scored, found: Survey, criterion: Criterion) -> tuple[Sign, ...]:
    """Return what moves the odds most, away from those of a usual document that speaks of a criterion at all."""
    moved: dict[str, float] = {}
    for names, by, features in ((OF_PAIR, PAIR, one.features), (OF_DOCUMENT, DOCUMENT, of_document(found))):
        for name, weight, value, usual in zip(names, by.weights, features, by.usual, strict=True):
            words = words_for(name, value > usual, one.sighting, found, criterion)
            if words:
                moved[words] = moved.get(words, 0.0) + weight * (value - usual)
    signs = (Sign(words, round(weight, 2)) for words, weight in moved.items() if abs(weight) >= _LEAST_SIGN)
    return tuple(sorted(signs, key=lambda sign: -abs(sign.weight)))
