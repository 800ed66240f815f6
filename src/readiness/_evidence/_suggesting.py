"""Look through the documents of a folder for what may be evidence, whatever the register says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from readiness._linking import criterion_fingerprint
from readiness._suggest import (
    VERSION,
    Queries,
    Survey,
    queries_of,
    sought_to_wire,
    suggestions_of,
    survey_from_wire,
    thresholds_for,
)
from readiness.model import Catalogue, Criterion, Reading, Register, Rejection, Suggestion, Suggestions, Wording

from ._folder import Sorted
from ._memory import Opened
from ._opening import Opener


@frozen(kw_only=True)
class Hints:
    """
    What is known beforehand.

    Attributes:
        register: of the folder; ``None`` if it has none.
        organisation: names of whose folder it is; may be empty.
        rejections: what a person has rejected already.
        own: names of files that are the program's own.
        threshold: the confidence below which nothing is suggested; ``None`` for what serves the catalogue best.
    """

    register: Register | None
    organisation: tuple[str, ...]
    rejections: Sequence[Rejection]
    own: Iterable[str]
    threshold: float | None


def suggest_for(catalogue: Catalogue, opener: Opener, hints: Hints) -> Suggestions:
    """
    Return what the documents of a folder may be evidence for.

    Args:
        catalogue: its criteria worded as the register words them.
        opener: opens the documents.
        hints: see `Hints`.
    """
    queries = queries_of(catalogue, hints.organisation)
    opener = evolve(opener, sought=sought_to_wire(catalogue, hints.organisation))
    first, further = thresholds_for(queries) if hints.threshold is None else (hints.threshold, hints.threshold)
    criteria = {one.id: one for one in catalogue.criteria}
    prints = {one.id: criterion_fingerprint(one) for one in catalogue.criteria}
    claimed = _claimed(hints.register)
    sieve = _Sieve(claimed, {(one.document, one.criterion): one for one in hints.rejections})
    rows: list[Suggestion] = []
    silent: list[str] = []
    unread: list[tuple[str, str]] = []
    passed: list[tuple[str, str]] = []
    at_work = {path for path, _ in claimed}
    documents = 0
    for opened, found in _surveys(opener, queries, hints):
        documents += 1
        if found is None or not opened.reading.complete:
            unread.append((opened.path, _fault(opened.reading)))
        made = suggestions_of(found, criteria, threshold=hints.threshold) if found else ()
        mark = opened.plain or opened.reading.fingerprint
        rows += (
            evolve(one, document=opened.path, document_fingerprint=mark, criterion_fingerprint=prints[one.criterion])
            for one in made
        )
        if found is not None and not made:
            silent.append(opened.path)
            if found.sightings and found.form.proves_nothing and opened.path not in at_work:
                passed.append((opened.path, found.form.value))
    kept = [one for one in rows if sieve.lets_through(one)]
    return Suggestions(
        rows=_in_order(kept, catalogue.criteria),
        threshold=first,
        further=further,
        documents=documents,
        silent=tuple(silent),
        unread=tuple(path for path, _ in unread),
        faults=tuple(fault for _, fault in unread),
        passed_over=tuple(path for path, _ in passed),
        sorts=tuple(sort for _, sort in passed),
        claimed=sieve.claimed,
        rejected=sieve.rejected,
        bare=_bare(catalogue.criteria, {one.criterion for one in kept} | {criterion for _, criterion in claimed}),
        unknown=tuple(one.id for one in catalogue.criteria if one.wording is Wording.UNKNOWN),
        remarks=opener.store.remarks,
    )


def _fault(reading: Reading) -> str:
    """Return the gravest fault of a reading in a few words."""
    return next((one.fault.value for one in reading.faults), "too large" if reading.truncated else "empty")


class _Sieve:
    """Holds back what somebody has decided already, and counts it."""

    def __init__(self, claims: Collection[tuple[str, str]], rejections: Mapping[tuple[str, str], Rejection]) -> None:
        self._claims, self._rejections = claims, rejections
        self.claimed = self.rejected = 0

    def lets_through(self, one: Suggestion) -> bool:
        pair = one.document, one.criterion
        claimed = pair in self._claims
        rejection = self._rejections.get(pair)
        rejected = not claimed and rejection is not None and rejection.answers(one)
        self.claimed += claimed
        self.rejected += rejected
        return not claimed and not rejected


def _claimed(register: Register | None) -> frozenset[tuple[str, str]]:
    entries = register.documents if register else ()
    return frozenset((entry.path, claim.criterion) for entry in entries for claim in entry.claims)


def _bare(criteria: Iterable[Criterion], served: Collection[str]) -> tuple[str, ...]:
    return tuple(one.id for one in criteria if one.wording is not Wording.UNKNOWN and one.id not in served)


def _in_order(rows: Iterable[Suggestion], criteria: Iterable[Criterion]) -> tuple[Suggestion, ...]:
    place = {one.id: number for number, one in enumerate(criteria)}
    return tuple(sorted(rows, key=lambda one: (place[one.criterion], -one.confidence, one.document)))


def _surveys(opener: Opener, queries: Queries, hints: Hints) -> Iterator[tuple[Opened, Survey | None]]:
    """Yield every document that could be opened with its survey; ``None`` if there is nothing to read in it."""
    own = {*hints.own}
    if hints.register:
        own |= {hints.register.file, hints.register.plan}
    files = Sorted.of(opener.root, own).files
    recalled = opener.memory.recall(files)
    digest = f"{VERSION} {queries.digest}"
    asked = {path: (one.key, _asked(digest, path)) for path, one in recalled.known.items() if one.key}
    kept = dict(opener.store.looks(asked.values()))
    unsurveyed = {path for path, pair in asked.items() if pair not in kept and _is_readable(recalled.known[path])}
    for _, opened in opener.open_all(files, recalled, unsurveyed):
        if opened is not None:
            known = kept.pop(asked.get(opened.path, ("", "")), "")
            yield opened, _known(known) or _fresh(opener, opened, _asked(digest, opened.path), again=bool(known))


def _fresh(opener: Opener, opened: Opened, asked: str, *, again: bool) -> Survey | None:
    """Return the survey that a worker has just taken, or takes *again* if the one that was kept is not sound."""
    text = opener.surveyed(opened) if again else opened.surveyed
    found = _known(text)
    if found and opened.key:
        opener.store.put_look(opened.key, asked, text)
    return found


def _is_readable(opened: Opened) -> bool:
    return bool(opened.plain) or opened.reading.readable


def _asked(digest: str, path: str) -> str:
    """Return what a survey is kept by: what was asked, and the path, whose name a survey goes by as well."""
    return hashlib.sha256(f"{digest}\0{path}".encode("utf-8", "replace")).hexdigest()[:32]


def _known(text: str) -> Survey | None:
    try:
        return survey_from_wire(json.loads(text)) if text else None
    except (ValueError, RecursionError):  # a worker or somebody else has written something else
        return None
