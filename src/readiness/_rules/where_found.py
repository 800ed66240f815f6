"""The rule `where-found`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from readiness.model import Claim, Criterion, Finding, Level, Location, Reason, RuleContext

from ._shared import Opened, about, name_of, opened, shortened


@frozen(kw_only=True)
class WhereFound:
    """
    The place that a claim points to is in the document.

    What it asks
        That the page, the heading, the cell or the quoted phrase in ``where`` of each claim is found in its document.

    Why
        An assessor follows each claim to its place. A phrase that is no longer there is often the first sign that the
        document was rewritten after it was claimed.

    What satisfies it
        A place that is there. A phrase has to stand in quotation marks and is compared without regard to line breaks,
        hyphens and the shape of quotation marks. Free words, such as ``throughout``, cannot be looked for; that is
        noted and holds nothing back.

    How to fix
        Open the document, find the passage, and correct ``where``: a page, a heading, a cell, or a phrase copied from
        the document in quotation marks.

    Options
        level: ``error``, ``warning`` or ``note`` for a place that is not there; default ``error``.
    """

    kind: ClassVar[str] = "where-found"
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:  # noqa: ARG002 - the protocol
        """Yield a finding for each place that is not there, and a note for each that cannot be looked for."""
        for one in opened(context):
            for claim in one.exhibit.claims:
                if claim.where.strip():
                    yield from self._claim(one, claim, context)

    def _claim(self, one: Opened, claim: Claim, context: RuleContext) -> Iterator[Finding]:
        pin = one.look.pin(claim.where)
        name, where = name_of(one.exhibit), shortened(claim.where)
        location = Location(context.register_file, line=claim.line, part=one.exhibit.entry.path)
        if pin is None or not pin.checkable:
            message = f"“{name}” is claimed for {claim.criterion} at {where}, which is no place that can be looked for."
            fix = "Give a page, a heading, a cell, or a phrase in quotation marks."
            yield about(one.exhibit, context, self.kind, Level.NOTE, message, fix, location=location)
        elif pin.spot is None:
            read = "" if one.reading.complete else " in the part that could be read"
            message = f"“{name}” is claimed for {claim.criterion} at {where}, which was not found{read}."
            fix = "Correct where in the claim: a page, a heading, a cell, or a phrase copied from the document."
            yield about(one.exhibit, context, self.kind, self.level, message, fix, Reason.INSUFFICIENT, location)
