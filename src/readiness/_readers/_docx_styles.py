"""What the styles of a Word document say: which of them make headings, and which bring a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from attrs import define, field

from ._xml import Event, number

_HEADING_NAME = re.compile(r"heading (\d)$", re.IGNORECASE)
_LEVELS = 9
_GENERATIONS = 20
"""How far up a style is followed to those it is based on; Word allows ten."""
_Value = TypeVar("_Value")


@define
class Styles:
    """
    Paragraph styles by their ids.

    Attributes:
        levels: heading level, counted from 1.
        lists: list and level in it, counted from 0.
    """

    levels: dict[str, int] = field(factory=dict)
    lists: dict[str, tuple[str, int]] = field(factory=dict)
    _parents: dict[str, str] = field(factory=dict)

    def learn(self, events: Iterable[Event]) -> None:
        """Take in the part that defines the styles."""
        style = ""
        for kind, name, attributes in events:
            if kind == "start":
                if name == "style":
                    style = attributes.get("styleId", "")
                else:
                    self._learn(style, name, attributes.get("val", ""))
        self.levels = _inherited(self.levels, self._parents)
        self.lists = _inherited(self.lists, self._parents)

    def _learn(self, style: str, name: str, value: str) -> None:
        if name == "basedOn":
            self._parents[style] = value
        elif name == "name" and (named := _HEADING_NAME.match(value)):
            self.levels[style] = int(named[1])
        elif name == "outlineLvl" and number(value, _LEVELS) < _LEVELS:
            self.levels.setdefault(style, number(value) + 1)
        elif name == "numId":
            self.lists[style] = (value, self.lists.get(style, ("", 0))[1])
        elif name == "ilvl":
            self.lists[style] = (self.lists.get(style, ("", 0))[0], number(value, 0, _LEVELS))


def _inherited(known: Mapping[str, _Value], parents: Mapping[str, str]) -> dict[str, _Value]:
    """Give what is known of a style to those based on it, and to those based on them."""
    given = dict(known)
    for style, parent in parents.items():
        above = parent
        for _ in range(_GENERATIONS):
            if above in known or above not in parents:
                break
            above = parents[above]
        if style not in given and above in known:
            given[style] = known[above]
    return given
