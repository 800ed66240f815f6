"""Which ways one criterion moved."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from readiness.model import Cause, CauseKind, Finding, Movement, Reason, RecordedCriterion, Status, Way

from ._causes import Papers, decisions, planned, wording
from ._findings import Said, said, sorted_causes

_RANK = {
    Status.MET: 0,
    Status.WAIVED: 1,
    Status.NOT_APPLICABLE: 1,
    Status.PARTLY_MET: 2,
    Status.PLANNED: 3,
    Status.NOT_MET: 4,
    Status.NOT_ASSESSABLE: 5,
}
"""How well a status stands, the best first: "could not look" is worst, so that it never passes for progress."""
_STALE_RULES = frozenset({"dates-agree", "evidence-of-practice", "in-date", "not-superseded", "reviewed-within"})
"""What speaks of lapsed evidence in a file of version 1.0, which gives no reason for a finding."""
_WORSE = frozenset({Way.OPENED, Way.LEFT_OUT, Way.WEAKENED, Way.NEWLY_STALE, Way.OTHERWISE})


def movement(
    criterion: RecordedCriterion, way: Way, then: Status | None, now: Status | None, causes: tuple[Cause, ...]
) -> Movement:
    """Return one movement; whether it is worse follows from its way, and for a new criterion from how it stands."""
    worse = way in _WORSE or (way is Way.ADDED and not criterion.clear)
    return Movement(
        criterion=criterion.id, title=criterion.title, way=way, then=then, now=now, causes=causes, worse=worse
    )


def alone(criterion: RecordedCriterion, *, new: bool) -> Movement:
    """Return the movement of a criterion that only one of the two assessments has."""
    if not new:
        return movement(criterion, Way.LEFT_OUT, criterion.status, None, ())
    found = said((), criterion.counting, stale)
    return movement(criterion, Way.ADDED, None, criterion.status, found.worse)


def movements(then: RecordedCriterion, now: RecordedCriterion, papers: Papers, time: Cause) -> Iterator[Movement]:
    """
    Yield the ways in which a criterion moved that both assessments have.

    Args:
        then: in the old assessment.
        now: in the new one.
        papers: the documents that moved.
        time: the cause that is left when nothing else changed.
    """
    one = _Pair(then, now, said(then.counting, now.counting, stale), papers)
    way = _way(then, now)
    if way is not None:
        yield one.moved(way, (*one.said.all, *one.around), time)
    else:
        yield from _same_status(one, time)
    yield from _staleness(one)
    if words := tuple(wording(then, now)):
        yield one.moved(Way.REWORDED, words)


@frozen
class _Pair:
    """A criterion in both assessments, with what is said otherwise and what moved around it."""

    then: RecordedCriterion
    now: RecordedCriterion
    said: Said
    papers: Papers

    @property
    def around(self) -> tuple[Cause, ...]:
        """Return what moved besides the findings."""
        both = (self.then, self.now)
        return sorted_causes((*self.papers.causes(*both), *decisions(*both), *planned(*both)))

    def moved(self, way: Way, causes: tuple[Cause, ...], time: Cause | None = None) -> Movement:
        """Return one movement; *time* is added where neither a document nor a decision explains it."""
        unexplained = time is not None and all(one.kind is CauseKind.PLAN for one in self.around)
        late = (time,) if unexplained and time else ()
        return movement(self.now, way, self.then.status, self.now.status, (*causes, *late))


def _way(then: RecordedCriterion, now: RecordedCriterion) -> Way | None:
    """Return which way the status itself moved; ``None`` if it stands as well as before."""
    if then.clear and not now.clear:
        return Way.OPENED
    if now.clear and not then.clear:
        return Way.CLOSED if now.status is Status.MET else Way.EXCUSED
    before, after = _RANK[then.status], _RANK[now.status]
    if before == after:
        return None
    return Way.WEAKENED if after > before else Way.IMPROVED


def _same_status(one: _Pair, time: Cause) -> Iterator[Movement]:
    found, around = one.said, one.around
    if found.worse:
        yield one.moved(Way.WEAKENED, (*found.worse, *around), time)
    if found.better:
        yield one.moved(Way.IMPROVED, (*found.better, *around), time)
    if found.other:
        yield one.moved(Way.OTHERWISE, (*found.other, *around), time)
    if not found.all and around:
        only_plan = all(cause.kind is CauseKind.PLAN for cause in around)
        yield one.moved(Way.PLAN if only_plan else Way.EVIDENCE, around)


def _staleness(one: _Pair) -> Iterator[Movement]:
    was, is_now = _is_stale(one.then), _is_stale(one.now)
    if is_now and (one.said.stale or not was):
        yield one.moved(Way.NEWLY_STALE, one.said.stale or one.around)
    if was and (one.said.fresh or not is_now):
        yield one.moved(Way.NO_LONGER_STALE, one.said.fresh or one.around)


def _is_stale(criterion: RecordedCriterion) -> bool:
    return not criterion.status.clear and Reason.STALE in criterion.reasons


def stale(finding: Finding) -> bool:
    """Return whether a finding says that evidence has lapsed or has been superseded."""
    if finding.reason is None and not finding.document:
        return finding.rule in _STALE_RULES
    return finding.reason is Reason.STALE
