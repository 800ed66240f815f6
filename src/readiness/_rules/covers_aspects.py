"""The rule `covers-aspects`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from readiness._words import listed
from readiness.model import Criterion, Finding, Level, Reason, RuleContext

from ._shared import claimed, first_claim


@frozen(kw_only=True)
class CoversAspects:
    """
    The evidence deals with every part of what is asked.

    What it asks
        That the claims for the criterion, taken together, cover each aspect that a source requires.

    Why
        Some criteria ask several things at once: tokens are issued, lost, returned and damaged, and a procedure for
        issue alone proves a quarter of it.

    What satisfies it
        Claims whose ``aspects`` together name every required aspect. A claim without ``aspects`` is made for the whole
        criterion.

    How to fix
        Claim a document for the missing aspect, or add the aspect to the claim of the document that deals with it.

    Options
        level: ``error``, ``warning`` or ``note``; default ``error``.
    """

    kind: ClassVar[str] = "covers-aspects"
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:
        """Yield one finding that names every aspect missing."""
        links = [one.link for one in claimed(context)]
        if not links or any(not link.aspects for link in links):
            return
        have = {aspect for link in links for aspect in link.aspects}
        missing = [one.title for one in criterion.aspects if one.required and one.id not in have]
        if missing:
            yield Finding(
                rule=self.kind,
                level=self.level,
                message=f"No claim covers: {listed(missing)}.",
                location=first_claim(context),
                fix="Claim a document that deals with it, or add the aspect to the claim that already does.",
                reason=Reason.INSUFFICIENT,
            )
