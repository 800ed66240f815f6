"""What may be evidence for what, for a person to accept or reject."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from ._caveat import Qualm
from ._criteria import Kind
from ._evidence import Basis, EvidenceLink


@frozen
class Sign:
    """
    One thing that speaks for a suggestion, or against it.

    Attributes:
        words: for a person.
        weight: how much it moves the log of the odds; below nought it speaks against.
    """

    words: str
    weight: float


@frozen(kw_only=True)
class Suggestion:
    """
    A passage that may be evidence for a criterion. It counts for nothing until somebody claims it.

    Attributes:
        criterion: canonical id.
        document: path relative to the evidence folder, with ``/`` between parts.
        confidence: 0 to 1: of a hundred suggestions with this one, about so many are right.
        locator: the place that says most, in words; empty where the format has no places.
        quote: what stands there.
        terms: the words of the criterion that were met in it, as they stand in the quote.
        aspects: ids of the aspects that the document deals with.
        qualms: caveats, each with its reason.
        signs: why it is suggested, the weightiest first.
        kinds: kinds of evidence that it seems to be.
        document_fingerprint: of the document's text.
        passage_fingerprint: of the text at the place.
        criterion_fingerprint: of the criterion's wording.
    """

    criterion: str
    document: str
    confidence: float
    locator: str = ""
    quote: str = ""
    terms: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()
    qualms: tuple[Qualm, ...] = ()
    signs: tuple[Sign, ...] = ()
    kinds: tuple[Kind, ...] = ()
    document_fingerprint: str = ""
    passage_fingerprint: str = ""
    criterion_fingerprint: str = ""


@frozen(kw_only=True)
class Rejection:
    """
    A person has looked at a suggestion and found that it is no evidence. It is not asked again while the text stays.

    Attributes:
        document: path relative to the evidence folder.
        criterion: canonical id.
        by: who looked; may be empty.
        on: the day.
        document_fingerprint: of the document's text then.
        passage_fingerprint: of the text at the place then.
        criterion_fingerprint: of the criterion's wording then.
        line: line of the file of rejections, counted from 1.
    """

    document: str
    criterion: str
    by: str = ""
    on: date
    document_fingerprint: str
    passage_fingerprint: str = ""
    criterion_fingerprint: str
    line: int | None = None

    def answers(self, suggestion: Suggestion) -> bool:
        """Return whether it answers *suggestion*: same criterion, same text of the document or of the place."""
        same = (self.document, self.criterion) == (suggestion.document, suggestion.criterion)
        unworded = self.criterion_fingerprint == suggestion.criterion_fingerprint
        whole = self.document_fingerprint == suggestion.document_fingerprint
        place = bool(self.passage_fingerprint) and self.passage_fingerprint == suggestion.passage_fingerprint
        return same and unworded and (whole or place)


@frozen(kw_only=True)
class Suggestions:
    """
    What was suggested for a folder.

    Attributes:
        rows: in the order of the catalogue, for each criterion the surest first.
        threshold: the confidence that the first criterion of a document needed.
        further: the confidence that a further criterion of it needed.
        documents: how many were looked at.
        silent: paths of those that nothing was suggested for.
        unread: paths of those that could not be read, or not in full.
        faults: what was wrong with each of `unread`, in a few words and in the same order.
        passed_over: paths of those of `silent` from which nothing is suggested because of what they are, such as an
            agenda; but for what the register claims for something.
        sorts: what each of `passed_over` is, in the same order.
        claimed: suggestions left out because the register claims them already.
        rejected: suggestions left out because somebody has rejected them.
        bare: ids of criteria that nothing was suggested for and nothing is claimed for.
        unknown: ids of criteria whose wording nobody knows, so that nothing can be suggested.
        remarks: what is odd about the reading itself.
    """

    rows: tuple[Suggestion, ...] = ()
    threshold: float = 0.0
    further: float = 0.0
    documents: int = 0
    silent: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()
    sorts: tuple[str, ...] = ()
    claimed: int = 0
    rejected: int = 0
    bare: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def links(self) -> tuple[EvidenceLink, ...]:
        """Return them as links, for `EvidenceFolder.suggested`: shown in a judgement, and worth nothing in it."""
        return tuple(
            EvidenceLink(
                criterion=one.criterion,
                document=one.document,
                basis=Basis.SUGGESTED,
                locator=one.locator,
                quote=one.quote,
                aspects=one.aspects,
                note="; ".join(str(each) for each in one.qualms),
            )
            for one in self.rows
        )
