"""The rule `wording-known`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from readiness.model import Criterion, Finding, Level, Location, Reason, RuleContext, Wording


@frozen(kw_only=True)
class WordingKnown:
    """
    Somebody knows what the criterion asks.

    What it asks
        That the criterion has a wording, in the catalogue or in the register.

    Why
        Some numbers of a list survive without their text. To pass such a criterion would be a guess, and to fail it
        for want of evidence would be another; it is shown as not assessable until somebody finds the wording.

    What satisfies it
        A wording in the catalogue, or a ``[[criterion]]`` table in the register with the local wording and the paper
        it was taken from. A local wording is always shown as such.

    How to fix
        Look for the number in your own papers (guidance received, a return sent, an assessor's letter) and add
        ``[[criterion]]`` with ``id``, ``title``, ``requires`` and ``source`` to the register.

    Options
        level: ``error``, ``warning`` or ``note``; default ``error``.
    """

    kind: ClassVar[str] = "wording-known"
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:
        """Yield a finding if the wording is unknown, and a note if it is a local one."""
        location = Location(context.register_file, part=criterion.id)
        if criterion.wording is Wording.UNKNOWN:
            yield Finding(
                rule=self.kind,
                level=self.level,
                message=f"Nobody can say what {criterion.id} asks: its wording is in no source of the catalogue.",
                location=location,
                fix=f'Find the wording in your own papers and add [[criterion]] id = "{criterion.id}" to the register.',
                reason=Reason.UNKNOWN_WORDING,
            )
        elif criterion.wording is Wording.LOCAL:
            yield Finding(
                rule=self.kind,
                level=Level.NOTE,
                message=f"The wording of {criterion.id} was supplied by the organisation, not by the catalogue.",
                location=location,
                fix="Let the assessor confirm it.",
            )
