"""A lock beside the database: many share it, and whoever throws the database away has it alone."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

TRIES = 5


class Lock:
    """
    A lock that ends with its process. Where there is none to be had, nothing is ever thrown away.

    Args:
        file: made if need be.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._descriptor: int | None = None

    def share(self, patience: float) -> bool:
        """Return whether the database may be used: nobody is throwing it away just now."""
        if self._descriptor is None and not self._open():
            return True
        for _ in range(TRIES):
            if _lock(self._descriptor, alone=False) is not False:
                return True
            time.sleep(patience / TRIES)
        return False

    def alone(self) -> bool:
        """Return whether this is the only one who uses the database, so that it may be thrown away."""
        return sys.platform == "win32" or _lock(self._descriptor, alone=True) is True

    def close(self) -> None:
        """Let go of the lock."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _open(self) -> bool:
        try:
            self._descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        except OSError:
            return False
        return True


if sys.platform == "win32":  # a file that is in use cannot be removed there, which is lock enough

    def _lock(descriptor: int | None, *, alone: bool) -> bool | None:
        """Do nothing; see the module."""

else:
    import fcntl

    def _lock(descriptor: int | None, *, alone: bool) -> bool | None:
        """Return whether the lock was had, or ``None`` if this file system has no locks."""
        if descriptor is None:
            return None
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return None
        return True
