"""The plan, and what runs out within a year, drawn for paper: as many pictures as it takes for each to fit a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import evolve, frozen

from readiness.model import (
    Action,
    Drawing,
    DrawnBox,
    DrawnPath,
    DrawnText,
    EvidenceProfile,
    Rag,
    Shape,
    Side,
    Timeline,
)

from . import _text
from ._drawn import DARK, HIGHEST, QUIET, WASH, WHITE, WIDTH, Clue, diamond, legend, wide
from ._drawn_months import by_month
from ._looks import INK
from ._svg import Band, Item, Mark, Picture, Sheet, picture
from ._svg_year import year

SHEET = Sheet(
    width=WIDTH,
    gutter=98,
    edge=6,
    head=40,
    lane=12,
    pad=4,
    diamond=3.4,
    character=3.95,
    gap=6.5,
    label=32,
    line=9,
    title=21,
)
_SIZE, _AXIS = 7.0, 7.5
_FAINT = "CDD1D4"
_BLUE, _RED, _GREEN = "12355B", INK[Rag.RED], INK[Rag.GREEN]
_TONES = {"open": "1A5A96", "done": _GREEN, "late": _RED, "milestone": "0B0C0C"}
_MOST_ACTIONS = 160
"""More would run over page after page; then the plan is grouped by month."""
_DONE = "✓ "
"""The sign of what is done, which is drawn: not every font has it."""


def _tick(x: float, y: float, ink: str) -> DrawnPath:
    points = ((x - 2.5, y), (x - 0.8, y + 2), (x + 2.5, y - 2.5))
    return DrawnPath(points=tuple((round(one, 2), round(other, 2)) for one, other in points), edge=ink, thick=1.2)


_CLUES = (
    Clue("a day", (diamond(0, 0, SHEET.diamond, fill=_TONES["open"], edge=_TONES["open"]),)),
    Clue("a month, its day not known", (DrawnBox(x=-5, y=-3, width=10, height=6, fill=WHITE, edge=_TONES["open"]),)),
    Clue("uncertain: another reading", (diamond(0, 0, SHEET.diamond, fill=WHITE, edge=_TONES["open"], dashed=True),)),
    Clue("done", (_tick(0, 0, _GREEN),)),
    Clue("! overdue"),
    Clue("milestone", (diamond(0, 0, SHEET.diamond, fill=_TONES["milestone"], edge=_TONES["milestone"]),)),
)
_YEAR_CLUES = (
    Clue("the last day of a document", (diamond(0, 0, SHEET.diamond, fill=_TONES["open"], edge=_TONES["open"]),)),
    Clue("the last day of a waiver", (diamond(0, 0, SHEET.diamond, fill=_RED, edge=_RED),)),
)


@frozen(kw_only=True)
class _Axis:
    """What every page of a picture along time shows."""

    whole: Picture
    as_of: str
    due: str
    title: str
    said: str
    clues: tuple[Clue, ...]


def plan(timeline: Timeline) -> tuple[Drawing, ...]:
    """Return the plan as pictures that each fit a page; grouped by month if it has very many actions."""
    dated = [one for row in timeline.rows for one in row.actions if one.dates]
    if not dated and not any(one.dates for one in timeline.milestones):
        return ()
    span = f"{_text.day(timeline.start)} to {_text.day(timeline.end)}"
    if len(dated) > _MOST_ACTIONS:
        return by_month(timeline, SHEET, f"Actions by month, {span}")
    return _drawn(
        _Axis(
            whole=picture(timeline, SHEET),
            as_of=f"as of {_text.day(timeline.as_of)}",
            due=f"due {_text.day(timeline.due)}",
            title=f"Actions and milestones, {span}",
            said=_plan_said(timeline),
            clues=_CLUES,
        )
    )


def _plan_said(timeline: Timeline) -> str:
    named = (f"{one.id} {', '.join(map(_text.plan_day, one.dates))}" for one in timeline.milestones if one.dates)
    strands = (f"{row.strand}: {_strand_said(row.actions, timeline.as_of)}" for row in timeline.rows)
    milestones = "; ".join(named)
    lines = f"Lines mark the as-of date, {_text.day(timeline.as_of)}, and the due date, {_text.day(timeline.due)}."
    return " ".join(
        filter(
            None,
            (
                _text.shortened(f"Milestones: {milestones}.", 500) if milestones else "",
                _text.shortened(f"{'; '.join(strands)}.", 700),
                lines,
                "Annex A holds every date in words.",
            ),
        )
    )


def _strand_said(actions: Sequence[Action], as_of: date) -> str:
    overdue = sum(one.overdue_on(as_of) for one in actions)
    return _text.count(len(actions), "action") + (f", {overdue} overdue" if overdue else "")


def lapses(profile: EvidenceProfile) -> tuple[Drawing, ...]:
    """Return what runs out within a year of the as-of date as pictures that each fit a page."""
    judged, whole = profile.assessment, year(profile, SHEET)
    if whole is None:
        return ()
    first = "; ".join(f"{one.what}, {_text.day(one.until)}" for one in profile.lapses[:12])
    more = f"; and {len(profile.lapses) - 12} more" if len(profile.lapses) > 12 else ""  # noqa: PLR2004
    return _drawn(
        _Axis(
            whole=whole,
            as_of=f"as of {_text.day(judged.as_of)}",
            due=f"due {_text.day(judged.due)}",
            title=f"When documents and waivers run out, from {_text.day(judged.as_of)}",
            said=f"{_text.shortened(first + more, 1_300)}. The table that follows says the same in words.",
            clues=_YEAR_CLUES,
        )
    )


def _drawn(axis: _Axis) -> tuple[Drawing, ...]:
    pages = tuple(_pages(axis.whole.bands))
    return tuple(_page(axis, bands, at, len(pages)) for at, bands in enumerate(pages, start=1))


def _pages(bands: Iterable[Band]) -> Iterator[tuple[Band, ...]]:
    """Yield the bands of each page, moved up to stand below its head."""
    held: list[Band] = []
    y = SHEET.head
    for whole in bands:
        for band in _pieces(whole):
            if held and y + band.height > HIGHEST:
                yield tuple(held)
                held, y = [], SHEET.head
            held.append(_moved(band, y))
            y += band.height
    if held:
        yield tuple(held)


def _pieces(band: Band) -> Iterator[Band]:
    """Yield a band, in pieces if it is higher than a page."""
    most = HIGHEST - SHEET.head
    if band.height <= most:
        yield band
        return
    lanes = int((most - 2 * SHEET.pad) // SHEET.lane)
    step = lanes * SHEET.lane
    top, number = band.y + SHEET.pad, 0
    while items := tuple(one for one in band.items if 0 <= one.y - top - number * step < step):
        title = band.title if not number else (*band.title[:2], "(continued)")
        lowest = max(one.y for one in items) - (top + number * step) + SHEET.lane / 2 + 2 * SHEET.pad
        notes = band.notes if not number else ()
        words = SHEET.line * (len(title) + len(notes)) + 2 * SHEET.pad
        start = band.y + number * step
        yield Band(y=start, height=max(lowest, words), title=title, notes=notes, items=items)
        number += 1


def _moved(band: Band, y: float) -> Band:
    by = y - band.y
    return evolve(band, y=y, items=tuple(evolve(one, y=one.y + by) for one in band.items))


def _page(axis: _Axis, bands: tuple[Band, ...], at: int, of: int) -> Drawing:
    bottom = bands[-1].y + bands[-1].height
    clues, end = legend(axis.clues, bottom)
    part = f" (part {at} of {of})" if of > 1 else ""
    crossed = tuple(x for x in (axis.whole.as_of, axis.whole.due) if x is not None)
    held = (shape for number, band in enumerate(bands) for shape in _held(band, _ground(number), crossed))
    shapes = (*_grounds(bands), *_ticks(axis.whole, bottom), *_lines(axis, bottom), *held, *clues)
    return Drawing(title=f"{axis.title}{part}", said=axis.said, width=WIDTH, height=end, shapes=shapes)


def _grounds(bands: Iterable[Band]) -> Iterator[Shape]:
    for at, one in enumerate(bands):
        yield DrawnBox(x=0, y=round(one.y, 2), width=WIDTH, height=round(one.height, 2), fill=_ground(at))


def _ground(at: int) -> str:
    return WHITE if at % 2 else WASH


def _ticks(whole: Picture, bottom: float) -> Iterator[Shape]:
    for one in whole.ticks:
        line = ((one.x, SHEET.head - 11), (one.x, round(bottom, 2)))
        yield DrawnPath(points=line, edge=_FAINT, thick=0.5)
        yield DrawnText(x=one.x + 2, y=SHEET.head - 4, words=one.label, size=_AXIS, ink=DARK)
        if one.year:
            yield DrawnText(x=one.x + 2, y=SHEET.head - 13, words=one.year, size=_AXIS, ink=DARK, strong=True)


def _lines(axis: _Axis, bottom: float) -> Iterator[Shape]:
    lines = ((axis.whole.as_of, axis.as_of, _BLUE, False, 8.0), (axis.whole.due, axis.due, _RED, True, 17.0))
    for x, words, ink, dashed, y in lines:
        if x is not None:
            yield DrawnPath(points=((x, y - 6), (x, round(bottom, 2))), edge=ink, thick=1.25, dashed=dashed)
            before = x > WIDTH / 2
            at, side = (x - 4, Side.RIGHT) if before else (x + 4, Side.LEFT)
            yield DrawnText(x=round(at, 2), y=y, words=words, size=8, ink=ink, strong=True, side=side)


def _held(band: Band, ground: str, crossed: tuple[float, ...]) -> Iterator[Shape]:
    """Yield the title of a band, and what stands in it; where a label is *crossed* by a line, its ground hides that."""
    y = band.y + SHEET.pad + 7
    for line in band.title:
        yield DrawnText(x=3, y=round(y, 2), words=line, size=_SIZE, ink=DARK, strong=True)
        y += SHEET.line
    for note in band.notes:
        yield DrawnText(x=3, y=round(y, 2), words=f"and {note}", size=6.5, ink=QUIET)
        y += SHEET.line
    for item in band.items:
        yield from _item(item, ground, crossed)


def _item(item: Item, ground: str, crossed: tuple[float, ...]) -> Iterator[Shape]:
    ink, y = _TONES[item.state], round(item.y, 2)
    strong = item.state in {"late", "milestone"}
    width = round(wide(item.label, _SIZE), 2)
    left = round(item.label_x - width if item.label_before else item.label_x, 2)
    if any(left < x < left + width for x in crossed):
        yield DrawnBox(x=left, y=round(y - 4, 2), width=width, height=8, fill=ground)
    if len(item.marks) > 1:
        ends = ((min(one.left for one in item.marks), y), (max(one.right for one in item.marks), y))
        yield DrawnPath(points=ends, edge=ink, thick=0.6, dashed=True)
    for mark in item.marks:
        yield _mark(mark, y, ink)
    side = Side.RIGHT if item.label_before else Side.LEFT
    words, x = item.label.removeprefix(_DONE), item.label_x
    if words != item.label:
        yield _tick(x - 3 if item.label_before else x + 3, y, ink)
        x = round(x - 8 if item.label_before else x + 8, 2)
    yield DrawnText(x=x, y=round(y + 2.5, 2), words=words, size=_SIZE, ink=DARK, strong=strong, side=side)


def _mark(mark: Mark, y: float, ink: str) -> Shape:
    if mark.width:
        return DrawnBox(
            x=mark.x, y=round(y - 3, 2), width=mark.width, height=6, fill=WHITE, edge=ink, dashed=mark.dashed
        )
    return diamond(mark.x, y, mark.half, fill=WHITE if mark.dashed else ink, edge=ink, dashed=mark.dashed)
