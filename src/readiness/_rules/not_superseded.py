"""The rule `not-superseded`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import ClassVar

from attrs import field, frozen, validators

from readiness._words import day
from readiness.model import (
    Criterion,
    EvidenceFolder,
    Exhibit,
    FileState,
    Finding,
    Level,
    Look,
    Reading,
    Reason,
    RuleContext,
)

from ._shared import about, claimed, is_lasting, name_of, opened
from ._versions import Later, named, version_of


@frozen(kw_only=True)
class NotSuperseded:
    """
    There is no newer version of the evidence.

    What it asks
        That the folder holds no later version of a claimed document, and that the register describes none.

    Why
        A policy that has been replaced is not in force, however well it was approved in its day.

    What satisfies it
        The latest version being the one that is claimed. A version is later if it has the same name with a higher
        version (``policy v1.2.docx``, ``policy v1.3.docx``) in the same folder, or the same ``title`` in the register
        with a higher ``version``. A later year, "final" or "(2)" in a name only hints at it: where both texts were
        read they have to be alike, as the minutes of two months or the leaflets of a series are not; where one was
        not read, it is a warning. Records, statements and training material are judged by version numbers alone. A
        later version that is claimed as well is only noted, and one that takes effect later is a warning.

    How to fix
        Claim the later version. Remove the old one from the folder, or at least its claim.

    Options
        likeness: how much of two texts has to be the same where the names only hint, 0 to 1; default 0.5.
        level: level of a document that is superseded; default ``error``.
    """

    kind: ClassVar[str] = "not-superseded"
    likeness: float = field(default=0.5, validator=[validators.ge(0), validators.le(1)])
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:  # noqa: ARG002 - the protocol
        """Yield a finding for each document of which there is a later version."""
        if context.folder is None:
            return
        also_claimed = {one.exhibit.entry.path for one in opened(context)}
        for exhibit in claimed(context):
            found = [*self._files(exhibit, context.folder), *_entries(exhibit, context.folder)]
            if found:
                sure, path = max(found)
                yield self._finding(exhibit, context, path, sure is Later.YES, path in also_claimed)

    def _files(self, exhibit: Exhibit, folder: EvidenceFolder) -> Iterator[tuple[Later, str]]:
        """Yield the files whose names say or hint that they are later versions, and how sure that is."""
        name = named(exhibit.entry.path)
        for file in folder.files:
            later = named(file.path).later_than(name)
            if later is not Later.NO and file.state is FileState.PRESENT:
                sure = self._sure(later, exhibit, file.path, folder)
                if sure is not Later.NO:
                    yield sure, file.path

    def _sure(self, later: Later, exhibit: Exhibit, path: str, folder: EvidenceFolder) -> Later:
        """Return how sure it is that the file at *path* is a later version, once the texts were compared."""
        together = PurePosixPath(path).parent == PurePosixPath(exhibit.entry.path).parent
        if later is Later.YES and together:
            return Later.YES
        if later is Later.MAYBE and not is_lasting(exhibit):
            return Later.NO
        mine, theirs = _look(exhibit.reading), _look(folder.reading(path))
        if mine is None or theirs is None:
            return Later.MAYBE if together else Later.NO
        return Later.YES if mine.likeness(theirs) >= self.likeness else Later.NO

    def _finding(self, exhibit: Exhibit, context: RuleContext, path: str, sure: bool, also_claimed: bool) -> Finding:
        subject, start = f"“{name_of(exhibit)}” ({exhibit.entry.path})", _start(path, context)
        level, reason, fix = Level.WARNING, None, "Claim the later version, and remove the claim of this one."
        if also_claimed:
            level, fix = Level.NOTE, "Remove the claim of the older version."
            message = f"{subject} seems to be an older version of {path}, which is claimed as well."
        elif start is not None and start > context.as_of:
            message = f"{subject} will be superseded by {path} on {day(start)}."
        elif sure:
            level, reason, message = self.level, Reason.STALE, f"{subject} is superseded by {path}."
        else:
            message = f"{subject} may be superseded by {path}, by its name."
        return about(exhibit, context, self.kind, level, message, fix, reason)


def _look(reading: Reading | None) -> Look | None:
    """Return what a text can be compared by, or ``None`` if it cannot."""
    look = reading.look if reading else None
    return look if look and look.sketch else None


def _entries(exhibit: Exhibit, folder: EvidenceFolder) -> Iterator[tuple[Later, str]]:
    """Yield the documents that the register gives the same title and a higher version."""
    title, version = exhibit.entry.title.strip().casefold(), version_of(exhibit.entry.version)
    for entry in folder.register.documents:
        other = version_of(entry.version)
        if title and version and other and other > version and entry.title.strip().casefold() == title:
            yield Later.YES, entry.path


def _start(path: str, context: RuleContext) -> date | None:
    """Return the day on which the document at *path* takes effect, if the register says."""
    documents = context.folder.register.documents if context.folder else ()
    return next((one.effective for one in documents if one.path == path), None)
