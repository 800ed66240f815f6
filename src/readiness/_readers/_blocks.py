"""Where a paragraph stands: the headings above it."""

from __future__ import annotations


class Headings:
    """
    The headings above the place that has been reached.

    >>> above = Headings()
    >>> above.enter(1, "4 Reporting"); above.enter(2, "4.2 Who"); above.enter(None, "Staff report to ...")
    >>> above.path
    ('4 Reporting', '4.2 Who')
    >>> above.enter(1, "5 Records"); above.path
    ('5 Records',)
    """

    def __init__(self) -> None:
        self._levels: dict[int, str] = {}
        self.path: tuple[str, ...] = ()

    def enter(self, level: int | None, text: str) -> None:
        """Pass a paragraph: a heading if it has a *level*, counted from 1."""
        if level is not None:
            self._levels = {above: title for above, title in self._levels.items() if above < level}
            self._levels[level] = " ".join(text.split())
            self.path = tuple(self._levels.values())
