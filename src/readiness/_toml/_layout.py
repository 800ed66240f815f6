"""
Where the tables and keys of a TOML text begin and end, so that one of them can be changed and the rest left alone.

Like the finder of lines it follows a text that has already parsed.
"""

from __future__ import annotations

from attrs import Factory, define, frozen

from ._lines import TOKEN, Path, unquoted


@frozen
class Entry:
    """
    One key with its value.

    Attributes:
        key: its name; of a dotted key the first part.
        start: offset of the line it begins on.
        value: offset of its value.
        end: offset after its value.
        after: offset of the next line.
        comments: the comments inside the value.
    """

    key: str
    start: int
    value: int
    end: int
    after: int
    comments: tuple[str, ...] = ()


@define(eq=False)
class Block:
    """
    A header with the keys below it; the first block of a text has no header.

    Attributes:
        path: of its table, arrays of tables with their index.
        start: offset of the line of the header.
        body: offset of the line after it.
        end: offset of the next header's line, or of the end of the text.
        indent: white space before the header.
        entries: its keys.
    """

    path: Path
    start: int
    body: int
    end: int = 0
    indent: str = ""
    entries: list[Entry] = Factory(list)

    def entry(self, key: str) -> Entry | None:
        """Return the entry of *key*, if the block has one."""
        return next((one for one in self.entries if one.key == key), None)


def blocks(text: str) -> list[Block]:
    r"""
    Return the blocks of a TOML *text* that has parsed.

    >>> [(one.path, [entry.key for entry in one.entries]) for one in blocks('a = 1\n[[b]]\nc = 2\n[[b]]')]
    [((), ['a']), (('b', 0), ['c']), (('b', 1), [])]
    """
    found = [Block((), 0, 0)]
    counts: dict[Path, int] = {}
    position = 0
    while position < len(text):
        after = _next_line(text, position)
        line = text[position:after]
        first = line.lstrip()[:1]
        if first == "[":
            found[-1].end = position
            indent = line[: len(line) - len(line.lstrip())]
            found.append(Block(_header(text, position, counts), position, after, indent=indent))
        elif first not in {"", "#"}:
            entry = _entry(text, position)
            found[-1].entries.append(entry)
            after = entry.after
        position = after
    found[-1].end = len(text)
    return found


def _next_line(text: str, position: int) -> int:
    return text.find("\n", position) + 1 or len(text)


def _header(text: str, start: int, counts: dict[Path, int]) -> Path:
    """Return the path of the header on the line at *start*; *counts* has the last index of each array so far."""
    keys: list[str] = []
    opened = 0
    for piece in TOKEN.finditer(text, start):
        if piece[0] == "]":
            break
        if piece[0] == "[":
            opened += 1
        elif piece[0] != ".":
            keys.append(unquoted(piece[0]))
    path: Path = ()
    for position, key in enumerate(keys, start=1):
        path = (*path, key)
        if opened > 1 and position == len(keys):
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _entry(text: str, start: int) -> Entry:
    """Return the entry that begins on the line at *start*."""
    key, seen, depth, value, end = "", False, 0, 0, start
    comments: list[str] = []
    for piece in TOKEN.finditer(text, start):
        mark = piece[0] if piece.lastgroup == "mark" else ""
        if not seen:
            key = key or unquoted(piece[0])
            seen = mark == "="
        elif not depth and (mark == "\n" or piece.lastgroup == "comment"):
            break
        elif piece.lastgroup == "comment":
            comments.append(piece[0].rstrip())
        elif mark != "\n":
            value, end = value or piece.start(), piece.end()
            depth += (mark in {"[", "{"}) - (mark in {"]", "}"})
    return Entry(key, start, value, end, _next_line(text, end), tuple(comments))
