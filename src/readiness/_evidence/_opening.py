"""Open the documents of a folder: what is known of them already from the store, the rest through the cage."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from io import BufferedReader
from pathlib import Path, PurePosixPath
from typing import Any, cast

from attrs import evolve, field, frozen

from readiness._cage import Cage, Death, Job, Outcome
from readiness._ids import IdScheme
from readiness._linking import glance, reading_from_wire, reading_to_wire
from readiness._readers import READERS_DIGEST, UnreadableError, limits_to_wire, open_evidence
from readiness._store import DocumentRow, StatRow, Store, stamp_of
from readiness.model import DocumentText, EvidenceFolder, Fault, FileState, ReadFault, Reading, ReadLimits

from ._files import state_of
from ._task import unpack
from ._walk import Walked

_TASK = "readiness._evidence._task:run"
_DEATHS = {Death.TIME: Fault.TOO_SLOW, Death.MEMORY: Fault.TOO_MUCH_MEMORY, Death.CRASH: Fault.CRASHED}
_REFUSED = (ReadFault(Fault.NOT_PERMITTED),)
_PASSING = frozenset(
    {Fault.TOO_SLOW, Fault.TOO_MUCH_MEMORY, Fault.CRASHED, Fault.NOT_PERMITTED, Fault.VANISHED, Fault.NOT_A_FILE}
)
"""Faults that another run may not meet; what was read with one of them is not kept."""

_USUAL = ReadLimits()

Told = Callable[[int, int], None]


def no_word(_done: int, _total: int) -> None:
    """Tell nobody how far the reading is."""


@frozen
class Opened:
    """
    A document that was opened, now or earlier.

    Attributes:
        reading: without a closer look.
        key: under which the store has it; empty if it was not kept.
        packed: the document, if it was read just now.
    """

    reading: Reading
    key: str = ""
    packed: bytes = b""


@frozen(kw_only=True)
class Opener:
    """
    Opens documents.

    Attributes:
        root: the evidence folder.
        store: where what was read is kept.
        scheme: ids of the catalogue, which documents may name.
        told: is told how many documents have been read, of how many that have to be.
        limits: see `ReadLimits`.
        workers: processes; ``None`` means one for each processor.
    """

    root: Path
    store: Store
    scheme: IdScheme
    told: Told = no_word
    limits: ReadLimits = _USUAL
    workers: int | None = None
    ids_digest: str = field(init=False)

    @ids_digest.default
    def _of_ids(self) -> str:
        return hashlib.sha256("\0".join(self.scheme.ids).encode("utf-8")).hexdigest()[:16]

    def open_all(self, walked: Sequence[Walked]) -> Iterator[tuple[Walked, Opened | None]]:
        """
        Yield every file of *walked* with what opening it gave; ``None`` for what holds nothing to open.

        Nothing that is known already is read again, whatever it was called when it was read.
        """
        present = [one for one in walked if state_of(one) is FileState.PRESENT]
        rows = self.store.stats(self.root)
        digests = self._known_digests(present, rows)
        kept = self._kept({self._key(path, sha256) for path, sha256 in digests.items()})
        missing = [one for one in present if self._key(one.path, digests.get(one.path, "")) not in kept]
        unread = {one.path for one in missing}
        with closing(self._read(missing)) as read:
            for one in walked:
                if one.path in unread:
                    opened = next(read)
                    digests[one.path] = opened.reading.sha256
                    yield one, opened
                elif one.path in digests:
                    key = self._key(one.path, digests[one.path])
                    yield one, Opened(evolve(kept[key], path=one.path), key)
                else:
                    yield one, None
        self._remember(present, digests, rows)

    def document(self, opened: Opened) -> DocumentText | None:
        """Return a document with its passages, read again if they were not kept; ``None`` if it is gone."""
        packed = opened.packed or (self.store.passages(opened.key) if opened.key else None)
        for one in (packed, None):
            try:
                return unpack(one or self._packed_again(opened.reading.path))
            except ValueError:
                continue
        return None

    def documents(self, folder: EvidenceFolder, paths: Iterable[str]) -> dict[str, DocumentText]:
        """Return the passages of documents that were opened before; one that cannot be read is left out."""
        readings = [folder.reading(path) for path in sorted(paths)]
        opened = (Opened(one, self._key(one.path, one.sha256)) for one in readings if one is not None)
        found = ((one.reading.path, self.document(one)) for one in opened)
        return {path: document for path, document in found if document is not None}

    def _packed_again(self, path: str) -> bytes:
        with closing(self._read([Walked(path)])) as read:
            return next(read).packed

    def _key(self, path: str, sha256: str) -> str:
        """Return what a document is kept under: its bytes, and what else decides how they are read."""
        return f"{sha256}{PurePosixPath(path).suffix.lower()}/{READERS_DIGEST}" if sha256 else ""

    def _remember(self, present: Iterable[Walked], digests: Mapping[str, str], before: Mapping[str, StatRow]) -> None:
        """Note what the files are now; a file that changed while it was read has another stamp the next time."""
        stamps = {one.path: stamp_of(one.status) for one in present if one.status}
        now = {path: StatRow(stamp, digests[path]) for path, stamp in stamps.items() if digests.get(path)}
        fresh = {path: row for path, row in now.items() if before.get(path) != row}
        self.store.remember(self.root, fresh, before.keys() - now.keys())

    def _known_digests(self, present: Iterable[Walked], rows: Mapping[str, StatRow]) -> dict[str, str]:
        """Return the digests of files that have not changed, and of the others if the store may know their content."""
        known: dict[str, str] = {}
        may_match = not self.store.is_empty
        for one in present:
            row = rows.get(one.path)
            if row is not None and one.status is not None and row.stamp == stamp_of(one.status):
                known[one.path] = row.sha256
            elif may_match and (sha256 := self._digest(one.path)):
                known[one.path] = sha256
        return known

    def _digest(self, path: str) -> str:
        """Return the digest of a file, or nothing if it cannot be opened."""
        try:
            with open_evidence(str(self.root), path, self.limits.file_bytes) as file:
                return hashlib.file_digest(cast("BufferedReader", file), "sha256").hexdigest()
        except (UnreadableError, OSError):
            return ""

    def _kept(self, keys: set[str]) -> Mapping[str, Reading]:
        """Return what the store has of *keys*; a glance for other criteria is taken anew from the passages."""
        found: dict[str, Reading] = {}
        for key, text in self.store.documents(keys):
            reading = self._from_text(text) or self._again(key)
            if reading is not None:
                found[key] = reading
        return found

    def _from_text(self, text: str) -> Reading | None:
        """Return the glance that the store kept, if it is sound and was taken for the same criteria."""
        try:
            value = json.loads(text)
            return reading_from_wire(value["glance"]) if value["ids"] == self.ids_digest else None
        except (ValueError, KeyError, TypeError):
            return None

    def _again(self, key: str) -> Reading | None:
        """Glance once more through a document that was read for other criteria; the file itself stays closed."""
        packed = self.store.passages(key)
        if packed is None:
            return None
        try:
            reading = glance(unpack(packed), self.scheme)
        except ValueError:
            return None
        self.store.put_document(DocumentRow(key, self._to_text(reading_to_wire(reading)), packed))
        return reading

    def _to_text(self, wire: object) -> str:
        return json.dumps({"ids": self.ids_digest, "glance": wire}, ensure_ascii=False, separators=(",", ":"))

    def _read(self, missing: Sequence[Walked]) -> Generator[Opened]:
        """Read files through the cage and keep what came of them, in the order of *missing*."""
        allowed = [_may_open(self.root / one.path) for one in missing]
        jobs = (self._job(one) for one, may in zip(missing, allowed, strict=True) if may)
        with Cage(_TASK, workers=self.workers) as cage:
            outcomes = cage.run_all(jobs)
            for number, (one, may) in enumerate(zip(missing, allowed, strict=True), start=1):
                opened = self._keep(one.path, next(outcomes)) if may else _refused(one.path)
                self.told(number, len(missing))
                yield opened

    def _job(self, walked: Walked) -> Job:
        value = {
            "root": str(self.root),
            "path": walked.path,
            "limits": limits_to_wire(self.limits),
            "careful": False,
            "ids": list(self.scheme.ids),
        }
        return Job(value, {**value, "careful": True})

    def _keep(self, path: str, outcome: Outcome) -> Opened:
        death = ReadFault(_DEATHS[outcome.death or Death.CRASH], outcome.detail)
        try:
            answer = cast("Mapping[str, Any]", outcome.value)
            reading = evolve(reading_from_wire(answer["glance"]), path=path)
            packed = base64.b64decode(answer["packed"], validate=True)
        except (ValueError, KeyError, TypeError):
            return Opened(Reading(path=path, faults=(death,)))
        if not reading.readable and not reading.faults:
            return Opened(evolve(reading, faults=(death,)))
        if not reading.sha256 or any(one.fault in _PASSING for one in reading.faults):
            return Opened(reading, packed=packed)
        key = self._key(path, reading.sha256)
        self.store.put_document(DocumentRow(key, self._to_text(answer["glance"]), packed))
        return Opened(reading, key, packed)


def _refused(path: str) -> Opened:
    return Opened(Reading(path=path, faults=_REFUSED))


def _may_open(path: Path) -> bool:
    """Return whether it is worth handing a file to a worker, which has no more rights than this process."""
    return os.access(path, os.R_OK, effective_ids=os.access in os.supports_effective_ids)
