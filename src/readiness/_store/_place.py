"""Where the store is kept, and the files there, which nobody but their owner may read."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

VARIABLE = "READINESS_CACHE_DIR"
_OWNER_ONLY = 0o600
_TAGS = {
    "CACHEDIR.TAG": (
        "Signature: 8a477f597d28d172789f06886806bc55\n"
        "# What readiness has read before. It can be deleted at any time and need not be backed up.\n"
        "# See https://bford.info/cachedir/\n"
    ),
    ".gitignore": "*\n",
}


def default_place(environ: Mapping[str, str]) -> Path | None:
    """
    Return the folder for the store of this user.

    Args:
        environ: the environment; ``READINESS_CACHE_DIR`` names the folder itself, ``XDG_CACHE_HOME`` the one around it.

    Returns:
        The folder, which need not be there yet; ``None`` if there is no place for one, because the user has no home.

    >>> default_place({"READINESS_CACHE_DIR": "/var/tmp/readiness"}).as_posix()
    '/var/tmp/readiness'
    >>> default_place({"XDG_CACHE_HOME": "/var/tmp"}).as_posix()
    '/var/tmp/readiness'
    """
    if chosen := environ.get(VARIABLE):
        return Path(chosen)
    around = Path(environ.get("XDG_CACHE_HOME", ""))
    if around.is_absolute():  # a relative one is to be ignored, says its specification
        return around / "readiness"
    import platformdirs  # noqa: PLC0415 - not needed by a run without a store

    try:
        place = platformdirs.user_cache_path("readiness", appauthor=False)
    except RuntimeError:  # older ones return a path that is not absolute
        return None
    return place if place.is_absolute() else None


def prepare_place(place: Path) -> None:
    """
    Make the folder if it is not there, so that it is nobody else's, not backed up and not committed.

    Raises:
        OSError: it cannot be made, or something else stands in its place.
    """
    if place.is_dir():
        return
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, text in _TAGS.items():
        with suppress(OSError), os.fdopen(_new_file(place / name), "w", encoding="ascii") as file:
            file.write(text)


def prepare_file(file: Path) -> None:
    """
    See to it that *file* is an ordinary file which only its owner may read.

    A link in its place is removed, and what it leads to is left alone.

    Raises:
        OSError: something else stands in its place, or it cannot be made.
    """
    with suppress(FileNotFoundError):
        if not file.is_symlink():
            _keep_private(file, ordinary(file))
            return
        file.unlink()
    # Made here, not by SQLite, for the files beside it take over its permissions.
    with suppress(FileExistsError):
        os.close(_new_file(file))


def ordinary(file: Path) -> os.stat_result:
    """
    Return the status of an ordinary file.

    Raises:
        OSError: it is a folder, a link, a pipe that nobody writes to, or not there.
    """
    status = file.lstat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError(f"{file.name} is not a file")
    return status


def _new_file(file: Path) -> int:
    return os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)


def _keep_private(file: Path, status: os.stat_result) -> None:
    """Take back permissions that are too wide or too narrow; those of somebody else's file are his."""
    mine = hasattr(os, "geteuid") and status.st_uid == os.geteuid()
    if mine and stat.S_IMODE(status.st_mode) != _OWNER_ONLY:
        with suppress(OSError):
            file.chmod(_OWNER_ONLY)
