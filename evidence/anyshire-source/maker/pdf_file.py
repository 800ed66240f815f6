"""The outside of a PDF: objects, their places, the properties and, if asked, a password."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Sequence
from dataclasses import dataclass

from .model import Source

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_PERMISSIONS = -1852
_KEY_BYTES = 16
_REVISION_3_ROUNDS = 50


@dataclass(frozen=True)
class Item:
    """An object of a PDF: what stands in its dictionary, and the bytes of its stream if it has one."""

    inside: str
    stream: bytes | None = None


def pdf_file(items: Sequence[Item], source: Source) -> bytes:
    """
    Return a whole PDF.

    Args:
        items: the objects, numbered from 1; the first is the catalogue.
        source: for the properties, and for ``password``: without it nobody can open the file.
    """
    identity = _md5(source.title.encode())
    lock = _Lock(source.more["password"], identity) if "password" in source.more else None
    out = f"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n% {source.invented}\n".encode("latin-1")
    places = []
    information = Item(_information(source, lock, len(items) + 1))
    locked = [Item(lock.dictionary())] if lock else []
    for number, item in enumerate([*items, information, *locked], start=1):
        places.append(len(out))
        out += _object(item, number, lock)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = (
        f"/Size {len(places) + 1} /Root 1 0 R /Info {len(items) + 1} 0 R /ID [<{identity.hex()}> <{identity.hex()}>]"
    )
    if lock:
        trailer += f" /Encrypt {len(items) + 2} 0 R"
    listing = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}"
    return out + f"{listing}trailer\n<< {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n".encode("ascii")


def _object(item: Item, number: int, lock: _Lock | None) -> bytes:
    if item.stream is None:
        return f"{number} 0 obj\n<< {item.inside} >>\nendobj\n".encode("latin-1")
    data = lock.locked(item.stream, number) if lock else item.stream
    head = f"{number} 0 obj\n<< {item.inside} /Length {len(data)} >>\nstream\n"
    return head.encode("latin-1") + data + b"\nendstream\nendobj\n"


def _information(source: Source, lock: _Lock | None, number: int) -> str:
    said = {
        "Title": source.title,
        "Author": source.author,
        "Subject": source.invented,
        "Creator": source.more.get("program", "Microsoft Office Word"),
        "Producer": source.more.get("program", "Acrobat Distiller 7.0.5 (Windows)"),
        "CreationDate": f"D:{source.created:%Y%m%d%H%M%S}Z",
        "ModDate": f"D:{source.modified:%Y%m%d%H%M%S}Z",
    }
    pairs = []
    for name, text in said.items():
        data = text.encode("cp1252")
        pairs.append(f"/{name} <{(lock.locked(data, number) if lock else data).hex()}>")
    return " ".join(pairs)


class _Lock:
    """The standard security handler with a key of 128 bits, as Acrobat 5 to 7 applied it."""

    def __init__(self, password: str, identity: bytes) -> None:
        user = (password.encode("cp1252") + _PADDING)[:32]
        self._owner = self._owner_entry(user)
        key = _md5(user + self._owner + struct.pack("<i", _PERMISSIONS) + identity)
        for _ in range(_REVISION_3_ROUNDS):
            key = _md5(key[:_KEY_BYTES])
        self._key = key[:_KEY_BYTES]
        self._user = _rounds(self._key, _md5(_PADDING + identity)) + bytes(16)

    def dictionary(self) -> str:
        """Return what a reader needs to try a password."""
        proofs = f"/O <{self._owner.hex()}> /U <{self._user.hex()}>"
        return f"/Filter /Standard /V 2 /R 3 /Length 128 /P {_PERMISSIONS} {proofs}"

    def locked(self, data: bytes, number: int) -> bytes:
        """Return *data* of the object *number* encrypted."""
        return _rc4(_md5(self._key + struct.pack("<I", number)[:3] + b"\0\0")[:_KEY_BYTES], data)

    @staticmethod
    def _owner_entry(padded: bytes) -> bytes:
        key = padded
        for _ in range(_REVISION_3_ROUNDS + 1):
            key = _md5(key)
        return _rounds(key[:_KEY_BYTES], padded)


def _rounds(key: bytes, data: bytes) -> bytes:
    for number in range(20):
        data = _rc4(bytes(one ^ number for one in key), data)
    return data


def _md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def _rc4(key: bytes, data: bytes) -> bytes:
    """Return *data* under the cipher of that time; it hides nothing today, and has nothing to hide here."""
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
