"""The texts of a register without which what somebody decided would be nobody's."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.model import Register


def signatures(register: Register) -> Iterator[tuple[str, str, str, int | None]]:
    """Yield the texts without which a decision, an approval or a wording would be nobody's."""
    for entry in register.documents:
        for approval in entry.approvals:
            yield f"approval of {entry.path}", "body", approval.body, entry.line
    for wording in register.wordings:
        yield "criterion", "title", wording.title, wording.line
        yield "criterion", "requires", wording.requires, wording.line
        yield "criterion", "source", wording.source, wording.line
    for waiver in register.waivers:
        yield "waiver", "reason", waiver.reason, waiver.line
        yield "waiver", "approver", waiver.approver, waiver.line
    for threshold in register.thresholds:
        yield "threshold", "reason", threshold.reason, threshold.line
        yield "threshold", "approver", threshold.approver, threshold.line
    for decision in register.not_applicable:
        yield "not_applicable", "reason", decision.reason, decision.line
        yield "not_applicable", "approver", decision.approver, decision.line
