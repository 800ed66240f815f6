"""Zip files and XML that come out the same everywhere."""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Mapping

_STAMP = (2009, 2, 27, 12, 0, 0)
_ORDINARY_FILE = 0o644 << 16
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """
    Pack *parts*, in their order, without compressing them.

    Compressed bytes differ between builds of zlib, and the system and the time would be written into the file too.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.create_system = 0
            entry.external_attr = _ORDINARY_FILE
            archive.writestr(entry, content.encode("utf-8") if isinstance(content, str) else content)
    return out.getvalue()


def esc(text: str) -> str:
    """
    Return *text* fit for XML, inside an element or an attribute.

    >>> esc('R&A "team"')
    'R&amp;A &quot;team&quot;'
    """
    return html.escape(text, quote=False).replace('"', "&quot;")
