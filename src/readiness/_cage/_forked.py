"""
Workers' processes that are forked from one that has everything loaded: half of a short run is loading.

The nursery (`readiness._cage.nursery`) is a process of its own with a single thread. It never sees a document; it is
sent the ends of three pipes, forks, and answers with the number of the child, which then is a worker like any other.
"""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from typing import BinaryIO

from ._frames import framed
from ._limits import in_bytes
from ._orders import ANSWER, BURY, FORK, LENGTH, ORDER
from ._process import End
from ._spawned import end_group, popen

CAN_FORK = sys.platform != "win32" and sys.platform != "darwin" and hasattr(socket, "send_fds")
"""macOS breaks what has been forked and goes on without a new program."""


_KILLED = -9


class NurseryClosedError(Exception):
    """The nursery does not answer any more."""


class Nursery:
    """
    A process that forks workers.

    Args:
        start: the first frame; see `readiness._cage.worker`.
        patience: seconds to wait for an answer.
    """

    def __init__(self, start: object, patience: float) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self._popen = popen("readiness._cage.nursery", theirs.fileno(), subprocess.DEVNULL)
        self._socket = ours
        self._socket.settimeout(patience)
        first = framed(start)
        self._tell(LENGTH.pack(len(first)) + first)

    def fork(self) -> Forked:
        """
        Return a new worker's process.

        Raises:
            NurseryClosedError: there is none to be had.
            OSError: there is none to be had.
        """
        if sys.platform == "win32":
            raise NurseryClosedError
        pipes = [os.pipe() for _ in range(3)]
        theirs = [pipes[0][0], pipes[1][1], pipes[2][1]]
        ours = [pipes[0][1], pipes[1][0], pipes[2][0]]
        try:
            socket.send_fds(self._socket, [ORDER.pack(FORK, 0, 0.0)], theirs)
            pid = self._answer()[0]
        except BaseException:
            for one in ours:
                os.close(one)
            raise
        finally:
            for one in theirs:
                os.close(one)
        stdin, stdout, stderr = ours
        return Forked(self, pid, (os.fdopen(stdin, "wb"), os.fdopen(stdout, "rb"), os.fdopen(stderr, "rb")))

    def bury(self, pid: int, patience: float) -> End:
        """Return how a child ended, or that it crashed if nobody can tell any more."""
        try:
            self._tell(ORDER.pack(BURY, pid, patience))
            code, largest, by_us = self._answer()
        except (OSError, NurseryClosedError):
            return End(_KILLED, 0, by_us=True)
        return End(code, in_bytes(largest), bool(by_us))

    def close(self) -> None:
        """End the nursery, and with it all that it has forked."""
        self._socket.close()
        end_group(self._popen)
        self._popen.wait()

    def _tell(self, words: bytes) -> None:
        self._socket.sendall(words)

    def _answer(self) -> tuple[int, int, int]:
        said = b""
        while len(said) < ANSWER.size:
            more = self._socket.recv(ANSWER.size - len(said))
            if not more:
                raise NurseryClosedError
            said += more
        first, second, third = ANSWER.unpack(said)
        return first, second, third


class Forked:
    """Implements `readiness._cage._process.Process`; forked by *nursery*, which alone may wait for its end."""

    def __init__(self, nursery: Nursery, pid: int, pipes: tuple[BinaryIO, BinaryIO, BinaryIO]) -> None:
        self._nursery, self._pid = nursery, pid
        self.stdin, self.stdout, self.stderr = pipes
        self._buried = False

    @property
    def alive(self) -> bool:
        """Whether the process is still there: one with nothing to say would be heard only if its pipe were closed."""
        if sys.platform == "win32":
            return False
        poll = select.poll()
        poll.register(self.stdout, select.POLLIN | select.POLLHUP)
        return not poll.poll(0)

    def slay(self) -> None:
        """End the process and everything it started; its number is its own until it is buried."""
        if sys.platform == "win32" or self._buried:
            return
        for end in (os.kill, os.killpg):  # it may not have had the time to found its group
            with suppress(OSError):
                end(self._pid, signal.SIGKILL)

    def bury(self, patience: float) -> End:
        """Have the nursery wait so many seconds for the process to end by itself, and say how it ended."""
        self._buried = True
        return self._nursery.bury(self._pid, patience)
