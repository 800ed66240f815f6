"""Keep the store from growing for ever."""

from __future__ import annotations

from . import _queries as queries
from ._database import Database

_FULL = 0.9
_ROOMY = 0.75
_SLICES = 8


def tidy(database: Database, *, before: int, limit: int) -> None:
    """
    Throw away what nobody has used for long, and if the store is nearly at its limit, what was used longest ago.

    Args:
        database: is only read if there is nothing to be done.
        before: the first day on which something must have been used to be kept.
        limit: bytes.
    """
    if database.read(False, queries.has_older, before):
        database.write(queries.drop_older, before)
    if database.read(0, queries.bytes_used) > _FULL * limit:
        _make_room(database, int(_ROOMY * limit))


def _make_room(database: Database, enough: int) -> None:
    """Throw documents away, slice by slice, until the rest takes up no more than *enough* bytes."""
    count = database.read(0, queries.count_documents) // _SLICES + 1
    for _ in range(_SLICES):
        if database.read(0, queries.bytes_used) <= enough or not database.write(queries.drop_oldest, count):
            return
