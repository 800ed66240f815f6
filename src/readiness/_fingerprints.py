"""Give each finding a mark that stays the same while lines move, dates pass and words change."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator

from attrs import frozen

from .model import Assessment, CriterionResult, Finding

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


@frozen
class Occurrence:
    """
    A finding where it was said.

    Attributes:
        finding: what was said.
        result: the criterion it was said of; ``None`` for the folder as a whole.
        path: the file it points at.
        fingerprint: the same for the same finding in another run.
    """

    finding: Finding
    result: CriterionResult | None
    path: str
    fingerprint: str

    @property
    def about(self) -> str:
        """Return the id of the criterion; empty for the folder as a whole."""
        return self.result.criterion.id if self.result else ""

    @property
    def counts(self) -> bool:
        """Return whether no waiver and no decision excuses it."""
        return self.result is None or self.finding in self.result.counting


def occurrences(assessment: Assessment, path_of: Callable[[str], str] = str) -> Iterator[Occurrence]:
    """
    Yield every finding: those of the criteria in catalogue order, then those of the folder; twins are numbered.

    Args:
        assessment: the judgement.
        path_of: turns a file of a finding into the path that the fingerprint is made of; default: as it is inside the
            evidence folder, which does not depend on where the folder stands.
    """
    times: Counter[str] = Counter()
    for result, finding in _pairs(assessment):
        path = path_of(finding.location.file)
        key = _key(finding, result, path)
        times[key] += 1
        fingerprint = hashlib.sha256(f"{key}\0{times[key]}".encode()).hexdigest()[:32]
        yield Occurrence(finding, result, path, fingerprint)


def _pairs(assessment: Assessment) -> Iterator[tuple[CriterionResult | None, Finding]]:
    for result in assessment.results:
        yield from ((result, finding) for finding in result.findings)
    yield from ((None, finding) for finding in assessment.findings)


def _key(finding: Finding, result: CriterionResult | None, path: str) -> str:
    place = finding.location
    own = (result.criterion.id,) if result else ("", place.part, finding.message)
    return _HALF_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", "\0".join((finding.rule, path, finding.document, *own)))
