"""Tables in plain text, with commas, semicolons or tabs between the cells: one passage a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from readiness.model import ReadItem

from ._cells import row_passage
from ._source import Source
from ._text import decode

_LOOKED_AT = 20
_LONGEST_CELL = 1 << 24


def read_csv(source: Source) -> Iterator[ReadItem]:
    """
    Read a table whose cells are parted by what its first lines use most: commas, semicolons, tabs or bars.

    Places:
        cells of a row, such as `A3:D3`.
    """
    text = decode(source.whole())
    head = text.splitlines()[:_LOOKED_AT]
    separator = max(",;\t|", key=lambda mark: sum(line.count(mark) for line in head))
    yield from _rows(text, separator)


def read_tsv(source: Source) -> Iterator[ReadItem]:
    """Read a table whose cells are parted by tabs, as `csv`."""
    yield from _rows(decode(source.whole()), "\t")


def _rows(text: str, separator: str) -> Iterator[ReadItem]:
    csv.field_size_limit(_LONGEST_CELL)
    lines = io.StringIO(text.replace("\x00", ""), newline="")
    for number, row in enumerate(csv.reader(lines, delimiter=separator), start=1):
        if passage := row_passage(enumerate(row, start=1), number):
            yield passage
