"""Every finding of a profile with what machines want to know of it: whose it is, where, which one, and if it counts."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from readiness.model import CriterionResult, EvidenceProfile, FileState, Finding, Level, Reason

from ._text import day, encodable

_UNREAD = {
    FileState.NOT_PERMITTED: "This user may not open it.",
    FileState.NOT_A_FILE: "It is not a regular file.",
}


@frozen(kw_only=True)
class Said:
    """
    One finding.

    Attributes:
        finding: what was said.
        result: the criterion it was said of; ``None`` for the folder as a whole.
        excuse: why it does not count, in one sentence; empty if it does.
        path: the file it points at, as seen from the root of the repository.
        fingerprint: the same for the same finding in another run, wherever its line has moved to.
    """

    finding: Finding
    result: CriterionResult | None
    excuse: str
    path: str
    fingerprint: str

    @property
    def about(self) -> str:
        """Return the id of the criterion; empty for the folder as a whole."""
        return self.result.criterion.id if self.result else ""

    @property
    def sentence(self) -> str:
        """Return what is wrong and what to do."""
        return " ".join(part for part in (self.finding.message, self.finding.fix) if part)


@frozen
class Unseen:
    """Something that could not be looked at: its path inside the folder, and why, in one sentence."""

    path: str
    why: str


def said(profile: EvidenceProfile) -> tuple[Said, ...]:
    """Return every finding: those of the criteria in catalogue order, then those of the folder."""
    times: Counter[str] = Counter()
    return tuple(_one(profile, finding, result, times) for result, finding in _pairs(profile))


def grouped(profile: EvidenceProfile) -> dict[int, list[Said]]:
    """Return the findings by the ``id`` of the result they belong to; ``id(None)`` has those of the folder."""
    found: dict[int, list[Said]] = {}
    for one in said(profile):
        found.setdefault(id(one.result), []).append(one)
    return found


def _pairs(profile: EvidenceProfile) -> Iterator[tuple[CriterionResult | None, Finding]]:
    for result in profile.results:
        yield from ((result, finding) for finding in result.findings)
    yield from ((None, finding) for finding in profile.assessment.findings)


def _one(profile: EvidenceProfile, finding: Finding, result: CriterionResult | None, times: Counter[str]) -> Said:
    path = path_of(profile, finding.location.file)
    key = _key(finding, result, path)
    times[key] += 1
    return Said(
        finding=finding,
        result=result,
        excuse=excuse_of(result) if result and finding not in result.counting else "",
        path=path,
        fingerprint=hashlib.sha256(f"{key}\0{times[key]}".encode()).hexdigest()[:32],
    )


def _key(finding: Finding, result: CriterionResult | None, path: str) -> str:
    """Return what stays the same while lines move, dates pass and evidence grows; twins are numbered."""
    place = finding.location
    own = (result.criterion.id,) if result else ("", place.part, finding.message)
    return encodable("\0".join((finding.rule, path, finding.document, *own)))


def excuse_of(result: CriterionResult) -> str:
    """Return why the findings of a criterion are excused, in one sentence; empty if they are not."""
    if waiver := result.waiver:
        return f"Waived by {waiver.approver} until {day(waiver.until)}: {waiver.reason}"
    if decision := result.not_applicable:
        return f"Not applicable, decided by {decision.approver} on {day(decision.date)}: {decision.reason}"
    return ""


def path_of(profile: EvidenceProfile, file: str) -> str:
    """Return a file that a finding points at as seen from the root of the repository."""
    plan = profile.assessment.plan
    if profile.plan_path and plan is not None and file == plan.file:
        return profile.plan_path
    return "/".join(part for part in (profile.folder_path, file) if part)


def unseen(profile: EvidenceProfile) -> tuple[Unseen, ...]:
    """Return everything that could not be looked at, sorted by path: never to be mistaken for clear."""
    folder = profile.assessment.folder
    found = {one.path: " ".join(map(str, one.faults)) for one in folder.readings if one.faults and not one.complete}
    found |= {one.path: _UNREAD[one.state] for one in folder.files if one.state in _UNREAD}
    for result, finding in _pairs(profile):
        if result and finding.reason is Reason.UNREADABLE:
            found[finding.document or finding.location.file] = finding.message
    reasons = dict(folder.skipped)
    found |= {path: f"It was passed over: {reasons.get(path, 'nobody knows why')}." for path in folder.blind}
    return tuple(Unseen(path, why) for path, why in sorted(found.items()))


def most_urgent_first(profile: EvidenceProfile, level: Level) -> tuple[Said, ...]:
    """Return the findings of one level that count: the reasons of the gaps in their order, then the others."""
    order = {(gap.id, gap.why): place for place, gap in reversed(tuple(enumerate(profile.gaps)))}
    counting = (one for one in said(profile) if not one.excuse and one.finding.level is level)
    return tuple(sorted(counting, key=lambda one: order.get((one.about, one.finding.message), len(order))))
