"""The functions of the library that look back: comparisons, trends and reports."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from readiness import _diff, _profile, _records, _reports
from readiness._trend import trend_of
from readiness.exceptions import InputError, Problem
from readiness.model import Assessment, Difference, Phrasing, Record, Report, Trend

AnyPath = str | os.PathLike[str]
_KINDS = ("highlight", "board", "actions")


def load_record(path: AnyPath) -> Record:
    """
    Read an assessment back from the JSON that `render` or ``readiness profile`` wrote.

    Args:
        path: the file; version 1 of the format, whichever of its additions it has.

    Raises:
        InputError: with every problem of the file, or because its version is not known.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from datetime import date
    >>> from readiness import assess_folder, render
    >>> kept = Path(tempfile.mkdtemp(), "october.json")
    >>> kept.write_bytes(render(assess_folder("evidence/isle-of-wight", as_of=date(2008, 10, 31)), "json")) > 0
    True
    >>> load_record(kept).organisation
    'Isle of Wight Council'
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

    >>> from datetime import date
    >>> from readiness import assess_folder
    >>> days = (date(2008, 10, 31), date(2009, 5, 29))
    >>> october, may = (assess_folder("evidence/isle-of-wight", as_of=day) for day in days)
    >>> [one.criterion for one in compare(october, may).worse]
    ['OA21']
    """
    return _diff.compare(_recorded(old), _recorded(new), anyway=anyway)


def _recorded(one: Record | Assessment | AnyPath) -> Record:
    if isinstance(one, Record):
        return one
    if isinstance(one, Assessment):
        return _records.record_of(_profile.build_profile(one))
    return load_record(one)


def trend(records: Iterable[Record | Assessment | AnyPath]) -> Trend:
    """
    Put assessments in order of time: how many criteria stood how, and each criterion.

    Args:
        records: assessments, records of them or their files, in any order.

    Raises:
        InputError: there are none; a file cannot be used; they are not of the same organisation, assessment and
            catalogue; or two are for one day and do not agree.

    >>> from datetime import date
    >>> from readiness import assess_folder
    >>> days = (date(2008, 10, 31), date(2009, 5, 29))
    >>> found = trend(assess_folder("evidence/isle-of-wight", as_of=day) for day in days)
    >>> [row.criterion for row in found.rows if row.moved]
    ['OA21']
    """
    return trend_of(map(_recorded, records))


def report(
    assessment: Assessment,
    kind: str = "highlight",
    *,
    since: Difference | Record | Assessment | AnyPath | None = None,
    wording: Phrasing | AnyPath | None = None,
) -> Report:
    """
    Make a report of an assessment.

    Args:
        assessment: from `assess` or `assess_folder`.
        kind: ``highlight``, the monthly report; ``board``, a summary on one page; or ``actions``, the action plan.
        since: the last assessment, a record or the file of one, or what `compare` said of it; for what moved. The
            action plan does without.
        wording: a file such as ``wording.toml``, with an organisation's own words.

    Returns:
        Neutral blocks, for `render`.

    Raises:
        InputError: there is no such kind, or *since* or *wording* cannot be used; see `compare`.

    >>> from datetime import date
    >>> from readiness import assess_folder
    >>> report(assess_folder("evidence/isle-of-wight", as_of=date(2008, 10, 31)), "board").kind
    'Board summary'
    """
    if kind not in _KINDS:
        raise InputError([Problem("kind", f"no report is called {kind!r}; there are: {', '.join(_KINDS)}")])
    profile = _profile.build_profile(assessment, phrasing=phrasing_of(wording))
    if kind == "actions":
        return _reports.action_report(profile)
    found = since if isinstance(since, Difference) or since is None else compare(since, assessment)
    made = _reports.board_report if kind == "board" else _reports.highlight_report
    return made(profile, found)


def owner_reports(assessment: Assessment, *, wording: Phrasing | AnyPath | None = None) -> Mapping[str, Report]:
    """
    Make a note for each owner of something that is to be done, with nothing in it but what is theirs.

    Args:
        assessment: from `assess` or `assess_folder`.
        wording: as in `report`.

    Returns:
        Neutral blocks for `render`, by the role of the owner. What nobody is named for comes last.

    >>> from datetime import date
    >>> from readiness import assess_folder
    >>> list(owner_reports(assess_folder("evidence/isle-of-wight", as_of=date(2008, 10, 31))))[0]
    'Complaints Manager'
    """
    return _reports.owner_reports(_profile.build_profile(assessment, phrasing=phrasing_of(wording)))


def phrasing_of(wording: Phrasing | AnyPath | None) -> Phrasing:
    """
    Return the words of a file, or the usual ones.

    Raises:
        InputError: with every mistake of the file.
    """
    if isinstance(wording, Phrasing):
        return wording
    if wording is None:
        return Phrasing()
    from readiness._wording import load_wording  # noqa: PLC0415 - only who has a file of words pays for it

    return load_wording(Path(wording))
