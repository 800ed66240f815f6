"""What has to be remembered while RTF is read: groups, stories, the styles of headings, and the facts."""

from __future__ import annotations

import re

from attrs import define, field

from readiness.model import DocumentFacts

from ._blocks import Headings

_HEADING_NAME = re.compile(r"heading (\d)", re.IGNORECASE)
_BODY_LEVEL = 9
_NAMED = ("title", "author", "created", "modified")
_PRIVATE = ("property", "shape")
"""Names of facts that only lead to others: the name of a property, the setting of a drawing."""


@define
class Group:
    """What holds until a closing brace."""

    silent: bool = False
    deleted: bool = False
    skip_after_unicode: int = 1
    codec: str = "cp1252"
    fact: str = ""
    story: Story | None = None
    fonts: bool = False
    styles: bool = False
    old: bool = False
    level: int | None = None
    in_cell: bool = False

    def inner(self) -> Group:
        """Return what holds at first inside a group in this one: the same, but for the story that begins here."""
        return Group(
            self.silent,
            self.deleted,
            self.skip_after_unicode,
            self.codec,
            self.fact,
            None,
            self.fonts,
            self.styles,
            self.old,
            self.level,
            self.in_cell,
        )


@define
class Story:
    """Text that is being gathered: the main text, a margin, a note."""

    part: str
    text: list[str] = field(factory=list)
    cells: list[str] = field(factory=list)
    headings: Headings = field(factory=Headings)
    paragraphs: int = 0
    tables: int = 0
    row: int = 0


@define
class StyleSheet:
    """The styles that make headings, by their numbers."""

    levels: dict[int, int] = field(factory=dict)
    _number: int | None = None
    _level: int | None = None
    _name: bytes = b""

    def word(self, word: bytes, number: int | None) -> None:
        """Take a control word of a style."""
        if word == b"s":
            self._number = number
        elif word == b"outlinelevel":
            self._level = level_of(number)

    def text(self, data: bytes) -> None:
        """Take a piece of the name of a style."""
        self._name = (self._name + data)[:100]

    def end(self) -> None:
        """End a style."""
        named = _HEADING_NAME.match(self._name.decode("latin-1").strip())
        level = int(named[1]) if named else self._level
        if self._number is not None and level:
            self.levels[self._number] = level
        self._number, self._level, self._name = None, None, b""


@define
class Facts:
    """What the document says of itself."""

    said: dict[str, str] = field(factory=dict)
    stamp: dict[bytes, int] = field(factory=dict)
    changes: int = 0
    comments: int = 0
    author: str = ""
    watermark: str = ""

    def put(self, name: str, text: str) -> None:
        """Add to a fact."""
        self.said[name] = self.said.get(name, "") + text

    def end(self, name: str) -> None:
        """End a fact; some only say something of the next."""
        if name == "annotator":
            self.author = self.said.pop(name, "").strip()
        elif name in {"created", "modified"} and self.stamp.get(b"yr"):
            year, month, day = (self.stamp.get(key, 0) for key in (b"yr", b"mo", b"dy"))
            self.said[name] = f"{year:04d}-{month:02d}-{day:02d}"
            self.stamp = {}
        elif name == "value":
            self._end_value()
        elif name == "shape value":
            setting, value = self.said.pop("shape", ""), self.said.pop(name, "").strip()
            self.watermark = value if setting.strip() == "gtextUNICODE" else ""
        elif name == "shape":
            self.said[name] = self.said.get(name, "").strip()

    def _end_value(self) -> None:
        """End the value of a property that people added; its name came before."""
        name, value = self.said.pop("property", "").strip(), self.said.pop("value", "").strip()
        if name and value:
            self.said.setdefault(name, value)

    def gathered(self) -> DocumentFacts:
        """Return all that has been said."""
        others = tuple((name, text) for name, text in self.said.items() if name not in (*_NAMED, *_PRIVATE))
        named = {name: self.said.get(name, "") for name in _NAMED}
        return DocumentFacts(
            **named,  # type: ignore[arg-type]
            properties=others,
            tracked_changes=self.changes,
            comments=self.comments,
        )


def level_of(number: int | None) -> int | None:
    """Return the heading level, counted from 1, that an outline level counted from 0 means."""
    return number + 1 if number is not None and 0 <= number < _BODY_LEVEL else None
