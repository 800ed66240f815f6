"""What the store keeps: rows, each with a mark that tells whether it is still what was put in."""

from __future__ import annotations

import os
import sys
import zlib
from typing import NamedTuple

GRANULARITY = 2.0
"""Seconds within which a file system may give two writings the same time; FAT has the coarsest clock."""

LARGEST = 16 << 20
"""Bytes of the largest row that is kept."""


class StatRow(NamedTuple):
    """
    An unchanged file, and the digest it had.

    Attributes:
        stamp: made by `stamp_of` from the file's status, taken *before* its first byte was read.
        sha256: of its bytes, hexadecimal.
    """

    stamp: str
    sha256: str


class DocumentRow(NamedTuple):
    """
    What was read of a document.

    Attributes:
        key: whatever decides what is read: the digest of the bytes, the reader and its version, and so on.
        glance: what every run needs of it, as JSON text.
        passages: the rest, in whatever packing the caller likes.
    """

    key: str
    glance: str
    passages: bytes


class LookRow(NamedTuple):
    """An answer to something that was asked of a document; see `Store.put_look`."""

    key: str
    asked: str
    answer: str


def stamp_of(status: os.stat_result) -> str:
    """
    Return all of a file's status that changes when its bytes do, for comparing and nothing else.

    >>> stamp_of(os.stat(os.curdir)) == stamp_of(os.stat(os.curdir))
    True
    """
    times = f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"
    if sys.platform == "win32":  # a folder's listing has no inodes there
        return times
    return f"{times} {status.st_ino} {status.st_dev}"


def is_settled(stamp: str, now: float) -> bool:
    """
    Return whether a file had been left alone for long enough before *now* that a later change would show in its stamp.

    A file may be written twice within one tick of its file system's clock. If it was read in between, its stamp is the
    same and its bytes are not.
    """
    try:
        _, modified, changed, *_ = map(int, stamp.split(" "))
    except ValueError:
        return False
    return max(modified, changed) < (now - GRANULARITY) * 1e9


def mark_of(*texts: str, body: bytes = b"") -> int:
    """
    Return a mark for the parts of a row: a row with another mark was damaged on the disk.

    Raises:
        TypeError: a part is of another type, so nobody here has written it.
    """
    return zlib.crc32("\0".join(texts).encode(), zlib.crc32(body) if body else 0)


def can_be_kept(*texts: str) -> bool:
    """Return whether SQLite can hold these: they are text that has an encoding, and not enormous."""
    try:
        return sum([len(text) if text.isascii() else len(text.encode("utf-8")) for text in texts]) <= LARGEST
    except UnicodeEncodeError:
        return False
