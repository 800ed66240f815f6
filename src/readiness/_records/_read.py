"""Read an assessment back from its JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import evolve
from cattrs import BaseValidationError

from readiness._renderers._json import JsonRenderer
from readiness._toml import Lines, explain
from readiness.exceptions import InputError, Problem
from readiness.model import EvidenceProfile, Record

from ._shapes import SHAPES, converter

_MADE_BY = "`readiness profile DIR -o FILE.json` writes one"
_LARGEST = 256 * 1024 * 1024
_SHOWN = 50


def load_record(path: Path) -> Record:
    """
    Return the assessment that is written down in the file at *path*.

    Raises:
        InputError: with every problem of the file.
    """
    name = str(path)
    try:
        if path.is_dir():
            raise InputError([Problem(name, "is a folder; give the file of an assessment")])
        if path.stat().st_size > _LARGEST:
            raise InputError([Problem(name, f"is larger than {_LARGEST >> 20} MB; no assessment is")])
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError([Problem(name, f"there is no such file; {_MADE_BY}")]) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError([Problem(name, f"cannot be read: {reason}")]) from None
    return _record(_parsed(data, name), name)


def record_of(profile: EvidenceProfile) -> Record:
    """Return a profile as it would be written down and read back."""
    return evolve(_record(json.loads(JsonRenderer().render(profile)), "this assessment"), source="")


def _parsed(data: bytes, name: str) -> Any:
    if not data.strip():
        raise InputError([Problem(name, f"is empty; {_MADE_BY}")])
    try:
        return json.loads(data)
    except json.JSONDecodeError as error:
        message = f"is not JSON, or was cut off ({error.msg.lower()}); {_MADE_BY}"
        raise InputError([Problem(name, message, line=error.lineno)]) from None
    except (ValueError, RecursionError):
        raise InputError([Problem(name, f"is not JSON of an assessment; {_MADE_BY}")]) from None


def _record(wire: Any, name: str) -> Record:
    _refuse_others(wire, name)
    try:
        found: Record = converter().structure(wire, Record)
    except BaseValidationError as error:
        problems = explain(error, file=name, lines=Lines.of(""), shapes=SHAPES)
        raise InputError(_first(problems, name)) from None
    except (TypeError, ValueError) as error:
        raise InputError([Problem(name, str(error))]) from None
    if problems := [*_twice(found, name)]:
        raise InputError(problems)
    return evolve(found, source=name)


def _refuse_others(wire: Any, name: str) -> None:
    """Refuse what is no assessment, and versions of the format that nobody knew when this was written."""
    version = wire.get("schema_version") if isinstance(wire, dict) else None
    if not isinstance(version, str) or "criteria" not in wire or "decision" not in wire:
        raise InputError([Problem(name, f"is JSON, but not of an assessment; {_MADE_BY}")])
    if version.partition(".")[0] != "1":
        message = f"is version {version[:20]!r} of the format, and this program reads version 1; use a newer program"
        raise InputError([Problem(name, message, "schema_version")])


def _first(problems: list[Problem], name: str) -> list[Problem]:
    """Return as many problems as anybody reads, and how many there are."""
    more = len(problems) - _SHOWN
    return [*problems[:_SHOWN], Problem(name, f"and {more} more of the kind")] if more > 0 else problems


def _twice(record: Record, name: str) -> Iterator[Problem]:
    ids = Counter(one.id for one in record.criteria)
    for criterion, times in ids.items():
        if times > 1:
            yield Problem(name, f"{criterion} stands {times} times, and only one can be true", "criteria")
    paths = Counter(one.path for one in record.documents)
    for path, times in paths.items():
        if times > 1:
            yield Problem(name, f"{path} stands {times} times", "documents")
