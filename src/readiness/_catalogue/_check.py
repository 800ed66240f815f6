"""What a catalogue can get wrong although every file is well formed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from readiness._toml import did_you_mean
from readiness.exceptions import Problem
from readiness.model import Catalogue, Criterion, FactBasis, Wording


def check_criteria(head: Catalogue | None, criteria: tuple[Criterion, ...], *, every: bool) -> Iterator[Problem]:
    """
    Yield what does not fit together: ids given twice, strands and sources that do not exist, unknown wordings.

    Args:
        head: the catalogue without its criteria; ``None`` if it could not be read.
        criteria: those that could be read.
        every: whether that is all of them; if not, nobody can say that an id does not exist.
    """
    yield from _twice(criteria)
    for criterion in criteria:
        yield from _wording(criterion)
        yield from _basics(criterion)
        yield from _aspects(criterion)
        if head is not None:
            yield from _references(head, criterion)
    yield from _head(head) if head is not None else ()
    for spec in head.assessments if head is not None and every else ():
        ids = [one.id for one in criteria]
        for wanted in spec.criteria:
            yield from _unknown("catalogue.toml", f"assessment {spec.id}: criteria", wanted, ids)
        for key, message in spec.threshold.mistakes(len(spec.criteria or ids)):
            yield Problem("catalogue.toml", message, f"assessment {spec.id}: threshold.{key}")


def _twice(criteria: tuple[Criterion, ...]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for one in criteria:
        if not one.id.strip():
            yield Problem(one.file, "empty; give the criterion an id", "id")
        if one.id in seen:
            yield Problem(one.file, f"the id {one.id} is already used by {seen[one.id]}", "id")
        seen.setdefault(one.id, one.file)
    yield from _alike(criteria)


def _alike(criteria: tuple[Criterion, ...]) -> Iterator[Problem]:
    """Yield ids that people could not tell apart: ``A1`` and ``a-01`` are read as one."""
    seen: dict[str, str] = {}
    for one in criteria:
        plain = _plain(one.id)
        if seen.get(plain, one.id) != one.id:
            yield Problem(one.file, f"the id {one.id} cannot be told from {seen[plain]}; rename one", "id")
        seen.setdefault(plain, one.id)


def _plain(criterion_id: str) -> str:
    """Return what is left of an id when case, separators and padding are not heard; ``ac-2.1`` is not ``ac-21``."""
    pointed = re.sub(r"(?<=\d)[\W_]+(?=\d)", ".", criterion_id.casefold())
    return re.sub(r"(?<!\d)0+(?=\d)", "", re.sub(r"[^\w.]|_|\.(?!\d)|(?<!\d)\.", "", pointed))


def _head(head: Catalogue) -> Iterator[Problem]:
    yield from _given_twice("assessment", (one.id.casefold() for one in head.assessments))

    yield from _given_twice("strand", (one.id for one in head.strands))
    yield from _given_twice("source", (one.id for one in head.sources))


def _given_twice(what: str, ids: Iterable[str]) -> Iterator[Problem]:
    seen = list(ids)
    for twice in sorted({one for one in seen if seen.count(one) > 1}):
        yield Problem("catalogue.toml", f"the {what} {twice!r} is given twice", what)


def _wording(criterion: Criterion) -> Iterator[Problem]:
    if criterion.wording is Wording.LOCAL:
        yield Problem(criterion.file, "a catalogue cannot have a local wording; say known or unknown", "wording")
    if criterion.wording is Wording.KNOWN and not criterion.requires.strip():
        yield Problem(criterion.file, 'missing; say what the criterion asks, or wording = "unknown"', "requires")
    if criterion.wording is Wording.UNKNOWN and criterion.requires.strip():
        yield Problem(criterion.file, "an unknown wording cannot require anything", "requires")


def _basics(criterion: Criterion) -> Iterator[Problem]:
    if not criterion.title.strip():
        yield Problem(criterion.file, "empty; give the criterion a short name", "title")
    if criterion.review_months is not None and criterion.review_months < 1:
        yield Problem(criterion.file, f"{criterion.review_months} is no cycle; give whole months", "review_months")


def _aspects(criterion: Criterion) -> Iterator[Problem]:
    ids = [one.id for one in criterion.aspects]
    for twice in sorted({one for one in ids if ids.count(one) > 1}):
        yield Problem(criterion.file, f"the aspect {twice!r} is given twice", "aspect")


def _references(head: Catalogue, criterion: Criterion) -> Iterator[Problem]:
    if criterion.strand:
        yield from _unknown(criterion.file, "strand", criterion.strand, (one.id for one in head.strands))
    known = [one.id for one in head.sources]
    for fact in criterion.provenance:
        where = f"provenance of {fact.of}"
        for source in fact.sources:
            yield from _unknown(criterion.file, where, source, known)
        if fact.basis is not FactBasis.INFERENCE and not fact.sources:
            yield Problem(criterion.file, "a fact from a plan or a public source has to name its sources", where)


def _unknown(file: str, where: str, wanted: str, known: Iterable[str]) -> Iterator[Problem]:
    known = list(dict.fromkeys(known))
    if wanted not in known:
        hint = did_you_mean(wanted, known) or f"; there are: {', '.join(known) or 'none'}"
        yield Problem(file, f"{wanted!r} does not exist in this catalogue{hint}", where)
