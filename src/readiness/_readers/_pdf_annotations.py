"""What stands on a page of a PDF without belonging to its text: remarks of readers, and fields of forms."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium
from attrs import frozen

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_TEXTS = (b"Contents", b"V")
_LONGEST = 1 << 20
_MOST = 2000
_PASSED_OVER = frozenset({pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP})
"""A link says again what it stands on, a popup what it belongs to."""
_PARTS = {pdfium.FPDF_ANNOT_WIDGET: "form field", pdfium.FPDF_ANNOT_FREETEXT: "text box"}


@frozen
class Annotation:
    """
    One annotation.

    Attributes:
        part: what it is, in words.
        texts: what it says; may be empty.
        is_comment: whether a reader left it as a remark.
        is_drawn: whether it shows something of its own on the page.
    """

    part: str
    texts: tuple[str, ...]
    is_comment: bool
    is_drawn: bool


def page_annotations(page: PdfPage) -> tuple[list[Annotation], int]:
    """Return the annotations of a page, and how many more there are."""
    found: list[Annotation] = []
    count = pdfium.FPDFPage_GetAnnotCount(page.raw)
    for index in range(min(count, _MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            if kind not in _PASSED_OVER:
                texts = dict.fromkeys(filter(None, (_text(annotation, key).strip() for key in _TEXTS)))
                is_comment = kind not in _PARTS and bool(texts)
                found.append(
                    Annotation(_PARTS.get(kind, "comment"), tuple(texts), is_comment, kind != pdfium.FPDF_ANNOT_WIDGET)
                )
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return found, max(0, count - _MOST)


def _text(annotation: object, key: bytes) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < size <= _LONGEST:  # noqa: PLR2004  # two bytes are the closing zero
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace")
