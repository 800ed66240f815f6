"""The cage itself: workers, a clock, and answers in the order of the jobs."""

from __future__ import annotations

import os
import queue
import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator
from enum import Enum
from types import TracebackType
from typing import Self

from attrs import define, evolve, field, frozen

from readiness.exceptions import ReadinessError

from ._frames import Parcel
from ._process import GONE, Obituary, Worker
from ._spawned import Spawned


class Death(Enum):
    """How a worker ended before it had answered."""

    TIME = "time"
    MEMORY = "memory"
    CRASH = "crash"


_DEATHS = {death.value: death for death in Death}


@frozen(kw_only=True)
class CageLimits:
    """
    What a worker is allowed.

    Attributes:
        seconds: seconds for one job, by the clock on the wall.
        memory: bytes of address space, where the platform can limit it.
        open_files: descriptors open at once, where the platform can limit them.
        jobs: jobs a worker does before a fresh one takes its place, so that small leaks stay small.
    """

    seconds: float = 20.0
    memory: int = 2 << 30
    open_files: int = 64
    jobs: int = 2000


@frozen
class Job:
    """
    One thing to do.

    Attributes:
        value: handed to the task; must survive JSON.
        second: handed to the task of a fresh worker if the first try kills its worker; ``None`` means no second try.
        data: bytes; with some, the task is handed a `Parcel` of the value and these.
    """

    value: object
    second: object = None
    data: bytes = b""


@frozen
class Outcome:
    """
    What became of a job.

    Attributes:
        value: the answer; ``None`` if there is none.
        data: bytes that came with it.
        death: how the worker died; with a value, the second try answered after this death of the first.
        detail: what is known of the death, in words.
        seconds: how long the last try took, by the clock on the wall.
    """

    value: object = None
    death: Death | None = None
    detail: str = ""
    seconds: float = field(default=0.0, eq=False)
    data: bytes = b""


_NEVER = float("inf")


@define(eq=False)
class _Ticket:
    """A job on its way, with its outcome once there is one."""

    job: Job
    outcome: Outcome | None = None
    first: Outcome | None = None


@define(eq=False)
class _Desk:
    """A worker's place: who sits there, what is being done and comes next, and until when the first must be done."""

    worker: Worker
    ready: bool = False
    memory: int = 0
    tickets: deque[_Ticket] = field(factory=deque)
    deadline: float = _NEVER
    jobs_done: int = 0


_OUT_OF_MEMORY = ("memory allocation", "MemoryError", "bad_alloc")
_MUCH = 0.4
"""Share of its memory from which on a worker that was ended by a signal died of asking for more."""
START_SECONDS = 60.0
WAITING_PER_WORKER = 8
AHEAD = 3
"""Jobs that lie on one desk, so that a worker need not wait for the next while its answer is fetched."""


class Cage:
    """
    Worker processes that do jobs within limits. Use it in a ``with`` statement.

    Args:
        task: import string of the function that does a job, ``package.module:function``.
        context: what all jobs have in common; must survive JSON. With one, the function is called with it, once in each
            worker, and returns the function that does a job.
        workers: processes; ``None`` means one for each processor.
        limits: see `CageLimits`.

    >>> with Cage("math:sqrt", workers=1) as cage:
    ...     [outcome.value for outcome in cage.run_all([Job(9), Job(16)])]
    [3.0, 4.0]
    """

    def __init__(
        self, task: str, *, context: object = None, workers: int | None = None, limits: CageLimits | None = None
    ) -> None:
        self._limits = limits or CageLimits()
        self._size = max(1, workers or os.cpu_count() or 1)
        self._start: dict[str, object] = {
            "task": task,
            "memory": self._limits.memory,
            "open_files": self._limits.open_files,
            "seconds": self._limits.seconds,
        }
        if context is not None:
            self._start["context"] = context
        self._heard: queue.SimpleQueue[tuple[Worker, object]] = queue.SimpleQueue()
        self._desks: dict[Worker, _Desk] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End every worker."""
        while self._desks:
            worker, _ = self._desks.popitem()
            worker.kill()

    def run_all(self, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """
        Yield one outcome for each job, in the order of the jobs, while later ones are still under way.

        Only a few jobs are taken ahead of the one that is waited for, so that memory stays flat.
        """
        source = iter(jobs)
        line: deque[_Ticket] = deque()
        fresh: deque[_Ticket] = deque()
        more = True
        while more or line:
            while more and len(line) < WAITING_PER_WORKER * self._size:
                job = next(source, None)
                more = job is not None
                if job is not None:
                    fresh.append(_Ticket(job))
                    line.append(fresh[-1])
            self._hand_out(fresh)
            while line and (outcome := line[0].outcome) is not None:
                line.popleft()
                yield outcome
            if line:
                self._hear(fresh)

    def _hand_out(self, fresh: deque[_Ticket]) -> None:
        """Give waiting jobs to idle workers, and hire up to the size of the cage."""
        for turn in range(AHEAD):
            for desk in [one for one in self._desks.values() if one.ready and len(one.tickets) == turn]:
                if not turn and not desk.worker.alive:
                    self._dismiss(desk)
                elif fresh and desk.jobs_done + turn < self._limits.jobs:
                    self._give(desk, fresh.popleft())
        starting = sum(1 for desk in self._desks.values() if not desk.ready)
        wanted = min(len(fresh) - starting, self._size - len(self._desks))
        for _ in range(wanted):
            self._hire()

    def _hire(self) -> None:
        worker = Worker(Spawned(self._start), lambda who, what: self._heard.put((who, what)))
        self._desks[worker] = _Desk(worker, deadline=time.monotonic() + START_SECONDS)

    def _give(self, desk: _Desk, ticket: _Ticket) -> None:
        if not desk.tickets:
            desk.deadline = time.monotonic() + self._limits.seconds
        desk.tickets.append(ticket)
        desk.worker.send(ticket.job.second if ticket.first else ticket.job.value, ticket.job.data)

    def _hear(self, fresh: deque[_Ticket]) -> None:
        """Wait for the next answer or the next deadline, and deal with it."""
        nearest = min((desk.deadline for desk in self._desks.values()), default=_NEVER)
        try:
            worker, said = self._heard.get(timeout=max(0.0, min(nearest - time.monotonic(), START_SECONDS)))
        except queue.Empty:
            self._end_late(fresh)
            return
        desk = self._desks.get(worker)
        if desk is None:
            return  # the last words of a worker that was already let go
        if said is GONE:
            self._bury(desk, fresh, self._outcome_of(worker.obituary(), desk.memory))
        else:
            self._take(desk, said, fresh)

    def _take(self, desk: _Desk, said: object, fresh: deque[_Ticket]) -> None:
        """Take a worker's answer: that it is ready, the value, or that the task failed."""
        value, data = said if isinstance(said, Parcel) else (None, b"")
        answer = value if isinstance(value, dict) else {"died": "crash", "detail": "it answered with nonsense"}
        if "died" in answer:
            death = _DEATHS.get(str(answer["died"]), Death.CRASH)
            self._bury(desk, fresh, Outcome(None, death, str(answer.get("detail", ""))))
        elif not desk.tickets:
            desk.ready, desk.memory, desk.deadline = True, int(answer.get("ready", 0)), _NEVER
        else:
            self._settle(desk, answer.get("value"), data)

    def _settle(self, desk: _Desk, value: object, data: bytes) -> None:
        """Note the answer to the first job on the desk and turn to the next."""
        ticket = desk.tickets.popleft()
        first = ticket.first or Outcome()
        ticket.outcome = Outcome(value, first.death, first.detail, self._taken(desk), data)
        desk.deadline = time.monotonic() + self._limits.seconds if desk.tickets else _NEVER
        desk.jobs_done += 1
        if desk.jobs_done >= self._limits.jobs:
            self._dismiss(desk)

    def _taken(self, desk: _Desk) -> float:
        """Return how long the first job on the desk has been under way."""
        return time.monotonic() - desk.deadline + self._limits.seconds

    def _end_late(self, fresh: deque[_Ticket]) -> None:
        now = time.monotonic()
        for desk in [one for one in self._desks.values() if one.deadline <= now]:
            self._bury(desk, fresh, Outcome(None, Death.TIME, f"stopped after {self._limits.seconds:g} seconds"))

    def _bury(self, desk: _Desk, fresh: deque[_Ticket], outcome: Outcome) -> None:
        """Let a worker go and settle what it was doing: a second try, or its death as the outcome."""
        self._dismiss(desk)
        if not desk.ready:
            raise ReadinessError(f"a worker process could not be started: {outcome.detail}")
        if not desk.tickets:
            return  # somebody ended an idle worker; the next job hires another
        ticket = desk.tickets.popleft()
        fresh.extendleft(reversed(desk.tickets))
        if ticket.first is None and ticket.job.second is not None:
            ticket.first = outcome
            fresh.appendleft(ticket)
        else:
            ticket.outcome = evolve(ticket.first or outcome, seconds=self._taken(desk))

    def _outcome_of(self, end: Obituary, at_start: int) -> Outcome:
        """Tell what a worker died of; *at_start* is what it was said to have used before its first job."""
        if end.code == -getattr(signal, "SIGXCPU", 0):
            return Outcome(None, Death.TIME, "its processor time was used up")
        is_filled = end.code < 0 and end.largest > max(self._limits.memory * _MUCH, at_start)
        is_ended_by_system = end.code == -getattr(signal, "SIGKILL", 0) and not end.by_us
        if is_filled or is_ended_by_system or any(word in end.words for word in _OUT_OF_MEMORY):
            return Outcome(None, Death.MEMORY, "the memory it may use was not enough")
        if end.code < 0:
            return Outcome(None, Death.CRASH, f"ended by {_signal_name(-end.code)}")
        return Outcome(None, Death.CRASH, _last_line(end.words) or f"ended with code {end.code}")

    def _dismiss(self, desk: _Desk) -> None:
        del self._desks[desk.worker]
        desk.worker.kill()


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _last_line(text: str) -> str:
    return text.strip().rpartition("\n")[2][:200]
