"""A worker's process that is started from nothing, on any system."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import BinaryIO, cast

from attrs import frozen

from readiness.exceptions import ReadinessError

from ._frames import write_frame
from ._limits import in_bytes

_PAUSE = 0.005


@frozen
class End:
    """
    How a process ended.

    Attributes:
        code: its return code; below zero the number of the signal that ended it.
        largest: bytes of memory that it used at most; 0 if the system keeps no count.
        by_us: whether it had to be ended after all.
    """

    code: int
    largest: int
    by_us: bool


class Spawned:
    """
    A process that speaks frames.

    Args:
        start: the first frame; see `readiness._cage.worker`.
    """

    def __init__(self, start: object) -> None:
        self._popen = _popen()
        self.stdin, self.stdout, self.stderr = (
            cast("BinaryIO", pipe) for pipe in (self._popen.stdin, self._popen.stdout, self._popen.stderr)
        )
        try:
            write_frame(self.stdin, start)
        except OSError:
            return  # whoever listens hears that it is gone

    @property
    def alive(self) -> bool:
        """Whether the process is still there."""
        return self._popen.poll() is None

    def slay(self) -> None:
        """End the process and everything it started."""
        _end_group(self._popen)

    def bury(self, patience: float) -> End:
        """Wait so many seconds for the process to end by itself, and say how it ended."""
        largest = self._waited(time.monotonic() + patience)
        was_alive = self.alive
        _end_group(self._popen)
        return End(self._popen.wait(), largest, was_alive)

    def _waited(self, deadline: float) -> int:
        """Wait for the process to end and return the most memory it used, as far as the system keeps count."""
        if sys.platform == "win32":
            return 0
        while self._popen.returncode is None and time.monotonic() < deadline:
            try:
                pid, status, usage = os.wait4(self._popen.pid, os.WNOHANG)
            except OSError:
                return 0
            if pid:
                self._popen.returncode = os.waitstatus_to_exitcode(status)
                return in_bytes(usage.ru_maxrss)
            time.sleep(_PAUSE)
        return 0


def _popen() -> subprocess.Popen[bytes]:
    """
    Start the process.

    Raises:
        ReadinessError: the system does not let us.
    """
    try:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "readiness._cage.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
            start_new_session=True,
        )
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReadinessError(f"documents cannot be opened, as no process can be started for it: {reason}") from error


def _environment() -> dict[str, str]:
    """Let the worker find what this process finds, except in the current folder, which may hold anything."""
    named = (path for path in sys.path if os.path.normpath(path) != os.curdir and os.pathsep not in path)
    return {**os.environ, "PYTHONPATH": os.pathsep.join(map(os.path.abspath, named))}


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """End a process and everything it started, unless it has ended."""
    if process.poll() is not None:
        return  # its number may belong to somebody else by now
    try:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    except OSError:
        return
