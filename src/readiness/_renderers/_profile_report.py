"""The profile as neutral blocks, in the order in which a document that is handed over is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from readiness.model import (
    Block,
    Bullets,
    Contents,
    Decision,
    DocumentRow,
    EvidenceProfile,
    Facts,
    Gap,
    Grid,
    Heading,
    Line,
    Numbers,
    Paragraph,
    Rag,
    Report,
    Tone,
    Verdict,
)

from . import _text
from ._drawn_matrix import matrix
from ._phrased import phrased
from ._profile_annexes import annexes, sign_off
from ._profile_criterion import criterion_blocks, finding_items
from ._profile_pictures import coverage, glance, plan, runs_out
from ._spoken import lines, path, say, standing, to
from ._view import ProfileView, view


def profile_report(profile: EvidenceProfile) -> Report:
    """Return *profile* as a report: the decision, what to do, each criterion, the documents, and a place to sign."""
    judged = profile.assessment
    return Report(
        kind=f"{judged.assessment} evidence profile",
        organisation=judged.organisation,
        subtitle=f"{judged.assessment} evidence profile, as of {_text.day(judged.as_of)}",
        as_of=judged.as_of,
        blocks=phrased(_blocks(view(profile)), profile.phrasing),
        generator=profile.generator,
        about=profile.catalogue_title,
    )


def _blocks(seen: ProfileView) -> Iterator[Block]:
    for part in (
        _front,
        coverage,
        _contents,
        glance,
        _gaps,
        _forecast,
        plan,
        runs_out,
        _criteria,
        _documents,
        _rests_on,
        sign_off,
        annexes,
    ):
        yield from part(seen)


def _front(seen: ProfileView) -> Iterator[Block]:
    profile, judged = seen.profile, seen.profile.assessment
    go = judged.decision is Decision.GO
    yield Verdict(word=profile.phrasing.decision(judged.decision), rag=Rag.GREEN if go else Rag.RED, sentence=seen.why)
    spec = judged.catalogue.assessment(judged.assessment)
    title = f", {spec.title}" if spec and spec.title != spec.id else ""
    yield Facts(
        rows=(
            ("Assessment", say(f"{judged.assessment}{title}")),
            ("System", say(judged.folder.register.system or "not named in the register")),
            ("As of", say(_text.day(judged.as_of))),
            ("Due", say(f"{_text.day(judged.due)}, {_ahead((judged.due - judged.as_of).days)}")),
            ("Takes", say(_text.takes(judged.threshold, judged.assessment, profile.phrasing))),
        )
    )
    if judged.partial:
        part = f"This is a part: {len(judged.results)} of {len(judged.in_scope)} criteria. "
        rest = f"Nothing is said of the others, so it cannot be signed as {profile.phrasing.decision(Decision.GO)}."
        yield Paragraph(words=(*say(part, strong=True), *say(rest)), tone=Tone.NOTICE)
    shown = (Rag.GREEN, Rag.AMBER, Rag.RED)
    counted = ((number, _text.rag_words(rag), rag) for rag, number in profile.rag_counts if number or rag in shown)
    yield Numbers(items=tuple(counted))


def _contents(seen: ProfileView) -> Iterator[Block]:
    del seen
    yield Contents()


def _ahead(days: int) -> str:
    if not days:
        return "the same day"
    return f"{_text.count(abs(days), 'day')} {'ahead' if days > 0 else 'ago'}"


def _gaps(seen: ProfileView) -> Iterator[Block]:
    yield Heading(text="Gaps, what to do first")
    gaps = seen.profile.gaps
    yield Grid(
        caption=f"{_text.count(len(gaps), 'gap')}, the most pressing first",
        head=("Criterion", "Why", "What to do", "Who", "By when"),
        rows=tuple(_gap(one, seen.anchors) for one in gaps),
        otherwise="There are no gaps: nothing keeps a criterion from being clear.",
        widths=(2.1, 3.6, 2.5, 2.0, 1.3),
    )


def _gap(gap: Gap, anchors: Mapping[str, str]) -> tuple[Line, ...]:
    return (
        (
            *to(gap.id, anchors),
            *say(f" {gap.title}\n"),
            *standing(gap.status),
            *say(f"\n{gap.known}" if gap.known else ""),
        ),
        say(" ".join(part for part in (gap.why, gap.taken) if part)),
        (*say(f"{gap.what}\n"), *say(f"Plan: {gap.action or 'no action covers it'}", quiet=True)),
        say(", ".join(gap.who) or "nobody is named"),
        say(gap.by or "no date"),
    )


def _forecast(seen: ProfileView) -> Iterator[Block]:
    judged, ahead = seen.profile.assessment, seen.profile.assessment.forecast
    yield Heading(text=seen.profile.phrasing.heading("Forecast for {due}", due=_text.day(judged.due)))
    yield Paragraph(
        words=say(
            "What the due date will bring if nothing is done beyond the plan, and what the plan says of each gap. A "
            "plan is a promise, not evidence: none of these gaps is closed until a document is claimed for it."
        )
    )
    named = (
        ("Done or in time", ahead.closing),
        ("Late or overdue", ahead.late),
        ("Without a date", ahead.undated),
        ("In no plan action", ahead.uncovered),
    )
    yield Facts(rows=tuple((name, lines([to(one, seen.anchors) for one in ids]) or say("none")) for name, ids in named))
    yield Grid(
        caption="Criteria that will stand worse by then",
        head=("Criterion", "Now", "Then", "Why"),
        rows=tuple(
            (to(one.criterion, seen.anchors), standing(one.now), standing(one.then), say(one.why))
            for one in ahead.lapses
        ),
        otherwise="No criterion will stand worse by then.",
        widths=(1.4, 1.8, 1.8, 5.0),
    )


def _criteria(seen: ProfileView) -> Iterator[Block]:
    yield Heading(text="Each criterion", opens=True)
    for one in seen.criteria:
        yield from criterion_blocks(one, seen.profile.assessment.as_of, seen.profile.phrasing)
    if not seen.criteria:
        yield Paragraph(words=say("No criterion is in scope."))


def _documents(seen: ProfileView) -> Iterator[Block]:
    yield Heading(text="Documents", opens=True)
    if drawn := matrix(seen.profile.map):
        yield drawn
    yield Grid(
        caption="Documents of the register, and files of the folder that it does not name",
        head=("Document", "Kind, owner and dates", "Approved by", "Claimed for"),
        rows=tuple(_document(one, seen.anchors) for one in seen.profile.documents),
        otherwise="The register names no document and the folder holds none.",
        widths=(3.9, 2.8, 2.3, 1.2),
    )


def _document(one: DocumentRow, anchors: Mapping[str, str]) -> tuple[Line, ...]:
    file = "; ".join(filter(None, (one.state, "" if one.registered else "not in the register", *_measured(one))))
    return (
        (
            *path(one.path),
            *say(f"\n{one.title}" if one.title != one.path and one.title else ""),
            *say(f"\n{file}", quiet=True),
        ),
        say("\n".join(filter(None, (one.kinds, one.owner, _dated(one)))) or "not stated"),
        say("; ".join(one.approvals) or "nobody"),
        lines([to(each, anchors) for each in one.criteria]) or say("nothing"),
    )


def _dated(one: DocumentRow) -> str:
    version = one.version and f"version {one.version}"
    return ", ".join(
        filter(
            None, (version, one.effective and f"from {one.effective}", one.review_by and f"review by {one.review_by}")
        )
    )


_PRINT = 12


def _measured(one: DocumentRow) -> Iterator[str]:
    if one.size is not None:
        yield _text.size(one.size)
    if one.sha256:
        yield one.sha256[:_PRINT]


def _rests_on(seen: ProfileView) -> Iterator[Block]:
    profile, judged = seen.profile, seen.profile.assessment
    project = judged.plan
    yield Heading(text="What this report rests on")
    rows = (
        ("Criteria", profile.catalogue_title),
        ("About them", judged.catalogue.about),
        ("Evidence", f"folder {judged.folder.name}, register {judged.folder.register.file}"),
        ("Plan", (project.file or project.title) if project else "none given"),
        ("Made by", profile.generator),
        ("Words", profile.phrasing.notice),
    )
    yield Facts(rows=tuple((name, say(words)) for name, words in rows if words))
    yield Heading(text="What was not looked at", level=3)
    skipped = ((*path(one), *say(f" was passed over: {why}")) for one, why in judged.folder.skipped)
    left_out = (*map(say, profile.not_looked_at), *skipped)
    yield Bullets(items=left_out) if left_out else Paragraph(words=say("Nothing was left out."))
    if judged.findings:
        yield Heading(text="About the organisation as a whole", level=3)
        yield Bullets(items=tuple(finding_items(judged.findings)))
