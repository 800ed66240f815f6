"""More hostile files: nesting, loops, numbers and repetition in every format, and files that change or hide."""

from __future__ import annotations

import io
import os
import struct
import sys
import threading
import time
import zipfile
import zlib
from pathlib import Path

import ole_samples as ole
import pytest
import reader_samples as samples
from hypothesis import given
from hypothesis import strategies as st
from reader_samples import cell, paragraph

from readiness._readers import document_from_wire, read_documents
from readiness.model import DocumentText, Fault

FILES = Path(__file__).parent / "files"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


def faults(document: DocumentText) -> list[Fault]:
    """Return the faults without their details."""
    return [one.fault for one in document.faults]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p>", "</w:p>"),
        ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"),
        ("<w:ins>", "</w:ins>"),
    ],
)
def test_nesting_in_word(read, before, after):
    """Tables in tables, boxes in boxes, and so on, thousands deep, cost no more than their size and lose nothing."""
    document = read("a.docx", samples.docx(before * 5000 + paragraph("deep") + after * 5000))
    assert [passage.text for passage in document.passages] == ["deep"]
    assert all(len(str(passage.locator)) < 300 for passage in document.passages)


@pytest.mark.parametrize(
    "inner", ["table:table><table:table-row><table:table-cell", "draw:text-box", "text:note", "text:p"]
)
def test_nesting_in_opendocument(read, inner):
    """In OpenDocument files, too."""
    names = inner.split("><")
    before = "".join(f"<{name}>" for name in names)
    after = "".join(f"</{name}>" for name in reversed(names))
    document = read("a.odt", samples.odf(before * 5000 + "<text:p>deep</text:p>" + after * 5000))
    assert [passage.text for passage in document.passages] == ["deep"]


def test_loop_of_styles(read):
    """Thousands of styles based on one another in a ring are followed no further than styles go."""
    ring = "".join(f'<w:style w:styleId="S{n}"><w:basedOn w:val="S{(n + 1) % 5000}"/></w:style>' for n in range(5000))
    extra = {"word/styles.xml": f"<w:styles {samples.W}>{ring}</w:styles>"}
    related = samples.relations(("s", "styles", "styles.xml"))
    start = time.process_time()
    assert read("a.docx", samples.docx(paragraph("x", "S0"), extra, related)).passages
    assert time.process_time() - start < 5


def test_numbers_of_lists(read):
    """A list that begins at two thousand million, in Roman numbers, repeated in its pattern, gives a short number."""
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="2000000000"/><w:numFmt w:val="upperRoman"/>'
        f'<w:lvlText w:val="{"%1%9" * 50}"/></w:lvl>'
        for n in range(9)
    )
    lists = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    lists += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    look = '<w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>'
    body = f"<w:p><w:pPr>{look}</w:pPr><w:r><w:t>Scope</w:t></w:r></w:p>" * 500
    extra = {"word/numbering.xml": f"<w:numbering {samples.W}>{lists}</w:numbering>"}
    document = read("a.docx", samples.docx(body, extra, samples.relations(("n", "numbering", "numbering.xml"))))
    assert len(document.passages) == 500
    assert all(len(passage.locator.heading[0]) <= 200 for passage in document.passages)


def test_related_again_and_again(read):
    """A part that is related a thousand times is read once."""
    related = samples.relations(*((f"r{n}", "header", "./" * n + "header1.xml") for n in range(1000)))
    header = {"word/header1.xml": f"<w:hdr {samples.W}>{paragraph('margin')}</w:hdr>"}
    document = read("a.docx", samples.docx(paragraph("x"), header, related))
    assert [passage.text for passage in document.passages] == ["x", "margin"]


def test_folder_of_folders(read):
    """Thousands of files nested too deep are one kind of fault, told a few times and then counted."""
    inner = samples.packed({f"{n}.txt": "x" for n in range(20)})
    for _ in range(3):
        inner = samples.packed({f"{n}.zip": inner for n in range(5)})
    document = read("a.zip", inner)
    assert len(document.faults) == 21
    assert set(faults(document)) == {Fault.TOO_LARGE}
    assert document.faults[-1].detail == "and 2,480 more like these"


def test_parts_that_share_their_bytes(read):
    """A directory that names the same bytes five thousand times unpacks no more than is safe."""
    text = b" " * 20_000_000
    press = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = press.compress(text) + press.flush()
    sizes = struct.pack("<III", zlib.crc32(text), len(data), len(text))
    local = struct.pack("<4s5H", b"PK\3\4", 20, 0, 8, 0, 33) + sizes + struct.pack("<HH", 5, 0) + b"a.txt" + data
    entry = struct.pack("<4s6H", b"PK\1\2", 20, 20, 0, 8, 0, 33) + sizes + struct.pack("<5H2I", 5, *[0] * 6)
    listing = b"".join(entry + b"a.txt" for _ in range(5000))
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 5000, 5000, len(listing), len(local), 0)
    document = read("a.zip", local + listing + end)
    assert faults(document)
    assert document.passages == ()


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "/etc/passwd", "C:\\evil.txt", "a/../../b.txt", "\n\r\x1b[31m.txt", "\ud83d"]
)
def test_names_of_parts(read, name, tmp_path):
    """However a part is named, it is read, its name is shown on one line, and nothing is written."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("placeholder-of-20-by"), "text")
    data = out.getvalue().replace(b"placeholder-of-20-by", name.encode("utf-8", "replace").ljust(20)[:20])
    document = read("a.zip", data)
    assert [passage.text for passage in document.passages] == ["text"]
    assert document.passages[0].locator.part.isprintable()
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_bomb_in_a_sheet(read):
    """A sheet that unpacks to more than is safe is read as far as the limit, before any library unpacks it whole."""
    rows = "".join(f'<row r="{n}">{cell(f"A{n}", "x" * 50)}</row>' for n in range(1, 20_001))
    document = read("a.xlsx", samples.xlsx(rows), part_bytes=500_000)
    assert faults(document) == [Fault.TOO_LARGE]
    assert 1000 < len(document.passages) < 20_000


@pytest.mark.parametrize(
    "data",
    [
        rb"{\rtf1 " + b"{" * 100_000 + b"x",
        rb"{\rtf1 x" + rb"\footnote{" * 1500 + b"}" * 1500 + b"}",
        rb"{\rtf1 x\uc1000000000 \u1 x}",
        rb"{\rtf1 x\bin-5 x\bin99999999999999 x}",
        rb"{\rtf1 x" + b"\\" + b"a" * 100_000 + b" x}",
        rb"{\rtf1{\fonttbl" + b"".join(b"{\\f%d\\fcharset238 x;}" % n for n in range(20_000)) + b"}x}",
        rb"{\rtf1{\stylesheet" + b"".join(b"{\\s%d heading 1;}" % n for n in range(20_000)) + b"}x}",
        rb"{\rtf1\trowd\intbl " + b"x\\cell " * 50_000 + b"\\row}",
    ],
    ids=["groups", "notes", "skipped", "binary", "word", "fonts", "styles", "cells"],
)
def test_rtf(read, data):
    """Groups, numbers, words, fonts, styles and cells without end are read or refused in the time of their size."""
    start = time.process_time()
    document = read("a.rtf", data)
    assert document.passages or faults(document) == [Fault.TOO_LARGE]
    assert time.process_time() - start < 5


def test_letters_in_letters(read):
    """Letters enclosed in letters, and parts without end, are a fault."""
    enclosed = "Subject: x\nContent-Type: message/rfc822\n\n" * 500 + "Subject: y\n\nbottom"
    assert Fault.TOO_LARGE in faults(read("a.eml", enclosed.encode()))
    parts = "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n" * 50_000
    assert faults(read("b.eml", parts.encode())) == [Fault.TOO_LARGE]


@pytest.mark.parametrize("name", ["policy.doc", "log.xls", "training.ppt"])
def test_looped_compound_files(read_caged, name):
    """A compound file whose blocks follow themselves ends, with a fault."""
    document = read_caged(name, ole.looped((FILES / name).read_bytes()), seconds=10)
    assert document.faults
    assert Fault.TOO_SLOW not in faults(document)


@pytest.mark.parametrize("name", ["policy.docx", "log.xlsx", "training.pptx", "policy.odt", "log.ods", "training.odp"])
def test_a_document_that_no_longer_says_what_it_is(read, name):
    """Without the part that names its kind a document is damaged, and no folder of files whose tags are words."""
    with zipfile.ZipFile(FILES / name) as whole:
        lost = {"[Content_Types].xml", "mimetype", "META-INF/manifest.xml"}
        parts = {one: whole.read(one) for one in whole.namelist() if one not in lost}
    document = read(name, samples.packed(parts))
    assert faults(document) == [Fault.CORRUPT]
    assert not document.passages


TWICE = "*=utf-8''a; {0}*0=b; {0}*1=c"


def test_names_given_in_pieces_and_whole(read):
    """A name or an encoding that a letter gives in both of two ways costs that name alone, not the letter."""
    name, charset = TWICE.format("filename"), TWICE.format("charset")
    parts = (
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n"
        f"Content-Type: text/plain\nContent-Disposition: attachment; filename{name}\n\nattached\n--b\n"
        f"Content-Type: text/plain; charset{charset}\n\nsaid\n--b--\n"
    )
    document = read("a.eml", parts.encode())
    assert [one.text for one in document.passages] == ["attached", "said"]
    assert not document.faults


def test_a_boundary_given_in_pieces_and_whole(read):
    """Where the parts begin nobody can tell: a letter that does not fit together, and no failure of ours."""
    boundary = TWICE.format("boundary")
    document = read("a.eml", f"Subject: x\nContent-Type: multipart/mixed; boundary{boundary}\n\n--b\n\nx\n".encode())
    assert faults(document) == [Fault.CORRUPT]


@pytest.mark.parametrize("name", ["policy.doc", "log.xls"])
def test_properties_without_end(read, name):
    """A summary that claims four thousand million properties of no size is not counted through; the text is read."""
    tree = ole.streams((FILES / name).read_bytes())
    summary = bytearray(tree["\x05SummaryInformation"])
    (first,) = struct.unpack_from("<I", summary, 48 + 12)
    struct.pack_into("<II", summary, 48 + first, 0x1000, 0xFFFFFFFF)
    start = time.process_time()
    document = read(name, ole.compound({**tree, "\x05SummaryInformation": bytes(summary)}))
    assert time.process_time() - start < 5
    assert document.passages
    assert document.facts.author == ""


@pytest.mark.parametrize("name", ["policy.doc", "log.xls", "training.ppt"])
def test_wild_numbers_in_compound_files(read, name):
    """A number in an old file may be anything, wherever it stands: text or a fault, never a failure."""
    tree = ole.streams((FILES / name).read_bytes())
    main = max(tree, key=lambda one: len(tree[one]))
    for at in range(0, len(tree[main]), 97):
        for number in (0xFFFFFFFF, 0x7FFFFFFF, 0):
            changed = bytearray(tree[main])
            changed[at : at + 4] = struct.pack("<I", number)
            if name.endswith(".xls"):
                break  # its cells are read in machine code, which may only fail in the cage
            document = read(name, ole.compound({**tree, main: bytes(changed)}))
            assert document.passages or document.faults
            assert Fault.CRASHED not in faults(document), (at, number, document.faults)


def test_pages_without_end(read):
    """A PDF of more pages than are read says how many were left."""
    page = samples.pdf(["Page"]).replace(b"/Kids [4 0 R] /Count 1", b"/Kids [" + b"4 0 R " * 500 + b"] /Count 500")
    document = read("a.pdf", page, pages=100)
    assert len(document.passages) == 100
    assert [one.detail for one in document.faults] == ["only the first 100 of 500 pages were read"]


def test_notes_without_end(read):
    """A page with more remarks than are read says so."""
    notes = "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (x) >> " * 3000
    data = samples.pdf(["Page"]).replace(b"/Contents 5 0 R", f"/Annots [{notes}] /Contents 5 0 R".encode())
    document = read("a.pdf", data)
    assert [one.detail for one in document.faults] == ["page 1: 1,000 more notes on it were not read"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("drawing", "times"),
    [(b" ", 1 << 30), (b"q Q 1 0 0 1 0 0 cm 0 0 1 1 re f\n", 1_000_000), (b"BT /F1 9 Tf (x) Tj ET\n", 1_000_000)],
)
def test_pdf_that_unpacks(read_caged, drawing, times):
    """A stream of a thousand million bytes, or of millions of orders, costs at most one fault."""
    press = zlib.compressobj(9)
    data = b"".join(press.compress(drawing * 100_000) for _ in range(times // 100_000)) + press.flush()
    plain = samples.pdf(["x"])
    old = plain[plain.index(b"5 0 obj") : plain.index(b"endobj", plain.index(b"5 0 obj"))]
    new = b"5 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(data) + data + b"\nendstream\n"
    document = read_caged("a.pdf", plain.replace(old, new), seconds=10)
    assert len(document.faults) <= 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ["<![CDATA[", "<div>", "<!--", "<", "<!", "<?", "</script", "&#1", "<p a", "<table><tr><td>", "<h1>x</h1>"]
)
def test_pages_of_one_thing(read_caged, unit):
    """A page that repeats one thing two hundred thousand times is read or stopped by the clock."""
    document = read_caged("a.html", f"<html>{unit * 200_000}".encode(), seconds=3)
    assert document.passages or document.faults


def test_file_that_changes(read, tmp_path):
    """A file that is written to while it is read is called changed, and given no text that it may never have held."""
    data = b"text of the document\n\n" * 500_000
    done = threading.Event()
    path = tmp_path / "a.txt"
    path.write_bytes(data)

    def write() -> None:
        with path.open("ab") as file:
            while not done.is_set():
                file.write(b"more\n")
                file.flush()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        (document,) = read_documents(tmp_path, ["a.txt"], workers=1)
    finally:
        done.set()
        writer.join()
    assert (faults(document), document.passages) == ([Fault.VANISHED], ())


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow fewer names")
def test_odd_names(tmp_path):
    """A file may have any name that the system allows, even one that is no text."""
    names = ["new\nline.txt", "quote'\".txt", "-rf.txt", " .txt", "\udcff.txt", "a" * 250 + ".txt", "..txt", "*.txt"]
    for name in names:
        (tmp_path / name).write_text("text")
    documents = list(read_documents(tmp_path, names, workers=1))
    assert [(name, "text") for name in names] == [(one.path, one.passages[0].text) for one in documents]


def test_links_on_the_way(tmp_path):
    """A folder that is a link is followed inside the evidence folder, not out of it, and not in a ring."""
    folder, outside = tmp_path / "evidence", tmp_path / "outside"
    for one in (folder / "real", outside):
        one.mkdir(parents=True)
        (one / "a.txt").write_text(one.name)
    (folder / "inside").symlink_to("real")
    (folder / "out").symlink_to(outside)
    (folder / "ring").symlink_to("ring")
    names = [
        "inside/a.txt",
        "out/a.txt",
        "ring/a.txt",
        "real/../real/a.txt",
        "real/../../outside/a.txt",
        "real/a.txt/x",
    ]
    documents = list(read_documents(folder, names, workers=1))
    expected = [[], [Fault.NOT_A_FILE], [Fault.NOT_A_FILE], [], [Fault.NOT_A_FILE], [Fault.VANISHED]]
    assert expected == [faults(one) for one in documents]
    assert documents[0].passages[0].text == "real"


def test_devices_of_the_system(tmp_path):
    """A device that never ends is not read, though a link leads to it; a folder of the system is none of ours."""
    for name in ("zero", "random", "stdin"):
        (tmp_path / name).symlink_to(f"/dev/{name}")
    documents = list(read_documents(tmp_path, ["zero", "random", "stdin", "."], workers=1))
    assert [{Fault.NOT_A_FILE}] * 2 == [set(faults(one)) for one in documents[:2]]
    # Without a standard input there is nothing behind its name.
    assert all(set(faults(one)) <= {Fault.NOT_A_FILE, Fault.VANISHED} and faults(one) for one in documents)


@given(
    st.dictionaries(
        st.sampled_from(
            ["path", "format", "texts", "places", "headings", "facts", "faults", "sha256", "truncated", "reader"]
        ),
        JSON,
    )
    | JSON
)
def test_lies_of_a_worker(value):
    """Whatever a worker says is a document of proper values, or refused."""
    try:
        document = document_from_wire(value)
    except ValueError:
        return
    assert all(isinstance(passage.text, str) and str(passage.locator) is not None for passage in document.passages)


def test_lies_about_places():
    """A place of the wrong kind is refused before anybody trips over it."""
    good = {"path": "a", "format": "txt", "texts": ["x"], "places": {"line": [1]}, "headings": [], "facts": {},
            "faults": [], "sha256": "", "truncated": False, "reader": "txt/1"}  # fmt: skip
    assert document_from_wire(good).passages[0].locator.line == 1
    lies = [
        {"places": {"line": ["1"]}}, {"places": {"part": [1]}}, {"places": {"line": [1, 2]}}, {"places": {"evil": [1]}},
        {"places": {"heading": [5]}}, {"texts": [5]}, {"facts": {"page_count": "x"}}, {"facts": {"evil": 1}},
        {"facts": {"properties": [["a"]]}}, {"faults": [["NO_SUCH", ""]]}, {"path": None},
    ]  # fmt: skip
    for lie in lies:
        with pytest.raises(ValueError, match="not a document"):
            document_from_wire(good | lie)


@pytest.mark.skipif(os.name != "posix", reason="Windows has other names")
def test_root_that_is_a_link(tmp_path):
    """The evidence folder itself may be reached over a link."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text("text")
    (tmp_path / "link").symlink_to("real")
    (document,) = read_documents(tmp_path / "link", ["a.txt"], workers=1)
    assert document.passages[0].text == "text"
