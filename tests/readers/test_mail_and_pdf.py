"""Letters and PDF files: what is said twice, what is only decoration, and what is hidden or locked."""

from __future__ import annotations

from email.message import EmailMessage

import ole_samples as ole
import pytest
import reader_samples as samples

from readiness._readers._pdf_lines import Line, paragraphs
from readiness.model import DocumentText, Fault

PNG = b"\x89PNG" + b"x" * 200


def places(document: DocumentText) -> list[tuple[str, str]]:
    """Return place and text of each passage that is no header."""
    return [(str(one.locator), one.text) for one in document.passages if not one.locator.part.startswith("header")]


def faults(document: DocumentText) -> list[tuple[Fault, str]]:
    """Return the faults with their details."""
    return [(one.fault, one.detail) for one in document.faults]


def letter(plain: str, page: str) -> EmailMessage:
    """Return a letter in plain text and as a page."""
    message = EmailMessage()
    message["Subject"] = "Minutes"
    message.set_content(plain)
    message.add_alternative(page, subtype="html")
    return message


def test_letter_said_twice(read):
    """A letter that comes as plain text and as a page is read once; a page that says more is read as well."""
    same = letter("See the minutes of May.", "<p>See the <b>minutes</b> of May.</p>")
    assert places(read("a.eml", same.as_bytes())) == [("body, line 1", "See the minutes of May.")]
    more = letter("Your program shows no pages.", "<p>The Board has agreed the policy.</p>")
    assert [place for place, _ in places(read("b.eml", more.as_bytes()))] == [
        "body, line 1",
        "body (html), paragraph 1",
    ]


def test_decoration_of_letters(read):
    """A logo that a page shows and the seal of a signed letter are passed over; a picture that was sent is a scan."""
    shown = letter("Text", "<p>Text</p><img src='cid:1'>")
    shown.get_payload()[1].add_related(PNG, "image", "png", cid="1", filename="logo.png", disposition="attachment")
    shown.make_mixed()
    shown.add_attachment(b"seal", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    document = read("a.eml", shown.as_bytes())
    assert (places(document), faults(document)) == ([("body, line 1", "Text")], [])
    sent = samples.letter("Text", {"scan.png": PNG})
    assert faults(read("b.eml", sent)) == [(Fault.SCANNED, "attachment scan.png: it is a PNG picture")]


def test_locked_letters(read):
    """A letter that only its receiver can open is called locked."""
    data = b"Subject: x\nContent-Type: application/pkcs7-mime; name=smime.p7m\n\nAAAA"
    assert faults(read("a.eml", data)) == [(Fault.ENCRYPTED, "the letter itself")]


def test_outlook_message(read):
    """A message of Outlook gives subject, body and attachments; a picture that the body shows is passed over."""
    sent = {"minutes.txt": b"agreed", "scan.png": PNG}
    document = read("a.msg", ole.message("Minutes", "See attached.", sent))
    assert places(document) == [("body, line 1", "See attached."), ("attachment minutes.txt, line 1", "agreed")]
    assert faults(document) == [(Fault.SCANNED, "attachment scan.png: it is a PNG picture")]
    shown = read("b.msg", ole.message("Minutes", "See attached.", {"logo.png": PNG}, kind="image/png", flags=4))
    assert faults(shown) == []


@pytest.mark.parametrize("header", ["=?utf-8?b?YQ==?= " * 50_000, "x" * 1_000_000])
def test_endless_header(read, header):
    """A header of a million characters is read only as far as anybody could."""
    document = read("a.eml", f"Subject: {header}\n\ntext".encode())
    assert places(document) == [("body, line 1", "text")]
    assert sum(len(one.text) for one in document.passages) < 30_000


def line(number: int, text: str, left: float, bottom: float, size: float = 10) -> Line:
    """Return a line of letters 5 points wide."""
    return Line(number, text, left, left + 5 * len(text), bottom, size)


def test_lines_of_a_page():
    """Lines that follow closely are one paragraph; a gap, another size, a list or a short line begins anew."""
    long = "the Board of the council meets every month in the town hall and keeps"
    lines = [
        line(1, "Reporting", 50, 700, size=14),
        line(2, long, 50, 680),
        line(3, "minutes of it.", 50, 668),
        line(4, "Another paragraph after a gap " + long, 50, 640),
        line(5, "2. A list", 50, 628),
        line(6, "3. Another", 50, 616),
    ]
    assert [(number, text[:20]) for number, text in paragraphs(lines)] == [
        (1, "Reporting"),
        (2, "the Board of the cou"),
        (4, "Another paragraph af"),
        (5, "2. A list"),
        (6, "3. Another"),
    ]


def test_rows_of_a_page():
    """What stands side by side is a row; what stands close beside belongs to the same words."""
    lines = [line(1, "OA8", 50, 700), line(2, "Policy", 150, 700), line(3, "once", 50, 688), line(4, "1", 70, 690)]
    assert [text for _, text in paragraphs(lines)] == ["OA8 | Policy", "once 1"]


def test_comments_of_a_pdf(read):
    """Remarks on every page are counted together, each once; links and popups only repeat."""
    note = "<< /Type /Annot /Subtype /{} /Rect [0 0 9 9] /Contents (note {}) >>"
    pages = [note.format("Text", 1) + note.format("Link", 2), note.format("Highlight", 3) + note.format("FreeText", 4)]
    document = read("a.pdf", annotated(pages))
    assert [text for text in places(document) if "note" in text[1]] == [
        ("comment, page 1", "note 1"),
        ("comment, page 2", "note 3"),
        ("text box, page 2", "note 4"),
    ]
    assert document.facts.comments == 2


def annotated(pages: list[str]) -> bytes:
    """Return a PDF whose pages carry annotations."""
    data = samples.pdf(["Page"] * len(pages))
    for number, notes in enumerate(pages):
        old = f"/Contents {5 + 2 * number} 0 R ".encode()
        data = data.replace(old, old + f"/Annots [{notes}] ".encode())
    return data


def test_files_attached_to_a_pdf(read):
    """A file attached to a PDF is read under its name."""
    catalog = b"<< /Type /Catalog /Pages 2 0 R >>"
    files = b"<< /Names [(a) << /Type /Filespec /F (minutes.txt) /UF (minutes.txt) /EF << /F 6 0 R >> >>] >>"
    data = samples.pdf(["Cover"]).replace(catalog, catalog[:-2] + b"/Names << /EmbeddedFiles " + files + b" >> >>")
    stream = b"6 0 obj\n<< /Type /EmbeddedFile /Length 6 >>\nstream\nagreed\nendstream\nendobj\n"
    document = read("a.pdf", data.replace(b"xref\n", stream + b"xref\n", 1))
    assert places(document) == [("page 1, line 1", "Cover"), ("attachment minutes.txt, line 1", "agreed")]


def test_stamped_scan(read):
    """Pages that are pictures with a stamp on them are scans; a picture beside text is none."""
    assert faults(read("a.pdf", pictured("Scanned 3 May"))) == [
        (Fault.SCANNED, "its pages are pictures with no more than a few words on them")
    ]
    assert faults(read("b.pdf", pictured("A whole sentence that says what the page is about."))) == []


def pictured(text: str) -> bytes:
    """Return a PDF of one page, covered by a picture, with a line of text on it."""
    data = samples.pdf([text])
    image = b"q 600 0 0 800 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q "
    length = len(text) + len("BT /F1 12 Tf 72 700 Td () Tj ET")
    data = data.replace(f"/Length {length} ".encode(), f"/Length {length + len(image)} ".encode())
    return data.replace(b"BT /F1", image + b"BT /F1")
