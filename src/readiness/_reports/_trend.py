"""How an organisation stood over time, as a report: what the pictures of the page show, as tables."""

from __future__ import annotations

from collections.abc import Iterator

from readiness._renderers._phrased import phrased
from readiness._renderers._trend_text import over_time
from readiness._version import __version__
from readiness._words import counted, day
from readiness.model import (
    Block,
    Facts,
    Grid,
    Heading,
    Line,
    Paragraph,
    Phrasing,
    Report,
    Status,
    Tone,
    Trend,
    TrendPoint,
    TrendRow,
    Verdict,
    Words,
)

from ._frame import DECIDED
from ._words import about_words, dated, say, standing


def trend_report(found: Trend, phrasing: Phrasing | None = None) -> Report:
    """Return a trend as a report: how it stands now, each assessment with its counts, and each criterion over time."""
    last, words = found.points[-1], phrasing or Phrasing()
    return Report(
        kind="Trend",
        organisation=found.organisation,
        subtitle=f"{found.assessment}, {trend_span(found)}",
        as_of=last.as_of,
        blocks=phrased((*_blocks(found, words), *about_words(words)), words),
        generator=f"readiness {__version__}",
        about=found.catalogue,
    )


def trend_span(found: Trend) -> str:
    """Return from which day to which a trend goes."""
    first, last = found.points[0].as_of, found.points[-1].as_of
    return day(last) if first == last else f"{day(first)} to {day(last)}"


def _blocks(found: Trend, words: Phrasing) -> Iterator[Block]:
    yield _verdict(found, words)
    for notice in found.notices:
        yield Paragraph(words=say(notice), tone=Tone.NOTICE)
    yield Facts(rows=tuple(_facts(found)))
    yield Heading(text="How many criteria stood how")
    yield Paragraph(words=say("Each assessment holds until the next one."), tone=Tone.QUIET)
    yield _counts(found, words)
    yield Heading(text="Each criterion over time")
    yield Paragraph(words=say(f"{_moved(found)}; those that did come first."), tone=Tone.QUIET)
    yield _criteria(found, words)


def _verdict(found: Trend, words: Phrasing) -> Verdict:
    first, last = found.points[0], found.points[-1]
    then = (
        "" if first is last else f" On {day(first.as_of)} it was {words.decision(first.decision)}, with {_gaps(first)}."
    )
    return Verdict(
        word=words.decision(last.decision),
        rag=DECIDED[last.decision],
        sentence=f"On {day(last.as_of)} there were {_gaps(last)}.{then}",
    )


def _gaps(point: TrendPoint) -> str:
    of = counted(len(point.statuses), "criterion", "criteria")
    return f"{counted(point.gaps, 'gap')} in {of}"


def _facts(found: Trend) -> Iterator[tuple[str, Line]]:
    yield "Due", say(day(found.points[-1].due))
    yield "Assessments", say(str(len(found.points)))
    yield "Moved", say(_moved(found))


def _moved(found: Trend) -> str:
    return f"{found.moved} of {counted(len(found.rows), 'criterion', 'criteria')} moved"


def _counts(found: Trend, words: Phrasing) -> Grid:
    """Return the counts of each assessment, the last one first; a status that none of them has takes no column."""
    used = [one for one in Status if any(point.number(one) for point in found.points)]
    head = ("As of", "Decision", "Gaps", *map(words.label, used))
    return Grid(
        caption="Criteria by status in each assessment",
        head=head,
        rows=tuple(
            (
                dated(day(point.as_of), point.as_of),
                say(words.decision(point.decision)),
                say(str(point.gaps)),
                *(say(str(point.number(one))) for one in used),
            )
            for point in reversed(found.points)
        ),
        widths=(11, *(max(map(len, title.split())) + 2 for title in head[1:])),
    )


def _criteria(found: Trend, words: Phrasing) -> Grid:
    rows = sorted(found.rows, key=lambda one: not one.moved)
    return Grid(
        caption="How each criterion stood",
        head=("Criterion", "Now", "How it stood"),
        rows=tuple((_named(one), _now(one), say(over_time(one, words))) for one in rows),
        otherwise="No criterion was ever judged.",
        widths=(34, 16, 50),
    )


def _named(row: TrendRow) -> Line:
    return (Words(text=row.criterion, strong=True), Words(text=f" {row.title}"))


def _now(row: TrendRow) -> Line:
    return standing(row.stretches[-1].status if row.stretches else None)
