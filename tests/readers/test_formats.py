"""Every format gives its text with the places a person would name."""

from __future__ import annotations

import reader_samples as samples
from reader_samples import cell, paragraph

from readiness.model import DocumentText, Fault


def places(document: DocumentText) -> list[tuple[str, str]]:
    """Return place and text of each passage."""
    return [(str(passage.locator), passage.text) for passage in document.passages]


def test_docx_headings_tables_and_boxes(read):
    """A Word document gives headings, paragraph numbers, cells and text boxes."""
    styles = f'<w:styles {samples.W}><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>'
    body = (
        paragraph("4 Reporting", "H1")
        + paragraph("Staff report at once.")
        + f"<w:tbl><w:tr><w:tc>{paragraph('OA8')}</w:tc>"
        + f"<w:tc>{paragraph('Policy')}{paragraph('v2')}</w:tc></w:tr></w:tbl>"
        + f"<w:p><w:r><w:txbxContent>{paragraph('In a box')}</w:txbxContent><w:t>Around it</w:t></w:r></w:p>"
    )
    related = samples.relations(("s", "styles", "styles.xml"))
    document = read("a.docx", samples.docx(body, {"word/styles.xml": styles}, related))
    assert places(document) == [
        ("4 Reporting, paragraph 1", "4 Reporting"),
        ("4 Reporting, paragraph 2", "Staff report at once."),
        ("4 Reporting, table 1, row 1, column 1", "OA8"),
        ("4 Reporting, table 1, row 1, column 2", "Policy\nv2"),
        ("text box 1, 4 Reporting, paragraph 1", "In a box"),
        ("4 Reporting, paragraph 3", "Around it"),
    ]


def test_columns_beside_wide_cells(read):
    """A cell across two columns counts as two, as in OpenDocument; so does a row that begins late. The file may lie."""
    wide = '<w:tcPr><w:gridSpan w:val="%s"/></w:tcPr>'
    document = read(
        "form.docx",
        samples.docx(
            f"<w:tbl><w:tr><w:tc>{wide % 2}{paragraph('Signed?')}</w:tc><w:tc>{paragraph('x')}</w:tc></w:tr>"
            f'<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr><w:tc>{paragraph("late")}</w:tc></w:tr>'
            f"<w:tr><w:tc>{wide % '-9'}{paragraph('odd')}</w:tc><w:tc>{paragraph('next')}</w:tc></w:tr></w:tbl>"
        ),
    )

    assert [(one.text, one.locator.column) for one in document.passages] == [
        ("Signed?", 1), ("x", 3), ("late", 3), ("odd", 1), ("next", 2),
    ]  # fmt: skip


def test_docx_margins_notes_and_comments(read):
    """Headers, footnotes and comments are read and named; tracked changes are counted, deleted text is left out."""
    note = f'<w:footnote w:id="2">{paragraph("See minute 7.")}</w:footnote>'
    comment = f'<w:comment w:id="0" w:author="A. Clerk">{paragraph("Check")}</w:comment>'
    extra = {
        "word/header1.xml": f"<w:hdr {samples.W}>{paragraph('RESTRICTED')}</w:hdr>",
        "word/footnotes.xml": f"<w:footnotes {samples.W}>{note}</w:footnotes>",
        "word/comments.xml": f"<w:comments {samples.W}>{comment}</w:comments>",
    }
    related = samples.relations(
        ("h", "header", "header1.xml"), ("f", "footnotes", "footnotes.xml"), ("c", "comments", "comments.xml")
    )
    body = "<w:p><w:ins><w:r><w:t>New</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>"
    document = read("a.docx", samples.docx(body, extra, related))
    assert places(document) == [
        ("paragraph 1", "New"),
        ("header, paragraph 1", "RESTRICTED"),
        ("footnote 1, paragraph 1", "See minute 7."),
        ("comment 1 by A. Clerk, paragraph 1", "Check"),
    ]
    assert (
        document.facts.tracked_changes,
        document.facts.comments,
        document.facts.protective_marking,
    ) == (2, 1, "RESTRICTED")


def test_odt(read):
    """An OpenDocument text gives headings, cells, notes, comments and the margins of its pages."""
    body = (
        '<text:h text:outline-level="1">Scope</text:h><text:p>All<text:s text:c="2"/>staff'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note</text:p></text:note-body>"
        "</text:note></text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>OA8</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p><office:annotation><dc:creator>Clerk</dc:creator><text:p>Why?</text:p></office:annotation>End</text:p>"
    )
    styles = (
        "<office:master-styles><style:master-page><style:footer><text:p>v0.3</text:p></style:footer></style:master-page>"
        "</office:master-styles>"
    )
    document = read("a.odt", samples.odf(body, styles=styles))
    assert places(document) == [
        ("Scope, paragraph 1", "Scope"),
        ("footnote 1, Scope, paragraph 1", "A note"),
        ("Scope, paragraph 2", "All  staff"),
        ("Scope, table 1, row 1, column 1", "OA8"),
        ("comment 1 by Clerk, Scope, paragraph 1", "Why?"),
        ("Scope, paragraph 3", "End"),
        ("footer, paragraph 1", "v0.3"),
    ]
    assert (document.facts.comments, document.facts.draft_marks) == (1, ("v0.3",))


def test_text_in_a_drawing(read):
    """What is written in a drawing stands beside the text, as in a text box of Word; on a slide it is the text."""
    body = (
        "<text:p>Call the desk<draw:custom-shape><text:p>Lost a token?</text:p></draw:custom-shape></text:p>"
        "<text:p>End</text:p>"
    )
    assert places(read("a.odt", samples.odf(body))) == [
        ("text box 1, paragraph 1", "Lost a token?"),
        ("paragraph 1", "Call the desk"),
        ("paragraph 2", "End"),
    ]


def test_ods_cells_by_what_they_hold(read):
    """A date, a share, a time and a yes are given as other sheets give them, whatever is shown; text as it is shown."""
    cells = "".join(
        f"<table:table-cell {given}><text:p>{shown}</text:p></table:table-cell>"
        for given, shown in [
            ('office:value-type="date" office:date-value="2007-08-10"', "8/10/07"),
            ('office:value-type="date" office:date-value="2012-08-08T22:59:00.0"', "22:59"),
            ('office:value-type="date" office:date-value="sometime"', "spring"),
            ('office:value-type="percentage" office:value="0.938"', "94 %"),
            ('office:value-type="float" office:value="3"', "3,00"),
            ('office:value-type="time" office:time-value="PT07H05M00S"', "7:05"),
            ('office:value-type="boolean" office:boolean-value="true"', "WAHR"),
            ('office:value-type="string"', "Signed"),
        ]
    )
    drawing = "<draw:custom-shape><text:p>Ask first</text:p></draw:custom-shape>"
    row = f'<table:table-cell office:value-type="float" office:value="7">{drawing}</table:table-cell>'
    body = (
        f'<table:table table:name="Log"><table:table-row>{cells}</table:table-row>'
        f"<table:table-row>{row}</table:table-row></table:table>"
    )
    assert places(read("a.ods", samples.odf(body, "spreadsheet"))) == [
        ("Log!A1:H1", "2007-08-10 | 2012-08-08 22:59:00 | spring | 0.938 | 3 | 07:05:00 | TRUE | Signed"),
        ("text box, Log", "Ask first"),
        ("Log!A2", "7"),
    ]


def test_ods_repeats(read):
    """A repeated row or cell keeps the numbers of what follows right and is itself given a few times at most."""
    body = (
        '<table:table table:name="Log"><table:table-row table:number-rows-repeated="1000000"/>'
        '<table:table-row><table:table-cell table:number-columns-repeated="3"/><table:table-cell><text:p>x</text:p>'
        "</table:table-cell></table:table-row></table:table>"
    )
    assert places(read("a.ods", samples.odf(body, "spreadsheet"))) == [("Log!D1000001", "x")]


def test_workbook(read):
    """A workbook gives one passage a row with the range of cells."""
    document = read("a.xlsx", samples.xlsx(f'<row r="7">{cell("A7", "OA8")}{cell("D7", "May 2009")}</row>'))
    assert places(document) == [("Log!A7:D7", "OA8 | May 2009")]


def test_presentation(read):
    """A presentation gives its slides in the order shown, with notes."""
    document = read("a.pptx", samples.pptx(["First", "Second"], notes="Say this"))
    assert places(document) == [
        ("slide 1, paragraph 1", "First"),
        ("notes, slide 1, paragraph 1", "Say this"),
        ("slide 2, paragraph 1", "Second"),
    ]
    assert document.facts.page_count == 2


def test_pdf_pages_and_scans(read):
    """A PDF gives pages and lines, and says which pages are pictures."""
    document = read("a.pdf", samples.pdf(["Page one", "", "Page three"], shape=True))
    assert places(document) == [("page 1, line 1", "Page one"), ("page 3, line 1", "Page three")]
    assert [(one.fault, one.detail) for one in document.faults] == [(Fault.SCANNED, "page 2")]


def test_rtf(read):
    """RTF gives characters of every code, rows of tables, margins and notes; deleted text is left out."""
    document = read("a.rtf", samples.RTF)
    assert places(document) == [
        ("header, paragraph 1", "OFFICIAL"),
        ("paragraph 1", "Café €5"),
        ("table 1, row 1", "Criterion | Evidence"),
        ("table 1, row 2", "OA8 | Policy"),
        ("footnote 1, paragraph 1", "A note."),
        ("paragraph 2", "New text"),
    ]
    facts = document.facts
    assert (
        facts.title,
        facts.author,
        facts.created,
        facts.tracked_changes,
    ) == ("Records policy", "Clerk", "2009-05-29", 2)


def test_rtf_cell_of_two_paragraphs(read):
    """A cell may hold several paragraphs; they stay together."""
    document = read("a.rtf", rb"{\rtf1 \trowd\pard\intbl one\par two\cell three\cell\row\pard after\par}")
    assert places(document) == [("table 1, row 1", "one\ntwo | three"), ("paragraph 1", "after")]


def test_mail_with_attachments(read):
    """A mail gives headers, body, and what its attachments say, each under its name."""
    document = read("a.eml", samples.letter("See attached.", {"m.docx": samples.docx(paragraph("Approved"))}))
    assert places(document) == [
        ("header Subject", "Subject: Board minutes"),
        ("header From", "From: clerk@example.org"),
        ("header To", "To: board@example.org"),
        ("body, line 1", "See attached."),
        ("attachment m.docx, paragraph 1", "Approved"),
    ]


def test_dates_of_a_mail(read):
    """The date of a mail is given as every other date is; one that is none stands as it is."""
    assert read("a.eml", b"Date: Fri, 29 May 2009 10:00:00 +0100\n\nx").facts.created == "2009-05-29T10:00:00+01:00"
    assert read("b.eml", b"Date: whenever\n\nx").facts.created == "whenever"


def test_zip_of_documents(read):
    """Each file of a packed folder is read under its name; a bad one costs only itself."""
    parts = {"b/two.txt": "Two", "a.docx": samples.docx(paragraph("One")), "c.bin": b"\x00\x01\x02" * 99}
    document = read("a.zip", samples.packed(parts))
    assert places(document) == [("a.docx, paragraph 1", "One"), ("b/two.txt, line 1", "Two")]
    assert [one.fault for one in document.faults] == [Fault.UNKNOWN_FORMAT]


def test_html(read):
    """A web page gives headings, paragraphs and rows; scripts are left out."""
    page = b"<title>T</title><h1>Scope</h1><p>All <b>staff</b></p><script>no()</script><table><tr><td>a<td>b</table>"
    assert places(read("a.html", page)) == [
        ("title", "T"),
        ("Scope, paragraph 1", "Scope"),
        ("Scope, paragraph 2", "All staff"),
        ("Scope, table 1, row 1", "a | b"),
    ]


def test_boxes_to_tick(read):
    """A box shows whether it is ticked: of an old form of Word, of a font of symbols, of a web page."""

    def box(*states):
        state = "".join(f'<w:{name} w:val="{value}"/>' for name, value in states)
        field = f"<w:fldChar><w:ffData><w:checkBox>{state}</w:checkBox></w:ffData></w:fldChar>"
        return f"<w:p><w:r>{field}<w:t>Yes</w:t></w:r></w:p>"

    symbol = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> Yes</w:t></w:r></w:p>'
    states = box(("default", 0)) + box(("default", 0), ("checked", 1)) + box(("default", 1), ("checked", 0)) + symbol
    document = read("a.docx", samples.docx(states))
    assert [passage.text for passage in document.passages] == ["☐ Yes", "☒ Yes", "☐ Yes", "☑ Yes"]

    page = b"<p><input type=checkbox checked>Yes<p><input type=RADIO name=a value=no>No"
    assert [passage.text.split() for passage in read("a.html", page).passages] == [["☒", "Yes"], ["☐", "no", "No"]]


def test_markdown_text_and_tables_in_text(read):
    """Markdown gives headings and lines, text gives lines, a table in text gives cells."""
    assert places(read("a.md", b"# A\n\n## B\ntext\n")) == [
        ("A, line 1", "A"),
        ("A > B, line 3", "B"),
        ("A > B, line 4", "text"),
    ]
    assert places(read("a.txt", b"one\ntwo\n\nthree")) == [("line 1", "one\ntwo"), ("line 4", "three")]
    assert places(read("a.csv", b'"x;y",z\n')) == [("A1:B1", "x;y | z")]


def test_content_wins_over_the_name(read):
    """A document under the wrong suffix is read as what it is, and the mismatch is said."""
    document = read("policy.doc", samples.RTF)
    assert document.format == "rtf"
    assert document.facts.suffix_mismatch == "the name ends in .doc, but the content is rtf"


def test_same_bytes_same_document(read):
    """Reading twice gives equal values."""
    data = samples.docx(paragraph("One"))
    assert read("a.docx", data) == read("a.docx", data)


def test_document_in_a_document(read):
    """A document put into another as an object is read under its name."""
    extra = {"word/embeddings/inner.xlsx": samples.xlsx(f'<row r="1">{cell("B1", "deep")}</row>')}
    document = read("a.docx", samples.docx(paragraph("outer"), extra))
    assert places(document) == [("paragraph 1", "outer"), ("embedded inner.xlsx, Log!B1", "deep")]


def test_pictures_only(read):
    """A document that holds nothing but a picture is a scan, not an empty file."""
    document = read("a.docx", samples.docx("", {"word/media/image1.png": b"\x89PNG"}))
    assert [one.fault for one in document.faults] == [Fault.SCANNED]
