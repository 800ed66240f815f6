"""Which part of a document a passage stands in: its running text, a margin, a note, a comment."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from functools import lru_cache

from readiness.model import DocumentFacts, Locator, Passage

_MARGINS = frozenset({"header", "footer", "watermark", "header or footer", "text box in header", "slide master"})
_LETTER = "body"
"""A letter's own text, apart from its head and what is attached."""
_ASIDES = ("comment", "building block", "separator")
_LONGEST_HEADING = 400
_LEADERS = ("\t", "...", "\u2026", ". . ", "___", "   ")
_NUMBER_AT_END = re.compile(r"(?:\d|(?<![^\W\d_])[ivxl]{1,6})$")
_CONTENTS_LINE = re.compile(
    r"\S.{1,150}?(?:\t+ ?|\s*\.{3,}\s*|\s*(?:\. ){3,}|\s*…+\s*|\s*_{4,}\s*| {3,})(?:\d{1,3}|[ivxl]{1,6})$"
)
_PROGRAMS = frozenset({"producer", "creator", "generator", "template", "appversion", "application", "operator"})
"""Properties that name a program or a person at a keyboard, and say nothing of the document."""


class Part(Enum):
    """A part of a document, by how far what stands there is what the document says."""

    BODY = "body"
    BESIDE = "beside"
    """A footnote, a text box, the notes of a slide, an attachment."""
    MARGIN = "margin"
    """Printed on every page: a header, a footer, a watermark."""
    ASIDE = "aside"
    """Said about the document: a review comment; or kept for later use in it."""


@lru_cache(maxsize=4096)
def part_of(part: str) -> Part:
    """
    Return what a locator's ``part`` is.

    >>> part_of("").value, part_of("footer").value, part_of("comment by A. Person").value, part_of("footnote 3").value
    ('body', 'margin', 'aside', 'beside')
    """
    if not part:
        return Part.BODY
    pieces = part.split(", ")
    if any(piece in _MARGINS for piece in pieces):
        return Part.MARGIN
    if any(piece.startswith(_ASIDES) for piece in pieces):
        return Part.ASIDE
    return Part.BODY if part.startswith(_LETTER) else Part.BESIDE


@lru_cache(maxsize=4096)
def is_said(part: str) -> bool:
    """Return whether what stands in a locator's ``part`` is what the document says: no margin, and no comment on it."""
    return part_of(part) in {Part.BODY, Part.BESIDE}


def is_body(passage: Passage) -> bool:
    """Return whether a passage belongs to the running text."""
    return part_of(passage.locator.part) is Part.BODY


def is_heading(passage: Passage) -> bool:
    """Return whether a passage is itself the innermost of the headings above it, which may have a number in front."""
    heading = passage.locator.heading
    if not heading or len(passage.text) > _LONGEST_HEADING:
        return False
    text = " ".join(passage.text.split())
    return heading[-1] == text or heading[-1].endswith(f" {text}")


def is_contents_line(text: str) -> bool:
    r"""
    Return whether *text* is a line, or some lines, of a table of contents.

    >>> is_contents_line("4.2 Lifting the shield\t7"), is_contents_line("4.2 Lifting the shield")
    (True, False)
    """
    if not _NUMBER_AT_END.search(text, max(0, len(text) - 8)) or not any(one in text for one in _LEADERS):
        return False
    lines = text.split("\n")
    return sum(_CONTENTS_LINE.match(line.strip()) is not None for line in lines) * 3 >= len(lines) * 2


def property_passages(facts: DocumentFacts) -> tuple[Passage, ...]:
    """Return what the properties say of the document, as passages, so that they can be searched like any other."""
    named = [("Title", facts.title), *((name, value) for name, value in facts.properties if _tells(name))]
    return tuple(Passage(value, Locator(part=f"property {name}")) for name, value in _cleaned(named) if value)


def _tells(name: str) -> bool:
    return name.replace(" ", "").casefold() not in _PROGRAMS


def _cleaned(named: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    return ((" ".join(name.split())[:60], value.strip()) for name, value in named)
