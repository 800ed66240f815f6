"""
From a profile to the JSON of an assessment.

The model is never dumped: a field renamed there must not rename a key that somebody's script reads.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from readiness.model import (
    Action,
    Assessment,
    Change,
    Comparison,
    CriterionResult,
    DocumentRow,
    EvidenceLink,
    EvidenceProfile,
    Finding,
    Forecast,
    NotApplicable,
    PlanDate,
    PlanProblem,
    Status,
    Waiver,
)

from ._wire_types import (
    WireAction,
    WireAssessment,
    WireChange,
    WireCriterion,
    WireDate,
    WireDocument,
    WireFinding,
    WireForecast,
    WireLink,
    WireNotApplicable,
    WireProblem,
    WireThreshold,
    WireWaiver,
)

SCHEMA_VERSION = "1.1"


def assessment(profile: EvidenceProfile) -> WireAssessment:
    """Return *profile* as version 1 of the wire format."""
    judged = profile.assessment
    catalogue = judged.catalogue
    counts = dict(profile.counts)
    strands = {one.id: one.title for one in catalogue.strands}
    return {
        "schema_version": SCHEMA_VERSION,
        "generator": profile.generator,
        "organisation": judged.organisation,
        "system": judged.folder.register.system,
        "assessment": judged.assessment,
        "as_of": judged.as_of.isoformat(),
        "due": judged.due.isoformat(),
        "decision": judged.decision.value,
        "in_scope": max(len(judged.in_scope), len(judged.results)),
        "threshold": _threshold(judged),
        "shortfalls": list(judged.shortfalls),
        "catalogue": {
            "id": catalogue.id,
            "title": catalogue.title,
            "version": catalogue.version,
            "about": catalogue.about,
        },
        "counts": {status.value: counts.get(status, 0) for status in Status},
        "criteria": [_criterion(one, judged.as_of, profile.comparison, strands) for one in profile.results],
        "findings": [_finding("", one, profile.comparison) for one in judged.findings],
        "forecast": _forecast(judged.forecast),
        "documents": [_document(one) for one in profile.documents],
        "plan_problems": [_problem(one) for one in judged.plan.problems] if judged.plan else [],
        "not_looked_at": list(profile.not_looked_at),
    }


def _criterion(
    result: CriterionResult, as_of: date, beside: Comparison | None, strands: Mapping[str, str]
) -> WireCriterion:
    criterion = result.criterion
    return {
        "id": criterion.id,
        "title": criterion.title,
        "requires": criterion.requires,
        "wording": criterion.wording.value,
        "status": result.status.value,
        "rag": result.status.rag.value,
        "taken": result.taken,
        "reasons": [reason.value for reason in result.reasons],
        "links": [_link(one) for one in result.links],
        "actions": [_action(one, as_of) for one in result.actions],
        "findings": [_finding(criterion.id, one, beside) for one in result.findings],
        "waiver": _waiver(result.waiver) if result.waiver else None,
        "not_applicable": _not_applicable(result.not_applicable) if result.not_applicable else None,
        "strand": strands.get(criterion.strand, criterion.strand),
        "owners": list(criterion.owners),
    }


def _threshold(judged: Assessment) -> WireThreshold:
    threshold, agreed = judged.threshold, judged.folder.register.threshold(judged.assessment)
    return {
        "allow": [one.value for one in threshold.allow],
        "not_met_at_most": threshold.not_met_at_most,
        "met_at_least": threshold.met_at_least,
        "fail_on": threshold.fail_on.value if threshold.fail_on else None,
        "approver": agreed.approver if agreed else "",
        "reason": agreed.reason if agreed else "",
    }


def _link(link: EvidenceLink) -> WireLink:
    return {"document": link.document, "basis": link.basis.value, "locator": link.locator, "quote": link.quote}


def _action(action: Action, as_of: date) -> WireAction:
    return {
        "id": action.id,
        "deliverable": action.deliverable,
        "who": list(action.who),
        "dates": [_date(one) for one in action.dates],
        "rag": action.progress.value,
        "overdue": action.overdue_on(as_of),
        "comment": action.comment,
    }


def _date(read: PlanDate) -> WireDate:
    return {
        "date": str(read.date),
        "precision": read.date.precision.value,
        "confidence": read.confidence.value,
        "how": read.how,
        "alternatives": [str(one) for one in read.alternatives],
    }


def _finding(about: str, finding: Finding, beside: Comparison | None) -> WireFinding:
    place = finding.location
    return {
        "rule": finding.rule,
        "level": finding.level.value,
        "message": finding.message,
        "location": {"file": place.file, "line": place.line, "column": place.column, "part": place.part},
        "fix": finding.fix,
        "known": beside is not None and beside.knows(about, finding),
        "document": finding.document,
        "reason": finding.reason.value if finding.reason else None,
    }


def _waiver(waiver: Waiver) -> WireWaiver:
    return {
        "reason": waiver.reason,
        "approver": waiver.approver,
        "from": waiver.from_.isoformat(),
        "until": waiver.until.isoformat(),
    }


def _not_applicable(decision: NotApplicable) -> WireNotApplicable:
    return {"reason": decision.reason, "approver": decision.approver, "date": decision.date.isoformat()}


def _document(row: DocumentRow) -> WireDocument:
    return {
        "path": row.path,
        "title": row.title,
        "kinds": row.kinds,
        "owner": row.owner,
        "version": row.version,
        "effective": row.effective,
        "review_by": row.review_by,
        "approvals": list(row.approvals),
        "criteria": list(row.criteria),
        "size": row.size,
        "sha256": row.sha256,
        "registered": row.registered,
        "state": row.state,
    }


def _forecast(forecast: Forecast) -> WireForecast:
    return {
        "lapses": [_change(one) for one in forecast.lapses],
        "closing": list(forecast.closing),
        "late": list(forecast.late),
        "undated": list(forecast.undated),
        "uncovered": list(forecast.uncovered),
    }


def _change(change: Change) -> WireChange:
    return {"criterion": change.criterion, "now": change.now.value, "then": change.then.value, "why": change.why}


def _problem(problem: PlanProblem) -> WireProblem:
    return {"line": problem.line, "column": problem.column, "text": problem.text, "message": problem.message}
