"""Objects inside OpenDocument files: folders that are documents of their own, and files of other programs."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import partial

from readiness.model import ReadItem

from ._archive import Package
from ._embedded import document_inside
from ._source import Source

_CONTENT = re.compile(r"(?P<object>(?:[^/]+/)*[^/]+)/content\.xml")
_FILE = re.compile(r"(?:ObjBFFF\w+|Object \d+|[^/]*\.bin)", re.IGNORECASE)


def embedded_odf(package: Package, source: Source) -> Iterator[ReadItem]:
    """
    Yield what the objects inside say.

    An object is packed up as the document that it is and read by whoever reads such documents; charts are passed over,
    since the table they are drawn from is shown elsewhere or not at all.
    """
    for name in sorted(package.names):
        if found := _CONTENT.fullmatch(name):
            yield from document_inside(
                source, f"embedded {found['object']}", partial(_packed, package, found["object"])
            )
        elif _FILE.fullmatch(name):
            yield from document_inside(source, f"embedded {name}", partial(package.read, name))


def _packed(package: Package, folder: str) -> bytes:
    """Pack the parts of an object as a document of its own."""
    out = io.BytesIO()
    content = package.read(f"{folder}/content.xml")
    kind = next(
        (sort for sort in ("text", "spreadsheet", "presentation") if b"<office:" + sort.encode() in content), ""
    )
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind or 'chart'}")
        packed.writestr("content.xml", content)
    return out.getvalue()
