"""What a file really is: its first bytes and its inner names decide, its suffix only between kinds of plain text."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from contextlib import suppress
from typing import BinaryIO

from readiness.model import Fault

from ._detect_ole import OLE_MAGIC, ole_format
from ._faults import UnreadableError
from ._plugins import plugin_for, suffix_of
from ._table import FORMAT_OF_SUFFIX

_HEAD = 4096
_PACKED_HEAD = 1 << 15
_MOST_TYPES = 1 << 20
_LOCKED_OR_LATER = 1 | 8
"""Flags of a part that is locked, or whose size is only said after it."""
_TEXTUAL = {"txt", "md", "csv", "tsv", "html", "eml"}
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_MAIL = re.compile(
    rb"(?:(?:Return-Path|Received|MIME-Version|Message-ID|X-[\w-]+|Delivered-To):[^\n]*\r?\n)", re.IGNORECASE
)
_BINARY = bytes([*range(0x07), *range(0x0E, 0x1B), *range(0x1C, 0x20)])
_PICTURES = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG", "PNG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"GIF8", "GIF"),
)
_KNOWN_BUT_UNREAD = (
    (b"\xdb\xa5", "a document of Word 2, of about 1991"),
    (b"\x09\x04\x06\x00", "a workbook of Excel 4 or older"),
    (b"\x09\x02\x06\x00", "a workbook of Excel 3 or older"),
    (b"\x09\x00\x04\x00", "a workbook of Excel 2"),
    (b"\xffWPC", "a WordPerfect document"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x1f\x8b", "a gzip file"),
)
_MAIN_TYPES = (
    (b"sheet.binary", "xlsb"),
    (b"wordprocessingml", "docx"),
    (b"ms-word.", "docx"),
    (b"spreadsheetml", "xlsx"),
    (b"ms-excel.", "xlsx"),
    (b"presentationml", "pptx"),
    (b"ms-powerpoint.", "pptx"),
)
_ODF = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}
_PACKED = "zip"
_MAIN_PARTS = frozenset({"word/document.xml", "xl/workbook.xml", "ppt/presentation.xml"})
_ODF_PARTS = frozenset({"content.xml", "styles.xml"})
_ODF_TYPE = re.compile(rb"application/vnd\.oasis\.opendocument\.([a-z]+)")


def detect(file: BinaryIO, name: str) -> str:
    """
    Return the format of *file*, whose name is only a hint.

    Raises:
        UnreadableError: it is empty, locked, or nothing that is read here.
    """
    file.seek(0)
    head = file.read(_HEAD)
    promised = suffix_format(name)
    if not head.strip(b"\x00 \r\n\t"):
        raise UnreadableError(Fault.EMPTY, "the file has no content")
    if plugin := plugin_for(suffix_of(name)):
        return plugin.format
    if head.startswith(OLE_MAGIC):
        return ole_format(file, promised)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_format(file)
    return _by_magic(head) or _textual_format(head, promised)


def suffix_format(name: str) -> str:
    """
    Return the format that a name promises, or an empty text.

    >>> suffix_format("minutes/Minutes March.DOCX"), suffix_format("README")
    ('docx', '')
    """
    return FORMAT_OF_SUFFIX.get(suffix_of(name), "")


def mismatch(name: str, format_: str) -> str:
    """
    Say that a name promises something else than the file is; empty if it does not.

    >>> mismatch("policy.doc", "rtf")
    'the name ends in .doc, but the content is rtf'
    """
    promised = suffix_format(name)
    if promised in {"", format_} or {promised, format_} <= {"txt", "md"}:
        return ""
    return f"the name ends in {suffix_of(name)}, but the content is {format_}"


def _by_magic(head: bytes) -> str:
    """Return the format that the first bytes name, or an empty text."""
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if start.startswith(b"{\\rt"):
        return "rtf"
    if start.startswith(b"<") and b":document" in head and (found := _ODF_TYPE.search(head)):
        return {"text": "fodt", "spreadsheet": "fods", "presentation": "fodp"}.get(found[1].decode(), "fodt")
    if _HTML.match(_past_preamble(start)):
        return "html"
    for magic, sort in _PICTURES:
        if head.startswith(magic):
            raise UnreadableError(Fault.SCANNED, f"it is a {sort} picture")
    for magic, sort in _KNOWN_BUT_UNREAD:
        if head.startswith(magic):
            raise UnreadableError(Fault.UNKNOWN_FORMAT, f"it is {sort}")
    return ""


def _past_preamble(head: bytes) -> bytes:
    """Return what follows the XML declaration and the comments before a page."""
    while head.startswith((b"<?xml", b"<!--")):
        end = b"-->" if head.startswith(b"<!--") else b">"
        head = head.partition(end)[2].lstrip()
    return head


def _textual_format(head: bytes, promised: str) -> str:
    """Tell kinds of text apart, and text from bytes that mean nothing to us."""
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_wide(head)
    if not wide and (len(head) - len(head.translate(None, _BINARY))) * 50 > len(head):
        if promised and promised not in _TEXTUAL:
            raise UnreadableError(Fault.CORRUPT, f"the name promises {promised}, but the content is nothing known")
        raise UnreadableError(Fault.UNKNOWN_FORMAT, "the content is nothing known")
    if promised in _TEXTUAL:
        return promised
    if _MAIL.match(head):
        return "eml"
    return "tsv" if promised == "xls" and b"\t" in head else "txt"


def _looks_wide(head: bytes) -> bool:
    """Tell UTF-16 without a mark: every other byte of Western text is zero."""
    return max(head[0::2].count(0), head[1::2].count(0)) * 5 > len(head) * 2 and b"\x00\x00" not in head[:64]


def _zip_format(file: BinaryIO) -> str:
    """Look at the names and the declared types inside a packed file."""
    file.seek(0)
    name, content = _first_part(file.read(_PACKED_HEAD))
    if name == b"mimetype" and (format_ := _odf_format(content)) != _PACKED:
        return format_
    if name == b"[Content_Types].xml" and content.rstrip().endswith(b">") and b"main" in content:
        return _office_format(content)
    with zipfile.ZipFile(file) as packed:
        names = {name.replace("\\", "/").lstrip("/").lower(): name for name in packed.namelist()}
        if "mimetype" in names and (format_ := _odf_format(_first_bytes(packed, names["mimetype"]))) != _PACKED:
            return format_
        if "[content_types].xml" in names:
            return _office_format(_first_bytes(packed, names["[content_types].xml"]))
        if "content.xml" in names and "meta-inf/manifest.xml" in names:
            return _odf_format(_first_bytes(packed, names["meta-inf/manifest.xml"]))
        if "index/document.iwa" in names:
            raise UnreadableError(Fault.UNKNOWN_FORMAT, "it is a document of Apple Pages, Numbers or Keynote")
    if _MAIN_PARTS & names.keys() or names.keys() >= _ODF_PARTS:  # read as a folder its tags would be taken for words
        raise UnreadableError(Fault.CORRUPT, "it has the parts of an office document, but not the one that says which")
    return _PACKED


def _first_part(head: bytes) -> tuple[bytes, bytes]:
    """Return name and content of the part that stands first, by its own head, if all of it can be had from *head*."""
    flags, method = struct.unpack_from("<6xHH", head, 0)
    size, name_length, extra_length = struct.unpack_from("<18xI4xHH", head, 0)
    start = 30 + name_length + extra_length
    name = head[30 : 30 + name_length]
    if not flags & _LOCKED_OR_LATER and method == zipfile.ZIP_STORED and start + size <= len(head):
        return name, head[start : start + size]
    if not flags & 1 and method == zipfile.ZIP_DEFLATED:
        unpack = zlib.decompressobj(-zlib.MAX_WBITS)
        with suppress(zlib.error):
            content = unpack.decompress(head[start:], _MOST_TYPES)
            if unpack.eof:
                return name, content
    return b"", b""


def _first_bytes(packed: zipfile.ZipFile, name: str) -> bytes:
    with packed.open(name) as part:
        return part.read(1 << 20)


def _odf_format(mimetype: bytes) -> str:
    found = _ODF_TYPE.search(mimetype)
    if found is None:
        return _PACKED
    sort = found[1].decode()
    if sort not in _ODF:
        raise UnreadableError(Fault.UNKNOWN_FORMAT, f"it is an OpenDocument {sort}")
    return _ODF[sort]


def _office_format(types: bytes) -> str:
    """Find the type of the main part; other types may be embedded, so the first that says *main* counts."""
    mains = re.findall(rb'ContentType="([^"]*main[^"]*)"', types) or [types]
    for main in mains:
        for mark, format_ in _MAIN_TYPES:
            if mark in main:
                return format_
    raise UnreadableError(Fault.UNKNOWN_FORMAT, "it is packed like an Office file but declares no document")
