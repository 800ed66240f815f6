"""The keys of whole OSCAL documents: assessment results, a plan of action, a catalogue."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from ._oscal_types import BackMatter, Components, Metadata, Origin, Prop
from ._oscal_verdict_types import Finding, Observation, Risk, ToFinding, ToObservation, ToRisk

ControlId = TypedDict("ControlId", {"control-id": str})
Selection = TypedDict(
    "Selection",
    {
        "description": str,
        "include-all": NotRequired[dict[str, str]],
        "include-controls": NotRequired[list[ControlId]],
        "exclude-controls": NotRequired[list[ControlId]],
    },
)
Reviewed = TypedDict("Reviewed", {"control-selections": list[Selection]})
"""The controls that were judged, and those that do not apply."""

Result = TypedDict(
    "Result",
    {
        "uuid": str,
        "title": str,
        "description": str,
        "start": str,
        "end": str,
        "props": list[Prop],
        "local-definitions": Components,
        "reviewed-controls": Reviewed,
        "observations": NotRequired[list[Observation]],
        "risks": NotRequired[list[Risk]],
        "findings": NotRequired[list[Finding]],
        "remarks": NotRequired[str],
    },
)
"""One judgement."""


class ImportAp(TypedDict):
    href: str
    remarks: str


AssessmentResults = TypedDict(
    "AssessmentResults",
    {
        "uuid": str,
        "metadata": Metadata,
        "import-ap": ImportAp,
        "results": list[Result],
        "back-matter": BackMatter,
    },
)
"""The document of assessment results."""

SystemId = TypedDict("SystemId", {"identifier-type": str, "id": str})
PoamItem = TypedDict(
    "PoamItem",
    {
        "uuid": str,
        "title": str,
        "description": str,
        "props": NotRequired[list[Prop]],
        "origins": NotRequired[list[Origin]],
        "related-findings": NotRequired[list[ToFinding]],
        "related-observations": NotRequired[list[ToObservation]],
        "related-risks": NotRequired[list[ToRisk]],
    },
)
"""One thing to put right."""

Poam = TypedDict(
    "Poam",
    {
        "uuid": str,
        "metadata": Metadata,
        "system-id": SystemId,
        "local-definitions": Components,
        "observations": NotRequired[list[Observation]],
        "risks": NotRequired[list[Risk]],
        "findings": NotRequired[list[Finding]],
        "poam-items": list[PoamItem],
        "back-matter": NotRequired[BackMatter],
    },
)
"""The document of a plan of action and milestones."""


class Part(TypedDict):
    """A piece of a control's text."""

    id: str
    name: str
    props: NotRequired[list[Prop]]
    prose: NotRequired[str]
    parts: NotRequired[list[Part]]


class Link(TypedDict):
    """A pointer to a resource or to another control."""

    href: str
    rel: str
    text: NotRequired[str]


class Control(TypedDict):
    """A criterion."""

    id: str
    title: str
    props: list[Prop]
    links: NotRequired[list[Link]]
    parts: NotRequired[list[Part]]


class Group(TypedDict):
    """A strand."""

    id: str
    title: str
    props: NotRequired[list[Prop]]
    controls: NotRequired[list[Control]]


CatalogDocument = TypedDict(
    "CatalogDocument",
    {
        "uuid": str,
        "metadata": Metadata,
        "controls": NotRequired[list[Control]],
        "groups": NotRequired[list[Group]],
        "back-matter": NotRequired[BackMatter],
    },
)
"""The document of a catalogue."""
