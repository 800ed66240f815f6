"""What changed between two assessments, for a terminal or a CI log."""

from __future__ import annotations

from collections.abc import Iterator

from readiness._reports import due, next_steps
from readiness._words import counted, day
from readiness.model import Cause, Difference, Movement, Rag, Status, Way

from ._screen import Screen, visible

_GOOD = frozenset({Way.CLOSED, Way.IMPROVED, Way.NO_LONGER_STALE})


def difference_text(found: Difference, screen: Screen) -> Iterator[str]:
    """Yield the lines of the report: the worst way first, each movement with its causes."""
    new = found.new
    yield screen.wrap(f"{new.organisation}: {new.assessment}, {day(found.old.as_of)} to {day(new.as_of)}")
    yield _decision(found, screen)
    for notice in found.notices:
        yield screen.wrap(notice, "note  ", " " * 6)
    for way in Way:
        if moved := found.of(way):
            yield ""
            yield _painted(way, f"{_capital(way.value)} ({len(moved)})", moved, screen)
            yield screen.wrap(way.meaning, "  ")
            for one in moved:
                yield from _movement(one, screen)
    yield ""
    if not found.movements:
        yield "Nothing moved between the two."
    yield from _documents(found, screen)


def _decision(found: Difference, screen: Screen) -> str:
    then, now = found.old.decision.value, found.new.decision.value
    gaps = counted(len(found.new.gaps), "gap")
    decision = f"{now}, as before" if then == now else f"{now}, before {then}"
    return screen.wrap(f"{decision}; {gaps}, before {len(found.old.gaps)}; due {due(found.new)}")


def _painted(way: Way, text: str, moved: tuple[Movement, ...], screen: Screen) -> str:
    worse = any(one.worse for one in moved)
    return screen.bold(screen.paint(text, Rag.RED if worse else Rag.GREEN if way in _GOOD else Rag.NONE))


def _movement(one: Movement, screen: Screen) -> Iterator[str]:
    named = f"{one.criterion}  {one.title}" if one.criterion else one.title
    yield screen.wrap(f"{named}: {_stood(one.then, one.now)}" if one.criterion else named, "  ", " " * 6)
    for cause in one.causes:
        yield screen.wrap(_cause(cause), " " * 6, " " * 10)
    if todo := " ".join(next_steps(one)):
        yield screen.wrap(todo, f"{' ' * 6}To do: ", " " * 10)


def _stood(then: Status | None, now: Status | None) -> str:
    if then is now and now is not None:
        return f"{now.value}, as before"
    return f"was {then.value if then else 'not judged'}, is {now.value if now else 'not judged'}"


def _cause(cause: Cause) -> str:
    place = cause.document if cause.document and cause.document not in cause.sentence else ""
    source = ", ".join(one for one in (cause.rule, place) if one)
    before = f" Before: {cause.before}" if cause.before else ""
    return f"{cause.kind.value}: {cause.sentence}{before}{f' [{source}]' if source else ''}"


def _documents(found: Difference, screen: Screen) -> Iterator[str]:
    if not found.documents:
        yield "No document came, went or changed."
        return
    yield screen.bold(f"Documents ({len(found.documents)})")
    for one in found.documents:
        states = f" ({one.then or 'not there'}, now {one.now or 'not there'})" if one.then != one.now else ""
        yield screen.wrap(f"{visible(one.path)}: {one.what.value}{states}", "  ", " " * 6)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
