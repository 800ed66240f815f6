"""The task of the cage: read one document and look at it. Everything here runs inside a worker process."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable
from typing import Any, TypedDict, cast

from readiness._ids import IdScheme
from readiness._linking import asked_from_wire, glance, look, look_to_wire, reading_to_wire
from readiness._readers import document_from_wire, document_to_wire, limits_from_wire, read_document
from readiness.model import DocumentText, Reading

from ._interest import described_from_wire, question

_LARGEST = 256 << 20


class Context(TypedDict):
    """What all jobs have in common: the evidence folder, and what is looked for in its documents."""

    root: str
    limits: list[int]
    ids: list[str]
    asked: Any


Job = tuple[str, bool, Any]
"""The path of a document, whether to take care, and what the register says of it."""
Answer = tuple[str, str, str]
"""The glance as JSON text, the document as it is packed, and the closer look as JSON text, empty if none is wanted."""


def prepare(context: object) -> Callable[[object], object]:
    """Return the function that reads the file that a `Job` names and returns an `Answer`."""
    given = cast("Context", context)
    limits, scheme = limits_from_wire(given["limits"]), IdScheme.of(given["ids"])
    asked = asked_from_wire(given["asked"])

    def run(job: object) -> Answer:
        path, careful, described = cast("Job", job)
        document = read_document(given["root"], path, limits, careful=careful)
        glanced = glance(document, scheme)
        wanted = question(asked, described_from_wire(described), glanced) if glanced.readable else None
        looked = dumped(look_to_wire(look(document, wanted))) if wanted else ""
        return glance_text(glanced), base64.b64encode(pack(document)).decode("ascii"), looked

    return run


def glance_text(reading: Reading) -> str:
    """Return what the store keeps of a glance."""
    return dumped(reading_to_wire(reading))


def dumped(value: object) -> str:
    """Return *value* as JSON text, for the store."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def pack(document: DocumentText) -> bytes:
    """Return *document* as the store keeps it; most of it is prose, which a quick pass of zlib makes a third."""
    return zlib.compress(json.dumps(document_to_wire(document), ensure_ascii=False).encode("utf-8"), 1)


def unpack(packed: bytes) -> DocumentText:
    """
    Return the document that `pack` packed.

    Raises:
        ValueError: the bytes are something else.
    """
    try:
        return document_from_wire(json.loads(zlib.decompressobj().decompress(packed, _LARGEST)))
    except (zlib.error, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(f"not a packed document: {error}") from error
