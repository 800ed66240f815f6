"""Read a file of OSCAL, in whichever of its three formats, into one kind of tree: objects, lists and texts."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

from readiness.exceptions import Problem

SUFFIXES = (".json", ".yaml", ".yml", ".xml")
"""What the names of files that may hold OSCAL end in."""

Tree = dict[str, Any]

_MOST_BYTES = 64 << 20


class NotReadableError(Exception):
    """The file is not well formed; `line` is ``None`` where nobody knows it."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


def read_tree(path: Path, name: str) -> tuple[Tree, Problem | None]:
    """
    Return the tree of the file at *path*, or a problem.

    Args:
        path: the file; its suffix says which format it is in.
        name: what to call it in a problem.
    """
    try:
        tree = _PARSERS[path.suffix.lower()](_bytes_of(path))
    except NotReadableError as error:
        return {}, Problem(name, str(error), line=error.line)
    except OSError as error:
        return {}, Problem(name, f"cannot be read: {error.strerror or error}")
    if not isinstance(tree, dict):
        return {}, Problem(name, "is not OSCAL: it holds no object at its top")
    return tree, None


def _bytes_of(path: Path) -> bytes:
    if stat.S_ISFIFO(path.stat().st_mode):
        raise NotReadableError("cannot be read: it is a pipe, not a file")  # opening it would wait for ever
    with path.open("rb") as stream:
        raw = stream.read(_MOST_BYTES + 1)
    if len(raw) > _MOST_BYTES:
        raise NotReadableError(f"the file is larger than {_MOST_BYTES >> 20} MB; is it the right one?")
    if not raw.strip():
        raise NotReadableError("the file is empty")
    return raw


def text_of(raw: bytes) -> str:
    """
    Return *raw* as text.

    Raises:
        NotReadableError: it is not UTF-8.
    """
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise NotReadableError("the file is not UTF-8; save it as UTF-8 text", line) from None


def _json(raw: bytes) -> Any:
    try:
        return json.loads(text_of(raw), object_pairs_hook=_each_once)
    except json.JSONDecodeError as error:
        raise NotReadableError(f"not valid JSON: {error.msg[:1].lower()}{error.msg[1:]}", error.lineno) from None
    except RecursionError:
        raise NotReadableError("not valid JSON: the brackets are nested too deeply") from None
    except ValueError as error:  # a number of more digits than Python converts
        raise NotReadableError(f"not valid JSON: {str(error).partition(';')[0].lower()}") from None


def _each_once(pairs: list[tuple[str, Any]]) -> Tree:
    tree = dict(pairs)
    if len(tree) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise NotReadableError(f"the key {twice!r} is given twice in one object, so one of the two would be lost")
    return tree


def _yaml(raw: bytes) -> Any:
    from ._oscal_yaml import yaml_tree  # noqa: PLC0415 - needs a package that need not be there

    return yaml_tree(text_of(raw))


def _xml(raw: bytes) -> Any:
    from ._oscal_xml import xml_tree  # noqa: PLC0415 - few catalogues are XML

    return xml_tree(raw)


_PARSERS: dict[str, Callable[[bytes], Any]] = {".json": _json, ".yaml": _yaml, ".yml": _yaml, ".xml": _xml}
