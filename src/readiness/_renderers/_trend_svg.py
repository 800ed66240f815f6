"""
The geometry of the two pictures of a trend: how many criteria stood how, and each criterion over time.

Each assessment holds until the next one. A status has a colour, a pattern and its words; the colours and the layout are
a template's.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from readiness.model import Phrasing, Status, Trend, TrendRow

from ._text import day, shortened
from ._trend_axis import Axis, Tick

_TOP, _PLOT, _ROW = 34, 280, 24
_LABEL_ROOM = 17
_CHARACTER = 6.3
_SHAPE_ROOM = 18
_MOST_ROWS = 60
_MOST_MOVED = 200
STACKED = (
    Status.MET,
    Status.WAIVED,
    Status.NOT_APPLICABLE,
    Status.PARTLY_MET,
    Status.PLANNED,
    Status.NOT_MET,
    Status.NOT_ASSESSABLE,
)
"""From the bottom of the picture to its top: what is clear, then what is not, the worst highest."""


@frozen(kw_only=True)
class Area:
    """A status in the picture of counts: its outline, and its words beside the last assessment."""

    status: Status
    path: str
    label: str
    label_y: float
    middle: float


@frozen(kw_only=True)
class Level:
    """A number on the axis of counts."""

    y: float
    label: str


@frozen(kw_only=True)
class Counts:
    """How many criteria stood how; ``days`` are where an assessment stands."""

    height: float
    bottom: float
    top: float
    ticks: tuple[Tick, ...]
    levels: tuple[Level, ...]
    areas: tuple[Area, ...]
    days: tuple[tuple[float, str], ...]
    due: float | None
    last: float


@frozen(kw_only=True)
class Bar:
    """A stretch of a criterion; ``say`` is empty where the words would not fit."""

    x: float
    width: float
    status: Status | None
    say: str
    say_x: float
    shape: bool
    tooltip: str


@frozen(kw_only=True)
class Lane:
    """A criterion over time."""

    y: float
    label: str
    bars: tuple[Bar, ...]


@frozen(kw_only=True)
class Lanes:
    """Each criterion over time; ``left_out`` counts those that the picture leaves to the table."""

    height: float
    top: float
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    left_out: int
    due: float | None


def counts_picture(trend: Trend, say: Phrasing) -> Counts:
    """Return the picture of counts."""
    axis, most = Axis.of(trend), max(1, *(len(one.statuses) for one in trend.points))
    last = axis.until(trend.points[-1].as_of, last=True)
    return Counts(
        height=_TOP + _PLOT + 30,
        bottom=_TOP + _PLOT,
        top=_TOP,
        ticks=tuple(axis.ticks()),
        levels=tuple(Level(y=_height(number, most), label=str(number)) for number in _levels(most)),
        areas=tuple(_spread(_areas(trend, axis, most, say))),
        days=tuple((axis.at(one.as_of.toordinal()), day(one.as_of)) for one in trend.points),
        due=axis.inside(trend.points[-1].due),
        last=last,
    )


def _height(number: float, most: int) -> float:
    return round(_TOP + _PLOT * (1 - number / most), 1)


def _levels(most: int) -> Iterator[int]:
    """Yield numbers for the axis: nought, the most, and round ones between that leave room for it."""
    step = next(size * 10**power for power in range(12) for size in (1, 2, 5) if size * 10**power * 5 >= most)
    yield from (one for one in range(0, most, step) if most - one > step / 2)
    yield most


def _areas(trend: Trend, axis: Axis, most: int, say: Phrasing) -> Iterator[Area]:
    below = [0] * len(trend.points)
    for status in STACKED:
        numbers = [one.number(status) for one in trend.points]
        above = [low + number for low, number in zip(below, numbers, strict=True)]
        if any(numbers):
            now = numbers[-1]
            middle = _height((below[-1] + above[-1]) / 2, most)
            label = f"{now} {say.status(status)}" if now else ""
            path = _outline(trend, axis, below, above, most)
            yield Area(status=status, path=path, label=label, label_y=middle, middle=middle)
        below = above


def _outline(trend: Trend, axis: Axis, below: list[int], above: list[int], most: int) -> str:
    """Return the outline of one status: forth along its top, back along its bottom, in steps."""
    xs = [axis.at(one.as_of.toordinal()) for one in trend.points]
    xs.append(axis.until(trend.points[-1].as_of, last=True))
    forth = [(x, _height(number, most)) for at, number in enumerate(above) for x in xs[at : at + 2]]
    back = [(x, _height(number, most)) for at, number in enumerate(below) for x in xs[at : at + 2]]
    points = [*forth, *reversed(back)]
    return f"M{' '.join(f'{x:g},{y:g}' for x, y in points)}Z"


def _spread(areas: Iterator[Area]) -> Iterator[Area]:
    """Yield the areas with their words moved so far apart that they can be read, none below the picture."""
    given = list(areas)
    labelled = sorted((one for one in given if one.label), key=lambda one: one.middle)
    room = _TOP + _PLOT - _LABEL_ROOM * (len(labelled) - 1)
    placed: dict[Status, float] = {}
    at = float(_TOP)
    for number, one in enumerate(labelled):
        at = min(max(at, one.middle), room + _LABEL_ROOM * number)
        placed[one.status] = round(at, 1)
        at += _LABEL_ROOM
    yield from (evolve(one, label_y=placed.get(one.status, one.middle)) for one in given)


def lanes_picture(trend: Trend, say: Phrasing) -> Lanes:
    """Return the picture of each criterion; of very many, only those that moved."""
    axis = Axis.of(trend)
    rows = trend.rows if len(trend.rows) <= _MOST_ROWS else tuple(one for one in trend.rows if one.moved)[:_MOST_MOVED]
    last = trend.points[-1].as_of
    lanes = tuple(
        Lane(
            y=_TOP + _ROW * number,
            label=shortened(f"{one.criterion} {one.title}", 34),
            bars=tuple(_bars(one, axis, last, say)),
        )
        for number, one in enumerate(rows)
    )
    return Lanes(
        height=_TOP + _ROW * len(lanes) + 14,
        top=_TOP,
        ticks=tuple(axis.ticks()),
        lanes=lanes,
        left_out=len(trend.rows) - len(lanes),
        due=axis.inside(trend.points[-1].due),
    )


def _bars(row: TrendRow, axis: Axis, last: date, say: Phrasing) -> Iterator[Bar]:
    for number, one in enumerate(row.stretches):
        ends = number == len(row.stretches) - 1
        x, end = axis.at(one.start.toordinal()), axis.until(one.end, last=ends and one.end == last)
        width = round(max(2.0, end - x - 1), 1)
        words = say.label(one.status) if one.status else "Not judged"
        shape = width >= _SHAPE_ROOM
        fits = width >= len(words) * _CHARACTER + 26
        yield Bar(
            x=x,
            width=width,
            status=one.status,
            say=words if fits or ends else "",
            say_x=x + (21 if shape else 6) if fits else round(x + width + 6, 1),
            shape=shape,
            tooltip=f"{row.criterion}: {words[:1].lower()}{words[1:]} from {day(one.start)}",
        )
