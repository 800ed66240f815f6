"""Opening a file of the evidence folder so that nothing but an ordinary file inside it is ever read."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from readiness.model import Fault

from ._faults import UnreadableError

_SORTS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISDIR, "a folder"),
)
# Without waiting for the other end of a pipe, and without following a link put there since we looked.
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def open_evidence(root: str, path: str, largest: int) -> BinaryIO:
    """
    Open the file *path* of the folder *root* for reading.

    Args:
        root: the evidence folder.
        path: relative to it; links are followed only to places inside the folder.
        largest: bytes; a larger file is refused.

    Raises:
        UnreadableError: with the fault that says why not.
    """
    try:
        descriptor = os.open(_real_path(root, path), _FLAGS)
    except OSError as error:
        raise _refusal(error) from error
    try:
        _must_be_ordinary(os.fstat(descriptor), largest)
    except UnreadableError:
        os.close(descriptor)
        raise
    return os.fdopen(descriptor, "rb")


def stamp(file: BinaryIO) -> tuple[int, int]:
    """Return size and time of change, by which a change during the reading shows."""
    state = os.fstat(file.fileno())
    return state.st_size, state.st_mtime_ns


def _real_path(root: str, path: str) -> Path:
    folder = Path(root).resolve(strict=True)
    try:
        target = (folder / path).resolve(strict=True)
    except RuntimeError as error:  # how Python before 3.13 reports a loop of links
        raise UnreadableError(Fault.NOT_A_FILE, "it is a link that leads to itself") from error
    if not target.is_relative_to(folder):
        raise UnreadableError(Fault.NOT_A_FILE, "it is a link that leads out of the folder")
    return target


def _must_be_ordinary(state: os.stat_result, largest: int) -> None:
    for holds, sort in _SORTS:
        if holds(state.st_mode):
            raise UnreadableError(Fault.NOT_A_FILE, f"it is {sort}")
    if state.st_size > largest:
        raise UnreadableError(Fault.TOO_LARGE, f"{state.st_size:,} bytes; at most {largest:,} are read")


def _refusal(error: OSError) -> UnreadableError:
    if isinstance(error, PermissionError):
        return UnreadableError(Fault.NOT_PERMITTED)
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return UnreadableError(Fault.VANISHED)
    if error.errno == errno.ELOOP:
        return UnreadableError(Fault.NOT_A_FILE, "it is a link that leads to itself")
    if error.errno in {errno.ENXIO, errno.ENODEV}:
        return UnreadableError(Fault.NOT_A_FILE, "it is a socket or a device")
    return UnreadableError(Fault.NOT_PERMITTED, error.strerror or str(error))
