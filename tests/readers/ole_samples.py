"""Compound files (OLE) made from nothing: the wrapper of Office before 2007 and of Outlook messages."""

from __future__ import annotations

import io
import struct
from itertools import count

import olefile
from attrs import define, field

SECTOR, SMALL, CUTOFF = 512, 64, 4096
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
FOLDER, STREAM, ROOT = 1, 2, 5
Tree = dict[str, "bytes | Tree"]


@define
class Entry:
    """One line of the directory."""

    name: str
    kind: int
    following: int = FREE
    child: int = FREE
    start: int = END
    size: int = 0

    def packed(self) -> bytes:
        """Return the line as it stands in the file."""
        raw = self.name.encode("utf-16-le") + b"\0\0"
        head = struct.pack("<64sHBB", raw, len(raw), self.kind, 1)
        return head + struct.pack("<III36xIQ", FREE, self.following, self.child, self.start, self.size)


@define
class Chains:
    """Bytes in blocks of one size, and the table that says which block follows which."""

    block: int
    body: bytearray = field(factory=bytearray)
    table: list[int] = field(factory=list)

    def place(self, data: bytes) -> int:
        """Add *data* and return its first block."""
        blocks = -(-len(data) // self.block)
        start = len(self.table)
        self.table += [*range(start + 1, start + blocks), END] if blocks else []
        self.body += data.ljust(blocks * self.block, b"\0")
        return start if blocks else END


def compound(tree: Tree) -> bytes:
    """Return a compound file with the streams (bytes) and folders (dicts) of *tree*."""
    large, small = Chains(SECTOR), Chains(SMALL)
    entries = [Entry("Root Entry", ROOT)]
    _add(tree, entries[0], entries, large, small)
    entries[0].start, entries[0].size = large.place(bytes(small.body)), len(small.body)
    small_table = large.place(_table(small.table))
    directory = large.place(b"".join(entry.packed() for entry in entries))
    sectors = next(one for one in count(1) if (len(large.table) + one) * 4 <= one * SECTOR)
    places = range(len(large.table), len(large.table) + sectors)
    table = _table([*large.table, *[FAT] * sectors]).ljust(sectors * SECTOR, b"\xff")
    head = struct.pack("<8s16xHHHHH6x", olefile.MAGIC, 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, sectors, directory, 0, CUTOFF, small_table, bool(small.table), END, 0)
    head += _table([*places, *[FREE] * (109 - sectors)])
    return head + bytes(large.body) + table


def streams(data: bytes) -> Tree:
    """Return the streams that stand at the top of a compound file."""
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        return {name[0]: ole.openstream(name).read() for name in ole.listdir() if len(name) == 1}


def looped(data: bytes) -> bytes:
    """Return a compound file in which every block is said to follow itself."""
    changed = bytearray(data)
    (place,) = struct.unpack_from("<I", data, 76)
    for sector in range(SECTOR // 4):
        at = (place + 1) * SECTOR + 4 * sector
        (following,) = struct.unpack_from("<I", data, at)
        if following < FAT:
            struct.pack_into("<I", changed, at, sector)
    return bytes(changed)


def _add(tree: Tree, parent: Entry, entries: list[Entry], large: Chains, small: Chains) -> None:
    """Add what is in a folder: the folder points to the first, each points to the next."""
    before = None
    for name, content in sorted(tree.items(), key=lambda item: (len(item[0]), item[0].upper())):
        entry = Entry(name, FOLDER if isinstance(content, dict) else STREAM)
        if before is None:
            parent.child = len(entries)
        else:
            before.following = len(entries)
        before = entry
        entries.append(entry)
        if isinstance(content, dict):
            entry.start = 0
            _add(content, entry, entries, large, small)
        else:
            entry.start, entry.size = (small if len(content) < CUTOFF else large).place(content), len(content)


def _table(numbers: list[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers)


def word_6(text: bytes, font_set: int = 0) -> bytes:
    """Return a document of Word 6, with one font whose characters are of *font_set*."""
    main = bytearray(0x300)
    struct.pack_into("<HHHHH", main, 0, 0xA5DC, 101, 0, 0x0409, 0)
    struct.pack_into("<II", main, 0x18, 0x300, 0x300 + len(text))
    struct.pack_into("<8i", main, 0x34, len(text), 0, 0, 0, 0, 0, 0, 0)
    font = bytes([9, 0, 0, 0, font_set, 0]) + b"Roman\0"
    struct.pack_into("<II", main, 0xD0, 0x200, len(font) + 2)
    main[0x202 : 0x202 + len(font)] = font
    return compound({"WordDocument": bytes(main) + text})


def message(
    subject: str, body: str, attachments: dict[str, bytes] | None = None, kind: str = "", flags: int = 0
) -> bytes:
    """Return a message of Outlook; its attachments are of one *kind* and carry *flags*."""
    tree: Tree = {
        "__substg1.0_0037001F": subject.encode("utf-16-le"),
        "__substg1.0_1000001F": body.encode("utf-16-le"),
        "__properties_version1.0": bytes(32),
    }
    for number, (name, data) in enumerate((attachments or {}).items()):
        properties = struct.pack("<8xHHIiI", 3, 0x3714, 0, flags, 0)
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__substg1.0_3707001F": name.encode("utf-16-le"),
            "__substg1.0_370E001F": kind.encode("utf-16-le"),
            "__substg1.0_37010102": data,
            "__properties_version1.0": properties,
        }
    return compound(tree)
