"""The badge: small, self-contained, readable without seeing its colour."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import machines
import pytest
import samples
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from common import at_most
from readiness._renderers._badge import BadgeRenderer
from readiness.model import Decision, EvidenceProfile

SVG = "{http://www.w3.org/2000/svg}"


def drawn(profile: EvidenceProfile) -> ET.Element:
    return ET.fromstring(BadgeRenderer().render(profile))


def go() -> EvidenceProfile:
    profile = samples.full()
    return evolve(profile, assessment=evolve(profile.assessment, decision=Decision.GO))


def test_says_what_how_and_how_many() -> None:
    """Two parts of text: the assessment, and the decision with how many are met."""
    assert ["RA7", "NO-GO 1/7 met"] == [one.text for one in drawn(samples.full()).iter(f"{SVG}text")]


def test_says_all_of_it_to_those_who_cannot_see_it() -> None:
    """It is a picture with a label, and the same in its title: who, how, and on which day."""
    root = drawn(samples.full())

    assert root.get("role") == "img"
    assert root.get("aria-label") == root.find(f"{SVG}title").text
    assert root.get("aria-label").startswith("Isle of Somewhere Council, RA7: NO-GO 1/7 met, as of 1 May 2009.")


def test_fetches_nothing() -> None:
    """No picture, font, style or script from anywhere."""
    text = BadgeRenderer().render(machines.nasty()).decode("utf-8")
    tags = {one.tag.removeprefix(SVG) for one in drawn(machines.nasty()).iter()}

    assert tags == {"svg", "title", "clipPath", "rect", "g", "text"}
    assert "href" not in text
    assert [part for part in text.split("url(")[1:] if not part.startswith("#r)")] == []


@pytest.mark.parametrize("make", [samples.full, go], ids=["no-go", "go"])
def test_its_words_stand_out(make: Any) -> None:
    """White on each colour has the contrast that small text needs; GO and NO-GO differ by their words too."""
    root = drawn(make())
    colours = [one.get("fill") for one in root.iter(f"{SVG}rect") if one.get("fill")]

    assert len(colours) == 2
    assert all(contrast_with_white(one) >= 4.5 for one in colours)


def contrast_with_white(colour: str) -> float:
    digits = colour.removeprefix("#")
    pairs = [digits[at] * 2 for at in range(3)] if len(digits) == 3 else [digits[at : at + 2] for at in (0, 2, 4)]
    parts = [int(pair, 16) / 255 for pair in pairs]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_long_names_do_not_stretch_it() -> None:
    """A name of any length is cut, so that the badge stays one."""
    assert int(drawn(samples.hostile()).get("width")) < 700


@settings(max_examples=at_most(25), deadline=None)
@given(st.text(st.characters(codec=None), max_size=30))
def test_stays_well_formed_whatever_the_text(text: str) -> None:
    """Any text leaves a picture with the same parts."""
    ours = [one.tag for one in drawn(samples.full()).iter()]

    assert ours == [one.tag for one in drawn(samples.saying(lambda said: f"{text}{said}")).iter()]


def test_matches_the_snapshot(snapshot: Any) -> None:
    """The whole output is the one agreed."""
    snapshot(Path("full.svg"), BadgeRenderer().render(samples.full()))
