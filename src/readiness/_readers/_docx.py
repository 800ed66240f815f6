"""Word documents since 2007: the text, its tables, margins, notes, comments and boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readiness.model import DocumentFacts, Fault, ReadFault, ReadItem

from ._archive import Package
from ._docx_story import Story
from ._embedded import embedded_documents
from ._faults import fault_of
from ._opc import main_part, package_facts, relations
from ._source import Source
from ._xml import events, number

_STORIES = {
    "header": "header",
    "footer": "footer",
    "footnotes": "footnote",
    "endnotes": "endnote",
    "comments": "comment",
    "diagramData": "diagram",
    "chart": "chart",
    "glossaryDocument": "building block",
}
_HEADING_NAME = re.compile(r"heading (\d)$", re.IGNORECASE)
_LEVELS = 9


def read(source: Source) -> Iterator[ReadItem]:
    """Read a Word document: its main text first, then what is related to it."""
    package = Package(source)
    yield from _facts(package)
    main = main_part(package, "word/document.xml")
    related = relations(package, main)
    levels = _heading_levels(package, next((one.target for one in related if one.kind == "styles"), ""))
    links = {one.id: one.target for one in related if one.external}
    changes = comments = 0
    for part, label in [(main, ""), *_stories(package, main)]:
        story = Story(label, levels, links)
        try:
            with package.open(part) as stream:
                yield from story.walk(events(stream))
        except Exception as error:  # noqa: BLE001  # one bad part must not cost the others
            fault = fault_of(error)
            yield ReadFault(fault.fault, f"{part}: {fault.detail}")
        changes += story.changes
        comments += story.comments
    yield from embedded_documents(package, source, tuple(one.target for one in related if one.kind == "aFChunk"))
    yield DocumentFacts(tracked_changes=changes, comments=comments)


def _facts(package: Package) -> Iterator[ReadItem]:
    try:
        yield from package_facts(package)
    except Exception as error:  # noqa: BLE001  # bad properties must not cost the text
        yield ReadFault(Fault.CORRUPT, f"properties: {fault_of(error).detail}")


def _stories(package: Package, main: str) -> Iterator[tuple[str, str]]:
    """Yield the other parts that hold text, each once, in the order of their kinds and names."""
    found = {one.target: one.kind for one in relations(package, main) if one.kind in _STORIES and not one.external}
    order = list(_STORIES)
    for part, kind in sorted(found.items(), key=lambda item: (order.index(item[1]), item[0])):
        if part in package and part != main:
            yield part, _STORIES[kind]


def _heading_levels(package: Package, styles: str) -> dict[str, int]:
    """Return the level of each style that makes a heading, by its id; styles inherit from one another."""
    levels: dict[str, int] = {}
    parents: dict[str, str] = {}
    if styles not in package:
        return levels
    style = ""
    with package.open(styles) as stream:
        for kind, name, attributes in events(stream):
            if kind != "start":
                continue
            value = attributes.get("val", "")
            if name == "style":
                style = attributes.get("styleId", "")
            elif name == "basedOn":
                parents[style] = value
            elif name == "name" and (named := _HEADING_NAME.match(value)):
                levels[style] = int(named[1])
            elif name == "outlineLvl" and number(value, _LEVELS) < _LEVELS:
                levels.setdefault(style, number(value) + 1)
    return levels | {
        child: levels[parent] for child, parent in parents.items() if parent in levels and child not in levels
    }
