"""The names by which an organisation is known, and what is told apart from it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from ._bodies import Body, Group, bodies_in, holds, telling_words

_ASIDE = re.compile(r"\([^()]*\)")
_FEWEST = 3
_QUARTER = re.compile(r"^(?:(?:north|south|east|west|mid|central)(?:ern)?[\s-]+)+")


@frozen
class Own:
    """
    The names by which an organisation is known.

    Attributes:
        names: whole ones, in lower case.
        places: what tells each from others, in lower case; empty if nobody has said whose folder it is.
        group: what sort of body the first of them is; ``None`` where it does not say.
        initials: what their capitals make, in lower case.
    """

    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    group: Group | None = Group.COUNCIL
    initials: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: Iterable[str]) -> Own:
        """
        Return what *names* say, of which the organisation's own is the first; what stands in brackets says nothing.

        A further name that does not say what sort of body it is counts as a whole: a service that is shared with a
        neighbour has the neighbour's name as well.

        >>> Own.of(["The City of Northmoor Council (invented)", "Northmoor and Sutton Together"]).places
        ('northmoor',)
        """
        plain = [one for name in names if (one := " ".join(_ASIDE.sub(" ", name).split()))]
        found = [next(bodies_in(one), None) for one in plain]
        first = next(iter(found), None)
        places = [*(_places(plain[0], first) if plain else ()), *(body.place for body in found[1:] if body)]
        group = first.group if first else None if plain else Group.COUNCIL
        return cls(
            tuple(one.casefold() for one in plain), tuple(dict.fromkeys(filter(None, places))), group, _initials(plain)
        )

    @property
    def called(self) -> tuple[str, ...]:
        """What it is called in a text: its places, and the names that have none of them."""
        return (*self.places, *(one for one in self.names if not any(holds(one, place) for place in self.places)))

    def has(self, body: Body) -> bool:
        """Return whether *body* is the organisation, or a body of its own sort for its place, as its LSCB is."""
        if not self.places:
            return body.group is Group.COUNCIL
        name = " ".join(body.name.split()).casefold()
        if self._is_near(body):
            return False
        if any(holds(name, one) for one in self.names):
            return True
        if body.place.split()[0] in self.initials:
            return True
        return self.is_here(body) and self.group in {None, body.group}

    def is_here(self, body: Body) -> bool:
        """Return whether *body* has the name of the organisation's place, as the police of a county have."""
        return not self._is_near(body) and any(holds(body.place, one) for one in self.places)

    def _is_near(self, body: Body) -> bool:
        """Return whether *body* is a council beside the organisation's, as South Northmoor's is beside Northmoor's."""
        if not body.is_council or self.group is not Group.COUNCIL or body.place in self.places:
            return False
        return _QUARTER.sub("", body.place) in self.places


def _initials(names: Iterable[str]) -> frozenset[str]:
    """Return the short form of each name that has three words or more with a capital."""
    made = ("".join(word[0] for word in name.split() if word[0].isupper()) for name in names)
    return frozenset(one.casefold() for one in made if len(one) >= _FEWEST)


def _places(name: str, body: Body | None) -> list[str]:
    """Return what tells a name from others; where nothing says what sort of body it is, each word that may."""
    return [body.place] if body else [one.casefold() for one in telling_words(name)]
