"""The blocks of a report in the words of an organisation: what renderers would say as usual is said beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from readiness.model import Block, Bullets, Facts, Grid, Heading, Line, Paragraph, Phrasing, Words


def phrased(blocks: Iterable[Block], phrasing: Phrasing) -> tuple[Block, ...]:
    """Return *blocks* with headings and statuses as *phrasing* has them."""
    return tuple(_phrased(one, phrasing) for one in blocks) if phrasing.words else tuple(blocks)


def _phrased(block: Block, phrasing: Phrasing) -> Block:
    match block:
        case Heading():
            standing = phrasing.label(block.status) if block.status else ""
            return evolve(block, text=phrasing.heading(block.text), standing=standing)
        case Paragraph():
            return evolve(block, words=_line(block.words, phrasing))
        case Bullets():
            return evolve(block, items=_lines(block.items, phrasing))
        case Facts():
            return evolve(block, rows=tuple((name, _line(words, phrasing)) for name, words in block.rows))
        case Grid():
            return evolve(block, rows=tuple(_lines(row, phrasing) for row in block.rows))
        case _:
            return block


def _lines(lines: Iterable[Line], phrasing: Phrasing) -> tuple[Line, ...]:
    return tuple(_line(one, phrasing) for one in lines)


def _line(line: Line, phrasing: Phrasing) -> Line:
    return tuple(_runs(line, phrasing))


def _runs(line: Line, phrasing: Phrasing) -> Iterator[Words]:
    for run in line:
        yield evolve(run, text=phrasing.label(run.status)) if run.status else run
