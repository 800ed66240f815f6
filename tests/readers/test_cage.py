"""The cage survives whatever its workers do, and says how they ended."""

from __future__ import annotations

import itertools
import os
import platform
import subprocess
import sys
import time
from pathlib import Path

import pytest

from readiness._cage import Cage, CageLimits, Death, Job, Outcome
from readiness.exceptions import ReadinessError

TASK = "cage_tasks:run"
FAST = CageLimits(seconds=1, memory=1 << 30)


def outcomes(*jobs: list[object], workers: int = 1, limits: CageLimits = FAST) -> list[Outcome]:
    """Run jobs and return their outcomes."""
    with Cage(TASK, workers=workers, limits=limits) as cage:
        return list(cage.run_all(map(Job, jobs)))


@pytest.mark.parametrize(
    ("job", "death", "word"),
    [
        (["segfault"], Death.CRASH, "SIGSEGV"),
        (["abort"], Death.CRASH, "SIGABRT"),
        (["leave", 7], Death.CRASH, "7"),
        (["leave", 0], Death.CRASH, "0"),
        (["hang"], Death.TIME, "1 seconds"),
        (["deaf"], Death.TIME, "1 seconds"),
        (["panic"], Death.CRASH, "index out of bounds"),
        (["exit_politely"], Death.CRASH, "SystemExit"),
        (["unserialisable"], Death.CRASH, "set"),
        (["eat_in_machine_code"], Death.MEMORY, "memory"),
    ],
)
def test_a_death_costs_one_job(job, death, word):
    """However a worker ends, its job gets the death and the jobs around it their answers."""
    before, dead, after = outcomes(["echo", 1], job, ["echo", 2])
    assert [Outcome(1), Outcome(2)] == [before, after]
    assert (None, death) == (dead.value, dead.death)
    assert word in dead.detail


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold a process to its address space")
def test_memory_is_limited():
    """A worker that takes all memory is told apart from one that crashes."""
    dead, after = outcomes(["eat"], ["echo", 2], limits=CageLimits(seconds=10, memory=1 << 29))
    assert (dead.death, after.value) == (Death.MEMORY, 2)


FRESH = """
from test_cage import CageLimits, outcomes
limits = CageLimits(seconds=10, memory=1 << 28)
print(*(one.death.value for one in outcomes(["crash_full", 120 << 20], ["segfault"], limits=limits)))
ours = bytearray(b"x") * (300 << 20)
del ours
print(*(one.detail for one in outcomes(["segfault"], limits=limits)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no count of memory there")
def test_a_crash_is_no_want_of_memory_because_we_are_large():
    """A worker starts with what the process that asks has used: here a fresh one asks, small at first, then large."""
    given = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *filter(None, sys.path)])}
    said = subprocess.run([sys.executable, "-c", FRESH], env=given, capture_output=True, text=True, check=True)
    assert said.stdout.splitlines() == [f"{Death.MEMORY.value} {Death.CRASH.value}", "ended by SIGSEGV"]


def test_babble_is_not_an_answer():
    """What a job prints is neither an answer nor a dam."""
    assert [one.value for one in outcomes(["babble"], ["echo", 2])] == ["fine", 2]


def test_half_characters_survive():
    """Text that no encoding can hold comes through as it is."""
    assert [one.value for one in outcomes(["surrogate"])] == ["\ud800"]


def test_a_worker_touches_nothing(tmp_path):
    """A worker can neither write, make nor remove a file, start a program, nor reach the network."""
    kept, new = tmp_path / "kept", tmp_path / "new"
    kept.write_text("kept")
    jobs = (
        ["write_file", str(kept)],
        ["make_file", str(new)],
        ["remove_file", str(kept)],
        ["start_program"],
        ["connect"],
    )
    assert ["PermissionError"] * 5 == [one.value for one in outcomes(*jobs)]
    assert ("kept", False) == (kept.read_text(), new.exists())


@pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in {"x86_64", "aarch64"}, reason="only there the kernel helps"
)
def test_machine_code_touches_nothing(tmp_path):
    """A library in machine code is refused too, by the kernel."""
    new = tmp_path / "new"
    answers = [one.value for one in outcomes(["connect_in_machine_code"], ["write_in_machine_code", str(new)])]
    assert (["EPERM", "EPERM"], False) == (answers, new.exists())


def test_order_and_laziness():
    """Answers come in the order of the jobs, and jobs are taken only a little ahead."""
    taken = itertools.count()
    last = 0

    def jobs():
        nonlocal last
        for last in taken:
            yield Job(["echo", last])

    with Cage(TASK, workers=2, limits=FAST) as cage:
        got = [outcome.value for outcome in itertools.islice(cage.run_all(jobs()), 200)]
    assert list(range(200)) == got
    assert last < 230


def test_second_try():
    """A job may carry another way for after a death; the answer remembers the death."""
    with Cage(TASK, workers=1, limits=FAST) as cage:
        (outcome,) = cage.run_all([Job(["careful", True], ["careful", False])])
        (lost,) = cage.run_all([Job(["abort"], ["hang"])])
    assert (outcome.value, outcome.death) == ("careful", Death.CRASH)
    assert (lost.value, lost.death, lost.detail) == (None, Death.CRASH, "ended by SIGABRT")


def test_workers_retire():
    """A worker is replaced after so many jobs."""
    pids = [one.value for one in outcomes(*[["pid"]] * 6, limits=CageLimits(jobs=2))]
    assert len(set(pids)) == 3


def test_idle_worker_may_die():
    """A worker that dies between two jobs is replaced without a word."""
    with Cage(TASK, workers=1, limits=FAST) as cage:
        first = [one.value for one in cage.run_all([Job(["die_later"])])]
        time.sleep(0.3)
        second = [one.value for one in cage.run_all([Job(["echo", 2])])]
    assert (first, second) == (["answered"], [2])


@pytest.mark.parametrize("task", ["no_such_module:run", "cage_tasks:no_such_task"])
def test_task_that_does_not_exist(task):
    """A cage that cannot start says so instead of trying for ever."""
    with Cage(task, workers=2) as cage, pytest.raises(ReadinessError, match="no_such"):
        list(cage.run_all([Job(1)]))


def test_no_jobs():
    """Without jobs no worker is started."""
    start = time.monotonic()
    assert outcomes() == []
    assert time.monotonic() - start < 0.05


def test_a_context_is_sent_once_for_all_jobs():
    """The task is made of it in each worker; what it holds need not be in every job."""
    with Cage("cage_tasks:prepare", context=["a", "b"], workers=1) as cage:
        one, two = (outcome.value for outcome in cage.run_all([Job(1), Job(2)]))

    assert (one[:3], two[:3]) == (["a", "b", 1], ["a", "b", 2])
    assert one[3] == two[3]


def test_a_context_that_is_no_good_is_told():
    """A worker that cannot make its task is no worker."""
    with (
        Cage("cage_tasks:prepare", context=1, workers=1) as cage,
        pytest.raises(ReadinessError, match="could not be started"),
    ):
        list(cage.run_all([Job(1)]))


def test_a_worker_that_was_hardly_born_is_let_go_at_once():
    """A cage that is closed while its workers start does not wait for them."""
    begun = time.monotonic()
    for _ in range(15):
        with Cage(TASK, workers=3, limits=FAST) as cage:
            next(cage.run_all(Job(["echo", number]) for number in range(3)))
    assert time.monotonic() - begun < 60
