"""The list of documents: those the register describes, then the files that it does not."""

from __future__ import annotations

from datetime import date

from readiness._words import day
from readiness.model import Assessment, DocumentEntry, DocumentRow, FoundFile


def document_rows(assessment: Assessment) -> tuple[DocumentRow, ...]:
    """Return a row for each registered document in the register's order, and one for each other file."""
    files = {one.path: one for one in assessment.folder.files}
    entries = assessment.folder.register.documents
    known = {one.path for one in entries}
    registered = [_registered(one, files.get(one.path)) for one in entries]
    return (*registered, *(_found(one) for one in assessment.folder.files if one.path not in known))


def _registered(entry: DocumentEntry, file: FoundFile | None) -> DocumentRow:
    return DocumentRow(
        path=entry.path,
        title=entry.title or entry.path,
        kinds=", ".join(kind.value for kind in entry.kinds),
        owner=entry.owner,
        version=entry.version,
        effective=_day(entry.effective),
        review_by=_day(entry.review_by),
        approvals=tuple(
            f"{one.body}, {day(one.date)}"
            + (f", version {one.version}" if one.version else "")
            + (f" (minute {one.minute})" if one.minute else "")
            for one in entry.approvals
        ),
        criteria=tuple(dict.fromkeys(one.criterion for one in entry.claims)),
        size=file.size if file else None,
        sha256=file.sha256 if file else "",
        registered=True,
        state=file.state.value if file else "not in the folder",
    )


def _found(file: FoundFile) -> DocumentRow:
    return DocumentRow(
        path=file.path,
        title=file.path,
        kinds="",
        owner="",
        version="",
        effective="",
        review_by="",
        approvals=(),
        criteria=(),
        size=file.size,
        sha256=file.sha256,
        registered=False,
        state=file.state.value,
    )


def _day(value: date | None) -> str:
    return day(value) if value else ""
