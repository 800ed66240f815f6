"""Values that came as JSON, each checked to be what it has to be."""

from __future__ import annotations

from typing import Any


def text(value: object) -> str:
    """
    Return *value*, which has to be text.

    Raises:
        ValueError: it is not.
    """
    if not isinstance(value, str):
        raise ValueError(f"{value!r:.40} is no text")  # noqa: TRY004  # who decodes has one error to catch
    return value


def number(value: object) -> int:
    """
    Return *value*, which has to be a whole number and not a truth value.

    Raises:
        ValueError: it is not.
    """
    if type(value) is not int:
        raise ValueError(f"{value!r:.40} is no whole number")
    return value


def flag(value: object) -> bool:
    """
    Return *value*, which has to be a truth value or 0 or 1.

    Raises:
        ValueError: it is not.
    """
    if value not in (0, 1) or not isinstance(value, int):
        raise ValueError(f"{value!r:.40} is neither true nor false")
    return bool(value)


def listed(value: object, length: int | None = None) -> list[Any]:
    """
    Return *value*, which has to be a list.

    Args:
        value: anything.
        length: of the list, if it has to have one.

    Raises:
        ValueError: it is not, or has another length.
    """
    if not isinstance(value, list):
        raise ValueError(f"{value!r:.40} is no list")  # noqa: TRY004  # as in `text`
    if length is not None and len(value) != length:
        raise ValueError(f"{len(value)} values instead of {length}")
    return value


def record(value: object) -> dict[str, Any]:
    """
    Return *value*, which has to be a table.

    Raises:
        ValueError: it is not.
    """
    if not isinstance(value, dict):
        raise ValueError(f"{value!r:.40} is no table")  # noqa: TRY004  # as in `text`
    return value


def texts(value: object) -> tuple[str, ...]:
    """
    Return *value*, which has to be a list of texts, as a tuple.

    Raises:
        ValueError: it is not.
    """
    return tuple([text(one) for one in listed(value)])


def pairs(value: object) -> tuple[tuple[str, str], ...]:
    """
    Return *value*, which has to be a list of pairs of texts, as a tuple.

    Raises:
        ValueError: it is not.
    """
    return tuple([(text(one), text(two)) for one, two in (listed(pair, 2) for pair in listed(value))])
