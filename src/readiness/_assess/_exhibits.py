"""Put the documents before the criteria they are claimed for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from attrs import evolve

from readiness.model import (
    Basis,
    Citation,
    Claim,
    Criterion,
    DocumentEntry,
    EvidenceFolder,
    EvidenceLink,
    Exhibit,
    FactBasis,
    Provenance,
    Reading,
    Register,
    Spot,
    Wording,
)


def exhibits_for(folder: EvidenceFolder) -> dict[str, tuple[Exhibit, ...]]:
    """
    Return the exhibits of each criterion by its id.

    First what is claimed, in the register's order, then what cites it, and last what is suggested.
    """
    files = {one.path: one for one in folder.files}
    readings = {one.path: one for one in folder.readings}
    found: dict[str, list[Exhibit]] = {}
    linked = [*((link, entry, None) for link, entry in _claimed(folder.register, readings)), *_cited(folder)]
    known = {(link.criterion, link.document) for link, _, _ in linked}
    for link, entry, citation in (*linked, *((link, entry, None) for link, entry in _suggested(folder, known))):
        file, reading = files.get(entry.path), readings.get(entry.path)
        exhibit = Exhibit(link=link, entry=entry, file=file, reading=reading, citation=citation)
        found.setdefault(link.criterion, []).append(exhibit)
    return {criterion_id: tuple(exhibits) for criterion_id, exhibits in found.items()}


def _claimed(register: Register, readings: Mapping[str, Reading]) -> Iterator[tuple[EvidenceLink, DocumentEntry]]:
    for entry in register.documents:
        for claim in entry.claims:
            spot = _spot(claim, readings.get(entry.path))
            place = str(spot.locator) if spot else ""
            link = EvidenceLink(
                criterion=claim.criterion,
                document=entry.path,
                basis=Basis.CLAIMED,
                locator=place or claim.where,
                quote=spot.quote if spot else "",
                aspects=claim.aspects,
                note=claim.note,
            )
            yield link, entry


def _suggested(
    folder: EvidenceFolder, linked: Collection[tuple[str, str]]
) -> Iterator[tuple[EvidenceLink, DocumentEntry]]:
    """Yield what is suggested and linked by nothing better."""
    entries = {one.path: one for one in folder.register.documents}
    for link in folder.suggested:
        if (link.criterion, link.document) not in linked:
            yield link, entries.get(link.document) or DocumentEntry(path=link.document)


def _spot(claim: Claim, reading: Reading | None) -> Spot | None:
    """Return the passage to show for a claim: where it points, or else the best that deals with an aspect of it."""
    if reading is None or reading.look is None:
        return None
    pin = reading.look.pin(claim.where) if claim.where else None
    if pin is not None and pin.checkable:
        return pin.spot
    aspects = reading.look.aspects_of(claim.criterion)
    wanted = [aspects[one] for one in claim.aspects if one in aspects] or list(aspects.values())
    if wanted:
        return max(wanted, key=lambda one: one.count).spot
    return next((one.spot for one in reading.citations if one.criterion == claim.criterion), None)


def _cited(folder: EvidenceFolder) -> Iterator[tuple[EvidenceLink, DocumentEntry, Citation]]:
    """Yield what documents cite without being claimed for it, in the order of their paths."""
    entries = {one.path: one for one in folder.register.documents}
    for reading in folder.readings:
        entry = entries.get(reading.path) or DocumentEntry(path=reading.path)
        claimed = {one.criterion for one in entry.claims}
        for citation in reading.citations:
            if citation.known and citation.criterion not in claimed:
                yield _citation(reading, citation), entry, citation


def _citation(reading: Reading, citation: Citation) -> EvidenceLink:
    merely = citation.denied or reading.lists(citation)
    aspects = reading.look.aspects_of(citation.criterion) if reading.look and not merely else {}
    return EvidenceLink(
        criterion=citation.criterion,
        document=reading.path,
        basis=Basis.CITED,
        locator=str(citation.spot.locator),
        quote=citation.spot.quote,
        aspects=tuple(aspects),
        count=citation.count,
    )


def with_local_wording(criterion: Criterion, register: Register) -> Criterion:
    """Return the criterion as the register words it, if the catalogue cannot; its source stays visible."""
    local = next((one for one in register.wordings if one.id == criterion.id), None)
    if local is None or criterion.wording is not Wording.UNKNOWN:
        return criterion
    note = f"As worded by {register.organisation}, from: {local.source}"
    return evolve(
        criterion,
        title=local.title,
        requires=local.requires,
        wording=Wording.LOCAL,
        kinds=local.kinds,
        aspects=local.aspects,
        owners=local.owners,
        endorsers=local.endorsers,
        provenance=(*criterion.provenance, Provenance(of="requires", basis=FactBasis.INFERENCE, note=note)),
    )
