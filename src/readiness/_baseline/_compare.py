"""Make a baseline, and say what is new since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readiness._fingerprints import Occurrence, occurrences
from readiness.model import (
    Assessment,
    Baseline,
    Comparison,
    CriterionResult,
    KnownFinding,
    KnownGap,
    Reason,
    Status,
)

_WORSE = (Status.PARTLY_MET, Status.PLANNED, Status.NOT_MET, Status.NOT_ASSESSABLE)
"""How a gap may stand, the best first: "could not look" is worst, so that nothing known ever hides it."""


def baseline_of(assessment: Assessment) -> Baseline:
    """
    Return everything that is wrong now as a baseline.

    What a waiver or a decision excuses is no part of it: once the excuse ends, it is new.
    """
    place = {one.criterion.id: number for number, one in enumerate(assessment.results)}
    known = (_known(one) for one in occurrences(assessment) if one.counts)
    return Baseline(
        assessment=assessment.assessment,
        as_of=assessment.as_of,
        organisation=assessment.organisation,
        gaps=tuple(KnownGap(criterion=one.criterion.id, status=one.status) for one in assessment.gaps),
        findings=tuple(
            sorted(
                known,
                key=lambda one: (place.get(one.criterion, len(place)), one.rule, one.document, one.fingerprint),
            )
        ),
    )


def _known(one: Occurrence) -> KnownFinding:
    finding = one.finding
    return KnownFinding(
        fingerprint=one.fingerprint,
        rule=finding.rule,
        level=finding.level,
        criterion=one.about,
        document=finding.document,
        reason=finding.reason,
        message=finding.message,
    )


def compare(assessment: Assessment, baseline: Baseline) -> Comparison:
    """
    Return what is new in *assessment*.

    A finding is known if the baseline has its fingerprint, at the same level or above; one that says that something
    could not be looked at, only if it said so then. A gap is known if the criterion stood no better then.
    """
    by_mark = {one.fingerprint: one for one in baseline.findings}
    counting = [one for one in occurrences(assessment) if one.counts]
    new = [one for one in counting if not _covers(by_mark.get(one.fingerprint), one)]
    fresh = {(one.about, one.finding) for one in new}
    gaps = {one.criterion: one.status for one in baseline.gaps}
    fresh_gaps = [one for one in assessment.gaps if not _no_worse(one, gaps)]
    return Comparison(
        known=frozenset((one.about, one.finding) for one in counting) - fresh,
        new=tuple(one.finding for one in new),
        known_gaps=tuple(_ids(one for one in assessment.gaps if _no_worse(one, gaps))),
        new_gaps=tuple(_ids(fresh_gaps)),
        held=tuple(_ids(one for one in fresh_gaps if one.in_the_way or assessment.shortfalls)),
        since=baseline.as_of,
        gone=tuple(_gone(assessment, baseline, {one.fingerprint for one in counting})),
    )


def _covers(known: KnownFinding | None, one: Occurrence) -> bool:
    if known is None or one.finding.level.weight > known.level.weight:
        return False
    return one.finding.reason is not Reason.UNREADABLE or known.reason is Reason.UNREADABLE


def _no_worse(result: CriterionResult, gaps: dict[str, Status]) -> bool:
    then = gaps.get(result.criterion.id)
    return then in _WORSE and _WORSE.index(result.status) <= _WORSE.index(then)


def _ids(results: Iterable[CriterionResult]) -> Iterator[str]:
    return (one.criterion.id for one in results)


def _gone(assessment: Assessment, baseline: Baseline, marks: set[str]) -> Iterator[KnownGap | KnownFinding]:
    """Yield what no longer occurs; of criteria that were not judged this time, nobody knows."""
    gaps = {one.criterion.id for one in assessment.gaps}
    left_out = {""} | set(assessment.in_scope) - {one.criterion.id for one in assessment.results}
    unknown = left_out if assessment.partial else frozenset[str]()
    yield from (one for one in baseline.gaps if one.criterion not in gaps | unknown)
    yield from (one for one in baseline.findings if one.fingerprint not in marks and one.criterion not in unknown)
