"""The ids of a catalogue, and every way they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from ._context import goes_on_as_code, in_address, is_part_of_something, is_pointed_at, is_postcode, names_a_thing
from ._patterns import numbered_pattern, numbers, other_pattern, parts_of, signs, slips

_NUMBERED = re.compile(r"^([A-Za-z]{1,6})[-. ]?0*(\d{1,3})$")
_PARTED = re.compile(r"^([A-Za-z]{1,6})[-. ]?0*(\d{1,3})((?:\.\d{1,3})+)$")
_LIST_STEP = re.compile(r"\s*(,\s*and\b|,|;|/|&|\band\b|\bor\b|\bto\b|-|\u2013)\s*(?=\S)", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s*'?\d"
_BARE_NUMBER = re.compile(rf"0*(\d{{1,3}})(?![\w%:.]*\w|[%:]|\s*{_MONTH})", re.IGNORECASE)
_Range = tuple[str, int, int]
"""The prefix of a range, its first and its last number."""
_RANGE_STEPS = frozenset({"-", "\N{EN DASH}", "to"})
_MAX_SPAN = 99
_WORDS = frozenset(
    """a am an as at be by do go he i if in is it me my no of on or so to up us we and are but for had has her him his
    not one our out see she the two was who you act all any may per ten""".split()  # noqa: SIM905  # easier to read
)
"""Prefixes that are words too: "in 8 days" names no criterion IN8."""

_TIGHT = frozenset({"-", "\N{EN DASH}", "/", "&"})
# What may follow a bare number of a list, so that "OA8 and 10 staff" does not name OA10.
_AFTER_BARE = re.compile(
    r"\s*(?:$|[,;./&)\]|\-\u2013]|(?:and|or|to|are|is|was|were|have|has|ask|asks|require|requires|need|needs|cover"
    r"|covers|apply|applies|as|in|of|for|on|at|by|with|which|that|both|all|also|must|should|will|can|may|from|here|when"
    r"|where|each|this|these|those|under|within|through|into|but|if|only|above|below|together|respectively|while"
    r"|because|since|do|does|be|been|had|see|it|we)\b)",
    re.IGNORECASE,
)


@frozen(kw_only=True)
class IdMatch:
    """
    An id met in a text.

    Attributes:
        id: canonical form.
        written: as typed; for a member of a range or list, the piece that stands for it.
        start: offset of `written` in the text.
        end: offset after it.
        known: whether the catalogue has it.
        typo: whether it had to be mended, as in ``AO8``.
    """

    id: str
    written: str
    start: int
    end: int
    known: bool
    typo: bool = False


@frozen
class IdScheme:
    """
    The ids of a catalogue, and how they are written.

    >>> scheme = IdScheme.of(f"OA{n}" for n in range(1, 29))
    >>> [match.id for match in scheme.find("Evidence for OA8-10, oa 12 and (AO4), perhaps OA29; not in room OA7")]
    ['OA8', 'OA9', 'OA10', 'OA12', 'OA4', 'OA29']
    >>> scheme.normalise("O.A.08"), scheme.normalise("AO8"), scheme.normalise("OA29")
    ('OA8', 'OA8', None)
    """

    ids: tuple[str, ...]
    _known: frozenset[str] = field(repr=False)
    _by_number: Mapping[tuple[str, int], str] = field(repr=False)
    _by_parts: Mapping[tuple[str, tuple[int, ...]], str] = field(repr=False)
    _other: Mapping[str, str] = field(repr=False)
    _spellings: Mapping[str, tuple[str, bool]] = field(repr=False)
    _pattern: re.Pattern[str] | None = field(repr=False)
    _other_pattern: re.Pattern[str] | None = field(repr=False)
    _signs: tuple[tuple[str, re.Pattern[str] | None], ...] = field(repr=False)

    @classmethod
    def of(cls, ids: Iterable[str]) -> IdScheme:
        """
        Return the scheme of the canonical *ids*.

        Args:
            ids: canonical ids in catalogue order; letters and a number, with parts such as ``.1`` or without; or
                anything else, which then matches exactly.
        """
        listed = tuple(ids)
        by_number: dict[tuple[str, int], str] = {}
        by_parts: dict[tuple[str, tuple[int, ...]], str] = {}
        other: dict[str, str] = {}
        for one in listed:
            if shape := _NUMBERED.match(one):
                by_number[shape[1].upper(), int(shape[2])] = one
            elif shape := _PARTED.match(one):
                by_parts[shape[1].upper(), (int(shape[2]), *numbers(shape[3]))] = one
            else:
                other[one.casefold()] = one
        prefixes = sorted({prefix for prefix, _ in (*by_number, *by_parts)}, key=lambda one: (-len(one), one))
        spellings = {form: (one, form != one) for one in reversed(prefixes) for form in (*slips(one), one)}
        spellings |= {one: (one, False) for one in prefixes}
        patterns = numbered_pattern(prefixes, parted=bool(by_parts)), other_pattern(listed, other)
        found = (*signs(spellings), *((one, None) for one in other))
        return cls(listed, frozenset(listed), by_number, by_parts, other, spellings, *patterns, found)

    def normalise(self, written: str) -> str | None:
        """
        Return the canonical id that *written* stands for, or ``None`` if the catalogue has no such id.

        Args:
            written: one id as typed, with nothing around it.
        """
        text = written.strip()
        if text in self._known:
            return text
        if text.casefold() in self._other:
            return self._other[text.casefold()]
        shape = self._pattern.fullmatch(text) if self._pattern else None
        if shape is None:
            return None
        prefix, number, parts = self._prefix(shape)[0], int(shape["number"]), parts_of(shape)
        return self._by_parts.get((prefix, (number, *parts))) if parts else self._by_number.get((prefix, number))

    def nearest(self, written: str) -> str | None:
        """Return the known id that looks most like *written*, or ``None`` if none does."""
        if known := self.normalise(written):
            return known
        from difflib import get_close_matches  # noqa: PLC0415 - hardly ever needed

        close = get_close_matches(written.strip().casefold(), [one.casefold() for one in self.ids], n=1, cutoff=0.6)
        return next((one for one in self.ids if close and one.casefold() == close[0]), None)

    def may_name(self, text: str) -> bool:
        """
        Return whether *text* may name an id: quick, and wrong only by saying yes.

        Args:
            text: as long as you like.
        """
        folded = text.casefold()
        bare = folded.replace(".", "")
        for sign, shape in self._signs:  # noqa: SIM110  # so it costs half of what `any` does
            if shape.search(bare) if shape else sign in folded:
                return True
        return False

    def find(self, text: str) -> tuple[IdMatch, ...]:
        """
        Return every id that *text* names, in order, members of ranges and lists one by one.

        Args:
            text: running text or a table cell.
        """
        matches = [*self._find_numbered(text), *self._find_other(text)]
        return tuple(sorted(matches, key=lambda match: match.start))

    def find_first(self, text: str) -> tuple[IdMatch, ...]:
        """
        Return the first match of each id that *text* names, in order.

        A range that is written over and over is spelled out once, so that its length and not its span tells the time.

        >>> [match.written for match in IdScheme.of(["OA1", "OA2"]).find_first("OA1-2, OA1-2 and OA2")]
        ['OA1', '2']
        """
        first: dict[str, IdMatch] = {}
        for match in sorted((*self._find_numbered(text, set()), *self._find_other(text)), key=lambda one: one.start):
            first.setdefault(match.id, match)
        return tuple(first.values())

    def _find_numbered(self, text: str, told: set[_Range] | None = None) -> Iterator[IdMatch]:
        """
        Yield the ids that are letters and a number.

        If it is noted which ranges were *told*, only the first match of an id matters: of a range that was told before
        only the ends are yielded, and of an id by itself that was met before nothing.
        """
        position = 0
        met: set[str] = set()
        while self._pattern and (shape := self._pattern.search(text, position)):
            position = shape.end()
            if (met and self._is_met_alone(shape, met)) or not self._is_meant(shape):
                continue
            listed = list(self._with_parts(shape))
            meant = not names_a_thing(text, shape.start())
            if not listed:
                listed = [self._match(shape)]
                listed += self._continue_list(text, listed[0], self._prefix(shape)[0], told, spelled=meant)
            position = max(one.end for one in listed)
            if meant:
                yield from listed
                if told is not None:
                    met.update(one.id for one in listed)

    def _is_met_alone(self, shape: re.Match[str], met: set[str]) -> bool:
        """Return whether a match begins no list and names an id that was *met*: a page may hold thousands of them."""
        prefix, number = self._prefix(shape)[0], int(shape["number"])
        name = self._by_number.get((prefix, number)) or f"{prefix}{number}"
        return name in met and not parts_of(shape) and not _LIST_STEP.match(shape.string, shape.end())

    def _with_parts(self, shape: re.Match[str]) -> Iterator[IdMatch]:
        """Yield the parts of a criterion that a match names; a note in brackets after an id is none."""
        prefix, typo = self._prefix(shape)
        groups = self._groups(prefix, int(shape["number"]), shape)
        known = [self._by_parts.get((prefix, group)) for group in groups]
        if groups and shape["rounds"] and not any(known) and not shape["rounds"].startswith("("):
            return
        for group, canonical in zip(groups, known, strict=True):
            yield IdMatch(
                id=canonical or self._unknown(prefix, group),
                written=shape[0],
                start=shape.start(),
                end=shape.end(),
                known=canonical is not None,
                typo=typo,
            )

    def _groups(self, prefix: str, base: int, shape: re.Match[str]) -> list[tuple[int, ...]]:
        """Return the numbers of each part named: ``AC-2(1)(3)`` is two, unless the list has a part of a part."""
        parts = parts_of(shape)
        if len(parts) > 1 and shape["rounds"] and (prefix, (base, *parts)) not in self._by_parts:
            return [(base, part) for part in parts]
        return [(base, *parts)] if parts else []

    def _unknown(self, prefix: str, group: tuple[int, ...]) -> str:
        base, *parts = group
        return ".".join([self._by_number.get((prefix, base), f"{prefix}{base}"), *map(str, parts)])

    def _is_meant(self, shape: re.Match[str]) -> bool:
        """Return whether a match is meant as an id: a slip, and a prefix that is a word, have to look like one."""
        text, start, end = shape.string, shape.start(), shape.end()
        if is_part_of_something(text, start, end) or (goes_on_as_code(text, end) and not self._goes_on(text, end)):
            return False
        written, (prefix, typo) = shape[0], self._prefix(shape)
        word = prefix.lower() in _WORDS and (not shape["prefix"].isupper() or " " in written)
        return not (typo or word) or is_pointed_at(text, start, end)

    def _goes_on(self, text: str, end: int) -> bool:
        """Return whether the next id stands right behind a sign, as in ``OA1-OA8``."""
        return bool(self._pattern and self._pattern.match(text, end + 1))

    def _continue_list(
        self, text: str, first: IdMatch, prefix: str, told: set[_Range] | None, *, spelled: bool
    ) -> Iterator[IdMatch]:
        """Yield what a list or range that begins with *first* goes on to name."""
        last, start, position = int(re.findall(r"\d+", first.written)[-1]), first.start, first.end
        while step := _LIST_STEP.match(text, position):
            ranged = step[1].casefold() in _RANGE_STEPS
            full = self._pattern.match(text, step.end()) if self._pattern else None
            if full and parts_of(full):
                return  # it is met again as one that may begin a list
            if full and not is_postcode(text, full.end()):
                (named, typo), number, piece = self._prefix(full), int(full["number"]), full
            elif (bare := _BARE_NUMBER.match(text, step.end())) and (
                step[0] in _TIGHT or _AFTER_BARE.match(text, bare.end())
            ):
                named, typo, number, piece = prefix, False, int(bare[1]), bare
            else:
                return
            if piece is not full and number <= last:
                return
            is_range = spelled and ranged and named == prefix and last < number <= last + _MAX_SPAN
            if is_range and (told is None or (prefix, last, number) not in told):
                if told is not None:
                    told.add((prefix, last, number))
                for between in range(last + 1, number):
                    yield self._numbered(prefix, between, text, start, piece.end(), typo=False)
            yield self._numbered(named, number, text, piece.start(), piece.end(), typo=typo)
            prefix, last, start, position = named, number, piece.start(), piece.end()

    def _numbered(self, prefix: str, number: int, text: str, start: int, end: int, *, typo: bool) -> IdMatch:
        canonical = self._by_number.get((prefix, number))
        return IdMatch(
            id=canonical or f"{prefix}{number}",
            written=text[start:end],
            start=start,
            end=end,
            known=canonical is not None,
            typo=typo,
        )

    def _match(self, shape: re.Match[str]) -> IdMatch:
        prefix, typo = self._prefix(shape)
        return self._numbered(prefix, int(shape["number"]), shape.string, shape.start(), shape.end("number"), typo=typo)

    def _prefix(self, shape: re.Match[str]) -> tuple[str, bool]:
        """Return the canonical prefix of a match, and whether it had to be mended."""
        return self._spellings[shape["prefix"].replace(".", "").upper()]

    def _find_other(self, text: str) -> Iterator[IdMatch]:
        for shape in self._other_pattern.finditer(text) if self._other_pattern else ():
            # A few letters of other alphabets match one of ours in the pattern, but are another letter.
            canonical = self._other.get(shape[0].casefold())
            if canonical and not in_address(text, shape.start(), shape.end()):
                yield IdMatch(id=canonical, written=shape[0], start=shape.start(), end=shape.end(), known=True)
