"""The parts of a profile that are a picture with its table: strands, criteria at a glance, what runs out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readiness.model import Block, Grid, Heading, Line, Paragraph, Status, Tone

from . import _text
from ._coverage import bars
from ._drawn_standing import bars as drawn_bars
from ._drawn_standing import tiles
from ._drawn_time import lapses
from ._drawn_time import plan as drawn_plan
from ._facets import NO_STRAND
from ._spoken import lines, say, standing, to
from ._view import ProfileView


def coverage(seen: ProfileView) -> Iterator[Block]:
    """Yield how the criteria of each strand stand."""
    if not seen.criteria:
        return
    yield Heading(text="Coverage by strand")
    order = (one.title for one in seen.profile.assessment.catalogue.strands)
    found = bars(((one.strand or NO_STRAND, one.result.status) for one in seen.criteria), order)
    if drawn := drawn_bars(found, seen.profile.phrasing):
        yield drawn
    yield Grid(
        caption="How the criteria of each strand stand",
        head=("Strand", "Criteria", "How they stand"),
        rows=tuple(
            (say(one.strand), say(str(one.total)), _stand([(each.status, each.count) for each in one.segments]))
            for one in found
        ),
        widths=(2.4, 1.2, 6.4),
    )


def _stand(counted: Sequence[tuple[Status, int]]) -> Line:
    return lines([(*say(f"{number} "), *standing(status)) for status, number in counted], between="  ")


def glance(seen: ProfileView) -> Iterator[Block]:
    """Yield each criterion with its status."""
    yield Heading(text="The criteria at a glance", opens=True)
    shown = seen.profile.tiles
    if drawn := tiles(shown, seen.profile.phrasing):
        yield drawn
    elif shown:
        many = (
            f"{_text.count(len(shown), 'criterion', 'criteria')} are too many for a tile each; the table has them all."
        )
        yield Paragraph(words=say(many), tone=Tone.QUIET)
    rows = tuple(
        (
            to(one.id, seen.anchors),
            say(one.title),
            standing(one.status),
            say(_short(one.say, seen.profile.phrasing.status(one.status))),
        )
        for one in shown
    )
    yield Grid(
        caption="Each criterion with its status",
        head=("Criterion", "Title", "Status", "In short"),
        rows=rows,
        otherwise="No criterion is in scope.",
        widths=(1.5, 4.0, 2.1, 2.4),
    )


def _short(words: str, status: str) -> str:
    return "" if words.lower() == status.lower() else words


def plan(seen: ProfileView) -> Iterator[Block]:
    """Yield the plan as a picture; its table is an annex."""
    timeline = seen.profile.timeline
    if timeline and (drawn := drawn_plan(timeline)):
        yield Heading(text="The plan by strand")
        yield from drawn
        yield Paragraph(words=say("Annex A has every action and milestone with its dates in words."), tone=Tone.QUIET)


def runs_out(seen: ProfileView) -> Iterator[Block]:
    """Yield what runs out within twelve months of the as-of date."""
    profile, as_of = seen.profile, _text.day(seen.profile.assessment.as_of)
    yield Heading(text="What runs out within a year")
    yield from lapses(profile)
    rows = tuple(
        (
            say(_text.day(one.until)),
            say(one.what),
            say(one.why),
            lines([to(each, seen.anchors) for each in one.criteria]),
        )
        for one in profile.lapses
    )
    yield Grid(
        caption="What runs out by the dates of the register, the first to do so first",
        head=("Good until", "What", "Why", "Criteria that rest on it"),
        rows=rows,
        otherwise=f"By the dates of the register nothing runs out within a year of {as_of}. Documents without a "
        "review date are not in this.",
        widths=(1.6, 4.6, 2.2, 1.6),
    )
