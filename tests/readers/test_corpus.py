"""Real documents, odd, old and broken: each gives text or a named fault. Absent from a plain checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from readiness._readers import BUILT_IN, document_from_wire, document_to_wire, read_documents, reader_name
from readiness.model import DocumentText, Fault

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the sample documents are not beside this checkout")
LEAST_READ = {
    "csv": 5, "doc": 11, "docm": 2, "docx": 33, "eml": 7, "fodt": 1, "html": 15, "msg": 15, "odp": 4, "ods": 14,
    "odt": 24, "pdf": 23, "ppt": 5, "pptx": 13, "rtf": 15, "tsv": 2, "txt": 8, "xls": 15, "xlsb": 3, "xlsx": 21,
}  # fmt: skip
"""How many files of each folder are known to hold text that can be read."""


@pytest.fixture(scope="module")
def documents() -> list[DocumentText]:
    """Read the whole corpus once."""
    paths = sorted(path.relative_to(CORPUS).as_posix() for path in CORPUS.rglob("*") if path.is_file())
    return list(read_documents(CORPUS, paths))


def test_text_or_a_named_fault(documents):
    """No file is passed over in silence, and none makes a reader fail."""
    assert [one.path for one in documents if not one.passages and not one.faults] == []
    assert [(one.path, one.faults) for one in documents if any(f.fault is Fault.CRASHED for f in one.faults)] == []


def test_as_much_is_read_as_was_once(documents):
    """No format gets worse."""
    for folder, least in LEAST_READ.items():
        read = [one for one in documents if one.path.startswith(f"{folder}/") and one.passages]
        assert len(read) >= least, folder


def test_every_passage_can_be_found(documents):
    """Every passage says where it stands, holds something, and no character that XML forbids."""
    for document in documents:
        for passage in document.passages:
            assert str(passage.locator), document.path
            assert passage.text.strip() == passage.text != ""
            assert "\x00" not in passage.text


def test_wire_loses_nothing(documents):
    """A document that has travelled as JSON is the same document."""
    assert documents == [document_from_wire(document_to_wire(one)) for one in documents]


def test_reader_is_named(documents):
    """Every document that was opened names the version that read it, so that a better one reads it again."""
    assert {reader_name(one.format) for one in documents if one.format} == {
        one.reader for one in documents if one.reader
    }
    assert {one.format for one in documents if one.format} <= BUILT_IN.keys()


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["doc", "ppt", "xls", "msg", "xlsb", "pdf", "docm", "odp"])
def test_cut_short(folder, tmp_path):
    """Real files cut at four places give text or a fault, and no reader fails."""
    names = []
    for path in sorted((CORPUS / folder).iterdir())[:8]:
        data = path.read_bytes()
        for quarter in range(1, 5):
            names.append(f"{quarter}-{path.name}")
            (tmp_path / names[-1]).write_bytes(data[: len(data) * quarter // 5])
    for document in read_documents(tmp_path, names):
        assert document.passages or document.faults, document.path
        assert all(one.fault is not Fault.CRASHED for one in document.faults), (document.path, document.faults)


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["doc", "ppt", "xls", "msg", "xlsb", "pdf", "rtf", "xlsx", "docx", "odt"])
def test_bytes_changed(folder, tmp_path):
    """Real files with bytes overwritten give text or a fault; only a library in machine code may die of one."""
    names = []
    for path in sorted((CORPUS / folder).iterdir())[:8]:
        for step in (61, 509, 4099):
            data = bytearray(path.read_bytes())
            data[step::step] = b"\xa5" * len(data[step::step])
            names.append(f"{step}-{path.name}")
            (tmp_path / names[-1]).write_bytes(data)
    for document in read_documents(tmp_path, names):
        assert document.passages or document.faults, document.path
        if document.format and not BUILT_IN[document.format].native:
            assert all(one.fault is not Fault.CRASHED for one in document.faults), (document.path, document.faults)
