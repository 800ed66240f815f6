"""What a cell says, as a value of the register, and the other way round."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Callable
from typing import Any, TypeGuard

from attrs import frozen

from readiness._toml import did_you_mean, inline
from readiness._words import day, month

from ._tables import Column, Form

FIRST_DAY = dt.date(1900, 3, 1)
"""Before this day the programs that read sheets disagree by one, so earlier days are written as text."""

_LAST_SERIAL = 2_958_465
_EPOCH = dt.date(1899, 12, 30)
_ITEM = re.compile(r'\s*(?:"((?:[^"]|"")*)"\s*|([^;\n]*))(;|\n|$)')
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})")
_YES, _NO = frozenset({"yes", "y", "true", "1"}), frozenset({"no", "n", "false", "0"})


@frozen
class Odd:
    """A cell that shows no value, such as an error or a formula that was never calculated."""

    shown: str

    def __str__(self) -> str:
        return self.shown or "nothing"


Cell = str | float | bool | dt.date | dt.datetime | Odd
"""What stands in a cell; nothing is an empty text."""


def to_cell(value: Any, column: Column) -> str | dt.date:
    """Return what to write into a cell for *value*, which may be ``None``."""
    if value is None:
        return ""
    match column.form:
        case Form.DATE:
            return value if value >= FIRST_DAY else str(value.isoformat())
        case Form.LIST | Form.CHOICES:
            return "; ".join(map(_item_text, value))
        case Form.FLAG:
            return "yes" if value else "no"
        case Form.TOML:
            return inline(value)
        case _:
            return str(value)


def _item_text(item: str) -> str:
    awkward = not item or item != item.strip() or '"' in item or ";" in item or "\n" in item
    return '"{}"'.format(item.replace('"', '""')) if awkward else item


def from_cell(cell: Cell, column: Column) -> Any:
    """
    Return the value that a cell says; ``None`` if it says nothing.

    Raises:
        ValueError: it is no such value; the message says what was expected.
    """
    if cell == "":
        empty: dict[Form, Any] = {Form.TEXT: "", Form.LIST: [], Form.CHOICES: []} if column.required else {}
        return empty.get(column.form)
    if isinstance(cell, Odd):
        raise ValueError(f"shows {cell.shown} and not a value; type the value itself")  # noqa: TRY004 - a bad value
    if column.form is Form.DATE:
        return _date(cell)
    return _READERS[column.form](_text(cell), column)


def _text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, dt.date):
        raise ValueError(  # noqa: TRY004 - a bad value
            f"the spreadsheet has turned what was typed into the date {day(cell)}; "
            "format the cell as text and type it again"
        )
    return str(cell)


def _items(text: str) -> list[str]:
    items: list[str] = []
    position = 0
    while position <= len(text) and (found := _ITEM.match(text, position)):
        quoted, bare, end = found.groups()
        if quoted is not None:
            items.append(quoted.replace('""', '"'))
        elif bare.strip():
            items.append(bare.strip())
        if not end:
            break
        position = found.end()
    return items


def _parts(text: str) -> list[str]:
    return [one.strip() for one in text.split(",") if one.strip()]


def _choice(text: str, column: Column) -> str:
    for one in column.choices:
        if text.strip().casefold() == one.casefold():
            return one
    raise ValueError(f"{text!r} is not one of: {', '.join(column.choices)}{did_you_mean(text, column.choices)}")


def _flag(text: str) -> bool:
    said = text.strip().casefold()
    if said in _YES or said in _NO:
        return said in _YES
    raise ValueError(f"expected yes or no, found {text!r}")


def _toml(text: str) -> Any:
    try:
        (value,) = tomllib.loads(f"value = {text}").values()
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):  # of several values all but one would be lost
        raise ValueError(f"expected a value as register.toml has it, found {text!r}") from None
    return value


def _date(cell: Cell) -> dt.date:
    if isinstance(cell, dt.datetime):
        if cell.time() != dt.time():
            raise ValueError(f"expected a date without a time, found {cell.isoformat(' ')}")
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    if _is_number(cell):
        likely = _EPOCH + dt.timedelta(days=int(cell)) if 0 < cell <= _LAST_SERIAL else None
        hint = f"; if it stands for {day(likely)}, write {likely.isoformat()}" if likely else ""
        raise ValueError(f"expected a date, found the number {_text(cell)}{hint}")
    return _typed_date(str(cell).strip())


def _is_number(cell: object) -> TypeGuard[float]:
    return isinstance(cell, float) and not isinstance(cell, bool)


def _typed_date(text: str) -> dt.date:
    """Return a date that was typed as text, if it can only be one."""
    try:
        if found := _YEAR_FIRST.fullmatch(text):
            return dt.date(*map(int, found.groups()))
        if found := _NAMED.fullmatch(text):
            return dt.date(int(found[3]), _month(found[2].lower()), int(found[1]))
        if found := _YEAR_LAST.fullmatch(text):
            return _day_or_month_first(text, *map(int, found.groups()))
    except ValueError as error:
        if "may be" in str(error):
            raise
    raise ValueError(f"expected a date such as 2009-05-29, found {text!r}")


def _month(name: str) -> int:
    if name == "sept":
        return 9
    return next((number for number in range(1, 13) if month(1, number).lower().startswith(name)), 0)


def _day_or_month_first(text: str, first: int, second: int, year: int) -> dt.date:
    if first <= 12 and second <= 12 and first != second:  # noqa: PLR2004 - months of a year
        one, other = dt.date(year, second, first), dt.date(year, first, second)
        raise ValueError(f"{text!r} may be {day(one)} or {day(other)}; write {one.isoformat()} or {other.isoformat()}")
    return dt.date(year, first, second) if second > 12 else dt.date(year, second, first)  # noqa: PLR2004 - see above


_READERS: dict[Form, Callable[[str, Column], Any]] = {
    Form.TEXT: lambda text, _: text,
    Form.LIST: lambda text, _: _items(text),
    Form.CHOICES: lambda text, column: [_choice(one, column) for part in _items(text) for one in _parts(part)],
    Form.CHOICE: _choice,
    Form.FLAG: lambda text, _: _flag(text),
    Form.TOML: lambda text, _: _toml(text),
}
