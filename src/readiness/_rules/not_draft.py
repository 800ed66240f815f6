"""The rule `not-draft`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from readiness._words import calls_itself_withdrawn, counted, listed
from readiness.model import Criterion, Finding, Level, Reason, RuleContext, Spot

from ._shared import Opened, about, claimed, inside, name_of, opened, shortened, shown_first
from ._versions import named

_DRAFT_VERSION = re.compile(r"\s*(?:v|ver\.?|version)?\s*0+\.\d|.*\bdraft\b", re.IGNORECASE)


@frozen(kw_only=True)
class NotDraft:
    """
    The evidence is finished.

    What it asks
        That no claimed document calls itself a draft or superseded, bears a version below 1, or holds changes that
        nobody has accepted or refused.

    Why
        A draft says what somebody would like. With changes still tracked, nobody can tell which of two wordings was
        approved.

    What satisfies it
        A final document: no draft mark in its margins, on its title page, in its properties or behind its text; a
        version of 1 or above in the document and in the register; no tracked changes. Review comments left in are a
        warning: they are often only forgotten. So is the name of a file that says draft where the document does not.

    How to fix
        Finish it, accept or refuse every change, delete the comments, have it approved, and put the final document
        into the folder.

    Options
        level: ``error``, ``warning`` or ``note`` for drafts and tracked changes; default ``error``.
    """

    kind: ClassVar[str] = "not-draft"
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:  # noqa: ARG002 - the protocol
        """Yield what marks a document as unfinished."""
        told = set()
        for one in opened(context):
            for finding in self._inside(one, context):
                told.add(one.exhibit.entry.path)
                yield finding
        for exhibit in claimed(context):
            if _DRAFT_VERSION.match(exhibit.entry.version):
                told.add(exhibit.entry.path)
                message = f"“{name_of(exhibit)}” is registered as version {exhibit.entry.version}, a draft's."
                fix = "Finish it, have it approved, and register the final version."
                yield about(exhibit, context, self.kind, self.level, message, fix, Reason.UNAPPROVED)
            if exhibit.entry.path not in told and _is_named_as_draft(exhibit.entry.path):
                message = f"“{name_of(exhibit)}” may be a draft, by the name of its file: {exhibit.entry.path}"
                fix = "File the final document, or rename the file if it is final."
                yield about(exhibit, context, self.kind, Level.WARNING, message, fix)

    def _inside(self, one: Opened, context: RuleContext) -> Iterator[Finding]:
        name, facts = name_of(one.exhibit), one.reading.facts
        gone, unfinished = _parted(one.look.drafts)
        if gone:
            fix = "File and claim what is in force, or take the mark away if it is wrong."
            message = f"“{name}” calls itself no longer in force: {shown_first(gone)}"
            place = inside(one.exhibit, gone[0])
            yield about(one.exhibit, context, self.kind, self.level, message, fix, Reason.STALE, place)
        if marks := _draft_marks(one, unfinished):
            yield self._unfinished(one, context, f"“{name}” calls itself a draft: {marks}")
        if changes := facts.tracked_changes:
            message = f"“{name}” holds {counted(changes, 'tracked change')} that nobody has accepted or refused."
            yield self._unfinished(one, context, message)
        if comments := facts.comments:
            message = f"“{name}” holds {counted(comments, 'review comment')}."
            fix = "Deal with the comments and delete them."
            yield about(one.exhibit, context, self.kind, Level.WARNING, message, fix, location=inside(one.exhibit))

    def _unfinished(self, one: Opened, context: RuleContext, message: str) -> Finding:
        place = inside(one.exhibit, next(iter(one.look.drafts), None))
        fix = "Finish it, accept or refuse every change, have it approved, and file the final document."
        return about(one.exhibit, context, self.kind, self.level, message, fix, Reason.UNAPPROVED, place)


def _parted(spots: tuple[Spot, ...]) -> tuple[tuple[Spot, ...], tuple[Spot, ...]]:
    """Return the places that say that the document is out of force, and those that say that it is unfinished."""
    gone = tuple(one for one in spots if any(map(calls_itself_withdrawn, one.quote.split("\n"))))
    return gone, tuple(one for one in spots if one not in gone)


def _draft_marks(one: Opened, spots: tuple[Spot, ...]) -> str:
    marks = (f"“{shortened(mark)}”" for mark in one.reading.facts.draft_marks)
    return shown_first(spots) or listed(marks)


def _is_named_as_draft(path: str) -> bool:
    """Return whether the name of a file says draft, or gives a version below 1."""
    name = named(path)
    return name.rank < 0 or name.version[:1] == (0,)
