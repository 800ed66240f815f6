"""
Owner cells into roles.

A comma separates roles; often only a space does. A space is taken for a separator only where a whole stretch between
commas is made of names that are known: names that stand alone between the commas of the same plan, and a short table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

# Roles of a council's implementation team, where the plan itself never sets them apart with a comma.
TABLE: tuple[str, ...] = (
    "Complaints Manager",
    "Corporate Info Governance Manager",
    "CS Finance",
    "CS Workforce Development",
    "Data Administrator",
    "DCS",
    "HR",
    "ICT Security",
    "ICT Service Development",
    "Info Governance Manager",
    "Information Governance Manager",
    "Internal Audit",
    "LIM",
    "LSCB",
    "PO Referral & Assessment",
    "Principal Officer R&A",
)

_SEPARATOR = re.compile(r"\s*(?:[,;\n]|\s/\s)\s*")
# A longer stretch is prose, not a list of roles.
_MOST_WORDS = 40
_ASIDE = re.compile(r"\([^()]*\)")


@frozen
class RoleBook:
    """
    The names of roles that a plan knows.

    >>> RoleBook.learn(["LIM, Head of Care", "Head of Care LIM (deputy)"]).split("Head of Care LIM (deputy)")
    ('Head of Care', 'LIM (deputy)')
    """

    names: frozenset[tuple[str, ...]]

    @classmethod
    def learn(cls, cells: Iterable[str]) -> RoleBook:
        """
        Return the roles of the table and those that stand alone between commas in *cells*.

        A stretch that is itself made of known names teaches nothing, so shorter stretches are learnt first.
        """
        book = cls(frozenset(_words(name) for name in TABLE))
        stretches = {_words(part) for cell in cells if _SEPARATOR.search(cell) for part in _parts(cell)}
        for words in sorted(stretches, key=lambda words: (len(words), words)):
            if words and len(book._segment(words)) <= 1:
                book = cls(book.names | {words})
        return book

    def split(self, cell: str) -> tuple[str, ...]:
        """Return the roles of an owner cell, in order and as typed, each once."""
        return tuple(dict.fromkeys(role for part in _parts(cell) for role in self._roles(part)))

    def _roles(self, part: str) -> list[str]:
        typed = _typed(part)
        lengths = self._segment(_words(part))
        return _cut(typed, lengths) if lengths else [" ".join(typed)]

    def _segment(self, words: tuple[str, ...]) -> tuple[int, ...]:
        """Return the lengths of the known names that make up *words*, longest names first; empty if they do not."""
        if len(words) > _MOST_WORDS:
            return ()
        best: dict[int, tuple[int, ...]] = {len(words): ()}
        for start in range(len(words) - 1, -1, -1):
            for end in range(len(words), start, -1):
                if end in best and words[start:end] in self.names:
                    best[start] = (end - start, *best[end])
                    break
        return best.get(0, ())


def _parts(cell: str) -> list[str]:
    """Return the stretches between separators; a separator inside brackets separates nothing."""
    asides = _ASIDE.findall(cell)
    held = iter(asides)
    bare = _ASIDE.sub("()", cell) if asides else cell
    return [re.sub(r"\(\)", lambda _: next(held), part) for part in _SEPARATOR.split(bare) if part]


def _typed(part: str) -> list[str]:
    """Return the words of a stretch as typed; an aside in brackets is one word."""
    return re.findall(r"\([^()]*\)|\S+", part)


def _words(part: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _typed(part) if not word.startswith("("))


def _cut(typed: list[str], lengths: tuple[int, ...]) -> list[str]:
    """Return the roles of those lengths; an aside is not counted and stays with the role before it."""
    roles: list[list[str]] = [[] for _ in lengths]
    at, room = -1, 0
    for word in typed:
        if word.startswith("("):
            roles[max(at, 0)].append(word)
            continue
        if not room:
            at, room = at + 1, lengths[at + 1]
        roles[at].append(word)
        room -= 1
    return [" ".join(role) for role in roles]
