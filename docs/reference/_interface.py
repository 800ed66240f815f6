"""List everything that others may rely on, a line for each thing, so that a change of it is seen in review."""

# ruff: noqa: INP001 - a script's helper, not a package
from __future__ import annotations

import argparse
import ast
import inspect
import json
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import attrs
from _docstrings import call, written_types

import readiness
from readiness import _api, exceptions, model, testing
from readiness._catalogue._shapes import SHAPES as CATALOGUE_SHAPES
from readiness._cli._exit import Exit
from readiness._cli._parser import parser
from readiness._cli._settings import NAMES, PREFIX
from readiness._register._load import SHAPES as REGISTER_SHAPES
from readiness._registry import SUFFIXES, readers, renderers, rules
from readiness._renderers._csv import COLUMNS
from readiness._resources import schema
from readiness._toml import Shape

ROOT = Path(__file__).parents[2]
SRC = Path(readiness.__file__).parent
_HEAD = "# Written by docs/reference/_generate.py. See stability.md for what is promised of each part."


def interface() -> Iterator[str]:
    """Yield the lines of the listing."""
    yield _HEAD
    for title, lines in _parts():
        yield from ("", f"[{title}]", *lines)


def _parts() -> Iterator[tuple[str, Iterator[str]]]:
    yield "readiness", _module("readiness", readiness, sorted(set(readiness.__all__) - {"__version__"}))
    yield "readiness.model", _module("", model, sorted(model.__all__))
    yield "readiness.exceptions", _module("", exceptions, _exceptions())
    yield "readiness.testing", _module("", testing, sorted(testing.__all__))
    yield "entry points", (one.group for one in (readers, renderers, rules))
    yield "exit codes", (f"{one.value} {one.name}" for one in Exit)
    yield "commands", _commands("readiness", parser())
    yield "settings", (f"{key} {PREFIX}{name.upper()}" for name, key in sorted(NAMES.items()))
    yield "GitHub Action", _action((ROOT / "action.yml").read_text(encoding="utf-8"))
    yield "pre-commit", iter(re.findall(r"(?m)^- id: (.+)$", (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")))
    yield "pytest", _pytest()
    yield "rules", (line for kind in sorted(rules.builtins) for line in _rule(kind))
    yield (
        "formats",
        (
            f"{name} {' '.join(sorted(one for one in SUFFIXES if SUFFIXES[one] == name))}"
            for name in sorted(renderers.builtins)
        ),
    )
    yield "columns of csv", iter(COLUMNS)
    yield "register.toml", _keys(REGISTER_SHAPES)
    yield "catalogue", _keys(CATALOGUE_SHAPES)
    for version in ("assessment-1", "plan-1"):
        yield f"json {version}", _json(json.loads(schema(version).read_text(encoding="utf-8")))


def _exceptions() -> list[str]:
    own = (one for one in vars(exceptions).values() if isinstance(one, type))
    return sorted(one.__name__ for one in own if one.__module__ == exceptions.__name__)


def _module(prefix: str, module: Any, names: list[str]) -> Iterator[str]:
    for name in names:
        one = getattr(module, name)
        if isinstance(one, type):
            yield from _class(one)
        elif inspect.isfunction(one):
            yield _call(f"{prefix}.{name}".lstrip("."), one)
        else:
            shown = sorted(one) if isinstance(one, frozenset) else one  # a set has no order that would last
            yield f"{name} = {str(shown).replace('readiness.model.', '')}"


def _class(cls: type) -> Iterator[str]:
    bases = [one.__name__ for one in cls.__bases__ if one is not object]
    yield f"{cls.__name__}({', '.join(bases)})" if bases else cls.__name__
    if issubclass(cls, Enum):
        yield from (f"{cls.__name__}.{one.name} = {one.value!r}" for one in cls)
    elif attrs.has(cls):
        yield from (f"{cls.__name__}.{line}" for line in _fields(cls))
    else:
        yield from (f"{cls.__name__}.{name}: {kind}" for name, kind in written_types(cls).items())
    if issubclass(cls, Exception) and "__init__" in vars(cls):
        yield _call(f"{cls.__name__}.__init__", cls.__init__)
    for name, one in vars(cls).items():
        if isinstance(one, property) and not name.startswith("_"):
            yield f"{cls.__name__}.{name} -> {inspect.signature(one.fget).return_annotation}"  # type: ignore[arg-type]
        elif (inspect.isfunction(one) or isinstance(one, classmethod | staticmethod)) and not name.startswith("_"):
            yield _call(f"{cls.__name__}.{name}", getattr(cls, name))


def _fields(cls: type) -> Iterator[str]:
    kinds = written_types(cls)
    for one in attrs.fields(cls):
        if not one.name.startswith("_"):
            optional = "" if one.default is attrs.NOTHING else ", optional"
            yield f"{one.name}: {kinds[one.name]}{optional}{', keyword' if one.kw_only else ''}"


def _call(name: str, function: Any) -> str:
    return f"{name.rpartition('.')[0]}.{call(function)}".lstrip(".").replace("AnyPath", str(_api.AnyPath))


def _commands(name: str, command: argparse.ArgumentParser) -> Iterator[str]:
    inner: dict[str, argparse.ArgumentParser] = {}
    yield name
    for action in command._actions:  # noqa: SLF001 - argparse has no other way to ask
        if isinstance(action.choices, dict):
            inner |= action.choices
        elif action.dest != "help":
            yield f"{name} {_argument(action)}"
    for word, one in inner.items():
        yield from _commands(f"{name} {word}", one)


def _argument(action: argparse.Action) -> str:
    """Return an argument: its names, what it takes, and what it may be."""
    stands = action.metavar or ("" if action.nargs == 0 else action.dest.upper())
    named = f"{'/'.join(action.option_strings)} {stands}".strip()
    many = f" ({action.nargs})" if action.nargs else ""
    among = f" {{{','.join(map(str, action.choices))}}}" if action.choices else ""
    return f"{named}{many}{among}"


def _action(text: str) -> Iterator[str]:
    inputs = text.partition("inputs:\n")[2].partition("runs:\n")[0]
    for name, told in re.findall(r"^  ([\w-]+):\n((?:    .*\n)+)", inputs, re.MULTILINE):
        yield f"{name}{' required' if 'required: true' in told else ''}"


def _pytest() -> Iterator[str]:
    """Yield the options and the fixtures of the plugin, as its module declares them."""
    for node in ast.walk(ast.parse((SRC / "_cli" / "_pytest.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "addoption":
            metavar = next((ast.literal_eval(one.value) for one in node.keywords if one.arg == "metavar"), "")
            yield f"{ast.literal_eval(node.args[0])} {metavar}".strip()
        elif isinstance(node, ast.FunctionDef) and any("fixture" in ast.unparse(one) for one in node.decorator_list):
            yield f"{node.name} -> {ast.unparse(node.returns) if node.returns else ''}"


def _rule(kind: str) -> Iterator[str]:
    yield kind
    kinds = written_types(rules.get(kind))
    for one in attrs.fields(rules.get(kind)):
        default = "" if one.default is attrs.NOTHING else f" = {_value(one.default)}"
        yield f"{kind}.{one.name}: {kinds[one.name]}{default}"


def _value(default: Any) -> str:
    """Return a default as a catalogue would write it."""
    if isinstance(default, tuple):
        return f"[{', '.join(map(_value, default))}]"
    return repr(getattr(default, "value", default))


def _keys(shapes: tuple[Shape, ...]) -> Iterator[str]:
    for shape in shapes:
        for one in attrs.fields(shape.cls):
            if one.name not in shape.hidden:
                needed = " required" if one.default is attrs.NOTHING else ""
                yield f"{shape.cls.__name__}.{shape.keys.get(one.name, one.name)}{needed}"


def _json(whole: Any) -> Iterator[str]:
    for name, definition in {"": whole, **whole.get("$defs", {})}.items():
        yield from _json_keys(name, definition)


def _json_keys(path: str, node: Any) -> Iterator[str]:
    for key, inner in node.get("properties", {}).items():
        here = f"{path}.{key}".lstrip(".")
        yield f"{here}: {inner.get('$ref', '').rpartition('/')[2] or inner.get('type', inner.get('enum', ''))}"
        yield from _json_keys(here, inner)
        yield from _json_keys(f"{here}[]", inner.get("items", {}))
