"""What stands on each sheet of a workbook: rows of plain values, before anything is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from attrs import frozen

from readiness.model import (
    Action,
    CriterionResult,
    Decision,
    DocumentEntry,
    DocumentRow,
    EvidenceLink,
    EvidenceProfile,
    Gap,
    Level,
    Milestone,
    Phrasing,
    PlanDate,
    Status,
)

from . import _text
from ._said import Said, excuse_of, said

_PART = "{} of {} criteria; nothing is said of the others, so it cannot be signed as {}"


@frozen
class Standing:
    """A status with its words; its colour is the status's own."""

    status: Status
    said: str


Cell = str | int | dt.date | Standing | None
Row = tuple[Cell, ...]


@frozen(kw_only=True)
class Sheet:
    """
    A sheet.

    Attributes:
        name: of the sheet.
        head: a title for each column.
        rows: as many cells in each as there are columns.
        frozen: how many columns stay when the rest is scrolled.
        filtered: whether it can be filtered.
    """

    name: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    frozen: int = 1
    filtered: bool = True


def sheets(profile: EvidenceProfile) -> tuple[Sheet, ...]:
    """Return the sheets of a profile, in order."""
    return (
        _profile(profile),
        _gaps(profile),
        _criteria(profile),
        _findings(profile),
        _evidence(profile),
        _plan(profile),
    )


def _profile(profile: EvidenceProfile) -> Sheet:
    judged, go = profile.assessment, profile.phrasing.decision(Decision.GO)
    rows: list[Row] = [
        ("Organisation", judged.organisation),
        ("Assessment", judged.assessment),
        ("System", judged.folder.register.system or "not named in the register"),
        ("As of", judged.as_of),
        ("Due", judged.due),
        ("Decision", profile.phrasing.decision(judged.decision)),
        ("Takes", _text.takes(judged.threshold, judged.assessment, profile.phrasing)),
        *([("Part", _PART.format(len(judged.results), len(judged.in_scope), go))] if judged.partial else []),
        *((f"Criteria {profile.phrasing.status(status)}", number) for status, number in profile.counts),
        ("Criteria from", profile.catalogue_title),
        ("Evidence", f"folder {judged.folder.name}, register {judged.folder.register.file}"),
        ("Made by", profile.generator),
        *([("Words", profile.phrasing.notice)] if profile.phrasing.notice else []),
        *(("Not looked at", one) for one in profile.not_looked_at),
        *(("Not looked at", f"{path} was passed over: {why}") for path, why in judged.folder.skipped),
    ]
    return Sheet(name="profile", head=("What", "Value"), rows=tuple(rows), filtered=False)


def _gaps(profile: EvidenceProfile) -> Sheet:
    head = (
        "Criterion",
        "Title",
        "Status",
        "Colour",
        "Why",
        "What to do",
        "Who",
        "By when",
        "About the date",
        "Plan action",
    )
    return Sheet(name="gaps", head=head, rows=tuple(_gap(one, profile.phrasing) for one in profile.gaps))


def _gap(one: Gap, say: Phrasing) -> Row:
    about = one.by if one.due is None else one.by.removeprefix(_text.day(one.due)).strip(" ()")
    colour = _text.rag_words(one.status.rag)
    who = ", ".join(one.who)
    why = " ".join(part for part in (one.why, one.taken, one.known) if part)
    standing = Standing(one.status, say.label(one.status))
    return one.id, one.title, standing, colour, why, one.what, who, one.due, about, one.action


def _criteria(profile: EvidenceProfile) -> Sheet:
    strands = {one.id: one.title for one in profile.assessment.catalogue.strands}
    head = (
        *("Criterion", "Title", "Strand", "Status", "Colour", "Reasons", "Requires", "Looked after by"),
        *("To be endorsed by", "Evidence asked for", "Documents", "Errors", "Warnings", "Notes", "Excused"),
    )
    return Sheet(
        name="criteria", head=head, rows=tuple(_criterion(one, strands, profile.phrasing) for one in profile.results)
    )


def _criterion(result: CriterionResult, strands: Mapping[str, str], say: Phrasing) -> Row:
    one = result.criterion
    levels = [finding.level for finding in result.findings]
    return (
        one.id,
        one.title,
        strands.get(one.strand, one.strand),
        Standing(result.status, say.label(result.status)),
        _text.rag_words(result.status.rag),
        ", ".join(map(say.reason, result.reasons)),
        one.requires,
        ", ".join(one.owners),
        ", ".join(one.endorsers),
        "; ".join(map(str, one.kinds)),
        len({link.document for link in result.links}),
        *(levels.count(level) for level in (Level.ERROR, Level.WARNING, Level.NOTE)),
        excuse_of(result),
    )


def _findings(profile: EvidenceProfile) -> Sheet:
    head = ("Criterion", "Level", "Finding", "What to do", "Document", "Rule", "Where", "Excused")
    return Sheet(name="findings", head=head, rows=tuple(map(_finding, said(profile))))


def _finding(one: Said) -> Row:
    found = one.finding
    about = one.about or "the whole folder"
    place = str(found.location)
    return about, found.level.value, found.message, found.fix, found.document, found.rule, place, one.excuse


def _evidence(profile: EvidenceProfile) -> Sheet:
    entries = {one.path: one for one in profile.assessment.folder.register.documents}
    files = {one.path: one for one in profile.documents}
    links = [(result, link) for result in profile.results for link in result.links]
    used = {link.document for _, link in links}
    head = (
        *("Criterion", "Document", "Title", "Put forward", "Where", "Quote", "Aspects", "Note", "Kind", "Owner"),
        *("Version", "In force from", "Review by", "Approved by", "Last approved", "File", "SHA-256"),
    )
    rows = [_link(link, entries.get(link.document), files.get(link.document)) for _, link in links]
    rows += [_idle(entries.get(one.path), one) for one in profile.documents if one.path not in used]
    return Sheet(name="evidence", head=head, rows=tuple(rows), frozen=2)


def _link(link: EvidenceLink, entry: DocumentEntry | None, file: DocumentRow | None) -> Row:
    title = entry.title if entry else ""
    basis = _text.link_basis_words(link.basis)
    put = (link.criterion, link.document, title, basis, link.locator, link.quote, "; ".join(link.aspects), link.note)
    return (*put, *_registered(entry), *_filed(file))


def _idle(entry: DocumentEntry | None, file: DocumentRow) -> Row:
    why = "for no criterion" if file.registered else "for no criterion; not in the register"
    return ("", file.path, file.title, why, "", "", "", "", *_registered(entry), *_filed(file))


def _registered(entry: DocumentEntry | None) -> Row:
    if entry is None:
        return ("", "", "", None, None, "", None)
    approvals = "; ".join(_text.approval_words(one, dated=False) for one in entry.approvals)
    last = max((one.date for one in entry.approvals), default=None)
    kinds = _text.kinds_words(entry.kinds)
    return kinds, entry.owner, entry.version, entry.effective, entry.review_by, approvals, last


def _filed(file: DocumentRow | None) -> Row:
    return (file.state, file.sha256) if file else ("", "")


def _plan(profile: EvidenceProfile) -> Sheet:
    plan = profile.assessment.plan
    head = (
        *("Action", "Deliverable", "Strand", "Criteria", "Who", "First day", "Last day", "Dates in words"),
        *("Progress", "Overdue", "Comment"),
    )
    as_of = profile.assessment.as_of
    actions = (_action(one, as_of) for one in plan.actions) if plan else ()
    milestones = map(_milestone, plan.milestones) if plan else ()
    return Sheet(name="plan", head=head, rows=(*actions, *milestones), frozen=2)


def _action(one: Action, as_of: dt.date) -> Row:
    criteria = ", ".join(dict.fromkeys(each.id for each in one.criteria))
    overdue = "overdue" if one.overdue_on(as_of) else ""
    who = ", ".join(one.who)
    whole = (*_days(one.dates), one.progress.value, overdue, one.comment)
    return (one.id, one.deliverable, one.strand or one.section, criteria, who, *whole)


def _milestone(one: Milestone) -> Row:
    return (one.id, one.title, "Milestone", "", "", *_days(one.dates), "", "", "")


def _days(dates: tuple[PlanDate, ...]) -> Iterator[Cell]:
    yield min((one.earliest for one in dates), default=None)
    yield max((one.latest for one in dates), default=None)
    yield "; ".join(map(_text.plan_day, dates))
