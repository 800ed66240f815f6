"""What is to be said of the folder as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readiness._words import counted, listed
from readiness.model import EvidenceFolder, Finding, Level, Location

_SHOWN = 5


def folder_findings(folder: EvidenceFolder, in_scope: Iterable[str]) -> Iterator[Finding]:
    """
    Yield what belongs to no single criterion of the assessment.

    Args:
        folder: as it was found.
        in_scope: ids of the criteria that are assessed.
    """
    yield from folder.register.remarks
    yield from _blind(folder)
    yield from _absent(folder)
    yield from _unregistered(folder)
    yield from _out_of_scope(folder, set(in_scope))


def _blind(folder: EvidenceFolder) -> Iterator[Finding]:
    reasons = dict(folder.skipped)
    for path in folder.blind:
        yield Finding(
            rule="folder",
            level=Level.WARNING,
            message=f"Could not look at {path}: {reasons[path]}.",
            location=Location(path),
            fix="Make it readable, or put the documents themselves into the folder.",
        )


def _absent(folder: EvidenceFolder) -> Iterator[Finding]:
    """Yield registered documents that are absent and claimed for nothing; criteria speak of the others."""
    there = {one.path for one in folder.files}
    for entry in folder.register.documents:
        if entry.path not in there and not entry.claims:
            yield Finding(
                rule="folder",
                level=Level.WARNING,
                message=f"The register describes {entry.path}, which is not in the folder.",
                location=Location(folder.register.file, line=entry.line, part=entry.path),
                fix="Put the file there, correct its path, or remove its table.",
                document=entry.path,
            )


def _unregistered(folder: EvidenceFolder) -> Iterator[Finding]:
    """Yield one note for all files that the register does not describe, so that a large folder does not flood."""
    known = {entry.path for entry in folder.register.documents}
    extra = [one.path for one in folder.files if one.path not in known]
    if extra:
        more = len(extra) - _SHOWN
        names = [*extra[:_SHOWN], counted(more, "other")] if more > 0 else extra
        yield Finding(
            rule="folder",
            level=Level.NOTE,
            message=f"The register does not describe {counted(len(extra), 'file')} of the folder: {listed(names)}.",
            location=Location(folder.register.file),
            fix="Add a [[document]] table for each that is evidence.",
        )


def _out_of_scope(folder: EvidenceFolder, in_scope: set[str]) -> Iterator[Finding]:
    for waiver in folder.register.waivers:
        if waiver.criterion not in in_scope:
            yield Finding(
                rule="waiver",
                level=Level.WARNING,
                message=f"The waiver of {waiver.criterion} is not used: the assessment does not ask for it.",
                location=Location(folder.register.file, line=waiver.line, part=waiver.criterion),
                fix="Remove the waiver.",
            )
