"""Surveys as values that JSON can hold, for the store."""

from __future__ import annotations

from typing import Any

import attrs

from readiness.model import Caveat, Qualm

from ._form import Form
from ._surveyed import Sighting, Survey

_NUMBERS = ("words", "field", "core", "density", "elsewhere", "strange", "voice", "clear")
_FIELDS = {one.name: str(one.type) for one in attrs.fields(Sighting)}


def survey_to_wire(found: Survey) -> list[Any]:
    """Return *found* as plain values."""
    numbers = [getattr(found, name) for name in _NUMBERS]
    qualms = [[one.caveat.value, one.words] for one in found.qualms]
    return [
        numbers,
        found.learned,
        found.form.value,
        qualms,
        [[getattr(one, name) for name in _FIELDS] for one in found.sightings],
    ]


def survey_from_wire(value: Any) -> Survey:
    """
    Return what `survey_to_wire` wrote.

    Raises:
        ValueError: the value is something else.
    """
    try:
        numbers, learned, form, qualms, sightings = value
        head: dict[str, Any] = {name: _number(one) for name, one in zip(_NUMBERS, numbers, strict=True)}
        return Survey(
            learned=_flag(learned),
            form=Form(form),
            qualms=tuple(Qualm(Caveat(caveat), _text(words)) for caveat, words in qualms),
            sightings=tuple(_sighting(one) for one in sightings),
            **head,
        )
    except (TypeError, AttributeError) as error:
        raise ValueError(f"not a survey: {error}") from error


def _sighting(values: list[Any]) -> Sighting:
    made: dict[str, Any] = {name: _CHECKS[kind](one) for (name, kind), one in zip(_FIELDS.items(), values, strict=True)}
    return Sighting(**made)


def _number(value: Any) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{value!r} is no number")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{value!r} is neither true nor false")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is no list")
    return tuple(map(_text, value))


_CHECKS: dict[str, Any] = {"str": _text, "int": _number, "float": _number, "tuple[str, ...]": _texts}
