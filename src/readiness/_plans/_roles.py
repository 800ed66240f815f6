"""
Owner cells into roles.

A comma separates roles; often only a space does. A space is taken for a separator only where a whole stretch between
commas is made of names that are known: names that stand alone between the commas of the same plan, and a short table.

A comma is no separator where it stands inside a name, as in "Principal Officer, Referral and Assessment": a rank that
says of nothing what it is the rank of, and after it what can only be its field.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import evolve, frozen

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

_SEPARATOR = re.compile(r"\s*([,;\n]|\s/\s)\s*")
_RANKS = frozenset(
    {
        *("adviser", "advisor", "administrator", "coordinator", "co-ordinator", "director"),
        *("head", "lead", "leader", "manager", "officer"),
    }
)
_OF_RANKS = frozenset(
    {
        *("area", "assistant", "deputy", "district", "divisional", "group", "principal", "section", "senior"),
        *("service", "team"),
    }
)
_OWNERS = _RANKS | frozenset(
    {
        *("accountant", "agency", "auditor", "authority", "board", "chair", "chief", "clerk", "committee"),
        *("contractor", "council", "executive", "forum", "governor", "governors", "group", "managers", "member"),
        *("members", "nurse", "officers", "partner", "partners", "secretary", "solicitor", "sponsor", "staff"),
        *("supplier", "team", "trainer", "trainers", "trust", "user", "users", "worker", "workers"),
    }
)
"""A stretch with one of these is somebody, and no field of somebody else's."""
_WHOLE = frozenset({("chief", "executive"), ("team", "leader")})
"""What is a rank by its words, and a whole name all the same."""
_ACRONYM = re.compile(r"[A-Z&]{2,5}")
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
    leading: frozenset[tuple[str, ...]] = frozenset()

    @classmethod
    def learn(cls, cells: Iterable[str]) -> RoleBook:
        """
        Return the roles of the table and those that stand alone between commas in *cells*.

        A stretch that is itself made of known names teaches nothing, so shorter stretches are learnt first.
        """
        held = tuple(cells)
        first = frozenset(_words(parts[0][1]) for cell in held if (parts := _pieces(cell)))
        book = cls(frozenset(_words(name) for name in TABLE), first)
        stretches = {_words(part) for cell in held if _SEPARATOR.search(cell) for part in book._parts(cell)}
        for words in sorted(stretches, key=lambda words: (len(words), words)):
            if words and len(book._segment(words)) <= 1:
                book = evolve(book, names=book.names | {words})
        return book

    def split(self, cell: str) -> tuple[str, ...]:
        """Return the roles of an owner cell, in order and as typed, each once."""
        return tuple(dict.fromkeys(role for part in self._parts(cell) for role in self._roles(part)))

    def _parts(self, cell: str) -> list[str]:
        """Return the stretches between separators; a comma inside a name separates nothing."""
        parts: list[str] = []
        for separator, part in _pieces(cell):
            if separator == "," and parts and _is_rank(_words(parts[-1])) and self._is_field(part):
                parts[-1] = f"{parts[-1]}, {part}"
            else:
                parts.append(part)
        return parts

    def _is_field(self, part: str) -> bool:
        """Return whether a stretch can only be the field of the rank before it: no owner that anybody knows."""
        words = _words(part)
        known = words in self.names or words in self.leading or bool(_ACRONYM.fullmatch(part))
        return bool(words) and not known and not _OWNERS & {*words} and part[:1].isupper()

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


def _pieces(cell: str) -> list[tuple[str, str]]:
    """Return the stretches, each with the separator before it; one inside brackets separates nothing."""
    asides = _ASIDE.findall(cell)
    held = iter(asides)
    bare = _ASIDE.sub("()", cell) if asides else cell
    cut = ["", *_SEPARATOR.split(bare)]
    pairs = ((before.strip(), part) for before, part in zip(cut[::2], cut[1::2], strict=True) if part)
    return [(before, re.sub(r"\(\)", lambda _: next(held), part)) for before, part in pairs]


def _is_rank(words: tuple[str, ...]) -> bool:
    """Return whether words name a rank and nothing else, which is no whole name."""
    return bool(words) and words[-1] in _RANKS and {*words} <= _RANKS | _OF_RANKS and words not in _WHOLE


def _typed(part: str) -> list[str]:
    """Return the words of a stretch as typed; an aside in brackets is one word."""
    return re.findall(r"\([^()]*\),?|\S+", part)


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
