"""Presentations since 2007: slides in the order they are shown, each with its notes and comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import evolve

from readiness.model import DocumentFacts, Fault, ReadFault, ReadItem

from ._archive import Package
from ._embedded import embedded_documents
from ._faults import fault_of
from ._made import Passage
from ._opc import Relation, main_part, package_facts, relations
from ._pptx_story import MasterStory, SlideStory
from ._source import Source
from ._xml import events

_BESIDE = {"notesSlide": "notes", "comments": "comment", "diagramData": "diagram", "chart": "chart"}
_AUTHORS = {"commentAuthors", "authors"}
_MAIN = "ppt/presentation.xml"
_DIGITS = re.compile(r"\d+")


def read(source: Source) -> Iterator[ReadItem]:
    """
    Read a presentation of 2007 and later.

    Places:
        slide and paragraph; table, row and column on a slide; notes, footer and comment with its author, of a slide;
        diagram and chart; slide master, for what stands on every slide; picture, by the words that describe it; a
        file put into the presentation, by its name.

    Facts:
        title, author, dates, slides, other properties, comments, macros.

    Not read:
        the numbers of slides; pictures, sound and film.
    """
    package = Package(source)
    yield from package_facts(package)
    slides = _slides(package)
    yield DocumentFacts(page_count=len(slides) or None)
    if len(slides) > source.limits.pages:
        yield ReadFault(Fault.TOO_LARGE, f"only the first {source.limits.pages} slides were read")
    authors = _authors(package)
    comments = 0
    for number, part in enumerate(slides[: source.limits.pages], start=1):
        beside = [one for one in relations(package, part) if one.kind in _BESIDE and one.target in package]
        for name, label in [(part, ""), *((one.target, _BESIDE[one.kind]) for one in beside)]:
            story = SlideStory(label, _links(relations(package, name)), authors)
            yield from (_placed(item, number) for item in _one_part(package, name, story, f"slide {number}"))
            comments += story.comments
    for part in _masters(package, slides[: source.limits.pages]):
        yield from _one_part(package, part, MasterStory(), part)
    yield from embedded_documents(package, source)
    yield DocumentFacts(comments=comments)


def _masters(package: Package, slides: list[str]) -> list[str]:
    """Return the parts behind the slides, whose boxes show on each slide that uses them."""
    layouts = dict.fromkeys(_targets(package, slides, "slideLayout"))
    return [*dict.fromkeys(_targets(package, layouts, "slideMaster")), *layouts]


def _targets(package: Package, parts: Iterable[str], kind: str) -> Iterator[str]:
    return (one.target for part in parts for one in relations(package, part) if one.kind == kind)


def _authors(package: Package) -> dict[str, str]:
    """Return who writes comments, by id."""
    authors: dict[str, str] = {}
    related = relations(package, main_part(package, _MAIN))
    for part in (one.target for one in related if one.kind in _AUTHORS and one.target in package):
        with package.open(part) as stream:
            for kind, value, attributes in events(stream):
                if kind == "start" and value in {"cmAuthor", "author"}:
                    authors[attributes.get("id", "")] = attributes.get("name", "").strip()
    return authors


def _slides(package: Package) -> list[str]:
    """Return the parts of the slides as shown; a damaged list gives them in the order of their numbers."""
    main = main_part(package, _MAIN)
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


def _one_part(package: Package, part: str, story: SlideStory, name: str) -> Iterator[ReadItem]:
    """Yield what one part says; a bad one must not cost the others."""
    try:
        with package.open(part) as stream:
            yield from story.walk(stream)
    except Exception as error:  # noqa: BLE001  # see above
        yield ReadFault(fault_of(error).fault, f"{name}: {fault_of(error).detail}")


def _links(related: list[Relation]) -> dict[str, str]:
    return {one.id: one.target for one in related if one.external}


def _placed(item: ReadItem, slide: int) -> ReadItem:
    """Put the slide into a passage's place."""
    if not isinstance(item, Passage):
        return item
    return Passage(item.text, evolve(item.locator, slide=slide, heading=()))
