"""The file of acceptances, when claims go that something was accepted of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from readiness._register import ACCEPTED_NAME, acceptances_toml, at, load_acceptances
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
        accepted: what it says.
    """

    path: Path
    raw: bytes
    accepted: tuple[Acceptance, ...]

    @classmethod
    def of(cls, folder: Path) -> AcceptedFile:
        """Return that of an evidence folder."""
        path = folder / ACCEPTED_NAME
        return cls(path, path.read_bytes() if path.is_file() else b"", load_acceptances(folder))

    def drop(self, idle: list[Acceptance]) -> None:
        """
        Write it without some of them.

        Raises:
            InputError: somebody else has written it meanwhile; that is left as it is.
        """
        text = acceptances_toml(one for one in self.accepted if one not in idle)
        if idle and not replace_unchanged(self.path, self.raw, text.encode("utf-8")):
            message = "somebody else has changed it just now, and it was left as it is; run the command again"
            raise InputError([Problem(str(self.path), message)])


def in_words(idle: Iterable[Acceptance]) -> Iterator[str]:
    """Yield a line for each acceptance that goes."""
    for one in idle:
        place = " ".join(filter(None, (one.document, "for", one.criterion, at(one.where))))
        yield f"- {place}, accepted on {day(one.on)}"
