"""What several rules ask of an exhibit in the same way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readiness.model import (
    Approval,
    Basis,
    Exhibit,
    FileState,
    Finding,
    Kind,
    Level,
    Location,
    Reason,
    RuleContext,
)

LASTING = frozenset({Kind.POLICY, Kind.PROCESS, Kind.PROCEDURE, Kind.AGREEMENT})
"""Kinds that stay in force until somebody changes them; a record or an attendance list does not."""


def put_forward(context: RuleContext) -> Iterator[Exhibit]:
    """Yield the documents that the register claims, whether they can be looked at or not."""
    return (one for one in context.exhibits if one.link.basis is Basis.CLAIMED)


def claimed(context: RuleContext) -> Iterator[Exhibit]:
    """Yield the documents that the register claims and that can be looked at."""
    return (one for one in put_forward(context) if one.file is not None and one.file.state is FileState.PRESENT)


def is_lasting(exhibit: Exhibit) -> bool:
    """Return whether the document has to be in force: by its kinds, or because the register gives none."""
    return not exhibit.entry.kinds or not LASTING.isdisjoint(exhibit.entry.kinds)


def approvals_by(exhibit: Exhibit, day: date) -> tuple[Approval, ...]:
    """Return the approvals that had been given on *day*; one dated later has not happened yet."""
    return tuple(one for one in exhibit.entry.approvals if one.date <= day)


def registered_at(exhibit: Exhibit, context: RuleContext) -> Location:
    """Return the place of the register that describes the document."""
    return Location(context.register_file, line=exhibit.entry.line, part=exhibit.entry.path)


def claimed_at(exhibit: Exhibit, context: RuleContext) -> Location:
    """Return the place of the register that claims the document for the criterion."""
    lines = (claim.line for claim in exhibit.entry.claims if claim.criterion == exhibit.link.criterion)
    return Location(context.register_file, line=next(lines, exhibit.entry.line), part=exhibit.entry.path)


def first_claim(context: RuleContext) -> Location:
    """Return the place of the first claim, for findings about all the evidence together."""
    return claimed_at(next(claimed(context)), context)


def name_of(exhibit: Exhibit) -> str:
    """Return what to call the document in a sentence: its title, or else its path."""
    return exhibit.entry.title or exhibit.entry.path


def about(
    exhibit: Exhibit,
    context: RuleContext,
    rule: str,
    level: Level,
    message: str,
    fix: str,
    reason: Reason | None = None,
) -> Finding:
    """Return a finding about one document, which points at its table in the register."""
    return Finding(
        rule=rule,
        level=level,
        message=message,
        location=registered_at(exhibit, context),
        fix=fix,
        reason=reason,
        document=exhibit.entry.path,
    )
