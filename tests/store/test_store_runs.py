"""Several runs at once do each other no harm."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from pathlib import Path

from store_content import NOW, held

from readiness._store import Store

HERE = Path(__file__).parent
ROOT = Path("evidence")


def start(place: Path, number: int, rounds: int) -> subprocess.Popen[str]:
    """Start a run; see `store_run.py`."""
    path = os.pathsep.join([str(HERE), str(HERE.parents[1] / "src")])
    return subprocess.Popen(
        [sys.executable, str(HERE / "store_run.py"), str(place), str(number), str(rounds)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )


def ended(runs: list[subprocess.Popen[str]]) -> list[str]:
    """Wait for runs to end well, and return what each said."""
    said = [run.communicate(timeout=60) for run in runs]
    assert [(run.returncode, errors) for run, (_, errors) in zip(runs, said, strict=True)] == [(0, "")] * len(runs)
    return [text.strip() for text, _ in said]


def test_runs_that_write_at_once(tmp_path: Path) -> None:
    """They make the store together and fill it together, and nothing is lost or damaged."""
    place = tmp_path / "cache"
    assert ended([start(place, number, rounds=4) for number in range(4)]) == [""] * 4

    written = {one for number in range(4) for one in wanted(number, rounds=4)}
    with Store(place, now=NOW) as store:
        assert held(store, ROOT, range(400)) == sorted(written)
    connection = sqlite3.connect(place / "store.sqlite3")
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


def wanted(number: int, rounds: int) -> set[int]:
    """Return what that run puts in."""
    chance = random.Random(number)
    return {one for _ in range(rounds) for one in chance.sample(range(400), 100)}


def test_a_run_that_is_killed_among_others(tmp_path: Path) -> None:
    """The others go on, and what they have written is there."""
    place = tmp_path / "cache"
    victim, *others = [start(place, number, rounds=4) for number in range(3)]
    Store(place, now=NOW).close()
    victim.kill()
    victim.communicate()
    assert ended(others) == [""] * 2

    with Store(place, now=NOW) as store:
        assert set(held(store, ROOT, range(400))) >= wanted(1, rounds=4) | wanted(2, rounds=4)


def test_damage_and_deletion_under_several_runs(tmp_path: Path) -> None:
    """However bad the disk, each run ends well and none is told anything untrue."""
    place = tmp_path / "cache"
    chance = random.Random(1)
    file = place / "store.sqlite3"
    runs = [start(place, number, rounds=6) for number in range(3)]
    while any(run.poll() is None for run in runs):
        try:
            if chance.random() < 0.2:
                file.unlink()
            elif file.stat().st_size > 9000:
                with file.open("r+b") as stream:
                    stream.seek(chance.randrange(file.stat().st_size))
                    stream.write(chance.randbytes(500))
        except FileNotFoundError:
            pass
        Store(place, now=NOW, patience=0.01).close()

    ended(runs)
