"""Every statement that is put to the database. What becomes of one that fails is decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ._rows import DocumentRow, LookRow, StatRow, mark_of

if TYPE_CHECKING:
    import sqlite3

    Ids = list[tuple[object, ...]]

TOUCH_FOLDER = "UPDATE folders SET used = ? WHERE id = ?"
TOUCH_DOCUMENT = "UPDATE documents SET used = ? WHERE id = ?"
TOUCH_LOOK = "UPDATE looks SET used = ? WHERE key = ? AND asked = ?"


class DamagedRowError(Exception):
    """A row is not what was put in."""


def load_files(connection: sqlite3.Connection, root: bytes, aged: int) -> tuple[dict[str, StatRow], Ids]:
    """Return the files of a folder, and the folder's id if nobody has asked for it since the day *aged*."""
    folder = connection.execute("SELECT id, used < ? FROM folders WHERE root = ?", (aged, root)).fetchone()
    if folder is None:
        return {}, []
    files = {}
    for path, stamp, sha256, mark in connection.execute(
        "SELECT path, stamp, sha256, mark FROM files WHERE folder = ?", folder[:1]
    ):
        _check(mark, path, stamp, sha256)
        files[path] = StatRow(stamp, sha256)
    return files, [folder[:1]] if folder[1] else []


def write_files(
    connection: sqlite3.Connection, root: bytes, today: int, rows: Mapping[str, StatRow], gone: Iterable[str]
) -> None:
    """Note the files of a folder that have changed, and forget those that are gone."""
    connection.execute(
        "INSERT INTO folders (root, used) VALUES (?, ?) ON CONFLICT (root) DO UPDATE SET used = excluded.used",
        (root, today),
    )
    (folder,) = connection.execute("SELECT id FROM folders WHERE root = ?", (root,)).fetchone()
    connection.executemany("DELETE FROM files WHERE folder = ? AND path = ?", ((folder, path) for path in gone))
    connection.executemany(
        "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)",
        ((folder, path, *row, mark_of(path, *row)) for path, row in sorted(rows.items())),
    )


def has_no_document(connection: sqlite3.Connection) -> bool:
    """Return whether nothing has been kept yet."""
    return connection.execute("SELECT 1 FROM documents LIMIT 1").fetchone() is None


def load_documents(connection: sqlite3.Connection, keys: Sequence[str], aged: int) -> tuple[list[tuple[str, str]], Ids]:
    """Return key and glance of each document that is there, and the ids of those not asked for since *aged*."""
    found: list[tuple[str, str]] = []
    old: Ids = []
    for at, key, glance, mark, is_old in connection.execute(
        f"SELECT id, key, glance, mark, used < ? FROM documents WHERE key IN ({_marks('?', keys)})",  # noqa: S608
        (aged, *keys),
    ):
        _check(mark, key, glance)
        found.append((key, glance))
        if is_old:
            old.append((at,))
    return found, old


def load_passages(connection: sqlite3.Connection, key: str) -> bytes | None:
    """Return the passages of a document."""
    row = connection.execute(
        "SELECT body, passages.mark FROM documents JOIN passages USING (id) WHERE key = ?", (key,)
    ).fetchone()
    if row is None:
        return None
    body, mark = row
    _check(mark, key, body=body)
    return bytes(body)


def write_rows(
    connection: sqlite3.Connection, today: int, documents: Sequence[DocumentRow], looks: Iterable[LookRow]
) -> None:
    """Note what was read of documents and what was answered, in the place of what was noted before."""
    connection.executemany(
        "DELETE FROM passages WHERE id = (SELECT id FROM documents WHERE key = ?)", ((one.key,) for one in documents)
    )
    connection.executemany(
        "INSERT OR REPLACE INTO documents (key, glance, mark, used) VALUES (?, ?, ?, ?)",
        ((key, glance, mark_of(key, glance), today) for key, glance, _ in documents),
    )
    connection.executemany(
        "INSERT OR REPLACE INTO passages SELECT id, ?, ? FROM documents WHERE key = ?",
        ((passages, mark_of(key, body=passages), key) for key, _, passages in documents),
    )
    connection.executemany(
        "INSERT OR REPLACE INTO looks VALUES (?, ?, ?, ?, ?)", ((*row, mark_of(*row), today) for row in looks)
    )


def load_looks(
    connection: sqlite3.Connection, pairs: Sequence[tuple[str, str]], aged: int
) -> tuple[list[tuple[tuple[str, str], str]], Ids]:
    """Return each answer that is there, and the keys of those not asked for since *aged*."""
    found: list[tuple[tuple[str, str], str]] = []
    old: Ids = []
    for key, asked, answer, mark, is_old in connection.execute(
        "SELECT key, asked, answer, mark, used < ? FROM looks "  # noqa: S608
        f"WHERE (key, asked) IN (VALUES {_marks('(?, ?)', pairs)})",
        (aged, *(text for pair in pairs for text in pair)),
    ):
        _check(mark, key, asked, answer)
        found.append(((key, asked), answer))
        if is_old:
            old.append((key, asked))
    return found, old


def touch(connection: sqlite3.Connection, today: int, aged: Mapping[str, Ids]) -> None:
    """Note that rows were used today; *aged* has for each statement what it is to be done to."""
    for statement, rows in aged.items():
        connection.executemany(statement, ((today, *row) for row in rows))


def bytes_used(connection: sqlite3.Connection) -> int:
    """Return how much of the file is in use."""
    pages, free, size = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)


def has_older(connection: sqlite3.Connection, day: int) -> bool:
    """Return whether there is anything that was last used before *day*."""
    tables = ("folders", "documents", "looks")
    return any(
        connection.execute(f"SELECT 1 FROM {table} WHERE used < ? LIMIT 1", (day,)).fetchone()  # noqa: S608
        for table in tables
    )


def drop_older(connection: sqlite3.Connection, day: int) -> None:
    """Throw away what was last used before *day*."""
    _drop_documents(connection, connection.execute("SELECT id, key FROM documents WHERE used < ?", (day,)).fetchall())
    connection.execute("DELETE FROM looks WHERE used < ?", (day,))
    connection.execute("DELETE FROM files WHERE folder IN (SELECT id FROM folders WHERE used < ?)", (day,))
    connection.execute("DELETE FROM folders WHERE used < ?", (day,))


def count_documents(connection: sqlite3.Connection) -> int:
    """Return how many documents there are."""
    return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])


def drop_oldest(connection: sqlite3.Connection, count: int) -> None:
    """Throw away so many documents, those first that have not been used for longest."""
    oldest = connection.execute("SELECT id, key FROM documents ORDER BY used, id LIMIT ?", (count,)).fetchall()
    _drop_documents(connection, oldest)


def _drop_documents(connection: sqlite3.Connection, rows: Sequence[tuple[int, str]]) -> None:
    ids, keys = [(at,) for at, _ in rows], [(key,) for _, key in rows]
    connection.executemany("DELETE FROM passages WHERE id = ?", ids)
    connection.executemany("DELETE FROM documents WHERE id = ?", ids)
    connection.executemany("DELETE FROM looks WHERE key = ?", keys)


def _check(mark: object, *texts: str, body: bytes = b"") -> None:
    """Refuse a row that the disk has changed, or that was never put in here."""
    try:
        intact = mark_of(*texts, body=body) == mark
    except TypeError:
        intact = False
    if not intact:
        raise DamagedRowError


def _marks(one: str, values: Sequence[object]) -> str:
    return ", ".join([one] * len(values))
