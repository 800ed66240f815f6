"""Every finding of a profile with what machines want to know of it: whose it is, where, which one, and if it counts."""

from __future__ import annotations

from attrs import frozen

from readiness._fingerprints import Occurrence, occurrences
from readiness.model import CriterionResult, EvidenceProfile, FileState, Finding, Level, Reason

from ._text import day

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
        known: whether the baseline has it; ``None`` without one.
    """

    finding: Finding
    result: CriterionResult | None
    excuse: str
    path: str
    fingerprint: str
    known: bool | None = None

    @property
    def about(self) -> str:
        """Return the id of the criterion; empty for the folder as a whole."""
        return self.result.criterion.id if self.result else ""

    @property
    def fails(self) -> bool:
        """Return whether a gate at level error fails for it."""
        return self.finding.level is Level.ERROR and not self.excuse and not self.known

    @property
    def sentence(self) -> str:
        """Return what is wrong and what to do."""
        return " ".join(part for part in (self.finding.message, self.finding.fix) if part)


@frozen
class Unseen:
    """
    Something that could not be looked at.

    Attributes:
        path: inside the folder.
        why: in one sentence.
        holds: whether it holds the assessment back: it is claimed, nothing excuses it, and no baseline has it.
    """

    path: str
    why: str
    holds: bool = False


def said(profile: EvidenceProfile) -> tuple[Said, ...]:
    """Return every finding: those of the criteria in catalogue order, then those of the folder."""
    found = occurrences(profile.assessment, lambda file: path_of(profile, file))
    return tuple(_one(profile, one) for one in found)


def grouped(profile: EvidenceProfile) -> dict[int, list[Said]]:
    """Return the findings by the ``id`` of the result they belong to; ``id(None)`` has those of the folder."""
    found: dict[int, list[Said]] = {}
    for one in said(profile):
        found.setdefault(id(one.result), []).append(one)
    return found


def _one(profile: EvidenceProfile, one: Occurrence) -> Said:
    beside = profile.comparison
    return Said(
        finding=one.finding,
        result=one.result,
        excuse=excuse_of(one.result) if one.result and not one.counts else "",
        path=one.path,
        fingerprint=one.fingerprint,
        known=beside.knows(one.about, one.finding) if beside else None,
    )


def excuse_of(result: CriterionResult) -> str:
    """Return why the findings of a criterion are excused, in one sentence; empty if they are not."""
    if waiver := result.waiver:
        return f"Waived by {waiver.approver} until {day(waiver.until)}: {waiver.reason}"
    if decision := result.not_applicable:
        return f"Not applicable, decided by {decision.approver} on {day(decision.date)}: {decision.reason}"
    return result.taken


def path_of(profile: EvidenceProfile, file: str) -> str:
    """Return a file that a finding points at as seen from the root of the repository."""
    plan = profile.assessment.plan
    if profile.plan_path and plan is not None and file == plan.file:
        return profile.plan_path
    return "/".join(part for part in (profile.folder_path, file) if part)


def unseen(profile: EvidenceProfile) -> tuple[Unseen, ...]:
    """
    Return everything that could not be looked at, sorted by path: never to be mistaken for clear.

    Of a part that was asked for, documents that are claimed for other criteria only are no part. Only what is claimed
    for something fails a gate: what nobody puts forward as evidence is missed by no criterion.
    """
    folder = profile.assessment.folder
    found = {one.path: " ".join(map(str, one.faults)) for one in folder.readings if one.faults and not one.complete}
    found |= {one.path: _UNREAD[one.state] for one in folder.files if one.state in _UNREAD}
    for result in profile.results:
        unreadable = (one for one in result.findings if one.reason is Reason.UNREADABLE)
        found |= {_about(one): one.message for one in unreadable if _about(one) != folder.register.file}
    reasons = dict(folder.skipped)
    found |= {path: f"It was passed over: {reasons.get(path, 'nobody knows why')}." for path in folder.blind}
    outside = _outside(profile)
    holding = {_about(one.finding) for one in said(profile) if one.fails and one.finding.reason is Reason.UNREADABLE}
    return tuple(Unseen(path, why, path in holding) for path, why in sorted(found.items()) if path not in outside)


def _about(finding: Finding) -> str:
    return finding.document or finding.location.file


def _outside(profile: EvidenceProfile) -> frozenset[str]:
    """Return the documents that are claimed for nothing but criteria that nobody asked for."""
    if not profile.assessment.partial:
        return frozenset()
    judged = {one.criterion.id for one in profile.results}
    entries = profile.assessment.folder.register.documents
    claimed = ((one.path, {each.criterion for each in one.claims}) for one in entries if one.claims)
    return frozenset(path for path, ids in claimed if not ids & judged)


def most_urgent_first(profile: EvidenceProfile, level: Level) -> tuple[Said, ...]:
    """Return the findings of one level that count and are not known: the reasons of the gaps first, in their order."""
    order = {(gap.id, gap.why): place for place, gap in reversed(tuple(enumerate(profile.gaps)))}
    counting = (one for one in said(profile) if not (one.excuse or one.known) and one.finding.level is level)
    return tuple(sorted(counting, key=lambda one: order.get((one.about, one.finding.message), len(order))))
