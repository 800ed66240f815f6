"""The store itself."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from . import _queries as queries
from ._database import Database
from ._rows import LARGEST, DocumentRow, LookRow, StatRow, can_be_kept, is_settled
from ._tidy import tidy
from ._troubles import AT_ITS_LIMIT

T = TypeVar("T")
_BATCH_ROWS = 256
_BATCH_BYTES = 4 << 20
_AT_ONCE = 250
_SECONDS_A_DAY = 86_400


class Store:
    """
    What earlier runs have read. Use it in a ``with`` statement.

    A store gives back exactly what was put in, or nothing. It may lose anything at any time: to another run, to a
    damaged or full disk, to its own limit. So be ready to do the work all the same.

    Put in only what follows from the key and from nothing else, so that whoever asks later would have come to the same:
    nothing that ran out of time or memory, and no document that changed while it was read.

    Args:
        place: its folder, made if need be; ``None`` for a store that never holds anything.
        now: seconds since the epoch when this run began, taken before it looked at its first file.
        limit: bytes the database may grow to, give or take a batch.
        keep_days: days after which what nobody has asked for is thrown away.
        patience: seconds to wait for another run that is writing.

    >>> with Store(None, now=0) as store:
    ...     store.put_document(DocumentRow("key", "{}", b""))
    ...     print(store.document("key"), store.remarks)
    None ()
    """

    def __init__(
        self,
        place: Path | None,
        *,
        now: float,
        limit: int = 1 << 30,
        keep_days: int = 180,
        patience: float = 2.0,
    ) -> None:
        self._now = now
        self._today = int(now // _SECONDS_A_DAY)
        self._limit = limit
        self._keep_days = keep_days
        self._aged = self._today - keep_days // 20  # the last use is written down this seldom
        self._touched: defaultdict[str, queries.Ids] = defaultdict(list)
        self._documents: list[DocumentRow] = []
        self._looks: list[LookRow] = []
        self._waiting_bytes = 0
        self._is_full = False
        self._database = Database(place, patience)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the store could not do, in words for people; empty if all is well."""
        return tuple(self._database.remarks)

    @property
    def is_empty(self) -> bool:
        """Whether there is no document at all, so that there is no use in asking."""
        return self._database.read(True, queries.has_no_document)

    def stats(self, root: Path) -> Mapping[str, StatRow]:
        """
        Return every file of the folder *root* as it was when it was last read, by its path in the folder.

        A file whose stamp is still the same need not be opened.
        """
        files, aged = self._database.read(({}, []), queries.load_files, _name_of(root), self._aged)
        self._touched[queries.TOUCH_FOLDER] += aged
        return files

    def remember(self, root: Path, rows: Mapping[str, StatRow], gone: Iterable[str] = ()) -> None:
        """
        Note the files of *root* that are new or have changed, and forget those that are gone.

        A file that was changed so shortly before this run that another change might not show is forgotten too.
        """
        settled = {
            path: row for path, row in rows.items() if is_settled(row.stamp, self._now) and can_be_kept(path, *row)
        }
        unsettled = rows.keys() - settled.keys()
        leaving = [path for path in (*gone, *unsettled) if path not in settled and can_be_kept(path)]
        if settled or leaving:
            self._database.write(queries.write_files, _name_of(root), self._today, settled, leaving)

    def document(self, key: str) -> str | None:
        """Return the glance of one document."""
        return next((glance for _, glance in self.documents([key])), None)

    def documents(self, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield key and glance of each document that is there, a few hundred at once, in no particular order."""
        self.flush()
        for some in _chunks(key for key in keys if can_be_kept(key)):
            found, aged = self._database.read(([], []), queries.load_documents, some, self._aged)
            self._touched[queries.TOUCH_DOCUMENT] += aged
            yield from found

    def passages(self, key: str) -> bytes | None:
        """Return the passages of one document."""
        self.flush()
        return self._database.read(None, queries.load_passages, key) if can_be_kept(key) else None

    def put_document(self, row: DocumentRow) -> None:
        """Keep what was read of a document; it is written with the next few hundred, or when something is asked."""
        if self._takes(len(row.passages), row.key, row.glance):
            self._documents.append(row)
            self._flush_if_many()

    def put_documents(self, rows: Iterable[DocumentRow]) -> None:
        """Keep what was read of documents, taking them only as they are needed, and write it all down."""
        for row in rows:
            self.put_document(row)
        self.flush()

    def look(self, key: str, asked: str) -> str | None:
        """Return the answer to what was asked of one document."""
        return next((answer for _, answer in self.looks([(key, asked)])), None)

    def looks(self, pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], str]]:
        """Yield each pair of document key and digest of what was asked that has an answer, with the answer."""
        self.flush()
        for some in _chunks(pair for pair in pairs if can_be_kept(*pair)):
            found, aged = self._database.read(([], []), queries.load_looks, some, self._aged)
            self._touched[queries.TOUCH_LOOK] += aged
            yield from found

    def put_look(self, key: str, asked: str, answer: str) -> None:
        """
        Keep an answer that takes a closer look at a document.

        Args:
            key: of the document.
            asked: digest of all that was asked, so that another question has another answer.
            answer: JSON text.
        """
        if self._takes(0, key, asked, answer):
            self._looks.append(LookRow(key, asked, answer))
            self._flush_if_many()

    def flush(self) -> None:
        """Write down what waits to be written."""
        documents, looks = self._documents, self._looks
        self._documents, self._looks, self._waiting_bytes = [], [], 0
        if not (documents or looks):
            return
        if self._database.read(0, queries.bytes_used) > self._limit:
            self._is_full = True
            self._database.remark(AT_ITS_LIMIT)
        else:
            self._database.write(queries.write_rows, self._today, documents, looks)

    def close(self) -> None:
        """Write down what waits, throw away what is old, and let go of the files; afterwards the store is empty."""
        self.flush()
        if any(self._touched.values()):
            self._database.write(queries.touch, self._today, self._touched)
            self._touched.clear()
        tidy(self._database, before=self._today - self._keep_days, limit=self._limit)
        self._database.close()

    def _takes(self, size: int, *texts: str) -> bool:
        """Return whether a row can be written, and count its bytes."""
        if self._is_full or not self._database.takes_rows or size > LARGEST or not can_be_kept(*texts):
            return False
        self._waiting_bytes += size + sum(map(len, texts))
        return True

    def _flush_if_many(self) -> None:
        if len(self._documents) + len(self._looks) >= _BATCH_ROWS or self._waiting_bytes >= _BATCH_BYTES:
            self.flush()


def _name_of(root: Path) -> bytes:
    """Return the folder's own path, however it was reached; as bytes, for it need not be text."""
    return os.fsencode(os.path.realpath(root))


def _chunks(values: Iterable[T]) -> Iterator[list[T]]:
    values = iter(values)
    while some := list(islice(values, _AT_ONCE)):
        yield some
