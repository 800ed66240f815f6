"""The profile as csv, for a spreadsheet: a line for each finding, and one for each criterion that has none."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import ClassVar

from attrs import asdict, evolve, fields, frozen

from readiness.model import CriterionResult, EvidenceProfile, Gap

from ._safe import cell
from ._said import Said, excuse_of, grouped


@frozen(kw_only=True)
class Line:
    """
    One line of the sheet; the names of its fields are the columns, in this order.

    Attributes:
        criterion: id; empty for a finding about the folder as a whole.
        title: of the criterion.
        status: of the criterion.
        colour: of the status.
        reasons: why it is not met.
        number: of the finding within its criterion, from 1: to keep lines with a 1 counts each criterion once.
        level: of the finding; empty if there is none.
        finding: what is wrong.
        fix: what to do next.
        rule: what said it.
        document: the document it is about, or else those put forward.
        where: file and line to look at, or else the places that are claimed.
        who: roles that have to act.
        by: the date by which, in words.
        excused: why the finding does not count; empty if it does.
        known: whether a baseline has the finding, ``known`` or ``new``; empty without one.
        part: how many criteria were judged, of how many, if that is not all.
    """

    criterion: str = ""
    title: str = ""
    status: str = ""
    colour: str = ""
    reasons: str = ""
    number: str = "1"
    level: str = ""
    finding: str = ""
    fix: str = ""
    rule: str = ""
    document: str = ""
    where: str = ""
    who: str = ""
    by: str = ""
    excused: str = ""
    known: str = ""
    part: str = ""


COLUMNS = tuple(one.name for one in fields(Line))


@frozen
class CsvRenderer:
    """
    Write the profile as csv that a spreadsheet opens as it is.

    >>> CsvRenderer().suffix
    '.csv'
    """

    suffix: ClassVar[str] = ".csv"

    def render(self, profile: EvidenceProfile) -> bytes:
        """Return UTF-8 with a byte order mark and CRLF; no cell acts as a formula."""
        out = io.StringIO(newline="")
        writer = csv.writer(out)
        writer.writerow(COLUMNS)
        part = _part(profile)
        lines = (asdict(evolve(line, part=part)).values() for line in _lines(profile))
        writer.writerows([cell(text) for text in line] for line in lines)
        return out.getvalue().encode("utf-8-sig")


def _part(profile: EvidenceProfile) -> str:
    judged = profile.assessment
    return f"{len(judged.results)} of {len(judged.in_scope)} criteria" if judged.partial else ""


def _lines(profile: EvidenceProfile) -> Iterator[Line]:
    gaps = {gap.id: gap for gap in reversed(profile.gaps)}
    by_result = grouped(profile)
    for result in profile.results:
        gap, own = gaps.get(result.criterion.id), by_result.get(id(result), [])
        yield from (_finding(one, number, gap) for number, one in enumerate(own, start=1))
        if not own:
            yield _clear(result, gap)
    folder = by_result.get(id(None), [])
    yield from (_finding(one, number, None) for number, one in enumerate(folder, start=1))


def _finding(one: Said, number: int, gap: Gap | None) -> Line:
    return Line(
        **_criterion(one.result, gap),
        number=str(number),
        level=one.finding.level.value,
        finding=one.finding.message,
        fix=one.finding.fix,
        rule=one.finding.rule,
        document=one.finding.document or _put_forward(one.result),
        where=str(one.finding.location),
        excused=one.excuse,
        known="" if one.known is None else "known" if one.known else "new",
    )


def _clear(result: CriterionResult, gap: Gap | None) -> Line:
    places = (f"{one.document}: {one.locator}" for one in result.links if one.locator)
    return Line(
        **_criterion(result, gap),
        document=_put_forward(result),
        where="; ".join(places),
        excused=excuse_of(result),
    )


def _put_forward(result: CriterionResult | None) -> str:
    return "; ".join(dict.fromkeys(one.document for one in result.links)) if result else ""


def _criterion(result: CriterionResult | None, gap: Gap | None) -> dict[str, str]:
    if result is None:
        return {}
    return {
        "criterion": result.criterion.id,
        "title": result.criterion.title,
        "status": result.status.value,
        "colour": result.status.rag.value,
        "reasons": ", ".join(one.value for one in result.reasons),
        "who": ", ".join(gap.who if gap else result.criterion.owners),
        "by": gap.by if gap else "",
    }
