"""Small documents of many formats, made from nothing, for the tests of the readers."""

from __future__ import annotations

import io
import struct
import zipfile
from email.message import EmailMessage

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)
_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
}
_MAIN = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}


def packed(parts: dict[str, str | bytes]) -> bytes:
    """Pack parts as a zip, always with the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def relations(*rows: tuple[str, str, str]) -> str:
    """Return a list of relations: id, last word of the type, target."""
    inner = "".join(f'<Relationship Id="{i}" Type="{_OFFICE}/{kind}" Target="{to}"/>' for i, kind, to in rows)
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def office(kind: str, parts: dict[str, str | bytes]) -> bytes:
    """Return an Office Open XML file with its main part declared."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{_MAIN[kind]}" ContentType="{_TYPES[kind]}"/></Types>'
    )
    return packed(
        {"[Content_Types].xml": types, "_rels/.rels": relations(("r1", "officeDocument", _MAIN[kind])), **parts}
    )


def docx(body: str, extra: dict[str, str | bytes] | None = None, related: str = "") -> bytes:
    """Return a Word document whose body is *body*."""
    parts: dict[str, str | bytes] = {"word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>"}
    if related:
        parts["word/_rels/document.xml.rels"] = related
    return office("docx", parts | (extra or {}))


def paragraph(text: str, style: str = "") -> str:
    """Return one paragraph of a Word document."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}<w:r><w:t>{text}</w:t></w:r></w:p>"


def xlsx(rows: str, shared: str = "") -> bytes:
    """Return a workbook with one sheet, Log."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = '<sheet name="Log" sheetId="1" r:id="r1"/>'
    parts: dict[str, str | bytes] = {
        "xl/workbook.xml": f'<workbook xmlns="{main}" {R}><sheets>{sheet}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml")
        ),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{shared}</sst>',
    }
    return office("xlsx", parts)


def cell(reference: str, text: str) -> str:
    """Return one cell with its text inside."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def pptx(slides: list[str], notes: str = "") -> bytes:
    """Return a presentation with one text a slide, shown in the order given."""
    drawing = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    main = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    numbers = range(1, len(slides) + 1)
    ids = "".join(f'<p:sldId id="{255 + n}" r:id="r{n}"/>' for n in numbers)
    parts: dict[str, str | bytes] = {
        "ppt/presentation.xml": f"<p:presentation {main} {R}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": relations(*((f"r{n}", "slide", f"slides/slide{n}.xml") for n in numbers)),
    }
    for number, text in enumerate(slides, start=1):
        parts[f"ppt/slides/slide{number}.xml"] = (
            f"<p:sld {main} {drawing}><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sld>"
        )
    if notes:
        parts["ppt/slides/_rels/slide1.xml.rels"] = relations(("n1", "notesSlide", "../notesSlides/notesSlide1.xml"))
        parts["ppt/notesSlides/notesSlide1.xml"] = (
            f"<p:notes {main} {drawing}><a:p><a:r><a:t>{notes}</a:t></a:r></a:p></p:notes>"
        )
    return office("pptx", parts)


def odf(body: str, kind: str = "text", styles: str = "") -> bytes:
    """Return an OpenDocument file whose ``office:text`` (or other) is *body*."""
    parts: dict[str, str | bytes] = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"<office:document-content {_ODF}><office:body>"
        f"<office:{kind}>{body}</office:{kind}></office:body>"
        "</office:document-content>",
    }
    if styles:
        parts["styles.xml"] = f"<office:document-styles {_ODF}>{styles}</office:document-styles>"
    return packed(parts)


def pdf(pages: list[str], *, shape: bool = False) -> bytes:
    """Return a PDF with one line of text a page; an empty text with *shape* gives a page that shows a rectangle."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number, text in enumerate(pages):
        drawing = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET" if text else "10 10 100 100 re f" if shape else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(drawing)} >>\nstream\n{drawing}\nendstream")
    return _pdf_file(objects)


def _pdf_file(objects: list[str]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Root 1 0 R /Size {len(objects) + 1} >>\n"
    )
    return out + f"{end}startxref\n{len(out)}\n%%EOF\n".encode("latin-1")


def pdf_of_nested_forms(levels: int) -> bytes:
    """Return a PDF whose page draws a form twice, which draws the next one twice, and so on."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
        "<< /Length 11 >>\nstream\n/X Do /X Do\nendstream",
    ]
    for level in range(levels):
        inner = f"/Resources << /XObject << /X {6 + level} 0 R >> >>" if level < levels - 1 else ""
        drawing = "/X Do /X Do" if level < levels - 1 else "0 0 1 1 re f"
        objects.append(
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] {inner} /Length {len(drawing)} >>\n"
            f"stream\n{drawing}\nendstream"
        )
    return _pdf_file(objects)


def letter(body: str, attachments: dict[str, bytes] | None = None) -> bytes:
    """Return a mail."""
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = "Board minutes", "clerk@example.org", "board@example.org"
    message.set_content(body)
    for name, data in (attachments or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def nested_letters(depth: int) -> bytes:
    """Return a mail of parts inside parts inside parts."""
    lines = ["Subject: deep", "MIME-Version: 1.0"]
    for level in range(depth):
        lines += [f'Content-Type: multipart/mixed; boundary="b{level}"', "", f"--b{level}"]
    return "\r\n".join([*lines, "Content-Type: text/plain", "", "the bottom"]).encode()


def lying_zip(name: str, size: int) -> bytes:
    """Return a zip whose one part claims to unpack to ten bytes and unpacks to *size*."""
    data = bytearray(packed({name: b"\x20" * size}))
    claimed = struct.pack("<I", 10)
    data[22:26] = claimed
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = claimed
    return bytes(data)


RTF = rb"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title Records policy}{\author Clerk}
{\creatim\yr2009\mo5\dy29}}{\header OFFICIAL\par}Caf\'e9 \u8364?5\par
\trowd\intbl Criterion\cell Evidence\cell\row\trowd\intbl OA8\cell Policy\cell\row
{\deleted gone}{\revised\deleted0 New text}{\footnote A note.}\par}"""
