"""
Find the line on which each key of a TOML text stands.

The standard library's parser gives values without places, and no maintained parser gives both (`docs/` has the
comparison), so this scanner follows the text of a document that has already parsed. It only has to tell where keys,
tables and the items of lists begin.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache

from attrs import Factory, define, field, frozen

Path = tuple[str | int, ...]

TOKEN = re.compile(
    r'''
      (?P<text>"""(?:\\.|[^\\])*?"""+ | \'\'\'.*?\'\'\'+ | "(?:\\.|[^"\\\n])*" | '[^'\n]*')
    | (?P<comment>\#[^\n]*)
    | (?P<mark>[][{}=,.\n])
    | (?P<word>[^\s\[\]{}=,."'#]+)
    ''',
    re.VERBOSE | re.DOTALL,
)


@frozen
class Lines:
    r"""
    The lines of the keys of one TOML text.

    >>> lines = Lines.of('title = "x"\n[[document]]\npath = "a"\n[[document]]\nowner = "b"')
    >>> lines.line(("document", 1, "owner")), lines.line(("document", 1, "path")), lines.line(())
    (5, 4, None)
    """

    _known: Mapping[Path, int] = field(factory=dict, repr=False)
    _text: str = field(default="", repr=False)

    @classmethod
    def of(cls, text: str) -> Lines:
        """Return the lines of a TOML *text* that has parsed; it is scanned when somebody first asks for one."""
        return cls(text=text)

    def line(self, path: Path) -> int | None:
        """Return the line of *path* or of the nearest table above it; ``None`` for the top of the file."""
        known = self._known or _scanned(self._text)
        while path:
            if path in known:
                return known[path]
            path = path[:-1]
        return None


@lru_cache(maxsize=8)
def _scanned(text: str) -> Mapping[Path, int]:
    """Return the lines of a text; most files have no mistake, and then nobody asks for any."""
    known: dict[Path, int] = {}
    for path, number in _Scanner().scan(text):
        for length in range(1, len(path) + 1):  # a table that a dotted key makes begins there, too
            known.setdefault(path[:length], number)
    return known


@define
class _Open:
    """A bracket not closed yet: where its content belongs, and for a list the item it is at."""

    path: Path
    item: int | None = None

    def next_item(self) -> None:
        if self.item is not None:
            self.item += 1


@define
class _Scanner:
    """
    Where the scanner is.

    Attributes:
        table: path of the table that the last header opened.
        counts: for each array of tables, the index of its last table.
        header: how many brackets of a header are open: 0 for none, 2 for an array.
        key: the parts of the key being read.
        value: the path of the value being read, or ``None`` while a key is read.
        brackets: the lists and inline tables that are open inside the value, innermost last.
        fresh: whether the next piece begins an item of a list.
    """

    table: Path = ()
    counts: dict[Path, int] = Factory(dict)
    header: int = 0
    key: list[str] = Factory(list)
    value: Path | None = None
    brackets: list[_Open] = Factory(list)
    fresh: bool = False

    def scan(self, text: str) -> Iterator[tuple[Path, int]]:
        """Yield every table, key and list item with its line, arrays counted from 0."""
        number, seen = 1, 0
        for piece in TOKEN.finditer(text):
            number += text.count("\n", seen, piece.start())
            seen = piece.start()
            if piece.lastgroup != "comment":
                yield from ((path, number) for path in self._take(piece.lastgroup == "mark", piece[0]))

    def _take(self, mark: bool, piece: str) -> Iterator[Path]:
        if self.value is None:
            yield from self._in_key(piece) if mark else self._part(piece)
        elif not mark or piece == ".":
            yield from self._item()
        else:
            yield from self._in_value(piece)

    def _part(self, piece: str) -> Iterator[Path]:
        self.key.append(unquoted(piece))
        return iter(())

    def _in_key(self, mark: str) -> Iterator[Path]:
        """Follow a mark outside of a value: of a header, of a key, or of an inline table that ends."""
        if mark == "=":
            self.value = (*self._home(), *self.key)
            yield self.value
            self.key = []
        elif mark == "[":
            self.header += 1
        elif mark == "]" and self.key:
            self.table, self.key = self._resolve(), []
            yield self.table
        elif mark == "\n":
            self.header = 0
        elif mark == "}":
            self._close()

    def _in_value(self, mark: str) -> Iterator[Path]:
        """Follow a mark inside of a value: a bracket, a comma, or the line end after it."""
        if mark in "[{":
            yield from self._item()
            list_of = mark == "["
            self.brackets.append(_Open(self._here(), 0 if list_of else None))
            self.fresh, self.value = list_of, self._here() if list_of else None
        elif mark in "]}":
            self._close()
        elif mark == "," and self.brackets:
            self.brackets[-1].next_item()
            self.fresh = self.brackets[-1].item is not None
            self.value = self.value if self.fresh else None
        elif mark == "\n" and not self.brackets:
            self.value = None

    def _item(self) -> Iterator[Path]:
        """Yield the place of a list's item where it begins."""
        if self.fresh:
            self.fresh = False
            yield self._here()

    def _close(self) -> None:
        """Go back to what the innermost bracket stands in; the value goes on until a comma or a line end."""
        self.value, self.fresh = self.brackets.pop().path, False

    def _here(self) -> Path:
        """Return the path of the value, or of the item of the list, being read."""
        inner = self.brackets[-1] if self.brackets else None
        if inner is not None and inner.item is not None:
            return (*inner.path, inner.item)
        return self.value or ()

    def _home(self) -> Path:
        """Return the path that the next key belongs to."""
        return self.brackets[-1].path if self.brackets else self.table

    def _resolve(self) -> Path:
        """Return the path of a table header, with the index of each array of tables on the way."""
        path: Path = ()
        for position, part in enumerate(self.key, start=1):
            path = (*path, part)
            if self.header > 1 and position == len(self.key):
                self.counts[path] = self.counts.get(path, -1) + 1
            if path in self.counts:
                path = (*path, self.counts[path])
        return path


def unquoted(part: str) -> str:
    """Return a part of a key as the parser gives it."""
    return str(tomllib.loads(f"key = {part}")["key"]) if part[0] in "\"'" else part
