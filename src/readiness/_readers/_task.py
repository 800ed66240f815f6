"""The task of the cage: read one file of an evidence folder. Everything here runs inside a worker process."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from io import BufferedReader, FileIO
from typing import BinaryIO, TypedDict, cast

from attrs import evolve

from readiness.model import DocumentText, Fault, Passage, ReadFault, ReadItem, ReadLimits

from ._archive import shows_pictures
from ._collect import Collected, collect
from ._detect import detect, mismatch
from ._faults import UnreadableError, fault_of
from ._marks import marked
from ._open import open_evidence, stamp
from ._plugins import reader_name, reader_of
from ._source import Budget, Source
from ._wire import document_to_wire, limits_from_wire

_TAKEN_WHOLE = 8 << 20
_AROUND = frozenset({"picture", "header", "footer", "header or footer", "slide master", "watermark"})


class JobValue(TypedDict):
    """What the cage is handed for one file."""

    root: str
    path: str
    limits: list[int]
    careful: bool


def run(job: object) -> object:
    """Read the file that *job* names and return the document as JSON values."""
    value = cast("JobValue", job)
    limits = limits_from_wire(value["limits"])
    return document_to_wire(read_document(value["root"], value["path"], limits, careful=value["careful"]))


def read_document(root: str, path: str, limits: ReadLimits, *, careful: bool = False) -> DocumentText:
    """
    Read one file in this process, with every limit but those of time and memory.

    Args:
        root: the evidence folder.
        path: relative to it.
        limits: see `ReadLimits`.
        careful: take the way that survives what kills others; a format without one gives neither text nor fault.
    """
    try:
        file = open_evidence(root, path, limits.file_bytes)
    except (UnreadableError, OSError) as error:
        return DocumentText(path=path, faults=(fault_of(error),))
    with file:
        try:
            return _read_steady(file, path, limits, careful=careful)
        except OSError as error:
            return DocumentText(path=path, faults=(fault_of(error),))


def _read_steady(file: FileIO, path: str, limits: ReadLimits, *, careful: bool) -> DocumentText:
    """Read an open file unless it changes meanwhile; a small one is first taken whole, so that it cannot."""
    before = stamp(file)
    if before[0] > _TAKEN_WHOLE:
        buffered = BufferedReader(file)
        sha256 = hashlib.file_digest(buffered, "sha256").hexdigest()
        document = _read_open(buffered, path, sha256, limits, careful=careful)
        is_steady = stamp(file) == before
    else:
        data = file.read(before[0] + 1)
        is_steady = stamp(file) == before and len(data) == before[0]
        document = DocumentText(path=path)
        if is_steady:
            document = _read_open(io.BytesIO(data), path, hashlib.sha256(data).hexdigest(), limits, careful=careful)
    return document if is_steady else DocumentText(path=path, faults=(ReadFault(Fault.VANISHED, "it changed"),))


def _read_open(file: BinaryIO, path: str, sha256: str, limits: ReadLimits, *, careful: bool) -> DocumentText:
    try:
        format_ = detect(file, path)
    except Exception as error:  # noqa: BLE001  # a damaged container shows itself here first
        return DocumentText(path=path, faults=(fault_of(error),), sha256=sha256)
    source = Source(
        name=path,
        file=file,
        limits=limits,
        budget=Budget(limits.unpacked_bytes, limits.entries),
        dispatch=_dispatch,
        careful=careful,
    )
    if careful and not reader_of(format_).second_try:
        return DocumentText(path=path, format=format_, sha256=sha256, reader=reader_name(format_))
    file.seek(0)
    read = collect(reader_of(format_).read(source), limits)
    if not any(map(_is_body, read.passages)) and set(read.faults) <= {ReadFault(Fault.EMPTY)} and shows_pictures(file):
        read.faults = [ReadFault(Fault.SCANNED, "it holds pictures only")]
    return _document(path, format_, sha256, read)


def _is_body(passage: Passage) -> bool:
    """Tell text proper from what stands around or describes pictures, which a scan may have too."""
    return passage.locator.part.rpartition(", ")[2] not in _AROUND


def _dispatch(source: Source) -> Iterator[ReadItem]:
    """Choose the reader of a document that was found inside another."""
    format_ = detect(source.file, source.name)
    if source.careful and reader_of(format_).native:
        raise UnreadableError(Fault.CRASHED, "reading the file that holds it ended the reader once")
    source.file.seek(0)
    yield from reader_of(format_).read(source)


def _document(path: str, format_: str, sha256: str, read: Collected) -> DocumentText:
    facts = marked(read.facts, read.passages)
    if wrong := mismatch(path, format_):
        facts = evolve(facts, suffix_mismatch=wrong)
    return DocumentText(
        path=path,
        format=format_,
        passages=tuple(read.passages),
        facts=facts,
        faults=tuple(read.faults),
        sha256=sha256,
        truncated=read.truncated,
        reader=reader_name(format_),
    )
