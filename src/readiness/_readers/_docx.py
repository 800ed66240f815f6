"""Word documents since 2007: the text, its tables, margins, notes, comments and boxes."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile

from readiness.model import DocumentFacts, Fault, ReadFault, ReadItem

from ._archive import Package
from ._docx_story import Story
from ._docx_styles import Styles
from ._embedded import embedded_documents
from ._faults import UnreadableError, fault_of
from ._numbering import Numbering
from ._opc import Relation, main_part, package_facts, relations
from ._source import Source
from ._xml import Event, events

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


def read(source: Source) -> Iterator[ReadItem]:
    """
    Read a Word document of 2007 and later.

    Places:
        the headings above, with their numbers, and the paragraph; table, row and column; header and footer; footnote,
        endnote, comment with its author, and text box, each by its number; watermark; picture, by the words that
        describe it; chart and diagram; a file put into the document, by its name.

    Facts:
        title, author, dates, pages when last saved, other properties, tracked changes, comments, macros.

    Not read:
        text deleted or moved away while changes were tracked; pictures; the instructions behind fields.
    """
    package = Package(source)
    yield from _facts(package)
    main = main_part(package, "word/document.xml")
    related = relations(package, main)
    styles = Styles()
    _learn_from(package, related, "styles", styles.learn)
    numbering = Numbering(styles=styles.lists)
    _learn_from(package, related, "numbering", numbering.learn)
    links = {one.id: one.target for one in related if one.external}
    changes = comments = 0
    for part, label in [(main, ""), *_stories(package, main)]:
        story = Story(label, styles.levels, links, numbering)
        try:
            with package.open(part) as stream:
                yield from story.walk(stream)
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


def _learn_from(package: Package, related: list[Relation], kind: str, learn: Callable[[Iterable[Event]], None]) -> None:
    """Let *learn* take in a part that only says how text looks; a bad one must not cost the text."""
    part = next((one.target for one in related if one.kind == kind), "")
    if part in package:
        with suppress(ExpatError, BadZipFile, zlib.error, UnreadableError), package.open(part) as stream:
            learn(events(stream))
