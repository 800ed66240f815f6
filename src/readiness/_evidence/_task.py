"""The task of the cage: read one document and glance through it. Everything here runs inside a worker process."""

from __future__ import annotations

import base64
import json
import zlib
from functools import lru_cache
from typing import Any, TypedDict, cast

from readiness._ids import IdScheme
from readiness._linking import glance, reading_to_wire
from readiness._readers import document_from_wire, document_to_wire, limits_from_wire, read_document
from readiness.model import DocumentText

_LARGEST = 256 << 20


class JobValue(TypedDict):
    """What the cage is handed for one file."""

    root: str
    path: str
    limits: list[int]
    careful: bool
    ids: list[str]


class Answer(TypedDict):
    """What comes back: the glance, and the document itself, packed so that nobody unpacks it without need."""

    glance: Any
    packed: str


def run(job: object) -> object:
    """Read the file that *job* names and return an `Answer`."""
    value = cast("JobValue", job)
    limits = limits_from_wire(value["limits"])
    document = read_document(value["root"], value["path"], limits, careful=value["careful"])
    glanced = glance(document, _scheme(tuple(value["ids"])))
    return Answer(glance=reading_to_wire(glanced), packed=base64.b64encode(pack(document)).decode("ascii"))


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


@lru_cache(maxsize=2)
def _scheme(ids: tuple[str, ...]) -> IdScheme:
    return IdScheme.of(ids)
