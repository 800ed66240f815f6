"""Gathering paragraphs from a stream of XML events: what every office format needs, whatever its element names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attrs import define, field

from readiness.model import Locator, ReadItem

from ._xml import Event

_LONGEST_PART = 100
_MOST_TEXT = 1 << 20
"""Characters of one paragraph; a file can make it longer by repeating, and nobody can quote it."""


@define
class TableSpot:
    """A cell that is open: which table, row and column, and the paragraphs gathered in it."""

    table: int
    row: int = 0
    column: int = 0
    texts: list[str] = field(factory=list)


class Walker:
    """
    A walk over the events of one part, with actions looked up by element name.

    A subclass fills `starts` and `ends`; an action may append to `found`. Elements named in `skipped` are passed over
    with everything in them.
    """

    skipped: frozenset[str] = frozenset()

    def __init__(self) -> None:
        self.starts: dict[str, Callable[[dict[str, str]], None]] = {}
        self.ends: dict[str, Callable[[], None]] = {}
        self.found: list[ReadItem] = []
        self.open_texts: list[list[str]] = []
        self.taking = False
        self._skipping = 0
        self._lengths: list[int] = []

    def walk(self, stream: Iterable[Event]) -> Iterator[ReadItem]:
        """Yield what is found, in the order of the document."""
        for kind, value, attributes in stream:
            if self._skipping or (kind != "text" and value in self.skipped):
                self.skip(kind, value)
            elif kind == "text":
                if self.taking:
                    self.add(value)
            elif kind == "start":
                if action := self.starts.get(value):
                    action(attributes)
            elif ending := self.ends.get(value):
                ending()
            if self.found:
                yield from self.found
                self.found.clear()

    def add(self, text: str) -> None:
        """Add *text* to the innermost open paragraph."""
        if self.open_texts and self._lengths[-1] < _MOST_TEXT:
            self.open_texts[-1].append(text)
            self._lengths[-1] += len(text)

    def begin(self) -> None:
        """Open a paragraph; one may stand inside another, as in a text box."""
        self.open_texts.append([])
        self._lengths.append(0)

    def finish(self) -> str:
        """Close the innermost paragraph and return its text."""
        if not self.open_texts:
            return ""
        self._lengths.pop()
        return "".join(self.open_texts.pop()).strip()

    def skip(self, kind: str, value: str) -> None:  # noqa: ARG002  # a subclass may count what it passes over
        """Count elements until the one that is skipped ends."""
        if kind == "start":
            self._skipping += 1
        elif kind == "end" and self._skipping:
            self._skipping -= 1


def inner_part(outer: str, inner: str) -> str:
    """
    Return the name of a place inside another; one that is nested absurdly deep is named by what it stands in.

    >>> inner_part("header", "text box 1"), inner_part("", "picture"), inner_part("header", "")
    ('header, text box 1', 'picture', 'header')
    """
    return f"{outer}, {inner}" if outer and inner and len(outer) < _LONGEST_PART else outer or inner


def cell_locator(spot: TableSpot, heading: tuple[str, ...], part: str) -> Locator:
    """Return the place of an open cell."""
    return Locator(table=spot.table, row=spot.row, column=spot.column, heading=heading, part=part)
