"""The summary that GitHub shows of a job: the decision, the counts, the gaps, and what could not be looked at."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.model import EvidenceProfile

from ._md_criterion import finding_lines
from ._md_text import listed, plain, table
from ._said import unseen
from ._text import count, day, rag_words, status_words
from ._view import why

BUDGET = 900_000
"""Bytes; GitHub refuses a summary of more than a mebibyte, and with it all of it."""
_CUT = "\n_There is more; the full report has it._\n"


def job_summary(profile: EvidenceProfile) -> bytes:
    """Return Markdown in which no text of the profile acts as markup, cut at a line if it is too long for GitHub."""
    whole = "\n".join(_lines(profile)).rstrip("\n").encode() + b"\n\n"
    if len(whole) <= BUDGET:
        return whole
    return whole[: whole.rfind(b"\n", 0, BUDGET) + 1] + _CUT.encode()


def _lines(profile: EvidenceProfile) -> Iterator[str]:
    judged = profile.assessment
    yield from (f"## {plain(judged.organisation)}: {plain(judged.assessment)} {judged.decision.value}", "")
    yield from (f"As of {day(judged.as_of)}, due {day(judged.due)}. {plain(why(profile))}", "")
    counted = [[status_words(one), rag_words(one.rag), str(number)] for one, number in profile.counts if number]
    yield from table(("Status", "Colour", "Criteria"), counted)
    if hidden := unseen(profile):
        yield from (f"### {count(len(hidden), 'thing')} could not be looked at", "")
        yield from listed(f"{plain(one.path)}: {plain(one.why)}" for one in hidden)
    if profile.gaps:
        yield from ("### What to do first", "")
        head = ("Criterion", "Status", "Why", "What to do", "Who", "By when")
        yield from table(head, _gaps(profile))
    if judged.findings:
        yield from ("### About the folder as a whole", "")
        yield from finding_lines(judged.findings)


def _gaps(profile: EvidenceProfile) -> list[list[str]]:
    return [
        [
            plain(f"{gap.id} {gap.title}"),
            status_words(gap.status),
            plain(gap.why),
            plain(gap.what),
            plain(", ".join(gap.who)) or "nobody is named",
            plain(gap.by) or "no date",
        ]
        for gap in profile.gaps
    ]
