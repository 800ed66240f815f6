"""Gathering paragraphs from XML: what every office format needs, whatever its element names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar
from xml.parsers.expat import XMLParserType

from attrs import define, field

from readiness.model import Locator, ReadItem

from ._xml import LocalNames, Readable, blocks, new_parser

_Action = TypeVar("_Action")
_LONGEST_PART = 100
_MOST_TEXT = 1 << 20
"""Characters of one paragraph; a file can make it longer by repeating, and nobody can quote it."""


@define
class TableSpot:
    """A cell that is open: table, row, column, how many columns it covers beside its own, and its paragraphs so far."""

    table: int
    row: int = 0
    column: int = 0
    covered: int = 0
    texts: list[str] = field(factory=list)


class _Actions(dict[str, _Action | None]):
    """Actions by the full names of elements, from those by their local names; a file uses few, and many times."""

    def __init__(self, by_local_name: Mapping[str, _Action | None]) -> None:
        super().__init__()
        self._by_local_name = by_local_name

    def __missing__(self, name: str) -> _Action | None:
        self[name] = action = self._by_local_name.get(name.rpartition("}")[2])
        return action


class Walker:
    """
    A walk through one part, with actions looked up by element name.

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

    def walk(self, stream: Readable) -> Iterator[ReadItem]:
        """
        Yield what is found in an XML document, in its order; what stands before damage is found all the same.

        Raises:
            UnreadableError: the document declares a type; see `readiness._readers._xml`.
            xml.parsers.expat.ExpatError: it is not well formed.
        """
        parser = new_parser()
        self._attend(parser)
        for block in blocks(stream):
            try:
                parser.Parse(block, not block)
            except Exception:
                yield from self.found
                raise
            yield from self.found
            self.found.clear()

    def _attend(self, parser: XMLParserType) -> None:
        """Let *parser* call the actions: most of an office file asks for none, and costs no more than that."""
        local = LocalNames()
        starts = _Actions({**self.starts, **dict.fromkeys(self.skipped, self._skip_from)})
        ends = _Actions({**self.ends, **dict.fromkeys(self.skipped)})
        add = self.add

        def start(name: str, attributes: dict[str, str]) -> None:
            if self._skipping:
                self.skip("start", local[name])
            elif (action := starts[name]) is not None:
                action(local.attributes(attributes) if attributes else attributes)

        def end(name: str) -> None:
            if self._skipping:
                self.skip("end", local[name])
            elif (ending := ends[name]) is not None:
                ending()

        def text(value: str) -> None:
            if self.taking and not self._skipping:
                add(value)

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = text

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

    def _skip_from(self, _: dict[str, str]) -> None:
        """Pass over the element that starts, and everything in it."""
        self._skipping = 1

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
