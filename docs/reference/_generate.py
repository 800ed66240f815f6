"""
Write the pages of the reference that are taken from the docstrings: rules, library, formats and faults.

Run ``python docs/reference/_generate.py`` after changing a docstring; a test compares the pages with what this writes.
"""

# ruff: noqa: INP001 - a script, not a package
from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

import readiness
from readiness import exceptions, model, testing
from readiness._cage import CageLimits
from readiness._readers import BUILT_IN
from readiness._readers._table import FORMAT_OF_SUFFIX
from readiness._registry import readers, renderers, report_renderers, rules

HERE = Path(__file__).parent
_NOTE = "<!-- Written by docs/reference/_generate.py from the docstrings; edit those instead. -->"
_FUNCTIONS = (
    "load_catalogue",
    "load_evidence",
    "read_plan",
    "assess",
    "assess_folder",
    "render",
    "load_record",
    "compare",
)
_SECTIONS = frozenset({"Args:", "Returns:", "Raises:", "Attributes:"})
_LISTED = re.compile(r"(?P<name>\w+): (?P<text>.*)", re.DOTALL)


def pages() -> dict[str, str]:
    """Return the generated pages: the text of each by its file name."""
    return {name: "\n".join(lines).rstrip() + "\n" for name, lines in _pages()}


def _pages() -> Iterator[tuple[str, Iterator[str]]]:
    yield "rules.md", _rules()
    yield "library.md", _library()
    yield "formats.md", _formats()
    yield "faults.md", _faults()


def _rules() -> Iterator[str]:
    yield from ("# Rules", "", _NOTE, "")
    yield "A rule says one thing about the evidence for one criterion, or about the folder as a whole. A catalogue names"  # noqa: E501
    yield "the rules that hold for it, and [a register may tune them](register.md#rule). What is said of the folder changes"  # noqa: E501
    yield "no status."
    yield ""
    yield "`readiness explain KIND` prints the same text. A finding points at a line and says how to mend it."
    yield from ("", "| kind | judges | in short |", "| --- | --- | --- |")
    kinds = sorted(rules.builtins)
    for kind in kinds:
        judges = "a criterion" if hasattr(rules.get(kind), "check") else "the folder"
        yield f"| [`{kind}`](#{kind}) | {judges} | {_paragraphs(rules.get(kind))[0]} |"
    for kind in kinds:
        yield from ("", f"## `{kind}`", "", *_rule(rules.get(kind)))


def _rule(cls: Any) -> Iterator[str]:
    summary, *rest = _paragraphs(cls)
    yield summary
    for part in rest:
        heading, _, body = part.partition("\n")
        yield from ("", f"### {heading}", "")
        yield from _list(body) if heading == "Options" else [_join(body)]


def _formats() -> Iterator[str]:
    yield from ("# Formats", "", _NOTE, "")
    yield from (HERE / "_formats.txt").read_text(encoding="utf-8").splitlines()
    yield from ("", "## What is read of each", "", "| format | names end in |", "| --- | --- |")
    for row in BUILT_IN.values():
        yield f"| [`{row.format}`](#{row.format}) | {', '.join(f'`{suffix}`' for suffix in row.suffixes)} |"
    for row in BUILT_IN.values():
        yield from ("", f"### `{row.format}`", "", *_format(row.load()))
    yield from ("", *_limits())


def _format(function: Any) -> Iterator[str]:
    """Yield what a reader says of itself: its summary, then a line for each section."""
    summary, *rest = _paragraphs(function)
    yield _sentence(summary.removeprefix("Read "))
    for part in rest:
        heading, _, body = part.partition("\n")
        if heading.endswith(":"):
            yield from ("", f"**{heading}** {_join(body)}")


def _limits() -> Iterator[str]:
    yield from (
        "## Limits",
        "",
        "A document beyond these is read as far as they go, or not at all, and that is reported.",
    )
    yield from ("", "| limit | at most |", "| --- | --- |")
    told = dict(_LISTED.fullmatch(line).groups() for line in _list_of(model.ReadLimits))
    for one in attrs.fields(model.ReadLimits):
        yield f"| {_sentence(told[one.name])} | {one.default:,} |"
    told = dict(_LISTED.fullmatch(line).groups() for line in _list_of(CageLimits))
    for name in ("seconds", "memory"):
        yield f"| {_sentence(told[name])} | {getattr(CageLimits(), name):,.0f} |"


def _sentence(text: str) -> str:
    """Return text as a sentence of its own."""
    plain = _join(text)
    return plain[:1].upper() + plain[1:]


def _list_of(cls: Any) -> list[str]:
    """Return the attributes that a docstring tells of, each as ``name: text``."""
    body = next(part for part in _paragraphs(cls) if part.startswith("Attributes:")).partition("\n")[2]
    return re.split(r"\n(?=\S)", textwrap.dedent(body).strip())


def _faults() -> Iterator[str]:
    yield from ("# Faults", "", _NOTE, "")
    yield "Why a document, or a part of it, could not be read. A fault names the part that it concerns and says why."
    yield "What was read before it is kept, except of a document that changed meanwhile."
    for fault in model.Fault:
        yield from ("", f"## {_sentence(fault.value)}", "", fault.sentence, "", f"**What to do:** {fault.advice}")


def _library() -> Iterator[str]:
    yield from ("# The library", "", _NOTE, "")
    yield "`import readiness` imports nothing else. The first use of a name does the rest."
    yield "Every value is frozen and typed, and the package carries its types (`py.typed`)."
    yield from ("", "## Functions")
    for name in _FUNCTIONS:
        yield from _function("readiness", getattr(readiness, name))
    yield from ("", "## For authors of rules: `readiness.testing`")
    for function in (testing.examples, testing.judge_with):
        yield from _function("readiness.testing", function)
    yield from ("", "## Plug-ins", "")
    yield "A package adds to `readiness` by an entry point. It is looked up only when no built-in has the name."
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
        yield f"| {what} | `{group.group}` | `readiness.model.{protocol.__name__}` | {names} |"
    yield from ("", *_table("Exceptions: `readiness.exceptions`", exceptions, _exceptions()))
    yield from ("", *_table("Values: `readiness.model`", model, sorted(model.__all__)))


def _fits(cls: Any, protocol: Any) -> bool:
    method = next(name for name in ("check_folder", "check", "render") if name in vars(protocol))
    return hasattr(cls, method)


def _exceptions() -> list[str]:
    return ["Problem", *(name for name, one in vars(exceptions).items() if _is_error(one))]


def _is_error(one: object) -> bool:
    return isinstance(one, type) and issubclass(one, Exception)


def _table(title: str, module: Any, names: list[str]) -> Iterator[str]:
    yield from (f"## {title}", "", "| name | what it is |", "| --- | --- |")
    for name in names:
        yield f"| `{name}` | {_join(_paragraphs(getattr(module, name))[0])} |"


def _function(module: str, function: Any) -> Iterator[str]:
    yield from ("", f"### `{module}.{function.__name__}`", "", "```text", *_signature(function), "```")
    for part in _paragraphs(function):
        yield ""
        heading, _, body = part.partition("\n")
        if part.startswith(">>>"):
            yield from ("```python", f">>> from {module} import {function.__name__}", part, "```")
        elif heading in _SECTIONS:
            yield from (f"**{heading.rstrip(':')}**", "", *_list(body))
        else:
            yield _join(part)


def _signature(function: Any) -> Iterator[str]:
    shown = inspect.signature(function)
    yield f"{function.__name__}("
    keyword_only = False
    for one in shown.parameters.values():
        if one.kind is one.KEYWORD_ONLY and not keyword_only:
            keyword_only = True
            yield "    *,"
        default = "" if one.default is one.empty else f" = {one.default!r}"
        yield f"    {one.name}: {one.annotation}{default},"
    yield f") -> {shown.return_annotation}"


def _paragraphs(thing: Any) -> list[str]:
    """Return the parts of a docstring; a heading stays with what is indented under it."""
    text = inspect.getdoc(thing) or ""
    return re.split(r"\n\n(?=\S)", text.replace("``", "`"))


def _list(body: str) -> Iterator[str]:
    """Yield one bullet for each ``name: text`` of a section, or the section as one paragraph."""
    plain = textwrap.dedent(body).strip()
    for item in re.split(r"\n(?=\S)", plain) if _LISTED.match(plain) else [plain]:
        named = _LISTED.match(item)
        yield f"- `{named['name']}`: {_join(named['text'])}" if named else _join(item)


def _join(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


if __name__ == "__main__":
    for file_name, content in pages().items():
        (HERE / file_name).write_text(content, encoding="utf-8")
