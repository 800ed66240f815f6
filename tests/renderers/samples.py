"""Profiles built by hand: a full one, an empty one, and one whose every text is hostile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from attrs import evolve

from readiness.model import (
    Action,
    Approval,
    Aspect,
    Assessment,
    AssessmentSpec,
    Basis,
    Candidate,
    Catalogue,
    Change,
    Claim,
    Confidence,
    Criterion,
    CriterionRef,
    CriterionResult,
    Decision,
    DocumentEntry,
    DocumentRow,
    EvidenceFolder,
    EvidenceLink,
    EvidenceProfile,
    FactBasis,
    FileState,
    Finding,
    Forecast,
    FoundFile,
    Gap,
    Kind,
    KindAsk,
    Level,
    LocalWording,
    Location,
    Milestone,
    NotApplicable,
    PartialDate,
    Plan,
    PlanDate,
    PlanProblem,
    Progress,
    Provenance,
    Rag,
    Reason,
    Register,
    Source,
    Status,
    Strand,
    Tile,
    Timeline,
    TimelineRow,
    Waiver,
    Wording,
)

AS_OF, DUE = date(2009, 5, 1), date(2009, 6, 30)
SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
Say = Callable[[str], str]


def full() -> EvidenceProfile:
    """Return a profile with all seven statuses, a plan with sure and unsure dates, a waiver and findings."""
    return saying(lambda text: text)


def hostile() -> EvidenceProfile:
    """Return the full profile with markup, control characters, formulas and overlong names in every text."""
    return saying(lambda text: NASTY + text)


def empty() -> EvidenceProfile:
    """Return a profile of nothing at all: no criteria, no documents, no plan."""
    register = Register(organisation="Nowhere District Council", assessment="RA7")
    judged = Assessment(
        organisation="Nowhere District Council",
        assessment="RA7",
        as_of=AS_OF,
        due=DUE,
        decision=Decision.NO_GO,
        results=(),
        catalogue=Catalogue(id="none", title="Nothing asked", version="1"),
        folder=EvidenceFolder(name="evidence", register=register),
    )
    return EvidenceProfile(
        assessment=judged,
        catalogue_title="Nothing asked, version 1",
        counts=tuple((status, 0) for status in Status),
        rag_counts=tuple((rag, 0) for rag in Rag),
        tiles=(),
        gaps=(),
        results=(),
        timeline=None,
        documents=(),
        not_looked_at=(),
        generator="readiness 0",
    )


def many(times: int) -> EvidenceProfile:
    """Return the full profile with its criteria repeated under new ids."""
    one = full()
    results = tuple(
        evolve(result, criterion=evolve(result.criterion, id=f"{result.criterion.id}x{n}"))
        for n in range(times)
        for result in one.results
    )
    tiles = tuple(evolve(tile, id=f"{tile.id}x{n}") for n in range(times) for tile in one.tiles)
    gaps = tuple(evolve(gap, id=f"{gap.id}x{n}") for n in range(times) for gap in one.gaps)
    counts = tuple((status, number * times) for status, number in one.counts)
    return evolve(
        one,
        assessment=evolve(one.assessment, results=results),
        results=results,
        tiles=tiles,
        gaps=gaps,
        counts=counts,
    )


NASTY = (
    "</script></style></title><img src=x onerror=alert(1)>\x00\x1b[31m\u202egnp.exe\u2066"
    "=cmd|'/c calc'!A1 | `code` [link](javascript:alert(1)) {{ 7*7 }} {% raw %} \"quoted\" 'single' & \udce9"
    "\r\n# heading\n\n- list ![pic](http://example.invalid/x.png)" + "x" * 5000
)


def saying(say: Say) -> EvidenceProfile:
    """Return the full profile with *say* applied to every text."""
    results = tuple(make(say) for make in _RESULTS)
    counts = tuple((status, sum(one.status is status for one in results)) for status in Status)
    register, plan = _register(say), _plan(say)
    judged = Assessment(
        organisation=say("Isle of Somewhere Council"),
        assessment=say("RA7"),
        as_of=AS_OF,
        due=DUE,
        decision=Decision.NO_GO,
        results=results,
        findings=(_finding(say, "register-complete", Level.NOTE, "No system is named.", "Name it in the register."),),
        forecast=_forecast(say),
        catalogue=_catalogue(say, results),
        folder=EvidenceFolder(
            name=say("evidence"),
            register=register,
            files=(FoundFile(path=say("hr/records.doc"), size=40960, sha256=SHA),),
            skipped=((say("~$lock.doc"), say("a lock file")),),
        ),
        plan=plan,
    )
    return EvidenceProfile(
        assessment=judged,
        catalogue_title=say("Accreditation criteria, version 1.0"),
        counts=counts,
        rag_counts=tuple((rag, sum(one.status.rag is rag for one in results)) for rag in Rag),
        tiles=tuple(_tile(say, one) for one in results),
        gaps=tuple(_gap(say, one) for one in results if not one.status.clear),
        results=results,
        timeline=_timeline(say, plan),
        documents=_documents(say),
        not_looked_at=(say("The text of the documents was not read: no reader was asked for."),),
        generator=say("readiness 0"),
    )


def _met(say: Say) -> CriterionResult:
    link = EvidenceLink(
        criterion=say("OA1"),
        document=say("hr/records.doc"),
        basis=Basis.CLAIMED,
        locator=say("section 4.2, paragraph 3"),
        quote=say("A personnel record is opened for each person before the first day of work."),
        aspects=(say("employees"),),
        note=say("The clause on agency staff is new."),
    )
    return CriterionResult(
        criterion=Criterion(
            id=say("OA1"),
            title=say("HR records"),
            requires=say("Personnel records are held for everybody employed or contracted."),
            strand=say("organisation"),
            owners=(say("Local implementation manager"), say("HR")),
            endorsers=(say("Safeguarding board"),),
            review_months=36,
            kinds=(KindAsk((Kind.POLICY,)), KindAsk((Kind.PROCESS, Kind.PROCEDURE))),
            aspects=(
                Aspect(id=say("employees"), title=say("Employees"), required=True, basis=FactBasis.PLAN),
                Aspect(id=say("contractors"), title=say("Contractors and agency staff")),
            ),
            typed_as=(say("AO1"),),
            note=say("Retention is not part of the wording."),
            provenance=(
                Provenance(of=say("requires"), basis=FactBasis.PLAN, sources=(say("PLAN"),), note=say("Row 4.")),
                Provenance(of="endorsers", basis=FactBasis.PUBLIC, sources=(say("HANSARD"), say("LOST"))),
                Provenance(of="aspects", basis=FactBasis.INFERENCE),
            ),
        ),
        status=Status.MET,
        links=(link,),
        actions=(_actions(say)[0],),
    )


def _partly(say: Say) -> CriterionResult:
    entry = EvidenceLink(criterion=say("OA2"), document=say("induction.pdf"), basis=Basis.CITED, quote=say("see OA2"))
    guess = EvidenceLink(criterion=say("OA2"), document=say("notes.txt"), basis=Basis.SUGGESTED)
    return CriterionResult(
        criterion=Criterion(id=say("OA2"), title=say("Induction covers the system"), requires=say("It says so.")),
        status=Status.PARTLY_MET,
        reasons=(Reason.UNAPPROVED, Reason.INSUFFICIENT),
        links=(entry, guess),
        findings=(
            _finding(say, "approved", Level.ERROR, "Nobody has approved induction.pdf.", "Have it approved."),
            _finding(say, "owned", Level.WARNING, "induction.pdf has no owner.", "Name one in the register."),
        ),
    )


def _planned(say: Say) -> CriterionResult:
    return CriterionResult(
        criterion=Criterion(id=say("OA8"), title=say("Shielding"), requires=say("Policy and process for shielding.")),
        status=Status.PLANNED,
        reasons=(Reason.ONLY_PLANNED,),
        actions=_actions(say)[1:4],
        findings=(_finding(say, "has-evidence", Level.ERROR, "There is only a plan.", "Claim a document."),),
    )


def _not_met(say: Say) -> CriterionResult:
    return CriterionResult(
        criterion=Criterion(id=say("OA12"), title=say("Leavers"), requires=say("Accounts are closed on four events.")),
        status=Status.NOT_MET,
        reasons=(Reason.OVERDUE, Reason.NOTHING_FOUND),
        actions=(_actions(say)[4],),
        findings=(_finding(say, "planned-on-time", Level.ERROR, "Action A05 is overdue.", "Finish it."),),
    )


def _unknown(say: Say) -> CriterionResult:
    return CriterionResult(
        criterion=Criterion(
            id=say("OA3"),
            title=say("The wording is not known"),
            wording=Wording.UNKNOWN,
            candidates=(Candidate(id=say("U1"), topic=say("Exit procedure"), note=say("Stands nearby.")),),
        ),
        status=Status.NOT_ASSESSABLE,
        reasons=(Reason.UNKNOWN_WORDING,),
        findings=(_finding(say, "wording-known", Level.WARNING, "Nobody knows what OA3 asks.", "Find the list."),),
    )


def _not_applicable(say: Say) -> CriterionResult:
    return CriterionResult(
        criterion=Criterion(
            id=say("OA5"),
            title=say("Partner accounts"),
            requires=say("Partners run their own accounts."),
            wording=Wording.LOCAL,
        ),
        status=Status.NOT_APPLICABLE,
        not_applicable=NotApplicable(
            criterion=say("OA5"),
            reason=say("No partner has an account."),
            approver=say("Programme board"),
            date=date(2009, 3, 2),
        ),
    )


def _waived(say: Say) -> CriterionResult:
    return CriterionResult(
        criterion=Criterion(id=say("OA9"), title=say("Data feeds"), requires=say("Feeds are checked.")),
        status=Status.WAIVED,
        waiver=Waiver(
            criterion=say("OA9"),
            reason=say("The feed opens in July."),
            approver=say("Director of children's services"),
            from_=date(2009, 4, 1),
            until=date(2009, 7, 31),
        ),
    )


_RESULTS = (_met, _partly, _unknown, _not_applicable, _planned, _waived, _not_met)


def _finding(say: Say, rule: str, level: Level, message: str, fix: str) -> Finding:
    place = Location(say("register.toml"), line=12, part=say("document[2]"))
    return Finding(rule=say(rule), level=level, message=say(message), location=place, fix=say(fix))


def _date(text: PartialDate, confidence: Confidence, how: str, *others: PartialDate) -> PlanDate:
    return PlanDate(date=text, confidence=confidence, how=how, alternatives=others)


def _actions(say: Say) -> tuple[Action, ...]:
    """Return five actions: done, sure, month only, ambiguous and overdue; and one without a date."""
    grid = say("digits of the month grid")
    high, medium, low = Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW
    return (
        _action(say, 1, "HR records policy", "OA1", Progress.DONE, _date(PartialDate(2008, 11, 28), high, grid)),
        _action(say, 2, "Shielding policy", "OA8", Progress.IN_HAND, _date(PartialDate(2009, 5, 29), high, grid)),
        _action(say, 3, "Shielding process map", "OA8", Progress.PLANNED, _date(PartialDate(2009, 6), medium, grid)),
        _action(
            say,
            4,
            "Shielding leaflet",
            "OA8",
            Progress.NOT_STATED,
            _date(PartialDate(2009, 6, 1), low, grid, PartialDate(2009, 7, 11), PartialDate(2009, 8)),
        ),
        _action(say, 5, "Leavers' accounts", "OA12", Progress.ATTENTION, _date(PartialDate(2009, 2, 13), high, grid)),
        _action(say, 6, "Terms of employment", "OA12", Progress.NOT_STATED),
    )


def _action(say: Say, number: int, deliverable: str, criterion: str, progress: Progress, *dates: PlanDate) -> Action:
    return Action(
        id=say(f"A{number:02}"),
        section=say("People"),
        strand=say("Organisation") if number < 5 else say("Security"),
        deliverable=say(deliverable),
        comment=say("Board to agree."),
        comment_as_written=say("As above") if number == 3 else say("Board to agree."),
        who=(say("Local implementation manager"),),
        who_as_written=say("LIM"),
        criteria=(CriterionRef(id=say(criterion), written=say(f"AO{criterion[2:]}")),),
        as_above=("comment",) if number == 3 else (),
        dates=dates,
        progress=progress,
        progress_words=say("agreed") if progress is not Progress.NOT_STATED else "",
        lines=(number,),
    )


def _plan(say: Say) -> Plan:
    return Plan(
        title=say("Project plan"),
        version=say("v0.1"),
        period=say("Oct 08 - Nov 09"),
        actions=_actions(say),
        milestones=(
            Milestone(
                id=say("RA7"),
                title=say("Readiness assessment 7"),
                dates=(
                    _date(PartialDate(2009, 6, 30), Confidence.HIGH, say("row 3")),
                    _date(PartialDate(2009, 7), Confidence.LOW, say("row 40")),
                ),
            ),
        ),
        problems=(PlanProblem(line=7, column=3, text=say("13/"), message=say("A date without its month.")),),
        file=say("plan.txt"),
    )


def _timeline(say: Say, plan: Plan) -> Timeline:
    return Timeline(
        start=date(2008, 10, 1),
        end=date(2009, 11, 30),
        as_of=AS_OF,
        due=DUE,
        rows=(
            TimelineRow(strand=say("Organisation"), actions=plan.actions[:4], undated=0),
            TimelineRow(strand=say("Security"), actions=plan.actions[4:5], undated=1),
        ),
        milestones=plan.milestones,
    )


def _forecast(say: Say) -> Forecast:
    lapse = Change(criterion=say("OA1"), now=Status.MET, then=Status.PARTLY_MET, why=say("The review falls due."))
    return Forecast(
        lapses=(lapse,), closing=(say("OA8"),), late=(say("OA12"),), undated=(say("OA2"),), uncovered=(say("OA3"),)
    )


def _catalogue(say: Say, results: tuple[CriterionResult, ...]) -> Catalogue:
    return Catalogue(
        id=say("accreditation"),
        title=say("Accreditation criteria"),
        version="1.0",
        about=say("The official list was not found; numbers rest on one plan."),
        strands=(Strand(id=say("organisation"), title=say("Organisation")),),
        assessments=(AssessmentSpec(id=say("RA7"), title=say("Readiness assessment 7")),),
        sources=(
            Source(id=say("PLAN"), title=say("The project plan")),
            Source(id=say("HANSARD"), title=say("An answer in Parliament"), url=_url(say)),
        ),
        criteria=tuple(one.criterion for one in results),
    )


def _url(say: Say) -> str:
    return "https://example.org/answer" if say("") == "" else f"javascript:alert(1)//{say('')}"


def _register(say: Say) -> Register:
    return Register(
        organisation=say("Isle of Somewhere Council"),
        assessment=say("RA7"),
        system=say("ContactPoint"),
        plan=say("plan.txt"),
        documents=(
            DocumentEntry(
                path=say("hr/records.doc"),
                title=say("HR records policy"),
                kinds=(Kind.POLICY, Kind.PROCEDURE),
                owner=say("HR manager"),
                version=say("2.1"),
                effective=date(2009, 1, 5),
                review_by=date(2009, 6, 1),
                approvals=(Approval(body=say("Cabinet"), date=date(2008, 12, 9), minute=say("CAB/08/77")),),
                claims=(Claim(criterion=say("OA1")),),
            ),
        ),
        wordings=(
            LocalWording(id=say("OA5"), title=say("Partner accounts"), requires=say("x"), source=say("Letter of 2009")),
        ),
    )


def _documents(say: Say) -> tuple[DocumentRow, ...]:
    return (
        DocumentRow(
            path=say("hr/records.doc"),
            title=say("HR records policy"),
            kinds="policy, procedure",
            owner=say("HR manager"),
            version=say("2.1"),
            effective="5 January 2009",
            review_by="1 June 2009",
            approvals=(say("Cabinet, 9 December 2008, CAB/08/77"),),
            criteria=(say("OA1"),),
            size=40960,
            sha256=SHA,
            registered=True,
            state="present",
        ),
        DocumentRow(
            path=say("old/scan.tif"),
            title="",
            kinds="",
            owner="",
            version="",
            effective="",
            review_by="",
            approvals=(),
            criteria=(),
            size=None,
            sha256="",
            registered=False,
            state=FileState.NOT_PERMITTED.value,
        ),
    )


def _tile(say: Say, result: CriterionResult) -> Tile:
    words = result.reasons[0].value if result.reasons else "in order"
    return Tile(id=result.criterion.id, title=result.criterion.title, status=result.status, say=say(words))


def _gap(say: Say, result: CriterionResult) -> Gap:
    action = result.actions[0] if result.actions else None
    return Gap(
        id=result.criterion.id,
        title=result.criterion.title,
        status=result.status,
        why=say(f"{result.reasons[0].value.capitalize()}."),
        what=say("Claim a document that shows it."),
        who=(say("Local implementation manager"),),
        by="30 June 2009",
        due=DUE,
        action=say(f"{action.id} {action.deliverable}") if action else "",
    )
