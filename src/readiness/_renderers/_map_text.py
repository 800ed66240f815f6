"""Which document is evidence for which criterion, as a table for a terminal and as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
import textwrap
from collections.abc import Iterator, Sequence

from readiness._words import part_of
from readiness.model import Criterion, EvidenceMap, MapRow, Mark

from ._safe import cell as safe
from ._text import on_one_line, visible

_LEAST_WIDTH = 40
_CELL = 2
_WIDEST_NAME = 44
_SHOWN = 20
_LETTERS = re.compile(r"[^\W\d_]*")


def map_table(found: EvidenceMap, *, width: int = 100) -> str:
    """
    Return the map as lines of text: a row for each document, a column for each criterion, cut into blocks to fit.

    Args:
        found: the map.
        width: columns of the terminal; fewer than 40 count as 40.
    """
    room = max(width, _LEAST_WIDTH)
    lines: list[str] = []
    name = min(_WIDEST_NAME, max((len(on_one_line(one.document)) for one in found.rows), default=0), room // 2)
    step = max(1, (room - name - 1) // _CELL)
    for start in range(0, len(found.criteria) if found.rows else 0, step):
        lines += [*_block(found.rows, found.criteria[start : start + step], name), ""]
    lines += _legend(found, room)
    return "\n".join(lines) + "\n"


def _block(rows: Sequence[MapRow], criteria: Sequence[Criterion], name: int) -> Iterator[str]:
    yield from _head(criteria, name)
    for row in rows:
        marks = {cell.criterion: cell.mark.value for cell in row.cells}
        cells = "".join(marks.get(one.id, "·").rjust(_CELL) for one in criteria)
        yield f"{_cut(on_one_line(row.document), name):<{name}} {cells}"


def _head(criteria: Sequence[Criterion], name: int) -> Iterator[str]:
    """Yield the ids written downwards, without the letters that all of them begin with."""
    ids = [on_one_line(one.id) for one in criteria]
    letters = {_LETTERS.match(one)[0] for one in ids}  # type: ignore[index]  # it matches nothing too
    common = letters.pop() if len(letters) == 1 else ""
    rests = [one[len(common) :] for one in ids]
    deep = max(map(len, rests))
    for line in range(deep):
        lead = common if line == deep - 1 else ""
        yield f"{lead:>{name}} " + "".join(one.rjust(deep)[line].rjust(_CELL) for one in rests)


def _cut(text: str, room: int) -> str:
    """Return *text* within *room*, its end kept: files of one folder begin alike."""
    return text if len(text) <= room else f"…{text[len(text) - room + 1 :]}"


def _legend(found: EvidenceMap, room: int) -> Iterator[str]:
    if (judged := found.assessment).partial:
        part = part_of((one.id for one in found.criteria), len(judged.in_scope), judged.assessment)
        yield from (*textwrap.wrap(visible(part), room), "")
    used = {cell.mark for row in found.rows for cell in row.cells}
    for mark in Mark:
        if mark in used:
            yield from textwrap.wrap(f"{mark.value}  {mark.meaning}", room, subsequent_indent="   ")
    if found.bare:
        said = f"No document is claimed for {', '.join(found.bare)}."
        yield from ("", *textwrap.wrap(visible(said), room))
    if found.idle:
        yield from ("", f"Documents that support nothing: {len(found.idle)}")
        yield from (f"  {on_one_line(path)}" for path in found.idle[:_SHOWN])
        if len(found.idle) > _SHOWN:
            yield f"  and {len(found.idle) - _SHOWN} more; the page that `-o map.html` writes has them all"


def map_csv(found: EvidenceMap) -> bytes:
    """Return a row for each link, for a spreadsheet: UTF-8 with a mark, so that it is opened as such."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["criterion", "document", "title", "basis", "meaning", "place", "quote", "places", "note"])
    for row in found.rows:
        for cell in row.cells:
            for link in cell.links:
                values = [cell.criterion, row.document, row.title, link.basis.value, cell.mark.meaning]
                values += [link.locator, link.quote, str(link.count or ""), link.note]
                writer.writerow(map(safe, values))
    return out.getvalue().encode("utf-8-sig")
