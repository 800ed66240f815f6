"""What was read of a document, as the store keeps it."""

from __future__ import annotations

import json
import re
import zlib
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from readiness._linking import reading_to_wire
from readiness._readers import document_from_wire, document_to_wire

if TYPE_CHECKING:
    from readiness.model import DocumentText, Reading

_LARGEST = 256 << 20
_MARK = "\0"
_WINDOW = 13
"""Bits of how far back zlib looks; with more, a small document costs twice as much and is no smaller."""
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_SHA256, _FINGERPRINT = re.compile("(?:[0-9a-f]{64})?"), re.compile("(?:[0-9a-f]{32})?")


class Read(NamedTuple):
    """
    What a worker made of a file.

    Attributes:
        sha256: digest of its bytes; empty if they could not be read.
        plain: see `plain_mark`.
        glanced: the glance, as JSON text.
        looked: the closer look, as JSON text; empty if none is wanted.
        surveyed: the survey, as JSON text; empty if none is wanted.
        packed: the document.
    """

    sha256: str
    plain: str
    glanced: str
    looked: str
    surveyed: str
    packed: bytes

    def to_wire(self) -> tuple[list[object], bytes]:
        """Return it as values that JSON can hold, and bytes."""
        texts = [one.encode("utf-8", "surrogatepass") for one in (self.glanced, self.looked, self.surveyed)]
        return [self.sha256, self.plain, *map(len, texts)], b"".join((*texts, self.packed))

    @classmethod
    def from_wire(cls, value: object, data: bytes) -> Read:
        """
        Return what `to_wire` wrote; whether the texts are sound shows when somebody reads them.

        Raises:
            ValueError: a worker answered something else.
        """
        if not isinstance(value, list) or list(map(type, value)) != [str, str, int, int, int]:
            raise ValueError("a worker answered something else")
        sha256, plain, *lengths = value
        if not (_SHA256.fullmatch(sha256) and _FINGERPRINT.fullmatch(plain) and min(lengths) >= 0):
            raise ValueError("a worker answered something else")
        ends = list(accumulate(lengths))
        glanced, looked, surveyed = (
            data[start:end].decode("utf-8", "surrogatepass") for start, end in pairwise((0, *ends))
        )
        return cls(sha256, plain, glanced, looked, surveyed, data[ends[-1] :])


def plain_mark(reading: Reading) -> str:
    """Return the fingerprint of a document that names no criterion and was read without a hitch; else nothing."""
    remarkable = reading.citations or reading.faults or reading.truncated or reading.facts.suffix_mismatch
    return "" if remarkable else reading.fingerprint


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
