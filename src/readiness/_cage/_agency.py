"""Where the processes of workers come from."""

from __future__ import annotations

from contextlib import suppress

from ._forked import CAN_FORK, Nursery, NurseryClosedError
from ._process import Process
from ._spawned import Spawned

FORKED_FROM = 1 << 30
"""
Workers wanted at once from which on a process that forks them is asked: none yet.

It pays from two on, but under heavy load closing it was seen to wait, and nobody has found out for what.
"""


class Agency:
    """
    Finds processes: forked ones if many are wanted and the system lets us, otherwise started ones.

    Args:
        start: the first frame; see `readiness._cage.worker`.
        patience: seconds that a nursery has for an answer.
    """

    def __init__(self, start: object, patience: float) -> None:
        self._start, self._patience = start, patience
        self._nursery: Nursery | None = None
        self._may_fork = CAN_FORK

    def expect(self, number: int) -> None:
        """Get ready for so many at once."""
        if number >= FORKED_FROM and self._may_fork and self._nursery is None:
            with suppress(OSError):
                self._nursery = Nursery(self._start, self._patience)

    def process(self) -> Process:
        """
        Return a new process; where a nursery has failed, one that is started says itself what is wrong.

        Raises:
            ReadinessError: the system does not let us.
        """
        if self._nursery:
            try:
                return self._nursery.fork()
            except (OSError, NurseryClosedError):
                self.close()
                self._may_fork = False
        return Spawned(self._start)

    def close(self) -> None:
        """Let the nursery go, and with it all that it has forked."""
        if self._nursery:
            self._nursery.close()
            self._nursery = None
