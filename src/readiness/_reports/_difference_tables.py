"""What changed between two assessments for a spreadsheet: a row for each cause of each movement."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.model import Block, Cause, Difference, Grid, Line, Movement, Phrasing, Report

from ._difference import difference_head, document_grid, framed, next_steps, status_grid
from ._words import path, say, sentence, standing

_HEAD = (
    *("Criterion", "Title", "What happened", "Was", "Is"),
    *("Cause", "In words", "Before", "Document", "Rule", "What to do"),
)


def difference_tables(found: Difference, phrasing: Phrasing | None = None) -> Report:
    """Return a comparison as a report that is all tables, the worst way first."""
    words = phrasing or Phrasing()
    return framed(found, _blocks(found, words), words)


def _blocks(found: Difference, words: Phrasing) -> Iterator[Block]:
    yield from difference_head(found, words)
    yield _movement_grid(found)
    yield status_grid(found)
    yield document_grid(found)


def _movement_grid(found: Difference) -> Grid:
    rows = tuple(_row(one, cause) for one in found.movements for cause in one.causes or (None,))
    return Grid(caption="What moved", head=_HEAD, rows=rows, otherwise="Nothing moved between the two.")


def _row(one: Movement, cause: Cause | None) -> tuple[Line, ...]:
    moved = (say(one.criterion), say(one.title), say(sentence(one.way.value)), standing(one.then), standing(one.now))
    return (*moved, *(_cause(one, cause) if cause else ((),) * 6))


def _cause(one: Movement, cause: Cause) -> tuple[Line, ...]:
    todo = cause.fix if cause.fix in next_steps(one) else ""
    said = (say(cause.kind.value), say(cause.sentence), say(cause.before))
    return (*said, path(cause.document), say(cause.rule), say(todo))
