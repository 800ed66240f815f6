"""
What the wording of an action says about its progress.

The colours of the plan are lost, so this is an inference, and the words that decided are kept beside it. The table is
read from the top and the first row that fits decides; where it has groups, they are the words that did. What asks for
attention stands first, and what only looks like *done* stands before *done*, so that a doubt never turns green.
"""

from __future__ import annotations

import re

from readiness.model import Progress

_TIME = r"(?:end|start|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_ENDED = "(?:in place|done|completed?|appointed|submitted)"

TABLE: tuple[tuple[Progress, str], ...] = (
    (Progress.ATTENTION, r"\bcontinues to be an? (?:issue|problem|risk)\b"),
    (Progress.ATTENTION, r"\bfind out\b[^?.]*\??"),
    (Progress.ATTENTION, r"^investigate\b"),
    (Progress.ATTENTION, r"\bnot (?:yet |currently |been )?(?:published|given|available|known|agreed|received)\b"),
    (Progress.ATTENTION, r"\bnot (?:yet |currently )?(?:in place|complete[d]?|done|started|appointed|submitted)\b"),
    (Progress.ATTENTION, r"\b(?:overdue|delayed|slipped|slippage|at risk|on hold)\b"),
    (Progress.ATTENTION, r"\bno\b[^.,;]{0,40}?\bin place\b"),
    (Progress.ATTENTION, rf"\b{_ENDED}\s*(?:\?|\(?\s*not yet\b)"),
    (Progress.IN_HAND, r"\bin place but\b[^.]*"),
    (Progress.IN_HAND, r"\b(draft)\b[^.;]*?\b(in place)\b"),
    (Progress.IN_HAND, r"\b(in place)\b.*?\b(include in|add to|still to \w+|to (?:go|be \w+))\b"),
    (Progress.IN_HAND, r"\b(?:partly|partially|nearly|almost) (?:in place|complete[d]?|done)\b"),
    (
        Progress.PLANNED,
        rf"\b(?:will|to|should|must|once|when|until|if|needs?)\b[^.,;]{{0,60}}?\b{_ENDED}\b",
    ),
    (
        Progress.PLANNED,
        rf"\b{_ENDED} (?:by|before|for|from|in) (?:the )?{_TIME}",
    ),
    (Progress.PLANNED, r"^(?:ensure|put|get|have|establish|see)\b[^.;]{0,60}?\bin place\b"),
    (Progress.DONE, r"\bsubmitted on time\b"),
    (Progress.DONE, r"^complete(?=\s*(?:[-\N{EN DASH}\N{EM DASH}:;,.(]|$))"),
    (Progress.DONE, r"^(?:completed|done|achieved|finished)\b"),
    (Progress.DONE, r"^appointed\b"),
    (Progress.DONE, r"\b(?:has|have) been (?:appointed|approved|briefed|completed|submitted|trained)\b"),
    (Progress.DONE, r"\bin place\b"),
    (Progress.IN_HAND, r"^(?:on-?\s?going|in progress|under way|underway|started)\b"),
    (Progress.IN_HAND, r"^drafted\b(?:, agreed)?"),
    (Progress.IN_HAND, r"\bmoving towards\b"),
    (Progress.IN_HAND, r"\bbeen undertaken\b"),
    (Progress.PLANNED, r"\bto be (?:\w+ )?(?:added|drafted|used|agreed|managed|provided|included)\b"),
    (Progress.PLANNED, r"\bwill (?:be|use|have)\b"),
    (Progress.PLANNED, r"^(?:map process|discuss|check with|draft (?:policy|process|procedure))\b"),
    (Progress.PLANNED, r"^(?:planned|not started|to do)\b"),
    (Progress.PLANNED, r"^(?:appoint|brief|complete|ensure|identify|present to|submit to|use|review)\b"),
)

# What a column called "status" says, in the words that people use there.
STATUS: dict[str, Progress] = {
    "not stated": Progress.NOT_STATED,
    **dict.fromkeys(("done", "complete", "completed", "achieved", "closed"), Progress.DONE),
    **dict.fromkeys(("in hand", "in progress", "ongoing", "on-going", "under way", "started"), Progress.IN_HAND),
    "green": Progress.IN_HAND,  # the colour keys of plans say: achieved or in hand
    **dict.fromkeys(("planned", "not started", "to do", "open", "amber"), Progress.PLANNED),
    **dict.fromkeys(
        ("needs attention", "attention", "late", "overdue", "at risk", "blocked", "red"), Progress.ATTENTION
    ),
}

_COMPILED = tuple((progress, re.compile(pattern, re.IGNORECASE)) for progress, pattern in TABLE)


def infer_progress(comment: str) -> tuple[Progress, str]:
    """
    Return what a comment says about progress, and the words that decided.

    >>> infer_progress("Done, testing is ongoing")
    (<Progress.DONE: 'done'>, 'Done')
    >>> infer_progress("Complete the forms and send them")
    (<Progress.PLANNED: 'planned'>, 'Complete')
    >>> infer_progress("Process in place. Include in the guide")
    (<Progress.IN_HAND: 'in hand'>, 'in place … Include in')
    """
    text = re.sub(r"\s+", " ", comment).strip()
    for progress, pattern in _COMPILED:
        if match := pattern.search(text):
            return progress, " \N{HORIZONTAL ELLIPSIS} ".join(match.groups()) or match[0].strip()
    return Progress.NOT_STATED, ""


def stated_progress(status: str) -> Progress | None:
    """Return what a status cell states, or ``None`` if its words are not known."""
    return STATUS.get(re.sub(r"\s+", " ", status).strip(" .").casefold())
