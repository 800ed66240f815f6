"""The findings as SARIF: valid, placed, told apart, and honest about what was not seen."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import machines
import samples
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from common import at_most, kept
from readiness import assess_folder, render
from readiness._registry import rules
from readiness._renderers._sarif import SarifRenderer
from readiness.model import EvidenceProfile, Finding, Location

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "tests" / "schemas" / "sarif-schema-2.1.0.json").read_text("utf-8"))
CHECKER = jsonschema.Draft4Validator(SCHEMA)
RELATIVE = re.compile(r"(?:[A-Za-z0-9\-._~!$&'()*+,;=@/]|%[0-9A-F]{2})+")
HOSTILE = st.text(st.characters(codec=None), max_size=20) | st.text("{}[]()%/:\x00\ud800\n", max_size=20)


def run_of(profile: EvidenceProfile) -> Any:
    return json.loads(SarifRenderer().render(profile))["runs"][0]


def results(profile: EvidenceProfile) -> list[Any]:
    return run_of(profile)["results"]


def uris(node: Any) -> list[str]:
    inside = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    own = [node["uri"]] if isinstance(node, dict) and "uri" in node else []
    return own + [uri for one in inside for uri in uris(one)]


@machines.EVERY_SAMPLE
def test_follows_the_official_schema(make: Any) -> None:
    """Every sample is valid, and every address in it is a relative one."""
    log = json.loads(SarifRenderer().render(make()))

    assert not [error.message for error in CHECKER.iter_errors(log)]
    assert not [uri for uri in uris(log) if not RELATIVE.fullmatch(uri)]


@settings(max_examples=at_most(25), deadline=None)
@given(HOSTILE)
def test_stays_valid_whatever_the_text(text: str) -> None:
    """Any text leaves it valid, its addresses well formed and its fingerprints apart."""
    log = json.loads(SarifRenderer().render(machines.telling_as(lambda said: f"{text}{said}")))
    prints = [one["partialFingerprints"]["readiness/v1"] for one in log["runs"][0]["results"]]

    assert not [error.message for error in CHECKER.iter_errors(log)]
    assert not [uri for uri in uris(log) if not RELATIVE.fullmatch(uri)]
    assert len(set(prints)) == len(prints)


def test_a_finding_is_placed_from_the_root_of_the_repository() -> None:
    """The path has the folder before it, spaces encoded; a line is given where it is known, and only there."""
    by_message = {one["message"]["text"]: one["locations"][0] for one in results(machines.telling())}
    conflict, waiver = by_message["Two dates. Mend it."], by_message["OA9: It expires. Mend it."]

    assert conflict["physicalLocation"] == {
        "artifactLocation": {"uri": "evidence/my%20town/plan.txt", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 9, "startColumn": 4},
    }
    assert waiver["logicalLocations"] == [{"name": "OA9", "fullyQualifiedName": "OA9", "kind": "criterion"}]
    assert "region" not in waiver["physicalLocation"]
    assert "uri" not in run_of(machines.telling())["originalUriBaseIds"]["%SRCROOT%"]


def test_a_plan_that_stands_elsewhere_is_placed_there() -> None:
    """The plan may be given by its own path."""
    profile = evolve(machines.telling(), plan_path="plans/ours.txt")
    places = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results(profile)}

    assert {"plans/ours.txt", "evidence/my%20town/register.toml", "evidence/my%20town/locked/papers"} == places


def test_the_document_it_is_about_is_named() -> None:
    """The register is where to mend it; the document is where to look."""
    (unread,) = [one for one in results(machines.telling()) if "scan.pdf may not be opened" in one["message"]["text"]]
    (related,) = unread["relatedLocations"]

    assert related["physicalLocation"]["artifactLocation"]["uri"] == "evidence/my%20town/scan.pdf"


def test_an_excused_finding_is_suppressed_and_not_dropped() -> None:
    """What a waiver or a decision excuses says why; what is said of the waiver itself is not excused."""
    found = results(machines.telling())
    excused = {one["message"]["text"]: one["suppressions"] for one in found if one["suppressions"]}
    waived = "Waived by Director of children's services until 31 July 2009: The feed opens in July."
    decided = "Not applicable, decided by Programme board on 2 March 2009: No partner has an account."

    assert excused == {
        "OA9: No document is claimed. Mend it.": [
            {"kind": "external", "status": "accepted", "justification": waived},
        ],
        "OA5: Nobody owns it. Mend it.": [{"kind": "external", "status": "accepted", "justification": decided}],
    }
    assert all("suppressions" in one for one in found)


def test_what_could_not_be_looked_at_makes_the_run_unsuccessful() -> None:
    """If it is claimed; each thing is a notification with its place, a warning if nobody claims it."""
    (invocation,) = run_of(machines.telling())["invocations"]
    unseen = [one for one in invocation["toolExecutionNotifications"] if one["level"] != "note"]

    assert not invocation["executionSuccessful"]
    assert [
        ("warning", "Could not look at locked.doc. This user may not open it."),
        ("warning", "Could not look at locked/papers. It was passed over: the folder cannot be opened."),
        ("error", "Could not look at scan.pdf. scan.pdf may not be opened."),
    ] == [(one["level"], one["message"]["text"]) for one in unseen]
    assert all(one["locations"] for one in unseen)
    assert run_of(samples.full())["invocations"][0]["executionSuccessful"]


def elsewhere(finding: Finding) -> Finding:
    place = Location(finding.location.file, line=99, part="elsewhere")
    return evolve(finding, location=place, message=f"{finding.message} Still.")


def test_fingerprints_do_not_move_with_the_lines() -> None:
    """Lines inserted above, other words and another day leave every fingerprint as it was."""
    profile = machines.telling()
    moved = tuple(evolve(one, findings=tuple(map(elsewhere, one.findings))) for one in profile.results)
    before, after = (
        [one["partialFingerprints"] for one in results(each) if one["properties"]]
        for each in (profile, evolve(profile, results=moved, assessment=evolve(profile.assessment, results=moved)))
    )

    assert before
    assert before == after


def test_each_result_has_its_rule() -> None:
    """The index leads to a rule of that name, even to one that came without a page."""
    run = run_of(machines.telling())
    named = [run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] for one in run["results"]]

    assert named == [one["ruleId"] for one in run["results"]]


def test_rules_bring_their_manual_page() -> None:
    """Every rule of the catalogue that judged explains itself, and so does what is said besides."""
    judged = assess_folder(ROOT / "evidence" / "isle-of-wight", as_of=date(2008, 10, 31), cache=kept())
    driver = json.loads(render(judged, "sarif"))["runs"][0]["tool"]["driver"]
    pages = {one["id"]: one for one in driver["rules"]}

    assert set(rules.builtins) <= set(pages)
    assert {"folder", "register", "waiver", "plan-conflict"} <= set(pages)
    for page in pages.values():
        assert "How to fix" in page["help"]["text"]
        assert "**How to fix**" in page["help"]["markdown"]
    assert (
        pages["has-kinds"]["shortDescription"]["text"] == "The evidence is of every kind that the criterion asks for."
    )
    assert pages["has-kinds"]["defaultConfiguration"] == {"level": "error"}


def test_no_text_acts_as_a_link_or_a_placeholder() -> None:
    """Braces are doubled, a link is broken, and Markdown holds no HTML."""
    page = run_of(machines.telling())["tool"]["driver"]["rules"][0]["help"]

    assert "{{this}} is [no] (1) link" in page["text"]
    assert "&lt;binds>" in page["markdown"]
    assert not [one for one in results(machines.nasty()) if "](" in one["message"]["text"]]


def test_runs_of_one_folder_belong_together() -> None:
    """The category has the folder and the assessment, so that two folders do not close each other's alerts."""
    assert run_of(machines.telling())["automationDetails"] == {"id": "readiness/evidence/my town/RA7/"}


def test_matches_the_snapshot(snapshot: Any) -> None:
    """The whole output is the one agreed."""
    snapshot(Path("machines.sarif"), SarifRenderer().render(machines.telling()))
