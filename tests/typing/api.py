"""A user's program, for a type checker to read; it is never run."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import assert_type

import readiness
from readiness.exceptions import InputError, Problem
from readiness.model import (
    Action,
    Assessment,
    Catalogue,
    CriterionResult,
    Difference,
    EvidenceFolder,
    Finding,
    Level,
    Movement,
    Plan,
    Record,
    Report,
    Status,
    Trend,
)

catalogue = readiness.load_catalogue()
assert_type(catalogue, Catalogue)
folder = readiness.load_evidence(Path("evidence"), catalogue)
assert_type(folder, EvidenceFolder)
plan = readiness.read_plan("plan.txt")
assert_type(plan, Plan)
assert_type(plan.actions, tuple[Action, ...])
assessment = readiness.assess(catalogue, folder, as_of=date(2009, 5, 29), assessment="RA7", plan=plan)
assert_type(assessment, Assessment)
assert_type(readiness.assess_folder("evidence", as_of=date(2009, 5, 29)), Assessment)
assert_type(readiness.render(assessment, "html"), bytes)
assert_type(assessment.gaps, tuple[CriterionResult, ...])
assert_type(assessment.findings_from(Level.ERROR), tuple[Finding, ...])
assert_type(assessment.gaps[0].status, Status)
assert_type(readiness.__version__, str)
record = readiness.load_record("old.json")
assert_type(record, Record)
difference = readiness.compare(record, assessment)
assert_type(difference, Difference)
assert_type(difference.worse, tuple[Movement, ...])
assert_type(readiness.render(difference, "md"), bytes)
report = readiness.report(assessment, "board", since=record)
assert_type(report, Report)
assert_type(readiness.render(report, "md"), bytes)
assert_type(readiness.owner_reports(assessment), Mapping[str, Report])
assert_type(readiness.trend(["old.json", record, assessment]), Trend)

try:
    readiness.load_catalogue("nowhere")
except InputError as error:
    assert_type(error.problems, tuple[Problem, ...])
