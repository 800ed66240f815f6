"""Why a criterion moved, besides what the rules say: documents, decisions, the plan, the wording, and time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from readiness._words import day
from readiness.model import (
    Cause,
    CauseKind,
    DocumentMove,
    RecordedAction,
    RecordedCriterion,
    RecordedDecision,
    RecordedDocument,
    RecordedWaiver,
)


@frozen
class Papers:
    """The documents of the two folders that moved, by path."""

    moved: Mapping[str, DocumentMove]

    @classmethod
    def of(cls, then: tuple[RecordedDocument, ...], now: tuple[RecordedDocument, ...]) -> Papers:
        """Return what became of each document that did not stay as it was."""
        old, new = {one.path: one for one in then}, {one.path: one for one in now}
        moves = (_move(path, old.get(path), new.get(path)) for path in sorted({*old, *new}))
        return cls({one.path: one for one in moves if one is not None})

    def causes(self, then: RecordedCriterion, now: RecordedCriterion) -> Iterator[Cause]:
        """Yield what became of the documents that are, or were, claimed for a criterion."""
        for path in sorted(now.claimed - then.claimed):
            yield Cause(kind=CauseKind.CLAIMED, sentence=f"{path} is now claimed for it.", document=path)
        for path in sorted(then.claimed - now.claimed):
            yield Cause(kind=CauseKind.UNCLAIMED, sentence=f"{path} is not claimed for it any more.", document=path)
        for path in sorted(then.claimed | now.claimed):
            if move := self.moved.get(path):
                yield Cause(kind=move.what, sentence=_sentence(move), document=path)


def _move(path: str, old: RecordedDocument | None, new: RecordedDocument | None) -> DocumentMove | None:
    then, now = old.state if old else "", new.state if new else ""
    what = _what(old, new)
    return DocumentMove(path=path, what=what, then=then, now=now) if what else None


def _what(old: RecordedDocument | None, new: RecordedDocument | None) -> CauseKind | None:
    was_there, is_there = bool(old and old.sha256), bool(new and new.sha256)
    if old is None or (new and is_there and not was_there):
        return CauseKind.APPEARED
    if new is None or (was_there and not is_there):
        return CauseKind.GONE
    if old.sha256 != new.sha256:
        return CauseKind.CHANGED
    return CauseKind.STATE if old.state != new.state else None


def _sentence(move: DocumentMove) -> str:
    if move.what is CauseKind.CHANGED:
        return f"{move.path} was changed."
    if move.what is CauseKind.GONE:
        return f"{move.path} is not there any more, or cannot be opened: {move.now or 'not in the folder'}."
    return f"{move.path} was {move.then or 'not in the folder'}, and is now {move.now}."


def decisions(then: RecordedCriterion, now: RecordedCriterion) -> Iterator[Cause]:
    """Yield what excuses a criterion, and what excused it: a waiver, a decision, or what the assessment takes."""
    old, new = _excuse(then), _excuse(now)
    if old == new:
        return
    if new:
        yield Cause(kind=CauseKind.EXCUSE, sentence=new)
    if old:
        yield Cause(kind=CauseKind.NO_EXCUSE, sentence=old)


def _excuse(one: RecordedCriterion) -> str:
    if isinstance(one.waiver, RecordedWaiver):
        waiver = one.waiver
        return f"Waived by {waiver.approver} from {day(waiver.from_)} until {day(waiver.until)}: {waiver.reason}"
    if isinstance(one.not_applicable, RecordedDecision):
        decision = one.not_applicable
        return f"Not applicable, decided by {decision.approver} on {day(decision.date)}: {decision.reason}"
    return one.taken


def planned(then: RecordedCriterion, now: RecordedCriterion) -> Iterator[Cause]:
    """Yield what the plan says otherwise of a criterion; an action is known by its words, as numbers are given anew."""
    old, new = _by_name(then.actions), _by_name(now.actions)
    for name in sorted({*old, *new}):
        if sentence := _planned(name, old.get(name), new.get(name)):
            yield Cause(kind=CauseKind.PLAN, sentence=sentence)


def _by_name(actions: tuple[RecordedAction, ...]) -> dict[str, RecordedAction]:
    """Return the actions by their words; of two with the same, one that is overdue or less far on speaks for both."""
    ordered = sorted(actions, key=lambda one: (one.overdue, -one.rag.advance))
    return {one.deliverable: one for one in ordered}


def _planned(name: str, old: RecordedAction | None, new: RecordedAction | None) -> str:
    if old is None:
        return f"The plan now has “{name}” for it."
    if new is None:
        return f"The plan does not have “{name}” for it any more."
    if old.overdue != new.overdue:
        return f"“{name}” is {'now overdue' if new.overdue else 'not overdue any more'}."
    if old.rag is not new.rag:
        return f"“{name}” was {old.rag.value}, and is now {new.rag.value}."
    return ""


def wording(then: RecordedCriterion, now: RecordedCriterion) -> Iterator[Cause]:
    """Yield how the words of a criterion changed: its title, what it asks, and who wrote that."""
    for what, old, new in (
        ("Its title", then.title, now.title),
        ("What it requires", then.requires, now.requires),
        ("Its wording", then.wording.value, now.wording.value),
    ):
        if old != new:
            sentence = f"{what} is now: {new or 'nothing'}"
            yield Cause(kind=CauseKind.WORDING, sentence=sentence, before=f"{what} was: {old or 'nothing'}")
