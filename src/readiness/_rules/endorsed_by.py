"""The rule `endorsed-by`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from readiness._words import listed
from readiness.model import Approval, Criterion, Exhibit, Finding, Level, Reason, RuleContext

from ._shared import about, approvals_by, claimed, first_claim, is_lasting, name_of, of_this_version, version_now


@frozen(kw_only=True)
class EndorsedBy:
    """
    The body that has to endorse the evidence did so.

    What it asks
        That each claimed policy, process, procedure or agreement carries an approval by every body named.

    Why
        Where a source names the body, an approval by another body does not replace it.

    What satisfies it
        ``[[document.approval]]`` on or before the as-of date, whose ``body`` contains the name of the endorser as a
        whole word or phrase: ``Anytown Safety Board`` is the ``Safety Board``. Where the approval gives a ``version``,
        it has to be that of the document.

    How to fix
        Take the document to the body named, then add the approval with its minute reference to the register.

    Options
        bodies: the bodies that have to endorse; default: the criterion's endorsers.
        level: ``error``, ``warning`` or ``note``; default ``error``.
    """

    kind: ClassVar[str] = "endorsed-by"
    bodies: tuple[str, ...] = ()
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:
        """Yield a finding for each document and body without an endorsement."""
        exhibits = list(claimed(context))
        lasting = [one for one in exhibits if is_lasting(one)]
        for body in self.bodies or criterion.endorsers:
            for exhibit in lasting:
                if not _endorsed(exhibit, body, context):
                    yield self._missing(exhibit, body, context)
            if exhibits and not lasting:
                yield Finding(
                    rule=self.kind,
                    level=self.level,
                    message=f"Nothing that is claimed could carry the endorsement of the {body}.",
                    location=first_claim(context),
                    fix=f"Claim the policy or procedure that the {body} endorsed.",
                    reason=Reason.UNAPPROVED,
                )

    def _missing(self, exhibit: Exhibit, body: str, context: RuleContext) -> Finding:
        message = f"“{name_of(exhibit)}” is not endorsed by the {body}{_instead(exhibit, body, context)}."
        fix = f"Take it to the {body}, then add [[document.approval]] with its date and minute."
        return about(exhibit, context, self.kind, self.level, message, fix, Reason.UNAPPROVED)


def _instead(exhibit: Exhibit, body: str, context: RuleContext) -> str:
    """Return who approved what, if anybody did, as the end of a sentence."""
    if earlier := sorted(_given(exhibit, body, context), key=lambda one: one.date):
        return f", which endorsed version {earlier[-1].version}; this is version {version_now(exhibit)}"
    others = listed(dict.fromkeys(one.body for one in approvals_by(exhibit, context.as_of)))
    return f"; it was approved by {others}" if others else ""


def _endorsed(exhibit: Exhibit, body: str, context: RuleContext) -> bool:
    return any(of_this_version(one, exhibit) for one in _given(exhibit, body, context))


def _given(exhibit: Exhibit, body: str, context: RuleContext) -> list[Approval]:
    """Return the approvals that the body gave, of whatever version."""
    named = re.compile(rf"(?<!\w){re.escape(body)}(?!\w)", re.IGNORECASE)
    return [one for one in approvals_by(exhibit, context.as_of) if named.search(one.body)]
