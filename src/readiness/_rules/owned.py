"""The rule `owned`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from readiness.model import Criterion, Finding, Level, Reason, RuleContext

from ._shared import about, claimed, name_of


@frozen(kw_only=True)
class Owned:
    """
    Somebody looks after the evidence.

    What it asks
        That every document claimed for the criterion has an owner in the register.

    Why
        A document nobody looks after is out of date before anybody notices.

    What satisfies it
        ``owner`` in the document's table: a role rather than a person's name, so that it outlives a change of staff.

    How to fix
        Agree with the service who looks after the document and add ``owner`` to its table.

    Options
        level: ``error``, ``warning`` or ``note``; default ``error``.
    """

    kind: ClassVar[str] = "owned"
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:  # noqa: ARG002 - the protocol
        """Yield a finding for each document without an owner."""
        for exhibit in claimed(context):
            if not exhibit.entry.owner.strip():
                message = f"Nobody is named as the owner of “{name_of(exhibit)}”."
                fix = "Add owner, the role that looks after it, to the document's table."
                yield about(exhibit, context, self.kind, self.level, message, fix, Reason.INSUFFICIENT)
