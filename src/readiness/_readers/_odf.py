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
    """
    Read an OpenDocument text.

    Places:
        the headings above, with their numbers, and the paragraph; table, row and column; header and footer; footnote,
        endnote, comment with its author, and text box, each by its number; picture, by the words that describe it; an
        object put into the document, by its name.

    Facts:
        title, author, dates, pages when last saved, other properties, tracked changes, comments, macros.

    Not read:
        text deleted while changes were tracked; the numbers of lists; pictures; charts.
    """
    yield from _packed(source, deck=False)


def read_packed_deck(source: Source) -> Iterator[ReadItem]:
    """
    Read an OpenDocument presentation.

    Places:
        slide and paragraph; table, row and column on a slide; notes and comment of a slide; the footer that slides
        share; slide master, for what stands on every slide; picture, by the words that describe it; an object, by its
        name.

    Facts:
        title, author, dates, slides, other properties, comments, macros.

    Not read:
        the numbers of slides; pictures; charts.
    """
    yield from _packed(source, deck=True)


def read_flat(source: Source) -> Iterator[ReadItem]:
    """Read an OpenDocument text that is one XML file, as `odt`; objects put into it are not read."""
    yield from _flat(source, deck=False)


def read_flat_deck(source: Source) -> Iterator[ReadItem]:
    """Read an OpenDocument presentation that is one XML file, as `odp`; objects put into it are not read."""
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
            yield from story.walk(stream)
    except Exception as error:  # noqa: BLE001  # see above
        yield ReadFault(fault_of(error).fault, f"{part}: {fault_of(error).detail}")


def _flat(source: Source, *, deck: bool) -> Iterator[ReadItem]:
    yield from meta_facts(events(source.file))
    source.file.seek(0)
    story = OdfStory(source.limits, deck=deck)
    yield from story.walk(source.file)
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
