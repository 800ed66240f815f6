"""Small pieces that the blocks of a profile are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from readiness.model import Line, Status, Words


def say(text: str, *, strong: bool = False, quiet: bool = False) -> Line:
    """Return plain text as a line; an empty text as an empty line."""
    return (Words(text=text, strong=strong, quiet=quiet),) if text else ()


def path(text: str) -> Line:
    """Return the path of a file as a line."""
    return (Words(text=text, path=True),) if text else ()


def standing(status: Status) -> Line:
    """Return a status as a line."""
    return (Words(status=status),)


def to(criterion: str, anchors: Mapping[str, str]) -> Line:
    """Return the id of a criterion as a line that leads to its section, if it has one."""
    anchor = anchors.get(criterion)
    return (Words(text=criterion, link=f"#{anchor}" if anchor else ""),) if criterion else ()


def lines(parts: Sequence[Line], between: str = ", ") -> Line:
    """
    Return lines as one.

    >>> [run.text for run in lines([say("a"), say("b")])]
    ['a', ', ', 'b']
    """
    return tuple(run for at, part in enumerate(parts) for run in (*say(between if at else ""), *part))


def named(pairs: Iterable[tuple[str, Line]]) -> tuple[tuple[str, Line], ...]:
    """Return those pairs of a name and a line that have something to say."""
    return tuple((name, said) for name, said in pairs if said)
