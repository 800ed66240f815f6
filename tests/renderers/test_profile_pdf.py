"""The profile as a PDF that a screen reader can read: what PDF/UA-1 asks for, as far as a program can tell."""

from __future__ import annotations

import builtins
import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf
import pypdfium2
import pytest
import samples
from attrs import evolve

from readiness._renderers._pdf import PdfRenderer, PdfReportRenderer
from readiness._renderers._profile_report import profile_report
from readiness.exceptions import PluginError
from readiness.model import Report


@pytest.fixture(scope="module")
def full() -> bytes:
    """Return the full profile."""
    return PdfRenderer().render(samples.full())


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def elements(document: pikepdf.Pdf) -> Iterator[tuple[str, Any, str]]:
    """Yield each element of the structure: its type, itself, and the type of what holds it."""

    def walk(one: Any, above: str) -> Iterator[tuple[str, Any, str]]:
        if isinstance(one, pikepdf.Array):
            for each in one:
                yield from walk(each, above)
        elif isinstance(one, pikepdf.Dictionary) and "/S" in one:
            name = str(one.S)[1:]
            yield name, one, above
            yield from walk(one.get("/K", pikepdf.Array()), name)

    yield from walk(document.Root.StructTreeRoot.K, "")


def test_the_document_says_what_it_is(full: bytes) -> None:
    """Tagged, with a language, a title that is shown, and the mark of PDF/UA-1."""
    with pikepdf.open(io.BytesIO(full)) as document:
        root = document.Root
        with document.open_metadata(set_pikepdf_as_editor=False) as meta:
            title, part = meta.get("dc:title"), meta.get("pdfuaid:part")

        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang).lower() == "en-gb"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert title == "Isle of Somewhere Council: RA7 evidence profile, as of 1 May 2009"
        assert part == "1"
        assert "/Outlines" in root


def test_what_stands_in_it_is_tagged_as_what_it_is(full: bytes) -> None:
    """Headings without a gap in their levels; tables whose heads are heads; lists; links with a text."""
    with pikepdf.open(io.BytesIO(full)) as document:
        found = list(elements(document))
        names = [name for name, _, _ in found]
        levels = [int(name[1]) for name in names if name[0] == "H" and name[1:].isdigit()]
        scopes = {_scope(one) for name, one, _ in found if name == "TH"}
        links = [one for page in document.pages for one in page.get("/Annots", pikepdf.Array())]

        assert levels
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert names.count("Table") == names.count("THead") > 5
        assert scopes == {"/Column"}
        assert {"Caption", "L", "LI", "Link", "TOC", "TOCI", "TD"} <= {*names}
        assert links
        assert all("/Contents" in one for one in links)


def _scope(one: Any) -> str:
    attributes = one.A if isinstance(one.A, pikepdf.Array) else [one.A]
    return next(str(each.Scope) for each in attributes if "/Scope" in each)


def test_every_page_has_its_order_and_its_fonts(full: bytes) -> None:
    """The tab key follows the structure; each font is in the file."""
    with pikepdf.open(io.BytesIO(full)) as document:
        held = [one for one in document.objects if isinstance(one, pikepdf.Dictionary)]
        fonts = [one for one in held if one.get("/Type") == "/FontDescriptor"]

        assert all(page.Tabs == "/S" for page in document.pages if "/Annots" in page)
        assert fonts
        assert all({"/FontFile", "/FontFile2", "/FontFile3"} & {*one.keys()} for one in fonts)


def test_it_is_set_in_fonts_that_do_not_depend_on_the_machine(full: bytes) -> None:
    """Or the same profile would be other bytes elsewhere; its pictures and its signs need no more of them."""
    with pikepdf.open(io.BytesIO(full)) as document:
        held = [one for one in document.objects if isinstance(one, pikepdf.Dictionary)]
        names = {str(one.FontName).partition("+")[2] for one in held if one.get("/Type") == "/FontDescriptor"}

    assert names == {"ReadinessSans-Regular", "ReadinessSans-Bold"}


def test_each_picture_is_a_figure_with_its_words(full: bytes) -> None:
    """A screen reader says what can be seen; the caption above it is one for it, too."""
    with pikepdf.open(io.BytesIO(full)) as document:
        found = [(one, above) for name, one, above in elements(document) if name == "Figure"]
        captions = [above for name, _, above in elements(document) if name == "Caption"]
        said = [str(one.Alt) for one, _ in found]

    assert [one.split(":")[0].split(".")[0] for one in said] == ["Organisation", "7 tiles", "Milestones"]
    assert len(captions) >= len(found)


def test_no_word_and_no_line_stands_outside_the_structure(full: bytes) -> None:
    """Whatever a page shows belongs to an element, or is marked as a part of the page itself."""
    with pikepdf.open(io.BytesIO(full)) as document:
        shown = [one for page in document.pages for one in untagged(page)]
        pages = [page for page in document.pages if "/StructParents" in page]

        assert shown == []
        assert len(pages) == len(document.pages)


SHOWN = {"Tj", "TJ", "'", '"', "f", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh"}
"""What leaves a mark on a page."""


def untagged(page: Any) -> Iterator[str]:
    """Yield each mark of a page that stands in no marked content."""
    depth = 0
    for one in pikepdf.parse_content_stream(page):
        operator = str(one.operator)
        if operator in {"BDC", "BMC"}:
            depth += 1
        elif operator == "EMC":
            depth -= 1
        elif operator in SHOWN and not depth:
            yield operator


def test_every_mark_of_the_text_leads_back_to_its_element(full: bytes) -> None:
    """The tree that leads from a page to its elements has an entry for each number that a page uses."""
    with pikepdf.open(io.BytesIO(full)) as document:
        root = document.Root.StructTreeRoot
        numbers = dict(tree(root.ParentTree))
        roles = {*(str(one)[1:] for one in root.get("/RoleMap", {}))} | STANDARD

        assert {name for name, _, _ in elements(document)} <= roles
        for page in document.pages:
            owners = numbers[int(page.StructParents)]
            assert {*used(page)} <= {*range(len(owners))}


STANDARD = {
    *("Document", "Part", "Sect", "Div", "P", "H1", "H2", "H3", "H4", "L", "LI", "Lbl", "LBody", "Table", "THead"),
    *(
        "TBody",
        "TR",
        "TH",
        "TD",
        "Span",
        "Quote",
        "BlockQuote",
        "Caption",
        "Figure",
        "Link",
        "TOC",
        "TOCI",
        "Reference",
    ),
    *("NonStruct", "Note", "Code", "Form", "Annot", "Title"),
}


def tree(node: Any) -> Iterator[tuple[int, Any]]:
    """Yield each number of a number tree with what it leads to."""
    held = list(node.get("/Nums", []))
    yield from ((int(key), value) for key, value in zip(held[::2], held[1::2], strict=True))
    for kid in node.get("/Kids", []):
        yield from tree(kid)


def used(page: Any) -> Iterator[int]:
    """Yield the number of each piece of marked content that belongs to an element."""
    for one in pikepdf.parse_content_stream(page):
        if str(one.operator) == "BDC" and isinstance(one.operands[1], pikepdf.Dictionary):
            number = one.operands[1].get("/MCID")
            if number is not None:
                yield int(number)


def test_it_says_what_the_word_document_says(full: bytes) -> None:
    """Header, footer, decision, contents, sign-off, and each status in words."""
    text = text_of(full)

    for words in (
        "NO-GO",
        "Partly met",
        "Not assessable",
        "To be filled in by hand",
        "Page 2 of",
        "Made by readiness 0",
    ):
        assert words in text


@pytest.mark.parametrize("name", ["empty", "hostile"])
def test_what_nobody_expects(name: str) -> None:
    """A profile of nothing, and one whose every text is hostile, are laid out like any other."""
    assert "Sign-off" in text_of(PdfRenderer().render(getattr(samples, name)()))


def test_a_character_that_no_font_has_is_written_out() -> None:
    """The standard allows no empty boxes; a reader may look it up. Words are never taken for markup."""
    profile = samples.saying(lambda text: f"#panic() $x$ \\ \U000f0000 {text}")

    text = text_of(PdfRenderer().render(profile))

    assert "#panic() $x$ \\ [U+F0000]" in text.replace("\r\n", " ").replace("  ", " ")


def test_what_has_to_fit_on_a_page_is_written_smaller() -> None:
    """A summary for a board is one page."""
    usual = profile_report(samples.many(3))

    assert _pages(evolve(usual, one_page=True)) < _pages(usual)


def _pages(report: Report) -> int:
    with pikepdf.open(io.BytesIO(PdfReportRenderer().render(report))) as document:
        return len(document.pages)


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package that lays pages out is large, so it is not always there."""
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "typst":
            raise ModuleNotFoundError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(PluginError, match=r"install it with: python -m pip install 'readiness\[pdf\]'"):
        PdfRenderer().render(samples.empty())
