"""What the page shows of a profile beyond the view that other formats share: what to choose by, passages, pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from readiness.model import DocumentRow, EvidenceProfile, Gap, Status

from . import _svg
from ._coverage import Bar, bars
from ._facets import NO_STRAND, Facet, facets
from ._matrix import Matrix, matrix
from ._passages import AspectPlace, Papers, PaperView
from ._svg_year import year
from ._view import AspectView, CriterionView, ProfileView, view

_MANY = 400
"""Criteria or documents from which on a browser would take seconds to lay out what nobody has opened."""


@frozen(kw_only=True)
class AspectLine:
    """A line of the checklist: the aspect, and the places that deal with it."""

    aspect: AspectView
    places: tuple[AspectPlace, ...]


@frozen(kw_only=True)
class CriterionPage:
    """
    A criterion as the page has it.

    Attributes:
        view: see `CriterionView`.
        number: its place on the page, by which tiles, gaps and documents belong to it.
        gap: what is missing; ``None`` if nothing is.
        papers: its evidence.
        checklist: what the evidence has to deal with.
        keys: name and numbers of each facet, for the attributes of the section.
    """

    view: CriterionView
    number: int
    gap: Gap | None
    papers: tuple[PaperView, ...]
    checklist: tuple[AspectLine, ...]
    keys: tuple[tuple[str, str], ...]


@frozen
class DocumentLine:
    """A row of the list of documents: its id within the page, and the places of the criteria it is claimed for."""

    row: DocumentRow
    anchor: str
    numbers: str


@frozen(kw_only=True)
class PageView:
    """
    Everything the templates of the page are given.

    Attributes:
        view: what other formats have as well.
        criteria: in order.
        documents: in the order of the list.
        rows: the id within the page of each document of the list, by its path.
        numbers: the place on the page of each criterion, by its id.
        folded: whether the page is so large that a browser should keep what is folded up as text.
        facets: by what the page can be narrowed down.
        coverage: how far each strand has come.
        plan: the plan as a picture, or ``None``.
        matrix: criteria and documents as a picture, or ``None``.
        year: what runs out within twelve months, as a picture, or ``None``.
    """

    view: ProfileView
    criteria: tuple[CriterionPage, ...]
    documents: tuple[DocumentLine, ...]
    rows: Mapping[str, str]
    numbers: Mapping[str, int]
    folded: bool
    facets: tuple[Facet, ...]
    coverage: tuple[Bar, ...]
    plan: _svg.Picture | None
    matrix: Matrix | None
    year: _svg.Picture | None


def page_view(profile: EvidenceProfile) -> PageView:
    """Return what the page shows of *profile*."""
    shared = view(profile)
    gaps = {one.id: one for one in reversed(profile.gaps)}
    strands = {one.id: one.title for one in profile.assessment.catalogue.strands}
    by = facets(profile.results, gaps, strands, profile.phrasing)
    papers = Papers.of(profile)
    numbers = {one.criterion.id: number for number, one in reversed(tuple(enumerate(shared.criteria)))}
    documents = tuple(_document(row, place, numbers) for place, row in enumerate(profile.documents, start=1))
    return PageView(
        view=shared,
        criteria=tuple(_criterion(one, number, gaps, papers, by) for number, one in enumerate(shared.criteria)),
        documents=documents,
        rows={one.row.path: one.anchor for one in documents},
        numbers=numbers,
        folded=max(len(shared.criteria), len(documents)) > _MANY,
        facets=tuple(one for one in by if one.tells_apart),
        coverage=bars(_standings(shared), order=strands.values()),
        plan=_svg.picture(profile.timeline) if profile.timeline else None,
        matrix=matrix(profile.map) if profile.map else None,
        year=year(profile),
    )


def _standings(shared: ProfileView) -> Iterator[tuple[str, Status]]:
    yield from ((one.strand or NO_STRAND, one.result.status) for one in shared.criteria)


def _criterion(
    one: CriterionView, number: int, gaps: Mapping[str, Gap], papers: Papers, by: tuple[Facet, ...]
) -> CriterionPage:
    shown = papers.of_result(one.result, one.anchor)
    return CriterionPage(
        view=one,
        number=number,
        gap=gaps.get(one.criterion.id),
        papers=shown,
        checklist=tuple(_line(aspect, one.criterion.id, papers, shown) for aspect in one.aspects),
        keys=tuple((facet.key, facet.of[number]) for facet in by),
    )


def _line(aspect: AspectView, criterion: str, papers: Papers, shown: tuple[PaperView, ...]) -> AspectLine:
    places = (papers.aspect(criterion, spot, path, shown) for path, spot in aspect.found)
    return AspectLine(aspect=aspect, places=tuple(places))


def _document(row: DocumentRow, place: int, numbers: Mapping[str, int]) -> DocumentLine:
    known = (str(numbers[one]) for one in row.criteria if one in numbers)
    return DocumentLine(row, f"document-{place}", " ".join(known))
