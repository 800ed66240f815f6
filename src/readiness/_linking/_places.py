"""Places looked for in a document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property

from attrs import frozen

from readiness.model import DocumentText

from ._parts import Part, is_body, part_of
from ._phrases import words
from ._sections import Sections
from ._text import plain, squeezed
from ._where import Condition, Kind, Where, column_number, parse

_CELLS = re.compile(r"([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?$")
_SHEET_AND_CELL = re.compile(r"(?P<sheet>.+?)\s+(?P<cell>[A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?)")
_COMMENT_NUMBER = re.compile(r"comment \d+(?= by)")
_MOST_BY_NAME = 20_000
"""Passages up to which a place is compared with how each would be printed."""
_WITH_PARTS = frozenset({"docx", "odt", "fodt", "rtf", "doc"})
_NAMED = frozenset({Kind.SECTION, Kind.HEADING, Kind.WORDS})
_FEWEST_WORDS = 3
"""Words of a ``where`` without quotation marks that may be a phrase nevertheless."""
_LONGEST_GAP = 3_000
"""Characters that an ellipsis in a quoted phrase may stand for."""
Positions = frozenset[int]


@frozen
class Place:
    """
    A place that was found.

    Attributes:
        positions: of its passages, in order; none if the place is not there.
        phrase: the words quoted that stand in the first of them; none if a whole place was pointed at.
    """

    positions: tuple[int, ...] = ()
    phrase: tuple[str, ...] = ()


class Places:
    """
    Finds places in one document.

    Args:
        document: as it was read.
        spoken: the words of each passage, where they are known.
    """

    def __init__(self, document: DocumentText, spoken: list[list[str]] | None = None) -> None:
        self.passages = document.passages
        self._format = document.format
        self._spoken = spoken
        self._text = frozenset(
            at for at, one in enumerate(self.passages) if part_of(one.locator.part) is not Part.ASIDE
        )
        self._sections = Sections(self.passages)
        self._by_kind: dict[Kind, Callable[[Condition, Positions], Positions | None]] = {
            Kind.PAGE: self._page, Kind.SLIDE: self._page, Kind.SHEET: self._sheet, Kind.CELL: self._cell,
            Kind.TABLE: self._table, Kind.ROW: self._row, Kind.COLUMN: self._column, Kind.PART: self._part,
            Kind.SECTION: self._section, Kind.HEADING: self._heading, Kind.WORDS: self._words,
            Kind.PARAGRAPH: self._paragraph, Kind.LINE: self._line,
        }  # fmt: skip

    def find(self, where: str) -> Place | None:
        """
        Return the place that *where* points to; one without passages if it is not there.

        Returns:
            ``None`` if it cannot be looked for here: pages where there are none, or words that name no place.
        """
        if len(self.passages) <= _MOST_BY_NAME:
            wanted = squeezed(where)
            named = tuple(at for at, one in enumerate(self.passages) if squeezed(str(one.locator)) == wanted)
            if named:
                return Place(named)
        found = [place for one in parse(where) if (place := self._find(one)) is not None]
        if not found:
            return self._verbatim(where)
        if not all(one.positions for one in found):
            return Place()
        return Place(tuple(dict.fromkeys(at for one in found for at in one.positions)), found[0].phrase)

    def _find(self, where: Where) -> Place | None:
        """Return the place where every condition holds that can be checked, and where the phrases stand."""
        inner = any(one.kind is Kind.PART for one in where.conditions)
        at = frozenset(range(len(self.passages))) if inner else self._text
        named: list[Positions] = []
        checked = False
        for condition in sorted(where.conditions, key=_rank):
            found = self._by_kind[condition.kind](condition, at)
            if found is None:
                continue
            checked = True
            if condition.kind in _NAMED:
                named.append(found & at)
            else:
                at = found & (at if condition.kind not in _LAST else at & _together(named, at))
        at &= _together(named, at)
        if where.phrases:
            return self._quoted(where.phrases, at)
        if checked:
            return Place(tuple(sorted(at)))
        return None

    def _verbatim(self, where: str) -> Place | None:
        """Take words that name no place for a phrase, if it stands in the text."""
        if len(words(where)) < _FEWEST_WORDS:
            return None
        found = self._quoted((where,), self._text)
        return found if found.positions else None

    def _page(self, condition: Condition, _: Positions) -> Positions | None:
        """Pages of a document, or slides; a presentation filed as PDF has pages, a page of slides is a slide."""
        pages = [one.locator.page or one.locator.slide for one in self.passages]
        last = max((one for one in pages if one), default=0)
        ranges = tuple((low, high) if low > 0 else (last, last) for low, high in condition.ranges)
        return self._numbered(pages, ranges) if last else None

    def _sheet(self, condition: Condition, _: Positions) -> Positions | None:
        if not any(one.locator.sheet for one in self.passages):
            return None
        return frozenset(at for name in condition.words for at in self._sheet_called(name))

    def _sheet_called(self, name: str) -> Positions:
        wanted = squeezed(name).casefold()
        return frozenset(at for at, one in enumerate(self.passages) if squeezed(one.locator.sheet).casefold() == wanted)

    def _cell(self, condition: Condition, _: Positions) -> Positions | None:
        if not any(one.locator.cell for one in self.passages):
            return None
        wanted = list(zip(condition.ranges[::2], condition.ranges[1::2], strict=True))
        return frozenset(
            at
            for at, one in enumerate(self.passages)
            if (area := _area(one.locator.cell))
            and any(_meet(area[0], columns) and _meet(area[1], rows) for columns, rows in wanted)
        )

    def _table(self, condition: Condition, at: Positions) -> Positions | None:
        return self._in_body([one.locator.table for one in self.passages], condition, at)

    def _row(self, condition: Condition, at: Positions) -> Positions | None:
        areas = [_area(one.locator.cell) for one in self.passages]
        rows = [
            one.locator.row or (area[1][0] if area else None) for one, area in zip(self.passages, areas, strict=True)
        ]
        return self._in_body(rows, condition, at)

    def _column(self, condition: Condition, at: Positions) -> Positions | None:
        return self._in_body([one.locator.column for one in self.passages], condition, at)

    def _part(self, condition: Condition, _: Positions) -> Positions | None:
        wanted = [f", {one.casefold()}, " for one in condition.words]
        parts = [_COMMENT_NUMBER.sub("comment", f", {one.locator.part.casefold()}, ") for one in self.passages]
        found = frozenset(at for at, part in enumerate(parts) if any(one in part for one in wanted))
        return found if found or self._format in _WITH_PARTS else None

    def _section(self, condition: Condition, _: Positions) -> Positions | None:
        return self._sections.numbered(condition.words)

    def _heading(self, condition: Condition, _: Positions) -> Positions | None:
        return self._sections.headed(condition.words)

    def _words(self, condition: Condition, _: Positions) -> Positions | None:
        """Take words for a sheet, or else for a heading; words that are neither name no place."""
        if sheet := self._sheet_called(condition.words[-1]):
            return sheet
        if (cell := _SHEET_AND_CELL.fullmatch(condition.words[-1])) and (sheet := self._sheet_called(cell["sheet"])):
            (inside,) = parse(cell["cell"])
            return sheet & (self._cell(inside.conditions[0], sheet) or frozenset())
        return self._sections.headed(condition.words) or None

    def _paragraph(self, condition: Condition, at: Positions) -> Positions | None:
        """Paragraphs by their numbers; where the reader gives none, counted from where the rest of the place begins."""
        numbers = [one.locator.paragraph for one in self.passages]
        if not any(numbers):
            body = [one for one in sorted(at) if is_body(self.passages[one])]
            numbers = [None] * len(self.passages)
            for number, position in enumerate(body, start=1):
                numbers[position] = number
        return self._in_body(numbers, condition, at)

    def _line(self, condition: Condition, at: Positions) -> Positions | None:
        """Lines: a passage begins on one, and ends before the next passage of its page begins."""
        starts = [one for one in sorted(at) if self.passages[one].locator.line is not None]
        if not starts:
            return None
        found: set[int] = set()
        for here, after in zip(starts, [*starts[1:], None], strict=True):
            first = self.passages[here].locator.line or 0
            following = self.passages[after].locator.line or 0 if after is not None else 0
            last = following - 1 if following > first else first + self.passages[here].text.count("\n")
            if any(_meet((first, last), one) for one in condition.ranges):
                found.add(here)
        return frozenset(found)

    def _in_body(self, numbers: list[int | None], condition: Condition, at: Positions) -> Positions | None:
        """Return the passages of these numbers; of the running text, if any of them stands there."""
        if not any(numbers):
            return None
        found = self._numbered(numbers, condition.ranges) & at
        body = frozenset(one for one in found if is_body(self.passages[one]))
        return body or found

    def _numbered(self, numbers: list[int | None], ranges: Iterable[tuple[int, int]]) -> Positions:
        return frozenset(
            at for at, one in enumerate(numbers) if one is not None and any(low <= one <= high for low, high in ranges)
        )

    def _quoted(self, phrases: Iterable[str], at: Positions) -> Place:
        """Return the passages where the phrases stand, all of them in *at*; one may run on to the next."""
        positions: dict[int, None] = {}
        first: tuple[str, ...] = ()
        for phrase in phrases:
            pieces = [words(one) for one in plain(phrase).split("...")]
            pieces = [one for one in pieces if one]
            if not pieces:
                continue
            found = self._run(pieces, at)
            if not found:
                return Place()
            positions.update(dict.fromkeys(found))
            first = first or tuple(pieces[0])
        return Place(tuple(positions), first)

    def _run(self, pieces: list[list[str]], at: Positions) -> list[int]:
        """Return the passages that hold these runs of words one after another, the first place that lies in *at*."""
        text, starts = self._stream
        needles = [f" {' '.join(one)} " for one in pieces]
        begin = text.find(needles[0])
        while begin >= 0:
            nearest, end = begin, begin + len(needles[0]) - 1
            for needle in needles[1:]:
                after = text.find(needle, end, end + _LONGEST_GAP)
                if after < 0:
                    return []
                nearest = max(nearest, text.rfind(needles[0], begin, after + 1)) if needle is needles[1] else nearest
                end = after + len(needle) - 1
            found = self._between(nearest + 1, end, starts)
            if set(found) <= at:
                return found
            begin = text.find(needles[0], begin + 1)
        return []

    def _between(self, begin: int, end: int, starts: list[int]) -> list[int]:
        """Return the passages of the running text from one character of the stream to another."""
        order = self._order
        return [order[one] for one in range(bisect_right(starts, begin) - 1, bisect_right(starts, end - 1))]

    @cached_property
    def _order(self) -> list[int]:
        return sorted(self._text)

    @cached_property
    def _stream(self) -> tuple[str, list[int]]:
        """Return all words with single spaces around them, and where in it each passage begins."""
        pieces: list[str] = [" "]
        starts: list[int] = []
        length = 1
        for at in self._order:
            spoken = words(self.passages[at].text) if self._spoken is None else self._spoken[at]
            starts.append(length)
            if spoken:
                pieces.append(" ".join(spoken) + " ")
                length += len(pieces[-1])
        return "".join(pieces), starts


_LAST = frozenset({Kind.PARAGRAPH, Kind.LINE})


def _rank(condition: Condition) -> int:
    return list(Kind).index(condition.kind)


def _together(named: list[Positions], at: Positions) -> Positions:
    """Return what several headings have in common, or else all that stands under any of them."""
    if not named:
        return at
    return frozenset.intersection(*named) or frozenset.union(*named)


def _area(cell: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return the columns and the rows of a range of cells."""
    found = _CELLS.match(cell)
    if found is None:
        return None
    columns = column_number(found[1]), column_number(found[3] or found[1])
    return columns, (int(found[2]), int(found[4] or found[2]))


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
