"""What a person has accepted of the claims for a criterion, and what became of the text since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from readiness._words import day
from readiness.model import Acceptance, Claim, Edit, EditKind, Exhibit, RuleContext

from ._shared import claimed

_LONGEST_CHANGE = 400
_LONGEST_RUN = 24
_AROUND = 6
"""Words of a run that are kept at each of its ends."""

_SIGNS = {EditKind.REMOVED: "[-{}-]", EditKind.ADDED: "{{+{}+}}", EditKind.SAME: "{}", EditKind.SKIPPED: "…"}


class Accepted(NamedTuple):
    """A claim that a person accepted: the document, the claim and the last acceptance of it."""

    exhibit: Exhibit
    claim: Claim
    acceptance: Acceptance


def accepted(context: RuleContext) -> Iterator[Accepted]:
    """
    Yield the accepted claims of the documents that can be looked at, one for each place that a document is claimed at.

    An acceptance counts on whatever day it was given: documents are read as they are, not as they were on the as-of
    date.
    """
    last = _last(context)
    for exhibit in claimed(context):
        for claim in {one.where: one for one in exhibit.claims}.values():
            acceptance = last.get((exhibit.entry.path, claim.criterion, claim.where))
            if acceptance is not None:
                yield Accepted(exhibit, claim, acceptance)


def astray(criterion: str, context: RuleContext) -> Iterator[tuple[Exhibit, Acceptance]]:
    """
    Yield each claimed document that nobody accepted as it is claimed, with an acceptance that belongs to no claim.

    The claim was changed to another place, or the file got another name. One whose text is still the accepted one, at
    whatever path, is passed over if it was accepted as a whole.
    """
    last = {key: one for key, one in _last(context).items() if one.criterion == criterion}
    exhibits = list(claimed(context))
    claims = {(one.entry.path, claim.criterion, claim.where) for one in exhibits for claim in one.claims}
    idle = [one for key, one in last.items() if key not in claims]
    for exhibit in exhibits:
        if idle and not any(last.get((exhibit.entry.path, one.criterion, one.where)) for one in exhibit.claims):
            own = [one for one in idle if one.document == exhibit.entry.path]
            acceptance = max(own or idle, key=lambda one: one.on)
            if own or not _is_same_text(exhibit, idle):
                yield exhibit, acceptance


def _is_same_text(exhibit: Exhibit, acceptances: Iterable[Acceptance]) -> bool:
    """Return whether the text of a document was accepted under another name."""
    text = exhibit.reading.fingerprint if exhibit.reading else ""
    return bool(text) and any(one.document_fingerprint == text for one in acceptances)


def _last(context: RuleContext) -> dict[tuple[str, str, str], Acceptance]:
    """Return the last acceptance of each claim that was ever accepted."""
    every = sorted(context.folder.acceptances if context.folder else (), key=lambda one: (one.on, one.line or 0))
    return {(one.document, one.criterion, one.where): one for one in every}


def by_whom(acceptance: Acceptance) -> str:
    """Return who accepted and when, to follow "since"."""
    return f"{acceptance.by or 'somebody'} accepted it on {day(acceptance.on)}"


def command(path: str) -> str:
    """Return the command that accepts the document at *path* anew."""
    return f'readiness accept DIR "{path}"' if " " in path else f"readiness accept DIR {path}"


def change_of(edits: Iterable[Edit]) -> str:
    """
    Return a change as a reader sees it at once, cut where it is long.

    >>> edits = [Edit(EditKind.SKIPPED, "It is"), Edit(EditKind.SAME, "reviewed every"),
    ...          Edit(EditKind.REMOVED, "twelve"), Edit(EditKind.ADDED, "twenty-four"), Edit(EditKind.SAME, "months")]
    >>> change_of(edits)
    '… reviewed every [-twelve-] {+twenty-four+} months'
    """
    text = ""
    for one in edits:
        piece = _SIGNS[one.kind].format(_run(one.words))
        if text and len(text) + len(piece) > _LONGEST_CHANGE:
            return f"{text} …"
        text = f"{text} {piece}" if text else piece
    return text


def _run(words: str) -> str:
    every = words.split()
    if len(every) <= _LONGEST_RUN:
        return " ".join(every)
    return " ".join([*every[:_AROUND], "…", *every[-_AROUND:]])
