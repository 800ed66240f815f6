"""The rule `has-evidence`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from readiness._words import counted, some_of, with_article
from readiness.model import (
    Action,
    Basis,
    Criterion,
    EvidenceFolder,
    Exhibit,
    FileState,
    Finding,
    Level,
    Location,
    Progress,
    Reason,
    RuleContext,
    Wording,
    least_advanced,
)

from ._shared import claimed_at, name_of, put_forward, shortened

_BAD_FILES = {
    FileState.EMPTY: (Reason.INSUFFICIENT, "is an empty file", "Put the real document in its place."),
    FileState.NOT_PERMITTED: (
        Reason.UNREADABLE,
        "may not be opened by this user",
        "Give read permission, or run as someone who has it.",
    ),
    FileState.NOT_A_FILE: (Reason.UNREADABLE, "is not a regular file", "Put the document itself there, not a link."),
}
_PLAN_SAYS = {
    Progress.DONE: "The plan says this is done ({words}), but a plan's word is not evidence.",
    Progress.IN_HAND: "The plan has this in hand ({words}); nothing shows it yet.",
    Progress.PLANNED: "The plan only intends this ({words}); nothing shows it yet.",
    Progress.ATTENTION: "The plan itself says this needs attention ({words}); nothing shows it yet.",
    Progress.NOT_STATED: "The plan names this but does not say what is being done; nothing shows it yet.",
}


@frozen(kw_only=True)
class HasEvidence:
    """
    A document is put forward for the criterion, and stands in the folder.

    What it asks
        That the register claims at least one document for the criterion, and that every document claimed is there.

    Why
        A plan, a tick or a promise is not evidence. An assessor follows each claim to a document.

    What satisfies it
        A ``[[document]]`` of the register with a ``[[document.claim]]`` for the criterion, whose file is in the
        folder, is not empty and may be opened. A text that cites the criterion and deals with it counts in full only
        once it is claimed; one that merely names it counts for nothing.

    How to fix
        Put the document into the folder and claim it in the register; if the document does not exist yet, do the
        plan's action first.

    Options
        level: ``error``, ``warning`` or ``note``; default ``error``.
    """

    kind: ClassVar[str] = "has-evidence"
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:
        """Yield what is missing altogether, and what is claimed but cannot be looked at."""
        if criterion.wording is Wording.UNKNOWN:
            return
        exhibits = list(put_forward(context))
        for exhibit in exhibits:
            yield from self._file(exhibit, context)
        if all(exhibit.file is None for exhibit in exhibits):
            yield self._nothing(criterion, context, absent=bool(exhibits))

    def _file(self, exhibit: Exhibit, context: RuleContext) -> Iterator[Finding]:
        if exhibit.file is None:
            reason = Reason.NOTHING_FOUND
            what, fix = _absence(exhibit.entry.path, context.folder)
        elif exhibit.file.state in _BAD_FILES:
            reason, what, fix = _BAD_FILES[exhibit.file.state]
        else:
            return
        yield Finding(
            rule=self.kind,
            level=self.level,
            message=f"“{name_of(exhibit)}” is claimed for {exhibit.link.criterion} but {what}{_at(exhibit)}",
            location=claimed_at(exhibit, context),
            fix=fix,
            reason=reason,
            document=exhibit.entry.path,
        )

    def _nothing(self, criterion: Criterion, context: RuleContext, *, absent: bool) -> Finding:
        reason, message, fix = _why_nothing(criterion, context, absent=absent)
        return Finding(
            rule=self.kind,
            level=self.level,
            message=message,
            location=_where(criterion, context),
            fix=fix,
            reason=reason,
        )


def _at(exhibit: Exhibit) -> str:
    path = exhibit.entry.path
    return f": {path}" if name_of(exhibit) != path else "."


def _absence(path: str, folder: EvidenceFolder | None) -> tuple[str, str]:
    """Return what is said of a claimed file that was not met, and how to mend it: it may be there and passed over."""
    for passed, why in folder.skipped if folder else ():
        if path == passed or path.startswith(f"{passed}/"):
            return f"is passed over ({why})", "Rename it or move it, so that it is looked at, and correct its path."
    return "is not in the folder", "Put it there, or correct its path."


def _why_nothing(criterion: Criterion, context: RuleContext, *, absent: bool) -> tuple[Reason, str, str]:
    citing = [one for one in context.exhibits if one.deals_with(criterion) and one.link.basis is Basis.CITED]
    if citing:
        message = f"{_cites(citing, criterion)}, but nobody claims it as evidence."
        return Reason.INSUFFICIENT, message, "Read the cited passage; if it is evidence, claim it in the register."
    reason, message, fix = _without_documents(criterion, context, absent=absent)
    return reason, f"{message}{_only_named(criterion, context)}", fix


def _without_documents(criterion: Criterion, context: RuleContext, *, absent: bool) -> tuple[Reason, str, str]:
    if action := least_advanced(context.actions):
        message = _PLAN_SAYS[action.progress].format(words=f"“{action.progress_words}”")
        return Reason.ONLY_PLANNED, message, _fix_from(criterion, action)
    if any(one.link.basis is Basis.SUGGESTED for one in context.exhibits):
        message = f"A document seems to fit {criterion.id}, but nobody has looked at it."
        return Reason.ONLY_SUGGESTED, message, "Read the suggested passage, then claim it or reject it."
    what = "What is claimed is not there" if absent else "No document is claimed"
    plan = f"no plan action names {criterion.id}" if context.plan_file else "there is no plan"
    return Reason.NOTHING_FOUND, f"{what}, and {plan}.", _fix(criterion)


def _cites(citing: list[Exhibit], criterion: Criterion) -> str:
    """Return which document speaks of the criterion, with the place and words of the first."""
    first, more = citing[0], len(citing) - 1
    others = f" and {counted(more, 'other document')}" if more else ""
    verb = "cite" if more else "cites"
    quote = f": “{_words(first)}”" if first.link.quote else ""
    place = f" ({first.link.locator or 'in the text'}{quote})"
    return f"“{name_of(first)}”{place}{others} {verb} {criterion.id}"


def _words(exhibit: Exhibit) -> str:
    """Return the words that name the criterion, cut around the name."""
    return shortened(exhibit.link.quote, around=exhibit.citation.written if exhibit.citation else "")


def _only_named(criterion: Criterion, context: RuleContext) -> str:
    """Return, as further sentences, which documents name the criterion and say nothing of what it asks; no lists."""
    cited = [one for one in context.exhibits if one.link.basis is Basis.CITED and not one.listed]
    named = [one for one in cited if not one.deals_with(criterion)]
    denying = [one for one in named if one.citation is not None and one.citation.denied]
    others = [one for one in named if one not in denying and one.foreign is not None]
    naming = [one for one in named if one not in denying and one not in others]
    sentences = []
    if naming:
        verb, says = ("name", "say") if len(naming) > 1 else ("names", "says")
        sentences.append(f" {_names(naming)} only {verb} {criterion.id} and {says} nothing of what it asks.")
    if others:
        verb, is_not = ("name", "are not") if len(others) > 1 else ("names", "is not")
        sentences.append(f" {_names(others)} {verb} {criterion.id} and {is_not} your own.")
    if denying:
        verb, words = "name" if len(denying) > 1 else "names", _words(denying[0])
        sentences.append(f" {_names(denying)} {verb} {criterion.id} only to deny it (“{words}”).")
    return "".join(sentences)


def _names(exhibits: list[Exhibit]) -> str:
    return some_of(f"“{name_of(one)}”" for one in exhibits)


def _fix(criterion: Criterion) -> str:
    asked = ", and ".join(with_article(str(one)) for one in criterion.kinds) or "a document that shows it"
    return f"Claim {asked} in the register."


def _fix_from(criterion: Criterion, action: Action) -> str:
    if action.progress is Progress.DONE:
        return f"Put what the plan speaks of into the folder. {_fix(criterion)}"
    return f"Do plan action {action.id} (“{action.deliverable}”), then claim what it produced in the register."


def _where(criterion: Criterion, context: RuleContext) -> Location:
    if context.plan_file and (action := least_advanced(context.actions)):
        return Location(context.plan_file, line=next(iter(action.lines), None), part=f"action {action.id}")
    return Location(context.register_file, part=criterion.id)
