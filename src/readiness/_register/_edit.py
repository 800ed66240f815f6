"""Change a register: its comments, its order and its layout stay, and nothing is returned that would not load."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from attrs import frozen

from readiness._toml import AddTable, Edit, Lines, RemoveTable, SetKey, edited, parse
from readiness.exceptions import InputError, Problem, RegisterError
from readiness.model import Catalogue, Register

from ._changes import edits_between, in_words_of, merged, value_at
from ._load import REGISTER_NAME, checked
from ._tables import plain, register_table

_BOM = b"\xef\xbb\xbf"


@frozen
class OpenRegister:
    """
    A register that is being changed.

    Attributes:
        folder: the evidence folder.
        catalogue: what it is checked against.
        raw: the bytes of its file as they were when it was opened.
        text: the file.
        data: what it says, without what says nothing.
        register: what it means.
    """

    folder: Path
    catalogue: Catalogue
    raw: bytes
    text: str
    data: dict[str, Any]
    register: Register

    @property
    def path(self) -> Path:
        """The register's file."""
        return self.folder / REGISTER_NAME

    @property
    def name(self) -> str:
        """The register's file, for a person."""
        return str(self.path)

    def copy(self) -> dict[str, Any]:
        """Return what the register says, to be changed."""
        return copy.deepcopy(self.data)


@frozen
class Revision:
    """
    A register as it will be.

    Attributes:
        raw: the bytes of its file.
        said: each change in words.
    """

    raw: bytes
    said: tuple[str, ...]


def open_register(folder: Path, catalogue: Catalogue, raw: bytes) -> OpenRegister:
    """
    Return the register of *folder* to be changed.

    Args:
        folder: the evidence folder.
        catalogue: what it is checked against.
        raw: the bytes of its file.

    Raises:
        RegisterError: with every problem of the register, each with its line.
    """
    name = str(folder / REGISTER_NAME)
    try:
        text = raw.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError:
        raise RegisterError([Problem(name, "the file is not UTF-8; save it as UTF-8 text")]) from None
    data, register = _loaded(text, folder, catalogue)
    return OpenRegister(folder, catalogue, raw, text, plain(data, register_table()), register)


def _loaded(text: str, folder: Path, catalogue: Catalogue) -> tuple[dict[str, Any], Register]:
    name = str(folder / REGISTER_NAME)
    data, problem = parse(text, name)
    if problem is not None:
        raise RegisterError([problem])
    register, problems = checked(data, Lines.of(text), catalogue, folder, name)
    if problems or register is None:
        raise RegisterError(problems)
    return data, register


def revised(opened: OpenRegister, wanted: dict[str, Any]) -> Revision:
    """
    Return the register changed so that it says what is *wanted*; the order of its tables stays.

    Args:
        opened: from `open_register`.
        wanted: the register as parsed TOML would have it.

    Raises:
        RegisterError: the outcome would not load; with every problem, each by its key.
    """
    whole = register_table()
    edits = list(edits_between(opened.data, plain(wanted, whole), whole))
    said = tuple(in_words_of(edits, opened.data, whole))
    if not edits:
        return Revision(opened.raw, ())
    text = edited(opened.text, edits, lambda path: _once_done(opened.data, edits, path))
    try:
        data, _ = _loaded(text, opened.folder, opened.catalogue)
    except RegisterError as error:
        raise RegisterError([one._replace(line=None) for one in error.problems]) from None
    if plain(data, whole) != plain(merged(opened.data, edits), whole):
        message = "is laid out in a way that cannot be changed safely; nothing was written, so edit it by hand"
        raise InputError([Problem(opened.name, message)])
    mark = _BOM if opened.raw.startswith(_BOM) else b""
    return Revision(mark + text.encode("utf-8"), said)


def _once_done(data: dict[str, Any], edits: Iterable[Edit], path: tuple[str | int, ...]) -> Any:
    """Return the value at *path*, by the numbers that tables have now, once the edits below it are made."""
    below = [one for one in edits if _target(one)[: len(path)] == path]
    try:
        return value_at(merged(data, below), path)
    except (KeyError, IndexError):
        return []


def _target(edit: Edit) -> tuple[str | int, ...]:
    match edit:
        case SetKey():
            return (*edit.table, edit.key)
        case AddTable():
            return edit.array
        case RemoveTable():
            return edit.table
