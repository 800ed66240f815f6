"""Cells of an xlsx workbook that the sheet reader gives as empty although something stands in them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

_COLUMN_BASE = 26
_MAX_PART = 64 * 2**20
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def unseen_cells(data: bytes, sheet: str) -> Iterator[tuple[int, int, str]]:
    """
    Yield row, column (both counted from 1) and text of error values, and of formulas that were never calculated.

    Args:
        data: the workbook's bytes; one that is no xlsx has no such cells.
        sheet: name of the sheet.
    """
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        part = _part_of(book, sheet)
        for cell in _elements(_read(book, part)) if part else ():
            if _local(cell.tag) == "c":
                if text := _hidden_text(cell):
                    yield *_place(cell.get("r", "")), text
                cell.clear()


def _hidden_text(cell: ET.Element) -> str:
    found = {_local(child.tag): (child.text or "").strip() for child in cell}
    value = found.get("v", "")
    if cell.get("t") == "e":
        return value or "#ERROR"
    return f"={found['f']}" if "f" in found and not value else ""


def _part_of(book: zipfile.ZipFile, sheet: str) -> str:
    """Return the name of the part that holds *sheet*, or an empty string if the workbook is made otherwise."""
    names = set(book.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return ""
    relations = _elements(_read(book, "xl/_rels/workbook.xml.rels"))
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    for one in _elements(_read(book, "xl/workbook.xml")):
        if _local(one.tag) == "sheet" and one.get("name") == sheet:
            target = targets.get(one.get(_RELATION), "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            return part if part in names else ""
    return ""


def _elements(data: bytes) -> Iterator[ET.Element]:
    """Yield every element once it is complete. Hostile XML is stopped by the limits of this process."""
    for _, element in ET.iterparse(io.BytesIO(data)):  # noqa: S314 - see above; expat bounds entities itself
        yield element


def _read(book: zipfile.ZipFile, part: str) -> bytes:
    """Return the bytes of a part; never more than is safe, whatever the archive says of its size."""
    with book.open(part) as stream:
        data = stream.read(_MAX_PART + 1)
    if len(data) > _MAX_PART:
        raise ValueError(f"the part {part} is larger than {_MAX_PART // 2**20} MB")
    return data


def _place(reference: str) -> tuple[int, int]:
    """
    Return row and column of a reference.

    >>> _place("AB7")
    (7, 28)
    """
    match = re.fullmatch(r"([A-Z]{1,3})([1-9]\d{0,6})", reference)
    if match is None:
        raise ValueError(f"a cell has no place: {reference!r}")
    column = 0
    for letter in match[1]:
        column = column * _COLUMN_BASE + ord(letter) - ord("A") + 1
    return int(match[2]), column


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
