"""OpenDocument texts and presentations, packed or as one flat file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice

from readiness.model import DocumentFacts, Fault, ReadFault, ReadItem

from ._archive import Package
from ._faults import UnreadableError, fault_of
from ._odf_embedded import embedded_odf
from ._odf_meta import meta_facts
from ._odf_story import OdfStory
from ._source import Source
from ._xml import events

_MOST_MARGINS = 2000
_CODE_FOLDERS = ("Basic/", "Scripts/")
_CODE = (".xml", ".py", ".js", ".bsh")
_CODE_LISTS = ("script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml")


def read_packed(source: Source) -> Iterator[ReadItem]:
    """Read a packed text: its content, then the margins of its pages and the objects inside."""
    yield from _packed(source, deck=False)


def read_packed_deck(source: Source) -> Iterator[ReadItem]:
    """Read a packed presentation: its slides, then what stands on all of them."""
    yield from _packed(source, deck=True)


def read_flat(source: Source) -> Iterator[ReadItem]:
    """Read a text that is one XML file."""
    yield from _flat(source, deck=False)


def read_flat_deck(source: Source) -> Iterator[ReadItem]:
    """Read a presentation that is one XML file."""
    yield from _flat(source, deck=True)


def _packed(source: Source, *, deck: bool) -> Iterator[ReadItem]:
    package = Package(source)
    refuse_locked(package)
    yield from packed_facts(package)
    looks = OdfStory(source.limits, deck=deck)
    # The styles come first, for the numbers of headings, and are given last, since margins stand around the text.
    margins = list(islice(_part(package, "styles.xml", looks), _MOST_MARGINS)) if "styles.xml" in package else []
    story = OdfStory(source.limits, deck=deck, outline=looks.outline)
    yield from _part(package, "content.xml", story)
    yield from margins
    yield from embedded_odf(package, source)
    yield DocumentFacts(
        tracked_changes=story.changes + looks.changes,
        comments=story.comments + looks.comments,
        page_count=story.slides or None,
    )


def _part(package: Package, part: str, story: OdfStory) -> Iterator[ReadItem]:
    """Yield what one part says; a bad one must not cost the other."""
    try:
        with package.open(part) as stream:
            yield from story.walk(events(stream))
    except Exception as error:  # noqa: BLE001  # see above
        yield ReadFault(fault_of(error).fault, f"{part}: {fault_of(error).detail}")


def _flat(source: Source, *, deck: bool) -> Iterator[ReadItem]:
    yield from meta_facts(events(source.file))
    source.file.seek(0)
    story = OdfStory(source.limits, deck=deck)
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
