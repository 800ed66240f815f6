"""
Write the pages of the reference that are taken from the docstrings: rules, library, values, formats and faults.

Run ``python docs/reference/_generate.py`` after changing a docstring; a test compares the pages with what this writes.
"""

# ruff: noqa: INP001 - a script, not a package
from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from readiness import model
from readiness._cage import CageLimits
from readiness._readers import BUILT_IN
from readiness._registry import rules

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from _docstrings import bullets, joined, paragraphs, sentence, told  # noqa: E402 - stand beside this script
from _interface import interface  # noqa: E402 - as above
from _library import library, values  # noqa: E402 - as above

_NOTE = "<!-- Written by docs/reference/_generate.py from the docstrings; edit those instead. -->"


def pages() -> dict[str, str]:
    """Return the generated pages: the text of each by its file name."""
    return {name: "\n".join(lines).rstrip() + "\n" for name, lines in _pages()}


def _pages() -> Iterator[tuple[str, Iterator[str]]]:
    yield "rules.md", _rules()
    yield "library.md", library(_NOTE)
    yield "values.md", values(_NOTE)
    yield "public-interface.txt", interface()
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
        yield f"| [`{kind}`](#{kind}) | {judges} | {paragraphs(rules.get(kind))[0]} |"
    for kind in kinds:
        yield from ("", f"## `{kind}`", "", *_rule(rules.get(kind)))


def _rule(cls: Any) -> Iterator[str]:
    summary, *rest = paragraphs(cls)
    yield summary
    for part in rest:
        heading, _, body = part.partition("\n")
        yield from ("", f"### {heading}", "")
        yield from bullets(body) if heading == "Options" else [joined(body)]


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
    summary, *rest = paragraphs(function)
    yield sentence(summary.removeprefix("Read "))
    for part in rest:
        heading, _, body = part.partition("\n")
        if heading.endswith(":"):
            yield from ("", f"**{heading}** {joined(body)}")


def _limits() -> Iterator[str]:
    yield from (
        "## Limits",
        "",
        "A document beyond these is read as far as they go, or not at all, and that is reported.",
    )
    yield from ("", "| limit | at most |", "| --- | --- |")
    for one in attrs.fields(model.ReadLimits):
        yield f"| {sentence(told(model.ReadLimits)[one.name])} | {one.default:,} |"
    for name in ("seconds", "memory"):
        yield f"| {sentence(told(CageLimits)[name])} | {getattr(CageLimits(), name):,.0f} |"


def _faults() -> Iterator[str]:
    yield from ("# Faults", "", _NOTE, "")
    yield "Why a document, or a part of it, could not be read. A fault names the part that it concerns and says why."
    yield "What was read before it is kept, except of a document that changed meanwhile."
    for fault in model.Fault:
        yield from ("", f"## {sentence(fault.value)}", "", fault.sentence, "", f"**What to do:** {fault.advice}")


if __name__ == "__main__":
    for file_name, content in pages().items():
        (HERE / file_name).write_text(content, encoding="utf-8")
