"""The rule `has-kinds`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from readiness._words import listed
from readiness.model import Criterion, Finding, KindAsk, Level, Reason, RuleContext

from ._shared import claimed, first_claim


@frozen(kw_only=True)
class HasKinds:
    """
    The evidence is of every kind that the criterion asks for.

    What it asks
        That the documents claimed for the criterion are, taken together, of every kind asked for: where a criterion
        asks for a policy and a process, a policy alone is not enough.

    Why
        A policy says what is wanted, a process how it is done, a record that it was done. One cannot stand for another.

    What satisfies it
        For each kind asked for, one claimed document whose ``kinds`` in the register name it. One document may be of
        several kinds. ``process or procedure`` is satisfied by either.

    How to fix
        Claim a document of the missing kind. If a claimed document already is of that kind, say so in its ``kinds``.

    Options
        kinds: what to ask for, such as ``["policy", "process or procedure"]``; default: what the criterion asks for.
        level: ``error``, ``warning`` or ``note``; default ``error``.
    """

    kind: ClassVar[str] = "has-kinds"
    kinds: tuple[KindAsk, ...] = ()
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:
        """Yield one finding that names every kind missing."""
        exhibits = list(claimed(context))
        if not exhibits:
            return
        have = frozenset(kind for one in exhibits for kind in one.entry.kinds)
        missing = [ask for ask in self.kinds or criterion.kinds if not ask.met_by(have)]
        if missing:
            claimed_kinds = listed(sorted(kind.value for kind in have)) or "no kind the register names"
            yield Finding(
                rule=self.kind,
                level=self.level,
                message=f"No {listed(missing, 'and no')} is claimed; what is claimed is {claimed_kinds}.",
                location=first_claim(context),
                fix=f"Claim a {listed(missing, 'and a')}, or complete the kinds of what is claimed.",
                reason=Reason.INSUFFICIENT,
            )
