"""Laws that hold for every renderer of a profile."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
import samples
from hypothesis import given, settings
from hypothesis import strategies as st
from office import parts
from page import Page

from common import at_most
from readiness._registry import SUFFIXES, renderers
from readiness._renderers._html import HtmlRenderer
from readiness._renderers._json import JsonRenderer
from readiness._resources import schema

RENDERERS = pytest.mark.parametrize(
    "renderer", [renderers.get(name)() for name in sorted(renderers.builtins)], ids=sorted(renderers.builtins)
)
SPEECH = st.text(st.characters(codec=None), max_size=30) | st.text("<>&\"'|`{}%\\-\x00\u202e\ud800\n", max_size=30)
PACKAGES = {".docx", ".odt", ".xlsx"}
"""Suffixes of what is a package of parts; anything else is a text."""
CHECKER = jsonschema.Draft202012Validator(json.loads(schema("assessment-1").read_text("utf-8")))


@RENDERERS
@settings(max_examples=at_most(15), deadline=None)
@given(before=SPEECH, after=SPEECH)
def test_takes_every_text(renderer: Any, before: str, after: str) -> None:
    """Any text in every field gives valid UTF-8 that ends in one newline, or a sound package, the same each time."""
    profile = samples.saying(lambda text: f"{before}{text}{after}")
    output = renderer.render(profile)

    assert output == renderer.render(samples.saying(lambda text: f"{before}{text}{after}"))
    if renderer.suffix == ".pdf":
        assert output.startswith(b"%PDF-1.7")
    elif renderer.suffix in PACKAGES:
        assert parts(output)
    else:
        assert output.decode("utf-8").endswith("\n")
        assert not output.endswith(b"\n\n")


@settings(max_examples=at_most(15), deadline=None)
@given(SPEECH)
def test_pages_stay_whole(before: str) -> None:
    """Any text leaves the tags of the page paired, and no element that was not ours."""
    ours = Page(HtmlRenderer().render(samples.full())).tags
    page = Page(HtmlRenderer().render(samples.saying(lambda text: before + text)))

    assert not page.faults
    assert page.tags <= ours


@settings(max_examples=at_most(15), deadline=None)
@given(SPEECH)
def test_json_stays_valid(before: str) -> None:
    """Any text leaves the JSON valid against its schema."""
    output = JsonRenderer().render(samples.saying(lambda text: before + text))

    assert not [error.message for error in CHECKER.iter_errors(json.loads(output))]


@RENDERERS
def test_knows_no_clock(renderer: Any) -> None:
    """The same profile gives the same bytes."""
    assert renderer.render(samples.full()) == renderer.render(samples.full())


def test_every_renderer_is_found_by_its_suffix() -> None:
    """The table of suffixes has each built-in renderer under its own suffix, and nothing that does not exist."""
    own = {renderers.get(name).suffix: name for name in renderers.builtins}

    assert own == {suffix: SUFFIXES.get(suffix) for suffix in own}
    assert set(SUFFIXES.values()) == set(renderers.builtins)
