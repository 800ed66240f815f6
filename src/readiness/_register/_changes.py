"""What has to be changed to get from one register to another, as edits and in words."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from readiness._toml import AddTable, Edit, RemoveTable, SetKey
from readiness._words import day

from ._tables import Column, Form, Table, in_words

Path = tuple[str | int, ...]
QUOTES = "\"'\u2018\u2019\u201c\u201d\u00ab\u00bb"
_LONG = 70
_NOUNS = {"criterion": "local wording of", "not_applicable": "decision that does not apply:", "claim": "claim for"}


def edits_between(old: Mapping[str, Any], new: Mapping[str, Any], table: Table, path: Path = ()) -> Iterator[Edit]:
    """
    Yield the edits that make *new* of *old*, but for the order of tables: what is there stays where it stands.

    Args:
        old: from `plain`.
        new: from `plain`.
        table: what they are.
        path: of *old* in the register.
    """
    for column in table.columns:
        if old.get(column.key) != new.get(column.key):
            yield SetKey(path, column.key, new.get(column.key))
    for inner in table.tables:
        array = (*path, inner.key)
        was, will = old.get(inner.key, []), new.get(inner.key, [])
        pairs = _pairs(was, will, inner.id)
        for before, after in sorted(pairs.items()):
            yield from edits_between(was[before], will[after], inner, (*array, before))
        yield from (RemoveTable((*array, index)) for index in range(len(was)) if index not in pairs)
        taken = set(pairs.values())
        yield from (AddTable(array, one) for index, one in enumerate(will) if index not in taken)


def _pairs(was: Sequence[Mapping[str, Any]], will: Sequence[Mapping[str, Any]], key: str) -> dict[int, int]:
    """Return which table became which: the same ones, then those of the same id, then those alike but for their id."""
    pairs: dict[int, int] = {}
    for mark in (_whole, lambda one: repr(one.get(key)), lambda one: _but(one, key)):
        _pair_by(mark, was, will, pairs)
    return pairs


def _pair_by(
    mark: Callable[[Mapping[str, Any]], str],
    was: Sequence[Mapping[str, Any]],
    will: Sequence[Mapping[str, Any]],
    pairs: dict[int, int],
) -> None:
    taken = set(pairs.values())
    waiting: dict[str, list[int]] = {}
    for index, one in enumerate(will):
        if index not in taken:
            waiting.setdefault(mark(one), []).append(index)
    for index, one in enumerate(was):
        if index not in pairs and waiting.get(mark(one)):
            pairs[index] = waiting[mark(one)].pop(0)


def _whole(one: Mapping[str, Any]) -> str:
    return repr(sorted(one.items()))


def _but(one: Mapping[str, Any], key: str) -> str:
    """Return a mark of all but the id; one of its own where nothing else is said, as that tells nobody apart."""
    rest = {name: value for name, value in one.items() if name != key}
    return _whole(rest) if rest else f"only {one.get(key)!r}"


def merged(old: Mapping[str, Any], edits: Iterable[Edit]) -> dict[str, Any]:
    """Return what *old* becomes by *edits*."""
    new: dict[str, Any] = copy.deepcopy(dict(old))
    gone: list[Path] = []
    for edit in edits:
        if isinstance(edit, RemoveTable):
            gone.append(edit.table)
        elif isinstance(edit, AddTable):
            value_at(new, edit.array[:-1]).setdefault(edit.array[-1], []).append(copy.deepcopy(dict(edit.value)))
        elif edit.value is None:
            value_at(new, edit.table).pop(edit.key, None)
        else:
            value_at(new, edit.table)[edit.key] = edit.value
    for table in sorted(gone, key=_depth_and_index, reverse=True):  # so that none is moved by another
        holder = value_at(new, table[:-2])
        del holder[table[-2]][table[-1]]
        if not holder[table[-2]]:
            del holder[table[-2]]
    return new


def _depth_and_index(path: Path) -> tuple[int, int]:
    last = path[-1]
    return len(path), last if isinstance(last, int) else 0


def value_at(data: Any, path: Path) -> Any:
    """Return what stands at *path*."""
    for part in path:
        data = data[part]
    return data


def in_words_of(edits: Iterable[Edit], old: Mapping[str, Any], table: Table) -> Iterator[str]:
    """Yield a line for each edit: ``+`` what is added, ``-`` what goes, ``~`` what changes and how."""
    for edit in edits:
        if isinstance(edit, SetKey):
            place = _name_of(edit.table, old, table)
            column = _table_at(edit.table, table).column(edit.key)
            was = value_at(old, edit.table).get(edit.key)
            yield f"~ {place}: {in_words(edit.key)}: {_said(was, column)} -> {_said(edit.value, column)}"
        elif isinstance(edit, AddTable):
            yield from _added(edit, old, table)
        else:
            yield f"- {_name_of(edit.table, old, table)}"


def _added(edit: AddTable, old: Mapping[str, Any], whole: Table) -> Iterator[str]:
    table = _table_at(edit.array, whole)
    above = _name_of(edit.array[:-1], old, whole) if len(edit.array) > 1 else ""
    yield from _added_table(table, edit.value, above)


def _added_table(table: Table, value: Mapping[str, Any], above: str) -> Iterator[str]:
    facts = [
        f"{one.title} {_said(value[one.key], one)}" for one in table.columns[1:] if value.get(one.key) not in (None, "")
    ]
    name = _join(above, _noun(table, {table.id: value.get(table.id, "")}))
    yield f"+ {name}{': ' if facts else ''}{', '.join(facts)}"
    for inner in table.tables:
        for one in value.get(inner.key, []):
            yield from _added_table(inner, one, name)


def _table_at(path: Path, table: Table) -> Table:
    for part in path:
        if isinstance(part, str):
            table = next(one for one in table.tables if one.key == part)
    return table


def _name_of(path: Path, old: Mapping[str, Any], table: Table) -> str:
    """Return a table as people name it: the document, and what of it."""
    name, value = "", old
    for part in path:
        value = value[part]  # type: ignore[index]
        if isinstance(part, int):
            name = _join(name, _noun(table, value))
        else:
            table = next(one for one in table.tables if one.key == part)
    return name or "register"


def _join(above: str, name: str) -> str:
    return f"{above}, {name}" if above else name


def _noun(table: Table, value: Mapping[str, Any]) -> str:
    said = str(value.get(table.id, ""))
    where = value.get("where")
    place = _shortly_at(where) if table.key == "claim" and isinstance(where, str) else ""
    return " ".join(filter(None, (_NOUNS.get(table.key, in_words(table.key)), said, place)))


def at(where: str) -> str:
    """
    Return the place of a claim inside a sentence; nothing for none.

    >>> at("section 2"), at('"lost tokens"'), at("")
    ('at “section 2”', 'at "lost tokens"', '')
    """
    return "" if not where else f"at {where}" if where.startswith(tuple(QUOTES)) else f"at “{where}”"


def _shortly_at(where: str) -> str:
    line = " ".join(where.split())
    return at(line if len(line) <= _LONG else _cut(line.strip(QUOTES)))


def _said(value: Any, column: Column | None) -> str:
    match value:
        case None | "" | []:
            return "nothing"
        case dt.date():
            return day(value)
        case list():
            return "; ".join(map(str, value))
        case bool():
            return "yes" if value else "no"
        case _:
            return _short(str(value)) if column is None or column.form is not Form.TOML else repr(value)


def _short(text: str) -> str:
    return f"“{_cut(' '.join(text.split()))}”"


def _cut(line: str) -> str:
    return line if len(line) <= _LONG else f"{line[: _LONG - 3]}..."
