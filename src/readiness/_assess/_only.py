"""Which criteria are meant when only some are to be judged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from readiness._ids import IdScheme
from readiness._toml import did_you_mean
from readiness._words import listed, span
from readiness.exceptions import InputError, Problem
from readiness.model import Catalogue, Criterion

_JOINTS = re.compile(r"(?:[\s,;/&\-\u2013]|\b(?:and|or|to)\b)*", re.IGNORECASE)
_POINT = "criterion "
"""Before what somebody wrote, so that a mistyped id such as AO8 is taken for one."""
_FEW = 40


def chosen(
    words: Iterable[str], catalogue: Catalogue, scope: Sequence[Criterion], assessment: str
) -> tuple[Criterion, ...]:
    """
    Return the criteria of *scope* that *words* name, in catalogue order; all of them if there are no words.

    Args:
        words: each an id as people write it, a list or a range of ids, or the id or title of a strand.
        catalogue: what has the strands.
        scope: what the assessment asks for.
        assessment: id of the assessment, for messages.

    Raises:
        InputError: with every word that names nothing, and what there is.
    """
    choice = _Choice(catalogue, tuple(scope), assessment, IdScheme.of(one.id for one in catalogue.criteria))
    problems: list[Problem] = []
    wanted: set[str] = set()
    for word in words:
        try:
            wanted |= choice.ids(word)
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return tuple(one for one in scope if not wanted or one.id in wanted)


@frozen
class _Choice:
    catalogue: Catalogue
    scope: tuple[Criterion, ...]
    assessment: str
    scheme: IdScheme

    def ids(self, word: str) -> set[str]:
        """Return the ids that one word names; where it is a list with a strand in it, each part by itself."""
        of_strand = self._strand(word)
        if of_strand is not None:
            return of_strand
        found = self._numbers(word)
        if not found and "," in word:
            return {one for part in word.split(",") if part.strip() for one in self.ids(part.strip())}
        for one in found or [word.strip()]:
            self._check(one, word)
        return set(found)

    def _strand(self, word: str) -> set[str] | None:
        name = word.strip().casefold()
        strand = next(
            (one for one in self.catalogue.strands if name in {one.id.casefold(), one.title.casefold()}), None
        )
        if strand is None:
            return None
        found = {one.id for one in self.scope if one.strand == strand.id}
        if not found:
            raise self._wrong(f"{self.assessment} asks for no criterion of the strand {strand.title}", word)
        return found

    def _numbers(self, word: str) -> list[str]:
        """Return the ids that a text names, if it holds nothing else."""
        whole = self.scheme.normalise(word)
        if whole is not None:
            return [whole]
        text = f"{_POINT}{word}"
        found = self.scheme.find(text)
        rest = list(text[len(_POINT) :])
        for one in found:
            rest[one.start - len(_POINT) : one.end - len(_POINT)] = " " * (one.end - one.start)
        return [one.id for one in found] if _JOINTS.fullmatch("".join(rest)) else []

    def _check(self, one: str, word: str) -> None:
        """Refuse an id that the catalogue does not have, or that the assessment does not ask for."""
        if one not in self.scheme.ids:
            raise self._wrong(f"{one!r} is no criterion of the catalogue and no strand", word, one)
        if one not in {each.id for each in self.scope}:
            raise self._wrong(f"{self.assessment} does not ask for {one}", word)

    def _wrong(self, message: str, word: str, mistyped: str = "") -> InputError:
        ids = [one.id for one in self.scope]
        named = {one.strand for one in self.scope}
        strands = [one.id for one in self.catalogue.strands if one.id in named]
        hint = did_you_mean(mistyped, [*self.scheme.ids, *strands]) if mistyped else ""
        there = [_shown(ids)]
        there += [f"and the strands {listed(strands)}"] if strands else []
        said = f"{message}{hint}{' There' if hint else '; there'} are {', '.join(there)}"
        return InputError([Problem(f"only {word!r}", said)])


def _shown(ids: Sequence[str]) -> str:
    """Return a list of ids, by its ends where they follow on each other."""
    ends = [re.fullmatch(r"(\D*)0*(\d+)", one) for one in ids]
    if all(ends) and len({one[1] for one in ends if one}) == 1:
        numbers = [int(one[2]) for one in ends if one]
        if numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            return span(ids)
    return listed(ids) if len(ids) <= _FEW else f"{span(ids)} (see `readiness catalogue list`)"
