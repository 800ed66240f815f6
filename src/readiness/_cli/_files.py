"""Write files so that nobody ever meets half of one."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
READ_ONLY = "is read-only; allow changes to it first (in its properties, or with `chmod u+w`)"


def is_read_only(path: Path) -> bool:
    """Return whether a file is there and may not be changed; that its folder may be is another matter."""
    if not path.is_file():
        return False
    effective = os.access in os.supports_effective_ids
    return not (path.stat().st_mode & _WRITABLE and os.access(path, os.W_OK, effective_ids=effective))


def refuse_read_only(*paths: Path) -> None:
    """
    Refuse to begin where one of several files that belong together may not be changed.

    Raises:
        PermissionError: one is there and read-only.
    """
    for path in paths:
        if is_read_only(path):
            raise PermissionError(13, READ_ONLY, str(path))


def write_atomically(path: Path, data: bytes, last_look: Callable[[], None] | None = None) -> None:
    """
    Write *data* to *path*, which keeps its old content until the new one is complete.

    A pipe or a device, such as ``/dev/null``, is written to and stays what it is: it has no content to keep.

    Args:
        path: the file; its folder has to exist.
        data: the whole content.
        last_look: called just before the old content is replaced; what it raises keeps that in place.

    Raises:
        OSError: the file is read-only, or its folder does not exist, is locked, or is full; the old content is
            untouched.
    """
    target = path.resolve() if path.is_symlink() else path
    if target.is_dir():
        raise IsADirectoryError(21, "is a folder; give the name of a file", str(path))
    if is_read_only(target):  # it could be replaced all the same
        raise PermissionError(13, READ_ONLY, str(path))
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            stream.write(data)
        return
    _replace(path, target, data, last_look)


def _replace(path: Path, target: Path, data: bytes, last_look: Callable[[], None] | None) -> None:
    """Put a complete file in the place of *target*, which is said to be *path*."""
    try:
        descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    except PermissionError:
        raise PermissionError(13, "its folder may not be written to", str(path)) from None
    except FileNotFoundError:
        raise FileNotFoundError(2, "its folder does not exist; make it first", str(path)) from None
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(_mode(target))
        if last_look is not None:
            last_look()
        Path(temporary).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def _mode(target: Path) -> int:
    """Return the permissions of the file to be replaced, or those a new file gets here."""
    try:
        return target.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def replace_unchanged(path: Path, old: bytes, new: bytes) -> bool:
    """
    Replace the content of a file unless somebody else has changed it; return whether it was replaced.

    Args:
        path: the file.
        old: its content as it was read.
        new: what takes its place.

    Raises:
        OSError: the file cannot be read or replaced; it is untouched.
    """

    def last_look() -> None:
        if path.read_bytes() != old:
            raise _ChangedError

    try:
        with _alone_with(path):
            write_atomically(path, new, last_look)
    except _ChangedError:
        return False
    return True


class _ChangedError(Exception):
    """Somebody else has written the file since it was read."""


@contextlib.contextmanager
def _alone_with(path: Path) -> Iterator[None]:
    """
    Keep other runs of this program away from a file, where the system has locks.

    Who waited for the lock looks at the file under its name once more, so that the lock of a file that has been
    replaced meanwhile does no harm.
    """
    with path.open("rb") as stream:
        if sys.platform == "win32":  # a file that is open there cannot be replaced
            stream.close()
        else:
            import fcntl  # noqa: PLC0415 - not on Windows

            with contextlib.suppress(OSError):
                fcntl.flock(stream, fcntl.LOCK_EX)
        yield


def write_new(path: Path, data: bytes) -> None:
    """
    Write *data* to a file that must not exist yet.

    Raises:
        FileExistsError: there is one already; it is untouched.
    """
    with path.open("xb") as stream:
        stream.write(data)


def write_folder(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """
    Write a folder that must not exist yet; nobody ever meets half of it.

    Args:
        path: the folder; the one it stands in has to exist.
        files: name and content of each file.

    Raises:
        FileExistsError: there is something of that name already; it is untouched.
        OSError: the folder around it does not exist, is locked, or is full.
    """
    if path.exists() or path.is_symlink():
        raise FileExistsError(17, "is there already", str(path))
    try:
        temporary = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part"))
    except FileNotFoundError:
        raise FileNotFoundError(2, "its folder does not exist; make it first", str(path)) from None
    except PermissionError:
        raise PermissionError(13, "its folder may not be written to", str(path)) from None
    try:
        for name, data in files:
            write_new(temporary / name, data)
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o777 & ~mask)
        temporary.rename(path)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
