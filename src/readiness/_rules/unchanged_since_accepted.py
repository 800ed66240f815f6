"""The rule `unchanged-since-accepted`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from readiness._words import day
from readiness.model import Acceptance, Criterion, Exhibit, Finding, Level, Look, Pin, Reason, RuleContext

from ._accepted import Accepted, accepted, astray, by_whom, change_of, command
from ._shared import about, inside, name_of, shortened


@frozen(kw_only=True)
class UnchangedSinceAccepted:
    """
    The evidence is what a person accepted.

    What it asks
        That the text of a claimed document, or of the place that the claim points to, is the same as when somebody
        last accepted it with ``readiness accept``.

    Why
        Somebody read the document and took it for evidence. What was edited afterwards nobody has read.

    What satisfies it
        The same words. Saving the file again, converting it or moving a page break changes nothing. Where only other
        parts of the document changed, that is noted. A claim that nobody has accepted yet is not judged here, but one
        that was accepted at another place or under another name is a warning. The day of an acceptance does not matter.

    How to fix
        Read the change, which the finding shows word by word. If the document is still evidence, accept it again.

    Options
        level: ``error``, ``warning`` or ``note``; default ``error``.
    """

    kind: ClassVar[str] = "unchanged-since-accepted"
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:
        """Yield a finding for each accepted text that has changed."""
        for one in accepted(context):
            reading = one.exhibit.reading
            if reading is None or not reading.readable:
                continue
            whole_changed = reading.fingerprint != one.acceptance.document_fingerprint
            pin = _pin(reading.look, one.acceptance)
            if pin is not None and pin.fingerprint != one.acceptance.passage_fingerprint:
                yield self._suspect(one, pin, context)
            elif whole_changed and pin is None:
                yield self._suspect(one, None, context)
            elif whole_changed and pin is not None:
                yield _elsewhere(one, pin, context)
        for exhibit, acceptance in astray(criterion.id, context):
            yield _astray(exhibit, acceptance, context)

    def _suspect(self, one: Accepted, pin: Pin | None, context: RuleContext) -> Finding:
        place = f" at {shortened(pin.where)}" if pin else ""
        gone = pin is not None and pin.spot is None
        change = "The accepted passage is no longer there." if gone else _change(one, context)
        message = f"“{name_of(one.exhibit)}” has changed{place} since {by_whom(one.acceptance)}. {change}"
        fix = f"Read it. If it is still evidence: {command(one.acceptance.document)}"
        where = inside(one.exhibit, pin.spot if pin else None)
        return about(one.exhibit, context, self.kind, self.level, message, fix, Reason.SUSPECT, where)


def _pin(look: Look | None, acceptance: Acceptance) -> Pin | None:
    """Return the accepted place as it is today; ``None`` if the document was accepted as a whole."""
    if look is None or not acceptance.where or not acceptance.passage_fingerprint:
        return None
    pin = look.pin(acceptance.where)
    return pin if pin is not None and pin.checkable else None


def _change(one: Accepted, context: RuleContext) -> str:
    wanted = one.acceptance.document, one.acceptance.criterion, one.acceptance.where
    revisions = context.folder.revisions if context.folder else ()
    for revision in revisions:
        if (revision.document, revision.criterion, revision.where) == wanted and revision.edits:
            return f"The change: {change_of(revision.edits)}"
    if one.acceptance.text:
        return "Its words are the same; some of them stand elsewhere now, such as in another column."
    return "The accepted text was not kept, so the change cannot be shown."


def _astray(exhibit: Exhibit, acceptance: Acceptance, context: RuleContext) -> Finding:
    was = f" at {shortened(acceptance.where)}" if acceptance.where else ""
    name = "it" if acceptance.document == exhibit.entry.path else acceptance.document
    message = (
        f"Nobody has accepted “{name_of(exhibit)}” as it is claimed now; {name} was accepted{was}"
        f" on {day(acceptance.on)}, which is claimed no longer."
    )
    fix = f"Read it. If it is evidence: {command(exhibit.entry.path)}"
    return about(exhibit, context, UnchangedSinceAccepted.kind, Level.WARNING, message, fix, location=inside(exhibit))


def _elsewhere(one: Accepted, pin: Pin, context: RuleContext) -> Finding:
    exhibit: Exhibit = one.exhibit
    message = f"“{name_of(exhibit)}” has changed since {by_whom(one.acceptance)}, but not at {shortened(pin.where)}."
    fix = f"Read the rest when there is time: {command(one.acceptance.document)}"
    kind = UnchangedSinceAccepted.kind
    return about(exhibit, context, kind, Level.NOTE, message, fix, location=inside(exhibit, pin.spot))
