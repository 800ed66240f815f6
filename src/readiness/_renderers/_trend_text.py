"""A trend as a table for a screen, and as a csv for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from readiness._words import counted, day
from readiness.model import Phrasing, Status, Trend, TrendRow

from ._safe import cell
from ._text import encodable, on_one_line

_FIXED = ("as of", "due", "decision", "gaps", *(one.value for one in Status), "file")


def trend_text(trend: Trend) -> Iterator[str]:
    """Yield the lines of a trend: a table with a line for each assessment, then every criterion that moved."""
    first, last = trend.points[0], trend.points[-1]
    span = day(last.as_of) if first is last else f"{day(first.as_of)} to {day(last.as_of)}"
    yield on_one_line(f"{trend.organisation}: {trend.assessment}, {counted(len(trend.points), 'assessment')}, {span}")
    yield from (f"note  {on_one_line(one)}" for one in trend.notices)
    yield ""
    used = [one for one in Status if any(point.number(one) for point in trend.points)]
    head = ["as of", "decision", "gaps", *(one.value for one in used)]
    rows = [
        [point.as_of.isoformat(), point.decision.value, str(point.gaps), *(str(point.number(one)) for one in used)]
        for point in trend.points
    ]
    yield from _columns([head, *rows])
    moved = [one for one in trend.rows if one.moved]
    yield from ("", f"{counted(len(moved), 'criterion', 'criteria')} of {len(trend.rows)} moved")
    wide = max((len(on_one_line(one.criterion)) for one in moved), default=0)
    yield from (f"{on_one_line(one.criterion):<{wide}}  {over_time(one)}" for one in moved)


def _columns(rows: list[list[str]]) -> Iterator[str]:
    """Yield rows as columns: words left, numbers right."""
    wide = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        cells = (f"{one:<{wide[at]}}" if at < 2 else f"{one:>{wide[at]}}" for at, one in enumerate(row))  # noqa: PLR2004 - a date and a decision
        yield "  ".join(cells).rstrip()


def trend_csv(trend: Trend) -> bytes:
    """Return a csv with a line for each assessment, and a column for each criterion behind the counts."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    names = [one.criterion for one in trend.rows]
    writer.writerow([*_FIXED, *map(cell, names)])
    for point in trend.points:
        statuses = dict(point.statuses)
        counts = [str(point.number(one)) for one in Status]
        told = [statuses[name].value if name in statuses else "" for name in names]
        days = (point.as_of.isoformat(), point.due.isoformat())
        writer.writerow([*days, point.decision.value, str(point.gaps), *counts, cell(point.source), *told])
    return encodable(stream.getvalue()).encode("utf-8-sig")


def over_time(row: TrendRow, say: Phrasing | None = None) -> str:
    """
    Return how a criterion stood over time, as a sentence without its end.

    >>> over_time(TrendRow(criterion="OA1", title="Records", stretches=()))
    'never judged'
    """
    words = say or Phrasing()
    said = (
        f"{words.status(one.status) if one.status else 'not judged'} from {day(one.start)}" for one in row.stretches
    )
    return "; ".join(said) or "never judged"
