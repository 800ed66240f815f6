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
