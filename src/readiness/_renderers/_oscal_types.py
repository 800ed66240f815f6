"""
The keys of the OSCAL that is written: those of NIST's models that are used, and no others.

Most of them have a hyphen, which is no name for a class attribute, so the types are written as calls.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict


class Prop(TypedDict):
    """A property; one without `ns` is NIST's own."""

    name: str
    ns: NotRequired[str]
    value: str


class Role(TypedDict):
    """A role that somebody plays."""

    id: str
    title: str


class Party(TypedDict):
    """An organisation."""

    uuid: str
    type: str
    name: str


Metadata = TypedDict(
    "Metadata",
    {
        "title": str,
        "last-modified": str,
        "version": str,
        "oscal-version": str,
        "props": NotRequired[list[Prop]],
        "roles": NotRequired[list[Role]],
        "parties": NotRequired[list[Party]],
        "remarks": NotRequired[str],
    },
)
"""What every document begins with."""


class Hash(TypedDict):
    """A digest of a file."""

    algorithm: str
    value: str


class RLink(TypedDict):
    """Where a file is."""

    href: str
    hashes: NotRequired[list[Hash]]


Base64 = TypedDict("Base64", {"filename": str, "media-type": str, "value": str})
"""A file that travels inside the document."""


class Resource(TypedDict):
    """A document that is pointed at."""

    uuid: str
    title: str
    description: NotRequired[str]
    props: NotRequired[list[Prop]]
    rlinks: NotRequired[list[RLink]]
    base64: NotRequired[Base64]


class BackMatter(TypedDict):
    """Everything that is pointed at."""

    resources: list[Resource]


class State(TypedDict):
    """The state of a component."""

    state: str


class Component(TypedDict):
    """A piece of a system, such as the program that judged."""

    uuid: str
    type: str
    title: str
    description: str
    status: State


class Components(TypedDict):
    """The components that a document defines for itself."""

    components: list[Component]


Actor = TypedDict("Actor", {"type": str, "actor-uuid": str})
"""Who or what said something."""


class Origin(TypedDict):
    """Where something comes from."""

    actors: list[Actor]


Subject = TypedDict("Subject", {"subject-uuid": str, "type": str, "title": NotRequired[str]})
"""What was looked at."""


class Evidence(TypedDict):
    """A place that bears an observation out."""

    href: NotRequired[str]
    description: str
    props: NotRequired[list[Prop]]
    remarks: NotRequired[str]


Observation = TypedDict(
    "Observation",
    {
        "uuid": str,
        "title": str,
        "description": str,
        "props": NotRequired[list[Prop]],
        "methods": list[str],
        "types": list[str],
        "origins": list[Origin],
        "subjects": NotRequired[list[Subject]],
        "relevant-evidence": NotRequired[list[Evidence]],
        "collected": str,
        "expires": NotRequired[str],
        "remarks": NotRequired[str],
    },
)
"""One thing that was seen, or that was looked for and not found."""


class OnDate(TypedDict):
    date: str


class Range(TypedDict):
    start: str
    end: str


Timing = TypedDict("Timing", {"on-date": NotRequired[OnDate], "within-date-range": NotRequired[Range]})
"""When a task is to be done: on a day, or between two."""

ResponsibleRole = TypedDict("ResponsibleRole", {"role-id": str})
"""A role that has to do something."""

Task = TypedDict(
    "Task",
    {
        "uuid": str,
        "type": str,
        "title": str,
        "description": NotRequired[str],
        "props": NotRequired[list[Prop]],
        "timing": NotRequired[Timing],
        "responsible-roles": NotRequired[list[ResponsibleRole]],
        "remarks": NotRequired[str],
    },
)
"""A thing to do."""


class Response(TypedDict):
    """What is to be done about a risk."""

    uuid: str
    lifecycle: str
    title: str
    description: str
    props: NotRequired[list[Prop]]
    origins: NotRequired[list[Origin]]
    tasks: NotRequired[list[Task]]


LoggedBy = TypedDict("LoggedBy", {"party-uuid": str, "role-id": str})
LogEntry = TypedDict(
    "LogEntry",
    {
        "uuid": str,
        "title": str,
        "description": str,
        "start": str,
        "end": NotRequired[str],
        "logged-by": NotRequired[list[LoggedBy]],
        "status-change": str,
    },
)
"""One thing that was decided of a risk."""


class RiskLog(TypedDict):
    """Everything that was decided of a risk."""

    entries: list[LogEntry]


ToObservation = TypedDict("ToObservation", {"observation-uuid": str})
ToRisk = TypedDict("ToRisk", {"risk-uuid": str})
ToFinding = TypedDict("ToFinding", {"finding-uuid": str})

Risk = TypedDict(
    "Risk",
    {
        "uuid": str,
        "title": str,
        "description": str,
        "statement": str,
        "props": NotRequired[list[Prop]],
        "status": str,
        "deadline": NotRequired[str],
        "remediations": NotRequired[list[Response]],
        "risk-log": NotRequired[RiskLog],
        "related-observations": NotRequired[list[ToObservation]],
    },
)
"""A criterion that is not met, or that is excused for a while."""


class TargetStatus(TypedDict):
    """Whether a statement is satisfied."""

    state: str
    reason: str
    remarks: NotRequired[str]


Target = TypedDict("Target", {"type": str, "target-id": str, "title": str, "status": TargetStatus})
"""The statement of a control that a finding is about."""

Finding = TypedDict(
    "Finding",
    {
        "uuid": str,
        "title": str,
        "description": str,
        "props": NotRequired[list[Prop]],
        "target": Target,
        "related-observations": NotRequired[list[ToObservation]],
        "related-risks": NotRequired[list[ToRisk]],
        "remarks": NotRequired[str],
    },
)
"""The verdict on one criterion."""

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
