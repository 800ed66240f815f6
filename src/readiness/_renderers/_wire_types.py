"""
The keys of the JSON of an assessment, version 1.

Every key is always present. A new one may be added within version 1; taking one away or changing its meaning needs 2.
"""

from __future__ import annotations

from typing import TypedDict


class WireLink(TypedDict):
    """A document put forward for a criterion."""

    document: str
    basis: str
    locator: str
    quote: str


class WireDate(TypedDict):
    """A date of the plan, with how sure its reading is."""

    date: str
    precision: str
    confidence: str
    how: str
    alternatives: list[str]


class WireAction(TypedDict):
    """A row of the plan that names the criterion."""

    id: str
    deliverable: str
    who: list[str]
    dates: list[WireDate]
    rag: str
    overdue: bool
    comment: str


class WireLocation(TypedDict):
    """Where a finding points."""

    file: str
    line: int | None
    column: int | None
    part: str


class WireFinding(TypedDict):
    """What a rule said."""

    rule: str
    level: str
    message: str
    location: WireLocation
    fix: str
    known: bool
    document: str
    reason: str | None


WireWaiver = TypedDict("WireWaiver", {"reason": str, "approver": str, "from": str, "until": str})
"""Why a criterion is excused, by whom and for how long; ``from`` is no name for a class attribute."""


class WireNotApplicable(TypedDict):
    """Why a criterion does not apply, who decided and when."""

    reason: str
    approver: str
    date: str


class WireCriterion(TypedDict):
    """The result of one criterion."""

    id: str
    title: str
    requires: str
    wording: str
    status: str
    rag: str
    taken: str
    reasons: list[str]
    links: list[WireLink]
    actions: list[WireAction]
    findings: list[WireFinding]
    waiver: WireWaiver | None
    not_applicable: WireNotApplicable | None
    strand: str
    owners: list[str]


class WireDocument(TypedDict):
    """A registered document, or a file that the register does not name."""

    path: str
    title: str
    kinds: str
    owner: str
    version: str
    effective: str
    review_by: str
    approvals: list[str]
    criteria: list[str]
    size: int | None
    sha256: str
    registered: bool
    state: str


class WireChange(TypedDict):
    """A criterion that will be worse on the due date."""

    criterion: str
    now: str
    then: str
    why: str


class WireForecast(TypedDict):
    """What the due date will bring."""

    lapses: list[WireChange]
    closing: list[str]
    late: list[str]
    undated: list[str]
    uncovered: list[str]


class WireProblem(TypedDict):
    """A piece of the plan that could not be used."""

    line: int
    column: int
    text: str
    message: str


class WireCatalogue(TypedDict):
    """The list of criteria that was asked."""

    id: str
    title: str
    version: str
    about: str


class WireThreshold(TypedDict):
    """What the assessment takes, and who agreed to it if it is not as the catalogue says."""

    allow: list[str]
    not_met_at_most: int
    met_at_least: int
    fail_on: str | None
    approver: str
    reason: str


class WireAssessment(TypedDict):
    """The whole document."""

    schema_version: str
    generator: str
    organisation: str
    system: str
    assessment: str
    as_of: str
    due: str
    decision: str
    in_scope: int
    threshold: WireThreshold
    shortfalls: list[str]
    catalogue: WireCatalogue
    counts: dict[str, int]
    criteria: list[WireCriterion]
    findings: list[WireFinding]
    forecast: WireForecast
    documents: list[WireDocument]
    plan_problems: list[WireProblem]
    not_looked_at: list[str]
