"""The rule `no-orphans`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from readiness._words import counted, listed, some_of
from readiness.model import DocumentEntry, EvidenceFolder, Finding, FolderContext, Level, Location


@frozen(kw_only=True)
class NoOrphans:
    """
    Every document in the folder supports something.

    What it asks
        That each document that the register describes is claimed for a criterion, and that each file of the folder is
        described.

    Why
        A document that supports nothing is either evidence that was forgotten, or a distraction for the assessor.

    What satisfies it
        A ``[[document]]`` with at least one ``[[document.claim]]`` for each file. All documents without a claim are
        told in one finding, all files without a table in another, which also says which of them name a criterion.

    How to fix
        Claim the document for the criterion it supports, or take it out of the folder.

    Options
        level: ``error``, ``warning`` or ``note``; default ``note``.
    """

    kind: ClassVar[str] = "no-orphans"
    level: Level = Level.NOTE

    def check_folder(self, context: FolderContext) -> Iterator[Finding]:
        """Yield one finding for the documents without a claim, and one for the files that are not described."""
        folder = context.folder
        there = {one.path for one in folder.files}
        idle = [one for one in folder.register.documents if one.path in there and not one.claims]
        if idle:
            yield self._idle(folder, idle)
        yield from undescribed(folder, self.kind, self.level)

    def _idle(self, folder: EvidenceFolder, idle: list[DocumentEntry]) -> Finding:
        one = len(idle) == 1
        verb = "is" if one else "are"
        return Finding(
            rule=self.kind,
            level=self.level,
            message=f"{counted(len(idle), 'document')} {verb} claimed for nothing: {some_of(e.path for e in idle)}.",
            location=Location(folder.register.file, line=idle[0].line, part=idle[0].path),
            fix="Add [[document.claim]] for the criterion it supports, or take it out of the folder.",
            document=idle[0].path if one else "",
        )


def undescribed(folder: EvidenceFolder, rule: str, level: Level) -> Iterator[Finding]:
    """Yield one finding for all files that the register does not describe, so that a large folder does not flood."""
    known = {entry.path for entry in folder.register.documents}
    extra = [one.path for one in folder.files if one.path not in known]
    if extra:
        yield Finding(
            rule=rule,
            level=level,
            message=(
                f"The register does not describe {counted(len(extra), 'file')} of the folder: {some_of(extra)}."
                f"{_naming(folder, set(extra))}"
            ),
            location=Location(folder.register.file),
            fix="Add a [[document]] table for each that is evidence.",
        )


def _naming(folder: EvidenceFolder, extra: set[str]) -> str:
    """Return which of the files name a criterion, as a sentence; empty if none does."""
    naming = [
        f"{one.path} ({listed(ids)})"
        for one in folder.readings
        if one.path in extra and (ids := [cited.criterion for cited in one.citations if cited.known])
    ]
    if not naming:
        return ""
    return f" Of these, {some_of(naming)} {'names' if len(naming) == 1 else 'name'} a criterion."
