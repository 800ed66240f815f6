"""What holds of the code as a whole: imports point one way, nothing is loaded early, nothing grows too large."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import readiness
import readiness.model

ROOT = Path(__file__).parent.parent
SRC = ROOT / "src"
LONGEST_FUNCTION, LONG_FUNCTION, LONGEST_MODULE = 45, 30, 310


def test_imports_point_one_way() -> None:
    """The layers of `pyproject.toml` hold, and every module has its place in them."""
    command = [sys.executable, "-m", "importlinter.cli", "--no-cache"]
    script = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", script, "--no-cache"]
    variables = {**os.environ, "PYTHONPATH": str(SRC)}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=variables, timeout=120)

    assert done.returncode == 0, done.stdout + done.stderr


def test_importing_the_package_imports_nothing_else() -> None:
    """A tool that imports `readiness` pays for it only when it uses it."""
    script = (
        "import sys; before = set(sys.modules); sys.path.insert(0, sys.argv[1]);"
        "import readiness; print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", script, str(SRC)], capture_output=True, text=True, check=True, timeout=60
    )

    assert done.stdout.split() == ["readiness"]


def test_a_worker_imports_what_it_needs_and_no_more() -> None:
    """Every worker pays for its imports before it reads a line; plans and profiles are none of its business."""
    script = "import sys, readiness._cage.worker, readiness._evidence._task; print(*sys.modules)"
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, [SRC, *filter(None, sys.path)]))}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60, env=variables
    )
    loaded = set(done.stdout.split())

    assert "readiness.model._documents" in loaded
    assert loaded.isdisjoint(f"readiness.model.{one}" for one in ("_assessment", "_plan", "_profile", "_register"))
    assert loaded.isdisjoint({"readiness._store", "readiness._cage._pool", "subprocess", "sqlite3", "difflib"})


def test_the_values_have_their_names_and_no_others() -> None:
    """Each can be had, though it is imported on its first use, and a misspelt name is an error."""
    assert all(hasattr(readiness.model, name) for name in readiness.model.__all__)
    assert set(dir(readiness.model)) == set(readiness.model.__all__)
    with pytest.raises(AttributeError, match="no attribute 'Pasage'"):
        readiness.model.Pasage  # noqa: B018


def test_the_facade_has_its_names_and_no_others() -> None:
    """Its functions and a version; a misspelt name is an error."""
    functions = {"assess", "assess_folder", "load_catalogue", "load_evidence", "read_plan", "render"}
    functions |= {"compare", "load_record", "owner_reports", "report", "suggest", "trend"}

    assert set(readiness.__all__) == functions | {"__version__"}
    assert functions <= set(dir(readiness))
    assert all(callable(getattr(readiness, name)) for name in functions)
    assert (SRC / "readiness" / "py.typed").is_file()
    with pytest.raises(AttributeError, match="no attribute 'asess'"):
        readiness.asess  # noqa: B018


def _functions() -> list[tuple[int, str]]:
    found = []
    for path in sorted(SRC.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                text = ast.get_docstring(node, clean=False)
                lines = (node.end_lineno or 0) - node.lineno + 1 - (text.count("\n") + 1 if text else 0)
                found.append((lines, f"{path.name}:{node.lineno} {node.name}"))
    return found


def test_functions_and_modules_stay_small() -> None:
    """None is longer than 45 lines without its docstring, nine in ten stay under 30, no module passes 310."""
    functions = sorted(_functions(), reverse=True)
    modules = [(len(path.read_text(encoding="utf-8").splitlines()), path.name) for path in SRC.rglob("*.py")]

    assert [one for one in functions if one[0] > LONGEST_FUNCTION] == []
    assert sum(lines <= LONG_FUNCTION for lines, _ in functions) >= 0.9 * len(functions)
    assert [one for one in modules if one[0] > LONGEST_MODULE] == []


def test_only_the_command_line_prints_or_reads_the_clock() -> None:
    """Everything below `_cli` is given what it needs."""
    forbidden = {"print", "input", "today", "now", "utcnow", "getenv", "urandom", "uuid4"}
    for path in sorted((SRC / "readiness").rglob("*.py")):
        if "_cli" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                assert name not in forbidden, f"{path}:{node.lineno} calls {name}"


def test_the_public_interface_has_the_types_it_promises() -> None:
    """`tests/typing/api.py` is never run; a type checker reads it as a user's program."""
    pytest.importorskip("mypy", reason="install the dev extra to check types")
    command = [sys.executable, "-m", "mypy", "--strict", str(ROOT / "tests" / "typing" / "api.py")]
    variables = {**os.environ, "MYPYPATH": str(SRC)}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=variables, timeout=300)

    assert done.returncode == 0, done.stdout + done.stderr
