"""A council's own Word template: used as it is, or refused in words that say how to mend it."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
import samples
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor
from office import docx_dump, parts

from readiness._renderers._docx import DocxRenderer, DocxReportRenderer
from readiness._renderers._docx_template import template
from readiness._renderers._profile_report import profile_report
from readiness.exceptions import InputError


def made(*paragraphs: str, header: str = "", footer: str = "") -> Any:
    """Return a Word document as python-docx makes it, which is how Word 2013 made it."""
    document = docx.Document()
    for one in paragraphs:
        document.add_paragraph(one)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if footer:
        document.sections[0].footer.paragraphs[0].text = footer
    return document


def saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_part(data: bytes, name: str, text: bytes | None) -> bytes:
    """Return a package with one part replaced or added, or without it."""
    held = {one: part for one, part in zipped(data).items() if one != name} | ({} if text is None else {name: text})
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for one, part in held.items():
            archive.writestr(one, part)
    return stream.getvalue()


def zipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {one: archive.read(one) for one in archive.namelist()}


def rendered(data: bytes) -> Any:
    """Return the full profile in a template, opened again."""
    return docx.Document(io.BytesIO(DocxRenderer(template(data, "council.docx")).render(samples.full())))


def sizes(document: Any) -> list[tuple[int, int]]:
    """Return how wide and how high each picture is."""
    return [(one.cx, one.cy) for one in document.element.body.iter(qn("wp:extent"))]


def test_pictures_fit_the_page_of_the_template() -> None:
    """On a smaller page they are drawn smaller, in the same proportions, and never larger than they are."""
    document = made()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(148), Mm(105)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(15)

    small, usual = sizes(rendered(saved(document))), sizes(rendered(saved(made())))

    assert len(small) == len(usual) == 3
    assert all(width <= Mm(108) and height <= Mm(75) for width, height in small)
    assert all(width <= Mm(171) for width, _ in usual)
    for one, other in zip(small, usual, strict=True):
        assert abs(one[0] / one[1] - other[0] / other[1]) < 0.01


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        template(data, "council.docx")
    return str(caught.value)


def test_an_empty_document_lends_its_page_and_its_styles() -> None:
    """Page, margins and headings are the council's; what it lacks is added; nothing is there twice."""
    document = made()
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(20)
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x80, 0, 0x80)

    out = rendered(saved(document))
    names = [one.name for one in out.styles]

    assert out.sections[0].page_width == pytest.approx(Mm(297), rel=0.001)
    assert out.styles["Heading 1"].font.color.rgb == RGBColor(0x80, 0, 0x80)
    assert sum(one.width for one in out.tables[0].columns) == pytest.approx(Mm(257), rel=0.001)
    assert {"Readiness Fact", "Readiness Table Text", "Caption", "List Bullet"} <= {*names}
    assert len(names) == len({*names})
    assert out.paragraphs[0].text == "Isle of Somewhere Council"


def test_the_profile_goes_where_its_placeholder_stands() -> None:
    """A cover and an end stay; placeholders in text, header and footer are filled in, in any writing."""
    words = ("Cover of {{ Organisation }}", "{{decision}} on {{as_of}}, due {{DUE}}", "{{profile}}", "The end.")
    document = made(*words, header="{{assessment}}: {{system}}", footer="{{made-by}}, {{criteria}}")

    out = rendered(saved(document))
    texts = [one.text for one in out.paragraphs]

    assert texts[:2] == ["Cover of Isle of Somewhere Council", "NO-GO on 1 May 2009, due 30 June 2009"]
    assert texts[-1] == "The end."
    assert out.sections[0].header.paragraphs[0].text == "RA7: ContactPoint"
    assert out.sections[0].footer.paragraphs[0].text == "readiness 0, Accreditation criteria, version 1.0"
    assert not any("{{" in one for one in texts)
    assert [one.text for one in out.paragraphs if one.style.name == "Title"] == []


def test_a_placeholder_that_word_has_cut_in_pieces_is_found() -> None:
    """Spelling marks and formatting leave {{organisation}} in several runs."""
    document = made("", "{{profile}}")
    for piece in ("For {", "{organi", "sation}", "} & all"):
        document.paragraphs[0].add_run(piece).bold = piece.startswith("{")

    assert rendered(saved(document)).paragraphs[0].text == "For Isle of Somewhere Council & all"


def test_styles_in_another_language_are_used() -> None:
    """Word names its styles in English in every language; only their ids differ."""
    data = saved(made())
    styles = zipped(data)["word/styles.xml"].replace(b'w:styleId="Heading1"', b'w:styleId="berschrift1"')

    out = DocxRenderer(template(with_part(data, "word/styles.xml", styles), "council.docx")).render(samples.full())

    assert "berschrift1, new page: The criteria at a glance" in docx_dump(out)


def test_an_id_that_means_something_else_is_left_alone() -> None:
    """A style of theirs under an id of ours keeps its name; ours takes another id."""
    data = saved(made())
    theirs = b'<w:style w:type="paragraph" w:styleId="ReadinessFact"><w:name w:val="Letter"/></w:style></w:styles>'
    styles = zipped(data)["word/styles.xml"].replace(b"</w:styles>", theirs)

    out = rendered(with_part(data, "word/styles.xml", styles))

    assert out.styles["Letter"].style_id == "ReadinessFact"
    assert out.styles["Readiness Fact"].style_id == "OwnReadinessFact"


def test_a_template_without_lists_gets_one() -> None:
    """The part, its type and its relationship are added."""
    data = saved(made())
    for name in ("word/_rels/document.xml.rels", "[Content_Types].xml"):
        text = re.sub(rb"<(?:Relationship|Override)\s[^>]*numbering[^>]*/>", b"", zipped(data)[name])
        data = with_part(data, name, text)
    data = with_part(data, "word/numbering.xml", None)

    out = parts(DocxRenderer(template(data, "council.docx")).render(samples.full()))

    assert b"w:numId" in out["word/readiness-numbering.xml"]
    assert b"/word/readiness-numbering.xml" in out["[Content_Types].xml"]
    docx.Document(io.BytesIO(DocxRenderer(template(data, "council.docx")).render(samples.full())))


def test_a_dotx_gives_a_document() -> None:
    """What is made of a template is a document, or Word refuses to open it."""
    data = saved(made())
    types = zipped(data)["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")

    out = rendered(with_part(data, "[Content_Types].xml", types))

    assert out.paragraphs[0].text == "Isle of Somewhere Council"


def test_the_same_template_gives_the_same_bytes_and_its_pictures_stay() -> None:
    """A logo in a header is untouched."""
    document = made()
    logo = Path(docx.__file__).parent.parent / "docx" / "templates" / "default.docx"
    data = with_part(saved(document), "word/media/logo.png", logo.read_bytes()[:100])
    used = template(data, "council.docx")
    once, twice = (DocxRenderer(used).render(samples.full()) for _ in range(2))

    assert once == twice
    assert parts(once)["word/media/logo.png"] == logo.read_bytes()[:100]


def test_another_report_leaves_out_what_only_a_profile_knows() -> None:
    """A placeholder of a profile is empty in a report that has no such thing."""
    used = template(saved(made("Due: {{due}}.", "{{profile}}")), "council.docx")
    out = DocxReportRenderer(used).render(profile_report(samples.full()))

    assert docx.Document(io.BytesIO(out)).paragraphs[0].text == "Due: ."


def test_what_is_no_word_document_is_refused() -> None:
    """Each with what to do instead."""
    whole = saved(made())

    assert "is no Word document; give a .docx or .dotx file" in refusal(b"hello")
    assert "is no Word document; give a .docx or .dotx file" in refusal(b"")
    assert "Word 97 to 2003, or has a password" in refusal(b"\xd0\xcf\x11\xe0 and more")
    assert "the file is damaged" in refusal(whole[:-200])
    assert "though it is a zip file" in refusal(with_part(whole, "_rels/.rels", None))
    assert "has macros" in refusal(with_part(whole, "word/vbaProject.bin", b"x"))
    assert "the file is damaged" in refusal(with_part(whole, "word/styles.xml", b"<w:styles"))
    document = zipped(whole)["word/document.xml"]
    strict = document.replace(b"schemas.openxmlformats.org/wordprocessingml/2006", b"purl.oclc.org/ooxml")
    assert "not as Strict Open XML" in refusal(with_part(whole, "word/document.xml", strict))
    bomb = document.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY a "b">]>', 1)
    assert "not written the way Word writes it" in refusal(with_part(whole, "word/document.xml", bomb))


def test_every_mistake_of_a_template_is_told_at_once() -> None:
    """A misspelt placeholder, and no place for the profile."""
    text = refusal(saved(made("{{organization}} {{colour}}", header="{{profile}}")))

    assert "council.docx: the text: nothing is called {{organization}}; did you mean {{organisation}}?" in text
    assert "council.docx: the text: nothing is called {{colour}}; there are organisation, " in text
    assert "council.docx: a header: {{profile}} has to be a paragraph of its own in the text" in text


def test_a_text_without_a_place_for_the_profile_is_not_guessed_at() -> None:
    """Neither is anything appended nor anything lost."""
    assert "add a paragraph {{profile}} where the profile is to stand" in refusal(saved(made("Our cover")))
    assert "a paragraph of its own" in refusal(saved(made("Here: {{profile}}")))


def test_sections_of_an_empty_template_are_not_lost() -> None:
    """A first page with a header of its own is a section; where the profile goes has to be said."""
    document = made()
    document.add_section()

    assert "add a paragraph {{profile}} where the profile is to stand" in refusal(saved(document))

    document.add_paragraph("{{profile}}")
    document.add_section()

    assert len(rendered(saved(document)).sections) == 3


def test_a_template_without_a_page_of_its_own_is_used_all_the_same() -> None:
    """Word does without the properties of the page, and so do we."""
    data = saved(made())
    text = re.sub(rb"<w:sectPr.*?</w:sectPr>", b"", zipped(data)["word/document.xml"], flags=re.DOTALL)

    assert rendered(with_part(data, "word/document.xml", text)).paragraphs[0].text == "Isle of Somewhere Council"
