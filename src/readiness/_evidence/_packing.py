"""What was read of a document, as the store keeps it."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

from readiness._linking import reading_to_wire
from readiness._readers import document_from_wire, document_to_wire

if TYPE_CHECKING:
    from readiness.model import DocumentText, Reading

_LARGEST = 256 << 20
_MARK = "\0"
_WINDOW = 13
"""Bits of how far back zlib looks; with more, a small document costs twice as much and is no smaller."""
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def glance_text(reading: Reading) -> str:
    """Return what the store keeps of a glance."""
    return dumped(reading_to_wire(reading))


def dumped(value: object) -> str:
    """Return *value* as JSON text, for the store."""
    return _ENCODER.encode(value)


def pack(document: DocumentText) -> bytes:
    """Return *document* as the store keeps it; most of it is prose, which a quick pass of zlib makes a third."""
    wire = document_to_wire(document)
    texts = wire.pop("texts")  # none of them holds the mark that parts them
    squeeze = zlib.compressobj(1, zlib.DEFLATED, _WINDOW)
    return squeeze.compress(_MARK.join([dumped(wire), *texts]).encode("utf-8")) + squeeze.flush()


def unpack(packed: bytes) -> DocumentText:
    """
    Return the document that `pack` packed.

    Raises:
        ValueError: the bytes are something else.
    """
    try:
        head, *texts = zlib.decompressobj().decompress(packed, _LARGEST).decode("utf-8").split(_MARK)
        return document_from_wire({**json.loads(head), "texts": texts})
    except (zlib.error, TypeError, RecursionError) as error:
        raise ValueError(f"not a packed document: {error}") from error
