"""The packing that Outlook uses for RTF: references into a ring of 4096 bytes that begins with common words."""

from __future__ import annotations

import struct

from readiness.model import Fault

from ._faults import UnreadableError

_PACKED, _PLAIN = 0x75465A4C, 0x414C454D
_RING = 4096
_HEAD = struct.Struct("<IIII")
_COMMON = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans Serif"
    rb"SymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)


def decompressed(data: bytes, largest: int) -> bytes:
    """
    Return the RTF that *data* holds, at most *largest* bytes of it.

    Raises:
        UnreadableError: it is not packed in this way, or unpacks to more.
    """
    _, size, magic, _ = _HEAD.unpack_from(data, 0)
    if magic == _PLAIN:
        return data[_HEAD.size : _HEAD.size + size]
    if magic != _PACKED:
        raise UnreadableError(Fault.CORRUPT, "its body is packed in an unknown way")
    if size > largest:
        raise UnreadableError(Fault.TOO_LARGE, f"its body unpacks to more than {largest:,} bytes")
    return bytes(_unpacked(data, size))


class _Ring:
    """The last bytes written, to which a reference points."""

    def __init__(self) -> None:
        self._bytes = bytearray(_COMMON.ljust(_RING, b"\x00"))
        self.at = len(_COMMON)
        self.out = bytearray()

    def write(self, byte: int) -> None:
        """Write one byte out and remember it."""
        self.out.append(byte)
        self._bytes[self.at] = byte
        self.at = (self.at + 1) % _RING

    def repeat(self, start: int, length: int) -> None:
        """Write again what was written at *start*; it may run into what is being written."""
        for offset in range(length):
            self.write(self._bytes[(start + offset) % _RING])


def _unpacked(data: bytes, size: int) -> bytearray:
    ring = _Ring()
    position = _HEAD.size
    while position < len(data) and len(ring.out) < size:
        flags = data[position]
        position += 1
        for bit in range(8):
            refers = flags >> bit & 1
            if position + refers >= len(data):
                return ring.out
            if not refers:
                ring.write(data[position])
                position += 1
                continue
            pair = data[position] << 8 | data[position + 1]
            position += 2
            if pair >> 4 == ring.at:
                return ring.out
            ring.repeat(pair >> 4, (pair & 15) + 2)
    return ring.out
