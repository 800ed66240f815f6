"""Record that a person has looked at what is claimed and took it for evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from attrs import frozen

from readiness._linking import criterion_fingerprint, passage_texts
from readiness.model import Acceptance, Claim, Criterion, DocumentText, EvidenceFolder, Reading

_LONGEST_KEPT = 200_000
"""Characters of an accepted text that are kept, so that a change can be shown; a longer one is only compared."""


@frozen
class Accepted:
    """What was ``accepted``, and what was ``refused`` with the reason in words: pairs of place and reason."""

    accepted: tuple[Acceptance, ...]
    refused: tuple[tuple[str, str], ...]


@frozen(kw_only=True)
class _Signing:
    by: str
    on: date
    criteria: Mapping[str, Criterion]


def accept(
    folder: EvidenceFolder,
    wanted: Collection[str],
    documents: Mapping[str, DocumentText],
    criteria: Iterable[Criterion],
    *,
    by: str,
    on: date,
) -> Accepted:
    """
    Accept every claim of the documents *wanted*.

    Args:
        folder: as it was read.
        wanted: paths of the documents to accept.
        documents: those of them that could be read, by their paths.
        criteria: those of the catalogue, worded as the register words them.
        by: who has looked; may be empty.
        on: the day.
    """
    signing = _Signing(by=by, on=on, criteria={one.id: one for one in criteria})
    accepted: list[Acceptance] = []
    refused: list[tuple[str, str]] = []
    for entry in folder.register.documents:
        document, reading = documents.get(entry.path), folder.reading(entry.path)
        for claim in entry.claims if entry.path in wanted else ():
            place = f"{entry.path} for {claim.criterion}"
            if document is None or reading is None or not reading.complete:
                refused.append((place, "it could not be read in full, so nobody can say later whether it changed"))
            elif (made := _acceptance(claim, reading, document, signing)) is None:
                refused.append((place, f"{claim.where} was not found in it; correct the where of the claim first"))
            else:
                accepted.append(made)
    return Accepted(tuple(accepted), tuple(refused))


def _acceptance(claim: Claim, reading: Reading, document: DocumentText, signing: _Signing) -> Acceptance | None:
    """Return the acceptance of one claim; ``None`` if the place that it points to is not there."""
    pin = reading.look.pin(claim.where) if reading.look and claim.where else None
    if pin is not None and pin.checkable and pin.spot is None:
        return None
    texts = passage_texts(document, claim.where)
    return Acceptance(
        document=reading.path,
        criterion=claim.criterion,
        where=claim.where,
        by=signing.by,
        on=signing.on,
        document_fingerprint=reading.fingerprint,
        passage_fingerprint=pin.fingerprint if pin else "",
        criterion_fingerprint=criterion_fingerprint(signing.criteria[claim.criterion]),
        text=texts if sum(map(len, texts)) <= _LONGEST_KEPT else (),
    )


def merged(before: Iterable[Acceptance], now: Iterable[Acceptance]) -> tuple[Acceptance, ...]:
    """Return the acceptances of *now*, and those of *before* for other documents, ordered by document and criterion."""
    fresh = list(now)
    renewed = {one.document for one in fresh}
    kept = [one for one in before if one.document not in renewed]
    return tuple(sorted((*kept, *fresh), key=lambda one: (one.document, one.criterion, one.where)))
