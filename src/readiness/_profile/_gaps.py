"""The gaps, what to do first coming first."""

from __future__ import annotations

from datetime import date

from readiness._words import day
from readiness.model import Assessment, CriterionResult, Finding, Gap, Status, Wording, least_advanced

_URGENCY = (Status.NOT_MET, Status.NOT_ASSESSABLE, Status.PLANNED, Status.PARTLY_MET)
_FINDERS = "whoever keeps the register"


def gaps_of(assessment: Assessment) -> tuple[Gap, ...]:
    """
    Return one gap for each criterion that is not clear: the reddest, then the least advanced, come first.

    Unknown wordings come last: nothing that the organisation could do would meet them. After them comes what the
    assessment takes as it is.
    """
    ordered = sorted(assessment.gaps, key=_urgency)
    return tuple(_gap(one, assessment.due, assessment.as_of) for one in ordered)


def _urgency(result: CriterionResult) -> tuple[bool, bool, int, int, date]:
    action = least_advanced(result.actions)
    last = max((one.latest for one in action.dates), default=date.max) if action else date.max
    unknown = result.criterion.wording is Wording.UNKNOWN
    return bool(result.taken), unknown, _URGENCY.index(result.status), action.progress.advance if action else 0, last


def telling(result: CriterionResult) -> Finding | None:
    """Return the finding that says best why the criterion is not met."""
    for reason in result.reasons:
        for finding in result.findings:
            if finding.reason is reason:
                return finding
    return next(iter(result.findings), None)


def _gap(result: CriterionResult, due: date, as_of: date) -> Gap:
    finding, action = telling(result), least_advanced(result.actions)
    own_date = max((one.latest for one in action.dates), default=None) if action else None
    by, said = (own_date, "plan") if own_date and own_date < due else (due, "")
    notes = ", ".join(note for note in (said, "passed" if by < as_of else "") if note)
    who = tuple(dict.fromkeys(role for one in result.actions for role in one.who)) or result.criterion.owners
    return Gap(
        id=result.criterion.id,
        title=result.criterion.title,
        status=result.status,
        why=finding.message if finding else f"It is {result.status.value}.",
        what=finding.fix if finding else "",
        who=who or ((_FINDERS,) if result.status is Status.NOT_ASSESSABLE else ()),
        by=f"{day(by)} ({notes})" if notes else day(by),
        taken=result.taken,
        action="; ".join(f"{one.id} “{one.deliverable}” ({one.progress.value})" for one in result.actions),
        due=by,
    )
