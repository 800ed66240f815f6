"""What the project depends on: each thing once, and the oldest of it tested."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OF_TESTS = {"openpyxl"}
"""What only the tests need, and what they rest their judgement of our output on."""
_REQUIREMENT = re.compile(r"(?P<name>[\w-]+)(?:\[\w+\])?(?:>=(?P<bound>[\d.]+))?")


def project() -> dict[str, list[str]]:
    """Return the dependencies by the extra they belong to; those of everybody have no name."""
    data = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return {"": data["dependencies"], **data["optional-dependencies"]}


def bounds(requirements: list[str]) -> dict[str, str]:
    found = [_REQUIREMENT.fullmatch(one) for one in requirements]
    assert all(found), f"a requirement that is not name>=version: {requirements}"
    return {one["name"]: one["bound"] for one in found if one and one["bound"]}


def pins() -> dict[str, str]:
    lines = (ROOT / "tests" / "oldest.txt").read_text("utf-8").splitlines()
    return dict(line.split("==") for line in lines if line and not line.startswith("#"))


@pytest.mark.parametrize("extra", sorted(project()))
def test_nothing_is_asked_for_twice(extra: str) -> None:
    """A second line of the same name would be the one that somebody forgets to raise."""
    names = Counter(re.split(r"[\[<>=]", one)[0] for one in project()[extra])

    assert [name for name, times in names.items() if times > 1] == []


def test_the_oldest_of_everything_is_tested() -> None:
    """`tests/oldest.txt` pins the lower bound of all that the program and its site rest on: 5.15 as 5.15 or 5.15.2."""
    asked = project()
    wanted = bounds(asked[""]) | bounds(asked["yaml"]) | bounds(asked["docs"])
    wanted |= {name: bound for name, bound in bounds(asked["test"]).items() if name in OF_TESTS}

    assert set(pins()) == set(wanted)
    assert {name: pin for name, pin in pins().items() if not f"{pin}.".startswith(f"{wanted[name]}.")} == {}
