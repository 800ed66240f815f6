"""
Read as much of a file as can be read, so that what is wrong elsewhere in it is told in the same breath.

What the converter refuses is taken out, or replaced by a stand-in that no file could hold by accident. The problems
that a later check then finds with a stand-in are echoes of what has been told already, and are dropped.
"""

from __future__ import annotations

import copy
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, get_origin

import attrs
from attrs import frozen
from cattrs import BaseValidationError, Converter
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from readiness.exceptions import Problem

from ._convert import Shape
from ._explain import explain, index_of
from ._lines import Lines, Path

STAND_IN = "\N{REPLACEMENT CHARACTER}"
_NO_DAY = dt.date.min
_ECHO = re.compile(rf"{STAND_IN}|\b1 January 1\b")
_ROUNDS = 9
_REMOVE = object()


@frozen
class Salvage:
    """
    What could be read.

    Attributes:
        value: the value, with stand-ins where there are problems; ``None`` if nothing could be made of the file.
        problems: what was refused, in the order of the file's lines.
    """

    value: Any
    problems: tuple[Problem, ...] = ()

    def and_further(self, found: Iterable[Problem]) -> list[Problem]:
        """Return these problems, then those of a later check that are no echo of them."""
        told = {(one.file, one.where) for one in self.problems}
        fresh = [one for one in found if not _ECHO.search(one.message) and (one.file, one.where) not in told]
        return [*self.problems, *fresh]


def salvage(
    data: dict[str, Any], cls: type[Any], converter: Converter, *, file: str, lines: Lines, shapes: Iterable[Shape]
) -> Salvage:
    """
    Return the value of *cls* that *data* holds, and everything wrong with it.

    Args:
        data: parsed TOML; it is not changed.
        cls: the class of the model.
        converter: made with *shapes*.
        file: name of the file, for the problems.
        lines: where its keys stand.
        shapes: how the classes are written.
    """
    shapes = tuple(shapes)
    try:
        return Salvage(converter.structure(data, cls))
    except BaseValidationError as error:
        problems = tuple(explain(error, file=file, lines=lines, shapes=shapes))
        return Salvage(_what_is_left(copy.deepcopy(data), cls, converter, shapes, error), problems)


def _what_is_left(
    data: dict[str, Any], cls: type[Any], converter: Converter, shapes: tuple[Shape, ...], error: BaseException
) -> Any:
    by_class = {shape.cls: shape for shape in shapes}
    for _ in range(_ROUNDS):
        for path, value in sorted(_repairs(error, (), by_class), key=lambda one: _from_the_end(one[0])):
            _put(data, path, value)
        try:
            return converter.structure(data, cls)
        except BaseValidationError as next_error:
            error = next_error
    return None


def _from_the_end(path: Path) -> list[tuple[str, int]]:
    """Sort later items of a list first, so that taking one out does not move those still to come."""
    return [("", -part) if isinstance(part, int) else (part, 0) for part in path]


def _repairs(error: BaseException, path: Path, shapes: dict[type, Shape]) -> Iterator[tuple[Path, Any]]:
    """Yield places and what to put there: a stand-in for what is required, `_REMOVE` for anything else."""
    if isinstance(error, ForbiddenExtraKeysError):
        yield from (((*path, key), _REMOVE) for key in error.extra_fields)
    elif isinstance(error, ClassValidationError):
        yield from _of_class(error, path, shapes)
    elif isinstance(error, IterableValidationError):
        with_notes, without = error.group_exceptions()
        for inner, note in with_notes:
            yield from _repairs(inner, (*path, index_of(note)), shapes)
        for inner in without:
            yield from _repairs(inner, path, shapes)
    else:
        yield path, _REMOVE


def _of_class(error: ClassValidationError, path: Path, shapes: dict[type, Shape]) -> Iterator[tuple[Path, Any]]:
    with_notes, without = error.group_exceptions()
    fields: dict[str, Any] = attrs.fields_dict(error.cl) if error.cl and attrs.has(error.cl) else {}
    keys = shapes[error.cl].keys if error.cl in shapes else {}
    for inner, note in with_notes:
        place = (*path, keys.get(note.name, note.name))
        if isinstance(inner, BaseValidationError):
            yield from _repairs(inner, place, shapes)
        else:
            yield place, _stand_in(fields.get(note.name), note.type)
    for inner in without:
        yield from _repairs(inner, path, shapes)


def _stand_in(field: Any, of: Any) -> Any:
    if field is None or field.default is not attrs.NOTHING:
        return _REMOVE
    if get_origin(of) is tuple:
        return []
    if isinstance(of, type) and issubclass(of, Enum):
        return next(iter(of)).value
    return {dt.date: _NO_DAY, int: 0, bool: False}.get(of, STAND_IN)


def _put(data: Any, path: Path, value: Any) -> None:
    *way, last = path or ("",)
    for step in way:
        data = data[step]
    if value is not _REMOVE:
        data[last] = value
    elif isinstance(data, list) and isinstance(last, int) and isinstance(data[last], dict) and data[last]:
        data[last] = {}  # first keep the numbers of the tables after it, by which their lines are found
    elif path:
        del data[last]
