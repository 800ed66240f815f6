"""The geometry of the coming twelve months: what runs out, and when."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator

from readiness._words import add_months
from readiness.model import EvidenceProfile, Lapse, PartialDate

from ._svg import SCREEN, Axis, Band, Item, Picture, Sheet, in_lanes, laid_band, marked_item, ticks
from ._text import day, shortened

_LONGER = 8
"""How many more characters a label has than in a plan: there are fewer of them."""
_MOST = 60
"""Lapses in the picture; the table beneath it has all of them."""


def year(profile: EvidenceProfile, sheet: Sheet = SCREEN) -> Picture | None:
    """Return the year after the as-of date as a picture; ``None`` if nothing runs out."""
    if not profile.lapses:
        return None
    as_of, due = profile.assessment.as_of, profile.assessment.due
    last = add_months(as_of, 12)
    start, end = as_of.replace(day=1), last.replace(day=calendar.monthrange(last.year, last.month)[1])
    axis = Axis.of(start, end, sheet)
    bands = tuple(_bands(profile.lapses, axis))
    return Picture(
        height=bands[-1].y + bands[-1].height + sheet.pad,
        head=sheet.head,
        left=axis.at(axis.start),
        right=sheet.width,
        ticks=tuple(ticks(start, end, axis)),
        bands=bands,
        as_of=axis.inside(as_of),
        due=axis.inside(due),
    )


def _bands(lapses: tuple[Lapse, ...], axis: Axis) -> Iterator[Band]:
    y, sheet = axis.sheet.head, axis.sheet
    waivers = tuple(one for one in lapses if not one.document)
    documents = tuple(one for one in lapses if one.document)
    for title, mine in (("Waivers", waivers), ("Documents", documents)):
        if mine:
            left_out = len(mine) - _MOST
            notes = (f"{left_out} more",) if left_out > 0 else ()
            band = laid_band(title, notes, in_lanes(_items(mine[:_MOST], axis), y, sheet), y, sheet)
            y += band.height
            yield band


def _items(lapses: Iterable[Lapse], axis: Axis) -> Iterator[Item]:
    for one in lapses:
        ids = ", ".join(one.criteria)
        drawn = marked_item(
            (axis.mark(PartialDate(one.until.year, one.until.month, one.until.day), dashed=False),),
            label=shortened(f"{ids}: {one.what}" if one.document else one.what, axis.sheet.label + _LONGER),
            tooltip=shortened(f"{one.what}: {one.why}, {day(one.until)} ({ids})", 400),
            state="late" if not one.document else "open",
            sheet=axis.sheet,
        )
        if drawn:
            yield drawn
