"""The part of SARIF 2.1.0 that is written here, under the names that the standard gives."""

from __future__ import annotations

from typing import NotRequired, TypedDict


class Message(TypedDict):
    """Text, and the same as Markdown."""

    text: str
    markdown: NotRequired[str]


class ArtifactLocation(TypedDict):
    """A file: a path from the place that ``uriBaseId`` names."""

    uri: NotRequired[str]
    uriBaseId: NotRequired[str]
    description: NotRequired[Message]


class Region(TypedDict):
    """A place inside a file."""

    startLine: int
    startColumn: NotRequired[int]


class PhysicalLocation(TypedDict):
    """A file and, where it is known, the place inside it; without one the whole file is meant."""

    artifactLocation: ArtifactLocation
    region: NotRequired[Region]


class LogicalLocation(TypedDict):
    """A criterion."""

    name: str
    fullyQualifiedName: str
    kind: str


class Location(TypedDict):
    """Where a result is."""

    physicalLocation: PhysicalLocation
    logicalLocations: NotRequired[list[LogicalLocation]]
    message: NotRequired[Message]


class Suppression(TypedDict):
    """Why a result does not count."""

    kind: str
    status: str
    justification: str


class Result(TypedDict):
    """A finding."""

    ruleId: str
    ruleIndex: int
    level: str
    message: Message
    locations: list[Location]
    relatedLocations: NotRequired[list[Location]]
    partialFingerprints: dict[str, str]
    baselineState: NotRequired[str]
    suppressions: list[Suppression]
    properties: dict[str, object]


class Configuration(TypedDict):
    """How serious the results of a rule are."""

    level: str


class ReportingDescriptor(TypedDict):
    """A rule with its manual page."""

    id: str
    shortDescription: Message
    help: Message
    defaultConfiguration: Configuration
    properties: dict[str, object]


class Driver(TypedDict):
    """The program."""

    name: str
    version: str
    rules: list[ReportingDescriptor]


class Tool(TypedDict):
    """What found the results."""

    driver: Driver


class Notification(TypedDict):
    """Something about the run itself."""

    level: str
    message: Message
    locations: NotRequired[list[Location]]


class Invocation(TypedDict):
    """How the run went."""

    executionSuccessful: bool
    toolExecutionNotifications: list[Notification]


class AutomationDetails(TypedDict):
    """Which runs belong together."""

    id: str


class Run(TypedDict):
    """One judgement."""

    tool: Tool
    automationDetails: AutomationDetails
    invocations: list[Invocation]
    originalUriBaseIds: dict[str, ArtifactLocation]
    columnKind: str
    results: list[Result]
    properties: dict[str, object]


Log = TypedDict("Log", {"$schema": str, "version": str, "runs": list[Run]})
"""The whole file; ``$schema`` is no name for a class attribute."""
