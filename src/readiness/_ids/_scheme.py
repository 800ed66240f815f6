"""The ids of a catalogue, and every way they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import product

from attrs import field, frozen

from ._context import goes_on_as_code, in_address, is_part_of_something, is_pointed_at, is_postcode, names_a_thing

_NUMBERED = re.compile(r"^([A-Za-z]{1,6})[-. ]?0*(\d{1,3})$")
_SPACE = r"[ \u00a0\u2007\u2009\u202f\n]"
_GAP = rf"(?:{_SPACE}{{0,2}}[-_#:\u2010-\u2013]?{_SPACE}{{0,2}}|{_SPACE}[Nn](?:o|umber)\.?{_SPACE}{{0,2}})"
_ANY_GAP = r"[\s_#:.\u2010-\u2013-]{0,6}(?:n(?:o|umber)\.?\s{0,2})?\d"
_LIST_STEP = re.compile(r"\s*(,\s*and\b|,|;|/|&|\band\b|\bor\b|\bto\b|-|\u2013)\s*(?=\S)", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s*'?\d"
_BARE_NUMBER = re.compile(rf"0*(\d{{1,3}})(?![\w%:.]*\w|[%:]|\s*{_MONTH})", re.IGNORECASE)
_RANGE_STEPS = frozenset({"-", "\N{EN DASH}", "to"})
_MAX_SPAN = 99
_MOST_DOTTED = 3
_WORDS = frozenset(
    """a am an as at be by do go he i if in is it me my no of on or so to up us we and are but for had has her him his
    not one our out see she the two was who you act all any may per ten""".split()  # noqa: SIM905  # easier to read
)
"""Prefixes that are words too: "in 8 days" names no criterion IN8."""

# What may follow a bare number of a list, so that "OA8 and 10 staff" does not name OA10.
_AFTER_BARE = re.compile(
    r"\s*(?:$|[,;./&)\]|\-\u2013]|(?:and|or|to|are|is|was|were|have|has|ask|asks|require|requires|need|needs|cover"
    r"|covers|apply|applies|as|in|of|for|on|at|by|with|which|that|both|all|also|must|should|will|can|may)\b)",
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
    >>> [match.id for match in scheme.find("Evidence for OA8-10, oa 12 and (AO4); not room OA7 or OA29")]
    ['OA8', 'OA9', 'OA10', 'OA12', 'OA4', 'OA29']
    >>> scheme.normalise("O.A.08"), scheme.normalise("AO8"), scheme.normalise("OA29")
    ('OA8', 'OA8', None)
    """

    ids: tuple[str, ...]
    _by_number: Mapping[tuple[str, int], str] = field(repr=False)
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
            ids: canonical ids in catalogue order; letters and a number, or anything else, which then matches exactly.
        """
        listed = tuple(ids)
        by_number: dict[tuple[str, int], str] = {}
        other: dict[str, str] = {}
        for one in listed:
            if shape := _NUMBERED.match(one):
                by_number[shape[1].upper(), int(shape[2])] = one
            else:
                other[one.casefold()] = one
        prefixes = sorted({prefix for prefix, _ in by_number}, key=lambda prefix: (-len(prefix), prefix))
        spellings = {form: (one, form != one) for one in reversed(prefixes) for form in (*_slips(one), one)}
        spellings |= {one: (one, False) for one in prefixes}
        patterns = _numbered_pattern(prefixes), _other_pattern(listed, other)
        return cls(
            listed, by_number, other, spellings, *patterns, (*_signs(spellings), *((one, None) for one in other))
        )

    def normalise(self, written: str) -> str | None:
        """
        Return the canonical id that *written* stands for, or ``None`` if the catalogue has no such id.

        Args:
            written: one id as typed, with nothing around it.
        """
        text = written.strip()
        if text in self.ids:
            return text
        if text.casefold() in self._other:
            return self._other[text.casefold()]
        shape = self._pattern.fullmatch(text) if self._pattern else None
        return self._by_number.get((self._prefix(shape)[0], int(shape["number"]))) if shape else None

    def nearest(self, written: str) -> str | None:
        """Return the known id that looks most like *written*, or ``None`` if none does."""
        if known := self.normalise(written):
            return known
        close = get_close_matches(written.strip().casefold(), [one.casefold() for one in self.ids], n=1, cutoff=0.6)
        return next((one for one in self.ids if close and one.casefold() == close[0]), None)

    def may_name(self, text: str) -> bool:
        """
        Return whether *text* may name an id: quick, and wrong only by saying yes.

        Args:
            text: as long as you like.
        """
        folded = text.casefold()
        return any(sign in folded and (shape is None or shape.search(folded)) for sign, shape in self._signs)

    def find(self, text: str) -> tuple[IdMatch, ...]:
        """
        Return every id that *text* names, in order, members of ranges and lists one by one.

        Args:
            text: running text or a table cell.
        """
        matches = [*self._find_numbered(text), *self._find_other(text)]
        return tuple(sorted(matches, key=lambda match: match.start))

    def _find_numbered(self, text: str) -> Iterator[IdMatch]:
        position = 0
        while self._pattern and (shape := self._pattern.search(text, position)):
            position = shape.end()
            if not self._is_meant(shape):
                continue
            listed = [self._match(shape)]
            listed += self._continue_list(text, listed[0], self._prefix(shape)[0])
            position = max(one.end for one in listed)
            if not names_a_thing(text, shape.start()):
                yield from listed

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

    def _continue_list(self, text: str, first: IdMatch, prefix: str) -> Iterator[IdMatch]:
        """Yield what a list or range that begins with *first* goes on to name."""
        last, start, position = int(re.findall(r"\d+", first.written)[-1]), first.start, first.end
        while step := _LIST_STEP.match(text, position):
            ranged = step[1].casefold() in _RANGE_STEPS
            full = self._pattern.match(text, step.end()) if self._pattern else None
            if full and not is_postcode(text, full.end()):
                (named, typo), number, piece = self._prefix(full), int(full["number"]), full
            elif (bare := _BARE_NUMBER.match(text, step.end())) and _AFTER_BARE.match(text, bare.end()):
                named, typo, number, piece = prefix, False, int(bare[1]), bare
            else:
                return
            if piece is not full and number <= last:
                return
            if ranged and named == prefix and last < number <= last + _MAX_SPAN:
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
        return self._numbered(prefix, int(shape["number"]), shape.string, shape.start(), shape.end(), typo=typo)

    def _prefix(self, shape: re.Match[str]) -> tuple[str, bool]:
        """Return the canonical prefix of a match, and whether it had to be mended."""
        return self._spellings[shape["prefix"].replace(".", "").upper()]

    def _find_other(self, text: str) -> Iterator[IdMatch]:
        for shape in self._other_pattern.finditer(text) if self._other_pattern else ():
            # A few letters of other alphabets match one of ours in the pattern, but are another letter.
            canonical = self._other.get(shape[0].casefold())
            if canonical and not in_address(text, shape.start(), shape.end()):
                yield IdMatch(id=canonical, written=shape[0], start=shape.start(), end=shape.end(), known=True)


def _slips(prefix: str) -> tuple[str, ...]:
    """Return the ways a prefix is mistyped: two letters swapped, a nought for an O."""
    swapped = {prefix[:i] + prefix[i + 1] + prefix[i] + prefix[i + 2 :] for i in range(len(prefix) - 1)}
    return tuple(sorted((swapped | {prefix.replace("O", "0")}) - {prefix}))


def _numbered_pattern(prefixes: list[str]) -> re.Pattern[str] | None:
    if not prefixes:
        return None
    spellings = [r"\.?".join(map(_either_case, form)) + r"\.?" for one in prefixes for form in (one, *_slips(one))]
    prefix = rf"(?<!\w)(?P<prefix>{'|'.join(spellings)})"
    return re.compile(prefix + _GAP + r"0*(?P<number>\d{1,3})(?!\w|\.\d|,\d{3}(?!\d))")


def _signs(spellings: Iterable[str]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield for each way to spell a prefix a string that has to be there, and what has to follow it."""
    for form in map(str.lower, spellings):
        if len(form) > _MOST_DOTTED:
            yield form[0], re.compile(r"\.?".join(form) + _ANY_GAP)
            continue
        for dots in product(("", "."), repeat=len(form) - 1):
            sign = "".join(letter + dot for letter, dot in zip(form, (*dots, ""), strict=True))
            yield sign, re.compile(re.escape(sign) + _ANY_GAP)


def _either_case(letter: str) -> str:
    """Return a pattern of *letter*; unlike `re.IGNORECASE` it takes no look-alike such as the Kelvin sign for it."""
    return f"[{letter.upper()}{letter.lower()}]"


def _other_pattern(listed: tuple[str, ...], other: Mapping[str, str]) -> re.Pattern[str] | None:
    spelled = sorted((one for one in listed if one.casefold() in other), key=len, reverse=True)
    if not spelled:
        return None
    return re.compile(rf"(?<![\w.-])(?:{'|'.join(map(re.escape, spelled))})(?![\w-]|\.\w)", re.IGNORECASE)
