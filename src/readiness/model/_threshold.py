"""What an assessment takes: usually nothing but criteria that are clear."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ._findings import Level
from ._status import Status


@frozen(kw_only=True)
class Threshold:
    """
    What an assessment takes. Without one it takes only criteria that are met, waived or not applicable.

    What could not be opened is never taken.

    Attributes:
        allow: further statuses that do not hold it back; how many may be ``not met`` is said by the next one.
        not_met_at_most: how many criteria may be not met; if there are more, all of them hold it back.
        met_at_least: how many criteria have to be met, waived and not applicable ones not counted.
        fail_on: findings at this level or above hold it back, too; ``None`` leaves that to the gate.

    >>> Threshold().strict, Threshold(allow=(Status.PLANNED,)).strict
    (True, False)
    """

    allow: tuple[Status, ...] = ()
    not_met_at_most: int = 0
    met_at_least: int = 0
    fail_on: Level | None = None

    @property
    def strict(self) -> bool:
        """Return whether it asks for no more and no less than that every criterion is clear."""
        return self == STRICT

    def mistakes(self, total: int) -> Iterator[tuple[str, str]]:
        """
        Yield what makes no sense of it, each with its key.

        Args:
            total: how many criteria the assessment asks for.
        """
        for one in self.allow:
            if one.clear:
                yield "allow", f"{one.value!r} is never in the way; leave it out"
            elif one is Status.NOT_MET:
                yield "allow", "say with not_met_at_most how many may be not met"
        for key in ("not_met_at_most", "met_at_least"):
            if getattr(self, key) < 0:
                yield key, f"expected a number of criteria, found {getattr(self, key)}"
        if self.met_at_least > total:
            yield "met_at_least", f"asks for {self.met_at_least} met criteria, but there are only {total}"


STRICT = Threshold()
"""What an assessment takes if nobody says otherwise."""


@frozen(kw_only=True)
class AgreedThreshold:
    """
    What an assessment takes of this organisation, as somebody agreed; it replaces what the catalogue says.

    Attributes:
        assessment: id of the assessment.
        allow: see `Threshold`.
        not_met_at_most: see `Threshold`.
        met_at_least: see `Threshold`.
        fail_on: see `Threshold`.
        reason: why.
        approver: who agreed.
        line: line of the register, counted from 1.
    """

    assessment: str
    allow: tuple[Status, ...] = ()
    not_met_at_most: int = 0
    met_at_least: int = 0
    fail_on: Level | None = None
    reason: str
    approver: str
    line: int | None = None

    @property
    def threshold(self) -> Threshold:
        """Return the threshold itself."""
        return Threshold(
            allow=self.allow,
            not_met_at_most=self.not_met_at_most,
            met_at_least=self.met_at_least,
            fail_on=self.fail_on,
        )
