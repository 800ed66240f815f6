"""What stands on each sheet of the workbook of a report."""

from __future__ import annotations

import re
from collections.abc import Iterable

from readiness.model import Report

from . import _text
from ._report_tables import Table, tables, told
from ._xlsx_sheets import Sheet

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\\']")
_LONGEST, _FIRST = 28, "report"
"""A name may have 31 characters, one beyond the basic plane counting twice; the rest is for a number behind it."""


def report_sheets(report: Report) -> tuple[Sheet, ...]:
    """Return what is said outside of tables, then a sheet for each table."""
    said = tuple((_text.visible(name), words) for name, words in told(report) if words)
    first = Sheet(name=_FIRST, head=("What", "Value"), rows=said, filtered=False)
    held = tables(report)
    return (first, *(_sheet(one, name) for one, name in zip(held, _names(held), strict=True)))


def _sheet(table: Table, name: str) -> Sheet:
    return Sheet(name=name, head=table.head, rows=table.rows)


def _names(held: Iterable[Table]) -> list[str]:
    """Return a name for each sheet that a workbook allows, and that no other has."""
    found: list[str] = [_FIRST]
    for one in held:
        short = _text.shortened(one.caption.partition(":")[0], _LONGEST).rstrip("…")
        plain = _within(_FORBIDDEN.sub(" ", short).strip().lower())
        name, number = plain or "table", 1
        while name in found or name == "history":  # a name that workbooks keep for themselves
            number += 1
            name = f"{plain or 'table'} {number}"
        found.append(name)
    return found[1:]


def _within(name: str) -> str:
    """Return what of a name a workbook has room for: lower case can be longer, and some characters count twice."""
    return name.encode("utf-16-le")[: 2 * _LONGEST].decode("utf-16-le", "ignore").strip()
