"""The evidence of a criterion by document: each passage once, with its matched words and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from readiness.model import (
    Acceptance,
    Basis,
    Claim,
    CriterionResult,
    DocumentEntry,
    Edit,
    EvidenceLink,
    EvidenceProfile,
    Reading,
    Revision,
    Spot,
)

from ._text import day

Pieces = tuple[tuple[str, bool], ...]
"""A quote in runs of words, each with whether it is one that was looked for."""


@frozen(kw_only=True)
class Standing:
    """
    Whether a person has accepted a claim, and whether the text has changed since.

    Attributes:
        shape: ``met`` if it is as accepted, ``partly-met`` if it has changed, ``not-assessable`` if nobody can tell.
        tone: the colour that goes with it.
        words: the same as a sentence.
        edits: the change, word by word; empty if there is none or the accepted text was not kept.
    """

    shape: str
    tone: str
    words: str
    edits: tuple[Edit, ...] = ()


@frozen(kw_only=True)
class PlaceView:
    """A passage: ``anchor`` is its id within the page, ``standing`` is ``None`` for what is not claimed."""

    anchor: str
    link: EvidenceLink
    quote: Pieces
    standing: Standing | None


@frozen(kw_only=True)
class PaperView:
    """
    A document with its passages.

    Attributes:
        anchor: its id within the page.
        path: of the document.
        name: its title, or its path.
        entry: what the register says of it; ``None`` if it does not name it.
        unread: why it could not be read, or not to its end; empty if it was.
        places: at least one.
    """

    anchor: str
    path: str
    name: str
    entry: DocumentEntry | None
    unread: str
    places: tuple[PlaceView, ...]


@frozen(kw_only=True)
class AspectPlace:
    """Where an aspect is dealt with; ``anchor`` is that of the same passage further up, or empty if it has none."""

    name: str
    spot: Spot
    anchor: str
    quote: Pieces


@frozen
class Papers:
    """Tables by path, made once for a profile."""

    entries: Mapping[str, DocumentEntry]
    readings: Mapping[str, Reading]
    acceptances: Mapping[tuple[str, str, str], Acceptance]
    revisions: Mapping[tuple[str, str, str], Revision]
    marks: Mapping[tuple[str, str], tuple[tuple[int, int], ...]]

    @classmethod
    def of(cls, profile: EvidenceProfile) -> Papers:
        """Return the tables of *profile*."""
        folder = profile.assessment.folder
        accepted = sorted(folder.acceptances, key=lambda one: (one.on, one.line or 0))
        return cls(
            entries={one.path: one for one in folder.register.documents},
            readings={one.path: one for one in folder.readings},
            acceptances={(one.document, one.criterion, one.where): one for one in accepted},
            revisions={(one.document, one.criterion, one.where): one for one in folder.revisions},
            marks={(one.criterion, one.quote): one.marks for one in profile.quotes},
        )

    def name(self, path: str) -> str:
        """Return the title of a document, or its path if it has none."""
        entry = self.entries.get(path)
        return entry.title if entry and entry.title else path

    def pieces(self, criterion: str, quote: str) -> Pieces:
        """Return *quote* cut where the matched words begin and end."""
        return tuple(_cut(quote, self.marks.get((criterion, quote), ())))

    def of_result(self, result: CriterionResult, anchor: str) -> tuple[PaperView, ...]:
        """Return the documents of a criterion in the order of its links, each with all its passages."""
        by_path: dict[str, list[EvidenceLink]] = {}
        for link in result.links:
            by_path.setdefault(link.document, []).append(link)
        return tuple(
            PaperView(
                anchor=f"{anchor}-document-{number}",
                path=path,
                name=self.name(path),
                entry=self.entries.get(path),
                unread=_unread(self.readings.get(path)),
                places=tuple(self._places(links, f"{anchor}-document-{number}")),
            )
            for number, (path, links) in enumerate(by_path.items(), start=1)
        )

    def _places(self, links: list[EvidenceLink], anchor: str) -> Iterator[PlaceView]:
        """Yield the passages of one document; its claimed links stand in the order of the register's claims."""
        entry = self.entries.get(links[0].document)
        claims = [one for one in entry.claims if one.criterion == links[0].criterion] if entry else []
        for number, link in enumerate(links):
            claim = claims[number] if link.basis is Basis.CLAIMED and number < len(claims) else None
            yield PlaceView(
                anchor=f"{anchor}-place-{number + 1}",
                link=link,
                quote=self.pieces(link.criterion, link.quote),
                standing=self._standing(link, claim) if link.basis is Basis.CLAIMED else None,
            )

    def _standing(self, link: EvidenceLink, claim: Claim | None) -> Standing:
        key = link.document, link.criterion, claim.where if claim else ""
        accepted, reading = self.acceptances.get(key), self.readings.get(link.document)
        if accepted is None:
            return Standing(shape="planned", tone="none", words="Nobody has accepted it yet.")
        who = f"{accepted.by or 'somebody'} accepted it on {day(accepted.on)}"
        if reading is None or not reading.readable:
            words = f"Nobody can tell whether it has changed since {who}: it could not be read."
            return Standing(shape="not-assessable", tone="grey", words=words)
        if reading.fingerprint == accepted.document_fingerprint:
            return Standing(shape="met", tone="green", words=f"Unchanged since {who}.")
        pin = reading.look.pin(accepted.where) if reading.look and accepted.passage_fingerprint else None
        if pin is not None and pin.checkable and pin.fingerprint == accepted.passage_fingerprint:
            words = f"This passage is unchanged since {who}; other parts of the document have changed."
            return Standing(shape="met", tone="green", words=words)
        revision = self.revisions.get(key)
        words = f"Changed since {who}. Read it before you rely on it."
        return Standing(shape="partly-met", tone="amber", words=words, edits=revision.edits if revision else ())

    def aspect(self, criterion: str, spot: Spot, path: str, papers: Iterable[PaperView]) -> AspectPlace:
        """Return a place that deals with an aspect, and the passage further up that quotes the same words, if any."""
        places = (one for paper in papers if paper.path == path for one in paper.places)
        anchor = next((one.anchor for one in places if one.link.quote == spot.quote), "")
        return AspectPlace(
            name=self.name(path),
            spot=spot,
            anchor=anchor,
            quote=() if anchor else self.pieces(criterion, spot.quote),
        )


def _unread(reading: Reading | None) -> str:
    return " ".join(map(str, reading.faults)) if reading and reading.faults and not reading.complete else ""


def _cut(quote: str, marks: Iterable[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """Yield the runs of *quote*, marked and not."""
    at = 0
    for first, last in marks:
        if first > at:
            yield quote[at:first], False
        yield quote[first:last], True
        at = last
    if quote[at:]:
        yield quote[at:], False
