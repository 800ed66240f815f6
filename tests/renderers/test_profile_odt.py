"""The profile as an OpenDocument text: what stands in it, and that programs other than this one read it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import odfdo
import pytest
import samples
from hypothesis import given, settings
from hypothesis import strategies as st
from office import DRAW, SVG, TABLE, TEXT, docx_dump, odt_dump, parts

from common import at_most
from readiness._renderers._docx import DocxRenderer
from readiness._renderers._odt import OdtRenderer

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
MANIFEST = "META-INF/manifest.xml"
SPEECH = st.text(st.characters(codec=None), max_size=30) | st.text("<>&\"'{}%\x00\u202e\ud800\n\r\t  ", max_size=30)


@pytest.fixture(scope="module")
def full() -> bytes:
    """Return the full profile."""
    return OdtRenderer().render(samples.full())


def test_snapshot(full: bytes, snapshot: Callable[[Path, bytes], None]) -> None:
    """Every paragraph with its style, every row of every table."""
    snapshot(Path("full.odt.txt"), odt_dump(full).encode())


def test_another_library_opens_it(full: bytes) -> None:
    """It is what it says it is, has a title and a language, and its headings are headings."""
    document = odfdo.Document(io.BytesIO(full))
    headings = document.body.get_headers()

    assert full[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text"
    assert document.meta.title == "Isle of Somewhere Council: RA7 evidence profile, as of 1 May 2009"
    assert document.meta.language == "en-GB"
    assert [str(one.text_recursive) for one in headings[:2]] == ["Coverage by strand", "The criteria at a glance"]
    assert {int(one.level) for one in headings} == {1, 2, 3}


def test_it_says_what_the_word_document_says(full: bytes) -> None:
    """Both are made of the same blocks; only the contents differ, which the one leaves to Word."""

    def said(dump: str) -> list[str]:
        lines = [
            line.partition(": ")[2] for line in dump.splitlines() if "PAGEREF" not in line and "{page}" not in line
        ]
        return [line.replace("~", "").replace(" ", "") for line in lines]

    assert said(odt_dump(full)) == said(docx_dump(DocxRenderer().render(samples.full())))


def test_no_style_is_used_that_is_not_there(full: bytes) -> None:
    """Or it would look as the program that opens it pleases."""
    found = parts(full)
    content, styles = ET.fromstring(found["content.xml"]), ET.fromstring(found["styles.xml"])
    there = {one.get(f"{STYLE}name") for root in (content, styles) for one in root.iter()} - {None}
    used = {
        value
        for one in content.iter()
        for key, value in one.attrib.items()
        if key
        in {
            f"{DRAW}style-name",
            f"{TEXT}style-name",
            f"{TABLE}style-name",
            f"{TEXT}visited-style-name",
            f"{STYLE}parent-style-name",
        }
    }

    assert used <= there


def test_a_screen_reader_finds_its_way(full: bytes) -> None:
    """Tables have names and heads that are repeated; links and contents lead somewhere; the language is given."""
    found = parts(full)
    root = ET.fromstring(found["content.xml"])
    tables = list(root.iter(f"{TABLE}table"))
    marks = [one.get(f"{TEXT}name") for one in root.iter(f"{TEXT}bookmark-start")]
    targets = {str(one.get(f"{XLINK}href")) for one in root.iter(f"{TEXT}a")}
    pages = {one.get(f"{TEXT}ref-name") for one in root.iter(f"{TEXT}bookmark-ref")}

    assert tables
    assert all(len(one.findall(f"{TABLE}table-header-rows")) == 1 for one in tables)
    assert len({one.get(f"{TABLE}name") for one in tables}) == len(tables)
    assert len(marks) == len(set(marks))
    assert {one[1:] for one in targets if one.startswith("#")} <= set(marks)
    assert {one for one in targets if not one.startswith("#")} == {"https://example.org/answer"}
    assert pages <= set(marks)
    assert b'fo:language="en" fo:country="GB"' in found["styles.xml"]


def test_each_picture_has_its_words_and_its_part(full: bytes) -> None:
    """Its name and what can be seen in it stand in the text; the picture itself is a part that the manifest names."""
    found = parts(full)
    frames = list(ET.fromstring(found["content.xml"]).iter(f"{DRAW}frame"))
    images = [str(one.get(f"{XLINK}href")) for frame in frames for one in frame.iter(f"{DRAW}image")]

    assert [str(one.findtext(f"{SVG}title")).split(",")[0] for one in frames] == [
        "How far each strand has come",
        "Each criterion as a tile",
        "Actions and milestones",
    ]
    assert all(one.findtext(f"{SVG}desc") for one in frames)
    assert {*images} == {one for one in found if one.startswith("Pictures/")}
    for one in images:
        assert ET.fromstring(found[one]).tag == "{http://www.w3.org/2000/svg}svg"
        assert f'manifest:full-path="{one}" manifest:media-type="image/svg+xml"'.encode() in found[MANIFEST]


@settings(max_examples=at_most(15), deadline=None)
@given(SPEECH)
def test_no_text_acts_as_markup(before: str) -> None:
    """Any text leaves the document with the same elements, and in parts that are well formed."""
    extra = {f"{TEXT}{name}" for name in ("line-break", "tab", "s")}

    assert (
        _tags(OdtRenderer().render(samples.saying(lambda text: before + text)))
        <= _tags(OdtRenderer().render(samples.full())) | extra
    )


def _tags(data: bytes) -> set[str]:
    return {one.tag for one in ET.fromstring(parts(data)["content.xml"]).iter()}


@pytest.mark.parametrize("name", ["empty", "hostile"])
def test_what_nobody_expects(name: str) -> None:
    """A profile of nothing, and one whose every text is hostile, open like any other."""
    data = OdtRenderer().render(getattr(samples, name)())

    assert "Sign-off" in odfdo.Document(io.BytesIO(data)).body.text_recursive
    assert "javascript:" not in {one.get(f"{XLINK}href") for one in ET.fromstring(parts(data)["content.xml"]).iter()}


def test_spaces_and_line_ends_stay() -> None:
    """An OpenDocument reader drops what is not written as an element."""
    profile = samples.saying(lambda text: f"a  b\tc\n d {text}")

    assert "Readiness Fact: System > a  b > c /  d ContactPoint\n" in odt_dump(OdtRenderer().render(profile))
