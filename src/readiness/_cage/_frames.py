"""The wire between the cage and its workers: a mark, a length, and that many bytes of JSON."""

from __future__ import annotations

import json
import struct
from typing import BinaryIO

MARK = b"rdns"
HEAD = struct.Struct("<4sI")
LARGEST = 256 << 20


class BadFrameError(Exception):
    """What came over the pipe is not a frame, or one that is too large to believe."""


def write_frame(pipe: BinaryIO, value: object) -> None:
    """Send *value* as one frame; non-ASCII is escaped, so that lone surrogates survive."""
    body = json.dumps(value, separators=(",", ":")).encode("ascii")
    pipe.write(HEAD.pack(MARK, len(body)) + body)
    pipe.flush()


def read_frame(pipe: BinaryIO) -> bytes | None:
    """
    Wait for one frame and return its JSON, or ``None`` if the other side has closed the pipe.

    Raises:
        BadFrameError: the bytes are no frame, or end within one.
    """
    head = pipe.read(HEAD.size)
    if not head:
        return None
    if len(head) < HEAD.size:
        raise BadFrameError("a frame ends within its head")
    mark, length = HEAD.unpack(head)
    if mark != MARK or length > LARGEST:
        raise BadFrameError("these bytes are not a frame")
    body = pipe.read(length)
    if len(body) < length:
        raise BadFrameError("a frame ends within its body")
    return body
