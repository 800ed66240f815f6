"""Open the documents of a folder: what is known of them already from the store, the rest through the cage."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from readiness import _cage
from readiness._ids import IdScheme
from readiness._linking import asked_to_wire
from readiness._readers import clean, limits_to_wire
from readiness._store import Store
from readiness.model import DocumentText, EvidenceFolder, Fault, ReadFault, Reading, ReadLimits

from ._interest import Interest
from ._memory import Memory, Opened, Recalled, key_of, reading_of
from ._packing import Read, unpack
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
_NOTHING: Mapping[str, Opened] = MappingProxyType({})

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
        sought: what every document is surveyed for; ``None`` for no survey.
    """

    root: Path
    store: Store
    scheme: IdScheme
    interest: Interest = field(factory=Interest)
    told: Told = no_word
    noted: Noted = no_note
    limits: ReadLimits = _USUAL
    workers: int | None = None
    sought: Any = None
    memory: Memory = field(init=False)

    @memory.default
    def _own_memory(self) -> Memory:
        return Memory(root=self.root, store=self.store, scheme=self.scheme, limits=self.limits)

    def open_all(
        self, walked: Sequence[Walked], recalled: Recalled, unsurveyed: Collection[str] = ()
    ) -> Iterator[tuple[Walked, Opened | None]]:
        """
        Yield every file of *walked* with what opening it gave; ``None`` for what holds nothing to open.

        Args:
            walked: from the walk.
            recalled: what is known of them; nothing of it is read again.
            unsurveyed: paths of what is known and has to be surveyed all the same.
        """
        known = recalled.known
        unread = [
            one for one in walked if one.path in recalled.stamps and (one.path not in known or one.path in unsurveyed)
        ]
        fresh = {one.path for one in unread}
        digests = {path: one.sha256 for path, one in known.items()}
        with closing(self._read(unread, known)) as read:
            for one in walked:
                opened = next(read) if one.path in fresh else known.get(one.path)
                if opened is not None:
                    self.noted(one.path, opened.seconds)
                    digests[one.path] = opened.sha256
                yield one, opened
        self.memory.remember(recalled, digests)

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

    def surveyed(self, opened: Opened) -> str:
        """Return a survey of a document that was opened before, as JSON text; empty if it cannot be had."""
        with closing(self._read([Walked(opened.path)], {opened.path: opened})) as read:
            return next(read).surveyed

    def _packed_again(self, path: str) -> bytes:
        with closing(self._read([Walked(path)])) as read:
            return next(read).packed

    def _read(self, missing: Sequence[Walked], known: Mapping[str, Opened] = _NOTHING) -> Generator[Opened]:
        """Read files through the cage, or survey what is *known* there, and keep what came of it, in their order."""
        if not missing:
            return
        root = str(self.root)
        allowed = [_may_open(f"{root}/{one.path}") for one in missing]
        jobs = (self._job(one, known) for one, may in zip(missing, allowed, strict=True) if may)
        with _cage.Cage(_TASK, context=self._context(missing), workers=self.workers) as cage:
            outcomes = cage.run_all(jobs)
            for number, (one, may) in enumerate(zip(missing, allowed, strict=True), start=1):
                opened = self._opened(one.path, next(outcomes), known.get(one.path)) if may else _refused(one.path)
                self.told(number, len(missing))
                yield opened

    def _context(self, missing: Iterable[Walked]) -> Context:
        return {
            "root": str(self.root),
            "limits": limits_to_wire(self.limits),
            "ids": list(self.scheme.ids),
            "asked": asked_to_wire(self.interest.asked),
            "sought": self.sought,
            "suffixes": sorted({os.path.splitext(one.path)[1].lower() for one in missing}),  # noqa: PTH122 - it is quick
        }

    def _job(self, walked: Walked, known: Mapping[str, Opened]) -> Job:
        if walked.path in known and (packed := self.store.passages(known[walked.path].key)):
            return _cage.Job(walked.path, data=packed)
        described = self.interest.described.get(walked.path)
        return _cage.Job((walked.path, False, described), (walked.path, True, described))

    def _opened(self, path: str, outcome: Outcome, known: Opened | None) -> Opened:
        try:
            read = Read.from_wire(outcome.value, outcome.data)
            opened = self._keep(path, read, outcome) if read.glanced or known is None else known
            opened.surveyed = read.surveyed
        except (ValueError, RecursionError):
            if known is not None:
                return known
            opened = Opened.fresh(Reading(path=path, faults=(_end_of(outcome),)))
        if opened is not known:
            opened.seconds = outcome.seconds
        return opened

    def _keep(self, path: str, read: Read, outcome: Outcome) -> Opened:
        """
        Return what a worker made of a file, and keep it if another run would come to the same.

        The glance at a plain document is unpacked only when somebody asks for it, and most are never asked for.

        Raises:
            ValueError: the worker answered with nonsense.
        """
        opened = Opened(path, read.sha256, plain=read.plain, packed=read.packed, looked=read.looked, text=read.glanced)
        if not read.plain:
            reading = reading_of(read.glanced, path)
            if not reading.readable and not reading.faults:
                return Opened.fresh(evolve(reading, faults=(_end_of(outcome),)))
            if not read.sha256 or any(one.fault in _PASSING for one in reading.faults):
                return opened
        opened.key = self.memory.keep(path, read)
        return opened


def _end_of(outcome: Outcome) -> ReadFault:
    """Return what is said of a document whose worker died over it."""
    cause = outcome.death.value if outcome.death else ""
    return ReadFault(_DEATHS.get(cause, Fault.CRASHED), clean(outcome.detail)[:500])


def _refused(path: str) -> Opened:
    opened = Opened.fresh(Reading(path=path, faults=_REFUSED))
    opened.seconds = 0.0
    return opened


def _may_open(path: str) -> bool:
    """Return whether it is worth handing a file to a worker, which has no more rights than this process."""
    return os.access(path, os.R_OK, effective_ids=os.access in os.supports_effective_ids)
