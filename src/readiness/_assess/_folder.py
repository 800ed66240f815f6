"""What is to be said of the folder as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readiness._rules.no_orphans import NoOrphans, undescribed
from readiness.model import Catalogue, EvidenceFolder, Finding, Level, Location, Reason

from ._inside import inside_findings, unread_findings


def folder_findings(folder: EvidenceFolder, in_scope: Iterable[str], catalogue: Catalogue) -> Iterator[Finding]:
    """
    Yield what belongs to no single criterion of the assessment.

    Args:
        folder: as it was found.
        in_scope: ids of the criteria that are assessed.
        catalogue: with the rules that it is judged by; what one of them says is not said twice.
    """
    yield from folder.register.remarks
    yield from unseen_findings(folder)
    yield from _absent(folder)
    if not any(isinstance(rule, NoOrphans) for rule in catalogue.folder_rules):
        yield from undescribed(folder, "folder", Level.NOTE)
    yield from inside_findings(folder)
    yield from _out_of_scope(folder, set(in_scope))


def unseen_findings(folder: EvidenceFolder) -> Iterator[Finding]:
    """Yield what could not be looked at, which may hold evidence for any criterion."""
    reasons = dict(folder.skipped)
    for path in folder.blind:
        yield Finding(
            rule="folder",
            level=Level.WARNING,
            message=f"Could not look at {path}: {reasons[path]}.",
            location=Location(path),
            fix="Make it readable, or put the documents themselves into the folder.",
            reason=Reason.UNREADABLE,
        )
    yield from unread_findings(folder)


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
