"""Documents that somebody put into an Office document as objects, or that a Word document is stitched together from."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Callable, Iterator
from functools import partial

from readiness.model import Fault, ReadFault, ReadItem

from ._archive import Package
from ._detect import detect
from ._detect_ole import OLE_MAGIC
from ._faults import UnreadableError, fault_of
from ._ole_objects import unwrapped
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
        if name in package and not name.endswith("/"):
            yield from document_inside(source, f"embedded {posixpath.basename(name)}", partial(package.read, name))


def document_inside(source: Source, label: str, load: Callable[[], bytes]) -> Iterator[ReadItem]:
    """Yield what the document says that *load* fetches, if it is one; what goes wrong is a fault of it alone."""
    try:
        data = load()
    except Exception as error:  # noqa: BLE001  # one bad object must not cost what comes after it
        yield ReadFault(fault_of(error).fault, f"{label}: {fault_of(error).detail}")
        return
    inner, data = _unwrapped(label, data)
    if not _is_unknown_object(data, inner):
        yield from source.inside(inner, data)


def _unwrapped(label: str, data: bytes) -> tuple[str, bytes]:
    """Return the document that an object file wraps, under its own name; a file that wraps none as it is."""
    if not data.startswith(OLE_MAGIC):
        return label, data
    try:
        name, inner = unwrapped(data) or ("", data)
    except Exception:  # noqa: BLE001  # whoever reads it says what is wrong with it
        return label, data
    return f"embedded {name}" if name else label, inner


def _is_unknown_object(data: bytes, name: str) -> bool:
    try:
        detect(io.BytesIO(data), name)
    except UnreadableError as error:
        return error.fault in {Fault.UNKNOWN_FORMAT, Fault.EMPTY}
    except Exception:  # noqa: BLE001  # the reader that is chosen says what is wrong with it
        return False
    return False
