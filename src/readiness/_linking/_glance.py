"""The first look at every document: quick, and the same whatever the register asks."""

from __future__ import annotations

from readiness._ids import IdScheme
from readiness.model import DocumentText, Reading

from ._citations import citations
from ._fingerprint import fingerprint


def glance(document: DocumentText, ids: IdScheme) -> Reading:
    """
    Return what *document* says at first sight: everything of a reading but the closer look.

    Args:
        document: as it was read; one that could not be read gives a reading with its faults.
        ids: the ids of the catalogue.

    >>> from readiness.model import Locator, Passage
    >>> text = DocumentText(path="a.txt", passages=(Passage("Evidence for OA 8.", Locator(line=1)),))
    >>> reading = glance(text, IdScheme.of(["OA8"]))
    >>> reading.words, reading.citations[0].criterion, str(reading.citations[0].spot)
    (4, 'OA8', 'line 1: “Evidence for OA 8.”')
    """
    mark, words = fingerprint(document)
    return Reading(
        path=document.path,
        format=document.format,
        reader=document.reader,
        sha256=document.sha256,
        facts=document.facts,
        faults=document.faults,
        truncated=document.truncated,
        words=words,
        fingerprint=mark,
        citations=citations(document, ids),
    )
