"""Read and write ``rejected.toml``: suggestions that a person has looked at and found to be no evidence."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from attrs import evolve, frozen

from readiness._toml import Shape, load_toml, quoted
from readiness.exceptions import RegisterError
from readiness.model import Rejection

REJECTED_NAME = "rejected.toml"

_HEAD = """\
# Suggestions that people have looked at and rejected. `readiness suggest` writes this file. Each is asked again when
# the text or the criterion changes; to be asked again at once, delete its table.
"""


@frozen(kw_only=True)
class _File:
    rejected: tuple[Rejection, ...] = ()


SHAPES = (Shape(Rejection, hidden=("line",)), Shape(_File))


def load_rejections(folder: Path) -> tuple[Rejection, ...]:
    """
    Return what has been rejected in an evidence folder; nothing if the folder has no such file.

    Raises:
        RegisterError: with every problem of the file, each with its line.
    """
    path = folder / REJECTED_NAME
    if not path.exists():
        return ()
    file, lines = load_toml(path, _File, SHAPES, raising=RegisterError)
    return tuple(evolve(one, line=lines.line(("rejected", index))) for index, one in enumerate(file.rejected))


def rejections_toml(rejections: Iterable[Rejection]) -> str:
    """Return the text of ``rejected.toml``; the same rejections always give the same text."""
    return "\n".join([_HEAD, *map(_table, rejections)])


def with_rejections(before: Iterable[Rejection], now: Iterable[Rejection]) -> tuple[Rejection, ...]:
    """Return what was rejected *before* and *now*, a later one in the place of an earlier, ordered by document."""
    kept = {(one.document, one.criterion): one for one in (*before, *now)}
    return tuple(one for _, one in sorted(kept.items()))


def _table(one: Rejection) -> str:
    rows = [
        ("document", quoted(one.document)),
        ("criterion", quoted(one.criterion)),
        ("by", quoted(one.by) if one.by else ""),
        ("on", one.on.isoformat()),
        ("document_fingerprint", quoted(one.document_fingerprint)),
        ("passage_fingerprint", quoted(one.passage_fingerprint) if one.passage_fingerprint else ""),
        ("criterion_fingerprint", quoted(one.criterion_fingerprint)),
    ]
    return "\n".join(["[[rejected]]", *(f"{key} = {value}" for key, value in rows if value), ""])
