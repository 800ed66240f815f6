"""What earlier runs know of the files of a folder: which have not changed, and what a glance at them found."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from attrs import define, evolve, field, frozen

from readiness import _linking
from readiness._ids import IdScheme
from readiness._linking import reading_from_wire
from readiness._readers import UnreadableError, digest_for, open_evidence
from readiness._store import DocumentRow, StatRow, Store, stamp_of
from readiness.model import DocumentText, Fault, FileState, ReadFault, Reading, ReadLimits

from ._files import state_of
from ._packing import Read, glance_text, plain_mark, unpack
from ._walk import Walked

_NOTHING_TO_SAY = "-"


@define(eq=False)
class Opened:
    """
    A document that was opened, now or earlier. Its reading is unpacked only when somebody asks for it.

    Attributes:
        path: relative to the evidence folder.
        sha256: digest of its bytes; empty if they could not be read.
        key: under which the store has it; empty if it was not kept.
        plain: see `plain_mark`.
        packed: the document, if it was read just now.
        looked: the closer look that was taken then, as JSON text; empty if nobody wanted one.
        surveyed: the survey that was taken just now, as JSON text; empty if nobody wanted one.
        seconds: that reading took just now; ``None`` if it was not read.
    """

    path: str
    sha256: str
    key: str = ""
    plain: str = ""
    packed: bytes = b""
    looked: str = ""
    surveyed: str = ""
    seconds: float | None = None
    _text: str = ""
    _reading: Reading | None = None

    @property
    def reading(self) -> Reading:
        """Return what was found in it, without a closer look."""
        if self._reading is None:
            self._reading = _unpacked(self._text, self.path)
        return self._reading

    def lighten(self) -> None:
        """Let go of the document itself, so that many can be kept."""
        self.packed = b""

    @classmethod
    def fresh(cls, reading: Reading, key: str = "") -> Opened:
        """Return a document that was read just now."""
        return cls(reading.path, reading.sha256, key, plain_mark(reading), reading=reading)


@frozen
class Recalled:
    """
    What is known of a folder.

    Attributes:
        known: the documents that need not be read, by their paths.
        rows: the files as they were when they were last read, by their paths.
        stamps: those of the files that hold something to read, as they are now, by their paths.
    """

    known: Mapping[str, Opened]
    rows: Mapping[str, StatRow]
    stamps: Mapping[str, str]


@frozen(kw_only=True)
class Memory:
    """
    Asks the store about the files of a folder, and tells it what was read.

    Attributes:
        root: the evidence folder.
        store: where what was read is kept.
        scheme: ids of the catalogue, which documents may name.
    """

    root: Path
    store: Store
    scheme: IdScheme
    limits: ReadLimits
    _ids: str = field(init=False)

    @_ids.default
    def _of_ids(self) -> str:
        return hashlib.sha256("\0".join((f"{_linking.VERSION}", *self.scheme.ids)).encode("utf-8")).hexdigest()[:16]

    def recall(self, walked: Iterable[Walked]) -> Recalled:
        """Return what is known already of files, whatever they were called when they were read."""
        stamps = {one.path: stamp_of(one.status) for one in walked if one.status and state_of(one) is FileState.PRESENT}
        rows = self.store.stats(self.root)
        digests = dict(self._digests(stamps, rows))
        keys = {path: key_of(path, sha256) for path, sha256 in digests.items()}
        kept = dict(self._kept(set(keys.values())))
        known = {
            path: Opened(path, digests[path], key, kept[key][0], text=kept[key][1])
            for path, key in keys.items()
            if key in kept
        }
        return Recalled(known, rows, stamps)

    def keep(self, path: str, read: Read) -> str:
        """Keep a document that was read, and return its key."""
        key = key_of(path, read.sha256)
        text = f"{self._ids} {read.plain or _NOTHING_TO_SAY}\n{read.glanced}"
        self.store.put_document(DocumentRow(key, text, read.packed))
        return key

    def remember(self, recalled: Recalled, digests: Mapping[str, str]) -> None:
        """Note what the files are now; one that changed while it was read has another stamp the next time."""
        before, stamps = recalled.rows, recalled.stamps
        now = {path: StatRow(stamp, digests[path]) for path, stamp in stamps.items() if digests.get(path)}
        fresh = {path: row for path, row in now.items() if before.get(path) != row}
        self.store.remember(self.root, fresh, before.keys() - now.keys())

    def _digests(self, stamps: Mapping[str, str], rows: Mapping[str, StatRow]) -> Iterator[tuple[str, str]]:
        """Yield the digests of files that have not changed, and of others if the store may know what is in them."""
        may_match = not self.store.is_empty
        for path, stamp in stamps.items():
            row = rows.get(path)
            if row is not None and row.stamp == stamp:
                yield path, row.sha256
            elif may_match and (sha256 := self._digest(path)):
                yield path, sha256

    def _digest(self, path: str) -> str:
        """Return the digest of a file, or nothing if it cannot be opened."""
        try:
            with open_evidence(str(self.root), path, self.limits.file_bytes) as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except (UnreadableError, OSError):
            return ""

    def _kept(self, keys: set[str]) -> Iterator[tuple[str, tuple[str, str]]]:
        """Yield what the store has of *keys*: each with the mark of a plain document, and its glance as text."""
        others: list[str] = []
        for key, text in self.store.documents(keys):
            head, _, glanced = text.partition("\n")
            ids, _, plain = head.partition(" ")
            if ids == self._ids:
                yield key, ("" if plain == _NOTHING_TO_SAY else plain, glanced)
            else:
                others.append(key)
        for key in others:
            if (again := self._again(key)) is not None:
                yield key, again

    def _again(self, key: str) -> tuple[str, str] | None:
        """Glance once more through a document that was read for other criteria; the file itself stays closed."""
        try:
            document: DocumentText = unpack(self.store.passages(key) or b"")
        except ValueError:
            return None
        glanced = _linking.glance(document, self.scheme)
        return plain_mark(glanced), glance_text(glanced)


def reading_of(text: str, path: str) -> Reading:
    """
    Return a glance that was kept as JSON text, whatever its file was called when it was read.

    Raises:
        ValueError: the text is something else.
        RecursionError: the text is something else.
    """
    reading = reading_from_wire(json.loads(text))
    return reading if reading.path == path else evolve(reading, path=path)


def _unpacked(text: str, path: str) -> Reading:
    try:
        return reading_of(text, path)
    except (ValueError, RecursionError):  # somebody else has written into the store
        return Reading(path=path, faults=(ReadFault(Fault.CRASHED, "what was kept of it is not sound"),))


def key_of(path: str, sha256: str) -> str:
    """Return what a document is kept under: its bytes, and what else decides how they are read."""
    if not sha256:
        return ""
    _, dot, suffix = path[path.rfind("/") + 1 :].lstrip(".").rpartition(".")
    return f"{sha256}{_read_as(suffix if dot else '')}"


@lru_cache(maxsize=256)
def _read_as(suffix: str) -> str:
    """Return how files are read whose names end so; the same for all of them, and asked for each."""
    small = f".{suffix.lower()}" if suffix else ""
    return f"{small}/{digest_for(small)}"
