"""The profile as a Word document: what stands in it, and that programs other than this one read it."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx
import pytest
import samples
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from office import WP, WPS, W, docx_dump, parts

from common import at_most
from readiness._renderers._docx import DocxRenderer
from readiness._renderers._looks import INK, TINT
from readiness.model import Rag

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SPEECH = st.text(st.characters(codec=None), max_size=30) | st.text("<>&\"'{}%\x00\u202e\ud800\n\r", max_size=30)


@pytest.fixture(scope="module")
def full() -> bytes:
    """Return the full profile."""
    return DocxRenderer().render(samples.full())


def test_snapshot(full: bytes, snapshot: Callable[[Path, bytes], None]) -> None:
    """Every paragraph with its style, every row of every table."""
    snapshot(Path("full.docx.txt"), docx_dump(full).encode())


def test_another_library_opens_it(full: bytes) -> None:
    """Title and language are set, headings are headings, and no style is used that is not there."""
    document = docx.Document(io.BytesIO(full))
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    used = {one.style.name for one in document.paragraphs}

    assert document.core_properties.title == "Isle of Somewhere Council: RA7 evidence profile, as of 1 May 2009"
    assert document.core_properties.language == "en-GB"
    assert headings[:3] == ["Coverage by strand", "The criteria at a glance", "Gaps, what to do first"]
    assert "Heading 2" in used
    assert "Normal" in used


def test_a_screen_reader_finds_its_way(full: bytes) -> None:
    """Each table has a name and a head that is repeated; no heading leaves out a level; the language is given."""
    found = parts(full)
    root = ET.fromstring(found["word/document.xml"])
    tables = list(root.iter(f"{W}tbl"))
    levels = [int(one[-1]) for one in _styles(root) if one.startswith("Heading")]

    assert tables
    for table in tables:
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None
        assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
        columns = len(list(table.iter(f"{W}gridCol")))
        assert {len(list(row.iter(f"{W}tc"))) for row in table.iter(f"{W}tr")} == {columns}
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert b'<w:lang w:val="en-GB"' in found["word/styles.xml"]
    assert not [one for one in root.iter(f"{W}p") if one.find(f"{W}pPr") is None]


def _styles(root: ET.Element) -> list[str]:
    return [str(one.get(f"{W}val")) for one in root.iter(f"{W}pStyle")]


def test_every_link_and_every_line_of_the_contents_leads_somewhere(full: bytes) -> None:
    """Anchors have their bookmark, once; web addresses have their relationship; Word asks nothing on opening."""
    found = parts(full)
    root = ET.fromstring(found["word/document.xml"])
    marks = [one.get(f"{W}name") for one in root.iter(f"{W}bookmarkStart")]
    anchors = {one.get(f"{W}anchor") for one in root.iter(f"{W}hyperlink")} - {None}
    fields = [one.text or "" for one in root.iter(f"{W}instrText")]

    assert len(marks) == len(set(marks))
    assert anchors
    assert anchors <= set(marks)
    assert sum("TOC " in one for one in fields) == 1
    assert {one.split()[1] for one in fields if "PAGEREF" in one} <= set(marks)
    assert found["word/_rels/document.xml.rels"].count(b"https://example.org/answer") == 1
    assert b"updateFields" not in found["word/settings.xml"]
    assert b"w:dirty" not in found["word/document.xml"]


def test_each_picture_has_its_words_and_its_own_number(full: bytes) -> None:
    """A screen reader says what can be seen in it; a program without Word's shapes shows the same words."""
    root = ET.fromstring(parts(full)["word/document.xml"])
    drawn = list(root.iter(f"{WP}docPr"))
    numbers = [one.get("id") for one in root.iter() if one.tag in {f"{WP}docPr", f"{WPS}cNvPr"}]
    otherwise = ["".join(one.itertext()) for one in root.iter(f"{MC}Fallback")]

    assert [str(one.get("title")).split(",")[0] for one in drawn] == [
        "How far each strand has come",
        "Each criterion as a tile",
        "Actions and milestones",
    ]
    assert all(str(one.get("descr")) for one in drawn)
    assert otherwise == [f"[{one.get('descr')}]" for one in drawn]
    assert len(numbers) == len({*numbers}) > 100


def test_too_many_for_a_picture_are_told_in_words() -> None:
    """Hundreds of criteria make no tiles; how each strand stands is still drawn, and the table has them all."""
    text = docx_dump(DocxRenderer().render(samples.many(30)))

    assert "210 criteria are too many for a tile each; the table has them all." in text
    assert "drawing: Each criterion as a tile" not in text
    assert "drawing: How far each strand has come" in text


def test_a_status_is_told_by_words_and_shape_and_colour() -> None:
    """Colours only add to the words, and are dark enough on their tints."""
    text = docx_dump(DocxRenderer().render(samples.full()))

    for words in ("●~Met", "◐~Partly met", "○~Planned", "■~Not met", "◇~Not assessable", "–~Not applicable"):
        assert words in text
    assert all(contrast(INK[rag], TINT[rag]) > 4.5 for rag in Rag)


def contrast(ink: str, paper: str) -> float:
    """Return the contrast of two colours, as WCAG measures it."""
    lighter, darker = sorted((_luminance(ink), _luminance(paper)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return sum(share * one for share, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@settings(max_examples=at_most(15), deadline=None)
@given(SPEECH)
def test_no_text_acts_as_markup(before: str) -> None:
    """Any text leaves the document with the same elements, and in parts that are well formed."""
    ours = _tags(DocxRenderer().render(samples.full()))

    assert _tags(DocxRenderer().render(samples.saying(lambda text: before + text))) <= ours | {f"{W}br"}


def _tags(data: bytes) -> set[str]:
    return {one.tag for one in ET.fromstring(parts(data)["word/document.xml"]).iter()}


@pytest.mark.parametrize("name", ["empty", "hostile"])
def test_what_nobody_expects(name: str) -> None:
    """A profile of nothing, and one whose every text is hostile, open like any other."""
    data = DocxRenderer().render(getattr(samples, name)())
    document = docx.Document(io.BytesIO(data))
    text = "\n".join(one.text for one in document.paragraphs)

    assert "Sign-off" in text
    assert "\u202e" not in text
    assert "\x1b" not in text
    assert max(len(one.text) for one in document.paragraphs if one.style.name.startswith("Heading")) < 400


def test_its_text_is_never_taken_for_a_placeholder() -> None:
    """An organisation called {{due}} stays called that."""
    profile = samples.saying(lambda text: f"{{{{due}}}} {text}")

    assert "Title: {{due}} Isle of Somewhere Council" in docx_dump(DocxRenderer().render(profile))


def test_long_contents_lose_their_second_level() -> None:
    """Hundreds of criteria do not fill pages with contents; each of them is still a heading."""
    text = docx_dump(DocxRenderer().render(samples.many(30)))

    assert "TOC2" not in text
    assert text.count("Heading2: ") > 210


def test_the_template_is_part_of_what_is_shipped(full: bytes) -> None:
    """The page has a header with the organisation, and a footer with the number of the page."""
    document: Any = docx.Document(io.BytesIO(full))
    (section,) = document.sections

    assert section.header.paragraphs[0].text == "Isle of Somewhere Council\tRA7 evidence profile, as of 1 May 2009"
    assert section.footer.paragraphs[0].text.startswith("Made by readiness 0\tPage ")


def test_a_part_cannot_be_signed_as_go() -> None:
    """Where only some criteria were judged, the first page and the table of signatures say so."""
    profile = samples.full()
    part = evolve(profile, assessment=evolve(profile.assessment, in_scope=("OA1",) * 28))

    assert "This is a part: 7 of 28 criteria." in docx_dump(DocxRenderer().render(part))
    assert "A part of the criteria: nothing to decide" in docx_dump(DocxRenderer().render(part))
    assert "Decision: GO or NO-GO" in docx_dump(DocxRenderer().render(profile))
