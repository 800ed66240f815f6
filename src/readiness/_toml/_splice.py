"""Change single tables and keys of a TOML text; comments, order and layout of everything else stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from attrs import Factory, define, frozen

from ._layout import Block, Entry, blocks
from ._lines import Path
from ._write import inline, value_toml


@frozen
class SetKey:
    """A key of the table at *table* gets a value; ``None`` takes the key away."""

    table: Path
    key: str
    value: Any


@frozen
class AddTable:
    """A table is added at the end of the array at *array*; what it holds may have tables of its own."""

    array: Path
    value: Mapping[str, Any]


@frozen
class RemoveTable:
    """
    The table at *table*, an item of an array, is taken away with all that it holds.

    Comments among its keys and directly above its headers go too; those below its last key stay.
    """

    table: Path


Edit = SetKey | AddTable | RemoveTable


def edited(text: str, edits: Iterable[Edit], merged: Callable[[Path], Any]) -> str:
    """
    Return *text* with *edits* made.

    Args:
        text: TOML that has parsed.
        edits: all by the paths of *text* as it is.
        merged: returns the value that a path has once all is done; asked for arrays written in brackets, which are
            written anew as a whole.
    """
    plain = text.replace("\r\n", "\n")
    crlf = text.count("\r\n") == text.count("\n") > 0
    done = _Splicer(plain if crlf else text, merged).run(edits)
    return done.replace("\n", "\r\n") if crlf else done


@define
class _Splicer:
    """One text being changed: where its blocks are, and what is to be cut and put in."""

    text: str
    merged: Callable[[Path], Any]
    layout: list[Block] = Factory(list)
    cuts: list[tuple[int, int, str]] = Factory(list)
    by_path: dict[Path, Block] = Factory(dict)
    last_below: dict[Path, Block] = Factory(dict)
    rewritten: set[Path] = Factory(set)

    def run(self, edits: Iterable[Edit]) -> str:
        self.layout = blocks(self.text)
        self.by_path = {one.path: one for one in self.layout}
        for one in self.layout:
            for length in range(1, len(one.path) + 1):
                self.last_below[one.path[:length]] = one
        for edit in edits:
            self._edit(edit)
        return self._spliced()

    def _edit(self, edit: Edit) -> None:
        target = (*edit.table, edit.key) if isinstance(edit, SetKey) else _array_or_table(edit)
        if bracketed := self._bracketed(target, edit):
            self._rewrite(*bracketed)
        elif isinstance(edit, SetKey):
            self._set(edit)
        elif isinstance(edit, AddTable):
            self._add(edit)
        else:
            self._remove(edit.table)

    def _bracketed(self, target: Path, edit: Edit) -> tuple[Path, Entry] | None:
        """Return the entry whose value in brackets holds what is to be changed."""
        ends = len(target) - 1 if isinstance(edit, SetKey) else len(target)
        for length in range(ends):
            block, key = self.by_path.get(target[:length]), target[length]
            entry = block.entry(key) if block and isinstance(key, str) else None
            if entry is not None:
                return target[: length + 1], entry
        return None

    def _rewrite(self, path: Path, entry: Entry) -> None:
        if path not in self.rewritten:
            self.rewritten.add(path)
            self._replace(entry, inline(self.merged(path)))

    def _replace(self, entry: Entry, value: str) -> None:
        """Put another value in the place of one; comments that stood inside it go above it."""
        if entry.comments:
            indent = self._indent(entry.start)
            kept = "".join(f"{indent}{one}\n" for one in entry.comments)
            self.cuts.append((entry.start, entry.start, kept))
        self.cuts.append((entry.value, entry.end, value))

    def _set(self, edit: SetKey) -> None:
        block = self.by_path[edit.table]
        entry = block.entry(edit.key)
        if entry is None and edit.value is not None:
            last = block.entries[-1] if block.entries else None
            where = last.after if last else block.body
            indent = self._indent(last.start) if last else block.indent
            self._insert(where, f"{indent}{edit.key} = {value_toml(edit.value)}\n")
        elif entry is not None and edit.value is None:
            self.cuts.append((entry.start, entry.after, ""))
        elif entry is not None:
            self._replace(entry, value_toml(edit.value))

    def _insert(self, where: int, lines: str) -> None:
        loose = where > 0 and self.text[where - 1] != "\n"
        self.cuts.append((where, where, f"\n{lines}" if loose else lines))

    def _add(self, edit: AddTable) -> None:
        sibling = self.last_below.get(edit.array)
        parent = edit.array[:-1]
        above = sibling or (self.last_below.get(parent) if parent else None)
        where = self._paragraph_end(above) if above else len(self.text)
        indent = self._indent_for(edit.array)
        name = ".".join(str(one) for one in edit.array if isinstance(one, str))
        lines = list(_table(name, edit.value, indent))
        above_it = [""] if where and not self.text.endswith("\n\n", 0, where) else []
        below_it = "" if self._is_blank(where) else "\n"
        self._insert(where, "\n".join([*above_it, *lines, below_it]))

    def _indent_for(self, array: Path) -> str:
        """Return the indent of the first table of the array, or else of tables as deep as it."""
        first = self.by_path.get((*array, 0))
        if first is None:
            depth = len(array) + 1
            first = next((one for one in self.layout if len(one.path) == depth), None)
        return (first or self.by_path.get(array[:-1]) or self.layout[0]).indent

    def _is_blank(self, where: int) -> bool:
        """Return whether a blank line, or nothing, follows at *where*."""
        line_end = self.text.find("\n", where)
        return not self.text[where : line_end if line_end >= 0 else len(self.text)].strip()

    def _indent(self, start: int) -> str:
        """Return the white space that the line at *start* begins with."""
        end = start
        while self.text[end : end + 1] in {" ", "\t"}:
            end += 1
        return self.text[start:end]

    def _paragraph_end(self, block: Block) -> int:
        """Return the offset after the last key of a block and the comments that belong to it, not to the next block."""
        last = block.entries[-1].after if block.entries else block.body
        where = last
        while where < block.end and self.text.startswith("#", where + len(self._indent(where))):
            where = self.text.find("\n", where) + 1 or len(self.text)
        return last if where >= block.end < len(self.text) else where

    def _remove(self, table: Path) -> None:
        """Cut the headers and keys of a table and the comments directly above them; no other comment goes."""
        for block in self.layout:
            if block.path[: len(table)] == table:
                start = self._with_comments_above(block)
                end = block.entries[-1].after if block.entries else block.body
                self.cuts.append((start, end, ""))
                if self._is_blank(end):
                    self._close_up(start)

    def _close_up(self, start: int) -> None:
        """Cut the blank lines above what was cut at *start*; with those below they would be too many."""
        starts = {after: before for before, after, _ in self.cuts if before < after}
        while start in starts:
            start = starts[start]
        end = start
        while start > 0 and self._is_blank(line := self.text.rfind("\n", 0, start - 1) + 1):
            start = line
        self.cuts.append((start, end, ""))

    def _with_comments_above(self, block: Block) -> int:
        """Return the offset of the comments that stand directly above a header."""
        start = block.start
        while start > 0:
            line = self.text.rfind("\n", 0, start - 1) + 1
            if not self.text[line:start].lstrip(" \t").startswith("#") or line < self._end_of_keys_before(block):
                break
            start = line
        return start

    def _end_of_keys_before(self, block: Block) -> int:
        before = self.layout[self.layout.index(block) - 1]
        return before.entries[-1].after if before.entries else before.body

    def _spliced(self) -> str:
        done: list[str] = []
        position = 0
        for start, end, put in sorted(self.cuts, key=lambda cut: cut[0]):
            done += [self.text[position:start], put] if start > position else [put]
            position = max(position, end)
        return "".join([*done, self.text[position:]])


def _array_or_table(edit: AddTable | RemoveTable) -> Path:
    return edit.array if isinstance(edit, AddTable) else edit.table


def _table(name: str, value: Mapping[str, Any], indent: str) -> Iterator[str]:
    """Yield the lines of a table: its plain keys, then the tables it holds."""
    yield f"{indent}[[{name}]]"
    held = {key: one for key, one in value.items() if _is_tables(one)}
    for key, one in value.items():
        if key not in held:
            yield f"{indent}{key} = {value_toml(one)}"
    for key, tables in held.items():
        for one in tables:
            yield ""
            yield from _table(f"{name}.{key}", one, indent)


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)
