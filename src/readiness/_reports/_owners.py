"""A note for each owner, with nothing in it but what is theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from readiness._roles import fullest, role_key
from readiness._words import counted, day, listed
from readiness.model import (
    Action,
    Assessment,
    Block,
    DocumentEntry,
    EvidenceProfile,
    Facts,
    Finding,
    Gap,
    Grid,
    Heading,
    Level,
    Paragraph,
    Progress,
    Report,
)

from ._frame import due_words, frame, gap_name
from ._month import when
from ._words import dated, path, say, standing

NOBODY = "Nobody is named"
"""The owner of what has none."""


@frozen
class _Items:
    """What belongs to one owner."""

    gaps: tuple[Gap, ...]
    actions: tuple[Action, ...]
    documents: tuple[DocumentEntry, ...]
    spellings: tuple[str, ...]


def owner_reports(profile: EvidenceProfile) -> Mapping[str, Report]:
    """
    Return a note for each owner of something that is to be done, by their role, in the order of the alphabet.

    What nobody is named for has a note of its own, which comes last.
    """
    return {
        name: frame(profile, _title(name), _blocks(profile, items))
        for name, items in _by_owner(profile.assessment, profile.gaps)
    }


def _title(name: str) -> str:
    return f"Note for {name}" if name != NOBODY else "Note on what nobody is named for"


def _by_owner(assessment: Assessment, gaps: Iterable[Gap]) -> Iterator[tuple[str, _Items]]:
    actions = [one for one in assessment.plan.actions if one.progress is not Progress.DONE] if assessment.plan else []
    documents = [one for one in assessment.folder.register.documents if _said(assessment, one) or not one.owner]
    gaps = tuple(gaps)
    spelt: dict[str, dict[str, None]] = {}
    for who in (*(one.who for one in gaps), *(one.who for one in actions), *((one.owner,) for one in documents)):
        for role in _roles(who):
            spelt.setdefault(role_key(role), {})[role] = None
    for key, spellings in sorted(spelt.items(), key=lambda one: (NOBODY in one[1], one[0])):
        yield (
            fullest(spellings),
            _Items(
                spellings=tuple(spellings),
                gaps=tuple(one for one in gaps if _owns(key, one.who)),
                actions=tuple(one for one in actions if _owns(key, one.who)),
                documents=tuple(one for one in documents if _owns(key, (one.owner,))),
            ),
        )


def _roles(who: Iterable[str]) -> tuple[str, ...]:
    return tuple(" ".join(one.split()) for one in who if one.split()) or (NOBODY,)


def _owns(key: str, who: Iterable[str]) -> bool:
    return key in map(role_key, _roles(who))


def _said(assessment: Assessment, entry: DocumentEntry) -> tuple[Finding, ...]:
    """Return the errors and warnings about a document, each once."""
    found = (one for result in assessment.results for one in result.counting)
    return tuple(dict.fromkeys(one for one in found if one.document == entry.path and one.level is not Level.NOTE))


def _blocks(profile: EvidenceProfile, items: _Items) -> Iterator[Block]:
    judged = profile.assessment
    total = [
        counted(len(items.gaps), "gap"),
        counted(len(items.actions), "plan action"),
        counted(len(items.documents), "document"),
    ]
    spelt = listed(f"“{one}”" for one in items.spellings) if len(items.spellings) > 1 else ""
    rows = (("Due", due_words(judged)), ("In this note", listed(total)), ("Written as", spelt))
    yield Facts(rows=tuple((name, say(words)) for name, words in rows if words))
    yield Paragraph(words=say("Only what is yours stands here. Several owners may share a gap."))
    yield Heading(text="Gaps")
    yield _gap_grid(items.gaps)
    yield Heading(text="Plan actions")
    yield _action_grid(items.actions, judged)
    yield Heading(text="Documents")
    yield _document_grid(items.documents, judged)


def _gap_grid(gaps: tuple[Gap, ...]) -> Grid:
    return Grid(
        caption="Gaps to close",
        head=("Criterion", "Status", "What is missing", "What to do", "By", "Plan action"),
        rows=tuple(
            (
                gap_name(one),
                standing(one.status),
                say(one.why),
                say(one.what),
                dated(one.by, one.due),
                say(one.action or "none covers it"),
            )
            for one in gaps
        ),
        otherwise="No gap is yours.",
        widths=(17, 12, 24, 22, 10, 15),
    )


def _action_grid(actions: tuple[Action, ...], judged: Assessment) -> Grid:
    return Grid(
        caption="Plan actions that are not done",
        head=("Action", "Dates", "Progress", "Criteria"),
        rows=tuple(
            (
                say(f"{one.id} {one.deliverable}"),
                say("; ".join(map(when, one.dates)) or "no date"),
                say(one.progress.value + (", overdue" if one.overdue_on(judged.as_of) else "")),
                say(listed(ref.id for ref in one.criteria) or "none"),
            )
            for one in actions
        ),
        otherwise="No open action of the plan is yours.",
        widths=(46, 20, 18, 16),
    )


def _document_grid(documents: tuple[DocumentEntry, ...], judged: Assessment) -> Grid:
    return Grid(
        caption="Documents of which something is said",
        head=("Document", "Review by", "What is said", "What to do"),
        rows=tuple(_document(one, _said(judged, one)) for one in documents),
        otherwise="Nothing is said against a document of yours.",
        widths=(26, 12, 36, 26),
    )


def _document(entry: DocumentEntry, said: tuple[Finding, ...]) -> tuple[tuple, ...]:  # type: ignore[type-arg]
    messages = dict.fromkeys(one.message for one in said)
    fixes = dict.fromkeys(one.fix for one in said if one.fix)
    no_owner = {} if entry.owner else {"The register names no owner.": None}
    return (
        path(entry.path),
        dated(day(entry.review_by) if entry.review_by else "not given", entry.review_by),
        say(" ".join({**no_owner, **messages})),
        say(" ".join(fixes)),
    )
