"""The places of a document where marks stand: its title, its first lines, its control table, its margins."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice, pairwise

from attrs import define, field

from readiness.model import DocumentFacts, Passage

_HEAD = 30
"""How many of the first passages are looked at: a title page and the control table that follows it."""
_TITLE_LINES = 5
_SHORT = 120
_MARGINS = frozenset({"header", "footer", "header or footer", "slide master"})
_SUBJECT = "header Subject"
_MAIL = frozenset({_SUBJECT, "header From", "header To", "header Date"})
_ASIDE = ("comment", "footnote", "endnote", "notes", "picture", "link")
_CELL = " | "
Table = dict[int, list[str]]


@define
class Zones:
    """
    Short lines by where they stand.

    Attributes:
        title: the title that the properties give, and the first lines of the text.
        margins: headers, footers and what stands on every slide.
        watermarks: texts that lie across the pages.
        head: lines of the first passages, beyond the title.
        pairs: a label and its value: from the properties, side by side in a table, or parted by a colon.
        columns: a label at the top of a table and a value somewhere below it.
        subject: the subject of a letter, which speaks of the letter and not of what is enclosed.
        letter: whether the document is a letter by mail.
    """

    title: list[str] = field(factory=list)
    margins: list[str] = field(factory=list)
    watermarks: list[str] = field(factory=list)
    head: list[str] = field(factory=list)
    pairs: list[tuple[str, str]] = field(factory=list)
    columns: list[tuple[str, str]] = field(factory=list)
    subject: str = ""
    letter: bool = False


def zones_of(facts: DocumentFacts, passages: Iterable[Passage]) -> Zones:
    """
    Sort the lines of a document that may carry a mark; running text far from its head is left out.

    >>> from readiness.model import Locator
    >>> zones = zones_of(DocumentFacts(), [Passage("Policy", Locator(paragraph=1)),
    ...                                    Passage("Status | Draft", Locator(table=1, row=1)),
    ...                                    Passage("RESTRICTED", Locator(part="footer"))])
    >>> zones.title, zones.pairs, zones.margins
    (['Policy'], [('Status', 'Draft')], ['RESTRICTED'])
    """
    zones = Zones(pairs=list(facts.properties))
    tables: dict[tuple[str, int], Table] = {}
    rest = iter(passages)
    for passage in islice(rest, _HEAD):
        place = passage.locator
        if place.part or place.table is not None or place.cell:
            _sort(passage, zones, tables)
        elif len(passage.text) <= _SHORT or "\n" in passage.text:
            _sort_lines(passage.text, zones)
    for passage in rest:
        if passage.locator.part:
            _sort_margin(passage, set(passage.locator.part.split(", ")), zones)
    for table in tables.values():
        _sort_table(list(table.values()), zones)
    if facts.title and not zones.letter:
        zones.title.insert(0, facts.title)
    return zones


def _sort(passage: Passage, zones: Zones, tables: dict[tuple[str, int], Table]) -> None:
    """Put one of the first passages, which stands in a table or beside the text, where it belongs."""
    place = passage.locator
    parts = set(place.part.split(", ")) if place.part else set()
    if parts & _MAIL:
        zones.letter = True
        if place.part == _SUBJECT:
            zones.subject = passage.text.removeprefix("Subject: ")
    elif _sort_margin(passage, parts, zones) or place.part.rpartition(", ")[2].startswith(_ASIDE):
        return
    elif place.table is not None:
        table = tables.setdefault((place.part, place.table), {})
        table.setdefault(place.row or 0, []).extend(cell.strip() for cell in passage.text.split(_CELL))
    elif place.cell and _CELL in passage.text:
        _sort_row(passage.text.split(_CELL), zones)
    else:
        _sort_lines(passage.text, zones)


def _sort_margin(passage: Passage, parts: set[str], zones: Zones) -> bool:
    """Put a passage of a margin where it belongs and return whether it is one."""
    if "watermark" in parts:
        zones.watermarks += _short_lines(passage.text)
    elif parts & _MARGINS:
        for line in _short_lines(passage.text):
            _sort_pair(line, zones)
            zones.margins.append(line)
    else:
        return False
    return True


def _sort_row(cells: list[str], zones: Zones) -> None:
    """Take a row of a sheet for a label and its value if it holds just these; longer rows list other documents."""
    if len(cells) == 2:  # noqa: PLR2004  # a label and a value
        zones.pairs.append((cells[0].strip(), cells[1].strip()))


def _sort_table(rows: list[list[str]], zones: Zones) -> None:
    """Take what stands side by side, what stands below the first row, and a row of one cell as a line."""
    for row in rows:
        zones.pairs += pairwise(row)
        if len(row) == 1:
            _sort_lines(row[0], zones)
    for below in rows[1:]:
        zones.columns += zip(rows[0], below, strict=False)


def _sort_lines(text: str, zones: Zones) -> None:
    """Put lines of the text where they belong; a line may be a label and its value, too."""
    for line in _short_lines(text):
        _sort_pair(line, zones)
        room = not zones.letter and len(zones.title) < _TITLE_LINES
        (zones.title if room else zones.head).append(line)


def _sort_pair(line: str, zones: Zones) -> None:
    label, colon, value = line.partition(":")
    if colon and (label := label.strip()) and (value := value.strip()):
        zones.pairs.append((label, value))


def _short_lines(text: str) -> list[str]:
    if len(text) > _SHORT and "\n" not in text:
        return []
    return [line for raw in text.splitlines() if 0 < len(line := raw.strip()) <= _SHORT]
