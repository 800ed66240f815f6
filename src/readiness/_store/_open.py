"""Open the database, make its tables, and make sure that it is one of this version and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ._place import ordinary, prepare_file
from ._rows import LARGEST

if TYPE_CHECKING:
    import sqlite3

APPLICATION = 0x7264_6E73
VERSION = 2
TABLES = (
    "CREATE TABLE folders (id INTEGER PRIMARY KEY, root BLOB NOT NULL UNIQUE, used INTEGER NOT NULL)",
    (
        "CREATE TABLE files (folder INTEGER NOT NULL, path TEXT NOT NULL, stamp TEXT NOT NULL, sha256 TEXT NOT NULL, "
        "mark INTEGER NOT NULL, PRIMARY KEY (folder, path)) WITHOUT ROWID"
    ),
    (
        "CREATE TABLE documents (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, glance TEXT NOT NULL, "
        "mark INTEGER NOT NULL, used INTEGER NOT NULL)"
    ),
    "CREATE INDEX documents_by_use ON documents (used)",
    "CREATE TABLE passages (id INTEGER PRIMARY KEY, body BLOB NOT NULL, mark INTEGER NOT NULL)",
    (
        "CREATE TABLE looks (key TEXT NOT NULL, asked TEXT NOT NULL, answer TEXT NOT NULL, mark INTEGER NOT NULL, "
        "used INTEGER NOT NULL, PRIMARY KEY (key, asked)) WITHOUT ROWID"
    ),
    "CREATE INDEX looks_by_use ON looks (used)",
)
_PRAGMAS = (
    # What SQLite advises for a file that somebody else may have made.
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    # Nothing is forced to the disk: a power cut may damage the store, and then it is made anew.
    "synchronous = OFF",
    "wal_autocheckpoint = 4000",
    # In KiB: enough for the keys of 50,000 documents, and no more as the file grows.
    "cache_size = -8000",
)
_OURS = (APPLICATION, VERSION, frozenset(TABLES))
_NEW = (0, 0, frozenset[str]())


class OtherVersionError(Exception):
    """The file is a database, but not one of this version of the store."""


def connect(file: Path, patience: float) -> sqlite3.Connection:
    """
    Open the database, and make it if it is not there.

    Args:
        file: the database; the folder must be there.
        patience: seconds to wait for somebody who has locked it.

    Raises:
        OtherVersionError: it is not one of this version.
        sqlite3.Error: it is damaged, locked or cannot be opened.
        OSError: it is not a file, or cannot be made.
    """
    prepare_file(file)
    with _opened(file, "mode=rw", patience) as connection:
        if _identity(connection) == _NEW:
            _make_tables(connection)
        _check(connection)
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
    return connection


def connect_to_look(file: Path, patience: float) -> sqlite3.Connection:
    """
    Open a database that cannot be written to, without locks and without the files beside it.

    Somebody else may be writing to it all the same. The marks of the rows show what has been misread.

    Raises:
        OtherVersionError: it is not one of this version.
        sqlite3.Error: it is damaged or cannot be opened.
        OSError: it is not a file.
    """
    ordinary(file)
    with _opened(file, "mode=ro&immutable=1", patience) as connection:
        _check(connection)
    return connection


@contextmanager
def _opened(file: Path, mode: str, patience: float) -> Iterator[sqlite3.Connection]:
    """Open a database, and close it again only if something fails."""
    import sqlite3  # noqa: PLC0415 - a run without a store does not need it

    uri = f"{file.absolute().as_uri()}?{mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=patience, isolation_level=None)
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 2 * LARGEST)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        yield connection
    except BaseException:
        connection.close()
        raise


def _identity(connection: sqlite3.Connection) -> tuple[int, int, frozenset[str]]:
    """Return whose database it is, of which version, and all that is defined in it."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    defined = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
    return application, version, frozenset(sql for (sql,) in defined)


def _check(connection: sqlite3.Connection) -> None:
    """Refuse whatever has not exactly the tables above: a view in the place of a table could do what it likes."""
    if _identity(connection) != _OURS:
        raise OtherVersionError


def _make_tables(connection: sqlite3.Connection) -> None:
    for pragma in ("auto_vacuum = FULL", "journal_mode = WAL"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    connection.execute("BEGIN IMMEDIATE")
    if _identity(connection) == _NEW:  # nobody else was quicker
        for table in TABLES:
            connection.execute(table)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")
