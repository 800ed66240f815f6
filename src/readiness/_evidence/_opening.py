"""Open the documents of a folder: what is known of them already from the store, the rest through the cage."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from readiness import _cage
from readiness._ids import IdScheme
from readiness._linking import asked_to_wire, reading_from_wire
from readiness._readers import clean, limits_to_wire
from readiness._store import Store
from readiness.model import DocumentText, EvidenceFolder, Fault, FileState, ReadFault, Reading, ReadLimits

from ._files import state_of
from ._interest import Interest
from ._memory import Memory, Opened, Recalled, key_of
from ._packing import unpack
from ._walk import Walked

if TYPE_CHECKING:
    from readiness._cage import Job, Outcome

    from ._task import Context

_TASK = "readiness._evidence._task:prepare"
_DEATHS = {"time": Fault.TOO_SLOW, "memory": Fault.TOO_MUCH_MEMORY}
_REFUSED = (ReadFault(Fault.NOT_PERMITTED),)
_PASSING = frozenset(
    {Fault.TOO_SLOW, Fault.TOO_MUCH_MEMORY, Fault.CRASHED, Fault.NOT_PERMITTED, Fault.VANISHED, Fault.NOT_A_FILE}
)
"""Faults that another run may not meet; what was read with one of them is not kept."""
_USUAL = ReadLimits()

Told = Callable[[int, int], None]
Noted = Callable[[str, float | None], None]


def no_word(_done: int, _total: int) -> None:
    """Tell nobody how far the reading is."""


def no_note(_path: str, _seconds: float | None) -> None:
    """Tell nobody of a document."""


@frozen(kw_only=True)
class Opener:
    """
    Opens documents.

    Attributes:
        root: the evidence folder.
        store: where what was read is kept.
        scheme: ids of the catalogue, which documents may name.
        interest: what is looked for in which documents.
        told: is told how many documents have been read, of how many that have to be.
        noted: is told of each document how many seconds it took, or ``None`` if it was known already.
        limits: see `ReadLimits`.
        workers: processes; ``None`` means one for each processor.
    """

    root: Path
    store: Store
    scheme: IdScheme
    interest: Interest = field(factory=Interest)
    told: Told = no_word
    noted: Noted = no_note
    limits: ReadLimits = _USUAL
    workers: int | None = None
    memory: Memory = field(init=False)

    @memory.default
    def _own_memory(self) -> Memory:
        return Memory(root=self.root, store=self.store, scheme=self.scheme, limits=self.limits)

    def open_all(self, walked: Sequence[Walked], recalled: Recalled) -> Iterator[tuple[Walked, Opened | None]]:
        """
        Yield every file of *walked* with what opening it gave; ``None`` for what holds nothing to open.

        Args:
            walked: from the walk.
            recalled: what is known of them; nothing of it is read again.
        """
        present = [one for one in walked if state_of(one) is FileState.PRESENT]
        unread = [one for one in present if one.path not in recalled.known]
        fresh = {one.path for one in unread}
        digests = {path: one.sha256 for path, one in recalled.known.items()}
        with closing(self._read(unread)) as read:
            for one in walked:
                opened = next(read) if one.path in fresh else recalled.known.get(one.path)
                if opened is not None:
                    self.noted(one.path, opened.seconds)
                    digests[one.path] = opened.sha256
                yield one, opened
        self.memory.remember(present, digests, recalled.rows)

    def document(self, opened: Opened) -> DocumentText | None:
        """Return a document with its passages, read again if they were not kept; ``None`` if it is gone."""
        packed = opened.packed or (self.store.passages(opened.key) if opened.key else None)
        for one in (packed, None):
            try:
                return unpack(one or self._packed_again(opened.path))
            except ValueError:
                continue
        return None

    def documents(self, folder: EvidenceFolder, paths: Iterable[str]) -> dict[str, DocumentText]:
        """Return the passages of documents that were opened before; one that cannot be read is left out."""
        readings = [folder.reading(path) for path in sorted(paths)]
        opened = (Opened.fresh(one, key_of(one.path, one.sha256)) for one in readings if one is not None)
        found = ((one.path, self.document(one)) for one in opened)
        return {path: document for path, document in found if document is not None}

    def _packed_again(self, path: str) -> bytes:
        with closing(self._read([Walked(path)])) as read:
            return next(read).packed

    def _read(self, missing: Sequence[Walked]) -> Generator[Opened]:
        """Read files through the cage and keep what came of them, in the order of *missing*."""
        if not missing:
            return
        root = str(self.root)
        allowed = [_may_open(f"{root}/{one.path}") for one in missing]
        jobs = (self._job(one) for one, may in zip(missing, allowed, strict=True) if may)
        with _cage.Cage(_TASK, context=self._context(), workers=self.workers) as cage:
            outcomes = cage.run_all(jobs)
            for number, (one, may) in enumerate(zip(missing, allowed, strict=True), start=1):
                opened = self._opened(one.path, next(outcomes)) if may else _refused(one.path)
                self.told(number, len(missing))
                yield opened

    def _context(self) -> Context:
        return {
            "root": str(self.root),
            "limits": limits_to_wire(self.limits),
            "ids": list(self.scheme.ids),
            "asked": asked_to_wire(self.interest.asked),
        }

    def _job(self, walked: Walked) -> Job:
        described = self.interest.described.get(walked.path)
        return _cage.Job((walked.path, False, described), (walked.path, True, described))

    def _opened(self, path: str, outcome: Outcome) -> Opened:
        return evolve(self._keep(path, outcome), seconds=outcome.seconds)

    def _keep(self, path: str, outcome: Outcome) -> Opened:
        """Return what a worker made of a file, and keep it if another run would come to the same."""
        cause = outcome.death.value if outcome.death else ""
        death = ReadFault(_DEATHS.get(cause, Fault.CRASHED), clean(outcome.detail)[:500])
        try:
            glanced, packed, looked = _checked(outcome.value)
            reading = reading_from_wire(json.loads(glanced))
            if reading.path != path:
                reading = evolve(reading, path=path)
        except (ValueError, RecursionError):
            return Opened.fresh(Reading(path=path, faults=(death,)))
        if not reading.readable and not reading.faults:
            return Opened.fresh(evolve(reading, faults=(death,)))
        if not reading.sha256 or any(one.fault in _PASSING for one in reading.faults):
            return Opened.fresh(reading, packed=packed, looked=looked)
        return Opened.fresh(reading, self.memory.keep(reading, glanced, packed), packed, looked)


def _refused(path: str) -> Opened:
    return evolve(Opened.fresh(Reading(path=path, faults=_REFUSED)), seconds=0.0)


def _may_open(path: str) -> bool:
    """Return whether it is worth handing a file to a worker, which has no more rights than this process."""
    return os.access(path, os.R_OK, effective_ids=os.access in os.supports_effective_ids)


def _checked(answer: object) -> tuple[str, bytes, str]:
    """
    Return what a worker answered: the glance, the document, the closer look.

    Raises:
        ValueError: it answered something else.
    """
    if not isinstance(answer, list) or list(map(type, answer)) != [str, str, str]:
        raise ValueError("a worker answered something else")
    glanced, packed, looked = answer
    return glanced, base64.b64decode(packed, validate=True), looked
