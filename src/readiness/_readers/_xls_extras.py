"""What a workbook of before 2007 says beside its cells: headers and footers, comments and boxes."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import olefile
from attrs import define, field

from readiness.model import DocumentFacts, Fault, ReadItem

from ._cells import column_letters
from ._faults import UnreadableError
from ._made import Locator, Passage
from ._margins import margin_text
from ._ole import stream_bytes
from ._source import Source
from ._text import decode

_LARGEST = 128 << 20
_BEGIN, _END, _LOCKED, _SHEET, _CODEPAGE = 0x0809, 0x000A, 0x002F, 0x0085, 0x0042
_HEADER, _FOOTER, _OBJECT, _BOX, _CONTINUED, _NOTE = 0x0014, 0x0015, 0x005D, 0x01B6, 0x003C, 0x001C
_EXCEL_97 = 0x0600
_WIDE = 1


def xls_extras(source: Source) -> Iterator[ReadItem]:
    """
    Yield headers, footers, comments and boxes, sheet by sheet.

    Raises:
        UnreadableError: the workbook is locked.
    """
    source.file.seek(0)
    with olefile.OleFileIO(source.file) as ole:
        name = next((one for one in ("Workbook", "Book") if ole.exists(one)), "Workbook")
        data = stream_bytes(ole, name, _LARGEST)
    book = _Book(data)
    book.learn_sheets()
    for number, (start, sheet) in enumerate(sorted(book.sheets.items()), start=1):
        yield from _Extras(sheet or f"Sheet {number}", book).walk(start)
    yield DocumentFacts(comments=book.comments)


@define
class _Book:
    """The records of a workbook."""

    data: bytes
    sheets: dict[int, str] = field(factory=dict)
    codec: str = "cp1252"
    is_wide: bool = True
    comments: int = 0

    def records(self, position: int) -> Iterator[tuple[int, bytes]]:
        """Yield kind and body of each record from *position* to the end of its sheet."""
        depth = 0
        while position + 4 <= len(self.data):
            kind, length = struct.unpack_from("<HH", self.data, position)
            depth += (kind == _BEGIN) - (kind == _END)
            yield kind, self.data[position + 4 : position + 4 + length]
            if depth <= 0:
                return
            position += 4 + length

    def learn_sheets(self) -> None:
        """Take in where each sheet begins and what it is called."""
        for kind, body in self.records(0):
            if kind == _LOCKED:
                raise UnreadableError(Fault.ENCRYPTED)
            if kind == _BEGIN and len(body) >= 2:  # noqa: PLR2004  # a version
                self.is_wide = struct.unpack_from("<H", body, 0)[0] >= _EXCEL_97
            elif kind == _CODEPAGE and len(body) >= 2:  # noqa: PLR2004  # a number
                self.codec = f"cp{struct.unpack_from('<H', body, 0)[0]}"
            elif kind == _SHEET and len(body) > 7:  # noqa: PLR2004  # a place, flags, and a name
                self.sheets[struct.unpack_from("<I", body, 0)[0]] = self.text(body[6:], 1)

    def text(self, body: bytes, size: int) -> str:
        """Return a text that says its own length in *size* bytes before it."""
        length = int.from_bytes(body[:size], "little")
        if not self.is_wide:
            return decode(body[size : size + length], self.codec)
        return characters(body[size:], length)


def characters(body: bytes, length: int) -> str:
    """Return *length* characters, of one byte or two as the first byte says."""
    if not body:
        return ""
    if body[0] & _WIDE:
        return body[1 : 1 + 2 * length].decode("utf-16-le", "replace")
    return body[1 : 1 + length].decode("latin-1")


@define
class _Extras:
    """Gathers what one sheet says beside its cells."""

    sheet: str
    book: _Book
    _boxes: dict[int, str] = field(factory=dict)
    _object: int = 0
    _wanted: int = 0

    def walk(self, start: int) -> Iterator[Passage]:
        """Yield headers and footers as they come, then comments, then boxes that belong to no comment."""
        notes: list[tuple[int, Locator]] = []
        for kind, body in self.book.records(start):
            if kind in {_HEADER, _FOOTER} and body:
                text = margin_text(self.book.text(body, 2 if self.book.is_wide else 1))
                if text:
                    yield Passage(text, Locator(sheet=self.sheet, part="header" if kind == _HEADER else "footer"))
            elif kind == _NOTE and self.book.is_wide and len(body) >= 11:  # noqa: PLR2004  # its head and a name
                notes.append(self._note(body))
            else:
                self._gather(kind, body)
        for number, place in notes:
            self.book.comments += 1
            if text := self._boxes.pop(number, "").strip():
                yield Passage(text, place)
        for text in self._boxes.values():
            if text.strip():
                yield Passage(text, Locator(sheet=self.sheet, part="text box"))

    def _note(self, body: bytes) -> tuple[int, Locator]:
        """Return which box holds the text of a comment, and where the comment stands."""
        row, column, _, number, length = struct.unpack_from("<HHHHH", body, 0)
        author = characters(body[10:], length).strip()
        part = f"comment by {author}" if author else "comment"
        return number, Locator(sheet=self.sheet, cell=f"{column_letters(column + 1)}{row + 1}", part=part)

    def _gather(self, kind: int, body: bytes) -> None:
        """Gather the texts of boxes: an object with its number, a box with a length, and the text itself."""
        if kind == _OBJECT and len(body) >= 8:  # noqa: PLR2004  # up to the number
            self._object = struct.unpack_from("<H", body, 6)[0]
        elif kind == _BOX and len(body) >= 12:  # noqa: PLR2004  # up to the length
            self._wanted = struct.unpack_from("<H", body, 10)[0]
        elif kind == _CONTINUED and self._wanted:
            text = characters(body, self._wanted)
            self._boxes[self._object] = self._boxes.get(self._object, "") + text
            self._wanted -= len(text)
        elif kind != _CONTINUED:
            self._wanted = 0
