"""A report as one HTML file: nothing to install, nothing fetched, made to be read and printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import field, frozen

from readiness.model import Grid, Phrasing, Report

from ._html import rendered, shares

_MANY_COLUMNS = 6
"""A table of so many is printed across the longer side of the paper."""


@frozen
class HtmlReportRenderer:
    """
    Write a report as a self-contained page.

    Attributes:
        templates: text of templates by name, which take the place of the shipped ones of the same name.
        folder: where they stand, for messages.

    >>> HtmlReportRenderer().suffix
    '.html'
    """

    suffix: ClassVar[str] = ".html"
    worded: ClassVar[bool] = True
    templates: Mapping[str, str] = field(factory=dict, hash=False)
    folder: str = ""

    def render(self, report: Report) -> bytes:
        """
        Return UTF-8 HTML without scripts, outside styles or pictures from elsewhere.

        Raises:
            InputError: a template of `templates` is broken, with its line.
        """
        blocks = [(type(block).__name__.lower(), block) for block in report.blocks]
        grids = [one for one in report.blocks if isinstance(one, Grid)]
        landscape = any(len(one.head) >= _MANY_COLUMNS for one in grids)
        widths = sorted({share for one in grids for share in shares(one.widths)})
        values = {"report": report, "blocks": blocks, "landscape": landscape, "widths": widths}
        return f"{rendered('report.html', self.templates, self.folder, Phrasing(), **values)}\n".encode()
