"""Packed folders: every file inside is read as if it stood in the evidence folder, within common limits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from readiness.model import ReadFault, ReadItem

from ._archive import Package
from ._faults import UnreadableError
from ._source import Source

_LITTER = ("__macosx/", ".ds_store", "thumbs.db", "desktop.ini")


def read(source: Source) -> Iterator[ReadItem]:
    """
    Read each file of a packed folder as if it stood in the evidence folder; a name is only shown, never opened.

    Places:
        name of the file, with the place in it.

    Facts:
        what is left in the documents inside: tracked changes, comments, macros.

    Not read:
        files inside files inside files, beyond a depth of three, which is reported.
    """
    package = Package(source)
    for name in sorted(set(package.names)):
        if name.endswith("/") or _is_litter(name):
            continue
        try:
            data = package.read(name)
        except UnreadableError as error:
            yield ReadFault(error.fault, f"{name}: {error.detail}" if error.detail != name else name)
            continue
        yield from source.inside(name, data)


def _is_litter(name: str) -> bool:
    """Tell what operating systems leave behind."""
    return name.lower().startswith(_LITTER[0]) or PurePosixPath(name).name.lower() in _LITTER[1:]
