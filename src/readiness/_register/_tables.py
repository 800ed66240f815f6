"""The register as tables, taken from the shapes of its classes, so that no key of theirs can be left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

import attrs
from attrs import frozen

from readiness._toml import Shape
from readiness.model import KindAsk, Register

from ._load import SHAPES

Data = Mapping[str, Any]


class Form(Enum):
    """How the values of a column are written in a cell."""

    TEXT = "text"
    DATE = "date"
    LIST = "list"
    CHOICE = "choice"
    CHOICES = "choices"
    FLAG = "flag"
    TOML = "toml"


@frozen
class Column:
    """
    One key of a table.

    Attributes:
        key: as written in TOML.
        form: how its values are written in a cell.
        required: whether the table cannot do without it.
        choices: the words allowed, where there are only some.
    """

    key: str
    form: Form
    required: bool = False
    choices: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The key as people read it."""
        return in_words(self.key)


@frozen
class Table:
    """
    One kind of table of the register.

    Attributes:
        name: of its sheet.
        key: of its array in TOML; empty for the register itself.
        columns: its plain keys; the first one says which table is meant.
        tables: the tables that stand inside it.
    """

    name: str
    key: str
    columns: tuple[Column, ...]
    tables: tuple[Table, ...] = ()

    @property
    def id(self) -> str:
        """The key by whose value people tell one such table from another."""
        return self.columns[0].key

    def column(self, key: str) -> Column | None:
        """Return the column of *key*, if there is one."""
        return next((one for one in self.columns if one.key == key), None)


def in_words(key: str) -> str:
    """
    Return a key as people read it.

    >>> in_words("review_by")
    'review by'
    """
    return key.replace("_", " ")


@cache
def register_table() -> Table:
    """Return the table of the register as a whole, with all that stands inside it."""
    return _table(Register, "register", "", {shape.cls: shape for shape in SHAPES})


def _table(cls: type, name: str, key: str, shapes: Mapping[type, Shape]) -> Table:
    shape = shapes[cls]
    columns: list[Column] = []
    tables: list[Table] = []
    for field in attrs.fields(attrs.resolve_types(cls)):
        if field.name in shape.hidden:
            continue
        written = shape.keys.get(field.name, field.name)
        inner = _item(field.type)
        if inner in shapes:
            tables.append(_table(inner, in_words(field.name), written, shapes))
        else:
            columns.append(_column(written, field.type, required=field.default is attrs.NOTHING))
    return Table(name, key, tuple(columns), tuple(tables))


def _column(key: str, of: Any, *, required: bool) -> Column:
    kinds = [one for one in get_args(of) if one is not type(None)] if get_origin(of) in {Union, UnionType} else [of]
    plain = kinds[0] if len(kinds) == 1 else None
    item = _item(plain)
    if plain in {str, dt.date, bool}:
        return Column(key, {str: Form.TEXT, dt.date: Form.DATE, bool: Form.FLAG}[plain], required)
    if isinstance(plain, type) and issubclass(plain, Enum):
        return Column(key, Form.CHOICE, required, _values(plain))
    if item in {str, KindAsk}:
        return Column(key, Form.LIST, required)
    if isinstance(item, type) and issubclass(item, Enum):
        return Column(key, Form.CHOICES, required, _values(item))
    return Column(key, Form.TOML, required)


def _values(enum: type[Enum]) -> tuple[str, ...]:
    return tuple(str(one.value) for one in enum)


def _item(of: Any) -> Any:
    """Return the class of the items of a tuple; ``None`` for anything else."""
    return get_args(of)[0] if get_origin(of) is tuple and get_args(of)[1:] == (Ellipsis,) else None


def plain(data: Data, table: Table) -> dict[str, Any]:
    """
    Return parsed TOML without what says nothing, and with every date as a date.

    Two registers that mean the same are then equal.

    Args:
        data: parsed TOML that the loader accepts.
        table: what it is.
    """
    kept: dict[str, Any] = {}
    for column in table.columns:
        value = _dated(data.get(column.key), column)
        if value not in (None, "", []) or (column.required and value is not None):
            kept[column.key] = value
    for inner in table.tables:
        if data.get(inner.key):
            kept[inner.key] = [plain(one, inner) for one in data[inner.key]]
    return kept


def _dated(value: Any, column: Column) -> Any:
    return dt.date.fromisoformat(value) if column.form is Form.DATE and isinstance(value, str) else value


def walked(table: Table, above: tuple[Table, ...] = ()) -> Iterator[tuple[Table, tuple[Table, ...]]]:
    """Yield every table with those that it stands in, outermost first."""
    yield table, above
    for inner in table.tables:
        yield from walked(inner, (*above, table))
