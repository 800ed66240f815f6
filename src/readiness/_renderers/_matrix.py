"""The geometry of criteria and documents: a sign where a document has to do with a criterion."""

from __future__ import annotations

from attrs import frozen

from readiness.model import EvidenceMap, Mark

from ._text import shortened

_LABEL = 330
_HEAD = 66
_CELL = 24
_ROW = 20
_MOST_COLUMNS = 80
_MOST_ROWS = 250


@frozen(kw_only=True)
class Sign:
    """One document and one criterion: where, and what they are to each other."""

    x: float
    y: float
    mark: Mark
    words: str


@frozen(kw_only=True)
class Line:
    """A label with its place: a document's from the left, a criterion's at the top."""

    at: float
    label: str
    id: str = ""


@frozen(kw_only=True)
class Matrix:
    """The whole picture, in units of its view box."""

    width: float
    height: float
    left: float
    top: float
    cell: float
    row: float
    columns: tuple[Line, ...]
    rows: tuple[Line, ...]
    signs: tuple[Sign, ...]


def matrix(found: EvidenceMap) -> Matrix | None:
    """Return the geometry of *found*; ``None`` if there is nothing to draw, or far too much for a picture."""
    if not found.rows or len(found.criteria) > _MOST_COLUMNS or len(found.rows) > _MOST_ROWS:
        return None
    columns = {one.id: _LABEL + _CELL * number for number, one in enumerate(found.criteria)}
    rows = tuple(
        Line(at=_HEAD + _ROW * number, label=shortened(row.title or row.document, 50))
        for number, row in enumerate(found.rows)
    )
    return Matrix(
        width=_LABEL + _CELL * len(columns) + 8,
        height=_HEAD + _ROW * len(rows) + 8,
        left=_LABEL,
        top=_HEAD,
        cell=_CELL,
        row=_ROW,
        columns=tuple(Line(at=x, label=shortened(one, 9), id=one) for one, x in columns.items()),
        rows=rows,
        signs=tuple(
            Sign(
                x=columns[cell.criterion] + _CELL / 2,
                y=line.at + _ROW / 2,
                mark=cell.mark,
                words=shortened(f"{row.document} and {cell.criterion}: {cell.mark.meaning}", 300),
            )
            for line, row in zip(rows, found.rows, strict=True)
            for cell in row.cells
            if cell.criterion in columns
        ),
    )
