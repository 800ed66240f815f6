"""Files attached to a PDF, as those that bundle several documents have."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

from readiness.model import Fault, ReadFault, ReadItem

from ._source import Source

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MOST = 200


def attached_files(document: PdfDocument, source: Source) -> Iterator[ReadItem]:
    """Yield what the attached files say, each under its name."""
    count = document.count_attachments()
    for index in range(min(count, _MOST)):
        attachment = document.get_attachment(index)
        name = f"attachment {attachment.get_name().strip() or index + 1}"
        size = ctypes.c_ulong()
        pdfium.FPDFAttachment_GetFile(attachment, None, 0, size)
        if not 0 < size.value <= source.limits.part_bytes:
            yield ReadFault(Fault.TOO_LARGE if size.value else Fault.EMPTY, name)
            continue
        source.budget.spend(size.value)
        yield from source.inside(name, bytes(attachment.get_data()))
    if count > _MOST:
        yield ReadFault(Fault.TOO_LARGE, f"only the first {_MOST} of {count:,} attached files were read")
