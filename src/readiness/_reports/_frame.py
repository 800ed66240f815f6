"""What several reports share: their head, the colour of each strand, and how a gap is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from readiness._words import counted, day, listed, part_of
from readiness.model import (
    Assessment,
    Block,
    CriterionResult,
    Decision,
    Difference,
    EvidenceProfile,
    Facts,
    Gap,
    Grid,
    Line,
    Numbers,
    Paragraph,
    Rag,
    Report,
    Status,
    Tone,
    Verdict,
    Words,
)

from ._words import colour, counts, say, standing

WORST_FIRST = (Rag.RED, Rag.GREY, Rag.AMBER, Rag.PURPLE, Rag.GREEN, Rag.NONE)
"""Which colour a whole takes from its parts: "could not look" weighs more than "not yet", and never less than green."""
_DECIDED = {Decision.GO: Rag.GREEN, Decision.NO_GO: Rag.RED, Decision.UNDECIDED: Rag.GREY}
_SHOWN = (Rag.GREEN, Rag.AMBER, Rag.RED, Rag.GREY, Rag.PURPLE, Rag.NONE)
_NAMES = {
    Rag.GREEN: "met",
    Rag.AMBER: "under way",
    Rag.RED: "not met",
    Rag.GREY: "not assessable",
    Rag.PURPLE: "waived",
    Rag.NONE: "not applicable",
}


def frame(profile: EvidenceProfile, kind: str, blocks: Iterable[Block], *, one_page: bool = False) -> Report:
    """Return a report about the assessment of a profile."""
    judged = profile.assessment
    return Report(
        kind=kind,
        organisation=judged.organisation,
        subtitle=f"{judged.assessment}, as of {day(judged.as_of)}",
        as_of=judged.as_of,
        blocks=tuple(blocks),
        generator=profile.generator,
        about=profile.catalogue_title,
        one_page=one_page,
    )


def verdict(assessment: Assessment) -> Verdict:
    """Return the decision with the numbers behind it."""
    number = Counter(one.status for one in assessment.results)
    total = counted(len(assessment.results), "criterion", "criteria")
    told = counts(((number[status], status.value) for status in Status), "none judged")
    short = "".join(f" {one}" for one in assessment.shortfalls)
    decision = assessment.decision
    return Verdict(word=decision.value, rag=_DECIDED[decision], sentence=f"Of {total}: {told}.{short}")


def warnings(assessment: Assessment) -> Iterator[Paragraph]:
    """Yield a notice if only a part was judged."""
    if assessment.partial:
        names = [one.criterion.id for one in assessment.results]
        said = part_of(names, len(assessment.in_scope), assessment.assessment)
        yield Paragraph(words=say(f"{said} Nothing is said of the others."), tone=Tone.NOTICE)


def numbers(profile: EvidenceProfile) -> Numbers:
    """Return how many criteria have each colour; those that any assessment has are shown even if there are none."""
    of = dict(profile.rag_counts)
    always = {Rag.GREEN, Rag.AMBER, Rag.RED}
    return Numbers(items=tuple((of[rag], _NAMES[rag], rag) for rag in _SHOWN if of.get(rag) or rag in always))


def head(assessment: Assessment, found: Difference | None) -> Facts:
    """Return the days that matter."""
    since = f"{day(found.old.as_of)}, {found.old.decision.value}" if found else "no earlier assessment was given"
    return Facts(
        rows=(
            ("As of", say(day(assessment.as_of))),
            ("Due", say(due_words(assessment))),
            ("Compared with", say(since)),
        )
    )


def due_words(assessment: Assessment) -> str:
    """Return the due date, and how far away it is."""
    left = (assessment.due - assessment.as_of).days
    far = "the same day" if not left else f"{counted(abs(left), 'day')} {'ahead' if left > 0 else 'ago'}"
    return f"{day(assessment.due)}, {far}"


def strand_grid(assessment: Assessment) -> Grid:
    """Return each strand with the colour of its worst criterion, and how many criteria have each colour."""
    return Grid(
        caption="A strand has the colour of its worst criterion",
        head=("Strand", "Colour", "Criteria", "Of these"),
        rows=tuple(
            (say(title), colour(worst(results)), say(str(len(results))), say(_tally(results)))
            for title, results in _strands(assessment)
        ),
        otherwise="No criterion is in scope.",
        widths=(28, 14, 10, 48),
    )


def worst(results: Iterable[CriterionResult]) -> Rag:
    """Return the colour that a whole takes from its parts."""
    return min((one.status.rag for one in results), key=WORST_FIRST.index, default=Rag.NONE)


def _tally(results: tuple[CriterionResult, ...]) -> str:
    number = Counter(one.status for one in results)
    return counts(((number[status], status.value) for status in Status), "none")


def _strands(assessment: Assessment) -> Iterator[tuple[str, tuple[CriterionResult, ...]]]:
    """Yield each strand that has criteria in scope, in the catalogue's order; those without one come last."""
    titles = {one.id: one.title for one in assessment.catalogue.strands}
    order = [*titles, *dict.fromkeys(one.criterion.strand for one in assessment.results if one.criterion.strand), ""]
    for name in dict.fromkeys(order):
        if results := tuple(one for one in assessment.results if one.criterion.strand == name):
            yield titles.get(name, name) or "No strand", results


def gap_name(gap: Gap) -> Line:
    """Return the criterion of a gap, its id standing out."""
    return (Words(text=gap.id, strong=True), Words(text=f" {gap.title}"))


def gap_grid(gaps: Iterable[Gap], caption: str, otherwise: str) -> Grid:
    """Return gaps with what is missing, what to do, who, by when, and what the plan has for it."""
    return Grid(
        caption=caption,
        head=("Criterion", "Status", "What is missing", "What to do", "Owner", "Due", "Plan action"),
        rows=tuple(
            (
                gap_name(one),
                standing(one.status),
                say(f"{one.why} {one.taken}".strip()),
                say(one.what),
                say(listed(one.who) or "nobody is named"),
                say(one.by),
                say(one.action or "none covers it"),
            )
            for one in gaps
        ),
        otherwise=otherwise,
        widths=(14, 11, 20, 20, 12, 10, 13),
    )
