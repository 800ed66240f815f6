"""What a file of an evidence folder is on disk, told without opening it."""

from __future__ import annotations

import stat

from readiness.model import Fault, FileState, FoundFile, Reading

from ._walk import Walked

_STATES = {Fault.NOT_PERMITTED: FileState.NOT_PERMITTED, Fault.NOT_A_FILE: FileState.NOT_A_FILE}


def state_of(walked: Walked) -> FileState:
    """Return what can be told of a file from its status alone; a pipe or a device is never opened."""
    if walked.status is None:
        return FileState.NOT_PERMITTED
    if not stat.S_ISREG(walked.status.st_mode):
        return FileState.NOT_A_FILE
    return FileState.PRESENT if walked.status.st_size else FileState.EMPTY


def found_file(walked: Walked, sha256: str, reading: Reading | None) -> FoundFile:
    """
    Return the file as it is told to rules and readers of a profile.

    Args:
        walked: from the walk.
        sha256: digest of its bytes; empty if they could not be read.
        reading: what opening it gave, which knows better whether it may be opened.
    """
    refused = next((_STATES[one.fault] for one in reading.faults if one.fault in _STATES), None) if reading else None
    size = walked.status.st_size if walked.status else 0
    return FoundFile(path=walked.path, state=refused or state_of(walked), size=size, sha256=sha256)
