"""What rules say to do next, in the words of an organisation."""

from __future__ import annotations

from attrs import evolve

from readiness.model import Assessment, Comparison, Finding, Phrasing


def worded(assessment: Assessment, phrasing: Phrasing) -> Assessment:
    """Return *assessment* with the next steps of its findings in somebody's own words."""
    if not phrasing.steps:
        return assessment
    results = tuple(
        evolve(one, findings=tuple(_said(each, phrasing) for each in one.findings)) for one in assessment.results
    )
    return evolve(assessment, results=results, findings=tuple(_said(one, phrasing) for one in assessment.findings))


def worded_beside(comparison: Comparison | None, phrasing: Phrasing) -> Comparison | None:
    """Return what is new since a baseline, its findings worded likewise, so that they are known again."""
    if comparison is None or not phrasing.steps:
        return comparison
    return evolve(
        comparison,
        known=frozenset((about, _said(one, phrasing)) for about, one in comparison.known),
        new=tuple(_said(one, phrasing) for one in comparison.new),
    )


def _said(finding: Finding, phrasing: Phrasing) -> Finding:
    return evolve(finding, fix=phrasing.next_step(finding.rule, finding.fix))
