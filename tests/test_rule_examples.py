"""Every rule passes one example folder and fails another; the folders are found, not listed."""

import inspect
from datetime import date
from pathlib import Path

import attrs
import pytest

from readiness import load_catalogue
from readiness._registry import rules
from readiness.model import Level
from readiness.testing import Example, examples, judge_with

AS_OF = date(2009, 3, 2)
EXAMPLES = list(examples(Path(__file__).parent / "examples"))
HEADINGS = ["What it asks", "Why", "What satisfies it", "How to fix", "Options"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.kind}-{one.expected}")
def test_an_example_is_judged_as_its_folder_says(example: Example) -> None:
    """`met` brings no finding as serious as the rule's own; `not_met` brings one with a place and a mend."""
    rule = rules.get(example.kind)()
    level = getattr(rule, "level", Level.NOTE)
    found = judge_with(rule, example, as_of=AS_OF)

    telling = [one for one in found if one.level.weight >= level.weight or one.reason is not None]

    assert (example.expected == "not_met") == bool(telling), found
    for one in telling:
        assert one.level is level
        assert (one.reason is not None) == (level is Level.ERROR)
        assert one.fix.strip()
        assert one.location.file


@pytest.mark.parametrize("kind", sorted(rules.builtins))
def test_every_rule_has_both_examples(kind: str) -> None:
    """A rule without an example that passes and one that fails is not finished."""
    assert sorted(one.expected for one in EXAMPLES if one.kind == kind) == ["met", "not_met"]


def test_every_example_belongs_to_a_rule() -> None:
    """A renamed rule leaves no examples behind that nobody runs."""
    assert {one.kind for one in EXAMPLES} == set(rules.builtins)


@pytest.mark.parametrize("kind", sorted(rules.builtins))
def test_a_rule_is_a_frozen_value_with_a_manual_page(kind: str) -> None:
    """Each rule lives in the module of its name, documents every option, and has all headings in order."""
    cls = rules.get(kind)
    page = inspect.getdoc(cls) or ""

    positions = [page.index(f"\n{heading}\n") for heading in HEADINGS]

    assert cls.kind == kind
    assert cls.__module__ == f"readiness._rules.{kind.replace('-', '_')}"
    assert positions == sorted(positions)
    for option in attrs.fields(cls):
        assert f"{option.name}: " in page[positions[-1] :]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        cls().level = Level.NOTE


def test_the_shipped_catalogue_uses_every_rule() -> None:
    """No rule is shipped that nothing is judged by."""
    assert {rule.kind for rule in load_catalogue().rules} == set(rules.builtins)
