"""The keys of OSCAL's observations, risks and findings."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from ._oscal_types import Origin, Prop

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
