"""Draft marks and protective markings, as they stand at the head of a document, in its margins or its properties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import evolve

from readiness.model import DocumentFacts, Passage

_HEAD = 30
"""How many of the first passages are looked at: a title page and the control table that follows it."""
_SHORT = 120
_MARGINS = ("header", "footer", "watermark")
_PROGRAMS = {"producer", "creator", "generator"}
"""Properties that name a program, whose version 0.9 says nothing of the document."""
_DRAFT = re.compile(
    r"\bdraft(?: (?:version|v)? ?\d[\w.]*)?\b|\b(?:version|ver|issue|v)[ .:]*0\.\d+\w*|\bnot (?:yet )?approved\b"
    r"|\bfor (?:consultation|comment|discussion) only\b|\bwork in progress\b",
    re.IGNORECASE,
)
_MARKING = re.compile(
    r"\b(?:NOT PROTECTIVELY MARKED|(?:PROTECT|RESTRICTED|CONFIDENTIAL|TOP SECRET|SECRET|OFFICIAL)"
    r"(?:[ :-]{1,3}(?:SENSITIVE|PERSONAL|STAFF|COMMERCIAL|POLICY|INVESTIGATIONS|MANAGEMENT|MEDICAL|PRIVATE)\b)?"
    r"|UNCLASSIFIED)(?![\w])"
)


def marked(facts: DocumentFacts, passages: Iterable[Passage]) -> DocumentFacts:
    """
    Add to *facts* the draft marks and the protective marking that the passages and properties show.

    >>> from readiness.model import Locator
    >>> facts = marked(DocumentFacts(), [Passage("RESTRICTED - STAFF", Locator(part="header")),
    ...                                  Passage("Draft 2 for comment", Locator(paragraph=1))])
    >>> facts.protective_marking, facts.draft_marks
    ('RESTRICTED - STAFF', ('Draft 2',))
    """
    said = (value for name, value in facts.properties if name.lower() not in _PROGRAMS)
    lines = [facts.title, *said, *_telling(passages)]
    drafts = dict.fromkeys(facts.draft_marks)
    for line in lines:
        drafts.update(dict.fromkeys(found[0].strip() for found in _DRAFT.finditer(line)))
    marking = facts.protective_marking or next((found[0] for found in map(_marking, lines) if found), "")
    return evolve(facts, draft_marks=tuple(drafts)[:20], protective_marking=marking)


def _telling(passages: Iterable[Passage]) -> Iterator[str]:
    """Yield the short lines of the head and of the margins, where marks stand; running text only talks of drafts."""
    for number, passage in enumerate(passages):
        margin = passage.locator.part.startswith(_MARGINS)
        if margin or number < _HEAD:
            yield from (line for line in passage.text.splitlines() if len(line) <= _SHORT)


def _marking(line: str) -> re.Match[str] | None:
    """Find a marking in capitals that makes up most of its line, as a marking does and a sentence does not."""
    found = _MARKING.search(line)
    return found if found and len(found[0]) * 2 >= len(line.strip()) else None
