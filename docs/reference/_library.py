"""Write the pages of the library: the functions with the plug-ins and exceptions, and the values."""

# ruff: noqa: INP001 - a script's helper, not a package
from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from enum import Enum
from types import ModuleType
from typing import Any

import attrs
from _docstrings import alias, call, cell, joined, paragraphs, prose, sentence, told, written_types

import readiness
from readiness import _api, exceptions, model, testing
from readiness._readers._table import FORMAT_OF_SUFFIX
from readiness._registry import readers, renderers, report_renderers, rules

FUNCTIONS = (
    "load_catalogue", "load_evidence", "read_plan", "assess", "assess_folder", "render", "suggest", "load_record",
    "compare", "trend", "report", "owner_reports",
)  # fmt: skip
CHAPTERS = {
    "_assessment": "The assessment",
    "_status": "Statuses and colours",
    "_threshold": "Thresholds",
    "_findings": "Findings",
    "_criteria": "The catalogue",
    "_vocabulary": "The words of a catalogue",
    "_register": "The register",
    "_evidence": "The evidence folder",
    "_documents": "Documents as read",
    "_reading": "What was found in documents",
    "_caveat": "What to bear in mind about a document",
    "_acceptance": "What a person has accepted",
    "_plan": "The plan",
    "_suggestion": "Suggestions",
    "_baseline": "The baseline",
    "_profile": "The profile, for renderers",
    "_record": "An assessment kept",
    "_difference": "What changed",
    "_trend": "The criteria over time",
    "_report": "Reports, for renderers",
    "_phrasing": "Words of your own",
    "_drawing": "Pictures of a profile and a report",
    "_map": "Which document is evidence for what",
    "_protocols": "Plug-ins",
}
_FACTORIES = {"dict": "{}", "list": "[]", "tuple": "()", "frozenset": "frozenset()"}


def library(note: str) -> Iterator[str]:
    """Yield the page of functions, plug-ins and exceptions."""
    yield from ("# The library", "", note, "")
    yield "`import readiness` imports nothing else. The first use of a name does the rest."
    yield "Every value is frozen and typed, and the package carries its types (`py.typed`)."
    yield "[What is promised of it](stability.md). [A whole tool that uses it](../examples/reminders/README.md)."
    yield from ("", "## The functions")
    for name in FUNCTIONS:
        yield from _function("readiness", getattr(readiness, name))
    yield from ("", "## For authors of plug-ins: `readiness.testing`", "")
    yield "[Write your own rule, and test it](../how-to/write-your-own-rule.md)."
    yield from _class(testing.Example, "readiness.testing.")
    for function in (testing.examples, testing.judge_with, testing.render_with):
        yield from _function("readiness.testing", function)
    yield from ("", "## Plug-ins", "", *_plug_ins())
    yield from ("", "## Exceptions: `readiness.exceptions`", "")
    yield "A mistake of input carries every `Problem` that was found. `ReadinessError` is the base of them all."
    for one in (exceptions.Problem, *_exceptions()):
        yield from _class(one)
    yield from ("", "## Values: `readiness.model`", "")
    yield "Each name leads to its fields."
    yield from ("", "| name | what it is |", "| --- | --- |")
    for name in sorted(model.__all__):
        yield f"| [`{name}`](values.md#{name.lower()}) | {cell(_summary(name))} |"


def values(note: str) -> Iterator[str]:
    """Yield the page of `readiness.model`: every value with its fields."""
    yield from ("# Values", "", note, "")
    yield "What the functions return and what plug-ins are given: the names of `readiness.model`. All of them are frozen. A field"  # noqa: E501
    yield "without a default has to be given. [What may change](stability.md)."
    if homeless := sorted(name for name in model.__all__ if _home(name) not in CHAPTERS):
        raise LookupError(f"say in CHAPTERS of {__file__} under which heading these belong: {', '.join(homeless)}")
    for part, title in CHAPTERS.items():
        names = [name for name in model.__all__ if _home(name) == part]
        yield from ("", f"## {title}")
        for name in names:
            one = getattr(model, name)
            if isinstance(one, type):
                yield from _class(one)
            elif inspect.isfunction(one):
                yield from _function("readiness.model", one, named=name)
            else:
                stands_for, text = alias(sys.modules[f"readiness.model.{part}"], name)
                yield from ("", f"### `{name}`", "", joined(text), "", f"`{stands_for}`")


def _home(name: str) -> str:
    """Return the module that a name of the model is defined in; a name for a type does not know its own."""
    module = getattr(getattr(model, name), "__module__", "")
    if module.startswith("readiness.model."):
        return str(module.rpartition(".")[2])
    return next(part for part in CHAPTERS if _defines(sys.modules[f"readiness.model.{part}"], name))


def _defines(module: ModuleType, name: str) -> bool:
    try:
        return bool(alias(module, name))
    except LookupError:
        return False


def _summary(name: str) -> str:
    one = getattr(model, name)
    if isinstance(one, type) or inspect.isfunction(one):
        return paragraphs(one)[0]
    return alias(sys.modules[f"readiness.model.{_home(name)}"], name)[1]


def _plug_ins() -> Iterator[str]:
    yield "A package adds to `readiness` by an entry point. It is looked up only when no built-in has the name."
    yield "[Write a plug-in](../how-to/write-a-plug-in.md)."
    yield from ("", "| what | entry-point group | protocol | built in |", "| --- | --- | --- | --- |")
    known = [suffix[1:] for suffix in FORMAT_OF_SUFFIX]
    for what, group, protocol in (
        ("a rule", rules, model.Rule),
        ("a rule about the folder", rules, model.FolderRule),
        ("a reader", readers, model.Reader),
        ("a renderer", renderers, model.Renderer),
        ("a renderer of reports", report_renderers, model.ReportRenderer),
    ):
        built_in = known if group is readers else [one for one in group.builtins if _fits(group.get(one), protocol)]
        names = ", ".join(f"`{name}`" for name in sorted(built_in))
        linked = f"[`{protocol.__name__}`](values.md#{protocol.__name__.lower()})"
        yield f"| {what} | `{group.group}` | {linked} | {names} |"


def _fits(cls: Any, protocol: Any) -> bool:
    method = next(name for name in ("check_folder", "check", "render") if name in vars(protocol))
    return hasattr(cls, method)


def _exceptions() -> list[type]:
    return [one for one in vars(exceptions).values() if isinstance(one, type) and issubclass(one, Exception)]


def _class(cls: type, prefix: str = "") -> Iterator[str]:
    yield from ("", f"### `{prefix}{cls.__name__}`")
    yield from prose(cls, _module(cls), without="Attributes:")
    if rows := list(_members(cls) if issubclass(cls, Enum) else _fields(cls)):
        yield from ("", *rows)
    if parts := [part for name, one in vars(cls).items() if not name.startswith("_") for part in _part(cls, name, one)]:
        yield from ("", *parts)


def _module(cls: type) -> str:
    """Return the public module that a class is taken from."""
    return cls.__module__.partition("._")[0]


def _members(cls: type[Enum]) -> Iterator[str]:
    yield from ("| member | value |", "| --- | --- |")
    for one in cls:
        yield f"| `{one.name}` | `{one.value}` |"


def _fields(cls: type) -> Iterator[str]:
    """Yield a table of what a value holds, or of what has to be known of a plug-in."""
    meanings, defaults, named = told(cls), _defaults(cls), written_types(cls)
    if not named:
        return
    if not defaults and not meanings:
        yield from ("| field | type |", "| --- | --- |")
        yield from (f"| `{name}` | `{cell(kind)}` |" for name, kind in named.items())
        return
    yield from ("| field | means | type | default |", "| --- | --- | --- | --- |")
    for name, kind in named.items():
        default = f"`{cell(defaults[name])}`" if name in defaults else ""
        yield f"| `{name}` | {cell(sentence(meanings.get(name, '')))} | `{cell(kind)}` | {default} |"


def _defaults(cls: type) -> dict[str, str]:
    if not attrs.has(cls):
        return {name: repr(one) for name, one in getattr(cls, "_field_defaults", {}).items()}
    given = {one.name: one.default for one in attrs.fields(cls) if one.default is not attrs.NOTHING}
    return {name: _shown(one) for name, one in given.items()}


def _shown(default: Any) -> str:
    if isinstance(default, Enum):
        return f"{type(default).__name__}.{default.name}"
    if factory := getattr(default, "factory", None):
        return _FACTORIES.get(factory.__name__, f"{factory.__name__}()")
    return f"{type(default).__name__}()" if attrs.has(type(default)) else repr(default)


def _part(cls: type, name: str, one: Any) -> Iterator[str]:
    """Yield a bullet for a property or a method, with what its docstring says before any example."""
    if isinstance(one, property) and one.fget is not None:
        head = f"{name} -> {inspect.signature(one.fget).return_annotation}"
    elif isinstance(one, classmethod | staticmethod) or inspect.isfunction(one):
        head = call(getattr(cls, name))
    else:
        return
    said = [joined(part) for part in paragraphs(one) if not part.startswith((">>>", "Args:", "Raises:", "Returns:"))]
    yield f"- `{head}`: {told(cls).get(name) or ' '.join(said)}"


def _function(module: str, function: Any, named: str = "") -> Iterator[str]:
    yield from ("", f"### `{named or f'{module}.{function.__name__}'}`", "", "```text", *_signature(function), "```")
    yield from prose(function, module)


def _signature(function: Any) -> Iterator[str]:
    shown = inspect.signature(function)
    yield f"{function.__name__}("
    keyword_only = False
    for one in shown.parameters.values():
        if one.kind is one.KEYWORD_ONLY and not keyword_only:
            keyword_only = True
            yield "    *,"
        default = "" if one.default is one.empty else f" = {one.default!r}"
        yield f"    {one.name}: {str(one.annotation).replace('AnyPath', str(_api.AnyPath))}{default},"
    yield f") -> {shown.return_annotation}"
