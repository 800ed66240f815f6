"""Limits that a worker lays upon itself before it touches a document."""

from __future__ import annotations

import sys


def in_bytes(largest: int) -> int:
    """Return a system's figure of the most memory that a process used as bytes: most systems count in kibibytes."""
    return largest if sys.platform == "darwin" else largest * 1024


if sys.platform == "win32":  # no such module there: only the clock of the parent limits a worker

    def confine(memory: int, open_files: int) -> None:
        """Do nothing; see the module."""

    def allow_cpu(seconds: float) -> None:
        """Do nothing; see the module."""

    def most_memory() -> int:
        """Return 0; see the module."""
        return 0

else:
    import resource

    def confine(memory: int, open_files: int) -> None:
        """Allow this process *memory* bytes of address space, *open_files* descriptors, and no writing of files."""
        for kind, limit in (
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_NOFILE, open_files),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            _lower(kind, limit)

    def allow_cpu(seconds: float) -> None:
        """Allow so many more seconds of processor time from now; an orphan of a killed parent ends by it."""
        usage = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = int(usage.ru_utime + usage.ru_stime + seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))

    def most_memory() -> int:
        """
        Return the bytes of memory that this process used at most.

        On Linux a fresh process starts with what the one that started it had used, so this is not 0 at the start.
        """
        return in_bytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)

    def _lower(kind: int, limit: int) -> None:
        """Lower one limit for good; some systems refuse some of them, and the clock remains."""
        _, hard = resource.getrlimit(kind)
        wanted = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        try:
            resource.setrlimit(kind, (wanted, wanted))
        except (ValueError, OSError):
            return
