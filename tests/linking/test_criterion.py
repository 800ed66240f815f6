"""A fingerprint of what a criterion asks."""

from __future__ import annotations

import pytest
from attrs import evolve

from readiness import load_catalogue
from readiness._linking import criterion_fingerprint
from readiness.model import FactBasis, Kind, KindAsk, Provenance

OA8 = load_catalogue().criterion("OA8")


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Shields"},
        {"requires": "Something else."},
        {"kinds": (KindAsk((Kind.RECORD,)),)},
        {"endorsers": ()},
        {"review_months": 12},
        {"aspects": OA8.aspects[1:]},
        {"aspects": (evolve(OA8.aspects[0], title="Another"), *OA8.aspects[1:])},
        {"aspects": (evolve(OA8.aspects[0], required=False), *OA8.aspects[1:])},
    ],
)
def test_another_demand(change):
    """What is asked has changed, so what was accepted has to be looked at again."""
    assert criterion_fingerprint(evolve(OA8, **change)) != criterion_fingerprint(OA8)


@pytest.mark.parametrize(
    "change",
    [
        {"note": "A note."},
        {"owners": ()},
        {"provenance": (Provenance(of="title", basis=FactBasis.INFERENCE),)},
        {"file": "elsewhere.toml"},
        {"title": OA8.title.replace(" ", "  ")},
        {"requires": OA8.requires.replace("'", "\u2019")},
        {"kinds": OA8.kinds[::-1]},
        {"aspects": OA8.aspects[::-1]},
        {"aspects": tuple(one for one in OA8.aspects if one.required)},
        {"aspects": tuple(evolve(one, terms=()) for one in OA8.aspects)},
    ],
)
def test_the_same_demand(change):
    """Notes, sources, search terms, advice, the order of things and the form of quotes are no demand."""
    assert criterion_fingerprint(evolve(OA8, **change)) == criterion_fingerprint(OA8)


def test_every_criterion_has_its_own():
    """No two whose wording is known are alike."""
    criteria = [one for one in load_catalogue().criteria if one.requires]

    assert len({criterion_fingerprint(one) for one in criteria}) == len(criteria)
