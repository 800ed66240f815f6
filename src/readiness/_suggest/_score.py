"""From a survey to what is suggested: a confidence that means something, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp

from attrs import frozen

from readiness.model import Criterion, Sign, Suggestion

from ._features import OF_DOCUMENT, OF_PAIR, Scored, of_document, ranked, scored
from ._form import kinds_of
from ._query import Queries
from ._reasons import words_for
from ._surveyed import Survey
from ._weights import FIELD, FOREIGN, Judges, Weights

FURTHER = 0.7
"""What share of the threshold a further criterion of a document needs; of those that this lets in, half are right."""
_LEAST_SIGN = 0.2


def suggestions_of(
    found: Survey, criteria: Mapping[str, Criterion], *, threshold: float | None = None
) -> tuple[Suggestion, ...]:
    """
    Return what a document is suggested for, the surest first; who and where it is, is left open.

    What has the words of a subject in another sense only is not suggested, however alike it is otherwise. A paper that
    is suggested for something is opened anyway, so a further criterion needs only `FURTHER` of the usual threshold.

    Args:
        found: the survey of the document.
        criteria: by their ids.
        threshold: the confidence below which nothing is suggested; default: what serves the catalogue best.
    """
    if not found.sightings or found.form.proves_nothing:
        return ()
    judged = judge(found, criteria)
    least, further = thresholds_for(found, threshold)
    knots = judges_of(found).knots
    rated = ((calibrated(raw, knots), one) for raw, one in zip(judged.confidences, judged.seen, strict=True))
    some = [one for one in rated if one[0] >= further and not one[1].sighting.is_elsewhere]
    sure = sorted(some, key=lambda one: -one[0])
    if not sure or sure[0][0] < least:
        return ()
    return tuple(_suggestion(value, one, judged, criteria[one.sighting.criterion]) for value, one in sure)


@frozen
class Judged:
    """
    What was made of a document.

    Attributes:
        found: its survey.
        seen: what it says of each criterion, with features.
        whole: its features as a whole.
        confidences: how sure it is of each, before that is set right by what was counted.
    """

    found: Survey
    seen: tuple[Scored, ...]
    whole: tuple[float, ...]
    confidences: tuple[float, ...]


def judge(found: Survey, criteria: Mapping[str, Criterion]) -> Judged:
    """
    Return how sure it is of every sighting of a document, which has at least one.

    It is one probability times another: that the document is evidence for anything, and that it is so for this
    criterion rather than another. Each is a logistic regression.
    """
    by = judges_of(found)
    seen = scored(found, criteria)
    matches = [odds(by.pair, one.features) for one in seen]
    whole = of_document(found, matches)
    evidence = chance(odds(by.document, whole))
    ranks = ranked(matches, [one.features for one in seen])
    return Judged(found, seen, whole, tuple(evidence * chance(odds(by.rank, one)) for one in ranks))


def judges_of(found: Survey | Queries) -> Judges:
    """Return what weighs documents: with the words of the field if they were learned for the catalogue."""
    return FIELD if found.learned else FOREIGN


def thresholds_for(found: Survey | Queries, threshold: float | None = None) -> tuple[float, float]:
    """Return the confidence that the first criterion of a paper needs, and a further one; both *threshold* if given."""
    if threshold is not None:
        return threshold, threshold
    least = judges_of(found).least
    return least, FURTHER * least


def odds(by: Weights, features: Sequence[float]) -> float:
    """Return the log of the odds."""
    return by.bias + sum(weight * value for weight, value in zip(by.weights, features, strict=True))


def chance(log_odds: float) -> float:
    """Return a share for the log of odds."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))


def calibrated(raw: float, knots: Sequence[tuple[float, float]]) -> float:
    """Return what share of labelled documents was right that came out as *raw*, between the *knots* by line."""
    below = (0.0, 0.0)
    for knot in (*knots, (1.0, knots[-1][1] if knots else 1.0)):
        if raw <= knot[0]:
            width = knot[0] - below[0]
            share = (raw - below[0]) / width if width else 1.0
            return below[1] + share * (knot[1] - below[1])
        below = knot
    return below[1]


def _suggestion(value: float, one: Scored, judged: Judged, criterion: Criterion) -> Suggestion:
    seen, found = one.sighting, judged.found
    return Suggestion(
        criterion=seen.criterion,
        document="",
        confidence=round(value, 3),
        locator=seen.locator,
        quote=seen.quote,
        terms=seen.spoken,
        aspects=seen.aspects,
        qualms=found.qualms,
        signs=_signs(one, judged, criterion),
        kinds=kinds_of(found.form),
        passage_fingerprint=seen.fingerprint,
    )


def _signs(one: Scored, judged: Judged, criterion: Criterion) -> tuple[Sign, ...]:
    """Return what moves the odds most, away from those of a usual document that speaks of a criterion at all."""
    moved: dict[str, float] = {}
    by = judges_of(judged.found)
    of_all = (OF_PAIR, by.pair, one.features), (OF_DOCUMENT, by.document, judged.whole)
    for names, weights, features in of_all:
        for name, weight, value, usual in zip(names, weights.weights, features, weights.usual, strict=True):
            if weight and (words := words_for(name, value > usual, one.sighting, judged.found, criterion)):
                moved[words] = moved.get(words, 0.0) + weight * (value - usual)
    signs = (Sign(words, round(weight, 2)) for words, weight in moved.items() if abs(weight) >= _LEAST_SIGN)
    return tuple(sorted(signs, key=lambda sign: -abs(sign.weight)))
