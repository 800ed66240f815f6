"""The task of the cage: read one document and look at it. Everything here runs inside a worker process."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypedDict, cast

from attrs import evolve

from readiness._cage import Parcel
from readiness._ids import IdScheme
from readiness._linking import asked_from_wire, glance, look, look_to_wire
from readiness._readers import limits_from_wire, load_readers, read_document

from ._interest import described_from_wire, question
from ._packing import Read, dumped, glance_text, pack, plain_mark, unpack

if TYPE_CHECKING:
    from readiness.model import DocumentText


class Context(TypedDict):
    """What all jobs have in common: the evidence folder, what is looked for in it, and the suffixes of its files."""

    root: str
    limits: list[int]
    ids: list[str]
    asked: Any
    suffixes: list[str]
    sought: Any


Job = tuple[str, bool, Any]
"""The path of a document, whether to take care, and what the register says of it."""


def prepare(context: object) -> Callable[[object], object]:
    """Return the function that reads the file that a `Job` names, or surveys a document that is handed to it packed."""
    given = cast("Context", context)
    limits, scheme = limits_from_wire(given["limits"]), IdScheme.of(given["ids"])
    asked = asked_from_wire(given["asked"])
    load_readers(given["suffixes"])
    surveyed = _surveyor(given["sought"])

    def run(job: object) -> Parcel:
        if isinstance(job, Parcel):
            return _surveyed_again(job, surveyed)
        path, careful, described = cast("Job", job)
        document = read_document(given["root"], path, limits, careful=careful)
        glanced = glance(document, scheme)
        wanted = question(asked, described_from_wire(described), glanced) if glanced.readable else None
        looked = dumped(look_to_wire(look(document, wanted))) if wanted else ""
        survey = surveyed(document) if glanced.readable else ""
        read = Read(glanced.sha256, plain_mark(glanced), glance_text(glanced), looked, survey, pack(document))
        return Parcel(*read.to_wire())

    return run


def _surveyor(sought: Any) -> Callable[[DocumentText], str]:
    """Return the function that surveys a document for what is *sought*, and gives JSON text; empty if nothing is."""
    if sought is None:
        return lambda _: ""
    from readiness._suggest import queries_from_wire, survey, survey_to_wire  # noqa: PLC0415 - only one command needs it

    queries = queries_from_wire(sought)
    return lambda document: dumped(survey_to_wire(survey(document, queries)))


def _surveyed_again(job: Parcel, surveyed: Callable[[DocumentText], str]) -> Parcel:
    """Survey a document that was read before; its file stays closed."""
    document = evolve(unpack(job.data), path=str(job.value))
    return Parcel(*Read("", "", "", "", surveyed(document), b"").to_wire())
