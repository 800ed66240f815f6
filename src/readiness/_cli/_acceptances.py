"""The file of acceptances, when claims go or move that something was accepted of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrs import frozen

from readiness._register import (
    ACCEPTED_NAME,
    Moved,
    OpenRegister,
    acceptances_rewritten,
    as_claimed,
    at,
    load_acceptances,
)
from readiness._words import day
from readiness.exceptions import InputError, Problem
from readiness.model import Acceptance

from ._files import replace_unchanged


@frozen
class AcceptedFile:
    """
    The file of acceptances as it is before anything is changed.

    Attributes:
        path: the file, whether it is there or not.
        raw: its bytes.
        accepted: what it says, each place as the register writes it.
    """

    path: Path
    raw: bytes
    accepted: tuple[Acceptance, ...]

    @classmethod
    def of(cls, register: OpenRegister) -> AcceptedFile:
        """Return that beside a register."""
        path = register.folder / ACCEPTED_NAME
        raw = path.read_bytes() if path.is_file() else b""
        return cls(path, raw, as_claimed(load_acceptances(register.folder), register.register.documents))

    def rewritten(self, idle: Sequence[Acceptance], moved: Sequence[Moved] = ()) -> bytes:
        """
        Return it without those that are *idle*, and with those *moved* where they belong now.

        Raises:
            InputError: it is laid out in a way that cannot be changed safely.
        """
        if not idle and not moved:
            return self.raw
        new = {one.was: one.becomes for one in moved}
        becomes = {number: new.get(one) for number, one in enumerate(self.accepted) if one in idle or one in new}
        return acceptances_rewritten(self.raw, becomes, str(self.path))

    def replace(self, new: bytes) -> None:
        """
        Write it.

        Raises:
            InputError: somebody else has written it meanwhile; that is left as it is.
        """
        if new != self.raw and not replace_unchanged(self.path, self.raw, new):
            message = "somebody else has changed it just now, and it was left as it is; run the command again"
            raise InputError([Problem(str(self.path), message)])


def in_words(idle: Iterable[Acceptance]) -> Iterator[str]:
    """Yield a line for each acceptance that goes."""
    for one in idle:
        place = " ".join(filter(None, (one.document, "for", one.criterion, at(one.where))))
        yield f"- {place}, accepted on {day(one.on)}"


def moved_in_words(moved: Iterable[Moved]) -> Iterator[str]:
    """Yield a line for each acceptance that follows its claim."""
    for one in moved:
        yield f"~ {one.in_words}, accepted on {day(one.was.on)} and not looked at again"
