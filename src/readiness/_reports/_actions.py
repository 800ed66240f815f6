"""The action plan: each gap with what to do, who, by when, and what the project plan has for it."""

from __future__ import annotations

from collections.abc import Iterator

from readiness._words import counted, some_of
from readiness.model import Assessment, Block, Bullets, EvidenceProfile, Gap, Heading, Line, Report

from ._frame import due_words, frame, gap_grid, verdict, warnings
from ._risks import overdue_grid
from ._words import say

_MANY = 12


def action_report(profile: EvidenceProfile) -> Report:
    """Return the action plan: what to do first comes first."""
    return frame(profile, "Action plan", _blocks(profile))


def _blocks(profile: EvidenceProfile) -> Iterator[Block]:
    judged = profile.assessment
    yield verdict(profile)
    yield from warnings(judged)
    yield Bullets(items=tuple(_in_short(profile.gaps, judged)))
    yield Heading(text="What to do, the most pressing first")
    yield gap_grid(profile.gaps, "Gaps and actions", "There are no gaps, so there is nothing to do.")
    yield Heading(text="The project plan")
    yield overdue_grid(judged)


def _in_short(gaps: tuple[Gap, ...], assessment: Assessment) -> Iterator[Line]:
    yield say(f"Due {due_words(assessment)}.")
    yield say(f"{counted(len(gaps), 'gap')} to close.")
    for chosen, what in (
        ([one.id for one in gaps if not one.who], "nobody is named for"),
        ([one.id for one in gaps if not one.action], "the plan has no action for"),
    ):
        if chosen:
            yield say(f"{counted(len(chosen), 'gap')} that {what}: {some_of(chosen, _MANY)}.")
