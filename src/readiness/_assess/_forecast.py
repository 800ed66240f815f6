"""What the due date will bring if nothing is done but what the plan says."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from readiness.model import Change, CriterionResult, Forecast, Progress, Status

_RANK = {
    Status.NOT_MET: 0,
    Status.PLANNED: 1,
    Status.NOT_ASSESSABLE: 1,
    Status.PARTLY_MET: 2,
    Status.WAIVED: 3,
    Status.MET: 4,
    Status.NOT_APPLICABLE: 4,
}


def forecast(now: Iterable[CriterionResult], then: Iterable[CriterionResult], as_of: date, due: date) -> Forecast:
    """
    Return how the criteria will stand on the due date.

    Args:
        now: the results on the as-of date.
        then: the results on the due date, in the same order.
        as_of: the day of the judgement.
        due: the due date; once it has passed there is nothing to forecast.
    """
    if as_of > due:
        return Forecast()
    pairs = list(zip(now, then, strict=True))
    gaps = [one for one, _ in pairs if not one.status.clear]
    ways: dict[str, list[str]] = {"closing": [], "late": [], "undated": [], "uncovered": []}
    for gap in gaps:
        ways[_way(gap, as_of, due)].append(gap.criterion.id)
    return Forecast(
        lapses=tuple(_change(one, later) for one, later in pairs if _RANK[later.status] < _RANK[one.status]),
        **{way: tuple(ids) for way, ids in ways.items()},
    )


def _change(now: CriterionResult, then: CriterionResult) -> Change:
    why = next((one.message for one in then.findings if one not in now.findings), "")
    return Change(criterion=now.criterion.id, now=now.status, then=then.status, why=why)


def _way(gap: CriterionResult, as_of: date, due: date) -> str:
    """Return what the plan promises of a gap: one without a date promises nothing, an overdue one is late."""
    open_actions = [one for one in gap.actions if one.progress is not Progress.DONE]
    if not gap.actions:
        return "uncovered"
    if not all(one.dates for one in open_actions):
        return "undated"
    late = any(one.overdue_on(as_of) or max(on.latest for on in one.dates) > due for one in open_actions)
    return "late" if late else "closing"
