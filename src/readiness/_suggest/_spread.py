"""How far a document belongs to the field that a catalogue is about."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field

from ._query import Queries, Role
from ._sections import Section


@define
class Spread:
    """
    What was met, by the number of the word.

    Attributes:
        own: words of the field.
        core: words that hardly stand outside it.
        elsewhere: words of other fields.
        strange: passages with words of other fields.
        passages: all passages.
    """

    own: set[int] = field(factory=set)
    core: set[int] = field(factory=set)
    elsewhere: set[int] = field(factory=set)
    strange: int = 0
    passages: int = 0


def spread(sections: Iterable[Section], title: str, queries: Queries) -> Spread:
    """Return how far the passages of a document and its title belong to the field of the catalogue."""
    found = Spread()
    for numbers in (*(place.numbers for one in sections for place in one.places), queries.index.find(title)):
        duties = [one for number in numbers for one in queries.duties[number] if one.query == len(queries.each)]
        strange = {one.key for one in duties if one.role is Role.ELSEWHERE}
        found.own.update(one.key for one in duties if one.role is Role.FIELD)
        found.core.update(one.key for one in duties if one.role is Role.CORE)
        found.elsewhere |= strange
        found.strange += bool(strange)
        found.passages += 1
    return found
