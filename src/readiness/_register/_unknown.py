"""What to say of an id that no criterion has."""

from __future__ import annotations

from readiness._ids import IdScheme
from readiness._words import span


def named(written: str, ids: IdScheme) -> int:
    """Return how many criteria a text names, which was meant to name one."""
    return len({one.id for one in ids.find(written) if one.known})


def only(written: str, ids: IdScheme) -> str:
    """Return which criteria there are, and which of them seems to be meant."""
    nearest = ids.nearest(written)
    return f"only {span(ids.ids)}{f'; did you mean {nearest}?' if nearest else ''}"
