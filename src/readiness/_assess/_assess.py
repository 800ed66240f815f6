"""The judgement as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from readiness import _plans
from readiness._words import listed
from readiness.exceptions import InputError, NothingToAssessError, Problem
from readiness.model import (
    Assessment,
    AssessmentSpec,
    Catalogue,
    Criterion,
    EvidenceFolder,
    Finding,
    Plan,
)

from ._folder import folder_findings, unseen_findings
from ._forecast import forecast
from ._judge import Bench, errors_first
from ._only import chosen
from ._threshold import Scales, threshold_findings
from ._tuning import tuned, tuning_findings


def assess(
    catalogue: Catalogue,
    folder: EvidenceFolder,
    *,
    as_of: date,
    assessment: str = "",
    plan: Plan | None = None,
    only: Iterable[str] = (),
    warn_before: int | None = None,
) -> Assessment:
    """
    Judge an evidence folder against a catalogue on a day.

    Args:
        catalogue: the criteria and their rules.
        folder: the register and the files.
        as_of: the day the judgement is for.
        assessment: id of the assessment; default: the one that the register is made for.
        plan: the project plan, or ``None``.
        only: criteria or strands, as people write them; none means all that the assessment asks for.
        warn_before: how many days before something lapses to warn of it; ``None`` leaves that to each rule.

    Returns:
        The assessment. The same arguments always give the same one.

    Raises:
        InputError: the assessment does not exist, nobody says when it is due, or *only* names what there is not.
        NothingToAssessError: the assessment has no criteria.
        RuleFailedError: a rule raised an exception, so nothing can be said.
    """
    spec = _spec(catalogue, assessment or folder.register.assessment)
    due = _due(spec, folder)
    in_scope = _in_scope(catalogue, spec)
    scope = chosen(only, catalogue, in_scope, spec.id)
    judged_by = tuned(catalogue, folder.register)
    bench = Bench.of(judged_by, folder, plan, spec.id, due, warn_before)
    scales = Scales.of(spec, folder.register, whole=len(scope) == len(in_scope))
    results = scales.weighed(bench.judge(one, as_of) for one in scope)
    then = results if as_of >= due else tuple(bench.judge(one, due) for one in scope)
    besides = _about_all(bench, scope, as_of) if scales.whole else unseen_findings(folder)
    tuning = tuning_findings(catalogue, folder.register), threshold_findings(folder.register, spec.id)
    findings = [*chain(*tuning), *besides]
    shortfalls = tuple(scales.shortfalls(results, findings))
    return Assessment(
        organisation=folder.register.organisation,
        assessment=spec.id,
        as_of=as_of,
        due=due,
        decision=scales.decision(results, shortfalls),
        results=results,
        findings=errors_first(findings),
        forecast=forecast(results, then, as_of, due),
        catalogue=catalogue,
        folder=folder,
        plan=plan,
        in_scope=tuple(one.id for one in in_scope),
        threshold=scales.threshold,
        shortfalls=shortfalls,
    )


def _about_all(bench: Bench, scope: tuple[Criterion, ...], as_of: date) -> Iterator[Finding]:
    """Yield what is to be said of the folder and the plan as a whole."""
    ids = [one.id for one in scope]
    yield from folder_findings(bench.folder, ids, bench.catalogue)
    yield from bench.judge_folder(scope, as_of)
    yield from _plans.plan_findings(bench.plan, ids_in_scope=ids) if bench.plan else ()


def _spec(catalogue: Catalogue, wanted: str) -> AssessmentSpec:
    spec = catalogue.assessment(wanted)
    if spec is None and not catalogue.assessments and wanted.strip():
        return AssessmentSpec(id=wanted, title=wanted)
    if spec is None:
        known = listed((one.id for one in catalogue.assessments), "or")
        raise InputError([Problem(catalogue.title, f"it has no assessment {wanted!r}; ask for {known}")])
    return spec


def _due(spec: AssessmentSpec, folder: EvidenceFolder) -> date:
    """Return the day the organisation has to be ready: its own, where the register is made for this assessment."""
    register = folder.register
    own = register.due if register.assessment.casefold() == spec.id.casefold() else None
    due = own or spec.due
    if due is None:
        where = f"{folder.name}/{register.file}"
        message = f"says when {register.assessment} is due, not when {spec.id} is; keep a register for {spec.id}"
        raise InputError([Problem(where, message, "due")])
    return due


def _in_scope(catalogue: Catalogue, spec: AssessmentSpec) -> tuple[Criterion, ...]:
    wanted = set(spec.criteria)
    scope = tuple(one for one in catalogue.criteria if not wanted or one.id in wanted)
    if not scope:
        raise NothingToAssessError(f"{spec.id} of “{catalogue.title}” has no criteria")
    return scope
