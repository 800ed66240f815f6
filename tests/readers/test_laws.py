"""What holds for whatever a file contains."""

from __future__ import annotations

import io
import json
import re
from html import escape

import reader_samples as samples
from hypothesis import given
from hypothesis import strategies as st

from readiness._readers import document_from_wire, document_to_wire
from readiness._readers._cells import column_letters, column_number
from readiness._readers._collect import clean, collect
from readiness._readers._html import html_items
from readiness._readers._rtf import rtf_items
from readiness._readers._source import Budget, Source
from readiness._readers._table import BUILT_IN
from readiness._readers._task import _dispatch
from readiness.model import (
    DocumentFacts,
    DocumentText,
    Fault,
    Locator,
    Passage,
    ReadFault,
    ReadLimits,
)

WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=40)
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def source(data: bytes, name: str) -> Source:
    """Return bytes as a reader is handed them."""
    limits = ReadLimits()
    return Source(name=name, file=io.BytesIO(data), limits=limits, budget=Budget(10**7, 100), dispatch=_dispatch)


@given(st.text())
def test_cleaning_is_done_once(text):
    """Cleaning twice changes nothing more, and leaves nothing that XML forbids."""
    assert clean(clean(text)) == clean(text)
    assert not FORBIDDEN.search(clean(text))


@given(WORDS)
def test_words_come_through_office_files(words):
    """Whatever is written into a paragraph is read from it."""
    for data in (samples.docx(samples.paragraph(escape(words))), samples.odf(f"<text:p>{escape(words)}</text:p>")):
        read = collect(_dispatch(source(data, "a")), ReadLimits())
        assert "".join(passage.text for passage in read.passages) == clean(words)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_fault(data):
    """No reader of ours fails on any bytes, whatever it was promised."""
    for name, row in BUILT_IN.items():
        if row.native:
            continue
        read = collect(row.read(source(data, f"a.{name}")), ReadLimits())
        assert read.passages or read.faults
        assert all(one.fault is not Fault.CRASHED for one in read.faults), (name, read.faults)


@given(
    st.lists(st.sampled_from(["{", "}", "\\par ", "\\cell ", "\\row ", "\\u8364?", "\\'e9", "{\\footnote ", "text"]))
)
def test_any_rtf(pieces):
    """RTF in any disorder is read to its end, and no word is lost."""
    items = rtf_items(("{\\rtf1 " + "".join(pieces)).encode())
    read = "".join(item.text for item in items if isinstance(item, Passage))
    assert read.count("text") == "".join(pieces).count("text")


@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "<h1>", "</h1>", "<script>", "x"]))
)
def test_any_html(pieces):
    """A page in any disorder is read to its end, and outside scripts no word is lost."""
    page = "".join(pieces)
    read = "".join(item.text for item in html_items(page) if isinstance(item, Passage))
    if "<script>" not in page:
        assert read.count("x") == page.count("x")


@given(st.integers(1, 16_384))
def test_columns(number):
    """Letters of a column name it and no other."""
    assert column_number(column_letters(number)) == number


@given(
    st.lists(st.tuples(WORDS, st.integers(1, 99), st.lists(WORDS, max_size=3))),
    st.lists(st.tuples(st.sampled_from(Fault), WORDS)),
    st.booleans(),
)
def test_wire_loses_nothing(passages, faults, macros):
    """A document that has travelled as JSON is the same document."""
    document = DocumentText(
        path="a/b.docx",
        format="docx",
        passages=tuple(Passage(text, Locator(page=page, heading=tuple(above))) for text, page, above in passages),
        faults=tuple(ReadFault(*fault) for fault in faults),
        facts=DocumentFacts(macros=macros, properties=(("Status", "Final"),), draft_marks=("draft",)),
    )
    assert document_from_wire(json.loads(json.dumps(document_to_wire(document)))) == document
