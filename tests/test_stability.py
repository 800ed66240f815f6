"""What others rely on changes only on purpose: a list of it is kept, and nothing private can be reached from it."""

from __future__ import annotations

import difflib
import inspect
import runpy
import typing
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType

import attrs
import pytest

import readiness
from readiness import exceptions, model, testing

REFERENCE = Path(__file__).parents[1] / "docs" / "reference"
if not REFERENCE.is_dir():
    pytest.skip("the source distribution carries no docs", allow_module_level=True)

ADVICE = """
The public interface has changed. If that is meant: write it into CHANGELOG.md, read docs/reference/stability.md,
and run `python docs/reference/_generate.py`.
"""


def listing() -> list[str]:
    lines: list[str] = runpy.run_path(str(REFERENCE / "_generate.py"))["interface"]()
    return list(lines)


@cache
def as_it_stands() -> list[str]:
    """Return the list as it was when somebody first asked for it; making it takes a second."""
    return listing()


def test_the_public_interface_is_the_one_agreed_on() -> None:
    """Whatever is added, changed or taken away shows as a line of the list."""
    agreed = (REFERENCE / "public-interface.txt").read_text(encoding="utf-8").splitlines()

    changed = [*difflib.unified_diff(agreed, as_it_stands(), "agreed", "found", n=0, lineterm="")]

    assert changed == [], "\n".join([ADVICE, *changed])


@pytest.mark.parametrize(
    "line",
    [
        "readiness.load_record(path: str | os.PathLike[str]) -> Record",
        "Finding.rule: str, keyword",
        "Finding.document: str, optional, keyword",
        "Status.PARTLY_MET = 'partly met'",
        "Assessment.gaps -> tuple[CriterionResult, ...]",
        "RegisterError(InputError)",
        "3 NOTHING",
        "readiness check --fail-on LEVEL {error,warning,note}",
        "readiness register import --apply",
        "fail-on READINESS_FAIL_ON",
        "folder required",
        "readiness-check",
        "--readiness-as-of DATE",
        "readiness_assessment -> Assessment",
        "reviewed-within.months: int = 0",
        "Waiver.until required",
        "finding.location.line: ['integer', 'null']",
    ],
)
def test_the_list_has_everything_that_a_user_could_trip_over(line: str) -> None:
    """One of each sort, as it stands today."""
    assert line in as_it_stands()


def test_the_list_does_not_depend_on_what_was_done_before() -> None:
    """Loading a catalogue looks types up; the list shows them as they are written."""
    before = listing()
    readiness.load_catalogue()

    assert before == listing()


def test_a_change_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A function that gains a parameter is another line."""

    def changed(assessment: model.Assessment, format: str = "html", *, folder: str = "", dark: bool = False) -> bytes:  # noqa: A002
        return b""

    changed.__name__ = "render"
    before = listing()
    monkeypatch.setattr(readiness, "render", changed, raising=False)

    assert [line for line in difflib.ndiff(before, listing()) if line.startswith(("- ", "+ ")) and "dark" in line]


PUBLIC = (readiness, model, exceptions, testing)
NAMES: dict[str, object] = {
    name: getattr(module, name)
    for module in (model, exceptions, testing)
    for name in dir(module)
    if not name.startswith("_")
}


def public_functions() -> Iterator[typing.Any]:
    yield from (getattr(readiness, name) for name in readiness.__all__ if name != "__version__")
    yield from (getattr(testing, name) for name in testing.__all__)
    yield from (getattr(model, name) for name in model.__all__)
    yield from (one for one in vars(exceptions).values() if inspect.isclass(one) and is_ours(one))


def is_ours(one: type) -> bool:
    return one.__module__.partition(".")[0] == "readiness"


def types_in(one: object) -> Iterator[type]:
    """Yield every class that a type is made of."""
    if inspect.isclass(one) and not typing.get_args(one):
        yield one
    for part in (*typing.get_args(one), typing.get_origin(one)):
        if part is not None:
            yield from types_in(part)
    if isinstance(one, list | tuple):  # the arguments of a callable
        for part in one:
            yield from types_in(part)


def reached_from(one: typing.Any) -> Iterator[type]:
    """Yield every class in the signature of a function, or in the fields, properties and methods of a class."""
    known = {**NAMES, "date": date}
    if not inspect.isclass(one):
        parts = [one] if inspect.isfunction(one) else []
    else:
        parts = [one, *(part for name, part in vars(one).items() if not name.startswith("_"))]
    for part in parts:
        target = part.fget if isinstance(part, property) else getattr(part, "__func__", part)
        if inspect.isclass(target) or inspect.isfunction(target):
            hints = typing.get_type_hints(target, localns=known)
            hidden = {name for name in hints if name.startswith("_")}
            yield from (found for name in hints.keys() - hidden for found in types_in(hints[name]))


def test_nothing_private_can_be_reached_from_a_public_signature() -> None:
    """Whoever gets a value from a public function can name its type."""
    can_be_named = {id(one) for one in NAMES.values()}

    reached = {(getattr(one, "__name__", str(one)), found) for one in public_functions() for found in reached_from(one)}
    ours = {(name, found) for name, found in reached if is_ours(found)}

    assert len(ours) > 100, "the search looks at nothing"
    assert {f"{name} needs {found.__qualname__}" for name, found in ours if id(found) not in can_be_named} == set()


@pytest.mark.parametrize("module", PUBLIC, ids=lambda one: one.__name__)
def test_every_public_name_says_what_it_is(module: ModuleType) -> None:
    """A name without a docstring is a promise that nobody can read."""
    names = getattr(module, "__all__", None) or [name for name, one in vars(module).items() if inspect.isclass(one)]
    silent = [name for name in names if name != "__version__" and not inspect.getdoc(getattr(module, name))]

    assert silent == []


def test_every_field_of_a_value_is_explained() -> None:
    """The page of values has no empty cell, but for three whose sentence names their fields."""
    explained_in_a_sentence = {"DatedSpot", "Edit", "TermSpot"}

    silent = [
        f"{cls.__name__}.{one.name}"
        for cls in (getattr(model, name) for name in model.__all__)
        if inspect.isclass(cls) and attrs.has(cls) and cls.__name__ not in explained_in_a_sentence
        for one in attrs.fields(cls)
        if not one.name.startswith("_") and f"\n    {one.name}: " not in (inspect.getdoc(cls) or "")
    ]

    assert silent == []
