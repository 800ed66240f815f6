"""Sections of a document: by its headings, and where it has none by the numbers and titles its passages begin with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from readiness.model import Passage

from ._parts import is_body, is_contents_line
from ._phrases import words

_NUMBER = re.compile(r"(?:section|clause|chapter|part)?\s*(\d{1,3}(?:\.\d{1,3})*)(?:[.):]|\s|$)", re.IGNORECASE)
_LETTERED = re.compile(r"(?:appendix|annex|schedule)\s+\w+", re.IGNORECASE)
_TITLE, _MOST_UNDER = 100, 60
_END = ".,;:!?"


class Sections:
    """
    The sections of a document.

    Args:
        passages: of the document.
    """

    def __init__(self, passages: tuple[Passage, ...]) -> None:
        self._passages = passages

    def numbered(self, names: Iterable[str]) -> frozenset[int] | None:
        """
        Return the passages of the sections of these numbers, or of appendices by their names.

        Returns:
            ``None`` if nothing in the document is numbered so: a program may number headings as it shows them.
        """
        wanted = [one.casefold() for one in names]
        under = {path for path in self._paths if any(_is_section(one, wanted) for one in path)}
        if under:
            return frozenset(at for at, one in enumerate(self._passages) if one.locator.heading in under)
        found = frozenset(at for name in wanted for at in self._region(name))
        return found if found or self._numbers(wanted) else None

    def headed(self, path: tuple[str, ...]) -> frozenset[int]:
        """Return the passages under the headings that hold the words of *path*, each below the one before."""
        wanted = [_spaced(one) for one in path]
        under = {heading for heading in self._paths if _holds(heading, wanted)}
        if under:
            return frozenset(at for at, one in enumerate(self._passages) if one.locator.heading in under)
        return frozenset(self._under_title(wanted[-1]))

    @cached_property
    def _paths(self) -> frozenset[tuple[str, ...]]:
        return frozenset(one.locator.heading for one in self._passages if one.locator.heading)

    def _numbers(self, wanted: Iterable[str]) -> bool:
        """Return whether the document writes numbers such as those wanted into its headings or before its clauses."""
        if any(_NUMBER.match(one) for path in self._paths for one in path):
            return True
        dotted = any("." in one for one in wanted)
        return dotted and any(
            "." in found[1].rstrip(".") for one in self._passages if (found := _NUMBER.match(one.text))
        )

    def _region(self, name: str) -> Iterable[int]:
        """Yield the passages from the one that begins with the number *name* to the next section of its level."""
        inside = False
        for at, one in enumerate(self._passages):
            if not is_body(one) or is_contents_line(one.text):
                continue
            if _is_section(one.text, [name]):
                inside = True
            elif inside and _is_after(one.text, name):
                inside = False
            if inside:
                yield at

    def _under_title(self, wanted: str) -> Iterable[int]:
        """Yield a short line that reads as *wanted* and what follows it, up to the next line that may be a title."""
        left = 0
        for at, one in enumerate(self._passages):
            place, text = one.locator, one.text
            if not is_body(one):
                continue
            if not place.cell and place.table is None and _is_title(text):
                left = _MOST_UNDER if wanted in {_spaced(text), _spaced(_NUMBER.sub("", text, count=1))} else 0
            if left > 0:
                left -= 1
                yield at


def _spaced(text: str) -> str:
    return f" {' '.join(words(text))} "


def _holds(heading: tuple[str, ...], wanted: list[str]) -> bool:
    """Return whether the headings hold the words wanted, each below the one before."""
    left = iter(_spaced(one) for one in heading)
    return all(any(one in above for above in left) for one in wanted)


def _is_section(text: str, names: Iterable[str]) -> bool:
    """Return whether a heading or a passage begins with one of the numbers, or belongs below it."""
    number = _NUMBER.match(text)
    if number:
        return any(number[1] == one or number[1].startswith(f"{one}.") for one in names)
    lettered = _LETTERED.match(text) if len(text) <= _TITLE else None
    return lettered is not None and " ".join(lettered[0].casefold().split()) in names


def _is_after(text: str, name: str) -> bool:
    """Return whether a passage begins a section that comes after the one called *name* and is no part of it."""
    number = _NUMBER.match(text)
    if number is None or not name[0].isdecimal():
        return _LETTERED.match(text) is not None and len(text) <= _TITLE
    here, wanted = _key(number[1]), _key(name)
    return len(here) <= len(wanted) and here > wanted


def _key(number: str) -> tuple[int, ...]:
    return tuple(int(one) for one in number.split(".") if one.isdecimal())


def _is_title(text: str) -> bool:
    return (
        len(text) <= _TITLE
        and text[-1] not in _END
        and (text[0].isupper() or text[0].isdigit())
        and not is_contents_line(text)
    )
