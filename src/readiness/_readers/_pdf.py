"""PDF: the text of each page, what is filled into its forms, written into its margins and attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium
from attrs import define, field

from readiness.model import DocumentFacts, Fault, ReadFault, ReadItem

from ._faults import UnreadableError
from ._made import Locator, Passage
from ._pdf_annotations import Annotation, page_annotations
from ._pdf_attachments import attached_files
from ._pdf_lines import page_lines, paragraphs
from ._source import Source

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_OWN = ("Title", "Author", "CreationDate", "ModDate")
_PROPERTIES = (
    "Subject", "Keywords", "Creator", "Producer",
    "Company", "Category", "Manager", "Status", "Version", "Classification",
)  # fmt: skip
"""Those that programs write, and those that people add, which the library finds only by name."""
_NO_TEXT = 2
"""Bytes that end a text."""
_FEW_CHARACTERS = 40
_MOST_OBJECTS = 50
_MOST_OF_PAGE = 0.6


def read(source: Source) -> Iterator[ReadItem]:
    """
    Read a PDF. A page that shows something but has no text on it is reported as a scan.

    Places:
        page, and line of the page; comment, form field and text box on a page; an attached file, by its name.

    Facts:
        title, author, dates, pages, subject, keywords, programs; company, category, manager, status, version and
        classification, if a property is called so; comments.

    Not read:
        pictures; forms that only Adobe programs show, which are reported; properties in XMP alone.
    """
    document = _open(source)
    try:
        yield from _facts(document)
        seen = _Seen(min(len(document), source.limits.pages))
        for index in range(seen.pages):
            yield from _page(document, index, seen)
        if seen.pages < len(document):
            yield ReadFault(Fault.TOO_LARGE, f"only the first {seen.pages:,} of {len(document):,} pages were read")
        if document.get_formtype() == pdfium.FORMTYPE_XFA_FULL:
            yield ReadFault(Fault.UNKNOWN_FORMAT, "it is a form that only Adobe programs show; print it to a new PDF")
        yield from seen.scans()
        yield DocumentFacts(comments=seen.comments)
        yield from attached_files(document, source)
    finally:
        document.close()


@define
class _Seen:
    """
    What has been seen on the pages so far.

    Attributes:
        pages: how many are looked at.
        comments: remarks of readers.
        bare: pages that show something and say nothing.
        stamped: pages that are a picture with a few words on it, as scanners stamp them.
    """

    pages: int
    comments: int = 0
    bare: list[int] = field(factory=list)
    stamped: list[int] = field(factory=list)

    def scans(self) -> Iterator[ReadFault]:
        """Say which pages are scans; pictures with few words count only if there is nothing else."""
        if self.stamped and len(self.bare) + len(self.stamped) == self.pages:
            yield ReadFault(Fault.SCANNED, "its pages are pictures with no more than a few words on them")
        elif self.bare:
            yield ReadFault(Fault.SCANNED, _page_list(self.bare) if len(self.bare) < self.pages else "")


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
    said = {name: _property(document, name) for name in (*_OWN, *_PROPERTIES)}
    title, author, created, modified = (said[name] for name in _OWN)
    yield DocumentFacts(
        title=title,
        author=author,
        created=pdf_date(created),
        modified=pdf_date(modified),
        page_count=len(document),
        properties=tuple((name, said[name]) for name in _PROPERTIES if said[name]),
    )


def _property(document: PdfDocument, name: str) -> str:
    """Return a property; most documents have few, and asking how long one is costs little."""
    if pdfium.FPDF_GetMetaText(document.raw, name.encode("ascii"), None, 0) <= _NO_TEXT:
        return ""
    return str(document.get_metadata_value(name))


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


def _page(document: PdfDocument, index: int, seen: _Seen) -> Iterator[ReadItem]:
    """Read one page and note what has been seen on it."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        yield ReadFault(Fault.CORRUPT, f"page {index + 1}")
        return
    try:
        length = 0
        for line, paragraph in _paragraphs(page):
            length += len(paragraph)
            yield Passage(paragraph, Locator(page=index + 1, line=line))
        found, left = page_annotations(page)
        if left:
            yield ReadFault(Fault.TOO_LARGE, f"page {index + 1}: {left:,} more notes on it were not read")
        for one in found:
            for text in one.texts:
                yield Passage(text, Locator(page=index + 1, part=one.part))
        seen.comments += sum(1 for one in found if one.is_comment)
        if length < _FEW_CHARACTERS and not any(one.texts for one in found):
            _note_picture(page, index + 1, length, found, seen)
    finally:
        page.close()


def _paragraphs(page: PdfPage) -> Iterator[tuple[int, str]]:
    textpage = page.get_textpage()
    try:
        yield from paragraphs(page_lines(textpage))
    finally:
        textpage.close()


def _note_picture(page: PdfPage, number: int, length: int, found: list[Annotation], seen: _Seen) -> None:
    """Note a page of little or no text if it shows something."""
    if length and _is_picture(page):
        seen.stamped.append(number)
    elif not length and (pdfium.FPDFPage_CountObjects(page.raw) or any(one.is_drawn for one in found)):
        seen.bare.append(number)


def _is_picture(page: PdfPage) -> bool:
    """Tell whether a picture covers most of a page."""
    width, height = page.get_size()
    for count, picture in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2)):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) >= _MOST_OF_PAGE * width * height:
            return True
        if count >= _MOST_OBJECTS:
            return False
    return False


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
