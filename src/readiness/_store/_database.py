"""The database behind the store: it answers, or it is given up. Nobody above ever sees it fail."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from ._lock import TRIES, Lock
from ._open import OtherVersionError, connect, connect_to_look
from ._place import prepare_place
from ._queries import DamagedRowError
from ._troubles import BEYOND_REPAIR, LOCKED_OUT, Trouble, trouble_of

if TYPE_CHECKING:
    import sqlite3

T = TypeVar("T")
P = ParamSpec("P")
FILE = "store.sqlite3"
_BESIDE = ("-wal", "-shm", "-journal")


class Database:
    """
    A database that may be missing, damaged, locked or full at any time.

    Args:
        place: its folder; ``None`` for none at all.
        patience: seconds to wait for another run that is writing.
    """

    def __init__(self, place: Path | None, patience: float) -> None:
        self.remarks: list[str] = []
        self._place = place or Path()
        self._patience = patience
        self._file = self._place / FILE
        self._lock = Lock(self._place / "store.lock")
        self._connection: sqlite3.Connection | None = None
        self._writable = True
        self._may_start_afresh = True
        self._errors: tuple[type[Exception], ...] = ()
        if place is not None:
            self._open()

    @property
    def takes_rows(self) -> bool:
        """Whether it is worth while to write."""
        return self._writable and self._connection is not None

    def read(
        self, otherwise: T, work: Callable[Concatenate[sqlite3.Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return what *work* reads, or *otherwise* if that fails."""
        if self._connection is None:
            return otherwise
        try:
            return work(self._connection, *args, **kwargs)
        except self._errors as error:
            self._deal_with(error)
            return otherwise

    def write(
        self, work: Callable[Concatenate[sqlite3.Connection, P], None], *args: P.args, **kwargs: P.kwargs
    ) -> bool:
        """Do *work* in one transaction, and return whether it was done."""
        if self._connection is None or not self._writable:
            return False
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            work(self._connection, *args, **kwargs)
            self._connection.execute("COMMIT")
        except self._errors as error:
            self._roll_back()
            self._deal_with(error, writing=True)
            return False
        except BaseException:
            self._roll_back()
            raise
        return True

    def remark(self, remark: str, why: Exception | None = None) -> None:
        """Say once what could not be done; ``{place}`` and ``{why}`` are filled in."""
        reason = getattr(why, "strerror", None) or str(why)
        said = remark.format(place=self._place, why=reason)
        if said not in self.remarks:
            self.remarks.append(said)

    def close(self) -> None:
        """Let go of the file; afterwards everything fails quietly."""
        self._disconnect()
        self._lock.close()

    def _open(self) -> None:
        try:
            import sqlite3  # noqa: PLC0415 - a run without a store does not need it
        except ImportError as missing:
            self._give_up(Trouble.FAILED.value, missing)
            return
        self._errors = (sqlite3.Error, OSError, ValueError, DamagedRowError, OtherVersionError)
        error = self._connect()
        if error is None:
            return
        trouble = trouble_of(error)
        if trouble in {Trouble.DAMAGED, Trouble.OTHER_VERSION}:
            self._start_afresh(trouble)
        elif trouble is Trouble.BUSY:
            self._give_up(LOCKED_OUT)
        else:
            self._look_only(error)

    def _connect(self) -> Exception | None:
        """Return what went wrong."""
        try:
            prepare_place(self._place)
            if not self._lock.share(self._patience):
                return TimeoutError()
            self._connection = self._connected()
            self._connection.execute(f"PRAGMA busy_timeout = {int(self._patience * 1000)}").fetchall()
        except self._errors as error:
            return error
        return None

    def _connected(self) -> sqlite3.Connection:
        """Open the file; two runs that make it at once get into each other's way, for a moment."""
        pause = self._patience / TRIES
        for _ in range(TRIES - 1):
            try:
                return connect(self._file, pause)
            except self._errors as error:
                if trouble_of(error) is not Trouble.BUSY:
                    raise
            time.sleep(pause)
        return connect(self._file, pause)

    def _look_only(self, error: Exception) -> None:
        """Use what is there without writing, or nothing."""
        try:
            self._connection = connect_to_look(self._file, self._patience)
        except self._errors:
            self._give_up(Trouble.FAILED.value, error)
        else:
            self._writable = False
            self.remark(Trouble.READ_ONLY.value)

    def _deal_with(self, error: Exception, *, writing: bool = False) -> None:
        """Do what is to be done about a failure in the middle of a run."""
        trouble = trouble_of(error)
        if trouble is Trouble.DAMAGED:
            self._start_afresh(trouble)
        elif writing and trouble is not Trouble.FAILED:
            self._writable = False
            self.remark(trouble.value)
        else:
            self._give_up(Trouble.FAILED.value, error)

    def _start_afresh(self, trouble: Trouble) -> None:
        """Throw the database away and make another, once in a run, and only if nobody else is using it."""
        self._disconnect()
        once, self._may_start_afresh = self._may_start_afresh, False
        if once and self._writable and self._lock.alone() and self._thrown_away() and self._connect() is None:
            self.remark(trouble.value)
        else:
            self._give_up(BEYOND_REPAIR)

    def _thrown_away(self) -> bool:
        try:
            for end in (*_BESIDE, ""):
                self._file.with_name(FILE + end).unlink(missing_ok=True)
        except OSError:
            return False
        return True

    def _give_up(self, remark: str, why: Exception | None = None) -> None:
        self._disconnect()
        self.remark(remark, why)

    def _disconnect(self) -> None:
        if self._connection is not None:
            with suppress(*self._errors):
                self._connection.close()
        self._connection = None

    def _roll_back(self) -> None:
        if self._connection is not None and self._connection.in_transaction:
            with suppress(*self._errors):
                self._connection.execute("ROLLBACK")
