"""One worker process and the thread that listens to it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import BinaryIO, cast

from attrs import frozen

from readiness.exceptions import ReadinessError

from ._frames import BadFrameError, read_frame, write_frame
from ._limits import in_bytes

Listener = Callable[["Worker", object], None]
STDERR_KEPT = 4096
_LAST_BREATH = 2.0
_PAUSE = 0.005
GONE = object()
"""What a listener hears when the pipe of a worker is closed or speaks nonsense."""


@frozen
class Obituary:
    """
    How a worker ended.

    Attributes:
        code: its return code; below zero the number of the signal that ended it.
        words: the end of what it wrote to standard error.
        largest: bytes of memory that it used at most; 0 if the system keeps no count.
        by_us: whether it had to be ended after all.
    """

    code: int
    words: str
    largest: int
    by_us: bool


class Worker:
    """
    A process that answers one job at a time.

    A thread waits for its answers and hands them to *listener*, which works alike on every platform.

    Args:
        start: the first frame; see `readiness._cage.worker`.
        listener: called in the thread with this worker and each answer, and at the end with `GONE`.
    """

    def __init__(self, start: object, listener: Listener) -> None:
        self._last_words = b""
        self._listener = listener
        self._process = _started()
        self._threads = [threading.Thread(target=target, daemon=True) for target in (self._listen, self._overhear)]
        for thread in self._threads:
            thread.start()
        self.send(start)

    def send(self, value: object) -> None:
        """Send one frame; a worker that is gone is reported by the listener, not here."""
        try:
            write_frame(cast("BinaryIO", self._process.stdin), value)
        except OSError:
            return

    def kill(self) -> None:
        """End the process and everything it started, now."""
        _kill_group(self._process)
        self._process.wait()
        for thread in self._threads:
            thread.join()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            _close(cast("BinaryIO", pipe))

    @property
    def alive(self) -> bool:
        """Whether the process is still there."""
        return self._process.poll() is None

    def obituary(self) -> Obituary:
        """Return how a worker that ended by itself did so."""
        largest = self._bury(time.monotonic() + _LAST_BREATH)
        was_alive = self.alive
        self.kill()
        words = self._last_words.decode("utf-8", "replace")
        return Obituary(self._process.returncode, words, largest, by_us=was_alive)

    def _bury(self, deadline: float) -> int:
        """Wait for the process to end and return the most memory it used, as far as the system keeps count."""
        if sys.platform == "win32":
            return 0
        while self._process.returncode is None and time.monotonic() < deadline:
            try:
                pid, status, usage = os.wait4(self._process.pid, os.WNOHANG)
            except OSError:
                return 0
            if pid:
                self._process.returncode = os.waitstatus_to_exitcode(status)
                return in_bytes(usage.ru_maxrss)
            time.sleep(_PAUSE)
        return 0

    def _listen(self) -> None:
        answers = cast("BinaryIO", self._process.stdout)
        try:
            while (frame := read_frame(answers)) is not None:
                self._listener(self, json.loads(frame))
        except (BadFrameError, ValueError, OSError, RecursionError):
            _kill_group(self._process)
        self._listener(self, GONE)

    def _overhear(self) -> None:
        errors = cast("BinaryIO", self._process.stderr)
        while chunk := os.read(errors.fileno(), 65536):
            self._last_words = (self._last_words + chunk)[-STDERR_KEPT:]


def _started() -> subprocess.Popen[bytes]:
    """
    Start a process.

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


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return  # its number may belong to somebody else by now
    try:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    except OSError:
        return


def _close(pipe: BinaryIO) -> None:
    try:
        pipe.close()
    except OSError:
        return
