"""Reading many documents through the cage: the only part of this package that runs in the caller's process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import evolve

from readiness._cage import Cage, CageLimits, Death, Job, Outcome
from readiness.model import DocumentText, Fault, ReadFault, ReadLimits

from ._collect import clean
from ._wire import document_from_wire, limits_to_wire

_TASK = "readiness._readers._task:run"
_FAULTS = {Death.TIME: Fault.TOO_SLOW, Death.MEMORY: Fault.TOO_MUCH_MEMORY, Death.CRASH: Fault.CRASHED}


def read_documents(
    root: Path,
    paths: Iterable[str],
    *,
    limits: ReadLimits | None = None,
    cage_limits: CageLimits | None = None,
    workers: int | None = None,
) -> Iterator[DocumentText]:
    """
    Read files of an evidence folder in worker processes and yield one document for each, in the order of *paths*.

    Nothing a file holds can raise, hang or crash here: whatever goes wrong is a fault of its document.

    Args:
        root: the evidence folder.
        paths: relative to it, with ``/`` between parts; taken only as they are needed.
        limits: how much of a document is read; see `ReadLimits`.
        cage_limits: what a worker is allowed; see `CageLimits`.
        workers: processes; ``None`` means one for each processor.

    Raises:
        ReadinessError: worker processes cannot be started at all.
    """
    given = limits_to_wire(limits or ReadLimits())
    asked: list[str] = []
    with Cage(_TASK, workers=workers, limits=cage_limits) as cage:
        for outcome in cage.run_all(_jobs(root, paths, given, asked)):
            yield _document(asked.pop(0), outcome)


def _jobs(root: Path, paths: Iterable[str], limits: list[int], asked: list[str]) -> Iterator[Job]:
    """Make a job of each path and note it down in *asked*."""
    for path in paths:
        asked.append(path)
        value = {"root": str(root), "path": path, "limits": limits, "careful": False}
        yield Job(value, {**value, "careful": True})


def _document(path: str, outcome: Outcome) -> DocumentText:
    death = ReadFault(_FAULTS[outcome.death or Death.CRASH], clean(outcome.detail)[:500])
    if outcome.value is None:
        return DocumentText(path=path, faults=(death,))
    try:
        document = document_from_wire(outcome.value)
    except ValueError:
        return DocumentText(path=path, faults=(ReadFault(Fault.CRASHED, "its reader answered with nonsense"),))
    silent = not document.passages and not document.faults
    return evolve(document, path=path, faults=(death,) if silent else document.faults)
