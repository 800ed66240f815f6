"""
The profile as JUnit XML, which nearly every CI server shows as tests: one for each criterion.

Nobody owns this format. What is written here is what all its readers have in common.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import ClassVar, Literal
from xml.etree import ElementTree as ET

from attrs import evolve, frozen

from readiness._words import threshold_words
from readiness.model import CriterionResult, EvidenceProfile, Gap, Level, Reason, Status

from ._said import Said, excuse_of, grouped, unseen
from ._text import visible

_Kind = Literal["failure", "error", "skipped"]
_KINDS: dict[Status, _Kind | None] = {
    Status.MET: None,
    Status.PARTLY_MET: "failure",
    Status.PLANNED: "failure",
    Status.NOT_MET: "failure",
    Status.NOT_ASSESSABLE: "error",
    Status.NOT_APPLICABLE: "skipped",
    Status.WAIVED: "skipped",
}


@frozen(kw_only=True)
class Outcome:
    """What keeps a test from passing: ``type`` in a word or two, ``message`` on one line, ``text`` in full."""

    kind: _Kind
    type: str
    message: str
    text: str = ""


@frozen(kw_only=True)
class Case:
    """One test; ``out`` is what else is to be said of it."""

    name: str
    classname: str
    outcome: Outcome | None = None
    out: str = ""


@frozen(kw_only=True)
class Suite:
    """Tests that belong together."""

    name: str
    timestamp: str
    cases: tuple[Case, ...]
    properties: tuple[tuple[str, str], ...] = ()
    out: str = ""

    def count(self, kind: _Kind) -> int:
        """Return how many tests end that way."""
        return sum(one.outcome is not None and one.outcome.kind == kind for one in self.cases)


@frozen
class JunitRenderer:
    """
    Write a test for each criterion, and a suite of its own for what concerns the folder as a whole.

    >>> JunitRenderer().suffix
    '.xml'
    """

    suffix: ClassVar[str] = ".xml"

    def render(self, profile: EvidenceProfile) -> bytes:
        """Return UTF-8 XML; a character that XML forbids is written out as ``[U+0000]``."""
        judged = profile.assessment
        suites = [one for one in (_criteria(profile), _folder(profile)) if one]
        root = ET.Element("testsuites", {"name": visible(f"{judged.organisation}: {judged.assessment}"), "time": "0"})
        root.attrib |= {"tests": str(sum(len(one.cases) for one in suites))}
        root.attrib |= {f"{kind}s": str(sum(one.count(kind) for one in suites)) for kind in ("failure", "error")}
        root.extend(_suite(one) for one in suites)
        ET.indent(root)
        written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
        return written + b"\n"


def _criteria(profile: EvidenceProfile) -> Suite:
    judged = profile.assessment
    gaps = {gap.id: gap for gap in reversed(profile.gaps)}
    by_result = grouped(profile)
    facts = {
        "organisation": judged.organisation,
        "assessment": judged.assessment,
        "as_of": judged.as_of.isoformat(),
        "due": judged.due.isoformat(),
        "decision": judged.decision.value,
        "criteria_judged": f"{len(judged.results)} of {max(len(judged.in_scope), len(judged.results))}",
        "takes": threshold_words(judged.threshold, judged.assessment),
        "catalogue": profile.catalogue_title,
        "generator": profile.generator,
    }
    return Suite(
        name=f"{judged.organisation}: {judged.assessment}",
        timestamp=f"{judged.as_of.isoformat()}T00:00:00",
        properties=tuple(facts.items()),
        cases=tuple(
            _criterion(judged.catalogue.id, one, own, gaps.get(one.criterion.id), held=_held(profile, one))
            for one, own in ((one, by_result.get(id(one), [])) for one in profile.results)
        ),
        out="\n".join(f"Not looked at: {one}" for one in profile.not_looked_at),
    )


def _criterion(catalogue: str, result: CriterionResult, findings: list[Said], gap: Gap | None, *, held: bool) -> Case:
    criterion, kind = result.criterion, _kind(result, findings, held=held)
    text = "\n\n".join((*map(_finding, findings), *_to_do(gap)))
    place = ".".join(part for part in (catalogue, criterion.strand) if part)
    name = f"{criterion.id} {criterion.title}"
    if kind is None:
        return Case(name=name, classname=place, out=text)
    known = kind == "skipped" and result.in_the_way
    failing = next((one.finding.message for one in findings if one.fails and not result.in_the_way), "")
    message = failing or _message(result, gap)
    outcome = Outcome(kind=kind, type=result.status.value, message=f"known: {message}" if known else message, text=text)
    return Case(name=name, classname=place, outcome=outcome)


def _kind(result: CriterionResult, findings: Iterable[Said], *, held: bool) -> _Kind | None:
    """Return what keeps the test of a criterion from passing: a failure or an error exactly where a gate fails."""
    usual = _KINDS[result.status]
    if held or any(one.fails for one in findings):
        return "error" if usual == "error" else "failure"
    return None if usual is None else "skipped"


def _held(profile: EvidenceProfile, result: CriterionResult) -> bool:
    """Return whether a criterion is in the way, and beside a baseline whether that is new."""
    beside = profile.comparison
    return result.in_the_way and (beside is None or result.criterion.id in beside.held)


def _message(result: CriterionResult, gap: Gap | None) -> str:
    reasons = ", ".join(one.value for one in result.reasons)
    why = ": ".join(part for part in (reasons, gap.why if gap else "") if part)
    return excuse_of(result) or why or result.status.value


def _finding(one: Said) -> str:
    finding = one.finding
    lines = [f"{finding.level.value}: {finding.message}", finding.fix, f"Look at {finding.location} [{finding.rule}]"]
    return "\n".join(line for line in lines if line)


def _to_do(gap: Gap | None) -> Iterator[str]:
    if gap:
        yield f"Who: {', '.join(gap.who) or 'nobody is named'}. By: {gap.by or 'no date'}."


def _folder(profile: EvidenceProfile) -> Suite | None:
    """Return what concerns no single criterion; what could not be looked at never passes, whatever its level."""
    judged = profile.assessment
    cases = [
        Case(
            name=f"could be looked at: {one.path}",
            classname="folder",
            outcome=Outcome(kind="error" if one.holds else "skipped", type="could not look", message=one.why),
        )
        for one in unseen(profile)
    ]
    said = grouped(profile).get(id(None), [])
    cases += [_of_folder(one) for one in said if one.fails or one.finding.reason is not Reason.UNREADABLE]
    cases += [_shortfall(one) for one in (judged.shortfalls if profile.comparison is None else ())]
    if not cases:
        return None
    name = f"{judged.organisation}: the folder as a whole"
    return Suite(name=name, timestamp=f"{judged.as_of.isoformat()}T00:00:00", cases=tuple(_distinct(cases)))


def _of_folder(one: Said) -> Case:
    finding = one.finding
    if one.known:
        outcome = Outcome(kind="skipped", type="known", message=f"known: {finding.message}", text=_finding(one))
        return Case(name=finding.message, classname=finding.rule, outcome=outcome)
    if finding.level is not Level.ERROR:
        return Case(name=finding.message, classname=finding.rule, out=_finding(one))
    outcome = Outcome(kind="failure", type=finding.level.value, message=finding.message, text=_finding(one))
    return Case(name=finding.message, classname=finding.rule, outcome=outcome)


def _shortfall(sentence: str) -> Case:
    outcome = Outcome(kind="failure", type="threshold", message=sentence)
    return Case(name="what the assessment asks for besides", classname="threshold", outcome=outcome)


def _distinct(cases: Iterable[Case]) -> Iterator[Case]:
    """Yield the cases, twins numbered: a server shows only one of two that have the same name."""
    times: Counter[tuple[str, str]] = Counter()
    for one in cases:
        times[one.classname, one.name] += 1
        number = times[one.classname, one.name]
        yield one if number == 1 else evolve(one, name=f"{one.name} ({number})")


def _suite(suite: Suite) -> ET.Element:
    counts = {"tests": len(suite.cases), "failures": suite.count("failure"), "errors": suite.count("error")}
    counts |= {"skipped": suite.count("skipped"), "time": 0}
    facts = {"name": visible(suite.name), "timestamp": suite.timestamp}
    element = ET.Element("testsuite", facts | {key: str(value) for key, value in counts.items()})
    if suite.properties:
        properties = ET.SubElement(element, "properties")
        for name, value in suite.properties:
            ET.SubElement(properties, "property", {"name": name, "value": visible(value)})
    element.extend(_case(one) for one in suite.cases)
    _text(element, "system-out", suite.out)
    return element


def _case(case: Case) -> ET.Element:
    facts = {"classname": visible(case.classname), "name": visible(case.name), "time": "0"}
    element = ET.Element("testcase", facts)
    if outcome := case.outcome:
        told = {"type": visible(outcome.type), "message": visible(outcome.message)}
        ET.SubElement(element, outcome.kind, told).text = visible(outcome.text) or None
    _text(element, "system-out", case.out)
    return element


def _text(parent: ET.Element, tag: str, text: str) -> None:
    if text:
        ET.SubElement(parent, tag).text = visible(text)
