"""The rule `where-found`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from readiness.model import Claim, Criterion, Finding, Level, Location, Reason, RuleContext

from ._shared import Opened, about, name_of, opened, shortened

_PLACE = re.compile(
    r"\d|\b(?:page|slide|sheet|tab|worksheet|cell|row|column|table|line|paragraph|section|clause|chapter|heading|appendix"
    r"|annex|schedule|footnote|endnote|header|footer)\b",
    re.IGNORECASE,
)
"""What tells a place from free words: a number, or the word for a place."""
_WHY = "the document, as it was read, has no places of that sort"


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
        hyphens and the shape of quotation marks. A place of a sort that the document, as it was read, has none of,
        such as ``section 7`` of a text without headings or ``page 3`` of a Word document, could not be looked for:
        that is a warning and holds nothing back. Free words, such as ``throughout``, name no place; that is noted.

    How to fix
        Open the document, find the passage, and correct ``where``: a page, a heading, a cell, or a phrase copied from
        the document in quotation marks.

    Options
        level: ``error``, ``warning`` or ``note`` for a place that is not there; default ``error``.
    """

    kind: ClassVar[str] = "where-found"
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:  # noqa: ARG002 - the protocol
        """Yield a finding for each place that is not there, and a milder one for each that cannot be looked for."""
        for one in opened(context):
            for claim in one.exhibit.claims:
                if claim.where.strip():
                    yield from self._claim(one, claim, context)

    def _claim(self, one: Opened, claim: Claim, context: RuleContext) -> Iterator[Finding]:
        pin = one.look.pin(claim.where)
        name, where = name_of(one.exhibit), shortened(claim.where)
        location = Location(context.register_file, line=claim.line, part=one.exhibit.entry.path)
        if pin is not None and not pin.checkable and _PLACE.search(claim.where):
            message = f"“{name}” is claimed for {claim.criterion} at {where}, which could not be looked for: {_WHY}."
            fix = "Look whether it is there, and quote some of its words, which can be looked for everywhere."
            level = Level.NOTE if self.level is Level.NOTE else Level.WARNING
            yield about(one.exhibit, context, self.kind, level, message, fix, location=location)
        elif pin is None or not pin.checkable:
            message = f"“{name}” is claimed for {claim.criterion} at {where}, which is no place that can be looked for."
            fix = "Give a page, a heading, a cell, or a phrase in quotation marks."
            yield about(one.exhibit, context, self.kind, Level.NOTE, message, fix, location=location)
        elif pin.spot is None:
            read = "" if one.reading.complete else " in the part that could be read"
            message = f"“{name}” is claimed for {claim.criterion} at {where}, which was not found{read}."
            fix = "Correct where in the claim: a page, a heading, a cell, or a phrase copied from the document."
            yield about(one.exhibit, context, self.kind, self.level, message, fix, Reason.INSUFFICIENT, location)
