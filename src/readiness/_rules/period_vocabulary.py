"""The rule `period-vocabulary`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from attrs import frozen

from readiness._words import day
from readiness.model import Criterion, Exhibit, Finding, Level, RuleContext, TermSpot

from ._shared import about, approvals_by, inside, name_of, opened

_SHOWN = 3


@frozen(kw_only=True)
class PeriodVocabulary:
    """
    The evidence speaks the language of its time.

    What it asks
        Whether a claimed document uses words that came into use only after the period of the criteria, such as DBS
        for what was called CRB in 2008.

    Why
        It is no fault by itself. But a document that is dated 2008 and uses words of 2013 was rewritten later, or
        carries the wrong date, and an assessor will ask.

    What satisfies it
        Only words of the period, or a document whose own date lies after ``until``. It is a note and never more.

    How to fix
        Check the date of the document: the file, its title page, and the register.

    Options
        until: last day of the period, such as ``2010-08-06``; a document dated later is not judged; default: each
            document is judged.
    """

    kind: ClassVar[str] = "period-vocabulary"
    until: date | None = None

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:
        """Yield a note for each document that uses later words of this criterion."""
        later = {term.casefold() for term in criterion.vocabulary.later}
        for one in opened(context):
            terms = [term for term in one.look.later_terms if term.term.casefold() in later]
            dated = _dated(one.exhibit, context.as_of)
            if terms and not (self.until and dated and dated > self.until):
                yield self._note(one.exhibit, terms, dated, context)

    def _note(self, exhibit: Exhibit, terms: list[TermSpot], dated: date | None, context: RuleContext) -> Finding:
        words = "; ".join(f"“{one.term}” ({str(one.spot.locator) or 'in the text'})" for one in terms[:_SHOWN])
        of = f", dated {day(dated)}," if dated else ""
        message = f"“{name_of(exhibit)}”{of} uses words of a later time: {words}."
        fix = "Check the date of the document: the file, its title page, and the register."
        return about(exhibit, context, self.kind, Level.NOTE, message, fix, location=inside(exhibit, terms[0].spot))


def _dated(exhibit: Exhibit, as_of: date) -> date | None:
    """Return the day a document is of, by the register: the last of its effective date and its approvals so far."""
    days = [one.date for one in approvals_by(exhibit, as_of)]
    return max([*days, *([exhibit.entry.effective] if exhibit.entry.effective else [])], default=None)
