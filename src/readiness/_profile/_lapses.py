"""What runs out within a year: reviews, review cycles and waivers, by the dates of the register alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from readiness._words import add_months, counted
from readiness.model import Assessment, Criterion, DocumentEntry, Lapse

_MONTHS = 12


def lapses_of(assessment: Assessment) -> tuple[Lapse, ...]:
    """
    Return what is good today and runs out within twelve months, the first to do so first.

    What has run out already is a finding and no forecast; a document that is claimed for no criterion in scope changes
    nothing by growing old.
    """
    today = assessment.as_of
    last = add_months(today, _MONTHS)
    criteria = {one.criterion.id: one.criterion for one in assessment.results}
    register = assessment.folder.register
    found = [lapse for entry in register.documents for lapse in _of_document(entry, criteria, today)]
    found += (
        Lapse(until=one.until, what=f"Waiver of {one.criterion}", why="waiver ends", criteria=(one.criterion,))
        for one in register.waivers
        if one.criterion in criteria and one.holds_on(today)
    )
    near = (one for one in found if today <= one.until <= last)
    return tuple(sorted(near, key=lambda one: (one.until, one.what, one.why)))


def _of_document(entry: DocumentEntry, criteria: dict[str, Criterion], today: date) -> Iterator[Lapse]:
    claimed = tuple(dict.fromkeys(one.criterion for one in entry.claims if one.criterion in criteria))
    if claimed and entry.review_by:
        yield _lapse(entry, entry.review_by, "review due", claimed)
    reviewed = _last_review(entry, today)
    if reviewed is None:
        return
    cycles: dict[int, list[str]] = {}
    for one in claimed:
        if months := criteria[one].review_months:
            cycles.setdefault(months, []).append(one)
    for months, ids in cycles.items():
        yield _lapse(entry, add_months(reviewed, months), f"cycle of {counted(months, 'month')} ends", ids)


def _lapse(entry: DocumentEntry, until: date, why: str, criteria: Iterable[str]) -> Lapse:
    what = entry.title or entry.path
    return Lapse(until=until, what=what, why=why, document=entry.path, criteria=tuple(criteria))


def _last_review(entry: DocumentEntry, today: date) -> date | None:
    days = (*(one.date for one in entry.approvals), *([entry.effective] if entry.effective else ()))
    return max((one for one in days if one <= today), default=None)
