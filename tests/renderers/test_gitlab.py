"""The code quality report of GitLab."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import machines
from hypothesis import given, settings
from hypothesis import strategies as st

from common import at_most
from readiness._renderers._gitlab import GitlabRenderer
from readiness.model import EvidenceProfile

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "code-quality.json").read_text("utf-8"))
CHECKER = jsonschema.Draft202012Validator(SCHEMA)


def issues(profile: EvidenceProfile) -> Any:
    return json.loads(GitlabRenderer().render(profile))


@machines.EVERY_SAMPLE
def test_is_what_gitlab_asks_for(make: Any) -> None:
    """Every sample is valid, and no two issues have the same fingerprint."""
    found = issues(make())

    assert not [error.message for error in CHECKER.iter_errors(found)]
    assert len({one["fingerprint"] for one in found}) == len(found)


@settings(max_examples=at_most(15), deadline=None)
@given(st.text(st.characters(codec=None), max_size=20))
def test_stays_valid_whatever_the_text(text: str) -> None:
    """Any text leaves the report valid."""
    found = issues(machines.telling_as(lambda said: f"{said}{text}"))

    assert not [error.message for error in CHECKER.iter_errors(found)]


def test_levels_become_severities() -> None:
    """Error, warning and note; what is excused is kept, as information that says why."""
    by_text = {one["description"]: one["severity"] for one in issues(machines.telling())}

    assert by_text["OA8: There is only a plan. Claim a document."] == "critical"
    assert by_text["Two dates. Mend it."] == "minor"
    assert by_text["No system is named. Name it in the register."] == "info"
    (excused,) = [text for text in by_text if text.startswith("OA9: No document")]
    assert by_text[excused] == "info"
    assert excused.endswith("(Waived by Director of children's services until 31 July 2009: The feed opens in July.)")


def test_a_line_is_always_given() -> None:
    """The line where it is known, the first one where it is not."""
    places = {one["description"]: one["location"] for one in issues(machines.telling())}

    assert places["Two dates. Mend it."] == {"path": "evidence/my town/plan.txt", "lines": {"begin": 9}}
    assert places["OA9: It expires. Mend it."]["lines"] == {"begin": 1}


def test_matches_the_snapshot(snapshot: Any) -> None:
    """The whole output is the one agreed."""
    snapshot(Path("machines.gitlab.json"), GitlabRenderer().render(machines.telling()))
