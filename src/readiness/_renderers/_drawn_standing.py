"""How the criteria stand, drawn for paper: a tile for each, and a bar for each strand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readiness.model import Drawing, DrawnText, Phrasing, Shape, Side, Status, Tile

from . import _text
from ._coverage import Bar, Segment
from ._drawn import DARK, HIGHEST, QUIET, WIDTH, fitting, legend, plate, sign, status_clues, wide
from ._looks import INK

_ACROSS, _GAP, _TILE = 6, 4.0, 28.0
_TILE_WIDTH = (WIDTH - (_ACROSS - 1) * _GAP) / _ACROSS
MOST_TILES = _ACROSS * int(HIGHEST // (_TILE + _GAP))
"""More would not fit on a page; then the bars count them, and the table has them all."""
_NAME, _BAR, _STEP, _NUMBER = 150.0, 13.0, 18.0, 24.0
MOST_BARS = 30


def tiles(shown: Sequence[Tile], say: Phrasing) -> Drawing | None:
    """Return a tile for each criterion, or ``None`` if there are none or too many for a picture."""
    if not shown or len(shown) > MOST_TILES:
        return None
    shapes = tuple(shape for at, one in enumerate(shown) for shape in _tile(one, *divmod(at, _ACROSS), say))
    rows = -(-len(shown) // _ACROSS)
    return Drawing(
        title="Each criterion as a tile",
        said=_text.shortened(f"{_text.count(len(shown), 'tile')}. {_standing(shown, say)}.", 1_500),
        width=WIDTH,
        height=rows * (_TILE + _GAP),
        shapes=shapes,
    )


def _standing(shown: Sequence[Tile], say: Phrasing) -> str:
    """Return how many criteria stand how, and which."""
    parts = []
    for status in Status:
        ids = [one.id for one in shown if one.status is status]
        if ids:
            parts.append(f"{len(ids)} {say.status(status)}: {', '.join(ids)}")
    return "; ".join(parts)


def _tile(one: Tile, row: int, column: int, say: Phrasing) -> Iterator[Shape]:
    x, y = round(column * (_TILE_WIDTH + _GAP) + 0.5, 2), row * (_TILE + _GAP) + 1
    ink, room = INK[one.status.rag], _TILE_WIDTH - 12
    yield plate(one.status, x, y, round(_TILE_WIDTH - 1, 2), _TILE)
    yield DrawnText(x=x + 6, y=y + 11.5, words=fitting(one.id, 9, room), size=9, ink=DARK, strong=True)
    yield from sign(one.status, x + 9, y + 20)
    words = fitting(say.label(one.status), 7, room - 9)
    yield DrawnText(x=x + 15, y=y + 22.5, words=words, size=7, ink=ink, strong=True)


def bars(shown: Sequence[Bar], say: Phrasing) -> Drawing | None:
    """Return a bar for each strand, cut by status; ``None`` if there are none."""
    if not shown:
        return None
    drawn, left_out = shown[:MOST_BARS], len(shown) - MOST_BARS
    shapes = [shape for at, one in enumerate(drawn) for shape in _bar(one, at * _STEP)]
    end = len(drawn) * _STEP
    if left_out > 0:
        words = f"and {_text.count(left_out, 'strand')} more, which the table has"
        shapes.append(DrawnText(x=0, y=end + 10, words=words, size=7, ink=QUIET))
        end += _STEP
    clues, bottom = legend(status_clues((each.status for one in drawn for each in one.segments), say), end)
    return Drawing(
        title="How far each strand has come",
        said=_text.shortened("; ".join(_counted(one, say) for one in drawn) + ".", 1_500),
        width=WIDTH,
        height=bottom,
        shapes=(*shapes, *clues),
    )


def _counted(one: Bar, say: Phrasing) -> str:
    counts = ", ".join(f"{each.count} {say.status(each.status)}" for each in one.segments)
    return f"{one.strand}: {counts}"


def _bar(one: Bar, y: float) -> Iterator[Shape]:
    yield DrawnText(x=0, y=y + 11, words=fitting(one.strand, 8, _NAME - 8), size=8, ink=DARK)
    for each in one.segments:
        yield from _segment(each, y + 1)
    yield DrawnText(x=WIDTH, y=y + 11, words=f"{one.total:,}", size=8, ink=QUIET, side=Side.RIGHT)


def _segment(one: Segment, y: float) -> Iterator[Shape]:
    """Yield a part of a bar with its sign and its number, or as much of that as it has room for."""
    whole = WIDTH - _NAME - _NUMBER
    x, width = round(_NAME + whole * one.x / 100, 2), round(whole * one.width / 100, 2)
    yield plate(one.status, x, y, width, _BAR)
    number, ink = f"{one.count:,}", INK[one.status.rag]
    both = 9 + wide(number, 8)
    middle = x + width / 2
    if width > both + 4:
        yield from sign(one.status, round(middle - both / 2 + 3, 2), y + _BAR / 2)
        yield DrawnText(x=round(middle - both / 2 + 9, 2), y=y + 9.5, words=number, size=8, ink=ink, strong=True)
    elif width > wide(number, 8) + 2:
        middle = round(middle, 2)
        yield DrawnText(x=middle, y=y + 9.5, words=number, size=8, ink=ink, strong=True, side=Side.MIDDLE)
