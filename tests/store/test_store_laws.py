"""Laws: the store equals a dictionary until something goes wrong, and then it only forgets."""

from __future__ import annotations

import random
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from store_content import ASKED, DAY, NOW, answer, assert_true, document, stat_row

from common import at_most
from readiness._store import DocumentRow, StatRow, Store

TEXT = st.text(max_size=20) | st.text("\x00 '\"%?\U0001f600é", max_size=5)
STAMPS = st.tuples(st.integers(0, 2**70), st.integers(-(2**66), 10**18), st.integers(0, 10**18), st.just(5)).map(
    lambda numbers: " ".join(map(str, numbers))
)


@given(
    documents=st.dictionaries(TEXT, st.tuples(TEXT, st.binary(max_size=50)), max_size=5),
    looks=st.dictionaries(st.tuples(TEXT, TEXT), TEXT, max_size=5),
    files=st.dictionaries(TEXT, st.builds(StatRow, STAMPS, TEXT), max_size=5),
)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_put_in_comes_back(documents, looks, files) -> None:
    """Any text and any bytes, to this run and to the next."""
    with tempfile.TemporaryDirectory() as folder:
        with Store(Path(folder), now=NOW) as store:
            store.put_documents(DocumentRow(key, *rest) for key, rest in documents.items())
            for pair, said in looks.items():
                store.put_look(*pair, said)
            store.remember(Path("root"), files)
        with Store(Path(folder), now=NOW) as store:
            found = (
                {key: (glance, store.passages(key)) for key, glance in store.documents(documents)},
                dict(store.looks(looks)),
                store.stats(Path("root")),
            )

    assert (found, store.remarks) == ((documents, looks, files), ())


@given(st.text("\ud800a", min_size=1, max_size=3).filter(lambda text: "\ud800" in text))
@settings(max_examples=at_most(10))
def test_half_characters_cost_their_row(text: str) -> None:
    """No encoding can hold them; their neighbours are kept."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder), now=NOW) as store:
        store.put_documents([DocumentRow(text, "{}", b""), DocumentRow("key", text, b""), document(1)])
        store.put_look("key", text, "{}")
        store.remember(Path("root"), {text: stat_row(1), "folder/2.docx": stat_row(2)}, gone=[text])
        found = dict(store.documents([text, "key", document(1).key])), store.look("key", text), store.passages(text)

        assert found == ({document(1).key: document(1).glance}, None, None)
        assert (store.stats(Path("root")), store.remarks) == ({"folder/2.docx": stat_row(2)}, ())


NUMBERS = st.integers(0, 40)
ROOT = Path("evidence")


class Model(RuleBasedStateMachine):
    """
    Two runs and a dictionary.

    Both runs put in, ask and start again. Then somebody overwrites, cuts off or deletes the file at a bad moment.
    """

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.documents: set[int] = set()
        self.looks: set[int] = set()
        self.files: dict[str, StatRow] = {}
        self.sound = True

    @initialize()
    def begin(self) -> None:
        self.runs = [Store(self.place, now=NOW, patience=0.05) for _ in range(2)]

    def teardown(self) -> None:
        for run in getattr(self, "runs", ()):
            run.close()
        shutil.rmtree(self.place)

    def known(self, found, wanted) -> None:
        """Compare with the dictionary; after damage there may be less, and never anything else."""
        assert found == wanted if self.sound else found.items() <= wanted.items()

    @rule(run=st.integers(0, 1), numbers=st.lists(NUMBERS, max_size=6))
    def put(self, run: int, numbers: list[int]) -> None:
        self.runs[run].put_documents(map(document, numbers))
        self.documents |= set(numbers)

    @rule(run=st.integers(0, 1), number=NUMBERS)
    def put_look(self, run: int, number: int) -> None:
        self.runs[run].put_look(document(number).key, ASKED, answer(number))
        self.runs[run].flush()
        self.looks.add(number)

    @rule(run=st.integers(0, 1), changed=st.dictionaries(NUMBERS, st.integers(0, 3)), gone=st.sets(NUMBERS, max_size=4))
    def remember(self, run: int, changed: dict[int, int], gone: set[int]) -> None:
        rows = {f"folder/{number}.docx": stat_row(number, version) for number, version in changed.items()}
        leaving = {f"folder/{number}.docx" for number in gone}
        self.runs[run].remember(ROOT, rows, leaving)
        self.files = {path: row for path, row in self.files.items() if path not in leaving} | rows

    @rule(run=st.integers(0, 1), numbers=st.lists(NUMBERS, max_size=10))
    def ask(self, run: int, numbers: list[int]) -> None:
        rows = [document(number) for number in numbers if number in self.documents]
        self.known(
            dict(self.runs[run].documents(document(number).key for number in numbers)),
            {row.key: row.glance for row in rows},
        )
        for row in rows[:2]:
            assert self.runs[run].passages(row.key) in ({row.passages} if self.sound else {row.passages, None})

    @rule(run=st.integers(0, 1), numbers=st.lists(NUMBERS, max_size=10))
    def ask_looks(self, run: int, numbers: list[int]) -> None:
        self.known(
            dict(self.runs[run].looks((document(number).key, ASKED) for number in numbers)),
            {(document(number).key, ASKED): answer(number) for number in numbers if number in self.looks},
        )

    @rule(run=st.integers(0, 1))
    def ask_files(self, run: int) -> None:
        found = self.runs[run].stats(ROOT)
        assert_true(found)
        assert found == self.files or not self.sound

    @rule(run=st.integers(0, 1), days=st.integers(0, 20))
    def start_again(self, run: int, days: int) -> None:
        self.runs[run].close()
        self.runs[run] = Store(self.place, now=NOW + days * DAY, patience=0.05)

    @precondition(lambda self: self.documents)
    @rule(seed=st.integers(0, 999), length=st.sampled_from([1, 100, 10_000]))
    def overwrite(self, seed: int, length: int) -> None:
        self.sound = False
        chance = random.Random(seed)
        file = self.place / "store.sqlite3"
        if file.exists():
            with file.open("r+b") as stream:
                stream.seek(chance.randrange(file.stat().st_size + 1))
                stream.write(chance.randbytes(length))

    @precondition(lambda self: self.documents)
    @rule(seed=st.integers(0, 999), name=st.sampled_from(["store.sqlite3", "store.sqlite3-wal"]))
    def cut_off(self, seed: int, name: str) -> None:
        self.sound = False
        file = self.place / name
        if file.exists():
            with file.open("r+b") as stream:
                stream.truncate(random.Random(seed).randrange(file.stat().st_size + 1))

    @precondition(lambda self: self.documents)
    @rule(name=st.sampled_from(["", "-wal", "-shm"]))
    def delete(self, name: str) -> None:
        self.sound = False
        (self.place / f"store.sqlite3{name}").unlink(missing_ok=True)

    @rule()
    def see_what_was_said(self) -> None:
        assert all(run.remarks == () for run in self.runs) or not self.sound


TestModel = Model.TestCase
TestModel.settings = settings(
    max_examples=settings().max_examples // 2, stateful_step_count=25, suppress_health_check=[HealthCheck.too_slow]
)
