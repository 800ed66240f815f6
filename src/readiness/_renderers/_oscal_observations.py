"""Evidence and findings as OSCAL's observations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readiness.model import CriterionResult, DocumentEntry, EvidenceLink, Finding, NotApplicable, Plan

from ._oscal_desk import Desk, end_of, line, own, prose, start_of, title
from ._oscal_types import Prop
from ._oscal_verdict_types import Evidence, Observation, Subject
from ._text import link_basis_words, plan_day

_MOST_CELLS = 1000


def observations(desk: Desk, result: CriterionResult) -> list[Observation]:
    """Return everything that was seen of one criterion: its evidence first, then what the rules said."""
    entries = {one.path: one for one in desk.profile.assessment.folder.register.documents}
    excused = [one for one in result.findings if one not in result.counting]
    return [
        *(_evidence(desk, one, entries.get(one.document)) for one in result.links),
        *said(desk, result.findings, result.criterion.id, excused),
        *([_decision(desk, result.not_applicable)] if result.not_applicable else []),
    ]


def said(
    desk: Desk, findings: Iterable[Finding], about: str = "", excused: Iterable[Finding] = ()
) -> Iterator[Observation]:
    """Yield what rules said, *about* a criterion or, without one, about the folder as a whole."""
    let_off = list(excused)
    for one in findings:
        yield _said(desk, one, about, excused=one in let_off)


def _evidence(desk: Desk, link: EvidenceLink, entry: DocumentEntry | None) -> Observation:
    name = entry.title if entry and entry.title else link.document
    seen: Observation = {
        "uuid": desk.uuid("evidence", link.criterion, link.document, link.locator, link.basis.value),
        "title": title(f"{link.criterion}: {name}"),
        "description": prose(f"“{name}” is put forward for {link.criterion}: {link_basis_words(link.basis)}."),
        "props": [own("criterion", link.criterion), own("basis", link.basis.value)],
        # Only a passage that was read has been examined; the rest is what the register says.
        "methods": ["EXAMINE" if link.quote else "UNKNOWN"],
        "types": ["control-objective"],
        "origins": desk.origins,
        "subjects": [_subject(desk, link.document)],
        "relevant-evidence": [_place(desk, link)],
        "collected": desk.seen_on,
    }
    if entry and entry.review_by:
        seen["expires"] = end_of(entry.review_by)
    return seen


def _place(desk: Desk, link: EvidenceLink) -> Evidence:
    where = f"{link.document}, {link.locator or 'the whole document'}"
    place: Evidence = {
        "href": f"#{desk.resources[link.document]}",
        "description": prose(where, f"“{link.quote}”" if link.quote else ""),
    }
    if link.aspects:
        place["props"] = [own("aspect", one) for one in link.aspects]
    if link.note.strip():
        place["remarks"] = prose(link.note)
    return place


def _subject(desk: Desk, path: str) -> Subject:
    return {"subject-uuid": desk.resources[path], "type": "resource", "title": title(path)}


def _said(desk: Desk, finding: Finding, about: str, *, excused: bool) -> Observation:
    props: list[Prop] = [own("criterion", about)] if about else []
    props += [own("rule", finding.rule), own("level", finding.level.value)]
    props += [own("reason", finding.reason.value)] if finding.reason else []
    props += [own("excused", "yes")] if excused else []
    seen: Observation = {
        "uuid": desk.uuid("finding", about, finding.rule, finding.message),
        "title": title(f"{about or 'The folder'}: {finding.rule}"),
        "description": prose(finding.message) or "The rule gave no words.",
        "props": props,
        "methods": ["TEST"],
        "types": ["finding"],
        "origins": desk.origins,
        "relevant-evidence": [{"description": prose(str(finding.location))}],
        "collected": desk.seen_on,
    }
    if finding.document in desk.resources:
        seen["subjects"] = [_subject(desk, finding.document)]
    if finding.fix.strip():
        seen["remarks"] = prose(f"To mend it: {finding.fix}")
    return seen


def _decision(desk: Desk, decision: NotApplicable) -> Observation:
    approver = line(decision.approver)
    return {
        "uuid": desk.uuid("not applicable", decision.criterion),
        "title": title(f"{decision.criterion}: does not apply"),
        "description": prose(f"{approver} decided that {decision.criterion} does not apply.", decision.reason),
        "props": [
            own("criterion", decision.criterion),
            own("status", "not applicable"),
            own("approver", decision.approver),
            own("decided", start_of(decision.date)),
        ],
        "methods": ["UNKNOWN"],
        "types": ["control-objective"],
        "origins": desk.origins,
        "collected": desk.seen_on,
    }


def plan_observations(desk: Desk, plan: Plan) -> Iterator[Observation]:
    """Yield what could not be used of the plan, and where its own milestones contradict one another."""
    cells: list[Evidence] = [
        {"description": prose(f"Line {one.line}, column {one.column}: {one.message}", one.text)}
        for one in plan.problems
    ]
    for start in range(0, len(cells), _MOST_CELLS):
        yield _of_plan(
            desk, "not used", "Cells of the project plan that could not be used.", cells[start:][:_MOST_CELLS]
        )
    milestones: list[Evidence] = [
        {"description": prose(f"{one.id} {one.title}: {'; '.join(map(plan_day, one.dates)) or 'no date'}")}
        for one in plan.milestones
    ]
    if milestones:
        yield _of_plan(desk, "milestones", "Milestones of the project plan, as it dates them.", milestones)


def _of_plan(desk: Desk, what: str, words: str, cells: list[Evidence]) -> Observation:
    return {
        "uuid": desk.uuid("plan", what),
        "title": title(f"The project plan: {what}"),
        "description": words,
        "methods": ["EXAMINE"],
        "types": ["finding"],
        "origins": desk.origins,
        "relevant-evidence": cells,
        "collected": desk.seen_on,
    }
