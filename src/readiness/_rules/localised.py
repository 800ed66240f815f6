"""The rule `localised`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from readiness.model import Criterion, Finding, Level, Reason, RuleContext

from ._shared import about, inside, name_of, opened, shown_first


@frozen(kw_only=True)
class Localised:
    """
    The evidence is the organisation's own, not a template that nobody filled in.

    What it asks
        That no claimed document holds what a template leaves for somebody to replace, such as ``[Council Name]``,
        ``insert date here`` or ``XXX``.

    Why
        A template shows what another organisation would do. Left-over brackets tell an assessor that nobody here has
        read the document to its end.

    What satisfies it
        A document in which every such place was filled in or taken out.

    How to fix
        Go to each place named, fill it in, and have the finished document approved.

    Options
        level: ``error``, ``warning`` or ``note``; default ``error``.
    """

    kind: ClassVar[str] = "localised"
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:  # noqa: ARG002 - the protocol
        """Yield a finding for each document with something left over."""
        for one in opened(context):
            if one.look.residue:
                message = f"“{name_of(one.exhibit)}” still waits to be filled in: {shown_first(one.look.residue)}"
                place = inside(one.exhibit, one.look.residue[0])
                fix = "Fill in each place, or take it out, and have the finished document approved."
                yield about(one.exhibit, context, self.kind, self.level, message, fix, Reason.INSUFFICIENT, place)
