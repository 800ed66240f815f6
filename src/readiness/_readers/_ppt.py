"""PowerPoint presentations of before 2007: the texts of each slide with its notes and comments, and the properties."""

from __future__ import annotations

from collections.abc import Iterator

import olefile

from readiness.model import DocumentFacts, Fault, ReadFault, ReadItem

from ._made import Locator, Passage
from ._ole import ole_facts, stream_bytes
from ._ppt_file import SLIDE_LIST, SLIDE_PLACE, SLIDES, Record, deck_of, records
from ._source import Source

_LARGEST = 128 << 20
_WIDE, _NARROW, _STRING = 0x0FA0, 0x0FA8, 0x0FBA
_COMMENT, _MARGINS = 0x2EE0, 0x0FD9
_SHAPE, _PLACEHOLDER = 0xF004, 0x0BC3
_COMMENT_AUTHOR, _COMMENT_TEXT = 0, 1
_MARGIN_FLAGS = 0x0FDA
_MARGIN_NAMES = {1: ("header", 16), 2: ("footer", 32)}


def read(source: Source) -> Iterator[ReadItem]:
    """
    Read a presentation of before 2007. What a quick save left behind in the file is not read.

    Places:
        slide; notes, comment with its author, and footer of a slide; slide master, for what stands on every slide.

    Facts:
        title, author, dates, slides, other properties, comments, macros.

    Not read:
        pictures, charts, and files put into the presentation.
    """
    yield from ole_facts(source)
    source.file.seek(0)
    with olefile.OleFileIO(source.file) as ole:
        data = stream_bytes(ole, "PowerPoint Document", _LARGEST)
        user = stream_bytes(ole, "Current User", 1 << 16) if ole.exists("Current User") else b""
    deck = deck_of(data, user)
    outline = _outline(deck.document)
    pages = source.limits.pages
    notes = dict(deck.notes)
    comments = 0
    for number, part in enumerate(deck.slides[:pages], start=1):
        texts = outline.get(number, [])
        yield from (Passage(text, Locator(slide=number)) for text in texts)
        for passage in _slide(part, number):
            comments += passage.locator.part.startswith("comment")
            if passage.locator.part or passage.text not in texts:
                yield passage
        yield from _plain(notes.get(number, b""), Locator(slide=number, part="notes"))
    if len(deck.slides) > pages:
        yield ReadFault(Fault.TOO_LARGE, f"only the first {pages} slides were read")
    yield from _margins(deck.document, Locator())
    for part in deck.masters[:pages]:
        yield from _master(part)
    yield DocumentFacts(page_count=len(deck.slides) or None, comments=comments)


def _outline(document: bytes) -> dict[int, list[str]]:
    """Return the texts of titles and bodies, which are kept apart from the slides they stand on."""
    texts: dict[int, list[str]] = {}
    number = 0
    in_slides = False
    for record in records(document):
        if record.kind == SLIDE_LIST:
            in_slides = record.instance == SLIDES
        elif in_slides and SLIDE_LIST in record.inside:
            number += record.kind == SLIDE_PLACE
            if text := _text(record):
                texts.setdefault(number, []).append(text)
    return texts


def _slide(part: bytes, number: int) -> Iterator[Passage]:
    """Yield the texts in boxes of a slide, its comments, and a footer of its own."""
    author = ""
    count = 0
    for record in records(part):
        if _COMMENT in record.inside and record.kind == _STRING:
            if record.instance == _COMMENT_AUTHOR:
                author = _text(record)
            elif record.instance == _COMMENT_TEXT and (text := _text(record)):
                count += 1
                name = f"comment {count}" + (f" by {author}" if author else "")
                yield Passage(text, Locator(slide=number, part=name))
        elif record.kind in {_WIDE, _NARROW} and (text := _text(record)):
            yield Passage(text, Locator(slide=number))
    yield from _margins(part, Locator(slide=number))


def _plain(part: bytes, place: Locator) -> Iterator[Passage]:
    """Yield the texts of notes; a lone star stands where the number of the page is shown."""
    for record in records(part):
        if record.kind in {_WIDE, _NARROW} and (text := _text(record)) and text != "*":
            yield Passage(text, place)


def _margins(part: bytes, place: Locator) -> Iterator[Passage]:
    """Yield headers and footers, those that are switched on."""
    seen = {""}
    shown = 0
    for record in records(part):
        if _MARGINS not in record.inside:
            continue
        if record.kind == _MARGIN_FLAGS and len(record.body) >= 4:  # noqa: PLR2004  # two numbers of two bytes
            shown = int.from_bytes(record.body[2:4], "little")
        elif record.kind == _STRING and record.instance in _MARGIN_NAMES:
            name, flag = _MARGIN_NAMES[record.instance]
            text = _text(record)
            if shown & flag and text not in seen:
                seen.add(text)
                yield Passage(text, Locator(slide=place.slide, part=name))


def _master(part: bytes) -> Iterator[Passage]:
    """Yield what a master shows on every slide; the invitations in its placeholders are shown nowhere."""
    invites = False
    for record in records(part):
        if record.kind == _SHAPE:
            invites = False
        elif record.kind == _PLACEHOLDER:
            invites = True
        elif record.kind in {_WIDE, _NARROW} and not invites and (text := _text(record)):
            yield Passage(text, Locator(part="slide master"))


def _text(record: Record) -> str:
    if record.kind in {_WIDE, _STRING}:
        text = record.body.decode("utf-16-le", "replace")
    elif record.kind == _NARROW:
        text = record.body.decode("latin-1")
    else:
        return ""
    return text.replace("\x0b", "\n").replace("\r", "\n").strip()
