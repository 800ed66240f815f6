"""What a workbook says beside its cells: comments, boxes, pictures, charts and diagrams."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, evolve, field

from readiness.model import DocumentFacts, ReadFault, ReadItem

from ._archive import Package
from ._faults import fault_of
from ._made import Locator, Passage
from ._opc import Relation, relations, worksheets
from ._pictures import picture_passages
from ._xml import Event, events

_DRAWN = {"chart": "chart", "chartEx": "chart", "diagramData": "diagram"}
_PLACEHOLDER = "[Threaded comment]"


def sheet_extras(package: Package) -> Iterator[ReadItem]:
    """Yield comments and the text of drawings, sheet by sheet."""
    comments = 0
    for name, part in worksheets(package):
        related = relations(package, part)
        for item in _comments(package, related, name):
            comments += isinstance(item, Passage)
            yield item
        for drawing in (one.target for one in related if one.kind == "drawing"):
            yield from _guarded(package, drawing, _Drawing(name))
            for inner in (one for one in relations(package, drawing) if one.kind in _DRAWN):
                yield from _guarded(package, inner.target, _Drawing(name, _DRAWN[inner.kind]))
    yield DocumentFacts(comments=comments)


def _comments(package: Package, related: list[Relation], sheet: str) -> Iterator[ReadItem]:
    """Yield the comments of a sheet; of a conversation not also the stand-in for programs that know none."""
    threads = [one.target for one in related if one.kind == "threadedComment"]
    for part in [one.target for one in related if one.kind == "comments"]:
        for item in _guarded(package, part, _Comments(sheet)):
            if not (threads and isinstance(item, Passage) and item.text.startswith(_PLACEHOLDER)):
                yield item
    for part in threads:
        yield from _guarded(package, part, _Comments(sheet))


def _guarded(package: Package, part: str, gather: _Comments | _Drawing) -> Iterator[ReadItem]:
    """Yield what a part beside the cells says; a bad one must not cost the cells."""
    if part not in package:
        return
    try:
        with package.open(part) as stream:
            yield from gather.walk(events(stream))
    except Exception as error:  # noqa: BLE001  # see above
        yield ReadFault(fault_of(error).fault, f"{part}: {fault_of(error).detail}")


@define
class _Comments:
    """Gathers the comments of one part."""

    sheet: str
    authors: list[str] = field(factory=list)

    def walk(self, stream: Iterator[Event]) -> Iterator[Passage]:
        """Yield each comment with its cell and its author."""
        place, pieces, taking = Locator(), list[str](), False
        for kind, value, attributes in stream:
            if kind == "text" and taking:
                pieces.append(value)
            elif value in {"t", "text", "author"}:
                taking = kind == "start"
                if value == "author" and kind == "end":
                    self.authors.append("".join(pieces).strip())
                    pieces = []
            elif value in {"comment", "threadedComment"}:
                if kind == "end" and "".join(pieces).strip():
                    yield Passage("".join(pieces), place)
                place, pieces = self._place(attributes), []

    def _place(self, attributes: dict[str, str]) -> Locator:
        number = attributes.get("authorId", "")
        known = number.isdecimal() and len(number) < 6 and int(number) < len(self.authors)  # noqa: PLR2004
        author = self.authors[int(number)] if known else ""
        return Locator(
            sheet=self.sheet, cell=attributes.get("ref", ""), part=f"comment by {author}" if author else "comment"
        )


@define
class _Drawing:
    """Gathers the paragraphs of boxes, charts and diagrams, and the words that describe pictures."""

    sheet: str
    part: str = "text box"

    def walk(self, stream: Iterator[Event]) -> Iterator[Passage]:
        """Yield each paragraph and each description."""
        pieces, taking = list[str](), False
        place = Locator(sheet=self.sheet, part=self.part)
        for kind, value, attributes in stream:
            if kind == "text" and taking:
                pieces.append(value)
            elif value == "t":
                taking = kind == "start"
            elif kind == "start" and value == "cNvPr":
                yield from (evolve(one, locator=evolve(place, part="picture")) for one in picture_passages(attributes))
            elif kind == "end" and value == "p":
                if "".join(pieces).strip():
                    yield Passage("".join(pieces), place)
                pieces = []
