"""One worker process and the thread that listens to it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import BinaryIO, cast

from readiness.exceptions import ReadinessError

from ._frames import BadFrameError, read_frame, write_frame

Listener = Callable[["Worker", object], None]
STDERR_KEPT = 4096
_LAST_BREATH = 2.0
GONE = object()
"""What a listener hears when the pipe of a worker is closed or speaks nonsense."""


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

    def obituary(self) -> tuple[int, str]:
        """Return how a worker that ended by itself did so: its return code, and the end of what it wrote."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_LAST_BREATH)
        self.kill()
        return self._process.returncode, self._last_words.decode("utf-8", "replace")

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
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


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
