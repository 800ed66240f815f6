"""What stands above the table: title, version, period, colour keys and strands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum

from attrs import field, frozen

from readiness.model import ColourKey

from ._axis import Period
from ._table import Cell
from ._wording import Month, find_months, find_slot

_COLOUR = r"black|green|amber|red|blue|purple|pink|yellow|orange|grey|gray|white|brown"
_KEY = re.compile(rf"\b({_COLOUR})\s*=\s*(.*?)\s*(?=\b(?:{_COLOUR})\s*=|$)", re.IGNORECASE)
_VERSION = re.compile(r"\b(?:v|version\s+)(\d+(?:\.\d+)*[a-z]?)\b", re.IGNORECASE)
_PERIOD = re.compile(r"\bperiod:?\s+(?P<period>[^()]+?)\s*(?=\(|\bv\d|$)", re.IGNORECASE)
_ITEM = re.compile(r"^(?:[-*\N{BULLET}]|\d+[.)])\s+")
_LINK = re.compile(r"\[([^\][]*)\]\([^()]*\)")


@frozen(kw_only=True)
class Preamble:
    """
    What stands above the table.

    Attributes:
        title: without version, period and slot.
        version: as written.
        period: as written, with even spaces.
        span: the months of the period.
        slot: month of the deployment slot.
        slot_written: the words about it.
        keys: colour keys.
        strands: the strands that the plan lists.
        title_cell: where the title stands.
        used: the cells that were understood.
    """

    title: str = ""
    version: str = ""
    period: str = ""
    span: Period = field(factory=Period)
    slot: Month | None = None
    slot_written: str = ""
    keys: tuple[ColourKey, ...] = ()
    strands: tuple[str, ...] = ()
    title_cell: Cell | None = None
    used: frozenset[Cell] = field(default=frozenset())


class _List(Enum):
    NONE = 0
    KEYS = 1
    STRANDS = 2


def read_preamble(cells: Sequence[Cell]) -> Preamble:
    """
    Return what the cells above the table say.

    >>> about = read_preamble([Cell(1, 1, "Our Plan: Period Oct 08- Nov 09 (Slot 2 June 2009) v0.1")])
    >>> about.title, about.period, about.version, str(about.slot)
    ('Our Plan', 'Oct 08 - Nov 09', 'v0.1', 'June 2009')
    """
    title = _find_title(cells)
    keys: list[ColourKey] = []
    strands: list[str] = []
    used = {title} if title else set()
    inside, heading = _List.NONE, ""
    for cell in cells:
        text = _LINK.sub(r"\1", cell.text)
        found = read_keys(heading or "Key", text)
        if cell is title:
            continue
        if text.endswith(":"):
            heading = text[:-1].strip()
            inside = _kind_of_list(heading)
            if inside is not _List.NONE:
                used.add(cell)
        elif found and inside is not _List.STRANDS:
            keys.extend(found)
            used.add(cell)
        elif inside is _List.STRANDS and _ITEM.match(text):
            strands.append(_ITEM.sub("", text).strip())
            used.add(cell)
    return _with_title(title, tuple(keys), tuple(strands), frozenset(used))


def read_keys(name: str, text: str) -> tuple[ColourKey, ...]:
    """
    Return the colours that *text* explains; *name* says which list it is.

    >>> [(key.colour, key.meaning) for key in read_keys("Key", "Blue = due Black=Done")]
    [('Blue', 'due'), ('Black', 'Done')]
    """
    return tuple(ColourKey(list=name, colour=match[1], meaning=match[2]) for match in _KEY.finditer(text) if match[2])


def _kind_of_list(heading: str) -> _List:
    name = heading.casefold()
    if name.split() and name.split()[-1] in {"key", "keys", "legend"}:
        return _List.KEYS
    return _List.STRANDS if "strand" in name else _List.NONE


def _find_title(cells: Iterable[Cell]) -> Cell | None:
    """Return the cell with the period, or else the first that calls itself a plan."""
    listed = [cell for cell in cells if not cell.text.endswith(":")]
    with_period = (cell for cell in listed if _PERIOD.search(cell.text) and find_months(cell.text))
    named = (cell for cell in listed if re.search(r"\bplan\b", cell.text, re.IGNORECASE))
    return next(with_period, None) or next(named, None)


def _with_title(
    cell: Cell | None, keys: tuple[ColourKey, ...], strands: tuple[str, ...], used: frozenset[Cell]
) -> Preamble:
    if cell is None:
        return Preamble(keys=keys, strands=strands, used=used)
    version = _VERSION.search(cell.text)
    period = _PERIOD.search(cell.text)
    written = re.sub(r"\s*-\s*", " - ", period["period"].strip()) if period else ""
    bracket = re.search(r"\(([^()]*\bslot\b[^()]*)\)", cell.text, re.IGNORECASE)
    title = _VERSION.sub("", cell.text[: period.start()] if period else cell.text)
    return Preamble(
        title=title.strip(" :-,"),
        version=version[0] if version else "",
        period=written,
        span=_span(written),
        slot=find_slot(cell.text),
        slot_written=bracket[1].strip() if bracket else "",
        keys=keys,
        strands=strands,
        title_cell=cell,
        used=used,
    )


def _span(written: str) -> Period:
    months = find_months(written)
    if len(months) == 2 and months[1].since(months[0]) > 0:  # noqa: PLR2004 - from and to
        return Period(months[0], months[1])
    return Period(months[0]) if months else Period()
