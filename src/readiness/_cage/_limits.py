"""Limits that a worker lays upon itself before it touches a document."""

from __future__ import annotations

import sys

if sys.platform == "win32":  # no such module there: only the clock of the parent limits a worker

    def confine(memory: int, open_files: int) -> None:
        """Do nothing; see the module."""

    def allow_cpu(seconds: float) -> None:
        """Do nothing; see the module."""

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

    def _lower(kind: int, limit: int) -> None:
        """Lower one limit for good; some systems refuse some of them, and the clock remains."""
        _, hard = resource.getrlimit(kind)
        wanted = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        try:
            resource.setrlimit(kind, (wanted, wanted))
        except (ValueError, OSError):
            return
