"""An organisation's own templates: used file by file, escaped, sandboxed, and broken ones told with their line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
IOW = ROOT / "evidence" / "isle-of-wight"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def made(run: Run, tmp_path: Path) -> Callable[..., tuple[int, str, str]]:
    """Return what writes templates, makes a page with them, and gives exit code, page and messages."""

    def make(suffix: str = ".html", **texts: str) -> tuple[int, str, str]:
        folder = tmp_path / "ours"
        folder.mkdir(exist_ok=True)
        for name, text in texts.items():
            (folder / name.replace("__", ".").replace("_dash_", "-")).write_bytes(
                text.encode("utf-8", "surrogateescape")
            )
        page = tmp_path / f"page{suffix}"
        argv = ("profile", IOW, "--as-of", "2008-10-31", "--templates", folder, "-o", page, "--no-cache")
        code, _, err = run(*argv)
        return code, page.read_text("utf-8") if page.exists() else "", err

    return make


def test_takes_the_place_of_one_file(made: Callable[..., tuple[int, str, str]]) -> None:
    """Only the part of that name changes; a file of its own can be included."""
    sign_off = '<h2 id="sign-off">Ours</h2>{% include "own-note.html" %}'
    code, page, _ = made(sign_off__html=sign_off, own_dash_note__html="<p>{{ judged.organisation }}</p>")

    assert code == 0
    assert '<h2 id="sign-off">Ours</h2><p>Isle of Wight Council</p>' in page
    assert "To be filled in by hand" not in page
    assert "Gaps, what to do first" in page


def test_everything_is_still_escaped(made: Callable[..., tuple[int, str, str]]) -> None:
    """What a template prints is text, whatever stands in it."""
    text = """<h2 id="sign-off">{% set said = "<img src=x onerror=alert(1)>\x1b" %}{{ said }}</h2>"""
    code, page, _ = made(sign_off__html=text)

    assert code == 0
    assert "&lt;img src=x onerror=alert(1)&gt;[U+001B]" in page


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a\n{% if x %}\n", ":2: Unexpected end of template"),
        ("a\n\n{{ judged.dew }}", ":3: Assessment has no attribute 'dew'"),
        ("{{ ''.__class__.__mro__ }}", ":1: access to attribute '__class__' of 'str' object is unsafe"),
        ("{{ view.steps.clear() }}", ":1: "),
        ("\n{% include 'nowhere.html' %}", ":2: there is no template 'nowhere.html'"),
        ("{{ 'a'|shout }}", ":1: No filter named 'shout'"),
        ("{% for n in range(10000000) %}{% endfor %}", ":1: Range too big"),
        ("{% include 'sign_off.html' %}", ":1: it includes itself"),
    ],
)
def test_broken_one_is_told_with_its_line(made: Callable[..., tuple[int, str, str]], text: str, says: str) -> None:
    """File, line and what happened, exit code 2, and no page."""
    code, page, err = made(sign_off__html=text)

    assert (code, page) == (2, "")
    assert f"sign_off.html{says}" in " ".join(err.split())
    assert "Traceback" not in err


def test_names_that_replace_nothing_are_refused(made: Callable[..., tuple[int, str, str]]) -> None:
    """A slip of the keyboard and a file that is no text are told together."""
    code, _, err = made(sign_of__html="x", front__html="caf\udce9")

    assert code == 2
    assert "did you mean sign_off.html?" in " ".join(err.split())
    assert "is not UTF-8" in err


def test_only_the_page_has_templates(made: Callable[..., tuple[int, str, str]]) -> None:
    """Another format says that it has none, and what it would take instead."""
    for suffix, says in ((".md", "for md a wording.toml would be used"), (".json", "json has no use for templates")):
        code, _, err = made(suffix=suffix, sign_off__html="x")

        assert code == 2
        assert says in " ".join(err.split())


def test_empty_folder_is_a_mistake(made: Callable[..., tuple[int, str, str]]) -> None:
    """A folder without a template is told, not passed over."""
    assert "holds no template" in made()[2]


@pytest.mark.parametrize(
    ("command", "template"),
    [
        (("map", IOW, "--as-of", "2008-10-31"), "map.html"),
        (("suggest", ROOT / "evidence" / "anyshire"), "suggestions.html"),
    ],
)
def test_map_and_suggestions_take_templates(run: Run, tmp_path: Path, command: tuple[str, ...], template: str) -> None:
    """They make the page; a broken one is told with its line, and what would not be used is refused."""
    folder, page = tmp_path / "ours", tmp_path / "page.html"
    folder.mkdir()
    mine = folder / template
    mine.write_text("<p>{{ '<ours>' }} by {{ generator }}</p>", encoding="utf-8")

    assert run(*command, "--templates", folder, "-o", page)[0] == 0
    assert page.read_text("utf-8").startswith("<p>&lt;ours&gt; by readiness")
    assert run(*command, "--templates", folder, "--format", "csv")[0] == 2
    mine.write_text("\n{{ nothing }}", encoding="utf-8")
    assert f"{template}:2: 'nothing' is undefined" in run(*command, "--templates", folder, "-o", page)[2]
    mine.unlink()
    (folder / "wording.toml").write_text('[status]\nmet = "achieved"\n', encoding="utf-8")
    code, _, err = run(*command, "--templates", folder, "-o", page)
    assert (code, "holds no template" in err) == (2, True)
