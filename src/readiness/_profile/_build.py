"""Put the parts of a profile together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from attrs import evolve

from readiness._version import __version__
from readiness._words import counted, day, listed, some_of
from readiness.model import (
    Assessment,
    Comparison,
    CriterionResult,
    EvidenceProfile,
    Gap,
    Phrasing,
    Progress,
    Rag,
    Reason,
    Status,
    Tile,
    least_advanced,
)

from ._documents import document_rows
from ._gaps import gaps_of
from ._lapses import lapses_of
from ._map import evidence_map
from ._quotes import marked_quotes
from ._rules import rule_pages
from ._timeline import timeline_of
from ._worded import worded, worded_beside

_PLAN_SAYS = {
    Progress.DONE: "plan says done",
    Progress.IN_HAND: "plan says in hand",
    Progress.PLANNED: "plan intends it",
    Progress.ATTENTION: "plan says needs attention",
    Progress.NOT_STATED: "plan only names it",
}


_SEARCHED = (
    "Whether the documents are any good. They were opened and searched for the words of each criterion; what the words "
    "amount to is for people to judge. Follow each claim to its place before you rely on it."
)
_SHOWN = 5


def build_profile(
    assessment: Assessment,
    *,
    folder_path: str = "",
    plan_path: str = "",
    comparison: Comparison | None = None,
    phrasing: Phrasing | None = None,
) -> EvidenceProfile:
    """
    Return the profile of *assessment*, ready for any renderer.

    Args:
        assessment: the judgement.
        folder_path: where the evidence folder stands in its repository, with ``/`` between parts.
        plan_path: the same for a plan that stands outside the folder.
        comparison: what is new since a baseline, if there is one.
        phrasing: the words in which people are told; default: the usual ones.
    """
    words = phrasing or Phrasing()
    assessment, comparison = worded(assessment, words), worded_beside(comparison, words)
    statuses = Counter(one.status for one in assessment.results)
    colours = Counter(one.status.rag for one in assessment.results)
    return EvidenceProfile(
        assessment=assessment,
        catalogue_title=f"{assessment.catalogue.title}, version {assessment.catalogue.version}",
        counts=tuple((status, statuses[status]) for status in Status),
        rag_counts=tuple((colour, colours[colour]) for colour in Rag),
        tiles=tuple(_tile(one, words) for one in assessment.results),
        gaps=tuple(_marked(one, comparison) for one in gaps_of(assessment)),
        results=assessment.results,
        timeline=timeline_of(assessment),
        documents=document_rows(assessment),
        not_looked_at=tuple(_not_looked_at(assessment)),
        generator=f"readiness {__version__}",
        rules=rule_pages(assessment),
        folder_path=folder_path,
        plan_path=plan_path,
        comparison=comparison,
        lapses=lapses_of(assessment),
        quotes=marked_quotes(assessment),
        map=evidence_map(assessment),
        phrasing=words,
    )


def _marked(gap: Gap, beside: Comparison | None) -> Gap:
    """Return a gap with whether the baseline has it."""
    if beside is None or beside.since is None:
        return gap
    return evolve(gap, known=f"known since {day(beside.since)}" if gap.id in beside.known_gaps else "new")


def _tile(result: CriterionResult, words: Phrasing) -> Tile:
    criterion = result.criterion
    return Tile(id=criterion.id, title=criterion.title, status=result.status, say=_say(result, words))


def _say(result: CriterionResult, words: Phrasing) -> str:
    action = least_advanced(result.actions)
    if result.waiver is not None:
        return f"until {result.waiver.until.isoformat()}"
    if Reason.ONLY_PLANNED in result.reasons and action is not None:
        return _PLAN_SAYS[action.progress]
    if result.reasons:
        return words.reason(result.reasons[0])
    return counted(len({one.document for one in result.links}), "document") if result.links else ""


def _left_out(assessment: Assessment) -> Iterator[str]:
    if assessment.partial:
        judged = {one.criterion.id for one in assessment.results}
        others = [one for one in assessment.in_scope if one not in judged]
        number = counted(len(others), "other criterion", "other criteria")
        yield f"The {number} that {assessment.assessment} asks for: {some_of(others, 12)}."
        yield "The folder and the plan as a whole, as only some criteria were asked for."


def _not_looked_at(assessment: Assessment) -> list[str]:
    said = [_SEARCHED, *_left_out(assessment)]
    folder = assessment.folder
    said += folder.remarks
    unread = [one.path for one in folder.readings if not one.complete]
    if unread:
        more = len(unread) - _SHOWN
        names = listed([*unread[:_SHOWN], f"{more} more"] if more > 0 else unread)
        whose = ", whichever criterion it is for" if assessment.partial else ""
        said.append(f"{counted(len(unread), 'document')} that could not be opened, or not to the end{whose}: {names}.")
    if folder.blind:
        said.append(f"{counted(len(folder.blind), 'path')} of the folder, which could not be opened or followed.")
    if passed := len(folder.skipped) - len(folder.blind):
        said.append(f"{counted(passed, 'hidden, lock or system file')}.")
    plan = assessment.plan
    if plan is None:
        said.append("A project plan: none was given, so nothing is said of what is on its way.")
    elif plan.problems:
        message = "of the plan that could not be used; each is listed under the provenance of this profile."
        said.append(f"{counted(len(plan.problems), 'cell or line', 'cells or lines')} {message}")
    return said
