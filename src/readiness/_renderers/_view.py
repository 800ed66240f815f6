"""What the html and the md say of a profile: everything looked up beforehand, so that the layouts only lay out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import frozen

from readiness._words import listed, part_of
from readiness.model import (
    Aspect,
    Basis,
    Catalogue,
    Criterion,
    CriterionResult,
    Decision,
    DocumentEntry,
    EvidenceFolder,
    EvidenceLink,
    EvidenceProfile,
    Look,
    Phrasing,
    Progress,
    Provenance,
    Source,
    Spot,
    Status,
    Wording,
    least_advanced,
)

from ._text import count

_STEPS = {Progress.PLANNED: 1, Progress.IN_HAND: 2, Progress.DONE: 3}


@frozen(kw_only=True)
class EvidenceView:
    """A link with what the register says of its document; ``entry`` is ``None`` if the register does not name it."""

    link: EvidenceLink
    entry: DocumentEntry | None


@frozen(kw_only=True)
class AspectView:
    """An aspect with the documents that are claimed for it, and the place in each that deals with it."""

    aspect: Aspect
    claimed_by: tuple[str, ...]
    found: tuple[tuple[str, Spot], ...] = ()


@frozen(kw_only=True)
class FactView:
    """One line of "how we know", its sources looked up."""

    fact: Provenance
    sources: tuple[Source, ...]


@frozen(kw_only=True)
class CriterionView:
    """One criterion, ready to be laid out; ``anchor`` is its id within a page."""

    result: CriterionResult
    anchor: str
    strand: str
    wording_source: str
    evidence: tuple[EvidenceView, ...]
    aspects: tuple[AspectView, ...]
    facts: tuple[FactView, ...]

    @property
    def criterion(self) -> Criterion:
        """Return the criterion."""
        return self.result.criterion

    @property
    def wording_unknown(self) -> bool:
        """Return whether nobody knows what the criterion asks."""
        return self.criterion.wording is Wording.UNKNOWN


@frozen(kw_only=True)
class ProfileView:
    """
    A profile, ready to be laid out.

    Attributes:
        profile: what is laid out.
        criteria: in order.
        anchors: the id within a page of each criterion.
        steps: how many of three steps (meant, in hand, done) the plan claims for each criterion that is only planned.
        why: the decision in a sentence.
    """

    profile: EvidenceProfile
    criteria: tuple[CriterionView, ...]
    anchors: Mapping[str, str]
    steps: Mapping[str, int]
    why: str


def view(profile: EvidenceProfile) -> ProfileView:
    """Return *profile* with everything looked up that a layout needs."""
    look_up = _LookUp.of(profile.assessment.catalogue, profile.assessment.folder)
    anchors = tuple(_anchors(one.criterion.id for one in profile.results))
    pairs = tuple(zip(profile.results, anchors, strict=True))
    return ProfileView(
        profile=profile,
        criteria=tuple(look_up.criterion(result, anchor) for result, anchor in pairs),
        anchors=anchors_of(one.criterion for one in profile.results),
        steps={one.criterion.id: _steps(one) for one in profile.results if one.status is Status.PLANNED},
        why=why(profile),
    )


def _steps(result: CriterionResult) -> int:
    action = least_advanced(result.actions)
    return _STEPS.get(action.progress, 0) if action else 0


def why(profile: EvidenceProfile) -> str:
    """Return the decision's reason in one sentence."""
    judged = profile.assessment
    if not judged.partial:
        return _why(profile)
    ids = (one.criterion.id for one in profile.results)
    part = part_of(ids, len(judged.in_scope), judged.assessment)
    none = "None of them is in the way, but it takes all of them to decide."
    return f"{part} {none if judged.decision is Decision.UNDECIDED else _why(profile)}"


def _why(profile: EvidenceProfile) -> str:
    judged, total, say = profile.assessment, len(profile.results), profile.phrasing
    taken = [one for one in profile.results if one.taken]
    held = [one for one in profile.results if one.in_the_way]
    if judged.decision is Decision.GO:
        clear = total - len(taken)
        beyond = f", and {judged.assessment} takes the other {_parts(taken, say)}" if taken else ""
        all_of_them = _all(total) if not taken else count(clear, "criterion", "criteria")
        fine = listed((say.status(one) for one in (Status.MET, Status.WAIVED, Status.NOT_APPLICABLE)), "or")
        return f"{all_of_them} {'is' if clear == 1 else 'are'} {fine}{beyond}."
    if not held:
        return " ".join(judged.shortfalls) or "The findings about the organisation as a whole hold the assessment back."
    gaps = len(held)
    verb = "stands" if gaps == 1 else "stand"
    held_back = f"{gaps:,} of {count(total, 'criterion', 'criteria')}" if gaps < total else _all(total)
    return " ".join((f"{held_back} {verb} in the way: {_parts(held, say)}.", *judged.shortfalls))


def _parts(results: Iterable[CriterionResult], say: Phrasing) -> str:
    counts = Counter(one.status for one in results)
    return _listed([f"{counts[status]:,} {say.status(status)}" for status in _URGENCY if counts[status]])


_URGENCY = (Status.NOT_MET, Status.PARTLY_MET, Status.PLANNED, Status.NOT_ASSESSABLE)


def _all(total: int) -> str:
    return "The only criterion" if total == 1 else f"All {total:,} criteria"


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


@frozen
class _LookUp:
    """Tables by id, made once for a profile."""

    sources: Mapping[str, Source]
    strands: Mapping[str, str]
    entries: Mapping[str, DocumentEntry]
    wordings: Mapping[str, str]
    looks: Mapping[str, Look]

    @classmethod
    def of(cls, catalogue: Catalogue, folder: EvidenceFolder) -> _LookUp:
        register = folder.register
        return cls(
            sources={one.id: one for one in catalogue.sources},
            strands={one.id: one.title for one in catalogue.strands},
            entries={one.path: one for one in register.documents},
            wordings={one.id: one.source for one in register.wordings},
            looks={one.path: one.look for one in folder.readings if one.look},
        )

    def criterion(self, result: CriterionResult, anchor: str) -> CriterionView:
        criterion = result.criterion
        return CriterionView(
            result=result,
            anchor=anchor,
            strand=self.strands.get(criterion.strand, criterion.strand),
            wording_source=self.wordings.get(criterion.id, "") if criterion.wording is Wording.LOCAL else "",
            evidence=tuple(EvidenceView(link=one, entry=self.entries.get(one.document)) for one in result.links),
            aspects=tuple(self._aspect(one, criterion.id, result.links) for one in criterion.aspects),
            facts=tuple(self._fact(one) for one in criterion.provenance),
        )

    def _aspect(self, aspect: Aspect, criterion_id: str, links: tuple[EvidenceLink, ...]) -> AspectView:
        claims = (one for one in links if one.basis is Basis.CLAIMED and (not one.aspects or aspect.id in one.aspects))
        documents = tuple(dict.fromkeys(one.document for one in claims))
        met = ((path, self.looks[path].aspects_of(criterion_id)) for path in documents if path in self.looks)
        found = tuple((path, aspects[aspect.id].spot) for path, aspects in met if aspect.id in aspects)
        return AspectView(aspect=aspect, claimed_by=documents, found=found)

    def _fact(self, fact: Provenance) -> FactView:
        unknown = (Source(id=one, title=one) for one in fact.sources)
        return FactView(fact=fact, sources=tuple(self.sources.get(one.id, one) for one in unknown))


def anchors_of(criteria: Iterable[Criterion]) -> dict[str, str]:
    """Return the anchor of each criterion within a page, by its id."""
    ids = [one.id for one in criteria]
    return dict(reversed(list(zip(ids, _anchors(ids), strict=True))))


def _anchors(ids: Iterable[str]) -> Iterable[str]:
    """Yield an anchor for each id: its letters and digits, numbered where two would be alike."""
    taken: set[str] = set()
    for place, one in enumerate(ids, start=1):
        plain = re.sub(r"[^a-z0-9]+", "-", one.lower()).strip("-")[:40]
        anchor = f"criterion-{plain}" if plain else f"criterion-number-{place}"
        while anchor in taken:
            anchor = f"{anchor}-number-{place}"
        taken.add(anchor)
        yield anchor
