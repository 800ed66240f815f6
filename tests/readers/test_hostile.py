"""Hostile, broken and odd files: each gives text or a named fault, soon, and does no harm."""

from __future__ import annotations

import io
import os
import socket
import zipfile
from pathlib import Path

import pytest
import reader_samples as samples
from reader_samples import cell, paragraph

from readiness._readers import BUILT_IN, read_documents
from readiness.model import DocumentText, Fault

GOOD = {
    ".docx": samples.docx(paragraph("text of the document") * 20),
    ".odt": samples.odf("<text:p>text of the document</text:p>" * 20),
    ".ods": samples.odf("<table:table><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell>"
                        "</table:table-row></table:table>", "spreadsheet"),
    ".xlsx": samples.xlsx(f'<row r="1">{cell("A1", "x")}</row>'),
    ".pptx": samples.pptx(["slide"]),
    ".pdf": samples.pdf(["page"]),
    ".rtf": samples.RTF,
    ".eml": samples.letter("body", {"a.txt": b"attached"}),
    ".html": b"<html><body><p>text</p></body></html>",
    ".zip": samples.packed({"a.txt": "text"}),
}  # fmt: skip


def faults(document: DocumentText) -> list[Fault]:
    """Return the faults without their details."""
    return [one.fault for one in document.faults]


@pytest.mark.parametrize("suffix", sorted(suffix for row in BUILT_IN.values() for suffix in row.suffixes))
def test_empty_file(read, suffix):
    """An empty file of any suffix is called empty."""
    assert faults(read(f"a{suffix}", b"")) == [Fault.EMPTY]


@pytest.mark.parametrize("suffix", sorted(GOOD))
def test_cut_short(read, suffix):
    """A file cut short at any of many places gives text or a fault, never nothing."""
    data = GOOD[suffix]
    for tenth in range(1, 20):
        document = read(f"a{suffix}", data[: len(data) * tenth // 20])
        assert document.passages or document.faults, tenth
        assert Fault.CRASHED not in faults(document), document.faults


@pytest.mark.parametrize("suffix", sorted(GOOD))
def test_bytes_changed(read, suffix):
    """A file with bytes overwritten in many places gives text or a fault."""
    for step in (7, 31, 101):
        data = bytearray(GOOD[suffix])
        data[step::step] = b"\xff" * len(data[step::step])
        document = read(f"a{suffix}", bytes(data))
        assert document.passages or document.faults
        assert Fault.CRASHED not in faults(document), document.faults


@pytest.mark.parametrize("wrong", [".docx", ".pdf", ".xls", ".txt", ".zip", ""])
@pytest.mark.parametrize("right", sorted(GOOD.keys() - {".eml"}))
def test_wrong_suffix(read, right, wrong):
    """Content decides: a document under a wrong suffix is read as what it is (a mail alone is plain text then)."""
    document = read(f"a{wrong}", GOOD[right])
    assert right.removeprefix(".") == document.format
    assert document.passages


def test_random_bytes(read):
    """Bytes that mean nothing are an unknown format, or a broken one if the name promised something."""
    noise = bytes((index * 7919) % 256 for index in range(5000))
    assert faults(read("a.xyz", noise)) == [Fault.UNKNOWN_FORMAT]
    assert faults(read("a.docx", noise)) == [Fault.CORRUPT]


def test_zip_bomb(read):
    """Unpacking stops at what was really produced, whatever the file declares."""
    bomb = samples.docx(paragraph(" " * 100_000_000))
    assert faults(read("a.docx", bomb)) == [Fault.TOO_LARGE]
    lying = read("a.zip", samples.lying_zip("a.txt", 50_000_000))
    assert lying.faults
    assert not lying.passages


def test_zip_in_zip(read):
    """Files inside files are followed only so deep, and the rest is said."""
    data = b"bottom"
    for _ in range(8):
        data = samples.packed({"inner.zip" if data[:2] == b"PK" else "a.txt": data})
    assert faults(read("a.zip", data)) == [Fault.TOO_LARGE]


def test_zip_of_many_parts(read):
    """A zip of more parts than anyone files is refused."""
    assert faults(read("a.zip", samples.packed({f"{n}": "" for n in range(50)}), entries=40)) == [Fault.TOO_LARGE]


def test_names_of_parts_are_only_shown(read, tmp_path):
    """A part named like a path outside is read and nothing is written."""
    document = read("a.zip", samples.packed({"../../evil.txt": "text"}))
    assert document.passages[0].text == "text"
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d SYSTEM "http://example.org/x.dtd">',
        "<!DOCTYPE d ["
        '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)) + "]>",
    ],
)
def test_entities(read, declaration):
    """A document type is refused, behind however long a comment, and nothing it points to is read."""
    main = f"<!--{'x' * 200_000}-->{declaration}<w:document {samples.W}>{paragraph('text')}</w:document>"
    document = read("a.docx", samples.office("docx", {"word/document.xml": main}))
    assert faults(document) == [Fault.CORRUPT]
    assert "document type" in document.faults[0].detail
    assert document.passages == ()


def test_deep_xml(read):
    """Depth costs nothing."""
    body = "<w:sdt>" * 60_000 + paragraph("deep") + "</w:sdt>" * 60_000
    assert [passage.text for passage in read("a.docx", samples.docx(body)).passages] == ["deep"]


def test_many_paragraphs(read):
    """A million paragraphs stop at the limit, and that is said."""
    document = read("a.docx", samples.docx(paragraph("x") * 300_000), passages=1000, ratio=10_000)
    assert (len(document.passages), document.truncated) == (1000, True)


def test_repeated_text(read):
    """A few bytes that ask for two thousand million spaces or cells get a few."""
    spaces = read("a.odt", samples.odf('<text:p>a<text:s text:c="2000000000"/>b</text:p>'))
    assert len(spaces.passages[0].text) < 1000
    row = '<table:table-row table:number-rows-repeated="2000000000"><table:table-cell '
    row += 'table:number-columns-repeated="2000000000"><text:p>x</text:p></table:table-cell></table:table-row>'
    cells = read("a.ods", samples.odf(f"<table:table>{row}</table:table>", "spreadsheet"))
    assert len(cells.passages) == 100
    assert read("a.rtf", rb"{\rtf1 a\bin2000000000 b}").passages


@pytest.mark.slow
def test_shared_string_bomb(read_caged):
    """Thousands of cells that share one huge text stop at the limit of characters."""
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 12_001))
    document = read_caged("a.xlsx", samples.xlsx(cells, f"<si><t>{'x' * 1_000_000}</t></si>"))
    assert document.truncated or document.faults
    assert sum(len(passage.text) for passage in document.passages) <= 10_000_000


def test_sparse_sheet(read_caged):
    """Two cells at opposite corners, which end the library's process, are read the careful way."""
    rows = f'<row r="1">{cell("A1", "first")}</row><row r="1048576">{cell("XFD1048576", "last")}</row>'
    document = read_caged("a.xlsx", samples.xlsx(rows))
    assert [str(passage.locator) for passage in document.passages] == ["Log!A1", "Log!XFD1048576"]


def test_pdf_that_never_ends(read_caged):
    """A PDF that would be drawn for ever is stopped by the clock."""
    document = read_caged("a.pdf", samples.pdf_of_nested_forms(26), seconds=1.5)
    assert faults(document) == [Fault.TOO_SLOW]
    assert document.sha256


def test_deep_mail(read):
    """Parts inside parts inside parts are a fault."""
    assert faults(read("a.eml", samples.nested_letters(3000))) == [Fault.TOO_LARGE]
    assert Fault.TOO_LARGE in faults(read("b.eml", samples.nested_letters(100)))


def test_html_of_cdata(read_caged):
    """A page that some parsers never finish ends by itself or by the clock."""
    document = read_caged("a.html", b"<html>" + b"<![CDATA[" * 200_000, seconds=1)
    assert document.passages or document.faults


def test_one_long_line(read):
    """A line of five million characters is kept, in pieces that can be quoted."""
    document = read("a.txt", b"x" * 5_000_000)
    assert sum(len(passage.text) for passage in document.passages) == 5_000_000
    assert max(len(passage.text) for passage in document.passages) <= 10_000


def test_control_characters(read):
    """Characters that no output may hold are gone before anybody sees them."""
    (passage,) = read("a.txt", "a\x08b\ufffe\x1bc".encode() + b"d" * 500).passages
    assert passage.text.startswith("abcd")


def test_locked_documents(read):
    """A locked part, and a locked OpenDocument file, are called encrypted."""
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": "<manifest><encryption-data/></manifest>",
        "content.xml": "noise",
    }
    assert faults(read("a.odt", samples.packed(parts))) == [Fault.ENCRYPTED]
    data = bytearray(samples.packed({"a.txt": "text"}))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert faults(read("a.zip", bytes(data))) == [Fault.ENCRYPTED]


def test_special_files(tmp_path):
    """Pipes, sockets, folders, links out of the folder, loops and missing files are each said; none is waited for."""
    folder = tmp_path / "evidence"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "good.txt").write_text("good")
    os.mkfifo(folder / "pipe.txt")
    (folder / "folder.txt").mkdir()
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "device.txt").symlink_to("/dev/zero")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "inside.txt").symlink_to("good.txt")
    with socket.socket(socket.AF_UNIX) as sock:
        sock.bind(str(folder / "sock.txt"))
        names = ["pipe", "folder", "out", "device", "loop", "sock", "gone", "../secret", "inside"]
        documents = list(read_documents(folder, [f"{name}.txt" for name in names], workers=1))
    expected = [[Fault.NOT_A_FILE]] * 6 + [[Fault.VANISHED], [Fault.NOT_A_FILE], []]
    assert expected == [faults(document) for document in documents]
    assert documents[-1].passages[0].text == "good"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_not_permitted(read, tmp_path):
    """A file that may not be read is said to be so."""
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.txt").chmod(0)
    (document,) = read_documents(tmp_path, ["a.txt"], workers=1)
    assert faults(document) == [Fault.NOT_PERMITTED]


def test_too_large(read):
    """A file beyond the limit is not opened."""
    assert faults(read("a.txt", b"x" * 1000, file_bytes=999)) == [Fault.TOO_LARGE]


@pytest.mark.parametrize("here", ["", ".", "./"])
def test_modules_in_the_folder_are_not_run(here, tmp_path, monkeypatch):
    """A file named like a module of ours, in the current folder, is never imported by a worker."""
    monkeypatch.syspath_prepend(here)
    for name in ("json.py", "attrs.py", "zipfile.py"):
        (tmp_path / name).write_text(f"open({str(tmp_path / 'pwned')!r}, 'w')")
    monkeypatch.chdir(tmp_path)
    documents = list(read_documents(Path(), ["json.py"], workers=1))
    assert documents[0].passages
    assert not (tmp_path / "pwned").exists()


def test_bad_compression(read):
    """A part packed in an unusual way is a fault of that part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", "text")
    assert faults(read("a.zip", out.getvalue())) == [Fault.UNKNOWN_FORMAT]


def test_page_of_comments(read):
    """Hundreds of comments before nothing do not make the guess of a format run away."""
    assert read("a.txt", b"<!---->\n" * 400 + b"<x").format == "txt"
