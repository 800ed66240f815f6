"""Cells of sheets and tables: their names, their values as text, and a row as one passage."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ._made import Locator, Passage

_LETTERS = 26


def column_letters(column: int) -> str:
    """
    Return the letters of a column counted from 1.

    >>> column_letters(1), column_letters(27), column_letters(16384)
    ('A', 'AA', 'XFD')
    """
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(reference: str) -> int:
    """
    Return the column of a cell reference counted from 1; 0 if it has no letters.

    >>> column_number("XFD12"), column_number("12")
    (16384, 0)
    """
    number = 0
    for letter in reference[:4].upper():
        if not "A" <= letter <= "Z":
            break
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


def cell_text(value: object) -> str:
    """
    Return a cell's value as a person would type it.

    >>> cell_text(3.0), cell_text(True), cell_text(dt.datetime(2009, 5, 1)), cell_text(0.1)
    ('3', 'TRUE', '2009-05-01', '0.1')
    """
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)  # noqa: PLR2004
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "seconds")
    return str(value)


def row_passage(cells: Iterable[tuple[int, str]], row: int, sheet: str = "", part: str = "") -> Passage | None:
    """
    Return the filled cells of one row as a passage; ``None`` if there are none.

    >>> passage = row_passage([(1, "Policy"), (2, ""), (4, "May 2009")], 7, "Log")
    >>> passage.text, str(passage.locator)
    ('Policy | May 2009', 'Log!A7:D7')
    """
    filled = [(column, text.strip()) for column, text in cells if text.strip()]
    if not filled:
        return None
    first, last = filled[0][0], filled[-1][0]
    cell = f"{column_letters(first)}{row}"
    if last != first:
        cell += f":{column_letters(last)}{row}"
    return Passage(" | ".join(text for _, text in filled), Locator(sheet=sheet, cell=cell, part=part))
