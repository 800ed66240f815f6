"""Draft marks and protective markings, as they stand at the head of a document, in its margins or its properties."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from readiness.model import DocumentFacts, Passage

from ._drafts import draft_marks
from ._markings import protective_marking
from ._zones import zones_of


def marked(facts: DocumentFacts, passages: Iterable[Passage]) -> DocumentFacts:
    """
    Add to *facts* the draft marks and the protective marking that the passages and properties show.

    >>> from readiness.model import Locator
    >>> facts = marked(DocumentFacts(), [Passage("RESTRICTED - STAFF", Locator(part="header")),
    ...                                  Passage("Draft 2 for comment", Locator(paragraph=1))])
    >>> facts.protective_marking, facts.draft_marks
    ('RESTRICTED - STAFF', ('Draft 2',))
    """
    zones = zones_of(facts, passages)
    drafts = tuple(dict.fromkeys((*facts.draft_marks, *draft_marks(zones))))
    marking = facts.protective_marking or protective_marking(zones)
    if (drafts, marking) == (facts.draft_marks, facts.protective_marking):
        return facts
    return evolve(facts, draft_marks=drafts, protective_marking=marking)
