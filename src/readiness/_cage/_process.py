"""One worker, and the threads that listen to it."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import BinaryIO

from attrs import frozen

from ._frames import BadFrameError, read_frame, write_frame
from ._spawned import End, Spawned

Listener = Callable[["Worker", object], None]
STDERR_KEPT = 4096
_LAST_BREATH = 2.0
GONE = object()
"""What a listener hears when the pipe of a worker is closed or speaks nonsense."""


@frozen
class Obituary(End):
    """
    How a worker ended.

    Attributes:
        words: the end of what it wrote to standard error.
    """

    words: str


class Worker:
    """
    A process that answers one job at a time.

    A thread waits for its answers and hands them to *listener*, which works alike on every platform.

    Args:
        process: the process, which speaks frames.
        listener: called in the thread with this worker and each answer as a parcel, and at the end with `GONE`.
    """

    def __init__(self, process: Spawned, listener: Listener) -> None:
        self._last_words = b""
        self._listener = listener
        self._process = process
        self._end: End | None = None
        self._threads = [threading.Thread(target=target, daemon=True) for target in (self._listen, self._overhear)]
        for thread in self._threads:
            thread.start()

    def send(self, value: object, data: bytes = b"") -> None:
        """Send one frame; a worker that is gone is reported by the listener, not here."""
        try:
            write_frame(self._process.stdin, value, data)
        except OSError:
            return

    def kill(self) -> None:
        """End the process and everything it started, now."""
        if self._end is None:
            self._process.slay()
            self._end = self._process.bury(0)
        for thread in self._threads:
            thread.join()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            _close(pipe)

    @property
    def alive(self) -> bool:
        """Whether the process is still there."""
        return self._process.alive

    def obituary(self) -> Obituary:
        """Return how a worker that ended by itself did so."""
        end = self._end = self._end or self._process.bury(_LAST_BREATH)
        self.kill()
        return Obituary(end.code, end.largest, end.by_us, self._last_words.decode("utf-8", "replace"))

    def _listen(self) -> None:
        try:
            while (frame := read_frame(self._process.stdout)) is not None:
                self._listener(self, frame)
        except (BadFrameError, ValueError, OSError, RecursionError):
            self._process.slay()
        self._listener(self, GONE)

    def _overhear(self) -> None:
        while chunk := os.read(self._process.stderr.fileno(), 65536):
            self._last_words = (self._last_words + chunk)[-STDERR_KEPT:]


def _close(pipe: BinaryIO) -> None:
    try:
        pipe.close()
    except OSError:
        return
