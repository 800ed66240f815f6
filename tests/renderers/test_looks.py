"""The style sheets and the script, where they stand: they reach for nothing, name what is there, and can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from readiness._resources import shipped

TEMPLATES = Path(str(shipped("templates").joinpath("profile")))
SHEETS = sorted(TEMPLATES.glob("*.css"))
EACH = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
SMALL, LARGE = 4.5, 3.0
"""The contrast that WCAG asks for between text and what it stands on, and between a shape and what is around it."""


def rules(sheet: Path) -> str:
    """Return a style sheet without its notes and texts."""
    return re.sub(r'/\*.*?\*/|"[^"]*"', "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)


@EACH
def test_reaches_for_nothing(sheet: Path) -> None:
    """No other sheet, font or picture is asked for, and no tag could end the sheet."""
    text = sheet.read_text(encoding="utf-8")

    assert not re.findall(r"@import|@font-face|url\(|</|expression\(", text)
    assert text.isascii()


@EACH
def test_braces_pair_up(sheet: Path) -> None:
    """A brace too few would silence every rule after it."""
    depth = 0
    for sign in re.findall(r"[{}]", rules(sheet)):
        depth += 1 if sign == "{" else -1
        assert depth in range(4)
    assert depth == 0


@EACH
def test_has_no_rule_for_what_is_nowhere(sheet: Path) -> None:
    """Each class that it names is written by a template or by the script."""
    chosen = re.sub(r"\{[^{}]*\}", "{}", rules(sheet))
    named = set(re.findall(r"\.([a-zA-Z][\w-]*)", chosen))
    written = "\n".join(one.read_text(encoding="utf-8") for one in [*TEMPLATES.glob("*.html"), *TEMPLATES.glob("*.js")])

    assert sorted(one for one in named - SAID if not re.search(rf"(?<![\w-]){one}(?![\w-])", written)) == []


SAID = {"green", "amber", "red", "purple", "grey"} | {
    *("met", "partly-met", "planned", "not-met", "not-assessable", "not-applicable", "waived"),
    *("claimed", "suspect", "cited", "named", "unread", "absent", "error", "warning", "number", "zero"),
    *("late", "done", "open", "milestone"),
}
"""Classes that a template makes of a value: a colour, a status, a mark, a level."""


def test_script_keeps_nothing_and_sends_nothing() -> None:
    """It has no way to store, to fetch, to open a window or to run a text."""
    script = (TEMPLATES / "page.js").read_text(encoding="utf-8")
    ways = r"(?:local|session)Storage|indexedDB|cookie|XMLHttpRequest|sendBeacon|WebSocket"

    assert not re.findall(rf"{ways}|(?:fetch|eval|Function|import)\(", script)
    assert "</" not in script
    assert script.isascii()


def scheme(name: str) -> dict[str, str]:
    """Return the colours of the page by their names, in the light, in the dark or as printed."""
    sheets = {each: (TEMPLATES / each).read_text(encoding="utf-8") for each in ("style.css", "print.css")}
    roots = re.findall(r":root \{(.*?)\}", sheets["style.css"], re.DOTALL)
    light, dark, printed = roots[0], roots[1], re.findall(r":root \{(.*?)\}", sheets["print.css"], re.DOTALL)[0]
    texts = {"light": [light], "dark": [light, dark], "print": [light, printed]}[name]
    return {key: value for text in texts for key, value in re.findall(r"--([\w-]+): (#[0-9a-f]+)", text)}


def brightness(colour: str) -> float:
    """Return the relative luminance of a colour."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    high, low = sorted((brightness(one), brightness(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark", "print"])
def test_colours_can_be_read(name: str) -> None:
    """Words and shapes stand out from what they stand on, in each scheme."""
    colours = scheme(name)
    tones = ("green", "amber", "red", "grey", "purple")
    pairs = [(tone, f"{tone}-wash") for tone in tones] + [(tone, "paper") for tone in tones]
    pairs += [(words, under) for words in ("ink", "quiet", "link") for under in ("paper", "wash")]
    pairs += [("ink", f"{tone}-wash") for tone in tones]
    found = {(words, under): contrast(colours[words], colours[under]) for words, under in pairs}

    assert {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < SMALL} == {}
    assert contrast(colours["on-focus"], colours["focus"]) > SMALL
    assert min(contrast(colours["on-shape"], colours[tone]) for tone in tones) > LARGE
