"""What the drawings of a profile on paper have in common: their measures, the signs of the statuses, legends."""

from __future__ import annotations

import math
from collections.abc import Iterable

from attrs import evolve, frozen

from readiness.model import DrawnBox, DrawnPath, DrawnText, Phrasing, Shape, Status

from . import _text
from ._looks import INK, TINT

WIDTH = 482.0
"""Of the text of a page of A4 with margins of 2 cm."""
HIGHEST = 600.0
"""What fits a page with a heading and a caption above it."""
DARK, QUIET, RULE, WASH, WHITE = "22282B", "484F54", "8A9094", "F3F4F5", "FFFFFF"
CHARACTER = 0.56
"""How wide a letter is on average, as a share of its size, in the widest font that is likely."""
_CLUE, _CLUE_LINE, _CLUE_GAP = 7.0, 13.0, 14.0
_ROUND = 24


def wide(words: str, size: float) -> float:
    """Return about how wide words are."""
    return len(words) * size * CHARACTER


def fitting(words: str, size: float, room: float) -> str:
    """Return words on one line, cut short where they would not fit."""
    return _text.shortened(words, max(1, int(room / (size * CHARACTER))))


def sign(status: Status, x: float, y: float, half: float = 3.2) -> tuple[Shape, ...]:
    """Return the shape of a status around a point: the same that stands before its words elsewhere."""
    ink = INK[status.rag]
    if status in {Status.MET, Status.PARTLY_MET, Status.PLANNED}:
        return _disc(status, x, y, half)
    if status is Status.NOT_APPLICABLE:
        return (DrawnPath(points=((x - half, y), (x + half, y)), edge=ink, thick=1.5),)
    if status is Status.NOT_ASSESSABLE:
        return (diamond(x, y, half * 1.15, fill=WHITE, edge=ink),)
    side = round(half * 1.8, 2)
    fill = ink if status is Status.NOT_MET else WHITE
    return (DrawnBox(x=x - side / 2, y=y - side / 2, width=side, height=side, fill=fill, edge=ink, thick=1),)


def _disc(status: Status, x: float, y: float, half: float) -> tuple[Shape, ...]:
    ink = INK[status.rag]
    fill = ink if status is Status.MET else WHITE
    disc = DrawnPath(points=_arc(x, y, half, _ROUND), fill=fill, edge=ink, thick=1, closed=True)
    if status is not Status.PARTLY_MET:
        return (disc,)
    return (disc, DrawnPath(points=_arc(x, y, half, _ROUND // 2 + 1), fill=ink, closed=True))


def _arc(x: float, y: float, half: float, points: int) -> tuple[tuple[float, float], ...]:
    """Return points of a circle, from its lowest one over the left."""
    turns = (math.tau * at / _ROUND for at in range(points))
    return tuple((round(x - half * math.sin(turn), 2), round(y + half * math.cos(turn), 2)) for turn in turns)


def diamond(x: float, y: float, half: float, *, fill: str, edge: str, dashed: bool = False) -> DrawnPath:
    """Return a square that stands on its corner."""
    corners = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    points = tuple((round(across, 2), round(down, 2)) for across, down in corners)
    return DrawnPath(points=points, fill=fill, edge=edge, thick=1, dashed=dashed, closed=True)


def plate(status: Status, x: float, y: float, width: float, height: float) -> DrawnBox:
    """Return a box in the colours of a status."""
    return DrawnBox(x=x, y=y, width=width, height=height, fill=TINT[status.rag], edge=INK[status.rag])


@frozen
class Clue:
    """An entry of a legend: its words, and what stands before them, drawn around the point 0, 0."""

    words: str
    drawn: tuple[Shape, ...] = ()


def status_clues(statuses: Iterable[Status], say: Phrasing) -> tuple[Clue, ...]:
    """Return a clue for each status that is there, in their usual order."""
    there = set(statuses)
    return tuple(Clue(say.label(one), sign(one, 0, 0)) for one in Status if one in there)


def legend(clues: Iterable[Clue], y: float) -> tuple[tuple[Shape, ...], float]:
    """Return a legend below *y*, and where it ends; it runs over as many lines as it takes."""
    shapes: list[Shape] = []
    x, line = 0.0, y + _CLUE_LINE
    for one in clues:
        room = _CLUE_GAP + wide(one.words, _CLUE)
        if x and x + room > WIDTH:
            x, line = 0.0, line + _CLUE_LINE
        shapes += (moved(each, x + _CLUE_GAP / 2, line - 2.4) for each in one.drawn)
        shapes.append(DrawnText(x=round(x + _CLUE_GAP, 2), y=line, words=one.words, size=_CLUE, ink=DARK))
        x += room + _CLUE_GAP / 2
    return tuple(shapes), line + 4


def moved(shape: Shape, x: float, y: float) -> Shape:
    """Return a shape that stands elsewhere."""
    if isinstance(shape, DrawnPath):
        return evolve(shape, points=tuple((round(across + x, 2), round(down + y, 2)) for across, down in shape.points))
    return evolve(shape, x=round(shape.x + x, 2), y=round(shape.y + y, 2))
