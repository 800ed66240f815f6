"""The assessment as OSCAL: valid by the schema of NIST for every profile, and saying what was judged, no more."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import samples
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from common import at_most
from oscal_schema import faults, objects
from readiness import assess_folder, render
from readiness._profile import build_profile
from readiness._renderers._oscal_poam import OscalPoamRenderer
from readiness._renderers._oscal_results import OscalResultsRenderer
from readiness.model import EvidenceProfile, Status
from strategies import SOME_DAY, World, worlds

RESULTS, POAM = "assessment-results", "plan-of-action-and-milestones"
OUTPUTS = pytest.mark.parametrize(
    ("renderer", "root"), [(OscalResultsRenderer(), RESULTS), (OscalPoamRenderer(), POAM)], ids=["results", "poam"]
)
SPEECH = st.text(st.characters(codec=None), max_size=30) | st.text('<>&*`~^[]{}"\\-#\x00\u202e\ud800\n ', max_size=30)


def results(profile: EvidenceProfile) -> Any:
    return json.loads(OscalResultsRenderer().render(profile))[RESULTS]["results"][0]


def poam(profile: EvidenceProfile) -> Any:
    return json.loads(OscalPoamRenderer().render(profile))[POAM]


def about(found: list[Any], criterion: str) -> list[Any]:
    """Return those of observations, risks, findings or items that are about a criterion."""
    return [one for one in found if criterion_of(one) == criterion]


def criterion_of(one: Any) -> str:
    return next((prop["value"] for prop in one.get("props", []) if prop["name"] == "criterion"), "")


@OUTPUTS
@pytest.mark.parametrize("make", [samples.full, samples.empty, samples.hostile, lambda: samples.many(3)])
def test_follows_the_schema_of_nist(make: Callable[[], EvidenceProfile], renderer: Any, root: str) -> None:
    """Every sample is valid, one without a criterion and one with hostile text in every field, too."""
    assert faults(renderer.render(make()), root) == []


def test_the_checker_finds_faults() -> None:
    """A key too many, an id that is no UUID and a title of two lines are each found."""
    whole = json.loads(OscalResultsRenderer().render(samples.full()))
    document = whole[RESULTS]
    document["uuid"] = "1"
    document["more"] = 1
    document["metadata"]["title"] = "a\nb"
    document["results"][0]["findings"][0]["target"]["target-id"] = "1 2"

    assert len(faults(json.dumps(whole).encode(), RESULTS)) == 4


@OUTPUTS
@settings(max_examples=at_most(10), deadline=None)
@given(before=SPEECH, after=SPEECH)
def test_any_text_stays_valid(renderer: Any, root: str, before: str, after: str) -> None:
    """Any text in every field leaves the document valid."""
    assert faults(renderer.render(samples.saying(lambda text: f"{before}{text}{after}")), root) == []


@OUTPUTS
@settings(max_examples=at_most(15), deadline=None)
@given(world=worlds(), day=SOME_DAY)
def test_every_profile_is_valid_and_points_only_at_what_it_holds(
    renderer: Any, root: str, world: World, day: date
) -> None:
    """For every catalogue, register, folder and plan: valid, ids unique, and every id that is pointed at is there."""
    output = renderer.render(build_profile(world.on(day)))
    document = json.loads(output)[root]

    assert faults(output, root) == []
    ids = [one["uuid"] for one in objects(document) if "uuid" in one]
    assert len(ids) == len(set(ids))
    pointed = [value for one in objects(document) for key, value in one.items() if key.endswith("-uuid")]
    pointed += [one["href"].removeprefix("#") for one in objects(document) if one.get("href", "").startswith("#")]
    assert set(pointed) <= set(ids)
    roles = {one["id"] for one in document["metadata"].get("roles", [])}
    assert {one["role-id"] for one in objects(document) if "role-id" in one} <= roles


@settings(max_examples=at_most(25), deadline=None)
@given(worlds(), SOME_DAY)
def test_nothing_is_satisfied_that_is_not_met(world: World, day: date) -> None:
    """One finding for each criterion that applies; satisfied only if met; a gap is a risk and an item."""
    profile = build_profile(world.on(day))
    result, plan = results(profile), poam(profile)

    verdicts = {
        criterion_of(one): one["target"]["status"]["state"] == "satisfied" for one in result.get("findings", [])
    }
    applies = [one for one in profile.results if one.status is not Status.NOT_APPLICABLE]
    assert verdicts == {one.criterion.id: one.status is Status.MET for one in applies}
    open_ids = sorted(one.criterion.id for one in profile.results if one.waiver or not one.status.clear)
    assert sorted(map(criterion_of, result.get("risks", []))) == open_ids
    assert sorted(map(criterion_of, plan["poam-items"])) == (open_ids or [""])


def test_ids_do_not_depend_on_the_day() -> None:
    """A risk keeps its id from one judgement to the next, so that others can follow it; the document does not."""
    profile = samples.full()
    later = evolve(profile, assessment=evolve(profile.assessment, as_of=date(2009, 5, 8)))

    assert [one["uuid"] for one in results(profile)["risks"]] == [one["uuid"] for one in results(later)["risks"]]
    assert poam(profile)["uuid"] != poam(later)["uuid"]
    assert results(profile)["uuid"] != results(later)["uuid"]
    assert [one["uuid"] for one in poam(profile)["risks"]] == [one["uuid"] for one in _by_item(profile)]


def _by_item(profile: EvidenceProfile) -> list[Any]:
    """Return the risks of the results in the order of the items of the plan of action."""
    risks = {one["uuid"]: one for one in results(profile)["risks"]}
    return [risks[one["related-risks"][0]["risk-uuid"]] for one in poam(profile)["poam-items"]]


def test_times_come_from_the_day_of_the_judgement() -> None:
    """What was seen is dated by the as-of day; what is due, by the last second of its day."""
    result = results(samples.full())

    assert {one["collected"] for one in result["observations"]} == {"2009-05-01T00:00:00Z"}
    assert {one["deadline"] for one in result["risks"] if one["status"] != "deviation-approved"} == {
        "2009-06-30T23:59:59Z"
    }


def test_a_waiver_is_an_accepted_risk() -> None:
    """Who waived it, why and until when; the finding is neither a pass nor a plain failure."""
    result = results(samples.full())
    (risk,), (finding,) = about(result["risks"], "OA9"), about(result["findings"], "OA9")
    (entry,) = risk["risk-log"]["entries"]

    assert (risk["status"], risk["deadline"]) == ("deviation-approved", "2009-07-31T23:59:59Z")
    assert {"name": "accepted", "value": "true"} in risk["props"]
    assert (entry["start"], entry["end"]) == ("2009-04-01T00:00:00Z", "2009-07-31T23:59:59Z")
    assert entry["logged-by"][0]["role-id"] == "director-of-children_s-services"
    assert (finding["target"]["status"]["state"], finding["target"]["status"]["reason"]) == ("not-satisfied", "other")


def test_a_gap_carries_what_the_plan_does_about_it() -> None:
    """Each action is a remediation with its dates; a date with several readings is given as all of them."""
    (risk,) = about(results(samples.full())["risks"], "OA8")
    first, policy, process, leaflet = risk["remediations"]

    assert [one["lifecycle"] for one in (first, policy)] == ["recommendation", "planned"]
    assert risk["status"] == "remediating"
    assert policy["tasks"][0]["timing"] == {"on-date": {"date": "2009-05-29T00:00:00Z"}}
    assert process["tasks"][0]["timing"] == {
        "within-date-range": {"start": "2009-06-01T00:00:00Z", "end": "2009-06-30T23:59:59Z"}
    }
    assert leaflet["tasks"][0]["timing"] == {
        "within-date-range": {"start": "2009-06-01T00:00:00Z", "end": "2009-08-31T23:59:59Z"}
    }
    assert policy["tasks"][0]["responsible-roles"] == [{"role-id": "local-implementation-manager"}]


def test_evidence_points_at_its_document_and_its_digest() -> None:
    """The observation, the resource, its path and its SHA-256; a document nobody could open has no digest."""
    whole = json.loads(OscalResultsRenderer().render(samples.full()))[RESULTS]
    resources = {one["uuid"]: one for one in whole["back-matter"]["resources"]}
    (seen,) = about(whole["results"][0]["observations"], "OA1")

    found = resources[seen["relevant-evidence"][0]["href"].removeprefix("#")]
    assert found["rlinks"] == [{"href": "./hr/records.doc", "hashes": [{"algorithm": "SHA-256", "value": samples.SHA}]}]
    assert seen["expires"] == "2009-06-01T23:59:59Z"
    scan = next(one for one in resources.values() if one["title"].endswith("scan.tif"))
    assert scan["rlinks"] == [{"href": "./old/scan.tif"}]


def test_only_a_passage_that_was_read_has_been_examined() -> None:
    """A claim without a quotation is what the register says, and its method is not known."""
    seen = results(samples.full())["observations"]

    methods = {one["title"]: one["methods"] for one in about(seen, "OA2") if one["types"] == ["control-objective"]}
    assert methods == {"OA2: induction.pdf": ["EXAMINE"], "OA2: notes.txt": ["UNKNOWN"]}


def test_what_does_not_apply_is_left_out_by_name() -> None:
    """It is excluded from what was reviewed, has no finding, and its decision is an observation."""
    result = results(samples.full())
    (selection,) = result["reviewed-controls"]["control-selections"]
    (decision,) = about(result["observations"], "OA5")

    assert selection["exclude-controls"] == [{"control-id": "OA5"}]
    assert {"control-id": "OA5"} not in selection["include-controls"]
    assert about(result["findings"], "OA5") == []
    assert "Programme board decided" in decision["description"]


def test_nothing_looked_at_is_lost() -> None:
    """Cells of the plan, milestones and what was not looked at are all there."""
    text = OscalResultsRenderer().render(samples.full()).decode()

    for said in ("Line 7, column 3: A date without its month.", "RA7 Readiness assessment 7:", "Not looked at: "):
        assert said in text


def test_how_it_was_judged_travels_with_it() -> None:
    """OSCAL wants an assessment plan; what was followed in its place is inside the file."""
    whole = json.loads(OscalResultsRenderer().render(samples.full()))[RESULTS]
    plan = next(one for one in whole["back-matter"]["resources"] if f"#{one['uuid']}" == whole["import-ap"]["href"])

    assert "Catalogue: Accreditation criteria" in base64.b64decode(plan["base64"]["value"]).decode()


def test_the_gaps_come_in_their_order_then_what_is_waived() -> None:
    """The first item is what to do first."""
    profile = samples.full()
    found = [one["title"].partition(" ")[0] for one in poam(profile)["poam-items"]]

    assert found == [*(gap.id for gap in profile.gaps), "OA9"]


def test_a_plan_without_gaps_says_so() -> None:
    """OSCAL asks for an item at least, so there is one that says that there is nothing to do."""
    (item,) = poam(samples.empty())["poam-items"]

    assert item["title"] == "Nothing to put right as of 1 May 2009"


@OUTPUTS
def test_a_date_beyond_what_oscal_knows_is_its_last(renderer: Any, root: str) -> None:
    """A waiver until the end of time ends with the year 2999."""
    profile = samples.full()
    (waived,) = (one for one in profile.results if one.waiver)
    for_ever = evolve(waived, waiver=evolve(waived.waiver, until=date.max, from_=date.min))
    output = renderer.render(
        evolve(profile, results=tuple(for_ever if one is waived else one for one in profile.results))
    )

    assert faults(output, root) == []
    assert b"2999-12-31T23:59:59Z" in output


def test_the_names_of_the_formats(evidence: Callable[..., Path]) -> None:
    """`oscal` is the assessment results, `oscal-poam` the plan of action."""
    assessment = assess_folder(evidence(), as_of=date(2009, 3, 2))

    assert list(json.loads(render(assessment, "oscal"))) == [RESULTS]
    assert list(json.loads(render(assessment, "oscal-poam"))) == [POAM]


@OUTPUTS
def test_matches_the_snapshot(renderer: Any, root: str, snapshot: Any) -> None:
    """The whole output is the one agreed."""
    snapshot(Path(f"full{renderer.suffix}"), renderer.render(samples.full()))
