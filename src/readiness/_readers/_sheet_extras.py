"""What a workbook says outside its cells: comments, boxes and pictures, headers and footers of the printed page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readiness.model import DocumentFacts, Locator, Passage, ReadFault, ReadItem

from ._archive import Package
from ._faults import fault_of
from ._xml import Event, events

_COMMENTS = re.compile(r"xl/(?:.*/)?(?:threaded)?comments?\d*\.xml$", re.IGNORECASE)
_DRAWINGS = re.compile(r"xl/drawings/[^/]+\.xml$|xl/diagrams/data\d*\.xml$", re.IGNORECASE)


def sheet_extras(package: Package) -> Iterator[ReadItem]:
    """Yield comments and the text of drawings."""
    comments = 0
    for name in sorted(package.names):
        gather = _comments if _COMMENTS.match(name) else _drawing if _DRAWINGS.match(name) else None
        if gather is None:
            continue
        try:
            with package.open(name) as stream:
                for passage in gather(events(stream)):
                    comments += gather is _comments
                    yield passage
        except Exception as error:  # noqa: BLE001  # a bad drawing must not cost the cells
            yield ReadFault(fault_of(error).fault, f"{name}: {fault_of(error).detail}")
    yield DocumentFacts(comments=comments)


def _comments(stream: Iterator[Event]) -> Iterator[Passage]:
    cell, pieces, taking = "", list[str](), False
    for kind, value, attributes in stream:
        if kind == "start" and value in {"comment", "threadedComment"}:
            cell, pieces = attributes.get("ref", ""), []
        elif kind == "text" and taking:
            pieces.append(value)
        elif value in {"t", "text"}:
            taking = kind == "start"
        elif kind == "end" and value in {"comment", "threadedComment"} and "".join(pieces).strip():
            yield Passage("".join(pieces), Locator(cell=cell, part="comment"))


def _drawing(stream: Iterator[Event]) -> Iterator[Passage]:
    pieces, taking = list[str](), False
    for kind, value, attributes in stream:
        if kind == "text" and taking:
            pieces.append(value)
        elif value == "t":
            taking = kind == "start"
        elif kind == "start" and value == "cNvPr" and attributes.get("descr", "").strip():
            yield Passage(attributes["descr"], Locator(part="picture"))
        elif kind == "end" and value == "p":
            if "".join(pieces).strip():
                yield Passage("".join(pieces), Locator(part="text box"))
            pieces = []
