"""By what a reader can narrow the page down: every value of a criterion, by number, so that the page stays small."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from attrs import frozen

from readiness._roles import fullest, role_key
from readiness.model import CriterionResult, Gap, Phrasing, Reason, Status

from ._text import capital

NO_STRAND = "No strand"
"""What a criterion is under that belongs to no strand."""


@frozen
class Choice:
    """A value to choose, by its number, with how many criteria have it."""

    number: int
    words: str
    count: int


@frozen(kw_only=True)
class Facet:
    """
    Something to choose by.

    Attributes:
        key: its name in the page, such as ``owner``.
        label: in words.
        choices: those that a criterion really has.
        of: the numbers that each criterion has, with a space between, in the order of the criteria.
    """

    key: str
    label: str
    choices: tuple[Choice, ...]
    of: tuple[str, ...]

    @property
    def tells_apart(self) -> bool:
        """Return whether a choice leaves anything out."""
        return any(one.count < len(self.of) for one in self.choices)


def facets(
    results: Iterable[CriterionResult], gaps: Mapping[str, Gap], strands: Mapping[str, str], say: Phrasing
) -> tuple[Facet, ...]:
    """
    Return what the criteria can be narrowed down by: status, owner, strand, endorser and reason.

    Args:
        results: the criteria, in order.
        gaps: by id of the criterion, for who has to act.
        strands: titles by id.
        say: in which words.
    """
    every = tuple(results)

    def owners(one: CriterionResult) -> Iterable[str]:
        gap = gaps.get(one.criterion.id)
        return _tidy(*one.criterion.owners, *(gap.who if gap else ()))

    def strand(one: CriterionResult) -> Iterable[str]:
        return (strands.get(one.criterion.strand, one.criterion.strand) or NO_STRAND,)

    statuses, reasons = [say.label(one) for one in Status], [capital(say.reason(one)) for one in Reason]
    return (
        _facet("status", "Status", every, lambda one: (say.label(one.status),), statuses),
        _facet("reason", "Reason", every, lambda one: [capital(say.reason(why)) for why in one.reasons], reasons),
        _facet("strand", "Strand", every, strand, (*strands.values(), NO_STRAND)),
        _facet("owner", "Owner", every, owners, same=role_key),
        _facet("endorser", "Endorser", every, lambda one: _tidy(*one.criterion.endorsers), same=role_key),
    )


def _tidy(*names: str) -> tuple[str, ...]:
    return tuple(" ".join(one.split()) for one in names)


def _facet(
    key: str,
    label: str,
    results: tuple[CriterionResult, ...],
    values: Callable[[CriterionResult], Iterable[str]],
    order: Iterable[str] = (),
    same: Callable[[str], str] = str,
) -> Facet:
    """Return a facet whose choices stand in *order*, then by the alphabet; spellings of the *same* are one choice."""
    spelt: dict[str, dict[str, None]] = {}
    for value in (value for one in results for value in values(one)):
        spelt.setdefault(same(value), {})[value] = None
    names = {mark: fullest(spellings) for mark, spellings in spelt.items()}
    had = [tuple(dict.fromkeys(names[same(value)] for value in values(one))) for one in results]
    counts = Counter(value for one in had for value in one)
    ranks = {value: number for number, value in enumerate(order)}
    words = sorted(counts, key=lambda value: (ranks.get(value, len(ranks)), value.casefold(), value))
    numbers = {value: number for number, value in enumerate(words)}
    return Facet(
        key=key,
        label=label,
        choices=tuple(Choice(numbers[value], value, counts[value]) for value in words),
        of=tuple(" ".join(str(numbers[value]) for value in one) for one in had),
    )
