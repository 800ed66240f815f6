"""A tree of OSCAL, asked for what it should hold; what is not as it should be is noted with its path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from attrs import Factory, define, frozen

from readiness._oscal import NAMESPACE, unescaped
from readiness._renderers._text import encodable
from readiness.exceptions import Problem

_DEEPEST = 40
_MOST = 50


@define
class Book:
    """The problems met in one file; a flood of them is counted, not printed."""

    file: str
    _problems: list[Problem] = Factory(list)
    _noted: set[tuple[str, str]] = Factory(set)
    _more: int = 0

    def note(self, message: str, where: str = "") -> None:
        """Keep a problem; the same one may be met several times."""
        if (message, where) in self._noted:
            return
        self._noted.add((message, where))
        if len(self._problems) < _MOST:
            self._problems.append(Problem(self.file, message, where))
        else:
            self._more += 1

    @property
    def problems(self) -> list[Problem]:
        """Return the problems, and how many more there are."""
        more = [Problem(self.file, f"and {self._more:,} more problems")] if self._more else []
        return [*self._problems, *more]


@frozen
class Node:
    """
    One object of the tree.

    Attributes:
        data: its keys.
        path: where it stands, such as ``groups[1].controls[2]``, counted from 1.
        depth: how many objects it stands in.
        book: where problems go.
    """

    data: Mapping[str, Any]
    path: str
    depth: int
    book: Book

    def problem(self, key: str, message: str) -> None:
        """Note that something is wrong with *key*."""
        named = self.data.get("id")
        known = f" ({named})" if isinstance(named, str) and named else ""
        self.book.note(message, f"{self.path}{known}{'.' if self.path and key else ''}{key}")

    def text(self, key: str, *, needed: bool = False) -> str:
        """Return the text of *key* as it stands; empty where there is none."""
        value = self.data.get(key)
        if value is None or value == "":
            if needed:
                self.problem(key, "missing; OSCAL requires it")
            return ""
        if not isinstance(value, str):
            self.problem(key, f"expected text, found {_found(value)}")
            return ""
        return _sound(value)

    def word(self, key: str, *, needed: bool = False) -> str:
        """Return the text of *key*, which has no Markdown, on one line."""
        return " ".join(self.text(key, needed=needed).split())

    def line(self, key: str, *, needed: bool = False) -> str:
        """Return the text of *key* without its Markdown, on one line."""
        return " ".join(unescaped(self.text(key, needed=needed)).split())

    def texts(self, key: str) -> list[str]:
        """Return the texts of the list *key*."""
        found = []
        for place, value in enumerate(self._list(key), start=1):
            if isinstance(value, str):
                found.append(_sound(value))
            else:
                self.problem(f"{key}[{place}]", f"expected text, found {_found(value)}")
        return found

    def node(self, key: str) -> Node | None:
        """Return the object *key*, or ``None``."""
        value = self.data.get(key)
        if value is None or value == "":
            return None
        return self._child(value, key)

    def nodes(self, key: str) -> list[Node]:
        """Return the objects of the list *key*."""
        if self.depth >= _DEEPEST and self.data.get(key):
            self.problem(key, f"nested more than {_DEEPEST} deep, which no catalogue is")
            return []
        if key not in self.data:
            return []
        children = (self._child(value, f"{key}[{place}]") for place, value in enumerate(self._list(key), start=1))
        return [one for one in children if one is not None]

    def _list(self, key: str) -> list[Any]:
        value = self.data.get(key)
        if value is None or value == "":
            return []
        if not isinstance(value, list):
            self.problem(key, f"expected a list, found {_found(value)}")
            return []
        return value

    def _child(self, value: Any, key: str) -> Node | None:
        if not isinstance(value, dict):
            self.problem(key, f"expected an object, found {_found(value)}")
            return None
        return Node(value, f"{self.path}.{key}" if self.path else key, self.depth + 1, self.book)

    def props(self, name: str, *, own: bool = False) -> Iterator[Node]:
        """Yield the properties called *name*: those that any tool knows, or our *own*."""
        for one in self._props:
            if one.data.get("name") == name and (one.data.get("ns") == NAMESPACE) is own:
                yield one

    @cached_property
    def _props(self) -> list[Node]:
        return self.nodes("props")

    def own(self, name: str) -> list[str]:
        """Return the values of our own properties called *name*."""
        return [value for one in self.props(name, own=True) if (value := one.text("value"))]

    @property
    def labels(self) -> list[str]:
        """Return its labels as people print them, those without a class alone if there are any."""
        found = list(self.props("label"))
        plain = [one for one in found if not one.data.get("class")]
        return list(dict.fromkeys(value for one in plain or found if (value := one.text("value").strip())))


def _sound(text: str) -> str:
    """Return *text* without what is no character of any text."""
    return encodable(text).replace("\0", "\N{REPLACEMENT CHARACTER}")


def _found(value: Any) -> str:
    names = {bool: "true or false", dict: "an object", list: "a list"}
    if type(value) in names:
        return names[type(value)]
    shown = repr(value) if isinstance(value, str) else str(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."  # noqa: PLR2004
