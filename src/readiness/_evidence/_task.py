"""The task of the cage: read one document and look at it. Everything here runs inside a worker process."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypedDict, cast

from readiness._cage import Parcel
from readiness._ids import IdScheme
from readiness._linking import asked_from_wire, glance, look, look_to_wire
from readiness._readers import limits_from_wire, load_readers, read_document

from ._interest import described_from_wire, question
from ._packing import Read, dumped, glance_text, pack, plain_mark


class Context(TypedDict):
    """What all jobs have in common: the evidence folder, what is looked for in it, and the suffixes of its files."""

    root: str
    limits: list[int]
    ids: list[str]
    asked: Any
    suffixes: list[str]


Job = tuple[str, bool, Any]
"""The path of a document, whether to take care, and what the register says of it."""


def prepare(context: object) -> Callable[[object], object]:
    """Return the function that reads the file that a `Job` names and returns a `Read` as a parcel."""
    given = cast("Context", context)
    limits, scheme = limits_from_wire(given["limits"]), IdScheme.of(given["ids"])
    asked = asked_from_wire(given["asked"])
    load_readers(given["suffixes"])

    def run(job: object) -> Parcel:
        path, careful, described = cast("Job", job)
        document = read_document(given["root"], path, limits, careful=careful)
        glanced = glance(document, scheme)
        wanted = question(asked, described_from_wire(described), glanced) if glanced.readable else None
        looked = dumped(look_to_wire(look(document, wanted))) if wanted else ""
        read = Read(glanced.sha256, plain_mark(glanced), glance_text(glanced), looked, pack(document))
        return Parcel(*read.to_wire())

    return run
