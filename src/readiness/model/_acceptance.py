"""What a person has looked at, and how its text has changed since."""

from __future__ import annotations

from datetime import date
from enum import Enum

from attrs import frozen


@frozen(kw_only=True)
class Acceptance:
    """
    A person looked at a claimed document, or at the place in it, and took it for evidence of a criterion.

    Attributes:
        document: path relative to the evidence folder.
        criterion: canonical id.
        where: the claim's ``where`` at the time; empty for the whole document.
        by: who looked; may be empty.
        on: the day.
        document_fingerprint: of the document's text then.
        passage_fingerprint: of the text at the place then; empty for the whole document.
        criterion_fingerprint: of the criterion's wording then.
        text: passages as accepted, so that a change can be shown; empty if they were too long to keep.
        line: line of the file of acceptances, counted from 1.
    """

    document: str
    criterion: str
    where: str = ""
    by: str = ""
    on: date
    document_fingerprint: str
    passage_fingerprint: str = ""
    criterion_fingerprint: str
    text: tuple[str, ...] = ()
    line: int | None = None


class EditKind(Enum):
    """What became of a run of words between two versions of a text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"
    SKIPPED = "skipped"
    """Words that are the same and too far from any change to be shown."""


@frozen
class Edit:
    """A run of words, and what became of it."""

    kind: EditKind
    words: str


@frozen(kw_only=True)
class Revision:
    """
    How an accepted text has changed since.

    Attributes:
        document: path relative to the evidence folder.
        criterion: canonical id.
        where: the claim's ``where`` when it was accepted; empty for the whole document.
        edits: the change, word by word; empty where the accepted text was not kept.
    """

    document: str
    criterion: str
    where: str = ""
    edits: tuple[Edit, ...] = ()
