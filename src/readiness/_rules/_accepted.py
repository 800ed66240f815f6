"""What a person has accepted of the claims for a criterion, and what became of the text since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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

    The claim was changed to another place, or the file got another name. A document has another's acceptance held
    against it only where the register has that other no longer, so that it may be the same under its old name;
    one whose text is still the accepted one is passed over.
    """
    last = {key: one for key, one in _last(context).items() if one.criterion == criterion}
    exhibits = list(claimed(context))
    claims = {(one.entry.path, claim.criterion, claim.where) for one in exhibits for claim in one.claims}
    idle = [one for key, one in last.items() if key not in claims]
    new: list[Exhibit] = []
    for exhibit in exhibits if idle else ():
        path = exhibit.entry.path
        bare = [one for one in exhibit.claims if (path, one.criterion, one.where) not in last]
        own = [one for one in idle if one.document == path]
        if bare and own:
            yield exhibit, max(own, key=lambda one: one.on)
        elif len(bare) == len(exhibit.claims) and not _is_same_text(exhibit, idle):
            new.append(exhibit)
    yield from _renamed(new, _gone(idle, exhibits, context), context)


def _gone(idle: Iterable[Acceptance], exhibits: Iterable[Exhibit], context: RuleContext) -> list[Acceptance]:
    """Return the acceptances of documents that the register has no longer, by name or by text, the last first."""
    texts = {one.reading.fingerprint for one in exhibits if one.reading}
    described = {one.path for one in context.folder.register.documents} if context.folder else set()
    gone = [one for one in idle if one.document not in described and one.document_fingerprint not in texts]
    return sorted(gone, key=lambda one: one.on, reverse=True)


def _renamed(
    new: Sequence[Exhibit], gone: Sequence[Acceptance], context: RuleContext
) -> Iterator[tuple[Exhibit, Acceptance]]:
    """
    Yield the documents that may have been accepted under another name: those claimed at the place, if any are.

    Where the file is there still under that name, only a place that somebody named tells that another took over.
    """
    found: dict[str, tuple[Exhibit, Acceptance]] = {}
    for one in gone:
        left = context.folder is not None and context.folder.file(one.document) is not None
        alike = [exhibit for exhibit in new if any(claim.where == one.where for claim in exhibit.claims)]
        likely = (alike if one.where else []) if left else alike or new
        for exhibit in likely:
            found.setdefault(exhibit.entry.path, (exhibit, one))
    return iter(found.values())


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
