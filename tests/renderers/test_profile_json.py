"""The JSON of an assessment: its keys, its schema, and what it does with hostile text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import samples

from readiness._renderers._json import JsonRenderer
from readiness._resources import schema


def loaded(profile: Any) -> Any:
    return json.loads(JsonRenderer().render(profile))


@pytest.mark.parametrize("make", [samples.full, samples.empty, samples.hostile], ids=lambda make: make.__name__)
def test_follows_its_schema(make: Any) -> None:
    """Every sample is valid against the schema that is shipped."""
    rules = json.loads(schema("assessment-1").read_text("utf-8"))
    checker = jsonschema.Draft202012Validator(rules, format_checker=jsonschema.FormatChecker())
    jsonschema.Draft202012Validator.check_schema(rules)

    assert not [error.message for error in checker.iter_errors(loaded(make()))]


def test_schema_leaves_nothing_optional() -> None:
    """Each object of the schema requires every key it knows and refuses the others."""
    objects = list(_objects(json.loads(schema("assessment-1").read_text("utf-8"))))

    assert not [one["description"] for one in objects if one["required"] != list(one["properties"])]
    assert not [one["description"] for one in objects if one["additionalProperties"]]


def _objects(node: Any) -> Any:
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield node
        for one in node.values():
            yield from _objects(one)


def test_counts_every_status() -> None:
    """All seven statuses are counted, those without a criterion as nought."""
    expected = {"met", "partly met", "planned", "not met", "not assessable", "not applicable", "waived"}
    assert expected == set(loaded(samples.empty())["counts"])


def test_action_says_how_sure_its_dates_are() -> None:
    """An ambiguous date keeps its alternatives and its confidence; overdue is judged on the as-of date."""
    criteria = {one["id"]: one for one in loaded(samples.full())["criteria"]}
    leaflet, leavers = criteria["OA8"]["actions"][2], criteria["OA12"]["actions"][0]

    expected = {
        "date": "2009-06-01",
        "precision": "day",
        "confidence": "low",
        "how": "digits of the month grid",
        "alternatives": ["2009-07-11", "2009-08"],
    }
    assert expected == leaflet["dates"][0]
    assert not leaflet["overdue"]
    assert leavers["overdue"]


def test_keeps_hostile_text_as_it_is() -> None:
    """Text comes back as it went in, but for bytes that are no text."""
    expected = (samples.NASTY + "Isle of Somewhere Council").replace("\udce9", "\N{REPLACEMENT CHARACTER}")

    assert expected == loaded(samples.hostile())["organisation"]


def test_matches_the_snapshot(snapshot: Any) -> None:
    """The whole output is the one agreed."""
    snapshot(Path("full.json"), JsonRenderer().render(samples.full()))
