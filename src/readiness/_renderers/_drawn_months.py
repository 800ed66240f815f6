"""A plan with very many actions, drawn for paper: how many fall into each month, strand by strand."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from readiness.model import Drawing, DrawnBox, DrawnText, Rag, Shape, Side, Timeline, TimelineRow

from . import _text
from ._drawn import DARK, QUIET, RULE, WASH, WHITE, WIDTH, Clue, fitting, legend
from ._looks import INK, TINT
from ._svg import Axis, Sheet, ticks

_ROW, _BOX = 17.0, 12.0
_MOST_ROWS = 32
"""Strands on the picture; the table has all of them."""
_SIZE = 7.0


@frozen(kw_only=True)
class _Months:
    """Where each month or year begins on the axis, as a day and as a place, and where the last one ends."""

    timeline: Timeline
    days: tuple[int, ...]
    places: tuple[float, ...]
    labels: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, timeline: Timeline, sheet: Sheet) -> _Months:
        axis = Axis.of(timeline.start, timeline.end, sheet)
        found = tuple(ticks(timeline.start, timeline.end, axis))
        room = WIDTH - sheet.edge - sheet.gutter
        days = tuple(round(axis.start + (one.x - sheet.gutter) / room * axis.days) for one in found)
        labels = tuple((one.label, one.year) for one in found)
        return cls(timeline=timeline, days=days, places=(*(one.x for one in found), WIDTH - sheet.edge), labels=labels)

    def count(self, row: TimelineRow) -> tuple[Counter[int], Counter[int]]:
        """Return how many actions of a strand fall into each, by its first date, and how many of these are overdue."""
        whole: Counter[int] = Counter()
        late: Counter[int] = Counter()
        for one in row.actions:
            if one.dates:
                at = max(0, bisect_right(self.days, one.dates[0].date.earliest.toordinal()) - 1)
                whole[at] += 1
                late[at] += one.overdue_on(self.timeline.as_of)
        return whole, +late


def by_month(timeline: Timeline, sheet: Sheet, title: str) -> tuple[Drawing, ...]:
    """Return a plan as one picture of numbers, however many actions it has."""
    months = _Months.of(timeline, sheet)
    rows, left_out = timeline.rows[:_MOST_ROWS], len(timeline.rows) - _MOST_ROWS
    end = sheet.head + _ROW * len(rows)
    shapes = [*_heads(months, sheet)]
    for at, row in enumerate(rows):
        shapes += _row(months, row, sheet.head + _ROW * at, at % 2 == 0)
    if left_out > 0:
        words = f"and {_text.count(left_out, 'strand')} more, which Annex A has"
        shapes.append(DrawnText(x=3, y=end + 11, words=words, size=_SIZE, ink=QUIET))
        end += _ROW
    clues, bottom = legend(_clues(), end)
    actions = sum(len(one.actions) for one in timeline.rows)
    said = f"{_text.count(actions, 'action')} are too many for a mark each: numbers say how many fall into each month."
    return (Drawing(title=title, said=_said(said, timeline), width=WIDTH, height=bottom, shapes=(*shapes, *clues)),)


def _said(said: str, timeline: Timeline) -> str:
    strands = "; ".join(f"{row.strand}: {_text.count(len(row.actions), 'action')}" for row in timeline.rows)
    return f"{said} {_text.shortened(strands, 1_000)}. Annex A holds every date in words."


def _clues() -> Iterator[Clue]:
    box = DrawnBox(x=-6, y=-4, width=12, height=8, fill=WHITE, edge=RULE)
    late = DrawnBox(x=-6, y=-4, width=12, height=8, fill=TINT[Rag.RED], edge=INK[Rag.RED])
    yield Clue("how many actions have their first date in it", (box,))
    yield Clue("! some of them are overdue", (late,))


def _heads(months: _Months, sheet: Sheet) -> Iterator[Shape]:
    for x, (label, year) in zip(months.places, months.labels, strict=False):
        yield DrawnText(x=x + 2, y=sheet.head - 4, words=label, size=_SIZE, ink=DARK)
        if year:
            yield DrawnText(x=x + 2, y=sheet.head - 13, words=year, size=_SIZE, ink=DARK, strong=True)


def _row(months: _Months, row: TimelineRow, y: float, washed: bool) -> Iterator[Shape]:
    yield DrawnBox(x=0, y=y, width=WIDTH, height=_ROW, fill=WASH if washed else WHITE)
    yield DrawnText(x=3, y=y + 11.5, words=fitting(row.strand, _SIZE, months.places[0] - 6), size=_SIZE, strong=True)
    whole, late = months.count(row)
    for at, number in sorted(whole.items()):
        left, right = months.places[at], months.places[at + 1]
        fill, ink = (TINT[Rag.RED], INK[Rag.RED]) if late[at] else (WHITE, DARK)
        edge = ink if late[at] else RULE
        yield DrawnBox(x=left + 1, y=y + 2.5, width=round(right - left - 2, 2), height=_BOX, fill=fill, edge=edge)
        words, middle = f"{number:,}{'!' if late[at] else ''}", round((left + right) / 2, 2)
        yield DrawnText(x=middle, y=y + 11, words=words, size=_SIZE, ink=ink, strong=bool(late[at]), side=Side.MIDDLE)
