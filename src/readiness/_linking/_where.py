"""What a claim's ``where`` says, taken apart: pages, cells, headings, quoted phrases."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum

from attrs import define, field, frozen

from ._text import plain

_MOST_SECTIONS = 200
_ENDLESS = 10**9
_LONGEST = 2_000
"""Characters of a ``where`` that are taken in; a longer one is no place but a text."""
_QUOTE = re.compile(r"\"([^\"]+)\"|(?:(?<=^)|(?<=[\s(:,;]))'(.+?)'(?=$|[\s),;:.!])")
_NAMED_QUOTE = re.compile(
    r"(?P<what>\b(?:headings?|headed|under|section|chapter|appendix|annex|sheet|tab|worksheet)\b)\s*:?\s*(?:the\s+heading\s+)?"
    r"(?:\"([^\"]+)\"|'([^']+)')",
    re.IGNORECASE,
)
_AND = re.compile(
    r";|(?:\band\b|&)(?=\s*(?:on\s+|in\s+)?(?:the\s+)?(?:pages?|pp?\.|slides?|sections?|\u00a7|clauses?|appendi\w+|annex|schedule|para"
    r"|table|sheet|tab|heading|footnote|endnote|lines?|rows?|\"))(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)",
    re.IGNORECASE,
)
"""What parts two places, outside of quotation marks."""
_CELL = r"\$?([A-Za-z]{1,3})\$?(\d{1,7})(?:\s*:\s*\$?([A-Za-z]{1,3})\$?(\d{1,7}))?"
_SHEET_CELL = re.compile(rf"(?:'([^']+)'|([^\s!,;'\"][^!,;'\"]*?))!{_CELL}(?!\w)")
_LONE_CELL = re.compile(rf"(?:\bcells?\s+{_CELL}(?!\w)|^\s*{_CELL}\s*$)", re.IGNORECASE)
_NUMBER = r"(?:[A-Z](?:\.\d+)*(?!\w)|\d{1,6}(?:\.\d{1,4})*[a-z]?(?!\w))"
_STEP = r"\s*(?:-|\bto\b|\band\b|&|/|,(?=\s*\d[\d.]*\s*(?:$|[,;)&-]|and\b|to\b)))\s*"
_COUNTED = re.compile(
    r"(?P<what>\bpages?|\bpp?\.?(?=\s*\d)|\bslides?|\bparagraphs?|\bparas?\.?|\blines?|\brows?|\btables?|\bcolumns?"
    r"|\bsections?|\bsect?\.|\bs\.(?=\s*\d)|\u00a7+|\bclauses?|\bchapters?|\bappendi(?:x|ces)|\bannexe?s?|\bschedules?"
    r"|\bfootnotes?|\bendnotes?)"
    rf"\s*(?:no\.?|number)?\s*(?P<numbers>{_NUMBER}(?:{_STEP}(?:pages?|pp?\.?|sections?|\u00a7)?\s*{_NUMBER})*)(?P<on>\s*(?:ff?\b\.?|onwards?\b))?",
    re.IGNORECASE,
)
_NAMED_PAGE = re.compile(r"\b(first|front|title|cover|last|final|back)\s+page\b", re.IGNORECASE)
_NAMED_PART = re.compile(r"\b(headers?|footers?|watermark|speaker\s+notes|notes)\b(?!\s*['\"])", re.IGNORECASE)
_INNER_PART = re.compile(
    r"(?:^|[,;]\s*)((?:attachment|enclosed\s+letter|embedded|comment\s+by|text\s+box|property)\s+[^,;]+)", re.IGNORECASE
)
_SHEET_WORD = re.compile(r"\b(?:sheet|tab|worksheet)\s+([^,;]+)", re.IGNORECASE)
_HEADING_WORD = re.compile(
    r"^(?:the\s+)?(?:headings?|headed|under(?:\s+the\s+heading)?|section|chapter)\b\s*:?\s*(?P<words>\D.*)$",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"^(?:\W|\b(?:see|at|on|in|of|the|under|and|from|also|both|to|top|bottom|e\.?g|i\.?e)\b)+|(?:\W|\b(?:on|in|of|at|and|under|see)\b)+$",
    re.IGNORECASE,
)
_PATH = " > "


class Kind(Enum):
    """A kind of place, in the order in which they are looked for: the wider ones first."""

    PAGE = "page"
    SLIDE = "slide"
    SHEET = "sheet"
    CELL = "cell"
    PART = "part"
    TABLE = "table"
    ROW = "row"
    COLUMN = "column"
    SECTION = "section"
    HEADING = "heading"
    WORDS = "words"
    """A heading or a sheet, said without saying which."""
    PARAGRAPH = "paragraph"
    LINE = "line"


_NAMES = {
    "p": Kind.PAGE, "pp": Kind.PAGE, "page": Kind.PAGE, "slide": Kind.SLIDE, "paragraph": Kind.PARAGRAPH,
    "para": Kind.PARAGRAPH, "line": Kind.LINE, "row": Kind.ROW, "table": Kind.TABLE, "column": Kind.COLUMN,
    "footnote": Kind.PART, "endnote": Kind.PART,
}  # fmt: skip
"""Kinds of what is counted; anything else that is counted is a section."""
_BY_WORDS = frozenset({Kind.HEADING, Kind.WORDS})
_SIDES = {"first": 1, "front": 1, "title": 1, "cover": 1, "last": -1, "final": -1, "back": -1}


@frozen
class Condition:
    """
    One thing that is said of the place.

    Attributes:
        kind: see `Kind`.
        words: names, one of which it has to be; for a heading those above one another.
        ranges: numbers from and to, one of which it has to be; for a cell column and row by turns.
    """

    kind: Kind
    words: tuple[str, ...] = ()
    ranges: tuple[tuple[int, int], ...] = ()


@frozen
class Where:
    """
    A ``where`` taken apart.

    Attributes:
        conditions: all of them hold at the place.
        phrases: all of them stand there.
    """

    conditions: tuple[Condition, ...] = ()
    phrases: tuple[str, ...] = ()


def parse(where: str) -> tuple[Where, ...]:
    """
    Take a ``where`` apart: into places that it names side by side, and each of them into what is said of it.

    >>> (where,) = parse("page 3, \u201cTokens are signed for\u201d")
    >>> where.conditions[0].kind.value, where.conditions[0].ranges, where.phrases
    ('page', ((3, 3),), ('Tokens are signed for',))
    >>> [one.conditions[0].words for one in parse("4 Reporting > 4.2 Who; appendix B")]
    [('4 Reporting', '4.2 Who'), ('appendix B',)]
    """
    return tuple(_parsed(one) for one in _AND.split(plain(where)[:_LONGEST]))


def _parsed(where: str) -> Where:
    taking = _Taking(where)
    taking.take(_SHEET_CELL, taking.sheet_cell)
    taking.take(_NAMED_QUOTE, taking.named_quote)
    taking.take(_QUOTE, taking.quote)
    taking.take(_LONE_CELL, taking.lone_cell)
    taking.take(_INNER_PART, taking.inner_part)
    taking.take(_COUNTED, taking.counted)
    taking.take(_NAMED_PAGE, taking.named_page)
    taking.take(_NAMED_PART, taking.named_part)
    taking.take(_SHEET_WORD, taking.sheet_word)
    taking.rest()
    return Where(tuple(taking.conditions), tuple(taking.phrases))


def column_number(letters: str) -> int:
    """
    Return the column of a sheet, counted from 1.

    >>> column_number("B"), column_number("AA")
    (2, 27)
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


@define
class _Taking:
    """Takes one thing after another out of what is left."""

    left: str
    conditions: list[Condition] = field(factory=list)
    phrases: list[str] = field(factory=list)

    def take(self, shape: re.Pattern[str], action: Callable[[re.Match[str]], None]) -> None:
        """Give every match of *shape* to *action*, and leave a comma in its place."""
        for found in shape.finditer(self.left):
            action(found)
        self.left = shape.sub(",", self.left)

    def add(self, condition: Condition) -> None:
        """Note a condition; of pages, cells and the like that are named one by one any will do."""
        same = [one for one in self.conditions if one.kind is condition.kind and one.kind not in _BY_WORDS]
        if same:
            at = self.conditions.index(same[0])
            words, ranges = same[0].words + condition.words, same[0].ranges + condition.ranges
            self.conditions[at] = Condition(condition.kind, words, ranges)
        else:
            self.conditions.append(condition)

    def sheet_cell(self, found: re.Match[str]) -> None:
        self.add(Condition(Kind.SHEET, (found[1] or found[2],)))
        self.add(_cell(*found.groups()[2:6]))

    def lone_cell(self, found: re.Match[str]) -> None:
        groups = found.groups()
        left, top, right, bottom = groups[:4] if groups[0] else groups[4:]
        self.add(_cell(left, top, right, bottom))
        if left == "p" and right is None:  # a page, unless the document has cells
            self.add(Condition(Kind.PAGE, (), ((int(top), int(top)),)))

    def named_quote(self, found: re.Match[str]) -> None:
        kind = Kind.SHEET if found["what"].casefold() in {"sheet", "tab", "worksheet"} else Kind.HEADING
        self.add(Condition(kind, _path(found[2] or found[3])))

    def quote(self, found: re.Match[str]) -> None:
        self.phrases.append(found[1] or found[2])

    def inner_part(self, found: re.Match[str]) -> None:
        self.add(Condition(Kind.PART, (" ".join(found[1].split()),)))

    def counted(self, found: re.Match[str]) -> None:
        what = found["what"].casefold().rstrip(".")
        kind = _NAMES.get(what) or _NAMES.get(what.removesuffix("s"))
        numbers = found["numbers"]
        if kind is None or (kind is Kind.PARAGRAPH and "." in numbers):
            self._section(what, numbers)
        elif kind is Kind.PART:
            name = what.removesuffix("s")
            self.add(Condition(kind, tuple(f"{name} {one}" for one in _each(numbers))))
        elif ranges := _ranges(numbers, onwards=bool(found["on"])):
            self.add(Condition(kind, (), ranges))

    def _section(self, what: str, numbers: str) -> None:
        """Note a section; an appendix is one by its whole name."""
        lettered = {"appendix": "appendix", "appendices": "appendix", "annex": "annex", "schedule": "schedule"}
        name = lettered.get(what) or lettered.get(what.removesuffix("es").removesuffix("s"))
        each = tuple(f"{name} {one}" if name else one for one in _each(numbers))
        if each:
            self.add(Condition(Kind.SECTION, each))

    def named_page(self, found: re.Match[str]) -> None:
        number = _SIDES[found[1].casefold()]
        self.add(Condition(Kind.PAGE, (), ((number, number),)))

    def named_part(self, found: re.Match[str]) -> None:
        name = found[1].casefold()
        self.add(Condition(Kind.PART, ("notes" if "notes" in name else name.removesuffix("s"),)))

    def sheet_word(self, found: re.Match[str]) -> None:
        self.add(Condition(Kind.SHEET, (found[1].strip(),)))

    def rest(self) -> None:
        """Take what is left for headings or sheets, each piece between commas for one."""
        for piece in re.split(r"[,;]", self.left):
            named = _HEADING_WORD.match(piece.strip())
            words = _FILLER.sub("", named["words"] if named else piece)
            if any(one.isalnum() for one in words):
                self.add(Condition(Kind.HEADING if named else Kind.WORDS, _path(words)))


def _path(words: str) -> tuple[str, ...]:
    return tuple(" ".join(one.split()) for one in words.split(_PATH) if one.strip())


def _cell(left: str, top: str, right: str | None, bottom: str | None) -> Condition:
    columns = sorted((column_number(left), column_number(right or left)))
    rows = sorted((int(top), int(bottom or top)))
    return Condition(Kind.CELL, (), ((columns[0], columns[1]), (rows[0], rows[1])))


def _ranges(numbers: str, *, onwards: bool) -> tuple[tuple[int, int], ...]:
    """
    Return the numbers named, as ranges.

    >>> _ranges("3-5 and 8", onwards=False), _ranges("3", onwards=True)[0][0]
    (((3, 5), (8, 8)), 3)
    """
    pieces = re.findall(r"\d+|-|\bto\b|[A-Z](?!\w)", numbers.casefold().replace("\u2013", "-"))
    ranges: list[tuple[int, int]] = []
    joined = False
    for piece in pieces:
        if not piece.isdecimal():
            joined = True
        elif joined and ranges:
            ranges[-1] = (ranges[-1][0], max(ranges[-1][0], int(piece)))
            joined = False
        else:
            ranges.append((int(piece), int(piece)))
    if onwards and ranges:
        ranges[-1] = (ranges[-1][0], _ENDLESS)
    return tuple(ranges)


def _each(numbers: str) -> tuple[str, ...]:
    """
    Return the numbers named one by one; letters count in capitals only.

    >>> _each("4.2"), _each("4 to 6"), _each("4.2-4.4"), _each("B")
    (('4.2',), ('4', '5', '6'), ('4.2', '4.3', '4.4'), ('B',))
    """
    found: list[str] = []
    joined = False
    for piece in re.findall(rf"{_NUMBER}|-|\bto\b", numbers):
        if piece in {"-", "to"}:
            joined = True
            continue
        if piece[0].isdigit() or piece[0].isupper():
            found += _between(found[-1], piece) if joined and found else ()
            found.append(piece)
        joined = False
    return tuple(found)


def _between(first: str, last: str) -> list[str]:
    """Return what stands between two numbers of sections that differ in their last piece only."""
    head, _, start = first.rpartition(".")
    same, _, end = last.rpartition(".")
    if head != same or not (start.isdecimal() and end.isdecimal()) or int(end) - int(start) > _MOST_SECTIONS:
        return []
    return [f"{head}.{one}" if head else str(one) for one in range(int(start) + 1, int(end))]
