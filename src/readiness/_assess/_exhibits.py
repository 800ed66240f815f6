"""Put the documents before the criteria they are claimed for."""

from __future__ import annotations

from attrs import evolve

from readiness.model import (
    Basis,
    Criterion,
    EvidenceFolder,
    EvidenceLink,
    Exhibit,
    FactBasis,
    Provenance,
    Register,
    Wording,
)


def exhibits_for(folder: EvidenceFolder) -> dict[str, tuple[Exhibit, ...]]:
    """Return the exhibits of each criterion by its id, in the register's order."""
    files = {one.path: one for one in folder.files}
    found: dict[str, list[Exhibit]] = {}
    for entry in folder.register.documents:
        for claim in entry.claims:
            link = EvidenceLink(
                criterion=claim.criterion,
                document=entry.path,
                basis=Basis.CLAIMED,
                locator=claim.where,
                aspects=claim.aspects,
                note=claim.note,
            )
            exhibit = Exhibit(link=link, entry=entry, file=files.get(entry.path))
            found.setdefault(claim.criterion, []).append(exhibit)
    return {criterion_id: tuple(exhibits) for criterion_id, exhibits in found.items()}


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
