"""What stands at the end of a profile: the place to sign, and the long tables, as neutral blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from readiness.model import (
    Action,
    Block,
    Bullets,
    Decision,
    EvidenceProfile,
    Grid,
    Heading,
    Line,
    Milestone,
    Paragraph,
    Plan,
    PlanDate,
    Source,
    Timeline,
    Words,
)

from . import _text
from ._spoken import lines, say, to
from ._view import CriterionView, FactView, ProfileView

_PARTS = ("Prepared by", "Checked by", "Sponsor")


def sign_off(seen: ProfileView) -> Iterator[Block]:
    """Yield the place to sign, to be filled in by hand."""
    partial, says = seen.profile.assessment.partial, seen.profile.phrasing.decision
    decide = f"Decision: {says(Decision.GO)} or {says(Decision.NO_GO)}"
    question = "A part of the criteria: nothing to decide" if partial else decide
    yield Heading(text="Sign-off", opens=True)
    yield Paragraph(
        words=say("To be filled in by hand on the printed copy. Nothing here was filled in by the program.")
    )
    yield Grid(
        caption="Sign-off, to be filled in by hand",
        head=("Part", "Name", "Role", "Signature", "Date"),
        rows=tuple((say(part), (), (), (), ()) for part in _PARTS),
        to_fill=True,
        widths=(1.6, 2.4, 2.2, 2.4, 1.4),
    )
    yield Grid(
        caption="The decision of the sponsor, to be filled in by hand",
        head=("Question", "Answer"),
        rows=((say(question), ()), (say("Conditions"), ())),
        to_fill=True,
        widths=(1.6, 8.4),
    )


def annexes(seen: ProfileView) -> Iterator[Block]:
    """Yield the plan, what could not be used of it, and what the wording of each criterion rests on."""
    profile: EvidenceProfile = seen.profile
    plan = profile.assessment.plan
    yield Heading(text="Annex A: the plan", opens=True)
    if not (timeline := profile.timeline):
        yield Paragraph(words=say("No project plan was given, so nothing can be said of what is in hand."))
    else:
        title = ", ".join(filter(None, (plan.title or "The project plan", plan.version, plan.period))) if plan else ""
        yield Paragraph(words=say(f"{title}. Progress is {_text.progress_source(plan)}.".removeprefix(". ")))
        yield _actions(timeline)
    yield Heading(text="What could not be used of the plan", level=3)
    yield _unused(plan)
    yield from _facts(seen)


def _actions(timeline: Timeline) -> Grid:
    actions = (_action(one, row.strand, timeline) for row in timeline.rows for one in row.actions)
    milestones = map(_milestone, timeline.milestones)
    return Grid(
        caption="Every dated action and milestone of the plan",
        head=("Action", "Strand", "Dates", "Progress"),
        rows=(*actions, *milestones),
        otherwise="The plan has no dated actions.",
        widths=(3.9, 2.7, 2.3, 1.4),
    )


def _action(one: Action, strand: str, timeline: Timeline) -> tuple[Line, ...]:
    overdue = say("\noverdue", strong=True) if one.overdue_on(timeline.as_of) else ()
    progress = (*say(one.progress.value), *overdue)
    return say(f"{one.id} {one.deliverable}"), say(strand), _days(one.dates), progress


def _milestone(one: Milestone) -> tuple[Line, ...]:
    title = f" {one.title}" if one.title != one.id else ""
    return say(f"{one.id}{title}"), say("Milestone"), _days(one.dates), say("does not apply", quiet=True)


def _days(dates: tuple[PlanDate, ...]) -> Line:
    return say("; ".join(map(_text.plan_day, dates)) or "no date")


def _unused(plan: Plan | None) -> Grid:
    problems = plan.problems if plan else ()
    return Grid(
        caption="Pieces of the plan that could not be used",
        head=("Line", "Column", "Text", "Why"),
        rows=tuple(
            (say(str(one.line)), say(str(one.column)), say(one.text or "empty"), say(one.message)) for one in problems
        ),
        otherwise="Every cell of the plan was used." if plan else "There is no plan.",
        widths=(0.8, 1.0, 3.2, 5.0),
    )


def _facts(seen: ProfileView) -> Iterator[Block]:
    """Yield what each fact of the catalogue rests on; sources are numbered, for many are named again and again."""
    held = tuple((one, each) for one in seen.criteria for each in one.facts)
    if not held:
        return
    numbers: dict[str, int] = {}
    sources = [source for _, each in held for source in each.sources]
    for one in sources:
        numbers.setdefault(one.id, len(numbers) + 1)
    yield Heading(text="Annex B: how we know what each criterion asks", opens=True)
    yield Grid(
        caption="What each fact of the catalogue rests on",
        head=("Criterion", "Rests on", "Which facts"),
        rows=tuple(row for one in seen.criteria for row in _rows(one, seen, numbers)),
        widths=(1.4, 2.0, 6.6),
    )
    if numbers:
        yield Heading(text="Sources", level=3)
        yield Bullets(items=tuple(_source(one, numbers) for one in {one.id: one for one in sources}.values()))


def _source(one: Source, numbers: Mapping[str, int]) -> Line:
    link = one.url if _text.web_address(one.url) else ""
    return (*say(f"[{numbers[one.id]}] ", strong=True), Words(text=one.title, link=link))


def _rows(one: CriterionView, seen: ProfileView, numbers: Mapping[str, int]) -> Iterator[tuple[Line, ...]]:
    """Yield a row for everything that the facts of a criterion rest on, with these facts."""
    found: dict[str, list[Line]] = {}
    for each in one.facts:
        marks = (f"[{numbers[source.id]}]" for source in each.sources)
        basis = " ".join((_text.fact_basis_words(each.fact.basis), *marks))
        found.setdefault(basis, []).append(_fact(each))
    for basis, facts in found.items():
        yield (to(one.criterion.id, seen.anchors), say(basis), lines(facts, between="\n"))


def _fact(fact: FactView) -> Line:
    topic = _text.topic_words(fact.fact.of)
    note = f": {fact.fact.note}" if fact.fact.note else ""
    return (*say(topic[:1].upper() + topic[1:], strong=True), *say(note))
