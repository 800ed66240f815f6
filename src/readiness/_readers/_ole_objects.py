"""Documents that somebody put into another as an object: the wrappers that Windows lays around them."""

from __future__ import annotations

import io
import ntpath
import struct
from collections.abc import Iterator

import olefile

from readiness.model import Fault, ReadFault, ReadItem

from ._source import Source

_LARGEST = 64 << 20
_MOST = 200
_WRAPPED = ("CONTENTS", "Package", "EmbeddedOdf")
"""Streams that are a whole document: of Acrobat, of Office since 2007, of LibreOffice."""
_NATIVE = "\x01Ole10Native"
_BARE = ("WordDocument", "Workbook", "Book", "PowerPoint Document")
Path = tuple[str, ...]


def unwrapped(data: bytes) -> tuple[str, bytes] | None:
    """Return name and bytes of the document that an object file wraps; ``None`` if it wraps none."""
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        return _document(ole, ())


def embedded_objects(source: Source) -> Iterator[ReadItem]:
    """Yield what the objects inside a document of Office before 2007 say, and name those that cannot be opened."""
    source.file.seek(0)
    with olefile.OleFileIO(source.file) as ole:
        names = [tuple(name) for name in ole.listdir(streams=True, storages=False)]
        folders = sorted({name[:-1] for name in names if len(name) > 1})[:_MOST]
        for number, folder in enumerate(folders, start=1):
            if (found := _document(ole, folder)) is not None:
                name, data = found
                yield from source.inside(f"embedded {name or f'object {number}'}", data)
            elif any((*folder, stream) in names for stream in _BARE):
                yield ReadFault(Fault.UNKNOWN_FORMAT, f"object {number}: save it as a file of its own to have it read")


def _document(ole: olefile.OleFileIO, folder: Path) -> tuple[str, bytes] | None:
    if (native := _stream(ole, (*folder, _NATIVE))) is not None:
        return _native(native)
    for name in _WRAPPED:
        if (data := _stream(ole, (*folder, name))) is not None:
            return "", data
    return None


def _stream(ole: olefile.OleFileIO, name: Path) -> bytes | None:
    if not ole.exists(list(name)) or ole.get_size(list(name)) > _LARGEST:
        return None
    return bytes(ole.openstream(list(name)).read())


def _native(data: bytes) -> tuple[str, bytes] | None:
    """Take apart what the packager of Windows made: sizes and names before the file itself."""
    try:
        label_end = data.index(b"\x00", 6)
        path_end = data.index(b"\x00", label_end + 1)
        (length,) = struct.unpack_from("<I", data, path_end + 5)
        start = path_end + 9 + length
        (size,) = struct.unpack_from("<I", data, start)
    except (ValueError, struct.error):
        return None
    name = ntpath.basename(data[6:label_end].decode("cp1252", "replace"))
    return (name, data[start + 4 : start + 4 + size]) if size else None
