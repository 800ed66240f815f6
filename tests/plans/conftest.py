"""What the tests of plans share."""

from pathlib import Path

import pytest

from readiness._ids import IdScheme

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "plan" / "isle-of-wight-project-plan-3.txt"


@pytest.fixture
def ids():
    """The ids of the catalogue, OA1 to OA28."""
    return IdScheme.of(f"OA{number}" for number in range(1, 29))


@pytest.fixture
def real():
    """The real plan of 2008, where this machine has it."""
    if not REAL.is_file():
        pytest.skip(f"the real plan is not here: {REAL.name}")
    return REAL


@pytest.fixture
def retyped():
    """The plan that the repository ships."""
    return ROOT / "evidence" / "isle-of-wight" / "plan.txt"
