"""What office files hold beside plain paragraphs, and what must not be taken for text."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import ole_samples as ole
import pytest
import reader_samples as samples
from reader_samples import cell, paragraph

from readiness.model import DocumentText, Fault

FILES = Path(__file__).parent / "files"
PICTURE = {"word/media/image1.png": b"\x89PNG"}
DRAWING = '<w:p><w:r><w:drawing><wp:docPr xmlns:wp="urn:wp" descr="{}"/></w:drawing></w:r></w:p>'
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def places(document: DocumentText) -> list[tuple[str, str]]:
    """Return place and text of each passage."""
    return [(str(passage.locator), passage.text) for passage in document.passages]


def numbered(text: str, level: int, *, is_heading: bool = True) -> str:
    """Return a paragraph of list 1."""
    outline = f'<w:outlineLvl w:val="{level}"/>' if is_heading else ""
    look = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>{outline}</w:pPr>'
    return f"<w:p>{look}<w:r><w:t>{text}</w:t></w:r></w:p>"


def test_numbers_of_headings(read):
    """Numbers that Word puts in front of headings are part of the place, and not of the text."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate([("upperRoman", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)")])
    )
    lists = f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
    lists += '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    body = numbered("Scope", 0) + numbered("One", 1) + numbered("a clause", 2, is_heading=False) + numbered("Two", 1)
    body += numbered("Records", 0) + paragraph("Text")
    extra = {"word/numbering.xml": f"<w:numbering {samples.W}>{lists}</w:numbering>"}
    document = read("a.docx", samples.docx(body, extra, samples.relations(("n", "numbering", "numbering.xml"))))
    assert [passage.locator.heading for passage in document.passages] == [
        ("I. Scope",),
        ("I. Scope", "I.1 One"),
        ("I. Scope", "I.1 One"),
        ("I. Scope", "I.2 Two"),
        ("II. Records",),
        ("II. Records",),
    ]
    assert document.passages[0].text == "Scope"


def test_styles_based_on_headings(read):
    """A style of the house that is based on a heading is one, over however many steps; a loop of styles ends."""
    styles = '<w:style w:styleId="H"><w:name w:val="heading 2"/></w:style>'
    styles += (
        '<w:style w:styleId="A"><w:basedOn w:val="H"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    styles += (
        '<w:style w:styleId="L"><w:basedOn w:val="M"/></w:style><w:style w:styleId="M"><w:basedOn w:val="L"/></w:style>'
    )
    extra = {"word/styles.xml": f"<w:styles {samples.W}>{styles}</w:styles>"}
    body = paragraph("Who", "B") + paragraph("Text", "L")
    document = read("a.docx", samples.docx(body, extra, samples.relations(("s", "styles", "styles.xml"))))
    assert places(document) == [("Who, paragraph 1", "Who"), ("Who, paragraph 2", "Text")]


def test_damaged_styles_cost_no_text(read):
    """A part that only says how text looks may be damaged."""
    extra = {"word/styles.xml": "<w:styles", "word/numbering.xml": "<"}
    related = samples.relations(("s", "styles", "styles.xml"), ("n", "numbering", "numbering.xml"))
    document = read("a.docx", samples.docx(paragraph("Text"), extra, related))
    assert (places(document), document.faults) == ([("paragraph 1", "Text")], ())


def test_pictures_are_described_apart(read):
    """The words for a picture are a passage of their own; the name of a file is no description."""
    body = DRAWING.format("Plan of the office") + DRAWING.format("C:\\scans\\page1.jpg") + paragraph("Text")
    assert places(read("a.docx", samples.docx(body))) == [("picture", "Plan of the office"), ("paragraph 1", "Text")]


def test_scan_with_margins(read):
    """A document of pictures is a scan though it has a header and its pictures are described."""
    header = f"<w:hdr {samples.W}>{paragraph('RESTRICTED')}</w:hdr>"
    related = samples.relations(("h", "header", "header1.xml"))
    body = DRAWING.format("A page of text")
    document = read("a.docx", samples.docx(body, {"word/header1.xml": header, **PICTURE}, related))
    assert [one.fault for one in document.faults] == [Fault.SCANNED]
    assert document.facts.protective_marking == "RESTRICTED"
    both = samples.docx(body + paragraph("Text"), {"word/header1.xml": header, **PICTURE}, related)
    assert read("b.docx", both).faults == ()


def native(name: str, data: bytes) -> bytes:
    """Return a file as the packager of Windows wraps it."""
    head = struct.pack("<IH", 0, 2) + name.encode() + b"\0" + b"C:\\x\0" + struct.pack("<HHI", 0, 3, 2) + b"x\0"
    return ole.compound({"\x01Ole10Native": head + struct.pack("<I", len(data)) + data})


def test_files_put_into_documents(read):
    """A file that was put into a document as an object is read under its name, whatever wraps it."""
    parts = {
        "word/embeddings/oleObject1.bin": native("minutes.txt", b"agreed"),
        "word/embeddings/oleObject2.bin": ole.compound({"CONTENTS": samples.pdf(["a page"])}),
        "word/embeddings/oleObject3.bin": ole.compound({"Equation Native": b"x"}),
    }
    document = read("a.docx", samples.docx(paragraph("outer"), parts))
    assert places(document) == [
        ("paragraph 1", "outer"),
        ("embedded minutes.txt, line 1", "agreed"),
        ("embedded oleObject2.bin, page 1, line 1", "a page"),
    ]
    assert document.faults == ()


def test_objects_in_old_documents(read):
    """In documents of before 2007, too; a whole document of that time inside another is named, not passed over."""
    word = ole.streams(ole.word_6(b"outer\r"))
    wrapped = {"\x01Ole10Native": ole.streams(native("minutes.txt", b"agreed"))["\x01Ole10Native"]}
    document = read("a.doc", ole.compound({**word, "ObjectPool": {"_1": wrapped, "_2": {"WordDocument": b"x"}}}))
    assert places(document) == [("paragraph 1", "outer"), ("embedded minutes.txt, line 1", "agreed")]
    (fault,) = document.faults
    assert fault.fault is Fault.UNKNOWN_FORMAT
    assert fault.detail.startswith("object ")  # numbered as the file lists its streams


def test_objects_in_opendocument(read):
    """A sheet inside a text is read as a sheet; a chart is passed over."""
    sheet = samples.odf(
        '<table:table table:name="S"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell>'
        "</table:table-row></table:table>",
        "spreadsheet",
    )
    content = ole_content(sheet)
    chart = content.replace(b"office:spreadsheet", b"office:chart")
    text = samples.odf("<text:p>outer</text:p>")
    data = repacked(text, {"Object 1/content.xml": content, "Object 2/content.xml": chart})
    document = read("a.odt", data)
    assert places(document) == [("paragraph 1", "outer"), ("embedded Object 1, S!A1", "x")]
    assert document.faults == ()


def ole_content(data: bytes) -> bytes:
    """Return the content of an OpenDocument file."""
    return unpacked(data)["content.xml"]


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of a packed file."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def repacked(data: bytes, more: dict[str, bytes]) -> bytes:
    """Return a packed file with more parts."""
    return samples.packed({**unpacked(data), **more})


def test_comments_and_margins_of_sheets(read):
    """Each sheet names its own comments and margins; a conversation is not also given by its stand-in."""
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" {samples.R}><sheets><sheet name="One" r:id="r1"/>'
        '<sheet name="Two" r:id="r2"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": samples.relations(("r1", "worksheet", "a.xml"), ("r2", "worksheet", "b.xml")),
        "xl/a.xml": f'<worksheet xmlns="{SHEET}"><sheetData><row r="1">{cell("A1", "x")}</row></sheetData>'
        "<headerFooter><oddHeader>&amp;C&amp;&quot;Arial,Bold&quot;RESTRICTED&amp;RPage &amp;P</oddHeader>"
        "</headerFooter></worksheet>",
        "xl/b.xml": f'<worksheet xmlns="{SHEET}"><sheetData/></worksheet>',
        "xl/_rels/b.xml.rels": samples.relations(("c", "comments", "c.xml"), ("t", "threadedComment", "t.xml")),
        "xl/c.xml": f'<comments xmlns="{SHEET}"><authors><author>A. Clerk</author></authors><commentList>'
        '<comment ref="B2" authorId="0"><text><t>Check</t></text></comment>'
        '<comment ref="C3" authorId="0"><text><t>[Threaded comment] see there</t></text></comment>'
        "</commentList></comments>",
        "xl/t.xml": '<ThreadedComments><threadedComment ref="C3"><text>Agreed</text></threadedComment>'
        "</ThreadedComments>",
    }
    document = read("a.xlsx", samples.office("xlsx", parts))
    assert places(document) == [
        ("header, One", "RESTRICTED\tPage"),
        ("One!A1", "x"),
        ("comment by A. Clerk, Two!B2", "Check"),
        ("comment, Two!C3", "Agreed"),
    ]
    assert (document.facts.comments, document.facts.protective_marking) == (2, "RESTRICTED")


def test_word_6(read):
    """A document of Word 6 is read, in the characters of its fonts."""
    assert places(read("a.doc", ole.word_6(b"One\rTwo\r"))) == [("paragraph 1", "One"), ("paragraph 2", "Two")]
    russian = "Четыре".encode("cp1251")
    assert places(read("b.doc", ole.word_6(russian + b"\r", font_set=204))) == [("paragraph 1", "Четыре")]


def test_slides_of_an_earlier_save(read):
    """What a quick save left behind in a presentation is not shown, and not read."""
    tree = ole.streams((FILES / "training.ppt").read_bytes())
    old, user = tree["PowerPoint Document"], bytearray(tree["Current User"])
    (edit,) = struct.unpack_from("<I", user, 16)
    _, _, edit_size = struct.unpack_from("<HHI", old, edit)
    (directory,) = struct.unpack_from("<I", old, edit + 8 + 12)
    (head,) = struct.unpack_from("<I", old, directory + 8)
    places_ = struct.unpack_from(f"<{head >> 20}I", old, directory + 12)
    number, place = next(
        (number, at) for number, at in enumerate(places_) if struct.unpack_from("<H", old, at + 2)[0] == 0x03EE
    )
    (length,) = struct.unpack_from("<I", old, place + 4)
    slide = old[place : place + 8 + length]
    changed = slide.replace("Title of slide one".encode("utf-16-le"), "TITLE OF SLIDE ONE".encode("utf-16-le"))
    changed = changed.replace(b"Title of slide one", b"TITLE OF SLIDE ONE")
    assert changed != slide
    new = old + changed
    new_directory = struct.pack("<HHIII", 0, 0x1772, 8, (1 << 20) | (head & 0xFFFFF) + number, len(old))
    new_edit = bytearray(old[edit : edit + 8 + edit_size])
    struct.pack_into("<II", new_edit, 8 + 8, edit, len(new))
    struct.pack_into("<I", user, 16, len(new) + len(new_directory))
    tree |= {"PowerPoint Document": new + new_directory + bytes(new_edit), "Current User": bytes(user)}
    texts = [text for _, text in places(read("a.ppt", ole.compound(tree)))]
    assert "TITLE OF SLIDE ONE" in texts
    assert "Title of slide one" not in texts
    assert "Notes of slide two" in texts


def test_presentation_without_its_list_of_saves(read):
    """A presentation whose list of saves is lost gives every slide that is in the file."""
    tree = ole.streams((FILES / "training.ppt").read_bytes())
    texts = [text for _, text in places(read("a.ppt", ole.compound({**tree, "Current User": b""})))]
    assert {"Title of slide one", "Title of slide two", "Notes of slide one"} <= set(texts)


def test_masters_of_slides(read):
    """What stands on every slide is read once; the invitations in placeholders are not."""
    drawing = 'xmlns:a="urn:a" xmlns:p="urn:p"'
    shape = "<p:sp><p:nvSpPr>{}</p:nvSpPr><a:p><a:r><a:t>{}</a:t></a:r></a:p></p:sp>"
    parts = {
        "ppt/slides/_rels/slide1.xml.rels": samples.relations(("l", "slideLayout", "../layout.xml")),
        "ppt/slides/_rels/slide2.xml.rels": samples.relations(("l", "slideLayout", "../layout.xml")),
        "ppt/layout.xml": f"<p:x {drawing}>{shape.format('<p:ph/>', 'Click to add a title')}"
        f"{shape.format('', 'OFFICIAL')}</p:x>",
    }
    document = read("a.pptx", repacked(samples.pptx(["One", "Two"]), parts))
    assert places(document)[-1] == ("slide master, paragraph 1", "OFFICIAL")
    assert len(document.passages) == 3
    assert document.facts.protective_marking == "OFFICIAL"


def test_rtf_headings_and_properties(read):
    """RTF gives headings by style or level, names written twice once, and properties that people added."""
    data = (
        rb"{\rtf1\ansi{\stylesheet{\s0 Normal;}{\s3 heading 1;}{\s4\outlinelevel1 Unterpunkt;}}"
        rb"{\info{\upr{\author Dupre}{\*\ud{\author Dupr\u233 e}}}}"
        rb"{\*\userprops{\propname Status}\proptype30{\staticval Draft}}"
        rb"\pard\s3 Scope\par\pard\s4{\listtext\pard\plain 1.1\tab}Who\par\pard Text\par}"
    )
    document = read("a.rtf", data)
    assert [passage.locator.heading for passage in document.passages] == [
        ("Scope",),
        ("Scope", "1.1 Who"),
        ("Scope", "1.1 Who"),
    ]
    assert document.facts.author == "Dupré"
    assert document.facts.draft_marks == ("Draft",)


def test_rtf_watermark(read):
    """Text laid across the pages of an RTF document is a watermark."""
    shape = rb"{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv DRAFT}}{\sp{\sn other}{\sv x}}}}"
    document = read("a.rtf", rb"{\rtf1{\header" + shape + rb"\par}Text\par}")
    assert places(document) == [("header, watermark", "DRAFT"), ("paragraph 1", "Text")]
    assert document.facts.draft_marks == ("DRAFT",)


@pytest.mark.parametrize("tag", ["td", "th"])
def test_cells_of_pages(read, tag):
    """A cell of a page may hold several blocks; they stay in one cell, and a heading in it counts."""
    page = f"<table><tr><{tag}><h2>Who</h2><p>All staff</p><{tag}>x</tr></table><p>After"
    assert places(read("a.html", page.encode())) == [
        ("Who, table 1, row 1", "Who\nAll staff | x"),
        ("Who, paragraph 1", "After"),
    ]


def test_counts_are_added_up(read):
    """Comments and changes left in documents inside a packed folder count for the folder."""
    note = f'<w:comments {samples.W}><w:comment w:id="0">{paragraph("Check")}</w:comment></w:comments>'
    related = samples.relations(("c", "comments", "comments.xml"))
    inner = samples.docx("<w:p><w:ins><w:r><w:t>New</w:t></w:r></w:ins></w:p>", {"word/comments.xml": note}, related)
    facts = read("a.zip", samples.packed({"a.docx": inner, "b.docx": inner})).facts
    assert (facts.comments, facts.tracked_changes) == (2, 2)
