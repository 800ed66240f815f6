"""Choose what writes a profile, a report, a comparison or a trend, with what an organisation brings of its own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from readiness import _reports
from readiness._registry import renderers, report_renderers
from readiness._renderers._difference_json import difference_json
from readiness._renderers._trend_text import trend_csv
from readiness._words import listed
from readiness.exceptions import InputError, PluginError, Problem
from readiness.model import Difference, Phrasing, Renderer, Report, ReportRenderer, Trend

if TYPE_CHECKING:
    from readiness._renderers._docx_package import Package

AnyPath = str | os.PathLike[str]


@frozen(kw_only=True)
class Own:
    """
    What an organisation brings of its own.

    Attributes:
        word: a Word document to take styles, page, header and footer from.
        templates: text of templates of pages by name.
        phrasing: its words.
        folder: where templates and words stand, for messages.
    """

    word: AnyPath | None = None
    templates: Mapping[str, str] = field(factory=dict, hash=False)
    phrasing: Phrasing = field(factory=Phrasing)
    folder: str = ""

    def arguments(self, form: str, of: Any = None) -> dict[str, Any]:
        """
        Return what a renderer is made with.

        Args:
            form: the name of the format.
            of: the class of the renderer; ``None`` for one that takes nothing of one's own.

        Raises:
            InputError: something of one's own would not be used by it.
        """
        found: dict[str, Any] = {}
        if self.word is not None:
            found["template"] = _word_template(form, self.word)
        if self.phrasing.file and not getattr(of, "worded", False):
            raise _unused(self.folder, form)
        if self.templates and form == "html":
            return {**found, "templates": self.templates, "folder": self.folder}
        if self.templates and not self.phrasing.file:
            raise _unused(self.folder, form)
        return found


PLAIN = Own()
"""Nothing of one's own."""


def _unused(folder: str, form: str) -> InputError:
    """Return what to tell somebody whose folder a format would make no use of."""
    worded = sorted(one for one in renderers.builtins if getattr(renderers.get(one), "worded", False))
    if form in worded:
        message = f"holds only templates, which are for html; for {form} a wording.toml would be used"
    else:
        message = f"{form} has no use for templates, which are for html, or for wording.toml, for {listed(worded)}"
    return InputError([Problem(folder, f"{message}; leave --templates out, or write another format")])


def renderer_of(form: str, own: Own = PLAIN) -> Renderer:
    """
    Return what writes profiles in a format.

    Raises:
        PluginError: there is no such format.
        InputError: something of one's own cannot be used, or not for this format.
    """
    made: Renderer = _made(renderers, form, own)
    return made


def _made(registry: Any, form: str, own: Own) -> Any:
    if arguments := own.arguments(form, registry.get(form)):
        return registry.get(form)(**arguments)
    return registry.made(form)


def report_renderer_of(form: str, own: Own = PLAIN) -> ReportRenderer:
    """
    Return what writes reports in a format.

    Raises:
        PluginError: there is no such format.
        InputError: something of one's own cannot be used, or not for this format.
    """
    if form not in report_renderers.names():
        raise PluginError(f"no report can be written as {form!r}; there are: {', '.join(report_renderers.names())}")
    made: ReportRenderer = _made(report_renderers, form, own)
    return made


def render_report(report: Report, form: str, own: Own = PLAIN) -> bytes:
    """Return a report in a format; see `report_renderer_of`."""
    return report_renderer_of(form, own).render(report)


def render_difference(found: Difference, form: str, own: Own = PLAIN) -> bytes:
    """Return a comparison in a format: ``json``, or one that reports have."""
    if form == "json":
        own.arguments(form)
        return difference_json(found)
    tabular = form in {"csv", "xlsx"}
    made = _reports.difference_tables if tabular else _reports.difference_report
    return render_report(made(found, own.phrasing), form, own)


def render_trend(found: Trend, form: str, own: Own = PLAIN) -> bytes:
    """
    Return a trend in a format: ``html``, with pictures; ``csv``, a line for each assessment; or one that reports have.

    Raises:
        PluginError: there is no such format.
        InputError: something of one's own cannot be used, or not for this format.
    """
    if form == "html":
        from readiness._renderers._trend_html import TrendPage  # noqa: PLC0415 - loads the templates

        return TrendPage(phrasing=own.phrasing, **own.arguments(form, TrendPage)).render(found)
    if form == "csv":
        own.arguments(form)
        return trend_csv(found)
    return render_report(_reports.trend_report(found, own.phrasing), form, own)


def _word_template(form: str, path: AnyPath) -> Package:
    """Return a Word document as a template."""
    if form != "docx":
        raise InputError([Problem(str(path), f"a template is for Word documents (.docx), not for {form}")])
    from readiness._renderers import _docx_template  # noqa: PLC0415 - only who has a template pays for it

    try:
        with Path(path).open("rb") as file:
            data = file.read(_docx_template.LARGEST + 1)
    except OSError as error:
        message = f"the template cannot be opened: {error.strerror or error}"
        raise InputError([Problem(str(path), message)]) from None
    return _docx_template.template(data, str(path))
