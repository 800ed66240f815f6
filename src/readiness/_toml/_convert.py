"""Turn parsed TOML into the model's values, strictly: a wrong type is refused, never coerced."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from enum import Enum
from typing import Any, get_args, get_origin

from attrs import frozen
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from readiness.model import Kind, KindAsk

_PLAIN = re.compile(r"[^\W_][\w &'.,/()-]{0,60}")
"""A text that can be shown in quotes as it is."""
_HUGE = 1e100
"""No option is as large; neither infinity nor what is not a number at all is smaller."""


@frozen
class Shape:
    """
    How one class of the model is written in TOML.

    Attributes:
        cls: the class.
        keys: TOML key for each attribute that is called otherwise.
        hidden: attributes that a file cannot set.
    """

    cls: type
    keys: Mapping[str, str] = {}
    hidden: tuple[str, ...] = ()


def strict_converter() -> Converter:
    """Return a converter of plain values that never coerces and reports every problem."""
    converter = Converter(detailed_validation=True)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(int, _whole_number)
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook(bool, _yes_or_no)
    converter.register_structure_hook(dt.date, _date)
    converter.register_structure_hook(KindAsk, _kind_ask)
    converter.register_structure_hook(Enum, _enum)
    converter.register_structure_hook_factory(_is_tuple, lambda cls: _list_of(cls, converter))
    return converter


def add_shapes(converter: Converter, shapes: Iterable[Shape]) -> Converter:
    """
    Teach *converter* the classes of *shapes*, and return it.

    Args:
        converter: from `strict_converter`, with the hooks of the caller.
        shapes: innermost classes first.
    """
    for shape in shapes:
        overrides: Any = {name: override(rename=key) for name, key in shape.keys.items()}
        overrides |= {name: override(omit=True) for name in shape.hidden}
        hook: Any = make_dict_structure_fn(shape.cls, converter, _cattrs_forbid_extra_keys=True, **overrides)
        converter.register_structure_hook(shape.cls, _table(hook))
    return converter


def _table(hook: Any) -> Any:
    def structure(value: Any, cls: Any) -> Any:
        if not isinstance(value, dict):
            raise TypeError(f"expected a table, found {_found(value)}")
        return hook(value, cls)

    return structure


def _text(value: Any, _: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected text in quotes, found {_found(value)}")
    return value


def _whole_number(value: Any, _: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"expected a whole number, found {_found(value)}")
    return value


def _number(value: Any, _: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not abs(value) < _HUGE:
        raise TypeError(f"expected a number, found {_found(value)}")
    return float(value)


def _yes_or_no(value: Any, _: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"expected true or false, found {_found(value)}")
    return value


def _date(value: Any, _: Any) -> dt.date:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    if isinstance(value, str):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise TypeError(f"expected a date such as 2009-05-29, found {_found(value)}")


def _enum(value: Any, cls: Any) -> Any:
    allowed = [member.value for member in cls]
    if value in allowed:
        return cls(value)
    raise ValueError(f"{_found(value)} is not one of: {', '.join(allowed)}{did_you_mean(value, allowed)}")


def _kind_ask(value: Any, _: Any) -> KindAsk:
    names = _text(value, str).split(" or ")
    return KindAsk(tuple(_enum(name.strip(), Kind) for name in names))


def _is_tuple(cls: Any) -> bool:
    return get_origin(cls) is tuple and get_args(cls)[1:] == (Ellipsis,)


def _list_of(cls: Any, converter: Converter) -> Any:
    inner = converter.get_structure_hook(list[get_args(cls)[0]])  # type: ignore[misc]

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, list):
            hint = f'; put it in brackets: ["{value}"]' if isinstance(value, str) and _PLAIN.fullmatch(value) else ""
            raise TypeError(f"expected a list, found {_found(value)}{hint}")
        return tuple(inner(value, list[get_args(cls)[0]]))  # type: ignore[misc]

    return structure


def did_you_mean(value: Any, allowed: Iterable[str]) -> str:
    """
    Return a hint that begins with a semicolon, or nothing.

    >>> did_you_mean("polcy", ["policy", "process"])
    "; did you mean 'policy'?"
    """
    folded = {one.casefold(): one for one in allowed}
    close = get_close_matches(str(value).casefold(), folded, n=1, cutoff=0.6)
    return f"; did you mean {folded[close[0]]!r}?" if close else ""


def _found(value: Any) -> str:
    names = {bool: "true or false", dict: "a table", list: "a list", dt.datetime: "a date with a time"}
    if type(value) in names:
        return names[type(value)]
    shown = repr(value) if isinstance(value, str) else str(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."  # noqa: PLR2004
