"""Packed files, unpacked by no more than is safe: every limit counts bytes really produced, never those declared."""

from __future__ import annotations

import re
import zipfile
from copy import copy
from typing import IO, BinaryIO, Self

from readiness.model import Fault

from ._detect_ole import OLE_MAGIC, ole_shows_pictures
from ._faults import UnreadableError
from ._source import Budget, Source

_BLOCK = 1 << 16
_RATIO_FROM = 8 << 20
"""Bytes below which a part may be packed as tightly as it likes."""
_USUAL = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_LOCKED = 1
_MEDIA = re.compile("(?:media|pictures)/", re.IGNORECASE)
_PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".bmp", ".emf", ".wmf")


class Package:
    """
    The parts of a packed file by name; case does not matter, as in the programs that write them.

    Attributes:
        names: of the parts, as they stand.
        packed_bytes: what all parts together take up.
        seen: what readers have made of a part, by its name, so that they need not make it again.

    Raises:
        UnreadableError: too many parts.
        zipfile.BadZipFile: not a packed file.
    """

    def __init__(self, source: Source) -> None:
        self._zip = zipfile.ZipFile(source.file)
        self._budget = source.budget
        self._limits = source.limits
        parts = self._zip.infolist()
        if len(parts) > source.limits.entries:
            raise UnreadableError(Fault.TOO_LARGE, f"it holds {len(parts):,} parts")
        self.packed_bytes = sum(part.compress_size for part in parts)
        self.seen: dict[str, object] = {}
        self._parts = {part.filename.replace("\\", "/").lstrip("/").lower(): part for part in parts}
        self.names = tuple(part.filename.replace("\\", "/").lstrip("/") for part in parts)

    def counted_apart(self, budget: Budget) -> Package:
        """Return the same package, for unpacking parts a second time without counting them twice."""
        other = copy(self)
        other._budget = budget  # noqa: SLF001  # its own kind
        return other

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._parts

    def open(self, name: str) -> PartStream:
        """
        Open one part.

        Raises:
            UnreadableError: it is locked, missing or packed in an unusual way.
        """
        part = self._parts.get(name.lower())
        if part is None:
            raise UnreadableError(Fault.CORRUPT, f"its part {name} is missing")
        if part.flag_bits & _LOCKED:
            raise UnreadableError(Fault.ENCRYPTED, name)
        if part.compress_type not in _USUAL:
            raise UnreadableError(Fault.UNKNOWN_FORMAT, f"{name} is packed in an unusual way")
        return PartStream(self._zip.open(part), part.compress_size, self)

    def read(self, name: str) -> bytes:
        """Return one whole part; see `open`."""
        with self.open(name) as stream:
            return b"".join(iter(lambda: stream.read(_BLOCK), b""))

    def count(self, produced: int, in_part: int, packed: int) -> None:
        """Count bytes that came out of a part and stop when they are too many."""
        self._budget.spend(produced)
        if in_part > self._limits.part_bytes:
            raise UnreadableError(Fault.TOO_LARGE, f"a part unpacks to more than {self._limits.part_bytes:,} bytes")
        if in_part > _RATIO_FROM and in_part > self._limits.ratio * max(packed, 1):
            raise UnreadableError(Fault.TOO_LARGE, f"a part unpacks to {self._limits.ratio} times its size and more")


def shows_pictures(file: BinaryIO) -> bool:
    """Tell whether a document that turned out to hold no text holds pictures."""
    file.seek(0)
    if file.read(len(OLE_MAGIC)) == OLE_MAGIC:
        return ole_shows_pictures(file)
    try:
        with zipfile.ZipFile(file) as packed:
            return any(name.lower().endswith(_PICTURES) and _MEDIA.search(name) for name in packed.namelist())
    except (zipfile.BadZipFile, OSError):
        return False


class PartStream:
    """The bytes of one part, counted as they come."""

    def __init__(self, stream: IO[bytes], packed: int, package: Package) -> None:
        self._stream = stream
        self._packed = packed
        self._package = package
        self._produced = 0

    def read(self, size: int = _BLOCK) -> bytes:
        """Return at most *size* bytes; empty at the end."""
        block = self._stream.read(size)
        self._produced += len(block)
        self._package.count(len(block), self._produced, self._packed)
        return block

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()
