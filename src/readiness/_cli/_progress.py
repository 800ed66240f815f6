"""Show how far the reading of documents is, on a terminal and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

_FEW = 10
"""So few documents are read before anybody wonders."""


class _Bar:
    """A bar that appears with the first word of a long reading; its library is loaded only then."""

    def __init__(self) -> None:
        self._progress: Progress | None = None

    def told(self, done: int, total: int) -> None:
        """Move the bar."""
        if total < _FEW:
            return
        if self._progress is None:
            self._progress = _started(total)
        self._progress.update(self._progress.task_ids[0], completed=done)

    def close(self) -> None:
        """Take the bar off the screen."""
        if self._progress is not None:
            self._progress.stop()


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """Yield a function to be told how many documents are read; it shows a bar if standard error is a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    bar = _Bar()
    try:
        yield bar.told
    finally:
        bar.close()


def _started(total: int) -> Progress:
    from rich.console import Console  # noqa: PLC0415 - slow to import, and seldom needed
    from rich.progress import Progress  # noqa: PLC0415 - as above

    bar = Progress(console=Console(stderr=True), transient=True)
    bar.add_task("Opening the documents", total=total)
    bar.start()
    return bar
