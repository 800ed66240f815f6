"""The prose of OSCAL as text to read: parameters put in, statements laid out line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import Factory, define

from readiness._oscal import unescaped

from ._oscal_node import Node

_INSERT = re.compile(r"\{\{\s*(?:insert:\s*param\s*,\s*)?([\w.\-]+)\s*\}\}")
_HERE = "\0"  # no text of the tree holds it
_LONGEST = 10_000


@define
class Prose:
    """
    What makes text of prose.

    Attributes:
        params: the parameters of the whole catalogue, by id.
    """

    params: Mapping[str, Node]
    _said: dict[str, str] = Factory(dict)

    def lines(self, markdown: str) -> list[str]:
        """Return the lines of *markdown* with its parameters put in."""
        text = self._with_values(markdown) if "{{" in markdown else unescaped(markdown)
        plain = (" ".join(one.split()) for one in text.splitlines())
        return [one for one in plain if one]

    def _with_values(self, markdown: str) -> str:
        values = iter([self.value(found[1]) for found in _INSERT.finditer(markdown)])
        first, *rest = unescaped(_INSERT.sub(_HERE, markdown)).split(_HERE)
        return first + "".join(next(values, "") + piece for piece in rest)

    def line(self, markdown: str) -> str:
        """Return *markdown* on one line."""
        return " ".join(self.lines(markdown))

    def value(self, param_id: str) -> str:
        """Return the value of a parameter, or in square brackets what somebody has yet to choose."""
        if param_id not in self._said:
            self._said[param_id] = f"[{param_id}]"  # what is shown of one that is unknown, or that holds itself
            if param_id in self.params:
                self._said[param_id] = self._value(self.params[param_id], param_id)
        return self._said[param_id]

    def _value(self, param: Node, param_id: str) -> str:
        select = param.node("select")
        if values := param.texts("values"):
            shown = ", ".join(map(self.line, values))
        elif select is not None:
            several = "one or more of" if select.text("how-many") == "one-or-more" else "one of"
            shown = f"[{several}: {'; '.join(map(self.line, select.texts('choice')))}]"
        else:
            shown = f"[{self.line(param.text('label')) or param_id}]"
        if len(shown) > _LONGEST:
            param.problem("", f"its text is longer than {_LONGEST:,} characters; do its choices hold one another?")
            return f"[{param_id}]"
        return shown

    def statement(self, part: Node) -> Iterator[str]:
        """Yield the lines of a part and of the parts inside it, each with its label."""
        lines = self.lines(part.text("prose"))
        label = next(iter(part.labels), "")
        if lines:
            yield " ".join(one for one in (label, lines[0]) if one)
            yield from lines[1:]
        for place, child in enumerate(part.nodes("parts")):
            inner = list(self.statement(child))
            if not lines and not place and label and inner:
                inner[0] = f"{label} {inner[0]}"
            yield from inner


def params_of(catalog: Node) -> dict[str, Node]:
    """Return every parameter of the catalogue by its id; one given twice is noted."""
    found: dict[str, Node] = {}
    waiting = [catalog]
    while waiting:
        holder = waiting.pop()
        for param in holder.nodes("params"):
            param_id = param.text("id", needed=True)
            if param_id in found:
                param.problem("id", f"the parameter {param_id} is already given by {found[param_id].path}")
            elif param_id:
                found[param_id] = param
        waiting += reversed([*holder.nodes("groups"), *holder.nodes("controls")])
    return found
