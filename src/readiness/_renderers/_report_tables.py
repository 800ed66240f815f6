"""The tables of a report for spreadsheets: plain cells, and a column of real days beside each that names some."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from attrs import frozen

from readiness.model import Bullets, Facts, Grid, Heading, Line, Numbers, Paragraph, Report, Verdict

from . import _text
from ._looks import label
from ._xlsx_sheets import Cell, Row, Standing

_NUMBER = re.compile(r"0|[1-9]\d{0,8}")


@frozen
class Table:
    """A table of a report; what is to be filled in by hand is none."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]


def tables(report: Report) -> tuple[Table, ...]:
    """Return the tables of a report that hold something, in order."""
    return tuple(_table(one) for one in report.blocks if isinstance(one, Grid) and one.rows and not one.to_fill)


def _table(grid: Grid) -> Table:
    dated = [any(_days(row[at]) for row in grid.rows) for at in range(len(grid.head))]
    head = tuple(name for title, days in zip(grid.head, dated, strict=True) for name in _titles(title, days=days))
    return Table(grid.caption, head, tuple(tuple(_cells(row, dated)) for row in grid.rows))


def _titles(title: str, *, days: bool) -> tuple[str, ...]:
    return (title, f"{title} (date)") if days else (title,)


def _cells(row: tuple[Line, ...], dated: list[bool]) -> Iterator[Cell]:
    for line, days in zip(row, dated, strict=True):
        yield _cell(line)
        if days:
            yield next(iter(_days(line)), None)


def _days(line: Line) -> list[dt.date]:
    return [run.day for run in line if run.day is not None]


def _cell(line: Line) -> Cell:
    """Return a cell; one status alone stays one, so that it can be coloured, and a count stays a number."""
    said = spoken(line)
    if len(line) == 1 and line[0].status is not None:
        return Standing(line[0].status, said)
    return int(said) if _NUMBER.fullmatch(said) and said.isascii() else said


def spoken(line: Line) -> str:
    """Return what a line says."""
    return "".join(map(label, line)).strip()


def told(report: Report) -> Iterator[tuple[str, str]]:
    """Yield all that a report says outside of tables, each with the heading it stands under."""
    yield "Report", report.kind
    yield "Organisation", report.organisation
    yield "About", report.subtitle
    under = "In short"
    for block in report.blocks:
        if isinstance(block, Heading):
            under = block.text
        elif isinstance(block, Verdict):
            yield block.word, block.sentence
        elif isinstance(block, Numbers):
            yield from ((f"{name} ({_text.rag_words(rag).lower()})", str(number)) for number, name, rag in block.items)
        elif isinstance(block, Facts):
            yield from ((name, spoken(line)) for name, line in block.rows)
        elif isinstance(block, Paragraph):
            yield under, spoken(block.words)
        elif isinstance(block, Bullets):
            yield from ((under, spoken(line)) for line in block.items)
        elif isinstance(block, Grid) and not (block.rows or block.to_fill):
            yield block.caption, block.otherwise
    yield "Criteria from", report.about
    yield "Made by", report.generator
