"""Write values of the model as TOML that reads back as the same values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

import attrs

from readiness.model import KindAsk

from ._convert import Shape

_LONG = 80
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def write_toml(value: Any, shapes: Iterable[Shape]) -> str:
    """
    Return the TOML of an attrs *value*: what is as it would be without being said is left out.

    Args:
        value: of a class that has a shape.
        shapes: how its classes are written; what they hide is not written.
    """
    by_class = {shape.cls: shape for shape in shapes}
    return "\n".join([*_table(value, by_class, "")]) + "\n"


def quoted(text: str) -> str:
    r"""
    Return *text* as a TOML string, whatever is in it.

    >>> print(quoted('a "b"\n.doc'))
    "a \"b\"\u000A.doc"
    """
    return f'"{_escaped(text)}"'


def value_toml(value: Any) -> str:
    r"""
    Return a plain value as it stands after a key: a text of several lines as several lines.

    >>> value_toml(["a", "b"]), value_toml(dt.date(2009, 5, 29))
    ('["a", "b"]', '2009-05-29')
    """
    return _text(value) if isinstance(value, str) else inline(value)


def inline(value: Any) -> str:
    """
    Return a plain value on one line, tables in braces; a list of tables takes a line for each.

    >>> inline({"kind": "record", "all": True})
    '{ kind = "record", all = true }'
    """
    match value:
        case dict():
            return f"{{ {', '.join(f'{_key(key)} = {inline(one)}' for key, one in value.items())} }}"
        case [dict(), *_]:
            return "".join(["[\n", *(f"  {inline(one)},\n" for one in value), "]"])
        case list() | tuple():
            return f"[{', '.join(map(inline, value))}]"
        case dt.datetime() | dt.time():
            return value.isoformat()
        case str():
            return quoted(value)
        case _:
            return _plain(value)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else quoted(key)


def _escaped(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return "".join(one if one.isprintable() else _code(one) for one in plain)


def _code(character: str) -> str:
    number = ord(character)
    if 0xD800 <= number <= 0xDFFF:  # noqa: PLR2004 - half a character, which TOML cannot hold
        return "\N{REPLACEMENT CHARACTER}"
    return f"\\u{number:04X}" if number <= 0xFFFF else f"\\U{number:08X}"  # noqa: PLR2004 - the last of four digits


def _table(value: Any, shapes: Mapping[type, Shape], path: str) -> Iterator[str]:
    """Yield the plain keys first: what stands under a header belongs to it."""
    said = [(key, one) for key, one in _said(value, shapes[type(value)])]
    for key, one in said:
        if not _is_tables(one):
            yield f"{key} = {_plain(one)}"
    for key, one in said:
        if _is_tables(one):
            yield from _tables(one, shapes, f"{path}.{key}" if path else key)


def _said(value: Any, shape: Shape) -> Iterator[tuple[str, Any]]:
    for one in attrs.fields(type(value)):
        said = getattr(value, one.name)
        if one.name not in shape.hidden and (one.default is attrs.NOTHING or said != one.default):
            yield shape.keys.get(one.name, one.name), said


def _is_tables(value: Any) -> bool:
    first = value[0] if isinstance(value, tuple) and value else value
    return attrs.has(type(first)) and not isinstance(first, KindAsk)


def _tables(value: Any, shapes: Mapping[type, Shape], path: str) -> Iterator[str]:
    several = isinstance(value, tuple)
    for one in value if several else (value,):
        yield ""
        yield f"[[{path}]]" if several else f"[{path}]"
        yield from _table(one, shapes, path)


def _plain(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | dt.date():
            return str(value)
        case Enum():
            return quoted(value.value)
        case tuple():
            return f"[{', '.join(map(_plain, value))}]"
        case _:
            return _text(str(value))


def _text(text: str) -> str:
    """Return a text of several lines as several lines."""
    lines = text.split("\n")
    if len(lines) == 1 and len(text) <= _LONG:
        return quoted(text)
    return '"""\n' + "\n".join(map(_escaped, lines)) + '"""'
