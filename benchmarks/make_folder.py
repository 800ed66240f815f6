"""
Make an evidence folder of any size from nothing, always the same.

    python benchmarks/make_folder.py FOLDER --documents 10000

The mix is that of a shared drive: Word files first, then PDF, sheets, OpenDocument, mail, pages and plain text. One
document in fifty names a criterion, or as many as are asked for, and one in two hundred is registered and claimed.
"""

from __future__ import annotations

import argparse
import io
import random
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from xml.sax.saxutils import escape

_WORDS = """\
the of and to a in for is that on with be are as by an or this it from council policy procedure process record records
child children service services manager team helpdesk token tokens access user users account security data shared area
request review reviewed year month week day report reported issue issued loss return damage training induction staff
employee contractor register panel board meeting minute agreed noted action owner version draft approved guidance form
address consent parent carer young person school health partner agency network workstation password audit compliance
""".split()  # noqa: SIM905 - a list of words reads better as text
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARAGRAPHS = 25


def paragraphs(rng: random.Random, number: int, citing: int) -> list[str]:
    """Return the text of one document: about 600 words. One in *citing* names a criterion."""
    texts = [" ".join(rng.choices(_WORDS, k=rng.randint(10, 40))).capitalize() + "." for _ in range(_PARAGRAPHS)]
    if number % citing == 0:
        texts[3] = f"This is put forward for OA{number // citing % 28 + 1}. {texts[3]}"
    return [f"Document {number} of Anyshire, an invented council", *texts]


def packed(parts: dict[str, str]) -> bytes:
    """Return the parts as a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def office(main: str, kind: str, content: str, extra: dict[str, str]) -> bytes:
    """Return an Office Open XML file."""
    relation = f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="{main}"/>'
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{main}" ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/>'
        "</Types>"
    )
    relations = f'<Relationships xmlns="{_PACKAGE}/relationships">{relation}</Relationships>'
    return packed({"[Content_Types].xml": types, "_rels/.rels": relations, main: content, **extra})


def docx(texts: list[str]) -> bytes:
    """Return a Word document."""
    body = "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in texts)
    content = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    return office("word/document.xml", "wordprocessingml.document", content, {})


def xlsx(texts: list[str]) -> bytes:
    """Return a workbook of one sheet."""
    cells = (
        f'<c r="A{row}" t="inlineStr"><is><t>{escape(text)}</t></is></c><c r="B{row}"><v>{row}</v></c>'
        for row, text in enumerate(texts, start=1)
    )
    rows = "".join(f'<row r="{row}">{cell}</row>' for row, cell in enumerate(cells, start=1))
    book = f'<workbook xmlns="{_S}" xmlns:r="{_OFFICE}"><sheets><sheet name="Log" sheetId="1" r:id="r1"/></sheets></workbook>'
    relation = f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    extra = {
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relation}</Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_S}"><sheetData>{rows}</sheetData></worksheet>',
    }
    return office("xl/workbook.xml", "spreadsheetml.sheet", book, extra)


def odt(texts: list[str]) -> bytes:
    """Return an OpenDocument text."""
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    body = "".join(f"<text:p>{escape(text)}</text:p>" for text in texts)
    content = f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def pdf(texts: list[str]) -> bytes:
    """Return a PDF of one page with a text layer."""
    lines = [text[start : start + 90] for text in texts for start in range(0, len(text), 90)]
    shown = "\n".join(f"({line.translate({40: None, 41: None, 92: None})}) Tj T*" for line in lines)
    stream = f"BT /F1 8 Tf 40 800 Td 9 TL\n{shown}\nET".encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = io.BytesIO(b"%PDF-1.4\n"), []
    out.seek(0, io.SEEK_END)
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    out.write(
        b"xref\n0 6\n0000000000 65535 f \n%strailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (rows, start)
    )
    return out.getvalue()


def html(texts: list[str]) -> bytes:
    """Return a web page."""
    body = "".join(f"<p>{escape(text)}</p>" for text in texts[1:])
    return f"<!doctype html><title>{escape(texts[0])}</title><h1>{escape(texts[0])}</h1>{body}".encode()


def rtf(texts: list[str]) -> bytes:
    """Return a Rich Text file."""
    return ("{\\rtf1\\ansi " + "".join(f"{text}\\par\n" for text in texts) + "}").encode("latin-1")


def eml(texts: list[str]) -> bytes:
    """Return a mail."""
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = texts[0], "manager@anyshire.invalid", "team@anyshire.invalid"
    mail["Date"] = "Mon, 02 Mar 2009 09:00:00 +0000"
    mail.set_content("\n\n".join(texts[1:]))
    return mail.as_bytes()


def txt(texts: list[str]) -> bytes:
    """Return plain text."""
    return "\n\n".join(texts).encode()


def csv(texts: list[str]) -> bytes:
    """Return a table."""
    return "\r\n".join(f'{row},"{text}"' for row, text in enumerate(texts, start=1)).encode()


MIX: tuple[tuple[str, Callable[[list[str]], bytes], int], ...] = (
    ("docx", docx, 35),
    ("pdf", pdf, 20),
    ("xlsx", xlsx, 10),
    ("odt", odt, 10),
    ("txt", txt, 8),
    ("html", html, 6),
    ("eml", eml, 5),
    ("rtf", rtf, 3),
    ("csv", csv, 3),
)


def make(folder: Path, documents: int, citing: int = 50) -> None:
    """Write the folder with its register."""
    kinds = [(suffix, make_one) for suffix, make_one, share in MIX for _ in range(share)]
    register = [
        'organisation = "Anyshire, an invented council"\nsystem = "ContactPoint"\nassessment = "RA7"\ndue = 2009-05-29\n'
    ]
    for number in range(documents):
        rng = random.Random(number)
        suffix, make_one = rng.choice(kinds)
        path = f"{number // 200:03}/document-{number:05}.{suffix}"
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(make_one(paragraphs(rng, number, citing)))
        if number % 200 == 0:
            claim = f'[[document.claim]]\ncriterion = "OA{number // 200 % 28 + 1}"\n'
            if number // 200 % 28 + 1 not in {3, 5, 24, 26, 28}:
                register.append(f'[[document]]\npath = "{path}"\nkinds = ["policy"]\nowner = "Manager"\n{claim}')
    (folder / "register.toml").write_text("\n".join(register), encoding="utf-8")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--citing", type=int, default=50, help="one document in so many names a criterion")
    options = parser.parse_args()
    make(options.folder, options.documents, options.citing)


if __name__ == "__main__":
    main()
