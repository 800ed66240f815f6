"""Opening a file of the evidence folder so that nothing but an ordinary file inside it is ever read."""

from __future__ import annotations

import errno
import os
import stat
from functools import lru_cache
from io import FileIO
from pathlib import Path

from readiness.model import Fault

from ._faults import UnreadableError

_SORTS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISDIR, "a folder"),
)
_ASTRAY = frozenset({"", ".", ".."})
# Without waiting for the other end of a pipe, and without following a link put there since we looked.
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def open_evidence(root: str, path: str, largest: int) -> FileIO:
    """
    Open the file *path* of the folder *root* for reading, without a buffer: most files are read in one piece.

    Args:
        root: the evidence folder.
        path: relative to it; links are followed only to places inside the folder.
        largest: bytes; a larger file is refused.

    Raises:
        UnreadableError: with the fault that says why not.
    """
    try:
        descriptor = _opened(root, path)
    except OSError as error:
        raise _refusal(error) from error
    try:
        _must_be_ordinary(os.fstat(descriptor), largest)
    except UnreadableError:
        os.close(descriptor)
        raise
    return FileIO(descriptor, "rb")


def _opened(root: str, path: str) -> int:
    """Open a file; only where a link is on the way is it asked where the way really leads."""
    folder = _folder(root)
    if _is_plain(folder, path):
        try:
            return os.open(f"{folder}/{path}", _FLAGS)
        except OSError as error:
            if error.errno not in {errno.ELOOP, errno.EMLINK}:
                raise
    return os.open(_real_path(folder, path), _FLAGS)


@lru_cache(maxsize=8)
def _folder(root: str) -> Path:
    """Return where the evidence folder really is; asked for every file, and the same for all."""
    return Path(root).resolve(strict=True)


def _is_plain(folder: Path, path: str) -> bool:
    """Tell whether a path leads down through folders that are no links; its last part may still be one."""
    *parts, name = path.split("/")
    if os.name != "posix" or name in _ASTRAY or not _ASTRAY.isdisjoint(parts):
        return False
    above = str(folder)
    for part in parts:
        above = f"{above}/{part}"
        if stat.S_ISLNK(os.lstat(above).st_mode):
            return False
    return True


def stamp(file: FileIO) -> tuple[int, int]:
    """Return size and time of change, by which a change during the reading shows."""
    state = os.fstat(file.fileno())
    return state.st_size, state.st_mtime_ns


def _real_path(folder: Path, path: str) -> Path:
    try:
        target = (folder / path).resolve(strict=True)
    except RuntimeError as error:  # how Python before 3.13 reports a loop of links
        raise UnreadableError(Fault.NOT_A_FILE, "it is a link that leads to itself") from error
    if not target.is_relative_to(folder):
        raise UnreadableError(Fault.NOT_A_FILE, "it is a link that leads out of the folder")
    return target


def _must_be_ordinary(state: os.stat_result, largest: int) -> None:
    if not stat.S_ISREG(state.st_mode):
        sort = next((sort for holds, sort in _SORTS if holds(state.st_mode)), "no file")
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
