"""PDF: the text of each page, what is filled into its forms and written into its annotations."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from readiness.model import DocumentFacts, Fault, Locator, Passage, ReadFault, ReadItem

from ._faults import UnreadableError
from ._source import Source

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_HYPHEN = re.compile("[\x02\ufffe\xad]\r?\n?")
_ENDS = re.compile(r"[.:;!?)\]”\"]$")
_BEGINS = re.compile(r"(?:[•▪◦‣·o–-]|\(?[0-9a-zA-Z]{1,3}[.)]|\d+(?:\.\d+)+)\s")  # noqa: RUF001  # dashes of lists
_PROPERTIES = ("Subject", "Keywords", "Creator", "Producer")
_ANNOTATION_TEXTS = (b"Contents", b"V")
_NOTES = frozenset({pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_POPUP})
_LONGEST_TEXT = 1 << 20
_MOST_ANNOTATIONS = 2000
_LONGEST_PARAGRAPH = 2000


def read(source: Source) -> Iterator[ReadItem]:
    """Read a PDF. A page that shows something but has no text on it is reported as a scan."""
    document = _open(source)
    try:
        yield from _facts(document)
        bare: list[int] = []
        pages = min(len(document), source.limits.pages)
        for index in range(pages):
            yield from _page(document, index, bare)
        if pages < len(document):
            yield ReadFault(Fault.TOO_LARGE, f"only the first {pages:,} of {len(document):,} pages were read")
        if bare:
            yield ReadFault(Fault.SCANNED, _page_list(bare) if len(bare) < pages else "")
    finally:
        document.close()


def _open(source: Source) -> PdfDocument:
    try:
        return pypdfium2.PdfDocument(source.whole())
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise UnreadableError(Fault.ENCRYPTED) from error
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_SECURITY:
            raise UnreadableError(Fault.ENCRYPTED, "it is locked in a way that is not known") from error
        raise UnreadableError(Fault.CORRUPT, "it is not a complete PDF") from error


def _facts(document: PdfDocument) -> Iterator[ReadItem]:
    said = document.get_metadata_dict()
    yield DocumentFacts(
        title=said.get("Title", ""),
        author=said.get("Author", ""),
        created=pdf_date(said.get("CreationDate", "")),
        modified=pdf_date(said.get("ModDate", "")),
        page_count=len(document),
        properties=tuple((name, said[name]) for name in _PROPERTIES if said.get(name)),
    )


def pdf_date(text: str) -> str:
    """
    Return a PDF's date in ISO 8601; anything else as it stands.

    >>> pdf_date("D:20090529101500+01'00'"), pdf_date("May")
    ('2009-05-29T10:15:00+01:00', 'May')
    """
    found = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?", text)
    if found is None:
        return text
    year, month, day, hour, minute, second, zulu, hours, minutes = found.groups()
    time = f"T{hour}:{minute}:{second or '00'}" if hour else ""
    zone = "+00:00" if zulu else f"{hours}:{minutes or '00'}" if hours else ""
    return f"{year}-{month}-{day}{time}{zone if time else ''}"


def _page(document: PdfDocument, index: int, bare: list[int]) -> Iterator[ReadItem]:
    """Read one page; note its number in *bare* if it shows something and says nothing."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        yield ReadFault(Fault.CORRUPT, f"page {index + 1}")
        return
    try:
        text, annotations = _text(page), list(_annotations(page))
        for line, paragraph in paragraphs(text):
            yield Passage(paragraph, Locator(page=index + 1, line=line))
        for kind, words in annotations:
            yield Passage(words, Locator(page=index + 1, part=kind))
        comments = sum(1 for kind, _ in annotations if kind == "comment")
        if comments:
            yield DocumentFacts(comments=comments)
        if not text.strip() and not annotations and pdfium.FPDFPage_CountObjects(page.raw):
            bare.append(index + 1)
    finally:
        page.close()


def _text(page: PdfPage) -> str:
    textpage = page.get_textpage()
    try:
        text = str(textpage.get_text_bounded())
    finally:
        textpage.close()
    return _HYPHEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    r"""
    Join the lines of a page that belong together; yield the number of the first line and the paragraph.

    >>> list(paragraphs("The Board\nmeets monthly.\nMinutes are kept."))
    [(1, 'The Board meets monthly.'), (3, 'Minutes are kept.')]
    """
    gathered: list[str] = []
    begins = length = 0
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.strip()
        parted = not line or _BEGINS.match(line) or (gathered and _is_end(gathered[-1], line))
        if gathered and (parted or length > _LONGEST_PARAGRAPH):
            yield begins, " ".join(gathered)
            gathered, length = [], 0
        if line:
            begins = begins if gathered else number
            gathered.append(line)
            length += len(line)
    if gathered:
        yield begins, " ".join(gathered)


def _is_end(before: str, line: str) -> bool:
    """Tell whether a paragraph ends between two lines: after a full stop, or a short line before a capital."""
    starts_anew = not line[0].islower()
    return starts_anew and (_ENDS.search(before) is not None or len(before) < len(line) // 2)


def _annotations(page: PdfPage) -> Iterator[tuple[str, str]]:
    """Yield what is written in notes and filled into form fields."""
    count = min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST_ANNOTATIONS)
    for index in range(count):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            kind = "comment" if pdfium.FPDFAnnot_GetSubtype(annotation) in _NOTES else "form field or annotation"
            for key in _ANNOTATION_TEXTS:
                if words := _annotation_text(annotation, key).strip():
                    yield kind, words
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _annotation_text(annotation: object, key: bytes) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < size <= _LONGEST_TEXT:  # noqa: PLR2004  # two bytes are the closing zero
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace")


def _page_list(pages: list[int]) -> str:
    """
    Name pages in words.

    >>> _page_list([2, 5, 6, 7])
    'pages 2, 5-7'
    """
    runs: list[list[int]] = []
    for page in pages:
        if runs and runs[-1][-1] == page - 1:
            runs[-1][1:] = [page]
        else:
            runs.append([page])
    return f"page{'s' if len(pages) > 1 else ''} " + ", ".join("-".join(map(str, run)) for run in runs)
