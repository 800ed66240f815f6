"""Documents, readings and criteria made by hand, and what one rule says of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import evolve, frozen

from readiness import assess
from readiness.model import (
    Aspect,
    AspectFound,
    AssessmentSpec,
    Catalogue,
    Claim,
    Criterion,
    CriterionResult,
    DocumentEntry,
    EvidenceFolder,
    FileState,
    Finding,
    FoundFile,
    Kind,
    KindAsk,
    Level,
    Locator,
    Look,
    ReadFault,
    Reading,
    Reason,
    Register,
    Rule,
    Spot,
)

AS_OF, DUE = date(2009, 3, 2), date(2009, 5, 29)
TOKENS = Criterion(
    id="OA12",
    title="Tokens",
    requires="Tokens are looked after.",
    kinds=(KindAsk((Kind.PROCEDURE,)),),
    aspects=(
        Aspect(id="issue", title="Issue", terms=("issued", "handed over"), required=True),
        Aspect(id="loss", title="Loss", terms=("lost", "stolen", "mislaid", "missing"), required=True),
        Aspect(id="stock", title="Stock", terms=("stock",)),
    ),
)


@frozen
class Paper:
    """A document: what the register says of it, what stands on disk, and what was found in it."""

    entry: DocumentEntry
    file: FoundFile | None
    reading: Reading | None


def spot(page: int = 1, quote: str = "as it stands there") -> Spot:
    return Spot(Locator(page=page), quote)


def deals(*aspects: str, criterion: str = "OA12", page: int = 1) -> tuple[AspectFound, ...]:
    return tuple(AspectFound(criterion=criterion, aspect=one, term=one, spot=spot(page)) for one in aspects)


def found(*, aspects: tuple[AspectFound, ...] = deals("issue", "loss"), **look: Any) -> Look:
    """Return a closer look that found what is given; by default the required aspects."""
    return Look(aspects=aspects, **look)


def paper(path: str = "tokens.docx", look: Look | None = None, **facts: Any) -> Paper:
    """
    Return a document that was read in full.

    Args:
        path: where it stands.
        look: what was found in it; default: the required aspects.
        facts: `claims`, `reading` and `state` as they are called here; anything else goes into the register's entry.
    """
    claims = facts.pop("claims", (Claim(criterion="OA12", line=7),))
    read = {"words": 90, "fingerprint": "f-" + path, **facts.pop("reading", {})}
    state = facts.pop("state", FileState.PRESENT)
    entry = DocumentEntry(path=path, claims=claims, **{"title": path.partition(".")[0].title(), "line": 4} | facts)
    reading = Reading(path=path, look=look or found(), **read)
    return Paper(entry, FoundFile(path=path, size=9, sha256="s-" + path, state=state), reading)


def unreadable(*faults: ReadFault, path: str = "tokens.docx", truncated: bool = False, **entry: Any) -> Paper:
    """Return a document that was opened in vain."""
    one = paper(path, **entry)
    return evolve(one, reading=Reading(path=path, faults=faults, truncated=truncated))


def unopened(one: Paper) -> Paper:
    """Return the document as it is when nobody opened it."""
    return evolve(one, reading=None)


def unregistered(one: Paper) -> Paper:
    """Return the document as a file that the register does not know."""
    return evolve(one, entry=evolve(one.entry, path=""))


def folder(*papers: Paper, system: str = "", **more: Any) -> EvidenceFolder:
    """Return an evidence folder of *papers*."""
    register = Register(
        organisation="Anytown (invented)",
        assessment="RA7",
        due=DUE,
        system=system,
        documents=tuple(one.entry for one in papers if one.entry.path),
        rules=more.pop("rules", ()),
    )
    return EvidenceFolder(
        name="evidence",
        register=register,
        files=tuple(one.file for one in papers if one.file),
        readings=tuple(one.reading for one in papers if one.reading),
        **more,
    )


def catalogue(*rules: Any, criteria: tuple[Criterion, ...] = (TOKENS,)) -> Catalogue:
    """Return a catalogue of those rules and criteria."""
    return Catalogue(
        id="x",
        title="X",
        version="1",
        assessments=(AssessmentSpec(id="RA7", title="RA7"),),
        criteria=criteria,
        rules=rules,
    )


def said(rule: Rule, *papers: Paper, as_of: date = AS_OF, criterion: Criterion = TOKENS, **more: Any) -> list[Finding]:
    """Return what *rule* says of OA12 when it is all that judges."""
    return list(result(rule, *papers, as_of=as_of, criterion=criterion, **more).findings)


def result(*given: Any, as_of: date = AS_OF, criterion: Criterion = TOKENS, **more: Any) -> CriterionResult:
    """Return the result of a criterion judged by the rules among *given* on the papers among them."""
    rules = [one for one in given if not isinstance(one, Paper)]
    papers = [one for one in given if isinstance(one, Paper)]
    judged = assess(catalogue(*rules, criteria=(criterion,)), folder(*papers, **more), as_of=as_of)
    return judged.results[0]


def told(findings: list[Finding]) -> list[tuple[Level, Reason | None]]:
    """Return how serious each finding is, and whether it keeps the criterion from being met."""
    return [(one.level, one.reason) for one in findings]


def of_folder(rule: Any, *papers: Paper, criteria: tuple[Criterion, ...] = (TOKENS,), **more: Any) -> list[Finding]:
    """Return what a rule about the folder says; without a rule, what is said of every folder."""
    rules = (rule,) if rule else ()
    judged = assess(catalogue(*rules, criteria=criteria), folder(*papers, **more), as_of=AS_OF)
    return [one for one in judged.findings if rule is None or one.rule == rule.kind]
