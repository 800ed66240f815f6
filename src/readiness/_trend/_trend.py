"""Put recorded assessments in order of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readiness._words import day, natural, some_of
from readiness.exceptions import InputError, Problem
from readiness.model import Record, Status, Stretch, Trend, TrendPoint, TrendRow


def trend_of(records: Iterable[Record]) -> Trend:
    """
    Return how an organisation stood over time, in whichever order the assessments are given.

    Args:
        records: assessments of one organisation, one assessment and one catalogue.

    Raises:
        InputError: there are none; they are not of the same; or two of one day do not agree. Every problem is in it.
    """
    given = sorted(records, key=lambda one: (one.as_of, one.source))
    if not given:
        raise InputError([Problem("FILE", "no assessment is given; give at least one")])
    if problems := [*_strangers(given), *_clashes(given)]:
        raise InputError(problems)
    kept = list({one.as_of: one for one in reversed(given)}.values())[::-1]
    last = kept[-1]
    points = tuple(_point(one) for one in kept)
    return Trend(
        organisation=last.organisation,
        assessment=last.assessment,
        catalogue=f"{last.catalogue.title}, version {last.catalogue.version}",
        points=points,
        rows=tuple(_rows(kept, points)),
        notices=tuple(_notices(given, kept)),
    )


def _point(record: Record) -> TrendPoint:
    ordered = sorted(record.criteria, key=lambda one: natural(one.id))
    return TrendPoint(
        as_of=record.as_of,
        due=record.due,
        decision=record.decision,
        statuses=tuple((one.id, one.status) for one in ordered),
        source=record.source,
    )


def _strangers(given: list[Record]) -> Iterator[Problem]:
    """Yield a problem for each assessment that is not of the same as the first."""
    first = given[0]
    for one in given[1:]:
        for what, its, other in (
            ("organisation", one.organisation, first.organisation),
            ("assessment", one.assessment, first.assessment),
            ("catalogue", one.catalogue.id, first.catalogue.id),
        ):
            if its != other:
                message = (
                    f"is of the {what} {its or 'without a name'}, and {first.source} of {other or 'one without a name'}"
                )
                yield Problem(one.source, f"{message}; leave one of them out")


def _clashes(given: list[Record]) -> Iterator[Problem]:
    """Yield a problem for each two of one day that do not agree: nobody could say which of them holds."""
    seen: dict[object, Record] = {}
    for one in given:
        first = seen.setdefault(one.as_of, one)
        if _point(first).statuses != _point(one).statuses or first.due != one.due:
            message = (
                f"is for {day(one.as_of)}, as {first.source} is, and they do not say the same; leave one of them out"
            )
            yield Problem(one.source, message)


def _rows(kept: list[Record], points: tuple[TrendPoint, ...]) -> Iterator[TrendRow]:
    titles = {each.id: each.title for one in kept for each in one.criteria}
    by_day = [dict(one.statuses) for one in points]
    for name in sorted(titles, key=natural):
        stretches = tuple(_stretches([one.get(name) for one in by_day], points))
        yield TrendRow(criterion=name, title=titles[name], stretches=stretches)


def _stretches(statuses: list[Status | None], points: tuple[TrendPoint, ...]) -> Iterator[Stretch]:
    begun = 0
    for index in range(1, len(statuses) + 1):
        if index == len(statuses) or statuses[index] is not statuses[begun]:
            end = points[min(index, len(points) - 1)].as_of
            yield Stretch(start=points[begun].as_of, end=end, status=statuses[begun])
            begun = index


def _notices(given: list[Record], kept: list[Record]) -> Iterator[str]:
    twins = [one.source for one in given if not any(one is other for other in kept)]
    if twins:
        verb = "say" if len(twins) > 1 else "says"
        yield f"{some_of(twins)} {verb} the same as another file of the same day, and what says it twice is left out."
    for what, values in (
        ("version of the catalogue", [one.catalogue.version for one in kept]),
        ("version of the program", [one.generator for one in kept]),
        ("due date", [day(one.due) for one in kept]),
    ):
        different = list(dict.fromkeys(values))
        if len(different) > 1:
            yield f"The {what} is not the same in all of them: {some_of(different)}."
