"""Laws of the judgement, held against catalogues, registers, folders and plans of every sort."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import xmlschema
from attrs import evolve
from hypothesis import event, given, settings
from hypothesis import strategies as st

from readiness import assess, render
from readiness._registry import renderers
from readiness._resources import schema
from readiness.model import (
    Approval,
    AspectFound,
    Assessment,
    Basis,
    Claim,
    DatedSpot,
    Decision,
    DocumentEntry,
    FoundFile,
    Kind,
    Level,
    Locator,
    Look,
    Reading,
    Reason,
    Register,
    Spot,
    Status,
    TermSpot,
    Threshold,
    Wording,
)
from strategies import ASPECTS, BODIES, FIRST, IDS, LAST, SOME_DAY, World, worlds

RANK = {
    Status.NOT_MET: 0,
    Status.PLANNED: 1,
    Status.NOT_ASSESSABLE: 1,
    Status.PARTLY_MET: 2,
    Status.WAIVED: 3,
    Status.MET: 4,
    Status.NOT_APPLICABLE: 4,
}
BAD = (["failure"], ["error"])
MIDDLE = FIRST + (LAST - FIRST) / 2
SCHEMAS = Path(__file__).parent / "schemas"
SARIF = jsonschema.Draft4Validator(json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text("utf-8")))
GITLAB = jsonschema.Draft202012Validator(json.loads((SCHEMAS / "code-quality.json").read_text("utf-8")))
JUNIT = xmlschema.XMLSchema(str(SCHEMAS / "junit.xsd"))
CHECKER = jsonschema.Draft202012Validator(json.loads(schema("assessment-1").read_text("utf-8")))


def ranks(assessment: Assessment) -> list[int]:
    return [RANK[one.status] for one in assessment.results]


def told(assessment: Assessment) -> tuple[object, ...]:
    """Return what must not depend on the order in which facts were written down."""
    return assessment.decision, [(one.criterion.id, one.status, one.reasons) for one in assessment.results]


@given(worlds(facts=st.dates(FIRST, MIDDLE)), st.dates(MIDDLE, LAST), st.dates(MIDDLE, LAST))
def test_time_alone_only_makes_it_worse(world: World, one: date, other: date) -> None:
    """When everything that happened had happened already, a later day never stands better than an earlier one."""
    earlier, later = sorted((one, other))

    before, after = ranks(world.on(earlier)), ranks(world.on(later))

    event("something lapsed" if after != before else "nothing changed")
    assert all(then <= now for now, then in zip(before, after, strict=True))


def good_document(criterion_id: str, as_of: date, due: date) -> DocumentEntry:
    """Return a document that leaves nothing to be said against it on the day."""
    return DocumentEntry(
        path="good.doc",
        title="Good",
        kinds=tuple(Kind),
        owner="Officer",
        effective=min(as_of, due),
        review_by=max(as_of, due) + timedelta(days=1),
        approvals=tuple(Approval(body=f"The {body}", date=as_of) for body in BODIES),
        claims=(Claim(criterion=criterion_id),),
    )


def good_reading(as_of: date) -> Reading:
    """Return what is found in a document that deals with everything, names the system and holds a recent entry."""
    spot = Spot(Locator(page=1), "As it stands.")
    return Reading(
        path="good.doc",
        words=90,
        fingerprint="good",
        look=Look(
            aspects=tuple(
                AspectFound(criterion=one, aspect=aspect, term="mislaid", spot=spot)
                for one in IDS
                for aspect in ASPECTS
            ),
            system=(TermSpot("ContactPoint", 1, spot),),
            dates=(DatedSpot(as_of, spot),),
        ),
    )


@given(worlds(), SOME_DAY, st.sampled_from(IDS))
def test_a_good_document_never_makes_it_worse(world: World, as_of: date, criterion_id: str) -> None:
    """Sound evidence more can only help its criterion, and leaves the others as they are."""
    register = world.folder.register
    due = register.due or as_of
    entry = good_document(criterion_id, as_of, due)
    richer = world.with_register(lambda it: evolve(it, documents=(*it.documents, entry)))
    folder = evolve(
        richer.folder,
        files=(*world.folder.files, FoundFile(path="good.doc", size=1)),
        readings=(*world.folder.readings, good_reading(as_of)),
    )

    before, after = world.on(as_of), evolve(richer, folder=folder).on(as_of)

    assert all(now <= then for now, then in zip(ranks(before), ranks(after), strict=True))
    for was, became in zip(before.results, after.results, strict=True):
        if was.criterion.id != criterion_id:
            assert was == became


@given(worlds(), SOME_DAY, st.sampled_from(IDS))
def test_a_good_document_alone_meets_what_is_known(world: World, as_of: date, criterion_id: str) -> None:
    """The laws are not empty: what has nothing but one good document is met, if anybody knows what it asks."""
    entry = good_document(criterion_id, as_of, world.folder.register.due or as_of)
    alone = world.with_register(lambda it: evolve(it, documents=(entry,), waivers=(), not_applicable=()))
    folder = evolve(alone.folder, files=(FoundFile(path="good.doc", size=1),), readings=(good_reading(as_of),))

    result = evolve(alone, folder=folder).on(as_of).result(criterion_id)

    assert result is not None
    unknown = result.criterion.wording is Wording.UNKNOWN
    assert result.status is (Status.NOT_ASSESSABLE if unknown else Status.MET), result.findings


@given(worlds(), SOME_DAY)
def test_what_nobody_could_look_at_is_never_green(world: World, as_of: date) -> None:
    """A criterion is met by documents that were opened and read, every one that is claimed for it."""
    for one in world.on(as_of).results:
        if one.status is Status.MET:
            event("met")
            claimed = [link.document for link in one.links if link.basis is Basis.CLAIMED]
            read = [reading for path in claimed if (reading := world.folder.reading(path))]
            assert len(read) == len(claimed)
            assert all(reading.readable for reading in read)


@given(worlds(), SOME_DAY, st.randoms(use_true_random=False))
def test_the_order_of_facts_never_matters(world: World, as_of: date, random: Random) -> None:
    """Documents, claims, approvals, waivers and files may stand in any order."""

    def mixed(items: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(random.sample(items, len(items)))

    def mix(register: Register) -> Register:
        documents = tuple(
            evolve(one, claims=mixed(one.claims), approvals=mixed(one.approvals)) for one in register.documents
        )
        return evolve(register, documents=mixed(documents), waivers=mixed(register.waivers))

    other = world.with_register(mix)
    folder = evolve(
        other.folder,
        files=mixed(other.folder.files),
        readings=mixed(other.folder.readings),
        acceptances=mixed(other.folder.acceptances),
        revisions=mixed(other.folder.revisions),
    )
    other = evolve(other, folder=folder)

    assert told(world.on(as_of)) == told(other.on(as_of))


@given(worlds(), SOME_DAY)
def test_a_judgement_is_determined_and_go_means_that_all_is_clear(world: World, as_of: date) -> None:
    """The same facts give the same assessment; GO and a clear gate are the same thing, and nothing grey is green."""
    assessment = world.on(as_of)
    clear = {Status.MET, Status.WAIVED, Status.NOT_APPLICABLE}

    assert assessment == world.on(as_of)
    assert (assessment.decision is Decision.GO) == all(one.status in clear for one in assessment.results)
    assert (assessment.decision is Decision.GO) == (not assessment.findings_from(Level.ERROR))
    for one in assessment.results:
        assert one.status is not Status.MET or one.criterion.wording is not Wording.UNKNOWN
        assert one.status is not Status.MET or one.links
        assert bool(one.reasons) == (one.status not in {Status.MET, Status.NOT_APPLICABLE})


@given(worlds(), SOME_DAY, st.sets(st.sampled_from(IDS), min_size=1))
def test_a_part_says_the_same_of_its_criteria_and_is_never_go(world: World, as_of: date, only: set[str]) -> None:
    """To look at fewer criteria changes nothing of what is said of them, and decides nothing of the whole."""
    whole = world.on(as_of)
    part = assess(world.catalogue, world.folder, as_of=as_of, plan=world.plan, only=only)

    assert part.results == tuple(one for one in whole.results if one.criterion.id in only)
    assert part.partial == (only != set(IDS))
    assert part.decision is not Decision.GO or not part.partial
    assert part.passes(Level.ERROR) or not whole.passes(Level.ERROR)


THRESHOLDS = st.builds(
    Threshold,
    allow=st.lists(st.sampled_from([Status.PARTLY_MET, Status.PLANNED, Status.NOT_ASSESSABLE]), unique=True).map(tuple),
    not_met_at_most=st.integers(0, 3),
)


@given(worlds(), SOME_DAY, THRESHOLDS)
def test_what_an_assessment_takes_changes_no_status(world: World, as_of: date, threshold: Threshold) -> None:
    """Less may be asked for; everything is still said, GO is what nothing is in the way of, and so is a clear gate."""
    specs = tuple(evolve(one, threshold=threshold) for one in world.catalogue.assessments)
    strict, mild = world.on(as_of), evolve(world, catalogue=evolve(world.catalogue, assessments=specs)).on(as_of)

    event(f"{strict.decision.value} became {mild.decision.value}")
    assert [one.status for one in mild.results] == [one.status for one in strict.results]
    assert [len(one.findings) for one in mild.results] == [len(one.findings) for one in strict.results]
    assert mild.decision is Decision.GO or strict.decision is not Decision.GO
    assert (mild.decision is Decision.GO) == (not any(one.in_the_way for one in mild.results))
    assert (mild.decision is Decision.GO) == mild.passes(Level.ERROR)
    assert not [one for one in mild.results if one.taken and Reason.UNREADABLE in one.reasons]
    assert not [error.message for error in CHECKER.iter_errors(json.loads(render(mild, "json")))]


@given(worlds(), SOME_DAY, st.integers(0, 400), st.integers(0, 400))
def test_a_warning_ahead_changes_no_status(world: World, as_of: date, one: int, other: int) -> None:
    """The longer ahead, the more is warned of; nothing stands worse for it before its day."""
    fewer, more = (
        assess(world.catalogue, world.folder, as_of=as_of, plan=world.plan, warn_before=days)
        for days in sorted((one, other))
    )

    assert told(fewer) == told(more)
    assert fewer.findings_from(Level.ERROR) == more.findings_from(Level.ERROR)
    for short, long in zip(fewer.results, more.results, strict=True):
        assert {(each.rule, each.document) for each in short.findings} <= {
            (each.rule, each.document) for each in long.findings
        }


@given(worlds(), SOME_DAY)
def test_a_stricter_gate_never_lets_more_through(world: World, as_of: date) -> None:
    """What counts at one level counts at every level below."""
    error, warning, note = (world.on(as_of).findings_from(level) for level in Level)

    assert set(error) <= set(warning) <= set(note)


@given(worlds(), SOME_DAY)
def test_the_forecast_speaks_of_gaps_and_of_what_gets_worse(world: World, as_of: date) -> None:
    """Every gap has exactly one prospect until the due date; a lapse is never an improvement."""
    assessment = world.on(as_of)
    forecast = assessment.forecast

    promised = [*forecast.closing, *forecast.late, *forecast.undated, *forecast.uncovered]

    gaps = assessment.gaps if as_of <= assessment.due else ()
    assert sorted(promised) == sorted(one.criterion.id for one in gaps)
    assert all(RANK[one.then] < RANK[one.now] and one.why for one in forecast.lapses)
    assert not forecast.lapses or as_of < assessment.due


@given(worlds(), SOME_DAY)
def test_every_renderer_takes_every_assessment(world: World, as_of: date) -> None:
    """Each format gives the same bytes twice; the JSON fits its schema and says the same statuses."""
    assessment = world.on(as_of)
    outputs = {name: render(assessment, name) for name in renderers.builtins if name != "pdf"}
    written = json.loads(outputs["json"])

    assert outputs == {name: render(world.on(as_of), name) for name in outputs}
    assert not [error.message for error in CHECKER.iter_errors(written)]
    assert len(written["criteria"]) == len(assessment.results)
    assert written["decision"] == assessment.decision.value


@settings(max_examples=3)
@given(worlds(), SOME_DAY)
def test_a_pdf_takes_every_assessment(world: World, as_of: date) -> None:
    """So does the one format that takes a second each time."""
    assert render(world.on(as_of), "pdf") == render(world.on(as_of), "pdf")


@given(worlds(), SOME_DAY)
def test_every_format_for_machines_is_valid_and_tells_the_same(world: World, as_of: date) -> None:
    """What is not clear never passes as a test; each finding is a result, suppressed only if excused."""
    assessment = world.on(as_of)
    sarif, gitlab = json.loads(render(assessment, "sarif")), json.loads(render(assessment, "gitlab"))
    junit = ET.fromstring(render(assessment, "junit"))

    JUNIT.validate(junit)
    assert not [error.message for error in SARIF.iter_errors(sarif)]
    assert not [error.message for error in GITLAB.iter_errors(gitlab)]
    tests = [[one.tag for one in case if one.tag != "system-out"] for case in junit[0].iter("testcase")]
    assert [one.status is Status.MET for one in assessment.results] == [not outcome for outcome in tests]
    assert [not one.status.clear for one in assessment.results] == [outcome in BAD for outcome in tests]
    results = sarif["runs"][0]["results"]
    assert len(gitlab) == len(results)
    assert len({one["fingerprint"] for one in gitlab}) == len(gitlab)
    counting = [one for one in results if not one["suppressions"]]
    for level in Level:
        levels = {one.value for one in Level if one.weight >= level.weight}
        assert len(assessment.findings_from(level)) == sum(one["level"] in levels for one in counting)
