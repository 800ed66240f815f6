"""A report as one HTML file: nothing to install, nothing fetched, made to be read and printed."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from readiness.model import Grid, Report

from ._html import environment, shares

_MANY_COLUMNS = 6
"""A table of so many is printed across the longer side of the paper."""


@frozen
class HtmlReportRenderer:
    """
    Write a report as a self-contained page.

    >>> HtmlReportRenderer().suffix
    '.html'
    """

    suffix: ClassVar[str] = ".html"

    def render(self, report: Report) -> bytes:
        """Return UTF-8 HTML without scripts, outside styles or pictures from elsewhere."""
        page = environment().get_template("report.html")
        blocks = [(type(block).__name__.lower(), block) for block in report.blocks]
        grids = [one for one in report.blocks if isinstance(one, Grid)]
        landscape = any(len(one.head) >= _MANY_COLUMNS for one in grids)
        widths = sorted({share for one in grids for share in shares(one.widths)})
        return f"{page.render(report=report, blocks=blocks, landscape=landscape, widths=widths)}\n".encode()
