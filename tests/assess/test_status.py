"""What makes a criterion what it is: every status and every reason, judged through the library."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve, frozen

from common import kept
from readiness import assess, assess_folder, load_catalogue, load_evidence
from readiness.exceptions import InputError, NothingToAssessError, RuleFailedError
from readiness.model import AssessmentSpec, CriterionResult, Decision, Level, Reason, Status

AS_OF = date(2009, 3, 2)
Make = Callable[..., Path]

GOOD = """
[[document]]
path = "sar.doc"
title = "Subject access procedure"
kinds = ["process"]
owner = "Information Governance Manager"
effective = 2009-01-05
review_by = 2010-01-05
[[document.approval]]
body = "Information Board"
date = 2008-12-18
[[document.claim]]
criterion = "OA17"
"""
WAIVER = """
[[waiver]]
criterion = "OA17"
reason = "The service moves"
approver = "Director"
from = {since}
until = {until}
"""
PLAN = "Deliverable,Action,Who,Due,Criteria\nSubject access,{action},Manager,{due},OA17\n"


def judged(folder: Path, criterion_id: str = "OA17", as_of: date = AS_OF) -> CriterionResult:
    result = assess_folder(folder, as_of=as_of, cache=kept()).result(criterion_id)
    assert result is not None
    return result


def without(key: str) -> str:
    return "\n".join(line for line in GOOD.splitlines() if not line.startswith(key))


def test_good_evidence_meets_a_criterion(evidence: Make) -> None:
    """A sound document of the kind asked for, owned, approved and in date is enough."""
    result = judged(evidence(GOOD, "sar.doc"))

    assert (result.status, result.reasons) == (Status.MET, ())


@pytest.mark.parametrize(
    ("register", "paths", "status", "reason"),
    [
        ("", (), Status.NOT_MET, Reason.NOTHING_FOUND),
        (GOOD, (), Status.NOT_MET, Reason.NOTHING_FOUND),
        (GOOD.replace("2010-01-05", "2009-02-01"), ("sar.doc",), Status.NOT_MET, Reason.STALE),
        (GOOD.replace('"process"', '"record"'), ("sar.doc",), Status.PARTLY_MET, Reason.INSUFFICIENT),
        (without("owner"), ("sar.doc",), Status.PARTLY_MET, Reason.INSUFFICIENT),
        (GOOD.replace("2008-12-18", "2009-04-01"), ("sar.doc",), Status.PARTLY_MET, Reason.UNAPPROVED),
        (GOOD.replace("2009-01-05", "2009-06-01"), ("sar.doc",), Status.PARTLY_MET, Reason.INSUFFICIENT),
    ],
    ids=["nothing", "claimed but absent", "lapsed", "wrong kind", "no owner", "approval to come", "in force too late"],
)
def test_what_is_wrong_with_the_evidence_is_told_apart(
    register: str, paths: tuple[str, ...], status: Status, reason: Reason, evidence: Make
) -> None:
    """Each fault has its status, its reason, and a finding with a mend."""
    result = judged(evidence(register, *paths))

    assert result.status is status
    assert reason in result.reasons
    assert all(one.fix for one in result.findings if one.reason is reason)


def test_an_empty_file_is_no_evidence(evidence: Make) -> None:
    """A file of no bytes stands for nothing, whatever the register says of it."""
    folder = evidence(GOOD, "sar.doc")
    (folder / "sar.doc").write_bytes(b"")

    assert judged(folder).status is Status.NOT_MET


def test_one_sound_document_beside_a_lapsed_one_is_partly_met(evidence: Make) -> None:
    """What is relied on has to be sound; the lapsed document is named."""
    lapsed = GOOD.replace("sar.doc", "old.doc").replace("2010-01-05", "2009-02-01")
    result = judged(evidence(GOOD + lapsed, "sar.doc", "old.doc"))

    assert result.status is Status.PARTLY_MET
    assert [one.document for one in result.findings if one.reason is Reason.STALE] == ["old.doc"]


@pytest.mark.parametrize(
    ("action", "due", "as_of", "status"),
    [
        ("Draft policy", "2009-04-30", AS_OF, Status.PLANNED),
        ("Draft policy", "2009-02-13", AS_OF, Status.NOT_MET),
        ("Complete", "2009-02-13", AS_OF, Status.PLANNED),
        ("Draft policy", "", AS_OF, Status.PLANNED),
        ("Draft policy", "", date(2009, 6, 1), Status.NOT_MET),
        ("Draft policy", "2009-03", date(2009, 3, 31), Status.PLANNED),
        ("Draft policy", "2009-03", date(2009, 4, 1), Status.NOT_MET),
    ],
    ids=["in time", "overdue", "done", "undated", "undated after due", "month not over", "month over"],
)
def test_a_plan_stands_in_for_evidence_only_while_it_is_in_time(
    action: str, due: str, as_of: date, status: Status, evidence: Make
) -> None:
    """An overdue action is red; one that is done, or may still be in time, is amber; none is ever green."""
    folder = evidence('plan = "plan.csv"\n')
    (folder / "plan.csv").write_text(PLAN.format(action=action, due=due), encoding="utf-8")

    assert judged(folder, as_of=as_of).status is status


@pytest.mark.parametrize(
    ("since", "until", "status", "says"),
    [
        ("2009-01-01", "2009-06-30", Status.WAIVED, ""),
        ("2009-01-01", "2009-03-02", Status.WAIVED, "expires on 2 March 2009"),
        ("2009-01-01", "2009-03-01", Status.NOT_MET, "expired on 1 March 2009"),
        ("2009-03-03", "2009-06-30", Status.NOT_MET, "only begins on 3 March 2009"),
    ],
    ids=["holds", "last day", "expired", "to come"],
)
def test_a_waiver_holds_from_its_first_to_its_last_day(
    since: str, until: str, status: Status, says: str, evidence: Make
) -> None:
    """Before and after, the criterion is what it is without; what will end or has ended is said."""
    result = judged(evidence(WAIVER.format(since=since, until=until)))
    said = [one.message for one in result.findings if one.rule == "waiver"]

    assert result.status is status
    assert any(says in one for one in said) if says else not said


@pytest.mark.parametrize(
    ("second", "says"),
    [
        (("2009-03-11", "2009-06-30"), []),
        (("2009-02-01", "2009-06-30"), []),
        (("2009-03-11", "2009-05-28"), ["expires on 28 May 2009, before the assessment is due"]),
        (("2009-03-12", "2009-06-30"), ["expires on 10 March 2009, in 8 days, before the assessment is due"]),
    ],
    ids=["renewed", "overlapping", "renewed for too short", "a day between"],
)
def test_a_waiver_that_is_renewed_does_not_expire(second: tuple[str, str], says: list[str], evidence: Make) -> None:
    """What counts is the end of the last of them, as long as no day lies between."""
    spans = (("2009-01-01", "2009-03-10"), second)
    result = judged(evidence("\n".join(WAIVER.format(since=since, until=until) for since, until in spans)))
    said = [one.message.partition(") ")[2].rstrip(".") for one in result.findings if one.rule == "waiver"]

    assert (result.status, said) == (Status.WAIVED, says)


def test_a_waiver_that_nobody_needs_is_told(evidence: Make) -> None:
    """A criterion that is met is met, and the waiver is to be removed."""
    result = judged(evidence(GOOD + WAIVER.format(since="2009-01-01", until="2009-06-30"), "sar.doc"))

    assert result.status is Status.MET
    assert [one.level for one in result.findings if one.rule == "waiver"] == [Level.WARNING]


@pytest.mark.parametrize(("decided", "status"), [("2009-03-02", Status.NOT_APPLICABLE), ("2009-03-03", Status.NOT_MET)])
def test_a_decision_counts_from_its_day(decided: str, status: Status, evidence: Make) -> None:
    """A decision that is still to come does not count yet."""
    text = f'[[not_applicable]]\ncriterion = "OA17"\nreason = "r"\napprover = "Director"\ndate = {decided}\n'

    assert judged(evidence(text)).status is status


def test_an_unknown_wording_is_never_passed_and_never_failed(evidence: Make) -> None:
    """Whatever is claimed for it, nobody can say whether it is met, until the register words it."""
    claimed = GOOD.replace("OA17", "OA3")
    local = '\n[[criterion]]\nid = "OA3"\ntitle = "Leavers"\nrequires = "There is a procedure."\nsource = "Letter"\n'

    unknown = judged(evidence(claimed, "sar.doc"), "OA3")
    worded = judged(evidence(claimed + local, "sar.doc"), "OA3")

    assert (unknown.status, unknown.reasons) == (Status.NOT_ASSESSABLE, (Reason.UNKNOWN_WORDING,))
    assert (worded.status, worded.criterion.title) == (Status.MET, "Leavers")


@pytest.mark.parametrize(
    ("body", "met"),
    [("LSCB", True), ("Anyshire LSCB", True), ("lscb (chair's action)", True), ("LSCBX", False), ("Cabinet", False)],
)
def test_the_endorser_is_met_by_name(body: str, met: bool, evidence: Make) -> None:
    """OA8 asks for the LSCB; its name has to stand in the approval as a word of its own."""
    text = GOOD.replace("OA17", "OA8").replace("Information Board", body)
    said = [one for one in judged(evidence(text, "sar.doc"), "OA8").findings if one.rule == "endorsed-by"]

    assert (not said) == met


def test_go_only_if_everything_is_clear(evidence: Make) -> None:
    """All 28 excused is GO; one of them left is NO-GO."""
    ids = [one.id for one in load_catalogue().criteria]
    waivers = [WAIVER.format(since="2009-01-01", until="2009-06-30").replace("OA17", one) for one in ids]

    assert assess_folder(evidence("".join(waivers)), as_of=AS_OF).decision is Decision.GO
    assert assess_folder(evidence("".join(waivers[1:])), as_of=AS_OF).decision is Decision.NO_GO


def test_the_forecast_tells_what_lapses_before_the_due_date(evidence: Make) -> None:
    """Evidence that is good today and stale on the due date is a warning today."""
    folder = evidence(GOOD.replace("2010-01-05", "2009-04-01"), "sar.doc")
    assessment = assess_folder(folder, as_of=AS_OF, cache=kept())

    assert judged(folder).status is Status.MET
    assert [(one.criterion, one.now, one.then) for one in assessment.forecast.lapses] == [
        ("OA17", Status.MET, Status.NOT_MET)
    ]


def test_what_is_wrong_with_a_document_is_said_once(evidence: Make) -> None:
    """A document claimed for one criterion in several places lacks its owner and its endorsement once."""
    claims = "".join(f'[[document.claim]]\ncriterion = "OA8"\nwhere = "page {page}"\n' for page in range(3))
    result = assess_folder(evidence(f'[[document]]\npath = "a.txt"\n{claims}', "a.txt"), as_of=AS_OF).result("OA8")

    assert result is not None
    assert len(result.findings) == len(set(result.findings))
    assert sum(one.rule == "endorsed-by" for one in result.findings) == 1


def test_a_path_is_not_said_twice(evidence: Make) -> None:
    """A document without a title is called by its path, and its path is not added to that."""
    result = assess_folder(
        evidence('[[document]]\npath = "a.txt"\n[[document.claim]]\ncriterion = "OA8"\n'), as_of=AS_OF
    ).result("OA8")

    assert result is not None
    assert result.findings[0].message == "“a.txt” is claimed for OA8 but is not in the folder."


def test_a_rule_that_fails_stops_the_run_and_is_named(evidence: Make) -> None:
    """An exception of a rule is never taken for a satisfied rule."""

    @frozen
    class Broken:
        kind = "broken"

        def check(self, criterion: object, context: object) -> object:
            raise ZeroDivisionError("by nought")

    catalogue = evolve(load_catalogue(), rules=(Broken(),))

    with pytest.raises(RuleFailedError, match="the rule 'broken' failed on OA1: ZeroDivisionError: by nought"):
        assess(catalogue, load_evidence(evidence(), catalogue), as_of=AS_OF)


def test_an_assessment_that_nobody_knows_is_refused(evidence: Make) -> None:
    """The known ones are named; one without criteria is nothing to assess; one without a date cannot be judged."""
    catalogue = load_catalogue()
    folder = load_evidence(evidence(), catalogue)
    elsewhere = AssessmentSpec(id="X", title="x", due=AS_OF, criteria=("ZZ1",))

    with pytest.raises(InputError, match="ask for RA6b or RA7"):
        assess(catalogue, folder, as_of=AS_OF, assessment="RA9")
    with pytest.raises(InputError, match="not when RA6b is"):
        assess(catalogue, folder, as_of=AS_OF, assessment="RA6b")
    with pytest.raises(NothingToAssessError):
        assess(evolve(catalogue, assessments=(elsewhere,)), folder, as_of=AS_OF, assessment="X")
