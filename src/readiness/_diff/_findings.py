"""Which findings of two runs are the same, which came, which went, and which say something else now."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable

from attrs import evolve, field, frozen

from readiness.model import Cause, CauseKind, Finding

_WORD = re.compile(r"\w+")


@frozen(kw_only=True)
class Said:
    """
    What is said now against what was said then, as causes.

    Attributes:
        worse: new, more serious, or listing more than before.
        better: gone, less serious, or listing less than before.
        other: said otherwise; which way cannot be told.
        stale: those of ``worse`` that say that evidence has lapsed.
        fresh: those of ``better`` that said so.
    """

    worse: tuple[Cause, ...]
    better: tuple[Cause, ...]
    other: tuple[Cause, ...]
    stale: tuple[Cause, ...] = field(default=())
    fresh: tuple[Cause, ...] = field(default=())

    @property
    def all(self) -> tuple[Cause, ...]:
        """Return every cause."""
        return (*self.worse, *self.better, *self.other)


def said(then: Iterable[Finding], now: Iterable[Finding], stale: Callable[[Finding], bool]) -> Said:
    """
    Return how the findings of two runs differ; lines that moved make no difference, and neither does any order.

    Args:
        then: findings of the old assessment.
        now: findings of the new one.
        stale: whether a finding says that evidence has lapsed.
    """
    pairs, gone, come = _paired(then, now)
    told = [(_cause_of_pair(old, new), old, new) for old, new in pairs if _differ(old, new)]
    told += [(_cause(CauseKind.NOW_SAID, one), one, one) for one in come]
    told += [(_cause(CauseKind.NO_LONGER_SAID, one), one, one) for one in gone]
    worse = [(cause, new) for cause, _, new in told if cause.kind in _WORSE or _grown(cause)]
    better = [(cause, old) for cause, old, _ in told if cause.kind in _BETTER or _shrunk(cause)]
    sided = {id(cause) for cause, _ in (*worse, *better)}
    return Said(
        worse=sorted_causes(cause for cause, _ in worse),
        better=sorted_causes(cause for cause, _ in better),
        other=sorted_causes(cause for cause, _, _ in told if id(cause) not in sided),
        stale=sorted_causes(cause for cause, one in worse if stale(one)),
        fresh=sorted_causes(cause for cause, one in better if stale(one)),
    )


_LISTING = frozenset({"covers-aspects"})
"""Rules whose message lists everything that is missing; of others, a longer message is no worse than a short one."""
_WORSE = frozenset({CauseKind.NOW_SAID, CauseKind.MORE_SERIOUS})
_BETTER = frozenset({CauseKind.NO_LONGER_SAID, CauseKind.LESS_SERIOUS})


def sorted_causes(causes: Iterable[Cause]) -> tuple[Cause, ...]:
    """Return causes, the most serious first, in an order that does not depend on where they came from."""
    order = list(CauseKind)

    def key(one: Cause) -> tuple[object, ...]:
        return (-one.level.weight if one.level else 0, order.index(one.kind), one.rule, one.document, one.sentence)

    return tuple(sorted(causes, key=key))


def _paired(
    then: Iterable[Finding], now: Iterable[Finding]
) -> tuple[list[tuple[Finding, Finding]], list[Finding], list[Finding]]:
    """
    Return the pairs that are one finding in both runs, and what is only in the old or only in the new one.

    Where one of the two does not say which document a finding is about, as before version 1.1, nobody asks the other.
    """
    old, new = sorted(then, key=_whole), sorted(now, key=_whole)
    if not (any(one.document for one in old) and any(one.document for one in new)):
        return _all_by((_without_document, _place), old, new)
    return _all_by((_whole, _without_level, _place_and_document, _subject), old, new)


def _all_by(
    keys: Iterable[Callable[[Finding], Hashable]], old: list[Finding], new: list[Finding]
) -> tuple[list[tuple[Finding, Finding]], list[Finding], list[Finding]]:
    """Pair by one key after the other what no key before has paired."""
    pairs: list[tuple[Finding, Finding]] = []
    for key in keys:
        found, old, new = _by(key, old, new)
        pairs += found
    return pairs, old, new


def _by(
    key: Callable[[Finding], Hashable], old: list[Finding], new: list[Finding]
) -> tuple[list[tuple[Finding, Finding]], list[Finding], list[Finding]]:
    """Pair what has the same key, first with first; return the pairs and both remainders."""
    waiting: dict[Hashable, list[Finding]] = {}
    for one in old:
        waiting.setdefault(key(one), []).append(one)
    pairs, left = [], []
    for one in new:
        if twins := waiting.get(key(one)):
            pairs.append((twins.pop(0), one))
        else:
            left.append(one)
    matched = {id(one) for one, _ in pairs}
    return pairs, [one for one in old if id(one) not in matched], left


def _whole(one: Finding) -> tuple[str, ...]:
    return (*_place_and_document(one), one.message, one.level.value)


def _without_level(one: Finding) -> tuple[str, ...]:
    return (*_place_and_document(one), one.message)


def _without_document(one: Finding) -> tuple[str, ...]:
    return (*_place(one), one.message)


def _place_and_document(one: Finding) -> tuple[str, ...]:
    return (*_place(one), one.document)


def _place(one: Finding) -> tuple[str, ...]:
    return (one.rule, one.location.file, one.location.part)


def _subject(one: Finding) -> tuple[str, ...]:
    """Return what stays the same when the place inside a document moves, as a paragraph does."""
    return (one.rule, one.document) if one.document else _place(one)


def _differ(old: Finding, new: Finding) -> bool:
    return (old.message, old.level) != (new.message, new.level)


def _cause_of_pair(old: Finding, new: Finding) -> Cause:
    kind = CauseKind.SAID_OTHERWISE
    if new.level is not old.level:
        kind = CauseKind.MORE_SERIOUS if new.level.weight > old.level.weight else CauseKind.LESS_SERIOUS
    before = old.message if old.message != new.message else ""
    return evolve(_cause(kind, new, before), document=new.document or old.document or new.location.file)


def _cause(kind: CauseKind, finding: Finding, before: str = "") -> Cause:
    return Cause(
        kind=kind,
        sentence=finding.message,
        before=before,
        rule=finding.rule,
        level=finding.level,
        document=finding.document or finding.location.file,
        fix="" if kind in _BETTER else finding.fix,
    )


def _grown(cause: Cause) -> bool:
    """Return whether a rule that lists what is missing lists all that it did, and more."""
    return _lists(cause) and _words(cause.before) < _words(cause.sentence)


def _shrunk(cause: Cause) -> bool:
    return _lists(cause) and _words(cause.sentence) < _words(cause.before)


def _lists(cause: Cause) -> bool:
    return cause.kind is CauseKind.SAID_OTHERWISE and cause.rule in _LISTING


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text))
