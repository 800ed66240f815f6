"""Show how the reading of documents goes: a bar on a terminal, or a line for each document to whoever wants it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from attrs import frozen

from readiness._words import counted

from ._screen import detail

if TYPE_CHECKING:
    from rich.progress import Progress

_FEW = 10
"""So few documents are read before anybody wonders."""


class _Bar:
    """A bar that appears with the first word of a long reading; its library is loaded only then."""

    def __init__(self, *, plain: bool) -> None:
        self._plain = plain
        self._progress: Progress | None = None

    def told(self, done: int, total: int) -> None:
        """Move the bar."""
        if total < _FEW:
            return
        if self._progress is None:
            self._progress = _started(total, plain=self._plain)
        self._progress.update(self._progress.task_ids[0], completed=done)

    def close(self) -> None:
        """Take the bar off the screen."""
        if self._progress is not None:
            self._progress.stop()


@frozen
class Watch:
    """Who is told how the reading goes; see `load_evidence`."""

    told: Callable[[int, int], None] = lambda _done, _total: None
    noted: Callable[[str, float | None], None] = lambda _path, _seconds: None


@contextmanager
def progress(options: argparse.Namespace) -> Iterator[Watch]:
    """Yield whom to tell: a line for each document if that was asked for, or else a bar if there is a terminal."""
    if options.verbose:
        yield from _in_detail(options)
    elif options.quiet or sys.stderr is None or not sys.stderr.isatty():
        yield Watch()
    else:
        bar = _Bar(plain=options.color == "never")
        try:
            yield Watch(told=bar.told)
        finally:
            bar.close()


def _in_detail(options: argparse.Namespace) -> Iterator[Watch]:
    took: list[float | None] = []

    def noted(path: str, seconds: float | None) -> None:
        took.append(seconds)
        detail(options, f"{path}: from the cache" if seconds is None else f"{path}: opened, {seconds:.2f} s")

    yield Watch(noted=noted)
    opened = [one for one in took if one is not None]
    read = f"{counted(len(opened), 'document')} opened in {sum(opened):.2f} s of work"
    detail(options, f"{read}, {len(took) - len(opened)} from the cache")


def _started(total: int, *, plain: bool) -> Progress:
    from rich.console import Console  # noqa: PLC0415 - slow to import, and seldom needed
    from rich.progress import Progress  # noqa: PLC0415 - as above

    bar = Progress(console=Console(stderr=True, no_color=plain or None), transient=True)
    bar.add_task("Opening the documents", total=total)
    bar.start()
    return bar
