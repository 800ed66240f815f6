"""The wire between the cage and its workers: a mark, two lengths, so many bytes of JSON and so many of anything."""

from __future__ import annotations

import json
import struct
from typing import BinaryIO, NamedTuple

MARK = b"rdns"
HEAD = struct.Struct("<4sII")
LARGEST = 256 << 20


class Parcel(NamedTuple):
    """
    A value, and bytes beside it that need not be written as JSON.

    Attributes:
        value: must survive JSON.
        data: as they are.
    """

    value: object
    data: bytes = b""


class BadFrameError(Exception):
    """What came over the pipe is not a frame, or one that is too large to believe."""


def write_frame(pipe: BinaryIO, value: object, data: bytes = b"") -> None:
    """Send one frame; non-ASCII is escaped, so that lone surrogates survive."""
    body = json.dumps(value, separators=(",", ":")).encode("ascii")
    pipe.write(HEAD.pack(MARK, len(body), len(data)) + body + data)
    pipe.flush()


def read_frame(pipe: BinaryIO) -> Parcel | None:
    """
    Wait for one frame and return what it holds, or ``None`` if the other side has closed the pipe.

    Raises:
        BadFrameError: the bytes are no frame, or end within one.
        ValueError: what ought to be JSON is none.
    """
    head = pipe.read(HEAD.size)
    if not head:
        return None
    if len(head) < HEAD.size:
        raise BadFrameError("a frame ends within its head")
    length, beside = _lengths(head)
    body = pipe.read(length + beside)
    if len(body) < length + beside:
        raise BadFrameError("a frame ends within its body")
    return Parcel(json.loads(body[:length]), body[length:])


def _lengths(head: bytes) -> tuple[int, int]:
    mark, length, beside = HEAD.unpack(head)
    if mark != MARK or length + beside > LARGEST:
        raise BadFrameError("these bytes are not a frame")
    return length, beside
