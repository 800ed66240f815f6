"""What is built and shipped: everything that is needed, and nothing that is somebody's evidence."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], set[str]]:
    """Return the names in the sdist and in the wheel that is built from it."""
    pytest.importorskip("build", reason="install the dev extra to build the package")
    place = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", str(place), str(ROOT)], check=True, capture_output=True)
    (sdist,), (wheel,) = place.glob("*.tar.gz"), place.glob("*.whl")
    with tarfile.open(sdist) as archive:
        in_sdist = {name.partition("/")[2] for name in archive.getnames()}
    with zipfile.ZipFile(wheel) as archive:
        in_wheel = set(archive.namelist())
    return in_sdist, in_wheel


@pytest.mark.parametrize("folder", ["criteria", "templates"])
def test_the_wheel_carries_the_data(folder: str, built: tuple[set[str], set[str]]) -> None:
    """Every file of `criteria/` and `templates/` is in the wheel, and nothing else is there."""
    expected = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
    prefix = "readiness/_data/"

    assert expected == {name.removeprefix(prefix) for name in built[1] if name.startswith(f"{prefix}{folder}/")}


def test_no_evidence_is_ever_shipped(built: tuple[set[str], set[str]]) -> None:
    """Evidence folders hold other people's papers."""
    for names in built:
        assert not [name for name in names if name.startswith(("evidence/", "readiness/evidence", "build/"))]


def test_schemas_and_the_type_marker_are_shipped(built: tuple[set[str], set[str]]) -> None:
    """Users of the JSON and of the types find what they need."""
    schemas = {f"readiness/_schemas/{name}-1.json" for name in ("assessment", "difference", "plan")}

    assert {"readiness/py.typed", *schemas} <= built[1]
