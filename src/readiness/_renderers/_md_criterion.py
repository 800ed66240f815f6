"""One criterion as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from readiness.model import Action, CriterionResult, Finding, Phrasing, Status

from . import _text
from ._md_text import link, listed, plain
from ._view import AspectView, CriterionView, EvidenceView, FactView


def criterion(one: CriterionView, as_of: date, say: Phrasing) -> Iterator[str]:
    """Yield the lines of a criterion."""
    result = one.result
    status = plain(say.label(result.status))
    yield from (f"### {plain(one.criterion.id)} {plain(one.criterion.title)}: {status}", "")
    if result.reasons:
        yield from (f"Why: {plain('; '.join(map(say.reason, result.reasons)))}.", "")
    yield from _excused(result, say)
    yield from _unknown(one)
    yield from listed(_asked(one))
    if one.facts:
        yield from ("**How we know what it asks**", "")
        yield from listed(map(_fact, one.facts))
    yield from (_under("Findings", say), "")
    yield from finding_lines(result.findings)
    yield from (_under("Evidence", say), "")
    yield from listed(map(_evidence, one.evidence), "No document is put forward.")
    if one.aspects:
        yield from (_under("What the evidence has to deal with", say), "")
        yield from listed(map(_aspect, one.aspects))
    yield from (_under("In the plan", say), "")
    yield from listed((_action(each, as_of) for each in result.actions), "No action of the plan names it.")


def _under(usual: str, say: Phrasing) -> str:
    return f"**{plain(say.heading(usual))}**"


def finding_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield findings as a list, each with its mend and its place."""
    yield from listed(map(_finding, findings), "Nothing to mend.")


def _finding(one: Finding) -> str:
    fix = f" To mend it: {plain(one.fix)}" if one.fix else ""
    return (
        f"**{one.level.value.capitalize()}:** {plain(one.message)}{fix} ({plain(one.rule)}, {plain(str(one.location))})"
    )


def _excused(result: CriterionResult, say: Phrasing) -> Iterator[str]:
    if waiver := result.waiver:
        days = f"from {_text.day(waiver.from_)} until {_text.day(waiver.until)}"
        yield from (
            f"**{plain(say.label(Status.WAIVED))}** by {plain(waiver.approver)}, {days}: {plain(waiver.reason)}",
            "",
        )
    if result.taken:
        yield from (f"**Not in the way:** {plain(result.taken)}", "")
    if no := result.not_applicable:
        decided = f"decided by {plain(no.approver)} on {_text.day(no.date)}: {plain(no.reason)}"
        yield from (f"**{plain(say.label(Status.NOT_APPLICABLE))}**, {decided}", "")


def _unknown(one: CriterionView) -> Iterator[str]:
    if not one.wording_unknown:
        return
    yield from ("**Its wording is not known.** It can be neither passed nor failed until the register gives it.", "")
    if candidates := one.criterion.candidates:
        yield from ("These deliverables carry no number and might belong here; they are offered, not assumed:", "")
        yield from listed(
            f"{plain(each.topic)} ({plain(each.id)}){f': {plain(each.note)}' if each.note else ''}"
            for each in candidates
        )


def _asked(one: CriterionView) -> Iterator[str]:
    asked = one.criterion
    facts = (
        ("Requires", asked.requires),
        ("Wording from", one.wording_source),
        ("Strand", one.strand),
        ("Looked after by", ", ".join(asked.owners)),
        ("To be endorsed by", ", ".join(asked.endorsers)),
        ("Evidence asked for", "; ".join(map(str, asked.kinds))),
        ("Reviewed every", _text.count(asked.review_months, "month") if asked.review_months else ""),
        ("Typed in the sources as", ", ".join(asked.typed_as)),
        ("Note", asked.note),
    )
    return (f"{name}: {plain(words)}" for name, words in facts if words)


def _fact(one: FactView) -> str:
    sources = "; ".join(link(source.title, source.url) for source in one.sources)
    rests = f"{_text.fact_basis_words(one.fact.basis)}{f' ({sources})' if sources else ''}"
    note = f". {plain(one.fact.note)}" if one.fact.note else ""
    return f"{plain(_text.topic_words(one.fact.of).capitalize())}: {rests}{note}"


def _evidence(one: EvidenceView) -> str:
    put = one.link
    words = [plain(put.document), _text.link_basis_words(put.basis)]
    words += [f"at {plain(put.locator)}"] * bool(put.locator)
    words += [f"“{plain(put.quote)}”"] * bool(put.quote)
    words += [f"note: {plain(put.note)}"] * bool(put.note)
    return "; ".join((*words, *_registered(one)))


def _registered(one: EvidenceView) -> Iterator[str]:
    if not (entry := one.entry):
        yield "the register does not name this document"
        return
    approvals = (plain(_text.approval_words(each)) for each in entry.approvals)
    yield f"kind: {_text.kinds_words(entry.kinds) or 'not stated'}"
    yield f"owner: {plain(entry.owner) or 'nobody is named'}"
    if entry.version:
        yield f"version {plain(entry.version)}"
    yield f"in force from {_text.day(entry.effective)}" if entry.effective else "in force from: not stated"
    yield f"review by {_text.day(entry.review_by)}" if entry.review_by else "review by: not stated"
    yield f"approved by {'; '.join(approvals) or 'nobody'}"


def _aspect(one: AspectView) -> str:
    weight = "required" if one.aspect.required else "helpful"
    return f"{plain(one.aspect.title)}: {_covered(one)} ({weight}, {_text.fact_basis_words(one.aspect.basis)})"


def _covered(one: AspectView) -> str:
    if one.found:
        return "; ".join(f"{plain(path)}, {plain(str(spot))}" for path, spot in one.found)
    documents = plain(", ".join(one.claimed_by))
    return f"claimed, **but no words of it were found** in {documents}" if documents else "**not claimed**"


def _action(one: Action, as_of: date) -> str:
    days = "; ".join(map(_text.plan_day, one.dates)) or "no date"
    words = [plain(f"{one.id} {one.deliverable}"), days, plain(", ".join(one.who)) or "nobody is named"]
    words += ["**overdue**"] * one.overdue_on(as_of)
    source = "as the plan states it:" if one.progress_stated else "inferred from the words"
    inferred = f", {source} “{plain(one.progress_words)}”" if one.progress_words else ""
    words.append(f"progress: {one.progress.value}{inferred}")
    if one.comment_as_written:
        words.append(f"comment as written: “{plain(one.comment_as_written)}”{_above(one)}")
    return "; ".join(words)


def _above(one: Action) -> str:
    return f", that is: “{plain(one.comment)}”" if "comment" in one.as_above else ""
