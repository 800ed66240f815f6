"""What is wrong with somebody's own templates: the file, its line, and what happened there."""

from __future__ import annotations

import re
import traceback
from collections.abc import Mapping

from jinja2 import TemplateNotFound, TemplateSyntaxError

from readiness.exceptions import Problem

_OBJECT = re.compile(r"'(?:\w+\.)*(\w+) object'(?= has)")
"""A value of the model as Jinja names it in its messages."""
_ENDLESS = "it includes itself, or what includes it"


def mistake(error: Exception, templates: Mapping[str, str], folder: str) -> Problem:
    """
    Return what an error that came up while rendering says of somebody's templates.

    Args:
        error: what was raised.
        templates: their texts by name.
        folder: where they stand.
    """
    frames = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    own = [one for one in frames if one[0] in templates]
    if isinstance(error, TemplateSyntaxError):
        own = [(error.name or min(templates), error.lineno)]
    said = _said(error)
    name, line = own[-1] if own else (_meant(said, templates), 1)
    where = "" if own else _elsewhere(frames)
    return Problem(
        "/".join(part for part in (folder, name) if part), f"{said}{where}; mend the template, or remove it", "", line
    )


def _said(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name!r}"
    if isinstance(error, RecursionError):
        return _ENDLESS
    return _OBJECT.sub(r"\1", str(error)).rstrip(".") or type(error).__name__


def _meant(said: str, templates: Mapping[str, str]) -> str:
    """Return the template that a message names, or else the first: the error came up outside of them all."""
    return next((one for one in sorted(templates) if one in said), min(templates))


def _elsewhere(frames: list[tuple[str, int | None]]) -> str:
    """Return which of the program's templates asked for what is not there."""
    of_pages = [one for one in frames if one[0].endswith(".html") and "/" not in one[0]]
    return f", as line {of_pages[-1][1]} of {of_pages[-1][0]} asks for it" if of_pages else ""
