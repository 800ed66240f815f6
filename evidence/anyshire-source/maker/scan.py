"""A PDF as an office scanner made it: a picture of a typed and signed page, and not a letter of text."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterator

from .letters import glyph
from .model import Heading, Paragraph, Source, Table, plain
from .pdf_file import Item, pdf_file

_WIDTH, _HEIGHT = 832, 1169  # A4 at about 100 dots an inch; the width fills whole bytes
_LEFT, _TOP, _LINE = 92, 92, 25
_SCALE, _STEP = 2, 12
_COLUMNS = 54
_LONGEST_RUN = 128


def scan(source: Source) -> bytes:
    """Return *source* as a scanned page; what it says can be seen, and read by nobody but a person."""
    page = _Page()
    for number, line in enumerate(_lines(source)):
        page.write(line, _LEFT, _TOP + number * _LINE)
    page.sign(_LEFT + 10, _TOP + (len(list(_lines(source))) + 1) * _LINE)
    page.age()
    picture = _packed_runs(page.rows())
    size = f"/Width {_WIDTH} /Height {_HEIGHT} /BitsPerComponent 1 /ColorSpace /DeviceGray"
    uses = "/XObject << /Im1 5 0 R >>"
    items = [
        Item("/Type /Catalog /Pages 2 0 R"),
        Item("/Type /Pages /Kids [3 0 R] /Count 1"),
        Item(f"/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << {uses} >> /Contents 4 0 R"),
        Item("", b"q 595 0 0 842 0 0 cm /Im1 Do Q"),
        Item(f"/Type /XObject /Subtype /Image {size} /Filter /RunLengthDecode", picture),
    ]
    return pdf_file(items, source)


def _lines(source: Source) -> Iterator[str]:
    yield from (source.organisation.upper(), source.marking, "", source.title.upper(), "")
    for label, value in source.control.items():
        yield from textwrap.wrap(f"{label}: {value}", _COLUMNS)
    yield ""
    for block in source.blocks:
        yield from _block(block)
    yield from (source.invented, "", "Signed:")


def _block(block: Heading | Paragraph | Table) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (" - ".join(map(plain, row)) for row in block.rows)
    elif isinstance(block, Paragraph) and block.kind != "text":
        yield from textwrap.wrap(plain(block.runs), _COLUMNS, initial_indent="- ", subsequent_indent="  ")
        return
    else:
        yield from textwrap.wrap(plain(block.runs), _COLUMNS)
    yield ""


class _Page:
    """Dots on paper; a set bit is black."""

    def __init__(self) -> None:
        self._dots = [bytearray(_WIDTH) for _ in range(_HEIGHT)]

    def write(self, text: str, left: int, top: int) -> None:
        """Type a line."""
        for position, letter in enumerate(text):
            for down, bits in enumerate(glyph(letter)):
                for across in range(5):
                    if bits & 0x10 >> across:
                        self._blot(left + position * _STEP + across * _SCALE, top + down * _SCALE)

    def sign(self, left: int, top: int) -> None:
        """Scribble something that belongs to nobody."""
        for step in range(1500):
            turn = step / 95
            across = left + 90 + step * 0.16 - 42 * math.cos(turn * 1.7)
            down = top + 18 * math.sin(turn * 2.3) - step * 0.012
            self._blot(round(across), round(down))

    def age(self) -> None:
        """Put the page in a little askew, on a glass that was not clean."""
        self._dots = [_shifted(row, number // 90 - 5) for number, row in enumerate(self._dots)]
        seed = 20090217
        for _ in range(900):
            seed = (seed * 1103515245 + 12345) % (1 << 31)
            self._dots[seed // 7 % _HEIGHT][seed // 11 % _WIDTH] ^= 1

    def rows(self) -> Iterator[bytes]:
        """Yield the rows with eight dots a byte, as a picture in which 0 is black."""
        for row in self._dots:
            bits = int.from_bytes(bytes(row), "big")
            yield _eight_to_a_byte(row) if bits else b"\xff" * (_WIDTH // 8)

    def _blot(self, left: int, top: int) -> None:
        for down in range(_SCALE):
            for across in range(_SCALE):
                if 0 <= top + down < _HEIGHT and 0 <= left + across < _WIDTH:
                    self._dots[top + down][left + across] = 1


def _shifted(row: bytearray, by: int) -> bytearray:
    return bytearray(abs(by)) + row[: len(row) - by] if by >= 0 else row[-by:] + bytearray(-by)


def _eight_to_a_byte(row: bytearray) -> bytes:
    return bytes(
        sum((1 - dot) << (7 - place) for place, dot in enumerate(row[start : start + 8]))
        for start in range(0, _WIDTH, 8)
    )


def _packed_runs(rows: Iterator[bytes]) -> bytes:
    """Return the picture with repeated bytes counted, the one way of packing that needs no library."""
    data = b"".join(rows)
    out = bytearray()
    place = 0
    while place < len(data):
        run = 1
        while place + run < len(data) and run < _LONGEST_RUN and data[place + run] == data[place]:
            run += 1
        if run > 1:
            out += bytes((257 - run, data[place]))
        else:
            start = place
            while (
                place < len(data)
                and place - start < _LONGEST_RUN
                and data[place : place + 1] != data[place + 1 : place + 2]
            ):
                place += 1
            run, chunk = 0, data[start:place]
            out += bytes((len(chunk) - 1,)) + chunk
        place += run
    return bytes(out + b"\x80")
