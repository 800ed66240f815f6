"""The rule `dates-agree`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from attrs import frozen

from readiness._words import day
from readiness.model import Criterion, DocumentEntry, Finding, Level, Reason, RuleContext, Stated, StatedFact

from ._shared import Opened, about, inside, name_of, opened, shortened, shown
from ._versions import version_of

_KEYS = {
    StatedFact.VERSION: "version",
    StatedFact.OWNER: "owner",
    StatedFact.EFFECTIVE: "effective",
    StatedFact.REVIEW_BY: "review_by",
}
_DATES = frozenset({StatedFact.EFFECTIVE, StatedFact.REVIEW_BY})


@frozen(kw_only=True)
class DatesAgree:
    """
    The document and the register say the same of the document.

    What it asks
        That the review date, the effective date, the version and the owner that a document states on its title page,
        in its margins or in its document control table are those of the register.

    Why
        Where the two disagree, one of them is wrong: the register describes another version, or the document was
        never brought up to date. An assessor who opens the document sees its own date, not the register's.

    What satisfies it
        The same value in both. ``March 2010`` agrees with any day of that month, ``1.0`` with ``1``, and an owner
        with the same role in longer words. What only one of them says is no disagreement. A review date in the
        document that has passed, although the register gives another or none, is an error: by its own word the
        document has lapsed. What stands where a date belongs and is none, such as "to be agreed", is noted.

    How to fix
        Find out which is right. Correct the register, or have the document reviewed and its title page brought up to
        date.

    Options
        level: ``error``, ``warning`` or ``note`` for a disagreement; default ``warning``.
        passed: the same for a stated review date that has passed; default ``error``.
    """

    kind: ClassVar[str] = "dates-agree"
    level: Level = Level.WARNING
    passed: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:  # noqa: ARG002 - the protocol
        """Yield a finding for each fact on which a document and the register disagree."""
        for one in opened(context):
            for fact in StatedFact:
                stated = [said for said in one.look.stated if said.fact is fact]
                known = [said for said in stated if fact not in _DATES or said.latest is not None]
                if stated and not known:
                    yield self._no_date(one, stated[0], context)
                elif known and not any(_agrees(said, one.exhibit.entry) for said in known):
                    yield from self._disagreement(one, max(known, key=_last), context)

    def _no_date(self, one: Opened, said: Stated, context: RuleContext) -> Finding:
        subject = f"“{name_of(one.exhibit)}” gives its {said.fact.value} as “{shortened(said.written)}”"
        message = f"{subject} ({_place(said)}), which is no date that could be compared."
        fix = "Have the date filled in, or written out."
        place = inside(one.exhibit, said.spot)
        return about(one.exhibit, context, self.kind, Level.NOTE, message, fix, location=place)

    def _disagreement(self, one: Opened, said: Stated, context: RuleContext) -> Iterator[Finding]:
        written = _registered(said.fact, one.exhibit.entry)
        register = f"the register says {written}" if written else "the register does not say"
        stated = f"its {said.fact.value} as {shortened(said.written)} ({_place(said)})"
        message = f"“{name_of(one.exhibit)}” gives {stated}; {register}."
        fix = f"Find out which is right, then correct {_KEYS[said.fact]} in the register or the document."
        lapsed = said.fact is StatedFact.REVIEW_BY and said.latest is not None and said.latest < context.as_of
        place = inside(one.exhibit, said.spot)
        if lapsed:
            yield about(one.exhibit, context, self.kind, self.passed, message, fix, Reason.STALE, place)
        elif written:
            yield about(one.exhibit, context, self.kind, self.level, message, fix, location=place)


def _last(said: Stated) -> tuple[date, str]:
    return said.latest or date.min, said.written


def _place(said: Stated) -> str:
    return str(said.spot.locator) or shown(said.spot)


def _agrees(said: Stated, entry: DocumentEntry) -> bool:
    """Return whether the register gives the same value."""
    if said.fact is StatedFact.VERSION:
        return _version(said.written) == _version(entry.version)
    if said.fact is StatedFact.OWNER:
        return _same_role(said.written, entry.owner)
    wanted = entry.review_by if said.fact is StatedFact.REVIEW_BY else entry.effective
    if wanted is None or said.earliest is None or said.latest is None:
        return False
    return said.earliest <= wanted <= said.latest


def _version(text: str) -> tuple[int, ...] | str:
    return version_of(text) or text.strip().casefold()


def _same_role(one: str, other: str) -> bool:
    """Return whether all the words of one are words of the other."""
    first, second = (set(re.findall(r"\w+", text.casefold().replace("&", " and "))) for text in (one, other))
    return bool(first) and bool(second) and (first <= second or second <= first)


def _registered(fact: StatedFact, entry: DocumentEntry) -> str:
    if fact is StatedFact.VERSION:
        return entry.version.strip()
    if fact is StatedFact.OWNER:
        return entry.owner.strip()
    wanted = entry.review_by if fact is StatedFact.REVIEW_BY else entry.effective
    return day(wanted) if wanted else ""
