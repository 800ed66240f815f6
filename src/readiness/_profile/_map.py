"""Which document is evidence for which criterion: the links of a judgement, turned round."""

from __future__ import annotations

from collections.abc import Iterable

from readiness.model import (
    Assessment,
    Basis,
    EvidenceFolder,
    EvidenceLink,
    EvidenceMap,
    FileState,
    MapCell,
    MapRow,
    Mark,
    Reason,
)


def evidence_map(assessment: Assessment) -> EvidenceMap:
    """Return criteria and documents with what joins them."""
    folder = assessment.folder
    suspect = {
        (result.criterion.id, one.document)
        for result in assessment.results
        for one in result.findings
        if one.reason is Reason.SUSPECT
    }
    unread = {one.path for one in folder.readings if not one.complete}
    linked: dict[str, dict[str, list[EvidenceLink]]] = {path: {} for path in _paths(folder)}
    for result in assessment.results:
        for link in result.links:
            linked.setdefault(link.document, {}).setdefault(link.criterion, []).append(link)
    titles = {one.path: one.title for one in folder.register.documents}
    there = {one.path for one in folder.files if one.state is FileState.PRESENT}

    def mark(links: Iterable[EvidenceLink]) -> Mark:
        return _mark(tuple(links), suspect, unread, there)

    rows = tuple(
        MapRow(
            document=path,
            title=titles.get(path, ""),
            cells=tuple(
                MapCell(criterion=one, mark=mark(links), links=tuple(links)) for one, links in by_criterion.items()
            ),
        )
        for path, by_criterion in linked.items()
        if by_criterion
    )
    return EvidenceMap(
        assessment=assessment,
        criteria=tuple(one.criterion for one in assessment.results),
        rows=rows,
        idle=() if assessment.partial else tuple(sorted(one.path for one in folder.files if not linked.get(one.path))),
        bare=_bare(assessment),
    )


def _paths(folder: EvidenceFolder) -> tuple[str, ...]:
    """Return the documents in the order of the rows: the register's own, then the others by path."""
    return (*(one.path for one in folder.register.documents), *sorted(one.path for one in folder.files))


def _mark(links: tuple[EvidenceLink, ...], suspect: set[tuple[str, str]], unread: set[str], there: set[str]) -> Mark:
    first = links[0]
    if all(one.basis is not Basis.CLAIMED for one in links):
        return Mark.CITED if any(one.aspects for one in links) else Mark.NAMED
    if first.document not in there:
        return Mark.ABSENT
    if first.document in unread:
        return Mark.UNREAD
    return Mark.SUSPECT if (first.criterion, first.document) in suspect else Mark.CLAIMED


def _bare(assessment: Assessment) -> tuple[str, ...]:
    return tuple(
        result.criterion.id
        for result in assessment.results
        if not any(one.basis is Basis.CLAIMED for one in result.links)
    )
