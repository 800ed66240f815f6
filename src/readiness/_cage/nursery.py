"""
The inside of a nursery: ``python -m readiness._cage.nursery``, started by the pool and by nobody else.

It loads the task, and then forks a worker each time that it is sent the ends of three pipes. It has one thread, reads
no document, and ends with the process that started it; so do its children.
"""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import sys
import time
import traceback
from contextlib import suppress

from ._frames import Parcel, unframed
from ._orders import ANSWER, FORK, LENGTH, ORDER
from .worker import Task, prepared, serve, settle_memory

assert sys.platform != "win32"  # noqa: S101  # nothing can be forked there, and so nobody starts this

_PAUSE = 0.005
_DIE_WITH_PARENT = 1
_KILLED = int(signal.SIGKILL)


def main() -> None:
    """Fork and bury until the socket is closed."""
    with socket.socket(fileno=os.dup(0)) as orders:
        first = unframed(_whole(orders, LENGTH.unpack(_whole(orders, LENGTH.size))[0]))
        task = prepared(first)
        settle_memory()
        children: set[int] = set()
        try:
            _obey(orders, first, task, children)
        finally:
            for pid in children:
                _slay(pid)


def _obey(orders: socket.socket, first: Parcel, task: Task, children: set[int]) -> None:
    while True:
        said, pipes, _, _ = socket.recv_fds(orders, ORDER.size, 3)
        if not said:
            return
        order, pid, patience = ORDER.unpack(said + _whole(orders, ORDER.size - len(said)))
        if order == FORK:
            child = os.fork()
            if child == 0:
                _live(orders, first, task, pipes)
            for pipe in pipes:
                os.close(pipe)
            children.add(child)
            orders.sendall(ANSWER.pack(child, 0, 0))
        else:
            orders.sendall(ANSWER.pack(*_buried(pid, patience)))
            children.discard(pid)


def _live(orders: socket.socket, first: Parcel, task: Task, pipes: list[int]) -> None:
    """Be a worker, and never come back."""
    code = 1
    try:
        os.setsid()
        orders.close()
        for standard, pipe in enumerate(pipes):
            os.dup2(pipe, standard)
            os.close(pipe)
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, _KILLED, 0, 0, 0)
        serve(first, task)
        code = 0
    except BaseException:  # noqa: BLE001  # whatever it is, the child of a nursery ends here
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _buried(pid: int, patience: float) -> tuple[int, int, int]:
    """Wait for a child to end, or end it, and return its code, the memory it used, and whether it had to be ended."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        ended, status, usage = os.wait4(pid, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status), usage.ru_maxrss, 0
        time.sleep(_PAUSE)
    _slay(pid)
    _, status, usage = os.wait4(pid, 0)
    return os.waitstatus_to_exitcode(status), usage.ru_maxrss, 1


def _slay(pid: int) -> None:
    """End a child that is not buried yet, and its group, which it may not have had the time to found."""
    for end in (os.kill, os.killpg):
        with suppress(OSError):
            end(pid, signal.SIGKILL)


def _whole(orders: socket.socket, length: int) -> bytes:
    said = b""
    while len(said) < length:
        more = orders.recv(length - len(said))
        if not more:
            raise EOFError
        said += more
    return said


if __name__ == "__main__":
    main()
