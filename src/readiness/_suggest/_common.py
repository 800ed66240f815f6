"""Words so common that they tell nothing apart."""

from __future__ import annotations

from math import log

from readiness._linking._stems import stem

from ._learned import background

_WORDS = """
a about above after again against all also although always am among an and another any anybody anyone anything are as
at away back be because been before being below between both but by can cannot could did do does doing done down during
each either else enough etc even ever every everyone few first for from further get give given go goes going had has
have having he her here hers him his how however i if in into is it its itself just keep kept know known last least
less let like made make many may me might mine more most much must my need needs neither never new next no nobody none
nor not nothing now of off often old on once one only onto or other others our out over own part per perhaps place put
quite rather same say second see seen set several shall she should show shown since so some somebody someone something
still such take taken tell than that the their theirs them themselves then there these they thing things third this
those though three through thus to together too toward two under unless until up upon us use used using very via was
way we well were what whatever when where whether which while who whole whom whose why will with within without would
yes yet you your yours
"""
COMMON = frozenset(stem(word) for word in _WORDS.split())
"""Stems that carry no subject."""


_RAREST = 6


_GRADES = background()


def rarity(stemmed: str) -> float:
    """
    Return how much a stem tells: 1 for a rare one, next to nothing for one that stands in nearly every paper.

    >>> rarity("shibboleth") > rarity("token") > rarity("ask")
    True
    """
    return max(0.5, _GRADES.get(stemmed, _RAREST)) / _RAREST


def telling(stemmed: str) -> float:
    """
    Return how much a stem tells, as tf-idf has it: the log of one more than how many papers there are to one with it.

    >>> telling("shibboleth") > telling("token") > telling("ask")
    True
    """
    return _TELLING[_GRADES.get(stemmed, _RAREST)]


_TELLING = tuple(log(1 + 2**grade) for grade in range(_RAREST + 1))
