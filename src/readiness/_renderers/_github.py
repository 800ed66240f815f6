"""The findings as workflow commands of GitHub Actions, which become annotations; and a summary of the job."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from readiness.model import Decision, EvidenceProfile, Level

from ._said import Said, most_urgent_first, said, unseen
from ._text import count, shortened, visible
from ._view import why

MOST = 10
"""Annotations of one sort that GitHub shows of one step; it drops the others without a word."""
_TITLE, _MESSAGE = 255, 4000
_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


@frozen(kw_only=True)
class Annotation:
    """
    One workflow command.

    Attributes:
        command: ``error``, ``warning`` or ``notice``.
        title: shown in bold.
        message: shown under it.
        file: as seen from the root of the repository; may be empty.
        line: counted from 1, or ``None``.
        column: counted from 1, or ``None``.

    >>> str(Annotation(command="error", title="OA8: a, b", message="50%", file="a.toml", line=3))
    '::error file=a.toml,line=3,title=OA8%3A a%2C b::50%25'
    """

    command: str
    title: str
    message: str
    file: str = ""
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        facts = {"file": self.file, "line": self.line, "col": self.column, "title": shortened(self.title, _TITLE)}
        properties = ",".join(f"{key}={_property(str(value))}" for key, value in facts.items() if value)
        return f"::{self.command} {properties}::{_data(shortened(self.message, _MESSAGE))}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


@frozen
class GithubRenderer:
    """
    Write the decision and the most urgent findings as annotations, and say how many more there are.

    >>> GithubRenderer().suffix
    '.github.txt'
    """

    suffix: ClassVar[str] = ".github.txt"

    def render(self, profile: EvidenceProfile) -> bytes:
        """Return UTF-8 text, one command on each line."""
        return "".join(f"{one}\n" for one in _annotations(profile)).encode()


def _annotations(profile: EvidenceProfile) -> Iterator[Annotation]:
    judged, hidden = profile.assessment, unseen(profile)
    go = judged.decision is not Decision.NO_GO
    title = f"{judged.assessment}: {judged.decision.value}"
    yield Annotation(command="notice" if go else "error", title=title, message=f"{judged.organisation}: {why(profile)}")
    if hidden:
        message = "; ".join(f"{one.path}: {one.why}" for one in hidden[:MOST])
        more = f"; and {len(hidden) - MOST} more" if len(hidden) > MOST else ""
        yield Annotation(command="warning", title="could not look", message=f"{message}{more}")
    known = sum(bool(one.known) for one in said(profile))
    if known:
        message = "The baseline has them, so they are not shown here. The full report lists every one."
        yield Annotation(command="notice", title=count(known, "known finding"), message=message)
    taken = {Level.ERROR: int(not go), Level.WARNING: int(bool(hidden)), Level.NOTE: int(go) + int(bool(known))}
    for level in Level:
        yield from _of_level(profile, level, MOST - taken[level])


def _of_level(profile: EvidenceProfile, level: Level, room: int) -> Iterator[Annotation]:
    found = most_urgent_first(profile, level)
    shown = found if len(found) <= room else found[: room - 1]
    yield from (_annotation(one) for one in shown)
    if more := len(found) - len(shown):
        title = count(more, f"more {level.value}")
        yield Annotation(command=_COMMANDS[level], title=title, message="The full report lists every one.")


def _annotation(one: Said) -> Annotation:
    finding, place = one.finding, one.finding.location
    name = f"{one.about} {one.result.criterion.title} ({one.result.status.value})" if one.result else finding.rule
    return Annotation(
        command=_COMMANDS[finding.level],
        title=name,
        message=one.sentence,
        file=one.path,
        line=place.line,
        column=place.column if place.line else None,
    )
