"""The Markdown: tables that hold together and text that cannot act."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import samples

from readiness._renderers._markdown import MarkdownRenderer
from readiness._renderers._md_text import plain

SAMPLES = pytest.mark.parametrize(
    "make", [samples.full, samples.empty, samples.hostile], ids=lambda make: make.__name__
)


def rendered(profile: Any) -> str:
    return MarkdownRenderer().render(profile).decode("utf-8")


@SAMPLES
def test_tables_hold_together(make: Any) -> None:
    """Every row of a table has as many cells as its head."""
    width = 0
    for line in rendered(make()).splitlines():
        bars = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("| ") else 0
        assert width in {0, bars} or not bars
        width = bars


@SAMPLES
def test_there_is_no_markup_of_others(make: Any) -> None:
    """No HTML, code, picture or link of a text survives."""
    markdown = rendered(make()).replace("[An answer in Parliament](https://example.org/answer)", "")

    assert not re.findall(r"(?<!\\)[<>`]|(?<!\\)!\[|(?<!\\)\]\(|javascript:", markdown)


@pytest.mark.parametrize("start", ["# a", "- a", "1. a", "12) a", "> a", "+ a", "=== a", "    a", "\n\n# a"])
def test_text_starts_no_block(start: str) -> None:
    """Text at the start of a line begins no heading, list or quotation."""
    assert re.match(r"\\|\d+\\|a", plain(start))


def test_matches_the_snapshot(snapshot: Any) -> None:
    """The whole output is the one agreed."""
    snapshot(Path("full.md"), MarkdownRenderer().render(samples.full()))
