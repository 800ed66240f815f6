"""What a compound file (OLE) holds: Word, Excel, PowerPoint before 2007, an Outlook message, or a locked new file."""

from __future__ import annotations

from typing import BinaryIO

from readiness.model import Fault

from ._faults import UnreadableError

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LEAST_PICTURE = 2048
_FORMATS = (
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
    ("__properties_version1.0", "msg"),
)
_UNREAD = (
    ("PP40", "a PowerPoint 4 file"),
    ("PP97_DUALSTORAGE", "a PowerPoint 95 file"),
    ("VisioDocument", "a Visio drawing"),
    ("Quill", "a Publisher file"),
)


def ole_format(file: BinaryIO, promised: str) -> str:
    """
    Return the format of the compound file, whose name promises one or none.

    Raises:
        UnreadableError: it is locked, or nothing that is read here.
    """
    import olefile  # noqa: PLC0415  # only such files need it

    file.seek(0)
    with olefile.OleFileIO(file) as ole:
        if ole.exists("EncryptedPackage"):
            raise UnreadableError(Fault.ENCRYPTED, "")
        for stream, format_ in _FORMATS:
            if ole.exists(stream):
                return format_
        for stream, sort in _UNREAD:
            if ole.exists(stream):
                raise UnreadableError(Fault.UNKNOWN_FORMAT, f"it is {sort}")
    if promised in dict(_FORMATS).values():
        raise UnreadableError(Fault.CORRUPT, f"the name promises {promised}, but no such document is inside")
    raise UnreadableError(Fault.UNKNOWN_FORMAT, "it is a compound file of a program that is not known here")


def ole_shows_pictures(file: BinaryIO) -> bool:
    """Tell whether a compound file holds pictures: PowerPoint has a stream for them, Word puts them with other data."""
    import olefile  # noqa: PLC0415  # only such files need it

    try:
        file.seek(0)
        with olefile.OleFileIO(file) as ole:
            return any(ole.exists(name) and ole.get_size(name) > _LEAST_PICTURE for name in ("Pictures", "Data"))
    except Exception:  # noqa: BLE001  # a damaged file shows nothing
        return False
