"""The findings as a code quality report of GitLab."""

from __future__ import annotations

import json
from typing import ClassVar, TypedDict

from attrs import frozen

from readiness.model import EvidenceProfile, Level

from ._said import Said, said
from ._text import encodable, visible

_SEVERITY = {Level.ERROR: "critical", Level.WARNING: "minor", Level.NOTE: "info"}


class WireLines(TypedDict):
    """The lines an issue is about."""

    begin: int


class WirePlace(TypedDict):
    """Where an issue is; GitLab wants a line, so a finding about a whole file gets its first."""

    path: str
    lines: WireLines


class WireIssue(TypedDict):
    """One entry of the report."""

    description: str
    check_name: str
    fingerprint: str
    severity: str
    location: WirePlace


@frozen
class GitlabRenderer:
    """
    Write each finding as an issue; one that is excused or known is kept, as information.

    >>> GitlabRenderer().suffix
    '.gitlab.json'
    """

    suffix: ClassVar[str] = ".gitlab.json"

    def render(self, profile: EvidenceProfile) -> bytes:
        """Return UTF-8 JSON: a list, which is empty if there is nothing to say."""
        issues = [_issue(one) for one in said(profile)]
        return f"{json.dumps(issues, ensure_ascii=False, indent=2)}\n".encode()


def _issue(one: Said) -> WireIssue:
    finding = one.finding
    aside = one.excuse or ("Known: the baseline has it." if one.known else "")
    parts = (f"{one.about}:" if one.about else "", one.sentence, f"({aside})" if aside else "")
    return {
        "description": visible(" ".join(part for part in parts if part)),
        "check_name": encodable(finding.rule),
        "fingerprint": one.fingerprint,
        "severity": "info" if aside else _SEVERITY[finding.level],
        "location": {"path": encodable(one.path), "lines": {"begin": finding.location.line or 1}},
    }
