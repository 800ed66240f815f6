"""Take docstrings apart, for the pages of the reference that are written from them."""

# ruff: noqa: INP001 - a script's helper, not a package
from __future__ import annotations

import ast
import inspect
import re
import sys
import textwrap
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from types import ModuleType
from typing import Any

_SECTIONS = {name: name for name in ("Returns:", "Raises:", "Attributes:", "Yields:")} | {"Args:": "Arguments:"}
_LISTED = re.compile(r"(?P<name>\w+): (?P<text>.*)", re.DOTALL)


def joined(text: str) -> str:
    """Return text on one line."""
    return re.sub(r"\s+", " ", text).strip()


def sentence(text: str) -> str:
    """Return text as a sentence of its own."""
    plain = joined(text)
    return plain[:1].upper() + plain[1:]


def cell(text: str) -> str:
    """Return text for the cell of a table."""
    return joined(text).replace("|", "\\|")


def paragraphs(thing: Any) -> list[str]:
    """Return the parts of a docstring; a heading stays with what is indented under it."""
    text = thing if isinstance(thing, str) else inspect.getdoc(thing) or ""
    return re.split(r"\n\n(?=\S)", text.replace("``", "`").strip())


def told(thing: Any, heading: str = "Attributes:") -> dict[str, str]:
    """Return what a section of a docstring says of each name."""
    body = next((one.partition("\n")[2] for one in paragraphs(thing) if one.startswith(heading)), "")
    return {named["name"]: joined(named["text"]) for one in _items(body) if (named := _LISTED.fullmatch(one))}


def bullets(body: str) -> Iterator[str]:
    """Yield one bullet for each ``name: text`` of a section, or the section as one paragraph."""
    plain = textwrap.dedent(body).strip()
    for item in _items(body) if _LISTED.match(plain) else [plain]:
        named = _LISTED.fullmatch(item)
        yield f"- `{named['name']}`: {joined(named['text'])}" if named else joined(item)


def _items(body: str) -> list[str]:
    return re.split(r"\n(?=\S)", textwrap.dedent(body).strip())


def prose(thing: Any, module: str, *, without: str = "") -> Iterator[str]:
    """Yield a docstring as Markdown, without one section; an example is preceded by what it takes from *module*."""
    for part in paragraphs(thing):
        heading, _, body = part.partition("\n")
        if heading == without:
            continue
        yield ""
        if part.startswith(">>>"):
            yield from ("```python", *_imports(module, part), part, "```")
        elif heading in _SECTIONS:
            yield from (f"**{_SECTIONS[heading].rstrip(':')}**", "", *bullets(body))
        else:
            yield joined(part)


def _imports(module: str, example: str) -> Iterator[str]:
    """Yield the lines that an example needs above it."""
    words = set(re.findall(r"\w+", example))
    own = re.findall(r"^>>> from \S+ import (.+)$", example, re.MULTILINE)
    words -= {name for line in own for name in line.split(", ")}
    if "date" in words:
        yield ">>> from datetime import date"
    public = [name for name in vars(sys.modules[module]) if name in words and not name.startswith("_")]
    if taken := sorted({*public, *(words & set(sys.modules[module].__dict__.get("__all__", ())))} - {"date"}):
        yield f">>> from {module} import {', '.join(taken)}"


def written_types(cls: type) -> dict[str, str]:
    """Return the type of each field as its class writes it, whether or not anybody has looked it up since."""
    own = {name: kind for one in reversed(cls.__mro__) for name, kind in inspect.get_annotations(one).items()}
    return {name: str(getattr(kind, "__forward_arg__", kind)) for name, kind in own.items() if not name.startswith("_")}


def call(function: Callable[..., Any]) -> str:
    """Return the name and signature of a function on one line, without ``self``."""
    shown = inspect.signature(function)
    given = [one for name, one in shown.parameters.items() if name != "self"]
    plain = re.sub(r"(?<=: |> )'([^']+)'", r"\1", str(shown.replace(parameters=given)))
    return f"{function.__name__}{plain}"


def alias(module: ModuleType, name: str) -> tuple[str, str]:
    """Return what a name for a type stands for, and the docstring below it."""
    for line, below in pairwise(_lines(module)):
        if isinstance(line, ast.Assign) and [ast.unparse(one) for one in line.targets] == [name]:
            text = below.value.value if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) else ""
            return ast.unparse(line.value), str(text)
    raise LookupError(f"{module.__name__} has no {name}")


@cache
def _lines(module: ModuleType) -> list[ast.stmt]:
    return ast.parse(inspect.getsource(module)).body
