"""The register out to a spreadsheet, and back in."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from attrs import frozen

from readiness.exceptions import InputError, Problem, RegisterError

from ._book import LARGEST, book_grids
from ._changes import edits_between
from ._csv import csv_file, csv_grids
from ._edit import OpenRegister
from ._load import checked
from ._read_sheets import OWN_SHEETS, Read, read_sheets
from ._sheets import fingerprint, sheets
from ._tables import plain, register_table
from ._xlsx import workbook

_SUFFIXES = (".xlsx", ".csv")


@frozen
class Brought:
    """
    What a spreadsheet brought.

    Attributes:
        data: the register as parsed TOML would have it.
        fresh: whether the register is still the one that the sheet was made from, or says by now what the sheet does.
        ignored: sheets that are no part of the register.
    """

    data: dict[str, Any]
    fresh: bool
    ignored: tuple[str, ...] = ()


def exported(opened: OpenRegister, name: str) -> bytes:
    """
    Return a register as a spreadsheet; the same register always gives the same bytes.

    Args:
        opened: the register.
        name: of the file to be; ``.xlsx`` or ``.csv`` chooses the format.

    Raises:
        InputError: the name ends otherwise, or a workbook cannot hold a text.
    """
    made = sheets(opened.data)
    return csv_file(made) if _suffix(name) == ".csv" else workbook(made, opened.catalogue)


def brought_in(opened: OpenRegister, data: bytes, name: str) -> Brought:
    """
    Return what a spreadsheet says that was made from a register and edited since.

    Args:
        opened: the register as it is now.
        data: the bytes of the file.
        name: of the file.

    Raises:
        InputError: the name ends otherwise, or the file cannot be read.
        RegisterError: with every problem of every sheet, each with its cell.
    """
    read = _read(data, name)
    problems = _problems(read, opened, name)
    if problems:
        raise RegisterError(problems)
    return Brought(read.data, fingerprint(opened.data) in {read.fingerprint, fingerprint(read.data)}, read.ignored)


def holds_more(opened: OpenRegister, data: bytes, name: str) -> bool:
    """
    Return whether a spreadsheet says what neither the register says nor did when the sheet was made from it.

    Args:
        opened: the register as it is now.
        data: the bytes of the file.
        name: of the file.

    Raises:
        InputError: the name ends otherwise.
    """
    try:
        read = _read(data, name)
    except RegisterError:
        return True
    whole = register_table()
    untouched = read.fingerprint == fingerprint(read.data)
    return bool(read.problems) or not (untouched or not [*edits_between(opened.data, plain(read.data, whole), whole)])


def _read(data: bytes, name: str) -> Read:
    suffix = _suffix(name)
    if len(data) > LARGEST:
        raise RegisterError([Problem(name, f"it is larger than {LARGEST // 1_000_000} MB; is it the right file?")])
    grids = csv_grids(data, name) if suffix == ".csv" else book_grids(data, name, OWN_SHEETS)
    return read_sheets(grids, name)


def _problems(read: Read, opened: OpenRegister, name: str) -> list[Problem]:
    """Return what could not be read, then what the loader says of the rest, if that is no echo."""
    told = {one.file for one in read.problems}
    if name in told:
        return read.problems  # a sheet is missing: whatever else is said would be for want of it
    _, found = checked(read.data, read.lines(), opened.catalogue, opened.folder, name)
    return [*read.problems, *(one for one in read.at_cells(found) if one.file not in told)]


def _suffix(name: str) -> str:
    suffix = PurePath(name).suffix.lower()
    if suffix not in _SUFFIXES:
        message = "the end of the name chooses the format; use one that ends in .xlsx or .csv"
        raise InputError([Problem(name, message)])
    return suffix
