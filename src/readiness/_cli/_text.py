"""The short report of a judgement, for a terminal or a CI log."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from readiness._profile import gaps_of
from readiness._words import counted, day, listed, part_of, threshold_words
from readiness.model import Assessment, Comparison, Decision, Finding, Gap, Level, Rag, Status

from ._screen import Screen, visible

_MANY = 3
_RAGS = {Decision.GO: Rag.GREEN, Decision.NO_GO: Rag.RED, Decision.UNDECIDED: Rag.GREY}
_REMARK = "register"  # what findings about the register itself are called


def header(assessment: Assessment, screen: Screen) -> Iterator[str]:
    """Yield who is judged, when, and the decision with its counts."""
    when = f"as of {day(assessment.as_of)}, due {day(assessment.due)}"
    yield screen.wrap(f"{assessment.organisation}: {assessment.assessment} {when}")
    rag = _RAGS[assessment.decision]
    verdict = assessment.decision.value
    counts = screen.wrap(f"{verdict}  {_counts(assessment)}", rest=" " * (len(verdict) + 2))
    yield counts.replace(verdict, screen.bold(screen.paint(verdict, rag)), 1)
    if not assessment.threshold.strict:
        words = threshold_words(assessment.threshold, assessment.assessment)
        yield screen.wrap(visible(" ".join((words, *assessment.shortfalls))))
    if assessment.partial:
        yield screen.wrap(visible(_part(assessment)))


def _counts(assessment: Assessment) -> str:
    of = [sum(one.status is status for one in assessment.results) for status in Status]
    said = [f"{number} {status.value}" for number, status in zip(of, Status, strict=True) if number]
    return f"{how_many(assessment)}: {listed(said)}"


def how_many(assessment: Assessment) -> str:
    """Return how many criteria were judged, and of how many if that is not all."""
    judged, total = len(assessment.results), len(assessment.in_scope)
    return f"{judged} of {total} criteria" if assessment.partial else counted(judged, "criterion", "criteria")


def _part(assessment: Assessment) -> str:
    ids = (one.criterion.id for one in assessment.results)
    said = part_of(ids, len(assessment.in_scope), assessment.assessment)
    return said if assessment.gaps else f"{said} It takes all of them to decide."


def gap_lines(assessment: Assessment, screen: Screen, beside: Comparison | None = None, *, full: bool) -> Iterator[str]:
    """
    Yield the gaps, what to do first coming first.

    Args:
        assessment: the judgement.
        screen: where they go.
        beside: what is new since a baseline, if there is one; each gap is then marked as known or new.
        full: whether to say what to do, who and by when, not just what is wrong.
    """
    gaps = gaps_of(assessment)
    wide = max((len(one.id) for one in gaps), default=0)
    for gap in gaps:
        mark = _mark(gap, beside)
        status = screen.paint(f"{gap.status.value:<14}", gap.status.rag)
        indent = " " * (wide + 2)
        if full:
            yield f"{visible(gap.id):<{wide}}  {screen.bold(visible(gap.title))}"
            yield f"{indent}{status.rstrip()}{f' ({mark})' if mark else ''}"
            yield from _in_full(gap, screen, indent)
        else:
            yield f"{visible(gap.id):<{wide}}  {status}  {_first_line(gap, screen, wide + 18, mark)}"


def _mark(gap: Gap, beside: Comparison | None) -> str:
    known = "" if beside is None else "known" if gap.id in beside.known_gaps else "new"
    return ", ".join(one for one in (known, "taken" if gap.taken else "") if one)


def _first_line(gap: Gap, screen: Screen, used: int, mark: str) -> str:
    """Return why, wrapped under itself."""
    text = screen.wrap(f"({mark}) {gap.why}" if mark else gap.why, " " * used, " " * used)
    return text[used:]


def _in_full(gap: Gap, screen: Screen, indent: str) -> Iterator[str]:
    hanging = indent + " " * 6
    yield screen.wrap(gap.why, f"{indent}Why:  ", hanging)
    if gap.what:
        yield screen.wrap(gap.what, f"{indent}Next: ", hanging)
    who = listed(gap.who) or "nobody is named"
    yield screen.wrap(f"{who}, by {gap.by}", f"{indent}Who:  ", hanging)
    yield screen.wrap(gap.action or "no action names it", f"{indent}Plan: ", hanging)
    yield ""


def other_findings(
    assessment: Assessment, screen: Screen, level: Level, beside: Comparison | None = None
) -> Iterator[str]:
    """
    Yield findings from *level* on that are not the reason of a gap: of the folder, of the plan, or soon to matter.

    What is odd about the register, such as an id that had to be mended, is always among them.

    What one rule says many times is said once, with the criteria it is said of, so that the report stays short.
    """
    known = beside.known if beside else frozenset()
    reasons = {(gap.id, gap.why) for gap in gaps_of(assessment)}
    groups: dict[tuple[Level, str, bool], list[tuple[str, Finding]]] = {}
    for about, finding in _all_findings(assessment):
        wanted = finding.level.weight >= level.weight or finding.rule == _REMARK
        if wanted and (about, finding.message) not in reasons:
            is_known = (about, finding) in known
            told = evolve(finding, message=f"(known) {finding.message}") if is_known else finding
            groups.setdefault((finding.level, finding.rule, is_known), []).append((about, told))
    for (of_level, rule, _), said in sorted(groups.items(), key=lambda group: -group[0][0].weight):
        if len(said) > _MANY:
            yield _summary(of_level, rule, said, screen)
        else:
            yield from (_line(about, finding, screen) for about, finding in said)


def _all_findings(assessment: Assessment) -> Iterator[tuple[str, Finding]]:
    for result in assessment.results:
        yield from ((result.criterion.id, finding) for finding in result.counting)
    yield from (("", finding) for finding in assessment.findings)


def _line(about: str, finding: Finding, screen: Screen) -> str:
    text = f"{about}: {finding.message}" if about else finding.message
    return screen.wrap(f"{text} [{finding.rule}, {finding.location}]", f"  {finding.level.value:<8}", " " * 10)


def _summary(level: Level, rule: str, said: list[tuple[str, Finding]], screen: Screen) -> str:
    of = list(dict.fromkeys(about for about, _ in said if about))
    about = f" ({', '.join(of)})" if of else ""
    text = f"{rule}, {len(said)} times{about}; the first: {said[0][1].message}"
    return screen.wrap(text, f"  {level.value:<8}", " " * 10)
