"""The rule `readable`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from readiness.model import Criterion, Exhibit, Fault, Finding, Level, ReadFault, Reading, Reason, RuleContext

from ._shared import about, claimed, inside, name_of

_CUT_SHORT = "reading stopped at a limit, so its end is missing."
_NOT_OPENED = "was not opened, so nobody can say what it holds."
_NOT_LOOKED_INTO = "was opened, but nobody looked for anything in it."


@frozen(kw_only=True)
class Readable:
    """
    The evidence could be opened and read in full.

    What it asks
        That every claimed document could be opened, holds text, and was read to its end.

    Why
        What nobody could read proves nothing. "Could not look" is never green, and it is not the same as "looked and
        found nothing": a password is mended in a minute, a missing procedure is not.

    What satisfies it
        A document in a format that is read here, without a password, with text rather than pictures of text. A
        document without any text is insufficient; one that could not be opened is unreadable. Where only a part
        could not be read, such as three scanned pages or a locked attachment, it is a warning that names the part.

    How to fix
        Each fault says what to do: save a copy without the password, run text recognition over the scan, fetch a
        sound copy, split what is too large.

    Options
        level: ``error``, ``warning`` or ``note`` for what could not be read at all; default ``error``.
    """

    kind: ClassVar[str] = "readable"
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:  # noqa: ARG002 - the protocol
        """Yield a finding for each document that could not be read, wholly or in part."""
        for exhibit in claimed(context):
            reading = exhibit.reading
            if reading is None:
                yield self._unopened(exhibit, context, _NOT_OPENED)
            elif not reading.readable:
                yield self._unreadable(exhibit, context, reading)
            elif reading.look is None:
                yield self._unopened(exhibit, context, _NOT_LOOKED_INTO)
            elif not reading.complete:
                yield _in_part(exhibit, context, reading)

    def _unopened(self, exhibit: Exhibit, context: RuleContext, how: str) -> Finding:
        message, fix = f"“{name_of(exhibit)}” {how}", "Judge the folder again so that its documents are opened."
        return about(exhibit, context, self.kind, self.level, message, fix, Reason.UNREADABLE, inside(exhibit))

    def _unreadable(self, exhibit: Exhibit, context: RuleContext, reading: Reading) -> Finding:
        faults = _grave(reading) or [ReadFault(Fault.TOO_LARGE if reading.truncated else Fault.EMPTY)]
        message = f"“{name_of(exhibit)}” could not be read: {_said(faults)}"
        reason = Reason.INSUFFICIENT if faults[0].fault is Fault.EMPTY else Reason.UNREADABLE
        return about(exhibit, context, self.kind, self.level, message, _advice(faults), reason, inside(exhibit))


def _in_part(exhibit: Exhibit, context: RuleContext, reading: Reading) -> Finding:
    faults = _grave(reading)
    said = [_said(faults)] if faults else []
    if reading.truncated:
        said.append(_CUT_SHORT)
        faults.append(ReadFault(Fault.TOO_LARGE))
    message = f"“{name_of(exhibit)}” was read only in part: {' '.join(said)}"
    return about(exhibit, context, Readable.kind, Level.WARNING, message, _advice(faults), location=inside(exhibit))


def _grave(reading: Reading) -> list[ReadFault]:
    """Return the faults behind which text may stand, each once."""
    return [one for one in dict.fromkeys(reading.faults) if one.fault is not Fault.EMPTY]


def _said(faults: list[ReadFault]) -> str:
    """Return the sentences of the faults, the first to follow a colon."""
    text = " ".join(map(str, faults))
    return text[:1].lower() + text[1:]


def _advice(faults: list[ReadFault]) -> str:
    return " ".join(dict.fromkeys(one.fault.advice for one in faults))
