"""Documents that somebody put into an Office document as objects, or that a Word document is stitched together from."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator

from readiness.model import Fault, ReadFault, ReadItem

from ._archive import Package
from ._detect import detect
from ._faults import UnreadableError
from ._source import Source


def embedded_documents(package: Package, source: Source, chunks: tuple[str, ...] = ()) -> Iterator[ReadItem]:
    """
    Yield what the documents inside say.

    Objects of programs that nobody here knows, such as equations, are passed over: the document shows them as pictures.

    Args:
        package: the document.
        source: the same, for the way down.
        chunks: further parts that are documents of their own.
    """
    for name in sorted({*(part for part in package.names if "/embeddings/" in part.lower()), *chunks}):
        if name not in package or name.endswith("/"):
            continue
        label = f"embedded {posixpath.basename(name)}"
        try:
            data = package.read(name)
        except UnreadableError as error:
            yield ReadFault(error.fault, f"{label}: {error.detail}")
            continue
        if not _is_unknown_object(data, name):
            yield from source.inside(label, data)


def _is_unknown_object(data: bytes, name: str) -> bool:
    try:
        detect(io.BytesIO(data), name)
    except UnreadableError as error:
        return error.fault in {Fault.UNKNOWN_FORMAT, Fault.EMPTY}
    except Exception:  # noqa: BLE001  # the reader that is chosen says what is wrong with it
        return False
    return False
