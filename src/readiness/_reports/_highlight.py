"""The monthly highlight report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readiness._words import counted, day, listed
from readiness.model import (
    Block,
    Bullets,
    Cause,
    CauseKind,
    Difference,
    EvidenceProfile,
    Heading,
    Line,
    Movement,
    Paragraph,
    Phrasing,
    Report,
    Tone,
    Way,
    Words,
)

from ._frame import frame, head, numbers, strand_grid, verdict, warnings
from ._month import month_grid
from ._risks import issue_grid, overdue_grid, risk_grid
from ._words import say, sentence

_PROGRESS = (Way.CLOSED, Way.IMPROVED, Way.NO_LONGER_STALE, Way.EXCUSED, Way.REWORDED)
_NO_RECORD = (
    "No earlier assessment was given, so nothing is said of progress. Keep this one with -o FILE.json of the command "
    "profile, and give it next time with --since."
)


def highlight_report(profile: EvidenceProfile, found: Difference | None = None) -> Report:
    """
    Return the monthly highlight report: progress, colours by strand, risks and issues, and the next month.

    Args:
        profile: the assessment.
        found: what changed since the last one; ``None`` if there was none.
    """
    return frame(profile, "Highlight report", _blocks(profile, found))


def _blocks(profile: EvidenceProfile, found: Difference | None) -> Iterator[Block]:
    judged = profile.assessment
    yield verdict(profile)
    yield from warnings(judged)
    yield head(profile, found)
    yield numbers(profile)
    yield from progress_blocks(found, profile.phrasing)
    yield Heading(text="By strand")
    yield strand_grid(profile)
    yield Heading(text="Risks and issues")
    yield issue_grid(profile)
    yield overdue_grid(judged)
    yield risk_grid(profile)
    yield Heading(text="Next month")
    yield month_grid(judged)
    yield Heading(text="What was not looked at")
    yield Bullets(items=tuple(say(one) for one in profile.not_looked_at))


def progress_blocks(found: Difference | None, words: Phrasing) -> Iterator[Block]:
    """Yield what moved since the last assessment, in a line each: what is better first, then what is worse."""
    if found is None:
        yield Heading(text="Progress")
        yield Paragraph(words=say(_NO_RECORD), tone=Tone.NOTICE)
        return
    yield Heading(text=f"Progress since {day(found.old.as_of)}")
    for notice in found.notices:
        yield Paragraph(words=say(notice), tone=Tone.NOTICE)
    better = [one for way in _PROGRESS for one in found.of(way)]
    yield from _list("Better", better, "Nothing closed or got better.", words)
    yield from _list("Worse", found.worse, "Nothing got worse.", words)


def _list(title: str, moved: Iterable[Movement], otherwise: str, words: Phrasing) -> Iterator[Block]:
    by_criterion: dict[str, list[Movement]] = {}
    for one in moved:
        by_criterion.setdefault(one.criterion, []).append(one)
    number = counted(len(by_criterion), "criterion", "criteria")
    yield Heading(text=f"{title}: {number}" if by_criterion else title, level=3)
    if by_criterion:
        yield Bullets(items=tuple(_line(one, words) for one in by_criterion.values()))
    else:
        yield Paragraph(words=say(otherwise))


def _line(moved: list[Movement], words: Phrasing) -> Line:
    """Return the ways in which one criterion moved in a line, with the cause that says most."""
    first = moved[0]
    then, now = first.then, first.now
    was = f" (was {words.status(then)}, is {words.status(now)})" if then and now and then is not now else ""
    cause = _telling(first.causes)
    because = f" {sentence(cause.kind.value)}: {cause.sentence}" if cause else ""
    named = f"{first.criterion} {first.title}".strip()
    ways = listed(dict.fromkeys(one.way.value for one in moved))
    return (Words(text=named, strong=True), Words(text=f" {ways}{was}.{because}"))


def _telling(causes: tuple[Cause, ...]) -> Cause | None:
    """Return the cause that says most: a decision, or else the most serious, which comes first."""
    decisions = (one for one in causes if one.kind in {CauseKind.EXCUSE, CauseKind.NO_EXCUSE})
    return next(decisions, causes[0] if causes else None)
