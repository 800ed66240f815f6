"""Whatever becomes of its files, the store answers truly or not at all, says so once, and never raises."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from store_content import ASKED, NOW, document, files, fill, held

from readiness._store import Store

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions and no such links")
NUMBERS = range(60)
SHORT = 0.05
ROOT = Path("evidence")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where a store was made and filled, to be copied."""
    place = tmp_path_factory.mktemp("store") / "cache"
    fill(place, ROOT, NUMBERS)
    return place


@pytest.fixture
def place(tmp_path: Path, filled: Path) -> Path:
    """Return where a store was made and filled."""
    return shutil.copytree(filled, tmp_path / "cache")


def alter(statement: str) -> Callable[[Path], None]:
    """Return a function that has another program change the database."""

    def change(file: Path) -> None:
        connection = sqlite3.connect(file)
        connection.executescript(statement)
        connection.close()

    return change


def overwrite(start: int, end: int | None) -> Callable[[Path], None]:
    """Return a function that fills part of a file with garbage."""

    def change(file: Path) -> None:
        data = bytearray(file.read_bytes())
        garbage = random.Random(0).randbytes(len(data))
        data[start:end] = garbage[start:end]
        file.write_bytes(data)

    return change


def truncate(size: int) -> Callable[[Path], None]:
    """Return a function that cuts a file off."""
    return lambda file: os.truncate(file, size)


DAMAGE = {
    "garbage": lambda file: file.write_bytes(b"This is not a database. " * 500),
    "header": overwrite(0, 100),
    "first page": overwrite(100, 4096),
    "all but the first page": overwrite(4096, None),
    "the second half": lambda file: overwrite(file.stat().st_size // 2, None)(file),
    "cut within a page": truncate(10_000),
    "cut to the first page": truncate(4096),
    "newer version": alter("PRAGMA user_version = 99"),
    "somebody else's": alter("PRAGMA application_id = 99"),
    "something added": alter("CREATE TABLE more (x)"),
    "something missing": alter("DROP TABLE looks"),
    "a view that never ends": alter(
        "DROP TABLE documents; CREATE VIEW documents AS WITH RECURSIVE r(id, key, glance, mark, used) AS "
        "(SELECT 1, '', '', 0, 0 UNION ALL SELECT id + 1, '', '', 0, 0 FROM r) SELECT * FROM r"
    ),
    "a trigger": alter("CREATE TRIGGER t AFTER INSERT ON looks BEGIN DELETE FROM documents; END"),
    "glances changed": alter("UPDATE documents SET glance = replace(glance, '1', '2')"),
    "glances are numbers": alter("UPDATE documents SET glance = 7, mark = 'x'"),
    "keys are blobs": alter("UPDATE documents SET glance = CAST(glance AS BLOB)"),
    "glances are no text": alter("UPDATE documents SET glance = CAST(x'fffefd' AS TEXT)"),
    "files changed": alter("UPDATE files SET sha256 = replace(sha256, 'a', 'b')"),
    "passages exchanged": alter("UPDATE passages SET body = (SELECT body FROM passages WHERE id = 1), mark = 1"),
    "answers exchanged": alter("UPDATE looks SET answer = '{}'"),
    "enormous": alter("UPDATE documents SET glance = CAST(zeroblob(34000000) AS TEXT) WHERE id = 1"),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_store_is_started_afresh(damage: Callable[[Path], None], place: Path) -> None:
    """One remark, nothing untrue, and the run after the next finds all as it should be."""
    damage(place / "store.sqlite3")
    with Store(place, now=NOW) as store:
        held(store, ROOT, NUMBERS)
        store.stats(ROOT)
        assert len(store.remarks) == 1
        assert store.remarks[0].endswith("has been started afresh.")
        assert str(place) in store.remarks[0]
    fill(place, ROOT, NUMBERS)

    with Store(place, now=NOW) as store:
        assert held(store, ROOT, NUMBERS) == list(NUMBERS)
        assert (store.stats(ROOT), store.remarks) == (files(NUMBERS), ())


@pytest.mark.parametrize("damage", ["garbage", "all but the first page", "cut within a page", "cut to the first page"])
def test_damage_in_the_middle_of_a_run(damage: str, place: Path) -> None:
    """The rest of the run goes on, with a new store or with none."""
    with Store(place, now=NOW) as store:
        DAMAGE[damage](place / "store.sqlite3")
        held(store, ROOT, NUMBERS)
        store.put_documents(map(document, NUMBERS))
        store.remember(ROOT, files(NUMBERS))
        held(store, ROOT, NUMBERS)
        assert len(store.remarks) <= 1
    fill_again(place)

    with Store(place, now=NOW) as store:
        assert (held(store, ROOT, NUMBERS), store.remarks) == (list(NUMBERS), ())


def fill_again(place: Path) -> None:
    """Do the work of the next run, which may still find damage."""
    with Store(place, now=NOW) as store:
        held(store, ROOT, NUMBERS)
        store.put_documents(map(document, NUMBERS))


def test_a_damaged_store_in_use_is_left_alone(place: Path) -> None:
    """Nothing is thrown away under another run; this one does without."""
    with Store(place, now=NOW) as other:
        DAMAGE["all but the first page"](place / "store.sqlite3")
        with Store(place, now=NOW, patience=SHORT) as store:
            assert held(store, ROOT, NUMBERS) == []
            assert [one.rpartition(";")[2] for one in store.remarks] == [" this run does without it."]
        assert held(other, ROOT, NUMBERS) == []
    assert "started afresh" in other.remarks[0]


@pytest.mark.parametrize("name", ["store.sqlite3-wal", "store.sqlite3-shm", "store.sqlite3-journal", "store.lock"])
@pytest.mark.parametrize("content", [b"", b"garbage" * 9999])
def test_garbage_beside_the_database(name: str, content: bytes, place: Path) -> None:
    """What a crash of the machine has left beside it makes nothing untrue."""
    (place / name).write_bytes(content)
    with Store(place, now=NOW) as store:
        held(store, ROOT, NUMBERS)
    fill_again(place)

    with Store(place, now=NOW) as store:
        assert (held(store, ROOT, NUMBERS), store.remarks) == (list(NUMBERS), ())


def folder_in_place_of_the_file(place: Path) -> None:
    (place / "store.sqlite3").mkdir(parents=True)


def file_in_place_of_the_folder(place: Path) -> None:
    place.write_text("mine")


def file_above_the_folder(place: Path) -> None:
    place.parent.rmdir()
    place.parent.write_text("mine")


def link_to_nowhere(place: Path) -> None:
    place.symlink_to("nowhere")


def pipe_in_place_of_the_file(place: Path) -> None:
    place.mkdir()
    os.mkfifo(place / "store.sqlite3")


@pytest.mark.parametrize(
    ("obstacle", "why"),
    [
        (folder_in_place_of_the_file, "store.sqlite3 is not a file"),
        (file_in_place_of_the_folder, "File exists"),
        (file_above_the_folder, "Not a directory"),
        pytest.param(link_to_nowhere, "File exists", marks=posix_only),
        pytest.param(pipe_in_place_of_the_file, "store.sqlite3 is not a file", marks=posix_only),
    ],
)
def test_something_else_stands_in_its_place(obstacle: Callable[[Path], None], why: str, tmp_path: Path) -> None:
    """The run does without, and what stands there is left alone."""
    place = tmp_path / "around" / "cache"
    place.parent.mkdir()
    obstacle(place)
    before = sorted(tmp_path.rglob("*"))
    with Store(place, now=NOW) as store:
        store.put_documents(map(document, NUMBERS))
        assert held(store, ROOT, NUMBERS) == []

    assert store.remarks == (f"The cache in {place} cannot be used: {why}.",)
    assert [one for one in sorted(tmp_path.rglob("*")) if one.name != "store.lock"] == before


@posix_only
def test_a_link_in_its_place_is_not_followed(place: Path) -> None:
    """What it leads to is not touched, even if it is a database; the link is replaced."""
    target = place.with_name("target")
    (place / "store.sqlite3").rename(target)
    (place / "store.sqlite3").symlink_to(target)
    before = target.read_bytes()
    with Store(place, now=NOW) as store:
        assert held(store, ROOT, NUMBERS) == []
        store.put_documents([document(1)])
        assert held(store, ROOT, NUMBERS) == [1]

    assert (target.read_bytes(), (place / "store.sqlite3").is_symlink()) == (before, False)


@posix_only
@pytest.mark.parametrize("mode", [0o000, 0o400, 0o666])
def test_wrong_permissions_are_put_right(mode: int, ordinary_user: Path) -> None:
    """A file that is one's own is made readable for oneself and for nobody else."""
    place = ordinary_user / "cache"
    fill(place, ROOT, [1])
    (place / "store.sqlite3").chmod(mode)
    with Store(place, now=NOW) as store:
        assert (held(store, ROOT, [1]), store.remarks) == ([1], ())

    assert stat.S_IMODE((place / "store.sqlite3").stat().st_mode) == 0o600


@posix_only
def test_a_folder_that_cannot_be_written_to_is_read(ordinary_user: Path) -> None:
    """What is there serves; nothing new is kept."""
    place = ordinary_user / "cache"
    fill(place, ROOT, NUMBERS)
    (place / "store.sqlite3").chmod(0o400)
    place.chmod(0o500)
    with Store(place, now=NOW + 200 * 86_400) as store:
        store.put_documents([document(999)])
        store.remember(ROOT, files([999]))
        assert held(store, ROOT, [*NUMBERS, 999]) == list(NUMBERS)
        assert store.stats(ROOT) == files(NUMBERS)

    place.chmod(0o700)
    assert store.remarks == (f"The cache in {place} cannot be written to; nothing new is kept in it.",)


@posix_only
@pytest.mark.parametrize("mode", [0o000, 0o500])
def test_a_place_that_is_forbidden(mode: int, ordinary_user: Path) -> None:
    """No permission, no store."""
    around = ordinary_user / "around"
    around.mkdir()
    around.chmod(mode)
    with Store(around / "cache", now=NOW) as store:
        store.put_documents([document(1)])
        assert held(store, ROOT, [1]) == []

    around.chmod(0o700)
    assert store.remarks == (f"The cache in {around / 'cache'} cannot be used: Permission denied.",)


def test_somebody_else_is_writing(place: Path) -> None:
    """Reading goes on; after a short wait nothing more is kept."""
    other = sqlite3.connect(place / "store.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store(place, now=NOW, patience=SHORT) as store:
        store.put_documents([document(999)])
        store.put_look(document(999).key, ASKED, "{}")
        store.remember(ROOT, files([999]))
        assert held(store, ROOT, [*NUMBERS, 999]) == list(NUMBERS)
        assert store.stats(ROOT) == files(NUMBERS)
    other.close()

    assert store.remarks == (f"Another run is using the cache in {place}; this one keeps nothing new in it.",)


def test_somebody_else_has_locked_it(place: Path) -> None:
    """After a short wait the run does without."""
    other = sqlite3.connect(place / "store.sqlite3", isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN IMMEDIATE")
    with Store(place, now=NOW, patience=SHORT) as store:
        store.put_documents([document(999)])
        assert held(store, ROOT, [*NUMBERS, 999]) == []
    other.close()

    assert store.remarks == (f"Another program has locked the cache in {place}; this run does without it.",)


def test_it_is_deleted_in_the_middle_of_a_run(place: Path) -> None:
    """It may be deleted at any time; the next run makes another."""
    with Store(place, now=NOW) as store:
        shutil.rmtree(place)
        held(store, ROOT, NUMBERS)
        store.put_documents(map(document, range(1000)))
        store.remember(ROOT, files(NUMBERS))
        held(store, ROOT, range(1000))
    fill(place, ROOT, [1])

    with Store(place, now=NOW) as store:
        assert (held(store, ROOT, [1]), store.remarks) == ([1], ())


FULL_DISK = """
import resource, sys
from pathlib import Path
from readiness._store import Store
from store_content import NOW, document, files, held
place, limit, root = Path(sys.argv[1]), int(sys.argv[2]), Path("evidence")
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
with Store(place, now=NOW) as store:
    before = held(store, root, range(60))
    store.put_documents(document(number, 3000) for number in range(100, 700))
    store.remember(root, files(range(60)))
    assert held(store, root, range(60)) == before
print(*before[-1:], *store.remarks)
"""


@posix_only
@pytest.mark.parametrize("limit", [0, 40_000, 500_000])
@pytest.mark.parametrize("known", [True, False])
def test_a_full_disk_costs_the_cache_and_not_the_run(limit: int, known: bool, place: Path) -> None:
    """The run ends well with one remark, and what was there before is still there afterwards."""
    if not known:
        shutil.rmtree(place)
    here = Path(__file__).parent
    path = os.pathsep.join([str(here), str(here.parents[1] / "src")])
    command = [sys.executable, "-c", FULL_DISK, str(place), str(limit)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": path}, timeout=60
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("The cache in") + done.stdout.count("The disk has no room") == 1
    if known:
        with Store(place, now=NOW) as store:
            assert held(store, ROOT, NUMBERS) == list(NUMBERS)


def test_a_python_without_sqlite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some are built without; they read everything every time."""
    monkeypatch.setitem(sys.modules, "sqlite3", None)
    with Store(tmp_path / "cache", now=NOW) as store:
        store.put_documents([document(1)])
        assert held(store, ROOT, [1]) == []

    assert len(store.remarks) == 1
