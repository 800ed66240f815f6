"""
The inside of the cage: ``python -m readiness._cage.worker``, started by the pool and by nobody else.

The first frame says which task to load, with what, and which limits to keep; each further one is a job. What a job
prints goes nowhere: the pipe of the answers is moved away from standard output before anything else is loaded.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
import time
from collections.abc import Callable
from typing import Any, BinaryIO, cast

from ._frames import Parcel, read_frame, write_frame
from ._limits import allow_cpu, confine, most_memory
from ._seal import seal

_GARBAGE = 10_000
_RENEWED = 1.0
"""Seconds after which a worker's processor time is allowed anew."""
Task = Callable[[object], object]


def main() -> None:
    """Answer jobs until the pipe is closed."""
    jobs = sys.stdin.buffer
    first = read_frame(jobs)
    if first is None:
        return
    start, answers = cast("dict[str, Any]", first.value), _take_stdout()
    task = _load(start["task"])
    confine(start["memory"], start["open_files"])
    seal()
    if "context" in start:
        task = cast("Task", task(start["context"]))
    write_frame(answers, {"ready": most_memory()})
    allowed_until = 0.0
    _settle_memory()
    while (frame := read_frame(jobs)) is not None:
        if time.monotonic() > allowed_until:  # asking the system costs as much as a small document
            allow_cpu(start["seconds"] + _RENEWED)
            allowed_until = time.monotonic() + _RENEWED
        _answer(task, frame if frame.data else frame.value, answers)


def _answer(task: Task, job: object, answers: BinaryIO) -> None:
    """Do one job. A task says itself what it can; what it lets through ends in a word about the error."""
    try:
        value = task(job)
        value, data = value if isinstance(value, Parcel) else (value, b"")
        write_frame(answers, {"value": value}, data)
    except MemoryError:
        write_frame(answers, {"died": "memory"})
    except BaseException as error:  # noqa: BLE001  # a panic of a Rust library derives from BaseException
        write_frame(answers, {"died": "crash", "detail": f"{type(error).__name__}: {error}"[:300]})


def _settle_memory() -> None:
    """Spare the collector of garbage what stays for good, and let it look less often than after 700 new values."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_GARBAGE)


def _load(name: str) -> Task:
    module, _, attribute = name.partition(":")
    return cast("Task", getattr(importlib.import_module(module), attribute))


def _take_stdout() -> BinaryIO:
    """Keep the answers' pipe for ourselves and let everybody else write into nothing."""
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.close(nothing)
    return answers


if __name__ == "__main__":
    main()
