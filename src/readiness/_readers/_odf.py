"""OpenDocument texts and presentations, packed or as one flat file."""

from __future__ import annotations

import io
from collections.abc import Iterator

from readiness.model import DocumentFacts, Fault, ReadFault, ReadItem

from ._archive import Package
from ._faults import UnreadableError, fault_of
from ._odf_meta import meta_facts
from ._odf_story import OdfStory
from ._source import Source
from ._xml import events

_CODE_FOLDERS = ("Basic/", "Scripts/")
_CODE = (".xml", ".py", ".js", ".bsh")
_CODE_LISTS = ("script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml")


def read_packed(source: Source) -> Iterator[ReadItem]:
    """Read a packed text or presentation: its content, then the margins of its pages."""
    package = Package(source)
    refuse_locked(package)
    yield from packed_facts(package)
    changes = comments = pages = 0
    for part, must in (("content.xml", True), ("styles.xml", False)):
        if not must and part not in package:
            continue
        story = OdfStory(source.limits)
        try:
            with package.open(part) as stream:
                yield from story.walk(events(stream))
        except Exception as error:  # noqa: BLE001  # bad margins must not cost the text
            yield ReadFault(fault_of(error).fault, f"{part}: {fault_of(error).detail}")
        changes, comments = changes + story.changes, comments + story.comments
        pages = pages or story.slides
    yield DocumentFacts(tracked_changes=changes, comments=comments, page_count=pages or None)


def read_flat(source: Source) -> Iterator[ReadItem]:
    """Read a text or presentation that is one XML file."""
    yield from meta_facts(events(source.file))
    source.file.seek(0)
    story = OdfStory(source.limits)
    yield from story.walk(events(source.file))
    yield DocumentFacts(tracked_changes=story.changes, comments=story.comments, page_count=story.slides or None)


def refuse_locked(package: Package) -> None:
    """
    Look for the mark of a password.

    Raises:
        UnreadableError: the document is encrypted.
    """
    if "META-INF/manifest.xml" not in package:
        return
    if b"encryption-data" in package.read("META-INF/manifest.xml") or "encrypted-package" in package:
        raise UnreadableError(Fault.ENCRYPTED)


def packed_facts(package: Package) -> Iterator[ReadItem]:
    """Yield what ``meta.xml`` says, and whether there is program code."""
    if "meta.xml" in package:
        try:
            yield from meta_facts(events(io.BytesIO(package.read("meta.xml"))))
        except Exception as error:  # noqa: BLE001  # bad properties must not cost the text
            yield ReadFault(fault_of(error).fault, f"meta.xml: {fault_of(error).detail}")
    if any(_is_code(name) for name in package.names):
        yield DocumentFacts(macros=True)


def _is_code(name: str) -> bool:
    """Tell a module of a macro library from the lists of libraries, which empty ones have too."""
    return name.startswith(_CODE_FOLDERS) and name.endswith(_CODE) and not name.endswith(_CODE_LISTS)
