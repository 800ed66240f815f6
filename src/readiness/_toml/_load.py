"""A whole file of tables as one value, for files that need no reading beyond their shapes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from cattrs import BaseValidationError

from readiness.exceptions import InputError

from ._convert import Shape, add_shapes, strict_converter
from ._explain import explain
from ._lines import Lines
from ._read import parse, read_toml

T = TypeVar("T")


def load_toml(
    path: Path, cls: type[T], shapes: Iterable[Shape], *, raising: type[InputError] = InputError
) -> tuple[T, Lines]:
    """
    Return the value that stands in the file at *path*, and where each of its tables begins.

    Args:
        path: the file.
        cls: what the whole file is, an attrs class with a shape.
        shapes: of *cls* and all that it holds.
        raising: what is raised, with every problem of the file, each with its line.
    """
    name, shapes = str(path), tuple(shapes)
    text, problem = read_toml(path, name)
    data, problem = parse(text, name) if problem is None else ({}, problem)
    if problem is not None:
        raise raising([problem])
    lines = Lines.of(text)
    try:
        return add_shapes(strict_converter(), shapes).structure(data, cls), lines
    except BaseValidationError as error:
        raise raising(explain(error, file=name, lines=lines, shapes=shapes)) from None
