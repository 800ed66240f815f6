"""
The geometry of the timeline: where each mark of the picture stands, in the units of its sheet.

A day is a diamond, a month whose day is unknown is a hollow bar as wide as the month, and another reading of a date is
the same in dashes. The layout itself, with its colours, is a template's, or `_drawn_time`'s for paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import evolve, field, frozen

from readiness.model import Action, Confidence, Milestone, PartialDate, PlanDate, Progress, Timeline, TimelineRow

from ._text import plan_day, shortened

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_MOST_TICKS = 30


@frozen(kw_only=True)
class Sheet:
    """
    What a picture along time is drawn on.

    Attributes:
        width: of the whole picture.
        gutter: left of the axis, for the titles of the strands.
        edge: right of the axis.
        head: above the first strand, for the months.
        lane: how high a row of marks is.
        pad: above and below the lanes of a strand.
        diamond: half a mark.
        character: how wide a letter of a label is, on average.
        gap: between a label and the next mark.
        label: the most characters of a label.
        line: from one line of a title to the next.
        title: the most characters in such a line.
    """

    width: float = 1180
    gutter: float = 170
    edge: float = 16
    head: float = 76
    lane: float = 22
    pad: float = 10
    diamond: float = 6
    character: float = 6.1
    gap: float = 8
    label: int = 34
    line: float = 14
    title: int = 22


SCREEN = Sheet()
WIDTH = SCREEN.width


@frozen(kw_only=True)
class Tick:
    """The first day of a month or year on the axis; ``year`` is empty where the tick before has the same."""

    x: float
    label: str
    year: str


@frozen(kw_only=True)
class Mark:
    """One reading of a date. ``width`` is 0 for a day; ``dashed`` says that another reading is possible."""

    x: float
    width: float
    dashed: bool

    half: float = SCREEN.diamond

    @property
    def left(self) -> float:
        """Return where it begins."""
        return self.x if self.width else self.x - self.half

    @property
    def right(self) -> float:
        """Return where it ends."""
        return self.x + (self.width or self.half)


@frozen(kw_only=True)
class Item:
    """An action or milestone: its marks, and its label right or left of them."""

    y: float
    marks: tuple[Mark, ...]
    label: str
    label_x: float
    label_before: bool
    tooltip: str
    state: str
    left: float = field(repr=False)
    right: float = field(repr=False)


@frozen(kw_only=True)
class Band:
    """A strand of the picture, from ``y`` down by ``height``."""

    y: float
    height: float
    title: tuple[str, ...]
    notes: tuple[str, ...]
    items: tuple[Item, ...]


@frozen(kw_only=True)
class Picture:
    """The whole timeline; a line that lies outside the axis is ``None``."""

    height: float
    head: float
    left: float
    right: float
    ticks: tuple[Tick, ...]
    bands: tuple[Band, ...]
    as_of: float | None
    due: float | None


def picture(timeline: Timeline, sheet: Sheet = SCREEN) -> Picture:
    """Return the geometry of *timeline*."""
    axis = Axis.of(timeline.start, timeline.end, sheet)
    bands = tuple(_bands(timeline, axis))
    return Picture(
        height=bands[-1].y + bands[-1].height + sheet.pad if bands else sheet.head + sheet.pad,
        head=sheet.head,
        left=sheet.gutter,
        right=sheet.width - sheet.edge,
        ticks=tuple(ticks(timeline.start, timeline.end, axis)),
        bands=bands,
        as_of=axis.inside(timeline.as_of),
        due=axis.inside(timeline.due),
    )


@frozen
class Axis:
    """From days to the units of a sheet."""

    start: int
    days: int
    sheet: Sheet

    @classmethod
    def of(cls, start: date, end: date, sheet: Sheet = SCREEN) -> Axis:
        return cls(start.toordinal(), max(1, end.toordinal() + 1 - start.toordinal()), sheet)

    def at(self, ordinal: float) -> float:
        share = min(1.0, max(0.0, (ordinal - self.start) / self.days))
        room = self.sheet.width - self.sheet.edge - self.sheet.gutter
        return round(self.sheet.gutter + share * room, 1)

    def inside(self, day: date) -> float | None:
        shown = self.start <= day.toordinal() < self.start + self.days
        return self.at(day.toordinal() + 0.5) if shown else None

    def mark(self, day: PartialDate, *, dashed: bool) -> Mark:
        if day.day:
            return Mark(x=self.at(day.earliest.toordinal() + 0.5), width=0, dashed=dashed, half=self.sheet.diamond)
        left, right = self.at(day.earliest.toordinal()), self.at(day.latest.toordinal() + 1)
        return Mark(x=left, width=max(2.0, round(right - left, 1)), dashed=dashed)

    def marks(self, read: PlanDate) -> Iterator[Mark]:
        """Yield a mark for each reading; one that lies outside the axis is not moved to its edge but left out."""
        if self._shows(read.date):
            yield self.mark(read.date, dashed=read.confidence is Confidence.LOW)
        for other in filter(self._shows, read.alternatives):
            yield self.mark(other, dashed=True)

    def _shows(self, day: PartialDate) -> bool:
        return self.start <= day.latest.toordinal() and day.earliest.toordinal() < self.start + self.days


def ticks(start: date, end: date, axis: Axis) -> Iterator[Tick]:
    first, last = start.year * 12 + start.month - 1, end.year * 12 + end.month - 1
    step = next((one for one in (1, 3, 12, 60, 120, 600) if (last - first) / one <= _MOST_TICKS), 12_000)
    shown = 0
    for month in range(first + -first % step if step > 1 else first, last + 1, step):
        year = month // 12
        label = _MONTHS[month % 12] if step < 12 else str(year)  # noqa: PLR2004 - months of a year
        yield Tick(
            x=axis.at(date(year, month % 12 + 1, 1).toordinal()),
            label=label,
            year=str(year) if step < 12 and year != shown else "",  # noqa: PLR2004
        )
        shown = year


def _bands(timeline: Timeline, axis: Axis) -> Iterator[Band]:
    y, sheet = axis.sheet.head, axis.sheet
    if timeline.milestones:
        items = in_lanes(_milestones(timeline.milestones, axis), y, sheet)
        band = laid_band("Milestones", (), items, y, sheet)
        y += band.height
        yield band
    for row in timeline.rows:
        band = _row(row, timeline.as_of, axis, y)
        y += band.height
        yield band


def _row(row: TimelineRow, as_of: date, axis: Axis, y: float) -> Band:
    items = [item for action in row.actions if (item := _action(action, as_of, axis))]
    beyond = sum(bool(action.dates) for action in row.actions) - len(items)
    notes = (f"{row.undated} without a date" * bool(row.undated), f"{beyond} beyond the picture" * bool(beyond))
    placed = in_lanes(items, y, axis.sheet)
    return laid_band(row.strand, tuple(filter(None, notes)), placed, y, axis.sheet)


def laid_band(title: str, notes: tuple[str, ...], items: tuple[Item, ...], y: float, sheet: Sheet) -> Band:
    lines = _wrapped(title, sheet.title)
    bottom = max((item.y for item in items), default=y) + sheet.lane / 2 + sheet.pad
    words = sheet.line * (len(lines) + len(notes)) + 2 * sheet.pad
    return Band(y=y, height=max(bottom - y, words), title=lines, notes=notes, items=items)


def _wrapped(title: str, most: int) -> tuple[str, ...]:
    """Return a strand's title on up to three lines that fit left of the axis."""
    lines = [""]
    for word in shortened(title, 3 * most).split():
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= most or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    return tuple(shortened(line, most) for line in lines[:3])


def _action(action: Action, as_of: date, axis: Axis) -> Item | None:
    overdue = action.overdue_on(as_of)
    state = "late" if overdue else "done" if action.progress is Progress.DONE else "open"
    sign = {"late": "! ", "done": "✓ ", "open": ""}[state]
    days = "; ".join(plan_day(one) for one in action.dates)
    words = "overdue, " * overdue + action.progress.value
    return marked_item(
        tuple(mark for one in action.dates for mark in axis.marks(one)),
        label=sign + shortened(f"{action.id} {action.deliverable}", axis.sheet.label),
        tooltip=shortened(f"{action.id} {action.deliverable}: {days}; {words}", 400),
        state=state,
        sheet=axis.sheet,
    )


def _milestones(milestones: Iterable[Milestone], axis: Axis) -> Iterator[Item]:
    """Yield one item for each date, so that a milestone with two dates is seen to have two."""
    for one in milestones:
        named = one.title if one.title.casefold().startswith(one.id.casefold()) else f"{one.id} {one.title}"
        for read in one.dates:
            drawn = marked_item(
                tuple(axis.marks(read)),
                label=shortened(named, axis.sheet.label),
                tooltip=shortened(f"Milestone {named}: {plan_day(read)}", 400),
                state="milestone",
                sheet=axis.sheet,
            )
            if drawn:
                yield drawn


def marked_item(marks: tuple[Mark, ...], *, label: str, tooltip: str, state: str, sheet: Sheet) -> Item | None:
    if not marks:
        return None
    left, right = min(one.left for one in marks), max(one.right for one in marks)
    room = len(label) * sheet.character + sheet.gap
    before, nudge = right + room > sheet.width, sheet.gap * 0.625
    return Item(
        y=0,
        marks=marks,
        label=label,
        label_x=round(left - nudge if before else right + nudge, 1),
        label_before=before,
        tooltip=tooltip,
        state=state,
        left=left - room if before else left,
        right=right if before else right + room,
    )


def in_lanes(items: Iterable[Item], y: float, sheet: Sheet) -> tuple[Item, ...]:
    """Return *items* on as few lanes as hold them without one label running into the next mark."""
    ends: list[float] = []
    placed: list[Item] = []
    for item in sorted(items, key=lambda one: (one.left, one.label)):
        lane = next((number for number, end in enumerate(ends) if end <= item.left), len(ends))
        ends[lane : lane + 1] = [item.right + sheet.gap]
        placed.append(evolve(item, y=y + sheet.pad + sheet.lane * (lane + 0.5)))
    return tuple(placed)
