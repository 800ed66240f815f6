"""What several rules ask of an exhibit in the same way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from readiness._words import counted, listed
from readiness.model import (
    Approval,
    Basis,
    Exhibit,
    FileState,
    Finding,
    Kind,
    Level,
    Location,
    Look,
    Reading,
    Reason,
    RuleContext,
    Spot,
    StatedFact,
)

from ._versions import version_of

LASTING = frozenset({Kind.POLICY, Kind.PROCESS, Kind.PROCEDURE, Kind.AGREEMENT})
"""Kinds that stay in force until somebody changes them; a record or an attendance list does not."""

WARN_DAYS = 30
"""How many days before something lapses it is warned of, if nobody says otherwise."""

_LONGEST_QUOTE = 100
_SHOWN = 3


class Opened(NamedTuple):
    """A claimed document that was opened, with what was found in it."""

    exhibit: Exhibit
    reading: Reading
    look: Look


def put_forward(context: RuleContext) -> Iterator[Exhibit]:
    """Yield the documents that the register claims, each once, whether they can be looked at or not."""
    by_path: dict[str, Exhibit] = {}
    for one in context.exhibits:
        if one.link.basis is Basis.CLAIMED:
            by_path.setdefault(one.entry.path, one)
    return iter(by_path.values())


def claimed(context: RuleContext) -> Iterator[Exhibit]:
    """Yield the documents that the register claims and that can be looked at, each once."""
    return (one for one in put_forward(context) if one.file is not None and one.file.state is FileState.PRESENT)


def opened(context: RuleContext) -> Iterator[Opened]:
    """Yield the claimed documents that have text to judge; the rule `readable` speaks of the others."""
    for one in claimed(context):
        if one.reading is not None and one.reading.readable and one.reading.look is not None:
            yield Opened(one, one.reading, one.reading.look)


def is_lasting(exhibit: Exhibit) -> bool:
    """Return whether the document has to be in force: by its kinds, or because the register gives none."""
    return not exhibit.entry.kinds or not LASTING.isdisjoint(exhibit.entry.kinds)


def time_left(last: date, as_of: date, days: int) -> str:
    """
    Return how long something is still good, as part of a sentence; empty if that is longer than *days*.

    >>> time_left(date(2009, 3, 9), date(2009, 3, 2), 30), time_left(date(2009, 3, 2), date(2009, 3, 2), 30)
    (', in 7 days', ', today')
    >>> time_left(date(2009, 3, 9), date(2009, 3, 2), 6), time_left(date(2009, 3, 2), date(2009, 3, 2), 0)
    ('', '')
    """
    left = (last - as_of).days
    if not days or not 0 <= left <= days:
        return ""
    return f", in {counted(left, 'day')}" if left else ", today"


def approvals_by(exhibit: Exhibit, day: date) -> tuple[Approval, ...]:
    """Return the approvals that had been given on *day*; one dated later has not happened yet."""
    return tuple(one for one in exhibit.entry.approvals if one.date <= day)


def version_now(exhibit: Exhibit) -> str:
    """Return the version of the document: the register's, or else the one it gives itself; empty if neither does."""
    look = exhibit.reading.look if exhibit.reading else None
    stated = (one.written for one in (look.stated if look else ()) if one.fact is StatedFact.VERSION)
    return exhibit.entry.version or next(stated, "")


def of_this_version(approval: Approval, exhibit: Exhibit) -> bool:
    """Return whether what was approved is the document as it is now, or nobody can tell that it is not."""
    approved, now = version_of(approval.version), version_of(version_now(exhibit))
    return approved is None or now is None or approved == now


def registered_at(exhibit: Exhibit, context: RuleContext) -> Location:
    """Return the place of the register that describes the document."""
    return Location(context.register_file, line=exhibit.entry.line, part=exhibit.entry.path)


def claimed_at(exhibit: Exhibit, context: RuleContext) -> Location:
    """Return the place of the register that claims the document for the criterion."""
    lines = (claim.line for claim in exhibit.claims)
    return Location(context.register_file, line=next(lines, exhibit.entry.line), part=exhibit.entry.path)


def first_claim(context: RuleContext) -> Location:
    """Return the place of the first claim, for findings about all the evidence together."""
    return claimed_at(next(claimed(context)), context)


def inside(exhibit: Exhibit, spot: Spot | None = None) -> Location:
    """Return a place inside the document itself."""
    if spot is None:
        return Location(exhibit.entry.path)
    return Location(exhibit.entry.path, line=spot.locator.line, part=str(spot.locator))


def name_of(exhibit: Exhibit) -> str:
    """Return what to call the document in a sentence: its title, or else its path."""
    return exhibit.entry.title or exhibit.entry.path


def shown(spot: Spot) -> str:
    """Return the place and its words, short enough for a sentence."""
    return str(Spot(spot.locator, shortened(spot.quote)))


def shown_first(spots: Iterable[Spot]) -> str:
    """Return the first few places with their words, and how many more there are."""
    every = list(spots)
    more = len(every) - _SHOWN
    words = [shown(one) for one in every[:_SHOWN]]
    return "; ".join([*words, f"and {counted(more, 'more place')}"] if more > 0 else words)


def shortened(text: str, limit: int = _LONGEST_QUOTE, around: str = "") -> str:
    """
    Return *text* cut at a word if it is long, in front too if *around* would be lost otherwise.

    >>> shortened("reviewed every twelve months", 16)
    'reviewed every …'
    >>> shortened("the policy is reviewed every twelve months, see OA8", 24, around="OA8")
    '… months, see OA8'
    """
    if len(text) <= limit:
        return text
    at = text.find(around) + len(around)
    if at > limit - 2:
        first = text.find(" ", at - limit * 3 // 4)
        return f"… {shortened(text[first + 1 :], limit)}" if 0 <= first < at else text
    return f"{text[: limit - 1].rsplit(' ', 1)[0]} …"


def about(
    exhibit: Exhibit,
    context: RuleContext,
    rule: str,
    level: Level,
    message: str,
    fix: str,
    reason: Reason | None = None,
    location: Location | None = None,
) -> Finding:
    """Return a finding about one document; it points at its table in the register unless told otherwise."""
    return Finding(
        rule=rule,
        level=level,
        message=message,
        location=location or registered_at(exhibit, context),
        fix=fix,
        reason=reason,
        document=exhibit.entry.path,
    )


def quoted_names(exhibits: Iterable[Exhibit]) -> str:
    """Return the names of documents as a list inside a sentence, each in quotation marks."""
    return listed(f"“{name_of(one)}”" for one in exhibits)
