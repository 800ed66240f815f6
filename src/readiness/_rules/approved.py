"""The rule `approved`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from readiness._words import add_months, day, listed
from readiness.model import Approval, Criterion, Exhibit, Finding, Kind, Level, Reason, RuleContext

from ._shared import LASTING, about, approvals_by, claimed, name_of, of_this_version, version_now

_LONG = 12
"""Months between an approval and the day that a document takes effect, after which they hardly belong together."""


@frozen(kw_only=True)
class Approved:
    """
    The evidence was approved by a body, on a date.

    What it asks
        That every claimed document of the kinds named below has at least one approval on or before the as-of date.

    Why
        A draft says what somebody would like. Only an approved document binds the organisation.

    What satisfies it
        ``[[document.approval]]`` with ``body`` and ``date``, better still with the reference of the ``minute``. An
        approval dated after the as-of date has not happened yet and does not count. Neither does one whose
        ``version`` is not that of the document: what was approved is then another text. Where it gives none, and the
        document takes effect more than a year after the last approval, that is a warning.

    How to fix
        Take the document to the body that may approve it, then add the approval to the register.

    Options
        kinds: kinds that need approval; default policy, process, procedure and agreement. A document whose kinds the
            register does not give needs it too.
        level: ``error``, ``warning`` or ``note``; default ``error``.
    """

    kind: ClassVar[str] = "approved"
    kinds: tuple[Kind, ...] = tuple(sorted(LASTING, key=lambda kind: kind.value))
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:  # noqa: ARG002 - the protocol
        """Yield a finding for each document that is not approved yet, or perhaps not in the version that is there."""
        for exhibit in claimed(context):
            needs_it = not exhibit.entry.kinds or not set(self.kinds).isdisjoint(exhibit.entry.kinds)
            given = approvals_by(exhibit, context.as_of)
            if needs_it and not any(of_this_version(one, exhibit) for one in given):
                message = f"“{name_of(exhibit)}” {_state(exhibit, given)}."
                fix = "Have it approved, then add [[document.approval]] with body, date and minute."
                yield about(exhibit, context, self.kind, self.level, message, fix, Reason.UNAPPROVED)
            elif given and (message := _old(exhibit, max(given, key=lambda one: one.date))):
                fix = "Look into the minute, and add to the approval the version that was approved."
                yield about(exhibit, context, self.kind, Level.WARNING, message, fix)


def _old(exhibit: Exhibit, last: Approval) -> str:
    """Return that the last approval seems to be of an older version, or nothing."""
    start = exhibit.entry.effective
    if last.version or start is None or add_months(last.date, _LONG) >= start:
        return ""
    given = f"more than a year after its last approval ({last.body}, {day(last.date)})"
    return f"“{name_of(exhibit)}” takes effect on {day(start)}, {given}: of which version was that?"


def _state(exhibit: Exhibit, given: tuple[Approval, ...]) -> str:
    if given:
        last = max(given, key=lambda one: one.date)
        before = f"{last.body} approved version {last.version} on {day(last.date)}"
        return f"is version {version_now(exhibit)}, and nobody has approved that; {before}"
    to_come = [f"{one.body} on {day(one.date)}" for one in exhibit.entry.approvals]
    return f"is not approved yet; approval is expected from {listed(to_come)}" if to_come else "has no approval"
