"""The rule `criterion-unchanged`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from readiness.model import Criterion, Finding, Level, Reason, RuleContext

from ._accepted import accepted, by_whom, command
from ._shared import claimed_at, quoted_names


@frozen(kw_only=True)
class CriterionUnchanged:
    """
    The criterion asks what it asked when the evidence was accepted.

    What it asks
        That the wording of the criterion is the same as when somebody last accepted a document for it.

    Why
        A document that answered last year's wording may leave out what this year's asks. Nobody sees that by looking
        at the document.

    What satisfies it
        The same wording: title, what is required, kinds and aspects. A claim that nobody has accepted yet is not judged
        here.

    How to fix
        Read the criterion again (``readiness explain`` prints it), then the document. If it is still evidence, accept
        it again.

    Options
        level: ``error``, ``warning`` or ``note``; default ``error``.
    """

    kind: ClassVar[str] = "criterion-unchanged"
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:
        """Yield one finding that names every document accepted for another wording."""
        today = context.criterion_fingerprint
        others = [one for one in accepted(context) if today and one.acceptance.criterion_fingerprint != today]
        if not others:
            return
        exhibits = {one.exhibit.entry.path: one.exhibit for one in others}
        latest = max((one.acceptance for one in others), key=lambda one: one.on)
        names = quoted_names(exhibits.values())
        commands = dict.fromkeys(command(one.acceptance.document) for one in others)
        yield Finding(
            rule=self.kind,
            level=self.level,
            message=f"The wording of {criterion.id} has changed since {by_whom(latest)}: {names}.",
            location=claimed_at(others[0].exhibit, context),
            fix=f"Read {criterion.id} and the document. If it is still evidence: {'; '.join(commands)}",
            reason=Reason.SUSPECT,
            document=others[0].exhibit.entry.path if len(exhibits) == 1 else "",
        )
