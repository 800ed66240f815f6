"""What several reports share: their head, the colour of each strand, and how a gap is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from readiness._renderers._phrased import phrased
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
    Phrasing,
    Rag,
    Report,
    Status,
    Tone,
    Verdict,
    Words,
)

from ._words import about_words, colour, counts, dated, say, standing

WORST_FIRST = (Rag.RED, Rag.GREY, Rag.AMBER, Rag.PURPLE, Rag.GREEN, Rag.NONE)
"""Which colour a whole takes from its parts: "could not look" weighs more than "not yet", and never less than green."""
DECIDED = {Decision.GO: Rag.GREEN, Decision.NO_GO: Rag.RED, Decision.UNDECIDED: Rag.GREY}
_SHOWN = (Rag.GREEN, Rag.AMBER, Rag.RED, Rag.GREY, Rag.PURPLE, Rag.NONE)
_NAMES = {
    Rag.GREEN: Status.MET,
    Rag.RED: Status.NOT_MET,
    Rag.GREY: Status.NOT_ASSESSABLE,
    Rag.PURPLE: Status.WAIVED,
    Rag.NONE: Status.NOT_APPLICABLE,
}


def frame(profile: EvidenceProfile, kind: str, blocks: Iterable[Block], *, one_page: bool = False) -> Report:
    """Return a report about the assessment of a profile."""
    judged = profile.assessment
    return Report(
        kind=kind,
        organisation=judged.organisation,
        subtitle=f"{judged.assessment}, as of {day(judged.as_of)}",
        as_of=judged.as_of,
        blocks=phrased((*blocks, *about_words(profile.phrasing)), profile.phrasing),
        generator=profile.generator,
        about=profile.catalogue_title,
        one_page=one_page,
    )


def verdict(profile: EvidenceProfile) -> Verdict:
    """Return the decision with the numbers behind it."""
    assessment, words = profile.assessment, profile.phrasing
    number = Counter(one.status for one in assessment.results)
    total = counted(len(assessment.results), "criterion", "criteria")
    told = counts(((number[status], words.status(status)) for status in Status), "none judged")
    short = "".join(f" {one}" for one in assessment.shortfalls)
    decision = assessment.decision
    return Verdict(word=words.decision(decision), rag=DECIDED[decision], sentence=f"Of {total}: {told}.{short}")


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
    shown = [rag for rag in _SHOWN if of.get(rag) or rag in always]
    return Numbers(items=tuple((of[rag], _named(rag, profile.phrasing), rag) for rag in shown))


def _named(rag: Rag, phrasing: Phrasing) -> str:
    status = _NAMES.get(rag)
    return phrasing.status(status) if status else "under way"


def head(profile: EvidenceProfile, found: Difference | None) -> Facts:
    """Return the days that matter."""
    assessment, words = profile.assessment, profile.phrasing
    then = f"{day(found.old.as_of)}, {words.decision(found.old.decision)}" if found else ""
    return Facts(
        rows=(
            ("As of", say(day(assessment.as_of))),
            ("Due", say(due_words(assessment))),
            ("Compared with", say(then or "no earlier assessment was given")),
        )
    )


def due_words(assessment: Assessment) -> str:
    """Return the due date, and how far away it is."""
    left = (assessment.due - assessment.as_of).days
    far = "the same day" if not left else f"{counted(abs(left), 'day')} {'ahead' if left > 0 else 'ago'}"
    return f"{day(assessment.due)}, {far}"


def strand_grid(profile: EvidenceProfile) -> Grid:
    """Return each strand with the colour of its worst criterion, and how many criteria have each colour."""
    return Grid(
        caption="A strand has the colour of its worst criterion",
        head=("Strand", "Colour", "Criteria", "Of these"),
        rows=tuple(
            (say(title), colour(worst(results)), say(str(len(results))), say(_tally(results, profile.phrasing)))
            for title, results in _strands(profile.assessment)
        ),
        otherwise="No criterion is in scope.",
        widths=(28, 14, 10, 48),
    )


def worst(results: Iterable[CriterionResult]) -> Rag:
    """Return the colour that a whole takes from its parts."""
    return min((one.status.rag for one in results), key=WORST_FIRST.index, default=Rag.NONE)


def _tally(results: tuple[CriterionResult, ...], words: Phrasing) -> str:
    number = Counter(one.status for one in results)
    return counts(((number[status], words.status(status)) for status in Status), "none")


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
                dated(one.by, one.due),
                say(one.action or "none covers it"),
            )
            for one in gaps
        ),
        otherwise=otherwise,
        widths=(14, 11, 20, 20, 12, 10, 13),
    )
