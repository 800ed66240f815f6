"""Criteria and documents, drawn for paper: a letter where one has to do with the other."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.model import Drawing, DrawnBox, DrawnPath, DrawnText, EvidenceMap, MapRow, Mark, Rag, Shape, Side

from . import _text
from ._drawn import DARK, QUIET, RULE, WASH, WIDTH, Clue, fitting, legend
from ._looks import INK, TINT

_LABEL, _HEAD, _ROW, _EDGE = 170.0, 34.0, 9.5, 2.0
_COLUMN = 20.0
MOST_COLUMNS, MOST_ROWS = 30, 58
"""More would be too small to read, or would not fit on a page."""
_SIZE, _STAIRS = 6.5, 3
_TONES = {
    Mark.CLAIMED: Rag.GREEN,
    Mark.SUSPECT: Rag.AMBER,
    Mark.CITED: Rag.AMBER,
    Mark.UNREAD: Rag.RED,
    Mark.ABSENT: Rag.RED,
}


def matrix(found: EvidenceMap | None) -> Drawing | None:
    """Return criteria and documents as a picture; ``None`` if there is nothing to draw, or too much for a page."""
    if not found or not found.rows or len(found.criteria) > MOST_COLUMNS or len(found.rows) > MOST_ROWS:
        return None
    ids = [one.id for one in found.criteria]
    column = min(_COLUMN, (WIDTH - _LABEL - _EDGE) / max(1, len(ids)))
    places = {one: round(_LABEL + column * (at + 0.5), 2) for at, one in enumerate(ids)}
    bottom = _HEAD + _ROW * len(found.rows)
    rows = (shape for at, one in enumerate(found.rows) for shape in _row(one, _HEAD + _ROW * at, places))
    clues, end = legend(_clues(found), bottom + 2)
    return Drawing(
        title="Which document is evidence for which criterion",
        said=_said(found),
        width=WIDTH,
        height=end,
        shapes=(*_bands(len(found.rows)), *_columns(places, set(found.bare), bottom), *rows, *clues),
    )


def _said(found: EvidenceMap) -> str:
    marks = [cell.mark for row in found.rows for cell in row.cells]
    counts = "; ".join(f"{marks.count(one)} {one.meaning}" for one in Mark if one in marks)
    size = f"{_text.count(len(found.rows), 'document')} and {_text.count(len(found.criteria), 'criterion', 'criteria')}"
    bare = f" Nothing is claimed for {', '.join(found.bare)}." if found.bare else ""
    return _text.shortened(
        f"{size}: {counts}.{bare} The table that follows names the criteria of each document.", 1_500
    )


def _clues(found: EvidenceMap) -> Iterator[Clue]:
    there = {cell.mark for row in found.rows for cell in row.cells}
    for mark in Mark:
        if mark in there:
            yield Clue(mark.meaning, tuple(_sign(mark, 0, 0)))
    if found.bare:
        yield Clue("nothing is claimed", (DrawnText(x=0, y=2.4, words="!", size=7, strong=True, side=Side.MIDDLE),))


def _bands(rows: int) -> Iterator[Shape]:
    for at in range(0, rows, 2):
        yield DrawnBox(x=0, y=_HEAD + _ROW * at, width=WIDTH, height=_ROW, fill=WASH)


def _columns(places: dict[str, float], bare: set[str], bottom: float) -> Iterator[Shape]:
    """Yield the heads, on three stairs so that they need not be turned, each with its line down to the rows."""
    for at, (one, x) in enumerate(places.items()):
        y = _HEAD - 5 - 9 * (_STAIRS - 1 - at % _STAIRS)
        yield DrawnPath(points=((x, y + 2), (x, bottom)), edge=RULE, thick=0.25)
        words = f"{fitting(one, _SIZE, 32)}{'!' if one in bare else ''}"
        yield DrawnText(x=x, y=y, words=words, size=_SIZE, ink=DARK, strong=one in bare, side=Side.MIDDLE)


def _row(row: MapRow, y: float, places: dict[str, float]) -> Iterator[Shape]:
    words = fitting(row.title or row.document, _SIZE, _LABEL - 6)
    yield DrawnText(x=0, y=y + 7, words=words, size=_SIZE, ink=DARK)
    for cell in row.cells:
        if cell.criterion in places:
            yield from _sign(cell.mark, places[cell.criterion], y + _ROW / 2)


def _sign(mark: Mark, x: float, y: float) -> Iterator[Shape]:
    rag = _TONES.get(mark)
    fill, edge = (TINT[rag], INK[rag]) if rag else ("FFFFFF", QUIET)
    yield DrawnBox(x=round(x - 4.5, 2), y=round(y - 4, 2), width=9, height=8, fill=fill, edge=edge, thick=0.5)
    yield DrawnText(x=x, y=round(y + 2.4, 2), words=mark.value, size=_SIZE, ink=edge, strong=True, side=Side.MIDDLE)
