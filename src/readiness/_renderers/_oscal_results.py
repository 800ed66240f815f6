"""The profile as OSCAL assessment results: what was seen, the verdict on each criterion, and the risk of each gap."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from readiness._words import threshold_words
from readiness.model import EvidenceProfile, Status

from ._oscal_desk import Desk, file_of, fingerprinted, own, prose, start_of, title
from ._oscal_document_types import AssessmentResults, ControlId, Result, Reviewed, Selection
from ._oscal_findings import Verdict, verdicts
from ._oscal_observations import plan_observations, said
from ._oscal_resources import assessment_plan, resources
from ._oscal_types import Prop
from ._text import day
from ._view import why


@frozen
class OscalResultsRenderer:
    """
    Write the assessment as OSCAL assessment results.

    >>> OscalResultsRenderer().suffix
    '.oscal.json'
    """

    suffix: ClassVar[str] = ".oscal.json"

    def render(self, profile: EvidenceProfile) -> bytes:
        """Return UTF-8 JSON that is valid against NIST's schema; the same profile gives the same ids."""
        desk = Desk.of(profile)
        plan = desk.uuid("assessment plan")
        result = _result(desk, verdicts(desk))
        document: AssessmentResults = {
            "uuid": "",
            "metadata": desk.head("assessment results"),
            "import-ap": {"href": f"#{plan}", "remarks": "The criteria and their rules take the place of a plan."},
            "results": [result],
            "back-matter": {"resources": [assessment_plan(desk, plan), *resources(desk)]},
        }
        document["uuid"] = fingerprinted(document)
        return file_of("assessment-results", document)


def _result(desk: Desk, judged: list[Verdict]) -> Result:
    profile, assessment = desk.profile, desk.profile.assessment
    observations = [seen for one in judged for seen in one.observations]
    observations += said(desk, assessment.findings)
    observations += plan_observations(desk, assessment.plan) if assessment.plan else ()
    result: Result = {
        "uuid": desk.uuid("result", assessment.as_of),
        "title": title(f"{assessment.assessment} as of {day(assessment.as_of)}: {assessment.decision.value}"),
        "description": prose(why(profile)),
        "start": start_of(assessment.as_of),
        "end": start_of(assessment.as_of),
        "props": _props(desk),
        "local-definitions": {"components": [desk.component]},
        "reviewed-controls": _reviewed(desk, judged),
    }
    if observations:
        result["observations"] = observations
    if risks := [one.risk for one in judged if one.risk]:
        result["risks"] = risks
    if findings := [one.finding for one in judged if one.finding]:
        result["findings"] = findings
    if remarks := prose(*_not_looked_at(desk)):
        result["remarks"] = remarks
    return result


def _props(desk: Desk) -> list[Prop]:
    assessment = desk.profile.assessment
    counts = (own(f"count-{status.value.replace(' ', '-')}", str(number)) for status, number in desk.profile.counts)
    return [
        own("decision", assessment.decision.value),
        own("criteria-in-scope", str(max(len(assessment.in_scope), len(assessment.results)))),
        own("takes", threshold_words(assessment.threshold, assessment.assessment)),
        own("due", assessment.due.isoformat()),
        own("catalogue", desk.profile.catalogue_title),
        *counts,
    ]


def _reviewed(desk: Desk, judged: list[Verdict]) -> Reviewed:
    """Return what was judged: never more than that, so that what does not apply is named as left out."""
    out = [one for one in judged if one.result.status is Status.NOT_APPLICABLE]
    included: list[ControlId] = [_control(desk, one) for one in judged if one not in out]
    selection: Selection = {"description": "The criteria that were judged."}
    if included:
        selection["include-controls"] = included
    else:
        selection["include-all"] = {}
        selection["description"] = "No criterion was judged: there is none that applies."
    if out:
        selection["exclude-controls"] = [_control(desk, one) for one in out]
    return {"control-selections": [selection]}


def _control(desk: Desk, verdict: Verdict) -> ControlId:
    return {"control-id": desk.tokens[verdict.result.criterion.id]}


def _not_looked_at(desk: Desk) -> list[str]:
    skipped = (f"{path} was passed over: {reason}" for path, reason in desk.profile.assessment.folder.skipped)
    return [f"Not looked at: {one}" for one in (*desk.profile.not_looked_at, *skipped)]
