"""The profile as JUnit XML: what a CI server shows of it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import machines
import samples
import xmlschema
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml, Skipped

from common import at_most
from readiness._baseline import baseline_of, compare
from readiness._profile import build_profile
from readiness._renderers._junit import JunitRenderer
from readiness._renderers._sarif import SarifRenderer
from readiness.model import EvidenceProfile, Level
from strategies import SOME_DAY, World, worlds

CHECKER = xmlschema.XMLSchema(str(Path(__file__).parents[1] / "schemas" / "junit.xsd"))
HOSTILE = st.text(st.characters(codec=None), max_size=20) | st.text("]>&<\"'\x00\x1b\ud800\ufffe\r\n", max_size=20)


def written(profile: EvidenceProfile) -> ET.Element:
    return ET.fromstring(JunitRenderer().render(profile))


def outcomes(profile: EvidenceProfile) -> dict[str, type | None]:
    """Return how each test ends, as another program reads it."""
    report = JUnitXml.fromstring(JunitRenderer().render(profile))
    return {case.name: type(case.result[0]) if case.result else None for suite in report for case in suite}


@machines.EVERY_SAMPLE
def test_keeps_to_what_all_readers_accept(make: Any) -> None:
    """Every sample is valid against the schema beside the tests."""
    CHECKER.validate(written(make()))


def test_each_criterion_is_a_test() -> None:
    """What is not clear fails, what nobody can judge is an error, what is excused is skipped."""
    expected = {
        "OA1 HR records": None,
        "OA2 Induction covers the system": Failure,
        "OA3 The wording is not known": Error,
        "OA5 Partner accounts": Skipped,
        "OA8 Shielding": Failure,
        "OA9 Data feeds": Skipped,
        "OA12 Leavers": Failure,
    }
    found = outcomes(samples.full())

    assert expected == {name: found[name] for name in expected}


def test_an_excuse_is_given_with_its_reason() -> None:
    """A waiver says who, until when and why."""
    skipped = written(samples.full()).findall(".//skipped")

    assert [
        "Not applicable, decided by Programme board on 2 March 2009: No partner has an account.",
        "Waived by Director of children's services until 31 July 2009: The feed opens in July.",
    ] == [one.get("message") for one in skipped]


def test_a_failure_says_what_to_do() -> None:
    """Its text has every finding with its mend, and who has to act by when."""
    text = written(samples.full()).find(".//testcase[@name='OA2 Induction covers the system']/failure").text

    assert "error: Nobody has approved induction.pdf.\nHave it approved." in text
    assert "warning: induction.pdf has no owner." in text
    assert text.endswith("Who: Local implementation manager. By: 30 June 2009.")


def test_the_folder_has_a_suite_of_its_own() -> None:
    """Only what is at level error fails there; twins are told apart; a folder without findings has none."""
    suites = written(machines.telling()).findall("testsuite")
    names = {case.get("name"): [one.tag for one in case] for case in suites[1].findall("testcase")}

    assert ["Isle of Somewhere Council: RA7", "Isle of Somewhere Council: the folder as a whole"] == [
        one.get("name") for one in suites
    ]
    assert names["Two dates."] == ["system-out"]
    assert names["A twin."] == names["A twin. (2)"] == ["failure"]
    assert len(written(samples.empty())) == 1


def test_what_could_not_be_looked_at_is_never_green() -> None:
    """Where it is claimed it is an error; a locked folder and a file that nobody claims are skipped, each once."""
    suite = written(machines.telling()).findall("testsuite")[1]
    names = {kind: [one.get("name") for one in suite.findall(f"testcase/{kind}/..")] for kind in ("error", "skipped")}

    assert names["error"] == ["could be looked at: scan.pdf"]
    assert names["skipped"] == ["could be looked at: locked.doc", "could be looked at: locked/papers"]
    assert "Could not look at it." not in [one.get("name") for one in suite]


@settings(max_examples=at_most(60), deadline=None)
@given(worlds(), SOME_DAY, SOME_DAY, st.booleans())
def test_it_is_red_exactly_where_the_gate_fails(world: World, day: date, earlier: date, beside: bool) -> None:
    """A failure or an error stands for exit code 1 of a gate at level error, with a baseline and without."""
    judged = world.on(day)
    known = compare(judged, baseline_of(world.on(min(day, earlier)))) if beside else None
    profile = build_profile(judged, comparison=known)
    root = written(profile)
    (invocation,) = json.loads(SarifRenderer().render(profile))["runs"][0]["invocations"]

    passes = (known or judged).passes(Level.ERROR)
    assert passes == (root.get("failures") == root.get("errors") == "0")
    assert invocation["executionSuccessful"] or not passes


def test_what_the_assessment_asks_for_besides_fails() -> None:
    """Where every criterion is taken, and there are too few that are met, no criterion says so."""
    judged = evolve(samples.full().assessment, shortfalls=("RA7 asks for at least 20 met, and there are 3.",))
    suite = written(evolve(samples.full(), assessment=judged)).findall("testsuite")[1]

    (failure,) = suite.findall("testcase[@classname='threshold']/failure")
    assert failure.get("message") == "RA7 asks for at least 20 met, and there are 3."


def test_counts_are_right() -> None:
    """The attributes add up to what is there."""
    root = written(machines.telling())

    assert root.get("tests") == str(len(root.findall(".//testcase")))
    assert root.get("failures") == str(len(root.findall(".//failure")))
    assert root.get("errors") == str(len(root.findall(".//error")))
    for suite in root:
        assert suite.get("skipped") == str(len(suite.findall(".//skipped")))


@settings(max_examples=at_most(25), deadline=None)
@given(HOSTILE)
def test_stays_valid_whatever_the_text(text: str) -> None:
    """Characters that XML forbids, and the end of a CDATA section, harm nothing."""
    CHECKER.validate(written(machines.telling_as(lambda said: f"{text}{said}")))


def test_writes_out_what_xml_forbids() -> None:
    """Nothing is lost in silence: a forbidden character is shown by its number."""
    profile = samples.full()
    judged = evolve(profile.assessment, organisation="a\x00b\ufffe]]>")

    assert written(evolve(profile, assessment=judged)).get("name") == "a[U+0000]b[U+FFFE]]]>: RA7"


def test_matches_the_snapshot(snapshot: Any) -> None:
    """The whole output is the one agreed."""
    snapshot(Path("machines.junit.xml"), JunitRenderer().render(machines.telling()))
