"""Presentations since 2007: slides in the order they are shown, each with its notes and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from readiness.model import DocumentFacts, Fault, Locator, Passage, ReadFault, ReadItem

from ._archive import Package
from ._docx_story import Story
from ._embedded import embedded_documents
from ._faults import fault_of
from ._opc import Relation, main_part, package_facts, relations
from ._source import Source
from ._xml import events

_BESIDE = {"notesSlide": "notes", "comments": "comment", "diagramData": "diagram", "chart": "chart"}
_DIGITS = re.compile(r"\d+")


def read(source: Source) -> Iterator[ReadItem]:
    """Read a presentation."""
    package = Package(source)
    yield from package_facts(package)
    slides = _slides(package)
    yield DocumentFacts(page_count=len(slides) or None)
    if len(slides) > source.limits.pages:
        yield ReadFault(Fault.TOO_LARGE, f"only the first {source.limits.pages} slides were read")
    comments = 0
    for number, part in enumerate(slides[: source.limits.pages], start=1):
        beside = [one for one in relations(package, part) if one.kind in _BESIDE and one.target in package]
        for name, label in [(part, ""), *((one.target, _BESIDE[one.kind]) for one in beside)]:
            found = list(_one_part(package, name, label, number))
            comments += label == "comment" and len(found)
            yield from found
    yield from embedded_documents(package, source)
    yield DocumentFacts(comments=comments)


def _slides(package: Package) -> list[str]:
    """Return the parts of the slides as shown; a damaged list gives them in the order of their numbers."""
    main = main_part(package, "ppt/presentation.xml")
    targets = {one.id: one.target for one in relations(package, main) if one.kind == "slide"}
    shown: list[str] = []
    if main in package:
        with package.open(main) as stream:
            shown = [
                targets.get(_relation_id(attributes), "")
                for kind, value, attributes in events(stream)
                if kind == "start" and value == "sldId"
            ]
    shown = [part for part in shown if part in package]
    return shown or sorted((part for part in targets.values() if part in package), key=_number)


def _relation_id(attributes: dict[str, str]) -> str:
    """Return the id of the relation, which stands beside the slide's own id and differs only by its namespace."""
    full = (value for name, value in attributes.items() if name.endswith("/relationships}id"))
    return next(full, attributes.get("id", ""))


def _number(part: str) -> tuple[int, str]:
    digits = _DIGITS.findall(part.rpartition("/")[2])
    return (int(digits[-1][:9]) if digits else 0, part)


def _one_part(package: Package, part: str, label: str, slide: int) -> Iterator[ReadItem]:
    story = _Slide(label, _links(relations(package, part)))
    try:
        with package.open(part) as stream:
            for item in story.walk(events(stream)):
                yield _placed(item, slide)
    except Exception as error:  # noqa: BLE001  # one bad slide must not cost the others
        yield ReadFault(fault_of(error).fault, f"slide {slide}: {fault_of(error).detail}")


def _links(related: list[Relation]) -> dict[str, str]:
    return {one.id: one.target for one in related if one.external}


def _placed(item: ReadItem, slide: int) -> ReadItem:
    """Put the slide into a passage's place."""
    if not isinstance(item, Passage):
        return item
    return Passage(item.text, evolve(item.locator, slide=slide, heading=()))


class _Slide(Story):
    """As a story of Word, with the names that drawings use."""

    def __init__(self, label: str, links: dict[str, str]) -> None:
        super().__init__(label, {}, links)
        self.starts |= {"cNvPr": self._picture, "hlinkClick": self._link, "text": self._open_text}
        self.ends["text"] = self._close_text
        for name in ("ins", "del", "comment", "docPr"):
            self.starts.pop(name, None)

    def _open_text(self, attributes: dict[str, str]) -> None:
        """Open the text of a comment, which has no paragraphs."""
        self._start_paragraph(attributes)
        self.taking = True

    def _close_text(self) -> None:
        self.taking = False
        self._end_paragraph()
