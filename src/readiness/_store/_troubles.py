"""What can go wrong with the database, told apart by what is to be done about it."""

from __future__ import annotations

from enum import Enum

from ._open import OtherVersionError
from ._queries import DamagedRowError


class Trouble(Enum):
    """
    A kind of trouble. Its value is the remark for a person; ``{place}`` and ``{why}`` are filled in.

    A `DAMAGED` or `OTHER_VERSION` database is made anew. `BUSY`, `FULL` and `READ_ONLY` cost what would have been
    written, or all of it if nothing can be read either. After `FAILED` the run does without.
    """

    DAMAGED = "The cache in {place} was damaged and has been started afresh."
    OTHER_VERSION = "The cache in {place} was made by another version and has been started afresh."
    BUSY = "Another run is using the cache in {place}; this one keeps nothing new in it."
    FULL = "The disk has no room for the cache in {place}; nothing new is kept in it."
    READ_ONLY = "The cache in {place} cannot be written to; nothing new is kept in it."
    FAILED = "The cache in {place} cannot be used: {why}."


BEYOND_REPAIR = "The cache in {place} is damaged and cannot be started afresh; this run does without it."
LOCKED_OUT = "Another program has locked the cache in {place}; this run does without it."
AT_ITS_LIMIT = "The cache in {place} has reached its limit; some documents will have to be read again."

# Result codes of SQLite, which never change: https://www.sqlite.org/rescode.html
_TROUBLES = {
    3: Trouble.READ_ONLY,  # PERM
    5: Trouble.BUSY,
    6: Trouble.BUSY,  # LOCKED
    8: Trouble.READ_ONLY,
    10: Trouble.FULL,  # IOERR; on writing, a limit of the disk or of the process
    11: Trouble.DAMAGED,  # CORRUPT
    13: Trouble.FULL,
    14: Trouble.READ_ONLY,  # CANTOPEN
    18: Trouble.DAMAGED,  # TOOBIG: nothing as large was ever put in
    26: Trouble.DAMAGED,  # NOTADB
}
_SHORT_READ = 522


def trouble_of(error: BaseException) -> Trouble:
    """Return what kind of trouble an exception tells of."""
    if isinstance(error, DamagedRowError):
        return Trouble.DAMAGED
    if isinstance(error, OtherVersionError):
        return Trouble.OTHER_VERSION
    if isinstance(error, TimeoutError):
        return Trouble.BUSY
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # SQLite was content, but Python may have met text that is none
        return Trouble.DAMAGED if "UTF-8" in str(error) else Trouble.FAILED
    return Trouble.DAMAGED if code == _SHORT_READ else _TROUBLES.get(code & 0xFF, Trouble.FAILED)
