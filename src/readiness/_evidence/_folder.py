"""Put an evidence folder together: its register, its files, and a digest of each."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from readiness.model import EvidenceFolder, FileState, FoundFile, Register

from ._walk import walk


def load_folder(folder: Path, register: Register) -> EvidenceFolder:
    """
    Return what stands in *folder*, with a SHA-256 of each file.

    Args:
        folder: an existing folder.
        register: its register; the register and the plan are left out, unless the register describes them as evidence.
    """
    own = {register.file, register.plan} - {entry.path for entry in register.documents}
    files: list[FoundFile] = []
    skipped: list[tuple[str, str]] = []
    blind: list[str] = []
    for one in walk(folder):
        if one.skipped:
            skipped.append((one.path, one.skipped))
            if one.blind:
                blind.append(one.path)
        elif one.path not in own:
            files.append(_look_at(folder, one.path))
    return EvidenceFolder(
        name=folder.resolve().name, register=register, files=tuple(files), skipped=tuple(skipped), blind=tuple(blind)
    )


def _look_at(folder: Path, path: str) -> FoundFile:
    """Return the state, size and digest of one file; a pipe or a device is never read."""
    try:
        # Not to wait for the other end of a pipe, and not to be led away between the walk and the look.
        descriptor = os.open(folder / path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError:
        return FoundFile(path=path, state=_cannot_open(folder / path))
    with os.fdopen(descriptor, "rb") as stream:
        status = os.fstat(stream.fileno())
        if not stat.S_ISREG(status.st_mode):
            return FoundFile(path=path, state=FileState.NOT_A_FILE)
        try:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:
            return FoundFile(path=path, state=FileState.NOT_PERMITTED, size=status.st_size)
    state = FileState.PRESENT if status.st_size else FileState.EMPTY
    return FoundFile(path=path, state=state, size=status.st_size, sha256=digest)


def _cannot_open(path: Path) -> FileState:
    """Return why a file could not be opened: a socket or device is no document, anything else is not permitted."""
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return FileState.NOT_PERMITTED
    return FileState.NOT_PERMITTED if stat.S_ISREG(mode) or stat.S_ISLNK(mode) else FileState.NOT_A_FILE
