"""Rules that the register tunes: they are judged by, and it is said."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

import attrs
from attrs import evolve

from readiness._words import day, listed
from readiness.model import Catalogue, Finding, FolderRule, Level, Location, Register, Rule, Tuning

_RULE = "register"


def tuned(catalogue: Catalogue, register: Register) -> Catalogue:
    """Return the catalogue with the register's rules in the places of those of their kinds, new ones at the end."""
    rules: list[Rule | FolderRule] = list(catalogue.rules)
    for one in register.rules:
        places = [index for index, rule in enumerate(rules) if rule.kind == one.rule.kind] or [len(rules)]
        rules = [rule for rule in rules if rule.kind != one.rule.kind]
        rules.insert(places[0], one.rule)
    return evolve(catalogue, rules=tuple(rules)) if register.rules else catalogue


def tuning_findings(catalogue: Catalogue, register: Register) -> Iterator[Finding]:
    """Yield a note for each rule that the register tunes, so that an assessor sees by what was judged."""
    for one in register.rules:
        if one.rule not in catalogue.rules:
            yield Finding(
                rule=_RULE,
                level=Level.NOTE,
                message=_message(one, catalogue),
                location=Location(register.file, line=one.line, part=f"rule {one.rule.kind}"),
                fix="Let the assessor agree to it, or remove the [[rule]] table.",
            )


def _message(one: Tuning, catalogue: Catalogue) -> str:
    kind = one.rule.kind
    own = [criterion.id for criterion in catalogue.criteria if any(rule.kind == kind for rule in criterion.rules)]
    but = f" For {listed(own)} the catalogue's own setting holds." if own else ""
    replaced = [rule for rule in catalogue.rules if rule.kind == kind]
    if not replaced:
        return f"The register adds the rule {kind}, which the catalogue does not use for everything.{but}"
    changes = [f"{name} is {new} instead of {old}" for name, new, old in _changes(one.rule, replaced[0])]
    return f"The register tunes the rule {kind}: {listed(changes) or 'one takes the place of several'}.{but}"


def _changes(new: Any, old: Any) -> Iterator[tuple[str, str, str]]:
    for option in attrs.fields(type(new)):
        one, other = (getattr(rule, option.name, None) for rule in (new, old))
        if one != other:
            yield option.name, _shown(one), _shown(other)


def _shown(value: Any) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return listed(map(_shown, value)) or "none"
    if hasattr(value, "strftime"):
        return day(value)
    return "none" if value in {None, ""} else str(value)
