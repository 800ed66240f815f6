"""
The geometry of the timeline: where each mark of the picture stands, in units of its view box.

A day is a diamond, a month whose day is unknown is a hollow bar as wide as the month, and another reading of a date is
the same in dashes. The layout itself, with its colours, is a template.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import evolve, field, frozen

from readiness.model import Action, Confidence, Milestone, PartialDate, PlanDate, Progress, Timeline, TimelineRow

from ._text import plan_day, shortened

WIDTH = 1180
_GUTTER = 170
_EDGE = 16
HEAD = 76
_LANE = 22
PAD = 10
_DIAMOND = 6
_CHARACTER = 6.1
_GAP = 8
_LABEL = 34
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_MOST_TICKS = 30


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

    @property
    def left(self) -> float:
        """Return where it begins."""
        return self.x if self.width else self.x - _DIAMOND

    @property
    def right(self) -> float:
        """Return where it ends."""
        return self.x + (self.width or _DIAMOND)


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


def picture(timeline: Timeline) -> Picture:
    """Return the geometry of *timeline*."""
    axis = Axis.of(timeline.start, timeline.end)
    bands = tuple(_bands(timeline, axis))
    return Picture(
        height=bands[-1].y + bands[-1].height + PAD if bands else HEAD + PAD,
        head=HEAD,
        left=_GUTTER,
        right=WIDTH - _EDGE,
        ticks=tuple(ticks(timeline.start, timeline.end, axis)),
        bands=bands,
        as_of=axis.inside(timeline.as_of),
        due=axis.inside(timeline.due),
    )


@frozen
class Axis:
    """From days to units of the view box."""

    start: int
    days: int

    @classmethod
    def of(cls, start: date, end: date) -> Axis:
        return cls(start.toordinal(), max(1, end.toordinal() + 1 - start.toordinal()))

    def at(self, ordinal: float) -> float:
        share = min(1.0, max(0.0, (ordinal - self.start) / self.days))
        return round(_GUTTER + share * (WIDTH - _EDGE - _GUTTER), 1)

    def inside(self, day: date) -> float | None:
        shown = self.start <= day.toordinal() < self.start + self.days
        return self.at(day.toordinal() + 0.5) if shown else None

    def mark(self, day: PartialDate, *, dashed: bool) -> Mark:
        if day.day:
            return Mark(x=self.at(day.earliest.toordinal() + 0.5), width=0, dashed=dashed)
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
    y: float = HEAD
    if timeline.milestones:
        band = laid_band("Milestones", (), in_lanes(_milestones(timeline.milestones, axis), y), y)
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
    return laid_band(row.strand, tuple(filter(None, notes)), in_lanes(items, y), y)


def laid_band(title: str, notes: tuple[str, ...], items: tuple[Item, ...], y: float) -> Band:
    lines = _wrapped(title)
    bottom = max((item.y for item in items), default=y) + _LANE / 2 + PAD
    words = 14 * (len(lines) + len(notes)) + 2 * PAD
    return Band(y=y, height=max(bottom - y, words), title=lines, notes=notes, items=items)


def _wrapped(title: str) -> tuple[str, ...]:
    """Return a strand's title on up to three lines that fit left of the axis."""
    lines = [""]
    for word in shortened(title, 66).split():
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= 22 or not lines[-1]:  # noqa: PLR2004 - characters that fit the gutter
            lines[-1] = joined
        else:
            lines.append(word)
    return tuple(shortened(line, 22) for line in lines[:3])


def _action(action: Action, as_of: date, axis: Axis) -> Item | None:
    overdue = action.overdue_on(as_of)
    state = "late" if overdue else "done" if action.progress is Progress.DONE else "open"
    sign = {"late": "! ", "done": "✓ ", "open": ""}[state]
    days = "; ".join(plan_day(one) for one in action.dates)
    words = "overdue, " * overdue + action.progress.value
    return marked_item(
        tuple(mark for one in action.dates for mark in axis.marks(one)),
        label=sign + shortened(f"{action.id} {action.deliverable}", _LABEL),
        tooltip=shortened(f"{action.id} {action.deliverable}: {days}; {words}", 400),
        state=state,
    )


def _milestones(milestones: Iterable[Milestone], axis: Axis) -> Iterator[Item]:
    """Yield one item for each date, so that a milestone with two dates is seen to have two."""
    for one in milestones:
        named = one.title if one.title.startswith(one.id) else f"{one.id} {one.title}"
        for read in one.dates:
            drawn = marked_item(
                tuple(axis.marks(read)),
                label=shortened(named, _LABEL),
                tooltip=shortened(f"Milestone {named}: {plan_day(read)}", 400),
                state="milestone",
            )
            if drawn:
                yield drawn


def marked_item(marks: tuple[Mark, ...], *, label: str, tooltip: str, state: str) -> Item | None:
    if not marks:
        return None
    left, right = min(one.left for one in marks), max(one.right for one in marks)
    room = len(label) * _CHARACTER + _GAP
    before = right + room > WIDTH
    return Item(
        y=0,
        marks=marks,
        label=label,
        label_x=round(left - 5 if before else right + 5, 1),
        label_before=before,
        tooltip=tooltip,
        state=state,
        left=left - room if before else left,
        right=right if before else right + room,
    )


def in_lanes(items: Iterable[Item], y: float) -> tuple[Item, ...]:
    """Return *items* on as few lanes as hold them without one label running into the next mark."""
    ends: list[float] = []
    placed: list[Item] = []
    for item in sorted(items, key=lambda one: (one.left, one.label)):
        lane = next((number for number, end in enumerate(ends) if end <= item.left), len(ends))
        ends[lane : lane + 1] = [item.right + _GAP]
        placed.append(evolve(item, y=y + PAD + _LANE * (lane + 0.5)))
    return tuple(placed)
