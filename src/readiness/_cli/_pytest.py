"""
The pytest plugin: a test for each criterion, and the assessment as a fixture.

pytest loads this module in every run of everybody who has `readiness` installed, so nothing else is imported before
``--readiness`` is used.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from readiness.model import Assessment, CriterionResult, EvidenceProfile, Finding, Gap

_KEY = pytest.StashKey["EvidenceProfile"]()
_NOTES = ("Why", "Next", "Who")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options; none of them does anything by itself."""
    group = parser.getgroup("readiness", "accreditation evidence")
    group.addoption(
        "--readiness", metavar="DIR", type=_named, help="one test for each criterion of this evidence folder"
    )
    group.addoption("--readiness-as-of", metavar="DATE", type=_day, help="judge as on this day (default: today)")
    group.addoption(
        "--readiness-catalogue", metavar="PATH", type=_named, help="another list of criteria: a folder, or OSCAL"
    )
    group.addoption("--readiness-assessment", metavar="ID", type=_id, help="such as RA7 (default: the register's)")
    group.addoption("--readiness-plan", metavar="FILE", type=_named, help="the project plan (default: the register's)")
    group.addoption(
        "--readiness-only",
        metavar="CRITERION",
        action="append",
        default=[],
        help="judge only this one, such as OA8, OA8-10 or a strand; may be given several times",
    )


def _named(text: str) -> str:
    """Return the path; an empty one, of a variable that is not set, must not pass for a run without criteria."""
    if not text.strip():
        options = "--readiness, --readiness-catalogue, --readiness-plan"
        raise pytest.UsageError(f"{options}: expected a path, found nothing")
    return text


def _id(text: str) -> str:
    """Return the name of an assessment; an empty one would quietly be another."""
    if not text.strip():
        raise pytest.UsageError("--readiness-assessment: expected a name such as RA7, found nothing")
    return text


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise pytest.UsageError(f"--readiness-as-of: expected a date such as 2009-05-29, found {text!r}") from None


@pytest.fixture(scope="session")
def readiness_assessment(pytestconfig: pytest.Config) -> Assessment:
    """Return the assessment of the folder that ``--readiness`` names."""
    if not pytestconfig.getoption("readiness"):
        raise pytest.UsageError("readiness_assessment needs to know a folder: give --readiness=DIR")
    return _profile(pytestconfig).assessment


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, config: pytest.Config, items: list[pytest.Item]) -> None:
    """Add a test for each criterion; before ``-k`` and ``-m`` have their say."""
    if config.getoption("readiness"):
        folder = _Folder.from_parent(session, name=config.getoption("readiness"), nodeid=config.getoption("readiness"))
        items.extend(folder.collect())


def _profile(config: pytest.Config) -> EvidenceProfile:
    """Return the profile, which is made once; a folder that cannot be judged ends the run."""
    if _KEY not in config.stash:
        config.stash[_KEY] = _judged(config)
    return config.stash[_KEY]


def _judged(config: pytest.Config) -> EvidenceProfile:
    from readiness._api import assess_folder, load_catalogue  # noqa: PLC0415 - see the head of this file
    from readiness._profile import build_profile  # noqa: PLC0415 - as above
    from readiness.exceptions import ReadinessError  # noqa: PLC0415 - as above

    from ._judged import cache_beside, today  # noqa: PLC0415 - as above

    here, plan = config.invocation_params.dir, config.getoption("readiness_plan")
    folder = here / config.getoption("readiness")
    try:
        assessment = assess_folder(
            folder,
            as_of=config.getoption("readiness_as_of") or today(),
            catalogue=load_catalogue(config.getoption("readiness_catalogue")),
            assessment=config.getoption("readiness_assessment") or "",
            plan=here / plan if plan else None,
            only=config.getoption("readiness_only"),
            cache=cache_beside(folder),
        )
    except (ReadinessError, OSError) as error:
        raise pytest.UsageError(f"readiness: {error}") from error
    return build_profile(assessment)


class _Folder(pytest.Collector):
    """The evidence folder, with a test for each criterion and one for the folder as a whole."""

    def collect(self) -> Iterator[pytest.Item]:
        profile = _profile(self.config)
        gaps = {gap.id: gap for gap in profile.gaps}
        for result in profile.results:
            yield _Criterion.from_parent(
                self, name=result.criterion.id, result=result, gap=gaps.get(result.criterion.id)
            )
        yield _Whole.from_parent(self, name="the folder as a whole", profile=profile)


class _Item(pytest.Item):
    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, self.nodeid


class _Criterion(_Item):
    """Passes if the criterion is met; skipped if it is excused; an error if nobody could look."""

    def __init__(self, *, result: CriterionResult, gap: Gap | None, **rest: Any) -> None:
        super().__init__(**rest)
        self.result, self.gap = result, gap

    def setup(self) -> None:
        from readiness._renderers._said import excuse_of  # noqa: PLC0415 - see the head of this file
        from readiness.model import Reason, Status  # noqa: PLC0415 - as above

        if (excuse := excuse_of(self.result)) and not self._fails():
            pytest.skip(excuse)
        unseen = self.result.status is Status.NOT_ASSESSABLE or Reason.UNREADABLE in self.result.reasons
        if unseen and self._fails():
            pytest.fail("\n".join(_gap(self.result, self.gap)), pytrace=False)

    def runtest(self) -> None:
        if self._fails():
            pytest.fail("\n".join(_gap(self.result, self.gap)), pytrace=False)

    def _fails(self) -> bool:
        """Return whether `check` would fail for it: it is in the way, or an error of it is excused by nothing."""
        return self.result.in_the_way or any(one.level.value == "error" for one in self.result.counting)


class _Whole(_Item):
    """Fails if something is wrong with the folder as a whole; an error if something claimed could not be looked at."""

    def __init__(self, *, profile: EvidenceProfile, **rest: Any) -> None:
        super().__init__(**rest)
        self.profile = profile

    def setup(self) -> None:
        from readiness._renderers._said import unseen  # noqa: PLC0415 - see the head of this file

        hidden = [(f"Could not look at {one.path}. {one.why}", one.holds) for one in unseen(self.profile)]
        for text in (text for text, holds in hidden if not holds):
            warnings.warn(pytest.PytestWarning(text), stacklevel=1)
        if failing := [text for text, holds in hidden if holds]:
            pytest.fail("\n".join(failing), pytrace=False)

    def runtest(self) -> None:
        judged = self.profile.assessment
        said = [*judged.shortfalls, *(_finding(one) for one in judged.findings if one.level.value == "error")]
        if said:
            pytest.fail("\n".join(said), pytrace=False)


def _gap(result: CriterionResult, gap: Gap | None) -> Iterator[str]:
    """Yield what is wrong, what to do and who has to, then every finding with its place."""
    yield f"{result.criterion.id} {result.criterion.title}: {result.status.value}"
    if gap is not None:
        who = f"{', '.join(gap.who) or 'nobody is named'}, by {gap.by}"
        yield from (f"  {name:<5} {text}" for name, text in zip(_NOTES, (gap.why, gap.what, who), strict=True) if text)
    yield from (f"  {_finding(one)}" for one in result.findings)


def _finding(finding: Finding) -> str:
    return f"{finding.level.value}: {finding.message} Look at {finding.location} [{finding.rule}]"
