"""A profile with what only formats for machines tell apart: excuses, twins, what could not be looked at, rule pages."""

from __future__ import annotations

import pytest
from attrs import evolve
from samples import NASTY, Say, empty, full, hostile, saying

from readiness.model import (
    CriterionResult,
    EvidenceFolder,
    EvidenceProfile,
    FileState,
    Finding,
    FoundFile,
    Level,
    Location,
    Reason,
    RulePage,
    Status,
)


def telling() -> EvidenceProfile:
    """Return the profile in plain words."""
    return telling_as(lambda text: text)


def nasty() -> EvidenceProfile:
    """Return it with everything in it that one of the formats would obey."""
    return telling_as(lambda text: f"{text}::error::x\n::set-output name=a::b##[error]]]><b>{{0}}{NASTY}")


def telling_as(say: Say) -> EvidenceProfile:
    """Return the profile with *say* applied to every text."""
    plain = saying(say)
    results = tuple(_more(say, one) for one in plain.results)
    blind = say("locked/papers")
    findings = (
        *plain.assessment.findings,
        _finding(say, "folder", "Could not look at it.", Location(blind), Level.WARNING, Reason.UNREADABLE),
        *(_finding(say, "plan-coverage", "A twin.", Location(say("plan.txt"), line=line)) for line in (3, 7)),
        _finding(say, "plan-conflict", "Two dates.", Location(say("plan.txt"), line=9, column=4), Level.WARNING),
    )
    judged = evolve(plain.assessment, results=results, findings=findings, folder=_folder(say, plain, blind))
    return evolve(plain, assessment=judged, results=results, rules=_pages(say), folder_path=say("evidence/my town"))


def _more(say: Say, result: CriterionResult) -> CriterionResult:
    """Return the result with findings that its status excuses, does not excuse, or cannot judge."""
    match result.status:
        case Status.WAIVED:
            excused = _finding(say, "has-evidence", "No document is claimed.", reason=Reason.NOTHING_FOUND)
            about_waiver = evolve(_finding(say, "waiver", "It expires.", level=Level.WARNING), rule="waiver")
            return evolve(result, findings=(excused, about_waiver))
        case Status.NOT_APPLICABLE:
            return evolve(result, findings=(_finding(say, "owned", "Nobody owns it."),))
        case Status.PARTLY_MET:
            unread = _finding(say, "has-evidence", "scan.pdf may not be opened.", reason=Reason.UNREADABLE)
            return evolve(result, findings=(*result.findings, evolve(unread, document=say("scan.pdf"))))
        case _:
            return result


def _finding(
    say: Say,
    rule: str,
    message: str,
    place: Location | None = None,
    level: Level = Level.ERROR,
    reason: Reason | None = None,
) -> Finding:
    where = place or Location(say("register.toml"), part=say("OA9"))
    return Finding(
        rule=say(rule), level=level, message=say(message), location=where, fix=say("Mend it."), reason=reason
    )


def _folder(say: Say, plain: EvidenceProfile, blind: str) -> EvidenceFolder:
    folder = plain.assessment.folder
    locked = FoundFile(path=say("locked.doc"), state=FileState.NOT_PERMITTED)
    skipped = (*folder.skipped, (blind, say("the folder cannot be opened")))
    return evolve(folder, files=(*folder.files, locked), skipped=skipped, blind=(blind,))


def _pages(say: Say) -> tuple[RulePage, ...]:
    sections = (
        (say("Why"), say("A `policy` <binds>; {this} is [no](1) link.")),
        (say("How to fix"), say("Claim one.")),
    )
    return (RulePage(kind=say("has-evidence"), summary=say("A document is put forward."), sections=sections),)


EVERY_SAMPLE = pytest.mark.parametrize("make", [full, empty, hostile, telling, nasty], ids=lambda make: make.__name__)
