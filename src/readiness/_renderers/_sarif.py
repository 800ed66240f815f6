"""The findings as SARIF 2.1.0, which code scanning services and editors read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from readiness._words import threshold_words
from readiness.model import EvidenceProfile, RulePage

from ._safe import uri
from ._said import Said, Unseen, path_of, said, unseen
from ._sarif_types import (
    ArtifactLocation,
    Invocation,
    Location,
    Log,
    Message,
    Notification,
    PhysicalLocation,
    Region,
    ReportingDescriptor,
    Result,
    Run,
    Suppression,
)
from ._text import encodable, visible

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"


@frozen
class SarifRenderer:
    """
    Write each finding as a result; one that a waiver excuses is kept as suppressed.

    >>> SarifRenderer().suffix
    '.sarif'
    """

    suffix: ClassVar[str] = ".sarif"

    def render(self, profile: EvidenceProfile) -> bytes:
        """Return UTF-8 JSON; the run is not successful if what is claimed could not be looked at."""
        log: Log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(profile)]}
        return f"{json.dumps(log, ensure_ascii=False, indent=2)}\n".encode()


def _run(profile: EvidenceProfile) -> Run:
    judged = profile.assessment
    pages = _pages(profile)
    index = {page.kind: place for place, page in enumerate(pages)}
    name, _, version = encodable(profile.generator).partition(" ")
    rules = [_rule(one) for one in pages]
    folder = encodable(profile.folder_path or judged.folder.name)
    return {
        "tool": {"driver": {"name": name or "readiness", "version": version or "0", "rules": rules}},
        "automationDetails": {"id": f"readiness/{folder}/{encodable(judged.assessment)}/"},
        "invocations": [_invocation(profile)],
        "originalUriBaseIds": {_ROOT: {"description": _message("The root of the repository.")}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(profile, one, index) for one in said(profile)],
        "properties": {
            "organisation": encodable(judged.organisation),
            "assessment": encodable(judged.assessment),
            "asOf": judged.as_of.isoformat(),
            "due": judged.due.isoformat(),
            "decision": judged.decision.value,
            "takes": encodable(threshold_words(judged.threshold, judged.assessment)),
            "criteriaInScope": max(len(judged.in_scope), len(judged.results)),
            "counts": {status.value: number for status, number in profile.counts},
        },
    }


def _pages(profile: EvidenceProfile) -> tuple[RulePage, ...]:
    """Return the profile's pages, and a bare one for each rule that has none."""
    have = {one.kind for one in profile.rules}
    named = dict.fromkeys(one.finding.rule for one in said(profile))
    return (*profile.rules, *(RulePage(kind=kind, summary=kind) for kind in named if kind not in have))


def _rule(page: RulePage) -> ReportingDescriptor:
    level = page.level.value
    severity = level.replace("note", "recommendation")  # the word of a code scanning service
    return {
        "id": encodable(page.kind),
        "shortDescription": _message(page.summary),
        "help": _help(page),
        "defaultConfiguration": {"level": level},
        "properties": {
            "tags": ["accreditation", "evidence"],
            "problem.severity": severity,
        },
    }


def _help(page: RulePage) -> Message:
    """Return the manual page as text and as Markdown; SARIF allows no HTML in it."""
    parts = [(_plain(heading), _plain(text)) for heading, text in page.sections]
    summary = _plain(page.summary)
    text = "\n\n".join((summary, *(f"{heading}\n{body}" for heading, body in parts)))
    marked = "\n\n".join((summary, *(f"**{heading}**\n\n{body}" for heading, body in parts)))
    return {"text": text, "markdown": marked.replace("<", "&lt;")}


def _plain(text: str) -> str:
    """Return text in which nothing is a placeholder or a link to a reader of SARIF; never empty."""
    return visible(text).replace("{", "{{").replace("}", "}}").replace("](", "] (") or "-"


def _message(text: str) -> Message:
    return {"text": _plain(text)}


def _invocation(profile: EvidenceProfile) -> Invocation:
    hidden = unseen(profile)
    notifications = [_not_seen(profile, one) for one in hidden]
    notifications += [{"level": "note", "message": _message(f"Not looked at: {one}")} for one in profile.not_looked_at]
    failed = any(one.holds for one in hidden)
    return {"executionSuccessful": not failed, "toolExecutionNotifications": notifications}


def _not_seen(profile: EvidenceProfile, one: Unseen) -> Notification:
    return {
        "level": "error" if one.holds else "warning",
        "message": _message(f"Could not look at {one.path}. {one.why}"),
        "locations": [{"physicalLocation": {"artifactLocation": _file(path_of(profile, one.path))}}],
    }


def _result(profile: EvidenceProfile, one: Said, index: dict[str, int]) -> Result:
    finding = one.finding
    result: Result = {
        "ruleId": encodable(finding.rule),
        "ruleIndex": index[finding.rule],
        "level": finding.level.value,
        "message": _message(f"{one.about}: {one.sentence}" if one.about else one.sentence),
        "locations": [_location(one)],
        "partialFingerprints": {"primaryLocationLineHash": one.fingerprint, "readiness/v1": one.fingerprint},
        "suppressions": list(_suppressions(one)),
        "properties": dict(_properties(one)),
    }
    if one.known is not None and not one.excuse:
        result["baselineState"] = "unchanged" if one.known else "new"
    if finding.document:
        document = _file(path_of(profile, finding.document))
        result["relatedLocations"] = [
            {"physicalLocation": {"artifactLocation": document}, "message": _message("The document it is about.")}
        ]
    return result


def _location(one: Said) -> Location:
    place = one.finding.location
    physical: PhysicalLocation = {"artifactLocation": _file(one.path)}
    if place.line:
        region: Region = {"startLine": place.line}
        if place.column:
            region["startColumn"] = place.column
        physical["region"] = region
    location: Location = {"physicalLocation": physical}
    if one.result:
        name = encodable(one.about)
        location["logicalLocations"] = [{"name": name, "fullyQualifiedName": name, "kind": "criterion"}]
    if place.part:
        location["message"] = _message(place.part)
    return location


def _file(path: str) -> ArtifactLocation:
    return {"uri": uri(path), "uriBaseId": _ROOT}


def _suppressions(one: Said) -> Iterator[Suppression]:
    if one.excuse:
        yield {"kind": "external", "status": "accepted", "justification": visible(one.excuse)}


def _properties(one: Said) -> Iterator[tuple[str, object]]:
    if one.result:
        yield "criterion", encodable(one.about)
        yield "title", encodable(one.result.criterion.title)
        yield "status", one.result.status.value
    if reason := one.finding.reason:
        yield "reason", reason.value
