"""A baseline: what was wrong when somebody began to check, so that what is new stands out."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from ._findings import Finding, Level, Reason
from ._status import Status


@frozen(kw_only=True)
class KnownGap:
    """
    A criterion that was not clear, and how it stood.

    Attributes:
        criterion: its id.
        status: how it stood.
    """

    criterion: str
    status: Status


@frozen(kw_only=True)
class KnownFinding:
    """
    A finding that was there.

    Attributes:
        fingerprint: tells it from every other; it does not depend on lines, dates and words.
        rule: what said it.
        level: how serious it was; a more serious one is new.
        criterion: id; empty for the folder as a whole.
        document: the document it was about, if it was about one.
        reason: why it kept the criterion from being met, if it did.
        message: what was wrong, for people who read the file.
    """

    fingerprint: str
    rule: str
    level: Level
    criterion: str = ""
    document: str = ""
    reason: Reason | None = None
    message: str = ""


@frozen(kw_only=True)
class Baseline:
    """
    What is known to be wrong.

    Attributes:
        assessment: id of the assessment that was judged.
        as_of: the day it was judged for.
        gaps: the criteria that were not clear, in catalogue order.
        findings: those that counted, in catalogue order; those of the folder last.
        organisation: whose gaps they are; empty in a file that was written before this was kept.
    """

    assessment: str
    as_of: date
    gaps: tuple[KnownGap, ...] = ()
    findings: tuple[KnownFinding, ...] = ()
    organisation: str = ""


@frozen(kw_only=True)
class Comparison:
    """
    An assessment set beside a baseline. The decision stays what it is: known gaps are still gaps.

    Attributes:
        known: findings that the baseline has, each with the id of its criterion.
        new: findings that count and that it has not, in the order of the assessment.
        known_gaps: ids of the criteria that were no better then, in catalogue order.
        new_gaps: ids of the criteria that are not clear now, and were clear then, or better.
        held: those of the new gaps that hold the assessment back, as it does not take them.
        gone: entries of the baseline that no longer occur.
        since: the day that the baseline was written for.
    """

    known: frozenset[tuple[str, Finding]] = frozenset()
    new: tuple[Finding, ...] = ()
    known_gaps: tuple[str, ...] = ()
    new_gaps: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    gone: tuple[KnownGap | KnownFinding, ...] = ()
    since: date | None = None

    def knows(self, criterion: str, finding: Finding) -> bool:
        """Return whether the baseline has a finding of that criterion, whose id is empty for the folder."""
        return (criterion, finding) in self.known

    def findings_from(self, level: Level) -> tuple[Finding, ...]:
        """Return the findings at *level* or above that are new."""
        return tuple(one for one in self.new if one.level.weight >= level.weight)

    def passes(self, level: Level) -> bool:
        """Return whether a gate at *level* is clear of anything new."""
        return not self.held and not self.findings_from(level)
