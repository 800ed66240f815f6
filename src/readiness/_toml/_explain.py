"""Turn what the converter raises into problems for people: one each, with the key and its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from readiness.exceptions import Problem

from ._convert import Shape, did_you_mean
from ._lines import Lines, Path


def explain(
    error: BaseException, *, file: str, lines: Lines, shapes: Iterable[Shape], prefix: Path = ()
) -> list[Problem]:
    """
    Return every problem that *error* holds, in the order of the file's lines.

    Args:
        error: what ``Converter.structure`` raised.
        file: name of the file, for the problems.
        lines: where its keys stand.
        shapes: the shapes that the converter was made with.
        prefix: the place in the file of the value that was structured.
    """
    by_class = {shape.cls: shape for shape in shapes}
    found = [
        Problem(file, message, write_path(path), lines.line(path)) for path, message in _leaves(error, prefix, by_class)
    ]
    return sorted(found, key=lambda problem: problem.line or 0)


def write_path(path: Path) -> str:
    """
    Return a path as a person reads it; tables of an array are counted from 1.

    >>> write_path(("document", 1, "owner"))
    'document[2].owner'
    """
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def _leaves(error: BaseException, path: Path, shapes: Mapping[type, Shape]) -> Iterator[tuple[Path, str]]:
    if isinstance(error, ClassValidationError):
        yield from _of_class(error, path, shapes)
    elif isinstance(error, IterableValidationError):
        for inner, note in error.group_exceptions()[0]:
            yield from _leaves(inner, (*path, index_of(note)), shapes)
        for inner in error.group_exceptions()[1]:
            yield from _leaves(inner, path, shapes)
    elif isinstance(error, ForbiddenExtraKeysError):
        known = _known_keys(error.cl, shapes)
        for key in sorted(error.extra_fields):
            hint = did_you_mean(key, known) or f"; known here: {', '.join(known)}"
            yield (*path, key), f"no such key{hint}"
    elif isinstance(error, KeyError):
        yield path, "missing; this key is required"
    else:
        yield path, str(error) or type(error).__name__


def _of_class(error: ClassValidationError, path: Path, shapes: Mapping[type, Shape]) -> Iterator[tuple[Path, str]]:
    with_notes, without = error.group_exceptions()
    shape = shapes.get(error.cl) if error.cl else None
    for inner, note in with_notes:
        key = _key(note, shape)
        yield from _leaves(inner, (*path, key), shapes)
    for inner in without:
        yield from _leaves(inner, path, shapes)


def _key(note: AttributeValidationNote, shape: Shape | None) -> str:
    return shape.keys.get(note.name, note.name) if shape else note.name


def index_of(note: IterableValidationNote) -> int:
    """Return which item of a list, counted from 0, a note is about."""
    return int(note.index)


def _known_keys(cls: type, shapes: Mapping[type, Shape]) -> list[str]:
    shape = shapes.get(cls, Shape(cls))
    return [shape.keys.get(one.name, one.name) for one in attrs.fields(cls) if one.name not in shape.hidden]
