"""A zip package that is the same bytes for the same parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Container, Mapping

_MADE = (1980, 1, 1, 0, 0, 0)
_UNIX, _READABLE = 3, 0o644 << 16


def pack(parts: Mapping[str, bytes], stored: Container[str] = ()) -> bytes:
    """
    Return a zip file; no clock, owner or system shows in it.

    Args:
        parts: the bytes of each part by its name, in order.
        stored: names of the parts that are not compressed.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _MADE)
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return stream.getvalue()
