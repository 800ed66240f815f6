"""Read and write ``accepted.toml``: what a person has looked at, as it was then."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable
from pathlib import Path

from attrs import evolve, frozen

from readiness._toml import Shape, load_toml, quoted
from readiness.exceptions import Problem, RegisterError
from readiness.model import Acceptance, DocumentEntry

ACCEPTED_NAME = "accepted.toml"

_LARGEST_TEXT = 16 << 20
_HEAD = """\
# What people have looked at and accepted as evidence. `readiness accept` writes this file; it is not edited by hand.
# A fingerprint is taken of the words, not of the file: saving a document again changes nothing, another word does.
"""


@frozen(kw_only=True)
class _Accepted(Acceptance):
    """An acceptance as it stands in the file: its text is packed."""

    packed: str = ""


@frozen(kw_only=True)
class _File:
    accepted: tuple[_Accepted, ...] = ()


SHAPES = (Shape(_Accepted, {"packed": "text"}, hidden=("line", "text")), Shape(_File))


def load_acceptances(folder: Path) -> tuple[Acceptance, ...]:
    """
    Return what has been accepted in an evidence folder; nothing if the folder has no such file.

    Raises:
        RegisterError: with every problem of the file, each with its line.
    """
    path = folder / ACCEPTED_NAME
    if not path.exists():
        return ()
    file, lines = load_toml(path, _File, SHAPES, raising=RegisterError)
    found: list[Acceptance] = []
    problems: list[Problem] = []
    for index, one in enumerate(file.accepted):
        line = lines.line(("accepted", index))
        try:
            found.append(_plain(one, line))
        except ValueError:
            message = "the text is not as it was written; remove it and accept the document again"
            problems.append(Problem(str(path), message, f"accepted[{index + 1}].text", line))
    if problems:
        raise RegisterError(problems)
    return tuple(found)


def as_claimed(acceptances: Iterable[Acceptance], documents: Iterable[DocumentEntry]) -> tuple[Acceptance, ...]:
    """
    Return acceptances with each place as the register writes it now: capitals and spaces make no other place of it.

    Args:
        acceptances: as the file has them.
        documents: of the register.
    """
    claims = [(entry.path, one.criterion, one.where) for entry in documents for one in entry.claims]
    exact, alike = set(claims), {(path, criterion, _bare(where)): where for path, criterion, where in claims}
    return tuple(
        one
        if (one.document, one.criterion, one.where) in exact
        else evolve(one, where=alike.get((one.document, one.criterion, _bare(one.where)), one.where))
        for one in acceptances
    )


def _bare(where: str) -> str:
    return " ".join(where.casefold().split())


def acceptances_toml(acceptances: Iterable[Acceptance]) -> str:
    """Return the text of ``accepted.toml``; the same acceptances always give the same text."""
    return "\n".join([_HEAD, *map(_table, acceptances)])


def _table(one: Acceptance) -> str:
    rows = [
        ("document", quoted(one.document)),
        ("criterion", quoted(one.criterion)),
        ("where", quoted(one.where) if one.where else ""),
        ("by", quoted(one.by) if one.by else ""),
        ("on", one.on.isoformat()),
        ("document_fingerprint", quoted(one.document_fingerprint)),
        ("passage_fingerprint", quoted(one.passage_fingerprint) if one.passage_fingerprint else ""),
        ("criterion_fingerprint", quoted(one.criterion_fingerprint)),
        ("text", quoted(_packed(one.text)) if one.text else ""),
    ]
    return "\n".join(["[[accepted]]", *(f"{key} = {value}" for key, value in rows if value), ""])


def _packed(text: tuple[str, ...]) -> str:
    return base64.b85encode(zlib.compress(json.dumps(text, ensure_ascii=False).encode("utf-8"), 9)).decode("ascii")


def _plain(one: _Accepted, line: int | None) -> Acceptance:
    values = {name.name: getattr(one, name.name) for name in Acceptance.__attrs_attrs__}
    return evolve(Acceptance(**values), line=line, text=_unpacked(one.packed) if one.packed else ())


def _unpacked(packed: str) -> tuple[str, ...]:
    try:
        text = json.loads(zlib.decompressobj().decompress(base64.b85decode(packed), _LARGEST_TEXT))
    except (zlib.error, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    if not isinstance(text, list) or not all(isinstance(one, str) for one in text):
        raise ValueError("not a list of texts")
    return tuple(text)
