"""Rules that the register tunes: they are judged by, an assessor is told, and nothing is turned off in silence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from common import kept
from readiness import assess, assess_folder, load_catalogue, load_evidence
from readiness._rules.owned import Owned
from readiness.exceptions import RegisterError
from readiness.model import Assessment, Level, Register, Status, Tuning

AS_OF = date(2009, 3, 2)
Make = Callable[..., Path]

NO_OWNER = """
[[document]]
path = "sar.doc"
kinds = ["process"]
effective = 2008-01-05
[[document.approval]]
body = "Information Board"
date = 2008-01-05
[[document.claim]]
criterion = "OA17"
"""


def notes(assessment: Assessment) -> list[tuple[str, int | None]]:
    return [
        (one.message, one.location.line)
        for one in assessment.findings
        if one.rule == "register" and one.level is Level.NOTE
    ]


def test_a_tuned_rule_takes_the_place_of_the_catalogues(evidence: Make) -> None:
    """Its options hold for every criterion, and a note with its line says what is different."""
    tuned = '[[rule]]\nkind = "reviewed-within"\nmonths = 12\n'
    before = assess_folder(evidence(NO_OWNER, "sar.doc"), as_of=AS_OF, cache=kept())
    after = assess_folder(evidence(NO_OWNER + tuned, "sar.doc"), as_of=AS_OF, cache=kept())

    assert [one.rule for one in before.result("OA17").findings if one.rule == "reviewed-within"] == []
    assert [one.rule for one in after.result("OA17").findings if one.rule == "reviewed-within"] == ["reviewed-within"]
    assert notes(before) == []
    assert notes(after) == [("The register tunes the rule reviewed-within: months is 12 instead of 0.", 14)]


def test_a_level_tuned_down_changes_no_status(evidence: Make) -> None:
    """The finding is milder, the criterion is what it was, and the note says by whom it was tuned."""
    tuned = '[[rule]]\nkind = "owned"\nlevel = "note"\n'
    before = assess_folder(evidence(NO_OWNER, "sar.doc"), as_of=AS_OF, cache=kept()).result("OA17")
    judged = assess_folder(evidence(NO_OWNER + tuned, "sar.doc"), as_of=AS_OF, cache=kept())
    after = judged.result("OA17")

    assert (before.status, before.reasons) == (after.status, after.reasons)
    assert [one.level for one in after.findings if one.rule == "owned"] == [Level.NOTE]
    assert [message for message, _ in notes(judged)] == [
        "The register tunes the rule owned: level is note instead of error."
    ]


def test_a_rule_just_as_in_the_catalogue_is_not_worth_a_note(evidence: Make) -> None:
    """Nothing is different."""
    assert notes(assess_folder(evidence('[[rule]]\nkind = "owned"\n'), as_of=AS_OF, cache=kept())) == []


def test_a_rule_that_the_catalogue_does_not_use_is_added(evidence: Make) -> None:
    """A register may ask for more than the catalogue."""
    catalogue = load_catalogue()
    without = evolve(catalogue, rules=tuple(one for one in catalogue.rules if one.kind != "owned"))
    loaded = load_evidence(evidence(NO_OWNER + '[[rule]]\nkind = "owned"\n', "sar.doc"), without)
    judged = assess(without, loaded, as_of=AS_OF)

    assert [one.rule for one in judged.result("OA17").findings if one.rule == "owned"] == ["owned"]
    assert notes(judged)[0][0].startswith("The register adds the rule owned")


def test_a_criterions_own_rule_is_not_touched(evidence: Make) -> None:
    """It stands in the catalogue for that criterion alone, and the note says that it still holds."""
    catalogue = load_catalogue()
    own = tuple(evolve(one, rules=(Owned(),)) if one.id == "OA17" else one for one in catalogue.criteria)
    loaded = load_evidence(evidence(NO_OWNER, "sar.doc"), catalogue)
    register: Register = evolve(loaded.register, rules=(Tuning(rule=Owned(level=Level.NOTE)),))
    judged = assess(evolve(catalogue, criteria=own), evolve(loaded, register=register), as_of=AS_OF)

    assert [one.level for one in judged.result("OA17").findings if one.rule == "owned"] == [Level.ERROR]
    assert "For OA17 the catalogue's own setting holds." in notes(judged)[0][0]
    assert judged.result("OA17").status is not Status.MET


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ('[[rule]]\nkind = "ownd"\n', "unknown rule: nothing is called 'ownd'"),
        ('[[rule]]\nkind = "owned"\nlevel = "off"\n', "'off' is not one of: error, warning, note"),
        ('[[rule]]\nkind = "owned"\nenabled = false\n', "no such key; known here: level"),
        ('[[rule]]\nlevel = "note"\n', "needs its kind"),
        ("rule = 3\n", "expected a list"),
        ('[[rule]]\nkind = "near-duplicates"\nlikeness = 7\n', "'likeness' must be <= 1"),
        ('[[rule]]\nkind = "near-duplicates"\nlikeness = "0.9"\n', "expected a number, found '0.9'"),
        ('[[rule]]\nkind = "owned"\n[[rule]]\nkind = "owned"\n', "already tuned on line 4; keep one"),
    ],
)
def test_a_rule_cannot_be_turned_off_or_misspelt(table: str, says: str, evidence: Make) -> None:
    """Every mistake in a `[[rule]]` table is told like any other of the register."""
    with pytest.raises(RegisterError, match=says):
        load_evidence(evidence(table))
