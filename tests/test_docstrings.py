"""The examples in the docstrings are true: each runs and gives what it says."""

from __future__ import annotations

import doctest
import importlib
import io
import pkgutil
from pathlib import Path

import pytest

import readiness

NOT_IMPORTED = {"readiness.__main__", "readiness._cage.worker"}  # importing them starts them
ROOT = Path(__file__).parent.parent
if not (ROOT / "evidence").is_dir():
    pytest.skip("the source distribution carries no evidence", allow_module_level=True)
MODULES = sorted({one.name for one in pkgutil.walk_packages(readiness.__path__, "readiness.")} - NOT_IMPORTED)


def examples_of(module: str) -> list[doctest.DocTest]:
    found = doctest.DocTestFinder().find(importlib.import_module(module), module)
    return [one for one in found if one.examples]


def run(example: doctest.DocTest) -> str:
    """Return what an example says that it should not; nothing if it is true."""
    said = io.StringIO()
    doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS).run(example, out=said.write)
    return said.getvalue()


@pytest.mark.parametrize("module", MODULES)
def test_every_example_of_a_docstring_is_true(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader copies an example and gets the same; folders are named from the root of the project."""
    monkeypatch.chdir(ROOT)

    untrue = [said for one in examples_of(module) if (said := run(one))]

    assert untrue == []


def test_an_example_that_is_not_true_is_found_out() -> None:
    """The runner does look."""
    wrong = doctest.DocTestParser().get_doctest(">>> 1 + 1\n3\n", {}, "wrong", "wrong.py", 0)

    assert "Got:\n    2" in run(wrong)


def test_the_facade_shows_each_function_at_work() -> None:
    """Whoever looks up one of the functions finds an example of it."""
    functions = (getattr(readiness, name) for name in readiness.__all__ if name != "__version__")

    assert [one.__name__ for one in functions if ">>> " not in one.__doc__] == []
