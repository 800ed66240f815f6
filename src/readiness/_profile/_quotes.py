"""The words in each quote by which it was found."""

from __future__ import annotations

from collections.abc import Iterator

from readiness._linking import Finder
from readiness.model import Assessment, Basis, CriterionResult, DocumentEntry, MarkedQuote, Reading


def marked_quotes(assessment: Assessment) -> tuple[MarkedQuote, ...]:
    """Return the marks of every quote of *assessment* that has any, each quote of a criterion once."""
    folder = assessment.folder
    entries = {one.path: one for one in folder.register.documents}
    readings = {one.path: one for one in folder.readings}
    finders: dict[tuple[str, ...], Finder] = {}
    found: list[MarkedQuote] = []
    for result in assessment.results:
        quotes = dict(_quotes(result, entries, readings))
        if quotes:
            terms = tuple(dict.fromkeys(term for one in result.criterion.aspects for term in one.terms))
            finder = finders.get(terms) or finders.setdefault(terms, Finder.of(terms))
            found += _marked(result.criterion.id, quotes, finder)
    return tuple(found)


def _marked(criterion: str, quotes: dict[str, str], finder: Finder) -> Iterator[MarkedQuote]:
    for quote, where in quotes.items():
        if marks := finder.marks(quote, where):
            yield MarkedQuote(criterion=criterion, quote=quote, marks=marks)


def _quotes(
    result: CriterionResult, entries: dict[str, DocumentEntry], readings: dict[str, Reading]
) -> Iterator[tuple[str, str]]:
    """Yield each quote of the criterion with the words by which somebody, or the document, pointed at it."""
    own = result.criterion.id
    for path in dict.fromkeys(one.document for one in result.links):
        look = readings[path].look if path in readings else None
        yield from ((one.spot.quote, "") for one in (look.aspects_of(own).values() if look else ()))
    for link in result.links:
        entry = entries.get(link.document)
        wheres = [one.where for one in entry.claims if one.criterion == own] if entry else []
        yield link.quote, " ".join(wheres) if link.basis is Basis.CLAIMED else _named(link.document, own, readings)


def _named(path: str, criterion: str, readings: dict[str, Reading]) -> str:
    """Return the criterion's id in quotation marks, as the document types it."""
    reading = readings.get(path)
    named = next((one.written for one in reading.citations if one.criterion == criterion), "") if reading else ""
    return f"“{named}”"
