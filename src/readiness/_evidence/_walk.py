"""Walk a folder in a fixed order, without following links out of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

_CLUTTER = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
_LOCKS = ("~$", ".~lock.")
_DEEPEST = 100
_ELSEWHERE = "a link to a folder, which is read where it stands"


@frozen
class Walked:
    """
    One entry of a folder.

    Attributes:
        path: relative to the folder, with ``/`` between parts.
        skipped: why it was passed over; empty for a file to look at.
        blind: whether something may be hidden behind it that ought to be looked at.
        status: what the system says of a file to look at; ``None`` if it would not, and for what was passed over.
    """

    path: str
    skipped: str = ""
    blind: bool = False
    status: os.stat_result | None = None


def walk(folder: Path) -> Iterator[Walked]:
    """
    Yield every file below *folder*, sorted by path, and everything passed over with the reason.

    Args:
        folder: an existing folder.
    """
    yield from _walk(folder, "", folder.resolve())


def _walk(folder: Path, prefix: str, root: Path) -> Iterator[Walked]:
    if prefix.count("/") > _DEEPEST:
        yield Walked(prefix.rstrip("/"), f"folders nested more than {_DEEPEST} deep; move it up", blind=True)
        return
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield Walked(prefix.rstrip("/") or ".", f"the folder cannot be opened: {error.strerror or error}", blind=True)
        return
    for entry in listed:
        path = prefix + entry.name
        if reason := _passed_over(entry.name):
            yield Walked(_printable(path), reason)
        elif not _is_text(path):
            yield Walked(_printable(path), "the name is not valid text on this system; rename it", blind=True)
        elif entry.is_symlink() and (reason := _bad_link(entry, root)):
            yield Walked(path, reason, blind=reason != _ELSEWHERE)
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), f"{path}/", root)
        else:
            yield Walked(path, status=_status(entry))


def _status(entry: os.DirEntry[str]) -> os.stat_result | None:
    try:
        return entry.stat()
    except OSError:
        return None


def _passed_over(name: str) -> str:
    if name.startswith(_LOCKS):
        return "a lock file of an office program"
    if name.casefold() in _CLUTTER:
        return "a file of the operating system"
    if name.startswith("."):
        return "hidden"
    return ""


def _bad_link(entry: os.DirEntry[str], root: Path) -> str:
    """Return why a link is not followed; a link to a file inside the folder is."""
    try:
        target = Path(entry.path).resolve(strict=True)
    except (OSError, RuntimeError):
        return "a link that leads nowhere"
    if not target.is_relative_to(root):
        return "a link that leads out of the evidence folder"
    return _ELSEWHERE if target.is_dir() else ""


def _is_text(path: str) -> bool:
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _printable(path: str) -> str:
    return path.encode("utf-8", "replace").decode("utf-8")
