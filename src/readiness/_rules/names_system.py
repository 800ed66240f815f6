"""The rule `names-system`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from readiness._words import listed
from readiness.model import Criterion, Exhibit, Finding, Level, Reason, RuleContext

from ._shared import first_claim, opened, quoted_names


@frozen(kw_only=True)
class NamesSystem:
    """
    The evidence applies to the system that the organisation is to be accredited for.

    What it asks
        That at least one document claimed for the criterion names the register's ``system``, or that the register says
        how a document applies to it.

    Why
        Many criteria are met by a corporate policy that was written long before the system and never speaks of it.
        That is good evidence, once somebody has said that the policy covers the system too. Until then it is about
        the right subject and about no system in particular, and an assessor cannot take it for an answer. This is
        why it holds the criterion back rather than merely warning: one line in the register mends it, and whoever
        writes that line stands by it. One document that makes the link is enough, as the others are read with it.

    What satisfies it
        The name of the system in the text of a claimed document; or ``applies`` in the table of a document, in words;
        or a claim's ``note`` that names the system. Without ``system`` in the register the rule asks nothing.

    How to fix
        Add ``applies`` to the document's table, such as ``applies = "Section 2 covers every system that holds
        personal data, this one among them."``, or have the document amended.

    Options
        level: ``error``, ``warning`` or ``note``; default ``error``.
    """

    kind: ClassVar[str] = "names-system"
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:  # noqa: ARG002 - the protocol
        """Yield one finding if nothing ties the evidence to the system."""
        system = context.system.strip()
        documents = list(opened(context))
        if not system or not documents:
            return
        if any(one.look.system or _tied(one.exhibit, system) for one in documents):
            return
        names = quoted_names(one.exhibit for one in documents)
        verb = "names" if len(documents) == 1 else "name"
        yield Finding(
            rule=self.kind,
            level=self.level,
            message=f"Nothing says that the evidence applies to {system}: {names} never {verb} it.",
            location=first_claim(context),
            fix=f"Add applies to the document's table: how it applies to {system}. Or have the document amended.",
            reason=Reason.INSUFFICIENT,
            document=documents[0].exhibit.entry.path if len(documents) == 1 else "",
        )


def _tied(exhibit: Exhibit, system: str) -> bool:
    notes = listed(claim.note for claim in exhibit.claims)
    return bool(exhibit.entry.applies.strip()) or system.casefold() in notes.casefold()
