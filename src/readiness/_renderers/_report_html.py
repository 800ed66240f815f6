"""A report as one HTML file: nothing to install, nothing fetched, made to be read and printed."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from readiness.model import Report

from ._html import environment


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
        return f"{page.render(report=report, blocks=blocks)}\n".encode()
