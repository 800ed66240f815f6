"""The seam to workbooks: they are read in a process of their own, which has limits and may die."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import NamedTuple

SECONDS = 20
_CHILD = "from readiness._plans._sheet_child import main; main()"


class SheetError(Exception):
    """A workbook could not be read; the message says why, for a person."""


class SheetRow(NamedTuple):
    """A row of a sheet: its number, counted from 1, and the text of its cells."""

    line: int
    texts: list[str]


def sheet_rows(data: bytes) -> list[SheetRow]:
    """
    Return the rows of the sheet that holds the plan: the first with a header of deliverables, else the first.

    Args:
        data: the bytes of an xlsx, xls or ods file.

    Raises:
        SheetError: if the workbook is damaged, locked, too large, or takes too long.
    """
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and a constant
            [sys.executable, "-P", "-c", _CHILD],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise SheetError(f"the workbook took longer than {SECONDS} seconds to read; save the plan as csv") from error
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:
        raise SheetError("reading the workbook used too much memory or failed; save the plan as csv") from error
    if "error" in answer:
        raise SheetError(f"the workbook cannot be read ({answer['error']}); save the plan as csv and try again")
    return [SheetRow(int(line), [str(text) for text in texts]) for line, texts in answer["rows"]]
