"""The profile as Markdown, to be pasted into a wiki or a ticket."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from readiness.model import Decision, EvidenceProfile, Gap, Plan, Status, Timeline

from . import _text
from ._md_criterion import criterion, finding_lines
from ._md_text import listed, plain, table
from ._view import ProfileView, view


@frozen
class MarkdownRenderer:
    """
    Write the profile as Markdown: tables and lists only, no HTML.

    >>> MarkdownRenderer().suffix
    '.md'
    """

    suffix: ClassVar[str] = ".md"
    worded: ClassVar[bool] = True

    def render(self, profile: EvidenceProfile) -> bytes:
        """Return UTF-8 Markdown in which no text of the profile acts as markup."""
        seen = view(profile)
        parts = (_front, _tiles, _gaps, _forecast, _timeline, _criteria, _documents, _provenance, _sign_off)
        lines = [line for part in parts for line in part(seen)]
        return ("\n".join(lines).rstrip("\n") + "\n").encode()


def _front(seen: ProfileView) -> Iterator[str]:
    profile, judged = seen.profile, seen.profile.assessment
    yield from (f"# {plain(judged.organisation)}: {plain(judged.assessment)} evidence profile", "")
    yield from (f"**{plain(profile.phrasing.decision(judged.decision))}.** {plain(seen.why)}", "")
    facts = (
        ("System", plain(judged.folder.register.system) or "not named in the register"),
        ("As of", _text.day(judged.as_of)),
        ("Due", _text.day(judged.due)),
        ("Takes", plain(_text.takes(judged.threshold, judged.assessment, profile.phrasing))),
    )
    yield from listed(f"{name}: {words}" for name, words in facts)
    if judged.partial:
        part = f"**This is a part: {len(judged.results)} of {len(judged.in_scope)} criteria.**"
        go = plain(profile.phrasing.decision(Decision.GO))
        yield from (f"{part} Nothing is said of the others, so it cannot be signed as {go}.", "")
    rags = [[_text.rag_words(rag), str(number)] for rag, number in profile.rag_counts]
    yield from table(("Colour", "Criteria"), rags)
    statuses = [[plain(profile.phrasing.label(status)), str(number)] for status, number in profile.counts]
    yield from table(("Status", "Criteria"), statuses)


def _tiles(seen: ProfileView) -> Iterator[str]:
    yield from _heading("The criteria at a glance", seen)
    tiles = seen.profile.tiles
    rows = [[plain(one.id), plain(one.title), _standing(one.status, seen), plain(one.say)] for one in tiles]
    yield from table(("Criterion", "Title", "Status", "In short"), rows, otherwise="No criterion is in scope.")


def _gaps(seen: ProfileView) -> Iterator[str]:
    yield from _heading("Gaps, what to do first", seen)
    head = ("Criterion", "Status", "Why", "What to do", "Who", "By when", "Plan action")
    yield from table(head, [_gap(one, seen) for one in seen.profile.gaps], otherwise="There are no gaps.")


def _gap(gap: Gap, seen: ProfileView) -> list[str]:
    return [
        plain(f"{gap.id} {gap.title}"),
        ", ".join(part for part in (_standing(gap.status, seen), gap.known) if part),
        plain(" ".join(part for part in (gap.why, gap.taken) if part)),
        plain(gap.what),
        plain(", ".join(gap.who)) or "nobody is named",
        plain(gap.by) or "no date",
        plain(gap.action) or "no action covers it",
    ]


def _forecast(seen: ProfileView) -> Iterator[str]:
    judged = seen.profile.assessment
    ahead = judged.forecast
    yield from _heading("Forecast for {due}", seen, due=_text.day(judged.due))
    yield from ("A plan is a promise, not evidence: a gap is closed when a document is claimed for it.", "")
    yield from listed(
        f"{name}: {plain(', '.join(ids)) or 'none'}"
        for name, ids in (
            ("Done or in time, says the plan", ahead.closing),
            ("Late or overdue in the plan", ahead.late),
            ("In the plan without a date", ahead.undated),
            ("In no plan action", ahead.uncovered),
        )
    )
    rows = [
        [plain(one.criterion), _standing(one.now, seen), _standing(one.then, seen), plain(one.why)]
        for one in ahead.lapses
    ]
    yield from table(
        ("Will stand worse", "Now", "Then", "Why"), rows, otherwise="No criterion will stand worse by then."
    )


def _timeline(seen: ProfileView) -> Iterator[str]:
    yield from _heading("The plan", seen)
    if not (timeline := seen.profile.timeline):
        yield from ("No project plan was given, so nothing can be said of what is in hand.", "")
        return
    yield from (f"Progress is {_text.progress_source(seen.profile.assessment.plan)}.", "")
    yield from table(("Action", "Strand", "Dates", "Progress"), [*_plan_rows(timeline)], otherwise="It has no actions.")


def _plan_rows(timeline: Timeline) -> Iterator[list[str]]:
    for one in timeline.milestones:
        days = "; ".join(_text.plan_day(each) for each in one.dates)
        yield [plain(f"{one.id} {one.title}"), "Milestone", plain(days) or "no date", ""]
    for row in timeline.rows:
        for action in row.actions:
            days = "; ".join(_text.plan_day(each) for each in action.dates)
            progress = action.progress.value + (", overdue" if action.overdue_on(timeline.as_of) else "")
            yield [plain(f"{action.id} {action.deliverable}"), plain(row.strand), plain(days) or "no date", progress]


def _criteria(seen: ProfileView) -> Iterator[str]:
    yield from _heading("Each criterion", seen)
    for one in seen.criteria:
        yield from criterion(one, seen.profile.assessment.as_of, seen.profile.phrasing)


def _documents(seen: ProfileView) -> Iterator[str]:
    yield from _heading("Documents", seen)
    head = ("Document", "Title", "Kind", "Owner", "Version", "From", "Review by", "Approved by", "Claimed for", "File")
    rows = [
        [
            *map(plain, (one.path, one.title, one.kinds, one.owner, one.version, one.effective, one.review_by)),
            plain("; ".join(one.approvals)) or "nobody",
            plain(", ".join(one.criteria)) or "nothing",
            plain(one.state) + ("" if one.registered else ", not in the register"),
        ]
        for one in seen.profile.documents
    ]
    yield from table(head, rows, otherwise="The register names no document and the folder holds none.")


def _provenance(seen: ProfileView) -> Iterator[str]:
    profile, judged = seen.profile, seen.profile.assessment
    yield from _heading("What this report rests on", seen)
    yield from listed(
        [
            f"Criteria: {plain(profile.catalogue_title)}",
            f"About them: {plain(judged.catalogue.about) or 'nothing more is said'}",
            f"Evidence: folder {plain(judged.folder.name)}, register {plain(judged.folder.register.file)}",
            f"Made by: {plain(profile.generator)}",
            *([f"Words: {plain(profile.phrasing.notice)}"] if profile.phrasing.notice else []),
        ],
    )
    yield from _heading("What was not looked at", seen, level=3)
    skipped = (f"{plain(path)} was passed over: {plain(why)}" for path, why in judged.folder.skipped)
    yield from listed([*map(plain, profile.not_looked_at), *skipped], otherwise="Nothing was left out.")
    if judged.findings:
        yield from _heading("About the organisation as a whole", seen, level=3)
        yield from finding_lines(judged.findings)
    yield from _heading("What could not be used of the plan", seen, level=3)
    yield from _problems(judged.plan)


def _problems(plan: Plan | None) -> Iterator[str]:
    rows = (
        [[str(one.line), str(one.column), plain(one.text), plain(one.message)] for one in plan.problems] if plan else []
    )
    otherwise = "Every cell of the plan was used." if plan else "There is no plan."
    yield from table(("Line", "Column", "Text", "Why"), rows, otherwise=otherwise)


def _sign_off(seen: ProfileView) -> Iterator[str]:
    yield from _heading("Sign-off", seen)
    go, no_go = (plain(seen.profile.phrasing.decision(one)) for one in (Decision.GO, Decision.NO_GO))
    decide = f"Sponsor, {go} or {no_go}"
    sponsor = "Sponsor, who can decide nothing on a part" if seen.profile.assessment.partial else decide
    rows = [[part, "", "", "", ""] for part in ("Prepared by", "Checked by", sponsor)]
    yield from table(("Part", "Name", "Role", "Signature", "Date"), rows)


def _heading(usual: str, seen: ProfileView, level: int = 2, **values: str) -> Iterator[str]:
    yield from (f"{'#' * level} {plain(seen.profile.phrasing.heading(usual, **values))}", "")


def _standing(status: Status, seen: ProfileView) -> str:
    return f"{plain(seen.profile.phrasing.label(status))} ({_text.rag_words(status.rag).lower()})"
