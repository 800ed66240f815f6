"""The headings of a report, numbered, so that contents and links find them."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from readiness.model import Heading, Report

from . import _text

_DEEPEST, _MOST, LONGEST = 3, 150, 300
NOTHING = "(without words)"
"""What a title says that has no words: an empty one would stop a screen reader, and PDF/UA forbids it."""


@frozen
class Entry:
    """A heading with the number and the name that nothing else in the document has."""

    number: int
    name: str
    heading: Heading

    @property
    def said(self) -> str:
        """Return the heading on one line, with the status of what stands under it."""
        status = self.heading.status
        said = _text.shortened(self.heading.text, LONGEST) or NOTHING
        if status is None:
            return said
        standing = _text.shortened(self.heading.standing, LONGEST) or _text.status_words(status)
        return f"{said} ({standing[:1].lower()}{standing[1:]})"


@frozen
class Outline:
    """The headings in order, and by the place of each among the blocks of the report."""

    entries: tuple[Entry, ...]
    places: Mapping[int, Entry]

    @property
    def listed(self) -> tuple[Entry, ...]:
        """Return what a list of contents shows: two levels, or one if that alone would fill pages."""
        near = tuple(one for one in self.entries if one.heading.level <= _DEEPEST)
        return near if len(near) <= _MOST else tuple(one for one in near if one.heading.level < _DEEPEST)

    @property
    def anchors(self) -> dict[str, str]:
        """Return the name of each anchor."""
        return {one.heading.anchor: one.name for one in reversed(self.entries) if one.heading.anchor}


def outline(report: Report) -> Outline:
    """Return the headings of a report."""
    headings = ((place, block) for place, block in enumerate(report.blocks) if isinstance(block, Heading))
    places = {
        place: Entry(number, f"readiness_{number:04}", one) for number, (place, one) in enumerate(headings, start=1)
    }
    return Outline(tuple(places.values()), places)
