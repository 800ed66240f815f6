"""The functions of the library that look back: comparisons, trends and reports."""

from __future__ import annotations

import os
from pathlib import Path

from readiness import _diff, _profile, _records, _reports
from readiness._registry import report_renderers
from readiness._renderers._difference_json import difference_json
from readiness.exceptions import PluginError
from readiness.model import Assessment, Difference, Record, Report, ReportRenderer

AnyPath = str | os.PathLike[str]


def load_record(path: AnyPath) -> Record:
    """
    Read an assessment back from the JSON that `render` or ``readiness profile`` wrote.

    Args:
        path: the file; version 1 of the format, whichever of its additions it has.

    Raises:
        InputError: with every problem of the file, or because its version is not known.
    """
    return _records.load_record(Path(path))


def compare(
    old: Record | Assessment | AnyPath, new: Record | Assessment | AnyPath, *, anyway: bool = False
) -> Difference:
    """
    Set two assessments beside each other: what moved, which way, and because of what.

    Args:
        old: the first: an assessment, a record of one, or the file of one.
        new: the second, likewise.
        anyway: compare two that are of different organisations, assessments or catalogues, and say so in the notices.

    Returns:
        The comparison; the same two always give the same, in whichever order their parts stand.

    Raises:
        InputError: a file cannot be used, or the two are not of the same, or have no criterion in common.
    """
    return _diff.compare(_recorded(old), _recorded(new), anyway=anyway)


def _recorded(one: Record | Assessment | AnyPath) -> Record:
    if isinstance(one, Record):
        return one
    if isinstance(one, Assessment):
        return _records.record_of(_profile.build_profile(one))
    return load_record(one)


def render_difference(found: Difference, form: str) -> bytes:
    """Return a comparison in a format: ``json``, or one that reports have."""
    return difference_json(found) if form == "json" else render_report(_reports.difference_report(found), form)


def render_report(report: Report, form: str) -> bytes:
    """
    Return a report in a format.

    Raises:
        PluginError: there is no such format.
    """
    if form not in report_renderers.names():
        raise PluginError(f"no report can be written as {form!r}; there are: {', '.join(report_renderers.names())}")
    renderer: ReportRenderer = report_renderers.get(form)()
    return renderer.render(report)
