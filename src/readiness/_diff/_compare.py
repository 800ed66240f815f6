"""Set two recorded assessments beside each other."""

from __future__ import annotations

from collections.abc import Iterator

from readiness._words import counted, day, natural, threshold_words
from readiness.exceptions import InputError, Problem
from readiness.model import (
    Cause,
    CauseKind,
    Difference,
    Movement,
    Record,
    Way,
)

from ._causes import Papers
from ._findings import said
from ._movements import alone, movements, stale


def compare(old: Record, new: Record, *, anyway: bool = False) -> Difference:
    """
    Return what moved between two assessments, in an order that does not depend on the order of either.

    Args:
        old: the first.
        new: the second.
        anyway: compare two that are not of the same organisation, assessment or catalogue, and say so.

    Raises:
        InputError: they are not of the same, with each thing that differs; or they have no criterion in common.
    """
    strangers = [*strangers_of(old, new)]
    if strangers and not anyway:
        raise InputError([Problem(_both(old, new), one.rstrip(".")) for one in strangers])
    if not {one.id for one in old.criteria} & {one.id for one in new.criteria}:
        raise InputError([Problem(_both(old, new), "they have no criterion in common, so nothing can be compared")])
    papers = Papers.of(old.documents, new.documents)
    moved = sorted(_moved(old, new, papers), key=_order)
    return Difference(
        old=old,
        new=new,
        movements=tuple(moved),
        documents=tuple(papers.moved.values()),
        notices=(*strangers, *_notices(old, new)),
    )


def strangers_of(old: Record, new: Record) -> Iterator[str]:
    """Yield what makes the two assessments none of the same thing."""
    for what, then, now in (
        ("organisations", old.organisation, new.organisation),
        ("assessments", old.assessment, new.assessment),
        ("catalogues", old.catalogue.id, new.catalogue.id),
    ):
        if then != now:
            yield f"The two are of different {what}: {then or 'one without a name'}, and {now or 'one without a name'}."


def _both(old: Record, new: Record) -> str:
    return f"{old.source or 'the old assessment'} and {new.source or 'the new assessment'}"


def _notices(old: Record, new: Record) -> Iterator[str]:
    if old.catalogue.version != new.catalogue.version:
        yield (
            f"The catalogue is not the same: version {old.catalogue.version}, and now {new.catalogue.version}. "
            "What moved may have moved because of what is asked."
        )
    if old.generator != new.generator:
        yield (
            f"They were judged by different versions of the program: {old.generator}, and now {new.generator}. "
            "What moved may have moved because of what is looked for."
        )
    if old.threshold != new.threshold:
        before, after = (threshold_words(one.threshold, one.assessment) for one in (old, new))
        yield f"What the assessment takes is not the same. Before: {before} Now: {after}"
    for record, which in ((old, "old"), (new, "new")):
        if record.partial:
            yield f"Only {len(record.criteria)} of {record.in_scope} criteria were judged in the {which} assessment."
    if new.as_of < old.as_of:
        yield f"The new assessment is the earlier one: {day(new.as_of)} lies before {day(old.as_of)}."
    if new.as_of == old.as_of:
        yield f"Both are judged for the same day, {day(new.as_of)}."
    if new.due != old.due:
        yield f"The due date was {day(old.due)}, and is now {day(new.due)}."


def _moved(old: Record, new: Record, papers: Papers) -> Iterator[Movement]:
    then = {one.id: one for one in old.criteria}
    now = {one.id: one for one in new.criteria}
    time = Cause(kind=CauseKind.TIME, sentence=_passed(old, new))
    for name in {*then, *now}:
        before, after = then.get(name), now.get(name)
        if before is not None and after is not None:
            yield from movements(before, after, papers, time)
        elif after is not None:
            yield alone(after, new=True)
        elif before is not None:
            yield alone(before, new=False)
    yield from _of_the_folder(old, new)
    yield from _of_the_whole(old, new)


def _of_the_whole(old: Record, new: Record) -> Iterator[Movement]:
    """Yield what the assessment asks for besides its criteria, and gets or does not get otherwise than before."""
    then, now = set(old.shortfalls), set(new.shortfalls)
    for way, said_now, kind in (
        (Way.WEAKENED, now - then, CauseKind.NOW_SAID),
        (Way.IMPROVED, then - now, CauseKind.NO_LONGER_SAID),
    ):
        causes = tuple(Cause(kind=kind, sentence=one) for one in sorted(said_now))
        if causes:
            title = "What the assessment asks for besides"
            worse = way is Way.WEAKENED
            yield Movement(criterion="", title=title, way=way, then=None, now=None, causes=causes, worse=worse)


def _passed(old: Record, new: Record) -> str:
    """Return what is left to explain a movement when no document changed."""
    days = abs((new.as_of - old.as_of).days)
    if not days:
        return "No document behind it changed. The register, the plan or the catalogue did."
    when = f"from {day(old.as_of)} to {day(new.as_of)}, {counted(days, 'day')}"
    return f"No document behind it changed. The day did ({when}), or the register, or the plan."


def _of_the_folder(old: Record, new: Record) -> Iterator[Movement]:
    """Yield what is said otherwise of the folder as a whole; notes are left out as they are for a criterion."""
    then, now = (tuple(one for one in each.findings if one.level.weight) for each in (old, new))
    found = said(then, now, stale)
    for way, causes in (
        (Way.WEAKENED, found.worse),
        (Way.IMPROVED, found.better),
        (Way.OTHERWISE, found.other),
    ):
        if causes:
            worse = way is not Way.IMPROVED
            yield Movement(
                criterion="", title="The folder as a whole", way=way, then=None, now=None, causes=causes, worse=worse
            )


def _order(one: Movement) -> tuple[object, ...]:
    return (list(Way).index(one.way), natural(one.criterion))
