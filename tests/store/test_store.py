"""The store keeps what was read, finds it again, and throws it away in time."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

import pytest
from store_content import ASKED, DAY, NOW, answer, document, files, fill, held, stat_row

from readiness._store import DocumentRow, StatRow, Store, default_place, stamp_of

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions and no such links")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return where a store may be made."""
    return tmp_path / "cache"


def test_all_is_found_again_by_the_next_run(place: Path, tmp_path: Path) -> None:
    """Glances, passages, answers and files come back as they were put in."""
    fill(place, tmp_path, range(600))

    with Store(place, now=NOW) as store:
        assert held(store, tmp_path, range(700)) == list(range(600))
        assert store.passages(document(599).key) == document(599).passages
        assert store.look(document(5).key, ASKED) == answer(5)
        assert store.stats(tmp_path) == files(range(600))
        assert store.remarks == ()


def test_what_was_just_put_in_is_there(place: Path) -> None:
    """Rows that wait to be written are found all the same."""
    with Store(place, now=NOW) as store:
        store.put_document(document(1))
        store.put_look("key", "asked", "{}")

        assert store.document(document(1).key) == document(1).glance
        assert store.look("key", "asked") == "{}"


def test_what_is_not_there_is_a_miss(place: Path, tmp_path: Path) -> None:
    """Neither unknown keys nor another question nor another folder have an answer."""
    fill(place, tmp_path, [1])

    with Store(place, now=NOW) as store:
        found = (
            store.document("other"),
            store.passages("other"),
            store.look(document(1).key, "other"),
            store.look("other", ASKED),
            dict(store.stats(tmp_path / "other")),
        )

    assert found == (None, None, None, None, {})


def test_a_second_putting_takes_the_place_of_the_first(place: Path) -> None:
    """There is one glance, one set of passages and one answer for each key."""
    with Store(place, now=NOW) as store:
        for text, body in (("1", b"one"), ("2", b"")):
            store.put_documents([DocumentRow("key", text, body)])
            store.put_look("key", "asked", text)

        found = store.document("key"), store.passages("key"), store.look("key", "asked")

    assert found == ("2", b"", "2")


def test_without_a_place_everything_is_a_miss(tmp_path: Path) -> None:
    """No store is as good as an empty one, and says nothing."""
    with Store(None, now=NOW) as store:
        store.put_documents([document(1)])
        store.put_look("key", "asked", "{}")
        store.remember(tmp_path, files([1]))

        assert held(store, tmp_path, [1]) == []
        assert (store.look("key", "asked"), dict(store.stats(tmp_path)), store.remarks) == (None, {}, ())
    assert list(tmp_path.iterdir()) == []


def test_a_closed_store_is_empty(place: Path, tmp_path: Path) -> None:
    """Whoever asks too late gets nothing, and no exception."""
    fill(place, tmp_path, [1])
    store = Store(place, now=NOW)
    store.close()
    store.close()
    store.put_documents([document(2)])

    assert held(store, tmp_path, [1, 2]) == []


def test_files_that_change_or_go(place: Path, tmp_path: Path) -> None:
    """A folder's files are noted anew or forgotten one by one; other folders have their own."""
    fill(place, tmp_path, range(4))
    with Store(place, now=NOW) as store:
        store.remember(tmp_path / "other", files([0], version=7))
        store.remember(tmp_path, files([1, 4], version=2), gone=["folder/2.docx", "never there"])

    with Store(place, now=NOW) as store:
        assert store.stats(tmp_path) == files([0, 3]) | files([1, 4], version=2)
        assert store.stats(tmp_path / "other") == files([0], version=7)


@posix_only
def test_a_folder_is_the_same_however_it_is_reached(place: Path, tmp_path: Path) -> None:
    """A link to the folder and a way around lead to the same files; a name that is no text is a name."""
    root = Path(os.fsdecode(os.fsencode(tmp_path) + b"/na\xefve"))
    root.mkdir()
    (tmp_path / "link").symlink_to(root)
    fill(place, root, [1])

    with Store(place, now=NOW) as store:
        assert store.stats(tmp_path / "link") == store.stats(root / ".." / root.name) == files([1])


def test_a_stamp_changes_with_the_file(tmp_path: Path) -> None:
    """Other bytes of the same length show, even if the time of writing is set back."""
    file = tmp_path / "a.txt"
    file.write_text("one")
    os.utime(file, ns=(1, 1))
    before = stamp_of(file.stat())
    time.sleep(0.05)
    file.write_text("two")
    os.utime(file, ns=(1, 1))

    assert stamp_of(file.stat()) != before


@pytest.mark.parametrize(
    ("seconds", "kept"), [(-3600, True), (-3, True), (-1, False), (0, False), (1, False), (3600, False)]
)
@pytest.mark.parametrize("clock", ["modified", "changed"])
def test_a_file_changed_just_now_is_not_trusted(
    seconds: int, kept: bool, clock: str, place: Path, tmp_path: Path
) -> None:
    """Another change within the same tick of the clock would not show; nor is an older note of it kept."""
    new, old = int((NOW + seconds) * 1e9), int((NOW - 9999) * 1e9)
    times = (new, old) if clock == "modified" else (old, new)
    row = StatRow(f"3 {times[0]} {times[1]} 1 1", "new")
    with Store(place, now=NOW) as store:
        store.remember(tmp_path, {"a.txt": stat_row(1)})
        store.remember(tmp_path, {"a.txt": row})

        assert store.stats(tmp_path) == ({"a.txt": row} if kept else {})


def test_files_of_any_time_are_kept(place: Path, tmp_path: Path) -> None:
    """Clocks are wrong now and then; numbers too large for a database are no reason to fail."""
    rows = {
        "before the epoch": StatRow("1 -5000000000 -5000000000 1 1", "a"),
        "huge inode": StatRow(f"1 1 1 {2**128 - 1} {2**64 - 1}", "b"),
    }
    with Store(place, now=NOW) as store:
        store.remember(tmp_path, rows | {"year 2600": StatRow(f"1 {2 * 10**19} 1 1 1", "c"), "no": StatRow("?", "d")})

        assert store.stats(tmp_path) == rows


def test_rows_are_written_while_they_come(place: Path) -> None:
    """They are taken as they are needed, and another run sees the first ones before the last one is there."""
    seen = []

    def rows():
        for number in count():
            if number == 600:
                return
            if number == 590:
                with Store(place, now=NOW) as other:
                    seen.extend(other.documents(document(one).key for one in range(600)))
            yield document(number)

    with Store(place, now=NOW) as store:
        store.put_documents(rows())

    assert len(seen) == 512


@posix_only
def test_a_killed_run_keeps_its_work(place: Path, tmp_path: Path) -> None:
    """What was written before the kill is there, and the file is sound."""
    script = (
        "import os, signal, sys; from pathlib import Path; import store_content as c;"
        "store = c.Store(Path(sys.argv[1]), now=c.NOW);"
        "[store.put_document(c.document(number)) for number in range(700)];"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(place)], check=False, env=_environment(), timeout=60)
    assert done.returncode == -signal.SIGKILL

    with Store(place, now=NOW) as store:
        assert held(store, tmp_path, range(700)) == list(range(512))
        assert store.remarks == ()


def test_what_nobody_asks_for_is_thrown_away(place: Path, tmp_path: Path) -> None:
    """After 180 days without use documents, answers and files go, and the file shrinks."""
    fill(place, tmp_path, range(300))
    size = (place / "store.sqlite3").stat().st_size
    for day, number in ((100, 7), (179, 8)):
        with Store(place, now=NOW + day * DAY) as store:
            assert held(store, tmp_path / "other", [number]) == [number]
    Store(place, now=NOW + 181 * DAY).close()

    with Store(place, now=NOW + 182 * DAY) as store:
        wanted = [(document(number).key, ASKED) for number in range(300)]
        assert dict(store.looks(wanted)) == {wanted[number]: answer(number) for number in (7, 8)}
        assert (dict(store.stats(tmp_path)), store.remarks) == ({}, ())
        assert held(store, tmp_path, [*range(7), *range(9, 300)]) == []
    assert (place / "store.sqlite3").stat().st_size < size / 2
    Store(place, now=NOW + 281 * DAY).close()
    with Store(place, now=NOW + 281 * DAY) as store:
        assert held(store, tmp_path, range(300)) == [8]


def test_it_does_not_grow_beyond_its_limit(place: Path, tmp_path: Path) -> None:
    """At the limit nothing more is kept but the files; afterwards there is room again."""
    limit = 2 << 20
    with Store(place, now=NOW, limit=limit) as store:
        store.put_documents(document(number, 3000) for number in range(3000))
        store.remember(tmp_path, files(range(10)))
        assert len(store.remarks) == 1
        assert "reached its limit" in store.remarks[0]
        assert store.stats(tmp_path) == files(range(10))
    with Store(place, now=NOW, limit=limit) as store:
        kept = dict(store.documents(document(number, 3000).key for number in range(3000)))

    assert 250 < len(kept) < 512
    assert (place / "store.sqlite3").stat().st_size < limit


def test_what_was_used_longest_ago_goes_first(place: Path, tmp_path: Path) -> None:
    """When room has to be made, the documents of an old project go before those of today."""
    with Store(place, now=NOW, limit=2 << 20) as store:
        store.put_documents(document(number, 3000) for number in range(256))
        for number in range(256):
            store.put_look(document(number).key, ASKED, answer(number))
    with Store(place, now=NOW + 50 * DAY, limit=2 << 20) as store:
        store.put_documents(document(number, 3000) for number in range(256, 512))
        assert len(dict(store.documents(document(number).key for number in range(50)))) == 50
        assert store.remarks == ()

    with Store(place, now=NOW + 50 * DAY, limit=2 << 20) as store:
        found = dict(store.documents(document(number).key for number in range(512)))
        looks = dict(store.looks((document(number).key, ASKED) for number in range(256)))
    lost = [number for number in range(512) if document(number).key not in found]
    assert lost
    assert lost == list(range(50, 50 + len(lost)))
    assert looks == {(document(one).key, ASKED): answer(one) for one in range(256) if one not in lost}


def test_an_unchanged_run_writes_nothing(place: Path, tmp_path: Path) -> None:
    """Reading does not wait for anybody who is writing, and spares the disk."""
    fill(place, tmp_path, range(10))
    before = (place / "store.sqlite3").read_bytes()
    with Store(place, now=NOW + 3 * DAY) as store:
        assert held(store, tmp_path, range(10)) == list(range(10))

    assert (place / "store.sqlite3").read_bytes() == before


@posix_only
def test_nobody_else_may_read_it(place: Path, tmp_path: Path) -> None:
    """Evidence is confidential, and so is what was read of it; whatever the umask says."""
    mask = os.umask(0)
    try:
        fill(place, tmp_path, range(3))
        with Store(place, now=NOW) as store:
            store.put_documents([document(4)])
            modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in place.iterdir()}
    finally:
        os.umask(mask)

    assert {"store.sqlite3", "store.sqlite3-wal", "store.sqlite3-shm"} <= modes.keys()
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(place.stat().st_mode) == 0o700


def test_it_is_neither_backed_up_nor_committed(place: Path, tmp_path: Path) -> None:
    """The folder carries the marks that backup programs and git look for; a folder that was there is left as it is."""
    own = tmp_path / "own"
    own.mkdir(mode=0o755)
    for folder in (place, own):
        Store(folder, now=NOW).close()

    assert (place / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")
    assert (place / ".gitignore").read_text() == "*\n"
    assert {one.name for one in own.iterdir()} == {"store.lock", "store.sqlite3"}


def test_any_place_will_do(tmp_path: Path) -> None:
    """Characters that mean something to a database are just characters in the name of a folder."""
    place = tmp_path / "a b" / "50% #1?mode=memory&x"
    fill(place, tmp_path, [1])

    assert (place / "store.sqlite3").is_file()
    with Store(place, now=NOW) as store:
        assert held(store, tmp_path, [1]) == [1]


def test_where_it_is_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's word counts first, then the desktop's, then the habit of the system."""
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    home = default_place({"XDG_CACHE_HOME": "relative is ignored", "READINESS_CACHE_DIR": ""})

    assert default_place({"READINESS_CACHE_DIR": "/a/b", "XDG_CACHE_HOME": "/c"}) == Path("/a/b")
    assert default_place({"READINESS_CACHE_DIR": "here"}) == Path("here")
    assert home is not None
    assert (home.is_absolute(), "readiness" in home.parts) == (True, True)
    if sys.platform != "win32":
        assert default_place({"XDG_CACHE_HOME": "/c"}) == Path("/c/readiness")


@posix_only
def test_without_a_home_there_is_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container the user may be nobody; the store never lands in the folder where the program happens to run."""
    monkeypatch.setattr("pwd.getpwuid", {}.__getitem__)
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)

    assert default_place({}) is None


def test_a_run_without_a_store_does_not_pay_for_one() -> None:
    """SQLite is loaded by whoever opens a store, and nothing of a third party at all."""
    script = (
        "import sys; before = set(sys.modules); from readiness._store import Store; Store(None, now=0).close();"
        "print(*{one.partition('.')[0] for one in set(sys.modules) - before} - sys.stdlib_module_names);"
        "print('sqlite3' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, env=_environment(), timeout=60
    )

    assert done.stdout.split() == ["readiness", "False"]


def _environment() -> dict[str, str]:
    here = Path(__file__).parent
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(here), str(here.parents[1] / "src")])}
