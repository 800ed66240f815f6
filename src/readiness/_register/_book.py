"""Read a workbook that somebody has edited; it is opened in a process that has limits and may die."""

from __future__ import annotations

import base64
import datetime as dt
import math
from collections.abc import Iterable
from typing import Any

from readiness._cage import Cage, CageLimits, Job
from readiness.exceptions import Problem, RegisterError

from ._cells import Cell, Odd
from ._sheets import Grid

LARGEST = 50_000_000
_LIMITS = CageLimits(seconds=30.0)
_TASK = "readiness._register._book_task:run"


def book_grids(data: bytes, name: str, wanted: Iterable[str]) -> list[Grid]:
    """
    Return the sheets of a workbook. Those that are not wanted are returned empty.

    Args:
        data: the bytes of an xlsx file.
        name: what to call it in a problem.
        wanted: names of the sheets to read, in small letters.

    Raises:
        RegisterError: it cannot be read.
    """
    job = Job({"data": base64.b64encode(data).decode("ascii"), "wanted": sorted(wanted)})
    with Cage(_TASK, workers=1, limits=_LIMITS) as cage:
        (outcome,) = cage.run_all([job])
    answer: dict[str, Any] = outcome.value if isinstance(outcome.value, dict) else {"error": outcome.detail}
    if "error" in answer:
        message = f"the workbook cannot be read ({answer['error']}); save it as .xlsx again, or as CSV UTF-8"
        raise RegisterError([Problem(name, message)])
    return [
        Grid(sheet, tuple((number, tuple(map(_cell, row))) for number, row in enumerate(rows, start=1)))
        for sheet, rows in answer["sheets"].items()
    ]


def _cell(marked: Any) -> Cell:
    kind, value = marked
    if kind == "d":
        return dt.datetime.fromisoformat(value) if "T" in value else dt.date.fromisoformat(value)
    if kind == "odd" or (kind == "n" and not math.isfinite(value)):
        return Odd(str(value))
    known: bool | float | str = value
    return known
