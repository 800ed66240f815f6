"""Look through the documents of a folder for what may be evidence, whatever the register says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from attrs import define, evolve, field, frozen

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
from ._walk import Walked


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
    first, further = thresholds_for(queries, hints.threshold)
    claimed = _claimed(hints.register)
    sieve = _Sieve(claimed, {(one.document, one.criterion): one for one in hints.rejections})
    listed = _listed(opener, hints)
    made = _Made(
        criteria={one.id: one for one in catalogue.criteria},
        prints={one.id: criterion_fingerprint(one) for one in catalogue.criteria},
        at_work={path for path, _ in claimed},
        unread=[(one.path, one.skipped) for one in listed.passed if one.blind],
    )
    documents = len(listed.files) + len(made.unread)
    for walked, opened, found in _surveys(opener, queries, listed.files):
        if opened is None:
            made.unread.append((walked.path, "empty"))
        else:
            made.take(opened, found, hints.threshold)
    kept = [one for one in made.rows if sieve.lets_through(one)]
    return Suggestions(
        rows=_in_order(kept, catalogue.criteria),
        threshold=first,
        further=further,
        documents=documents,
        silent=tuple(made.silent),
        unread=tuple(path for path, _ in made.unread),
        faults=tuple(fault for _, fault in made.unread),
        passed_over=tuple(path for path, _ in made.passed),
        sorts=tuple(sort for _, sort in made.passed),
        claimed=sieve.claimed,
        rejected=sieve.rejected,
        bare=_bare(catalogue.criteria, {one.criterion for one in kept} | {criterion for _, criterion in claimed}),
        unknown=tuple(one.id for one in catalogue.criteria if one.wording is Wording.UNKNOWN),
        remarks=opener.store.remarks,
    )


@define(kw_only=True)
class _Made:
    """
    What was made of the documents so far.

    Attributes:
        criteria: by their ids.
        prints: their fingerprints.
        at_work: paths of those that are claimed for something.
        unread: those that could not be read, or not in full, with what is wrong.
        rows: suggestions.
        silent: those that nothing is suggested for.
        passed: of these, those that are of a sort that proves nothing, with the sort.
    """

    criteria: Mapping[str, Criterion]
    prints: Mapping[str, str]
    at_work: set[str]
    unread: list[tuple[str, str]]
    rows: list[Suggestion] = field(factory=list)
    silent: list[str] = field(factory=list)
    passed: list[tuple[str, str]] = field(factory=list)

    def take(self, opened: Opened, found: Survey | None, threshold: float | None) -> None:
        """Add what is made of one document."""
        if found is None or not opened.reading.complete:
            self.unread.append((opened.path, _fault(opened.reading)))
        if found is None:
            return
        mark = opened.plain or opened.reading.fingerprint
        before = len(self.rows)
        self.rows += (
            evolve(
                one, document=opened.path, document_fingerprint=mark, criterion_fingerprint=self.prints[one.criterion]
            )
            for one in suggestions_of(found, self.criteria, threshold=threshold)
        )
        if len(self.rows) == before:
            self.silent.append(opened.path)
            if found.sightings and found.form.proves_nothing and opened.path not in self.at_work:
                self.passed.append((opened.path, found.form.value))


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


def _listed(opener: Opener, hints: Hints) -> Sorted:
    own = {*hints.own}
    if hints.register:
        own |= {hints.register.file, hints.register.plan}
    return Sorted.of(opener.root, own)


def _surveys(
    opener: Opener, queries: Queries, files: Sequence[Walked]
) -> Iterator[tuple[Walked, Opened | None, Survey | None]]:
    """Yield every file with what was opened and its survey; ``None`` if it holds nothing, or nothing to read."""
    recalled = opener.memory.recall(files)
    digest = f"{VERSION} {queries.digest}"
    asked = {path: (one.key, _asked(digest, path)) for path, one in recalled.known.items() if one.key}
    kept = dict(opener.store.looks(asked.values()))
    unsurveyed = {path for path, pair in asked.items() if pair not in kept and _is_readable(recalled.known[path])}
    for walked, opened in opener.open_all(files, recalled, unsurveyed):
        if opened is None:
            yield walked, None, None
            continue
        known = kept.pop(asked.get(opened.path, ("", "")), "")
        found = _known(known) or _fresh(opener, opened, _asked(digest, opened.path), again=bool(known))
        yield walked, opened, found


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
