"""The summary for a board, on one page."""

from __future__ import annotations

from collections.abc import Iterator

from readiness._words import counted, day, listed, some_of
from readiness.model import (
    Assessment,
    Block,
    Bullets,
    Decision,
    Difference,
    EvidenceProfile,
    Gap,
    Grid,
    Heading,
    Line,
    Paragraph,
    Phrasing,
    Report,
    Status,
    Way,
    Words,
)

from ._frame import due_words, frame, numbers, strand_grid, verdict, warnings
from ._words import counts, say

_SHOWN = 5
_LONGEST = 150


def board_report(profile: EvidenceProfile, found: Difference | None = None) -> Report:
    """
    Return the summary for a board: the decision, the colours, what stands in the way, and what is asked of it.

    Args:
        profile: the assessment.
        found: what changed since the last one; ``None`` if there was none.
    """
    return frame(profile, "Board summary", _blocks(profile, found), one_page=True)


def _blocks(profile: EvidenceProfile, found: Difference | None) -> Iterator[Block]:
    judged = profile.assessment
    yield verdict(profile)
    yield from warnings(judged)
    yield Paragraph(words=say(f"Due {due_words(judged)}. {_since(found)}"))
    yield numbers(profile)
    yield Heading(text="By strand")
    yield strand_grid(profile)
    yield Heading(text="What stands in the way")
    yield from _gaps(profile)
    yield Heading(text="Outlook")
    yield Bullets(items=tuple(_outlook(judged)))
    yield Heading(text="Decision")
    yield _to_fill(profile)


def _since(found: Difference | None) -> str:
    if found is None:
        return "No earlier assessment was given to compare it with."
    ways = (Way.CLOSED, Way.EXCUSED, Way.IMPROVED, Way.OPENED, Way.WEAKENED, Way.NEWLY_STALE, Way.LEFT_OUT)
    moved = counts(((len(found.of(way)), way.value) for way in ways), "nothing moved")
    notices = "".join(f" {one}" for one in found.notices)
    return f"Since {day(found.old.as_of)}: {moved}.{notices}"


def _gaps(profile: EvidenceProfile) -> Iterator[Block]:
    if not profile.gaps:
        yield Paragraph(words=say(f"Nothing: every criterion is {_fine(profile.phrasing)}."))
        return
    yield Bullets(items=tuple(map(_gap, profile.gaps[:_SHOWN])))
    if more := profile.gaps[_SHOWN:]:
        names = some_of((one.id for one in more), len(more) if len(more) <= 25 else 20)  # noqa: PLR2004 - what fits two lines
        yield Paragraph(words=say(f"And {counted(len(more), 'more gap')}: {names}."))


def _gap(gap: Gap) -> Line:
    why = gap.why if len(gap.why) <= _LONGEST else f"{gap.why[:_LONGEST].rpartition(' ')[0] or gap.why[:_LONGEST]}…"
    who = listed(gap.who) or "nobody is named"
    return (Words(text=f"{gap.id} {gap.title}", strong=True), Words(text=f": {why} Who: {who}, by {gap.by}."))


def _outlook(assessment: Assessment) -> Iterator[Line]:
    ahead = assessment.forecast
    if not assessment.plan:
        yield say("No plan was given, so nothing can be said of what is on its way.")
    for ids, what in (
        (ahead.closing, "will be closed in time, or are done, if the plan is right; its word is not evidence"),
        (ahead.late, "are late in the plan, or may be"),
        (ahead.undated, "have a plan action without a date"),
        (ahead.uncovered, "have no plan action"),
        (tuple(one.criterion for one in ahead.lapses), "will stand worse by the due date if nothing is done"),
    ):
        if ids:
            yield say(f"{len(ids)} {what}: {some_of(ids, 8)}.")


def _fine(words: Phrasing) -> str:
    return listed((words.status(one) for one in (Status.MET, Status.WAIVED, Status.NOT_APPLICABLE)), "or")


def _to_fill(profile: EvidenceProfile) -> Grid:
    go, no_go = (profile.phrasing.decision(one) for one in (Decision.GO, Decision.NO_GO))
    asked = f"{profile.assessment.assessment}: {go} or {no_go}"
    return Grid(
        caption="To be filled in by hand",
        head=("Decision", "Name and role", "Signature", "Date"),
        rows=((say(asked), (), (), ()),),
        to_fill=True,
    )
