"""
Recognise criterion ids as people write them.

``OA8``, ``OA 8``, ``oa-08`` and ``O.A.8`` are one id; ``OA8/OA18``, ``OA8-10`` and ``OA8, 9 and 10`` are several;
``AO8`` is a slip of the keyboard. A postcode, a room or a map reference that only has the shape of an id is not one.
A list that has parts of criteria (``ac-2.1``) knows them as ``AC-2(1)`` and ``AC-02 (01)``, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from attrs import field, frozen

_NUMBERED = re.compile(r"^([A-Za-z]{1,6})[-. ]?0*(\d{1,3})$")
_PARTED = re.compile(r"^([A-Za-z]{1,6})[-. ]?0*(\d{1,3})((?:\.\d{1,3})+)$")
_PARTS = r"(?P<points>(?:\.\d{1,3})+)|(?P<rounds>(?:[ \u00a0]?\(\d{1,3}\))+)"
_GAP = r"[ \u00a0]?[-_#:]?[ ]?"
_LIST_STEP = re.compile(r"\s*(,\s*and\b|,|;|/|&|\band\b|\bor\b|\bto\b|-|\u2013)\s*(?=\S)", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s*'?\d"
_BARE_NUMBER = re.compile(rf"0*(\d{{1,3}})(?![\w%:.]*\w|[%:]|\s*{_MONTH})", re.IGNORECASE)
_RANGE_STEPS = frozenset({"-", "\N{EN DASH}", "to"})
_MAX_SPAN = 99

# What may follow a bare number of a list, so that "OA8 and 10 staff" does not name OA10.
_AFTER_BARE = re.compile(
    r"\s*(?:$|[,;./&)\]|\-\u2013]|(?:and|or|to|are|is|was|were|have|has|ask|asks|require|requires|need|needs|cover"
    r"|covers|apply|applies|as|in|of|for|on|at|by|with|which|that|both|all|also|must|should|will|can|may)\b)",
    re.IGNORECASE,
)
_NOT_A_REFERENCE_BEFORE = re.compile(
    r"\b(?:room|ward|flat|unit|plot|model|serial|product|postcode|grid|map|sheet|bay|seat|gate|flight|ref(?:erence)?"
    r"\s+no|part\s+no|no)\.?:?\s*$",
    re.IGNORECASE,
)
_POSTCODE_AFTER = re.compile(r"\s\d[A-Z]{2}\b")
_REFERENCE_BEFORE = re.compile(
    r"(?:[(\[]\s*|\b(?:criterion|criteria|accreditation|evidence\s+for|meets|see|covers|claim(?:ed)?\s+for)\s*:?\s*)$",
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
    _known: frozenset[str] = field(repr=False)
    _prefixes: frozenset[str] = field(repr=False)
    _by_number: Mapping[tuple[str, int], str] = field(repr=False)
    _by_parts: Mapping[tuple[str, tuple[int, ...]], str] = field(repr=False)
    _other: Mapping[str, str] = field(repr=False)
    _pattern: re.Pattern[str] | None = field(repr=False)
    _other_pattern: re.Pattern[str] | None = field(repr=False)

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
                by_parts[shape[1].upper(), (int(shape[2]), *_numbers(shape[3]))] = one
            else:
                other[one.casefold()] = one
        prefixes = frozenset(prefix for prefix, _ in (*by_number, *by_parts))
        longest_first = sorted(prefixes, key=lambda prefix: (-len(prefix), prefix))
        pattern = _numbered_pattern(longest_first, parted=bool(by_parts))
        others = _other_pattern(listed, other)
        return cls(listed, frozenset(listed), prefixes, by_number, by_parts, other, pattern, others)

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
        prefix, number, parts = self._prefix(shape)[0], int(shape["number"]), _parts(shape)
        return self._by_parts.get((prefix, (number, *parts))) if parts else self._by_number.get((prefix, number))

    def nearest(self, written: str) -> str | None:
        """Return the known id that looks most like *written*, or ``None`` if none does."""
        if known := self.normalise(written):
            return known
        close = get_close_matches(written.strip().casefold(), [one.casefold() for one in self.ids], n=1, cutoff=0.6)
        return next((one for one in self.ids if close and one.casefold() == close[0]), None)

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
            if not _looks_like_reference(text, shape, typo=self._prefix(shape)[1]):
                continue
            if named := list(self._with_parts(shape)):
                yield from named
                continue
            first = self._match(shape)
            position = first.end
            yield first
            for match in self._continue_list(text, first, self._prefix(shape)[0]):
                yield match
                position = max(position, match.end)

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
        parts = _parts(shape)
        if len(parts) > 1 and shape["rounds"] and (prefix, (base, *parts)) not in self._by_parts:
            return [(base, part) for part in parts]
        return [(base, *parts)] if parts else []

    def _unknown(self, prefix: str, group: tuple[int, ...]) -> str:
        base, *parts = group
        return ".".join([self._by_number.get((prefix, base), f"{prefix}{base}"), *map(str, parts)])

    def _continue_list(self, text: str, first: IdMatch, prefix: str) -> Iterator[IdMatch]:
        """Yield what a list or range that begins with *first* goes on to name."""
        last, start, position = int(re.findall(r"\d+", first.written)[-1]), first.start, first.end
        while step := _LIST_STEP.match(text, position):
            ranged = step[1].casefold() in _RANGE_STEPS
            full = self._pattern.match(text, step.end()) if self._pattern else None
            if full and _parts(full):
                return  # it is met again as one that may begin a list
            if full and not _POSTCODE_AFTER.match(text, full.end()):
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
        return self._numbered(prefix, int(shape["number"]), shape.string, shape.start(), shape.end("number"), typo=typo)

    def _prefix(self, shape: re.Match[str]) -> tuple[str, bool]:
        """Return the canonical prefix of a match, and whether it had to be mended."""
        letters = shape["prefix"].replace(".", "").upper()
        if letters in self._prefixes:
            return letters, False
        return next(prefix for prefix in sorted(self._prefixes) if letters in _slips(prefix)), True

    def _find_other(self, text: str) -> Iterator[IdMatch]:
        for shape in self._other_pattern.finditer(text) if self._other_pattern else ():
            # A few letters of other alphabets match one of ours in the pattern, but are another letter.
            if canonical := self._other.get(shape[0].casefold()):
                yield IdMatch(id=canonical, written=shape[0], start=shape.start(), end=shape.end(), known=True)


def _slips(prefix: str) -> tuple[str, ...]:
    """Return the ways a prefix is mistyped: two letters swapped, a nought for an O."""
    swapped = {prefix[:i] + prefix[i + 1] + prefix[i] + prefix[i + 2 :] for i in range(len(prefix) - 1)}
    return tuple(sorted((swapped | {prefix.replace("O", "0")}) - {prefix}))


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", text)))


def _parts(shape: re.Match[str]) -> tuple[int, ...]:
    """Return the numbers after the first, as in ``AC-2(1)``; none where the list of criteria has no such ids."""
    named = shape.re.groupindex
    return _numbers(shape["points"] or shape["rounds"] or "") if "points" in named else ()


def _numbered_pattern(prefixes: list[str], *, parted: bool) -> re.Pattern[str] | None:
    if not prefixes:
        return None
    spellings = [r"\.?".join(map(_either_case, form)) + r"\.?" for one in prefixes for form in (one, *_slips(one))]
    prefix = rf"(?<!\w)(?P<prefix>{'|'.join(spellings)})"
    parts = rf"(?:{_PARTS})?" if parted else ""
    return re.compile(prefix + _GAP + rf"0*(?P<number>\d{{1,3}}){parts}(?!\w|\.\d)")


def _either_case(letter: str) -> str:
    """Return a pattern of *letter*; unlike `re.IGNORECASE` it takes no look-alike such as the Kelvin sign for it."""
    return f"[{letter.upper()}{letter.lower()}]"


def _other_pattern(listed: tuple[str, ...], other: Mapping[str, str]) -> re.Pattern[str] | None:
    spelled = sorted((one for one in listed if one.casefold() in other), key=len, reverse=True)
    if not spelled:
        return None
    return re.compile(rf"(?<![\w.-])(?:{'|'.join(map(re.escape, spelled))})(?![\w-]|\.\w)", re.IGNORECASE)


def _looks_like_reference(text: str, shape: re.Match[str], *, typo: bool) -> bool:
    """Return whether a match is meant as an id: a slip has to stand where ids stand."""
    before = text[max(0, shape.start() - 40) : shape.start()]
    if _NOT_A_REFERENCE_BEFORE.search(before) or _POSTCODE_AFTER.match(text, shape.end()):
        return False
    alone = not before.strip() and not text[shape.end() :].strip()
    return not typo or alone or bool(_REFERENCE_BEFORE.search(before))
